import { today } from '@thidua/runtime';
import type { DefinitionRecord } from '@thidua/store';
import type { Actor } from '@thidua/access';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { once } from '../once';
import { Refused } from '../refused';
import { demandAdministrator } from './administrator';
import { noteDefinition } from './note-definition';
import { problemView, refuseDiagram } from './problem-view';
import { definitionFor } from './read-definitions';

/** A draft that begins as the version in force. */
export const createDraft: Handler<'createDraft'> = (deps, { actor, body, key }) =>
  once(deps, key, async (tx) => {
    demandAdministrator(actor);
    const inForce = await deps.stores.definitions.inForce(actor.provinceId, body.key, today(deps.clock), tx);
    if (inForce === undefined) {
      throw new Refused('not-found', { what: 'definition', key: body.key });
    }
    const source = await definitionFor(deps, actor.provinceId, inForce.id);
    const { key: process, name, xml, resources } = source;
    const release = { key: process, name, xml, resources, origin: 'tenant', createdBy: actor.personId };
    const id = await deps.definitions.createDraft(tx, actor.provinceId, release);
    await noteDefinition(deps, tx, actor, { id, action: 'definition-drafted', facts: { key: process, from: source.version } });
    return { id, version: 0, status: 'draft' };
  });

/** Keeps a draft's drawing, right or wrong, and answers what is wrong with it. */
export const saveDiagram: Handler<'saveDiagram'> = async (deps, { actor, body, params }) => {
  demandAdministrator(actor);
  const draft = await definitionFor(deps, actor.provinceId, params['id'] ?? '');
  const { key, name, resources, origin, note: said } = draft;
  const release = {
    key,
    name,
    xml: body.xml,
    resources,
    origin,
    createdBy: draft.createdBy ?? actor.personId,
    ...(said === null ? {} : { note: said }),
  };
  await deps.database.inTransaction((tx) => deps.definitions.saveDraft(tx, actor.provinceId, draft.id, release));
  return { problems: (await deps.definitions.lint(actor.provinceId, body.xml, resources, [key])).map(problemView) };
};

/** What speaks against a drawing, before it is saved; forms and decisions are those of the process in force that it names. */
export const lintDiagram: Handler<'lintDiagram'> = async (deps, { actor, body }) => {
  demandAdministrator(actor);
  const key = /<(?:\w+:)?process\b[^>]*\bid="([^"]+)"/.exec(body.xml)?.[1] ?? '';
  const inForce = await deps.stores.definitions.inForce(actor.provinceId, key, today(deps.clock));
  const resources = inForce === undefined ? undefined : (await deps.stores.definitions.byId(actor.provinceId, inForce.id))?.resources;
  const refusals = await deps.definitions.lint(actor.provinceId, body.xml, resources ?? { forms: {}, decisions: {} }, [key]);
  return { problems: refusals.map(problemView) };
};

/** draft → proposed, once nothing speaks against it; the note says why. */
export const proposeDefinition: Handler<'proposeDefinition'> = (deps, { actor, body, params, key }) =>
  once(deps, key, async (tx) => {
    demandAdministrator(actor);
    const draft = await definitionFor(deps, actor.provinceId, params['id'] ?? '');
    if (draft.status !== 'draft') {
      throw new Refused('definition-not-draft', { definitionId: draft.id, status: draft.status });
    }
    await deps.definitions.saveDraft(tx, actor.provinceId, draft.id, releaseOf(draft, actor, body.note));
    const proposed = await deps.definitions.propose(tx, actor.provinceId, draft.id, actor.personId);
    if (!proposed.ok) {
      refuseDiagram(proposed.error);
    }
    await noteDefinition(deps, tx, actor, { id: draft.id, action: 'definition-proposed', facts: { key: draft.key } });
    return { id: draft.id, version: 0, status: 'proposed' };
  });

/** A second administrator puts the proposal in force; running instances stay on their versions. */
export const publishDefinition: Handler<'publishDefinition'> = (deps, { actor, params, key }) =>
  once(deps, key, async (tx) => {
    demandAdministrator(actor);
    const proposal = await definitionFor(deps, actor.provinceId, params['id'] ?? '');
    if (proposal.status !== 'proposed') {
      throw new Refused('state-conflict', { definitionId: proposal.id, status: proposal.status });
    }
    const published = await deps.definitions.publish(tx, actor.provinceId, proposal.id, actor.personId);
    if (!published.ok) {
      refuseDiagram(published.error);
    }
    const { id, version } = published.value;
    await noteDefinition(deps, tx, actor, { id, action: 'definition-published', facts: { key: proposal.key, version } });
    return { id, version, status: 'published' };
  });

function releaseOf(
  { key, name, xml, resources, origin, createdBy }: DefinitionRecord,
  actor: Actor,
  said: string,
): Parameters<CaseworkDeps['definitions']['saveDraft']>[3] {
  return { key, name, xml, resources, origin, createdBy: createdBy ?? actor.personId, note: said };
}

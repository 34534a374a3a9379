import { DraftChanged } from '@thidua/runtime';
import { isoOf } from '@thidua/kernel';
import { today } from '@thidua/runtime';
import type { Handler } from '../handler';
import { once } from '../once';
import { Refused } from '../refused';
import { demandAdministrator } from './administrator';
import { compareVersions } from './changes/compare-versions';
import { withHouseForms } from './house-forms';
import { noteDefinition } from './note-definition';
import { problemView } from './problem-view';
import { definitionFor } from './read-definitions';

/** A draft that begins as the newest version; where one of the tenant's own lies open already, that one. */
export const createDraft: Handler<'createDraft'> = (deps, { actor, body, key }) =>
  once(deps, key, async (tx) => {
    demandAdministrator(actor);
    const { definitions, drafts } = deps.stores;
    await definitions.lockKey(tx, actor.provinceId, body.key);
    const open = await drafts.open(tx, actor.provinceId, body.key);
    if (open !== undefined) {
      return { id: open.id, version: 0, status: open.status };
    }
    const newest = await definitions.newest(actor.provinceId, body.key, tx);
    if (newest === undefined) {
      throw new Refused('not-found', { what: 'definition', key: body.key });
    }
    const source = await definitionFor(deps, actor.provinceId, newest.id);
    const { key: process, name, xml, resources } = source;
    const release = { key: process, name, xml, resources: withHouseForms(resources), origin: 'tenant', createdBy: actor.personId };
    const id = await deps.definitions.createDraft(tx, actor.provinceId, release);
    await noteDefinition(deps, tx, actor, { id, action: 'definition-drafted', facts: { key: process, from: source.version } });
    return { id, version: 0, status: 'draft' };
  });

/**
 * Keeps a draft's drawing, right or wrong, and answers what is wrong with it and what it changes. Whoever has not seen the last saving is
 * told whose it is, and keeps nothing.
 */
export const saveDiagram: Handler<'saveDiagram'> = async (deps, { actor, body, params }) => {
  demandAdministrator(actor);
  const draft = await definitionFor(deps, actor.provinceId, params['id'] ?? '');
  const { id, key, resources } = draft;
  const saving = { xml: body.xml, rev: body.rev, by: actor.personId };
  const rev = await deps.database
    .inTransaction(async (tx) => {
      const saved = await deps.definitions.saveDraft(tx, actor.provinceId, id, saving);
      const editors = await deps.stores.drafts.editors(actor.provinceId, [id]);
      // One line per hand, not per saving: a drawing is saved after every stroke.
      if (saved !== body.rev && editors.every((editor) => editor.personId !== actor.personId)) {
        await noteDefinition(deps, tx, actor, { id, action: 'definition-edited', facts: { key } });
      }
      return saved;
    })
    .catch(async (error: unknown) => {
      throw error instanceof DraftChanged ? await told(deps, actor.provinceId, error) : error;
    });
  const newest = await deps.stores.definitions.newest(actor.provinceId, key);
  const before = newest === undefined ? undefined : await deps.stores.definitions.byId(actor.provinceId, newest.id);
  const after = { key, resources, xml: body.xml };
  const [compared, problems] = await Promise.all([
    before === undefined ? { comparable: true, changes: [] } : compareVersions(deps, before, after),
    deps.definitions.lint(actor.provinceId, body.xml, resources, [key]),
  ]);
  return { rev, savedAt: isoOf(deps.clock.nowMs()), problems: problems.map(problemView), ...compared };
};

/** The refusal with the name of the one who saved. */
async function told(deps: Parameters<typeof saveDiagram>[0], provinceId: string, { details }: DraftChanged): Promise<Refused> {
  const [by, atMs] = [details['by'], details['atMs']];
  const [person] = typeof by === 'string' ? await deps.stores.people.persons(provinceId, [by]) : [];
  return new Refused('draft-changed', {
    rev: details['rev'] ?? 0,
    name: person?.fullName ?? '',
    at: typeof atMs === 'number' ? isoOf(atMs) : null,
  });
}

/** What speaks against a drawing, before it is saved; forms and decisions are those of the process in force that it names. */
export const lintDiagram: Handler<'lintDiagram'> = async (deps, { actor, body }) => {
  demandAdministrator(actor);
  const key = /<(?:\w+:)?process\b[^>]*\bid="([^"]+)"/.exec(body.xml)?.[1] ?? '';
  const inForce = await deps.stores.definitions.inForce(actor.provinceId, key, today(deps.clock));
  const resources = inForce === undefined ? undefined : (await deps.stores.definitions.byId(actor.provinceId, inForce.id))?.resources;
  const refusals = await deps.definitions.lint(actor.provinceId, body.xml, resources ?? { forms: {}, decisions: {} }, [key]);
  return { problems: refusals.map(problemView) };
};

/** draft → discarded, with the reason; what it held is kept, and nobody is offered it again. */
export const discardDraft: Handler<'discardDraft'> = (deps, { actor, params, body, key }) =>
  once(deps, key, async (tx) => {
    demandAdministrator(actor);
    const draft = await definitionFor(deps, actor.provinceId, params['id'] ?? '');
    await deps.definitions.discard(tx, actor.provinceId, draft.id, { by: actor.personId, note: body.note });
    await noteDefinition(deps, tx, actor, { id: draft.id, action: 'definition-discarded', facts: { key: draft.key } });
    return { id: draft.id, version: 0, status: 'discarded' };
  });

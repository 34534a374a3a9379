import { today } from '@thidua/runtime';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { once } from '../once';
import { Refused } from '../refused';
import { demandAdministrator } from './administrator';
import { noteDefinition } from './note-definition';
import { refuseDiagram } from './problem-view';
import { definitionFor } from './read-definitions';

/** draft → proposed, once nothing speaks against it; the note says why. */
export const proposeDefinition: Handler<'proposeDefinition'> = (deps, { actor, body, params, key }) =>
  once(deps, key, async (tx) => {
    demandAdministrator(actor);
    const draft = await definitionFor(deps, actor.provinceId, params['id'] ?? '');
    const proposed = await deps.definitions.propose(tx, actor.provinceId, draft.id, { by: actor.personId, note: body.note });
    if (!proposed.ok) {
      refuseDiagram(proposed.error);
    }
    await noteDefinition(deps, tx, actor, { id: draft.id, action: 'definition-proposed', facts: { key: draft.key } });
    return { id: draft.id, version: 0, status: 'proposed' };
  });

/** proposed → draft: withdrawn by its proposer, given back by anybody else; the note says why. */
export const giveBackDefinition: Handler<'giveBackDefinition'> = (deps, { actor, body, params, key }) =>
  once(deps, key, async (tx) => {
    demandAdministrator(actor);
    const { id, key: process, proposedBy } = await definitionFor(deps, actor.provinceId, params['id'] ?? '');
    await deps.definitions.giveBack(tx, actor.provinceId, id, { by: actor.personId, note: body.note });
    const action = proposedBy === actor.personId ? 'definition-withdrawn' : 'definition-given-back';
    await noteDefinition(deps, tx, actor, { id, action, facts: { key: process } });
    return { id, version: 0, status: 'draft' };
  });

/** A second administrator puts the proposal in force, today or on a later day; running instances stay on their versions. */
export const publishDefinition: Handler<'publishDefinition'> = (deps, { actor, body, params, key }) =>
  once(deps, key, async (tx) => {
    demandAdministrator(actor);
    const proposal = await definitionFor(deps, actor.provinceId, params['id'] ?? '');
    const { effectiveFrom = today(deps.clock), appliesTo = 'new', note } = body;
    if (effectiveFrom < today(deps.clock)) {
      throw new Refused('effective-date-past', { date: effectiveFrom });
    }
    const order = { by: actor.personId, note, effectiveFrom, appliesTo };
    const published = await deps.definitions.publish(tx, actor.provinceId, proposal.id, order);
    if (!published.ok) {
      refuseDiagram(published.error);
    }
    const { id, version } = published.value;
    const facts = { key: proposal.key, version, effectiveFrom, appliesTo };
    await noteDefinition(deps, tx, actor, { id, action: 'definition-published', facts });
    return { id, version, status: effectiveFrom > today(deps.clock) ? 'waiting' : 'published' };
  });

/** Versions whose day has come start what starts by itself, and their trail says so; answers how many. The worker calls it now and then. */
export async function versionsTakeEffect(deps: CaseworkDeps): Promise<number> {
  const { stores, clock } = deps;
  const taken = await deps.definitions.takeEffect((tx, { provinceId, id, key, version, effectiveFrom }) =>
    stores.trail.append(tx, provinceId, {
      ...{ subjectType: 'definition', subjectId: id, atMs: clock.nowMs(), action: 'definition-took-effect' },
      ...{ personId: null, positionId: null, facts: { key, version, effectiveFrom } },
    }),
  );
  return taken.length;
}

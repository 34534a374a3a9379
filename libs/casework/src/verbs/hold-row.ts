import { mayReviewRow } from '@thidua/access';
import { newId } from '@thidua/runtime';
import { noteOnDossier } from '../dossiers/note';
import { reviewers, rowAtHand } from '../dossiers/row-at-hand';
import type { Handler } from '../handler';
import { noteLimit } from '../limits/note-limit';
import { once } from '../once';
import { Refused } from '../refused';

/** A complaint, an inspection, a case: the row waits, the others of its dossier go on. */
export const holdRow: Handler<'holdRow'> = (deps, { actor, body, params, key }) =>
  once(deps, key, async (tx) => {
    const { row, dossier } = await rowAtHand(deps, tx, actor, { id: params['id'] ?? '', version: body.version, states: ['open'] });
    const verdict = mayReviewRow(actor, await reviewers(deps, dossier, row.stage));
    if (!verdict.allowed) {
      throw new Refused('forbidden', { rowId: row.id });
    }
    const { rows, traces } = deps.stores;
    const atMs = deps.clock.nowMs();
    await rows.setState(tx, actor.provinceId, row.id, { state: 'held', reason: body.ground });
    await rows.openHold(tx, actor.provinceId, { id: newId(deps.clock), rowId: row.id, ground: body.ground, by: actor.personId, atMs });
    await traces.markOutcome(tx, actor.provinceId, [row.id], 'held');
    await noteLimit(deps, tx, {
      provinceId: actor.provinceId,
      dossierId: dossier.id,
      rowId: row.id,
      kind: 'held',
      atMs,
      personId: actor.personId,
    });
    const facts = { rowId: row.id, stage: row.stage, from: 'open', to: 'held' };
    await noteOnDossier(deps, tx, actor, { dossierId: dossier.id, position: verdict.position, action: 'row-held', facts });
    return { done: true as const };
  });

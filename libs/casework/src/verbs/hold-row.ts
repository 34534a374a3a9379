import { mayReviewRow } from '@thidua/access';
import { reviewers, rowAtHand } from '../dossiers/row-at-hand';
import type { Handler } from '../handler';
import { once } from '../once';
import { placeHold } from '../procedure/place-hold';
import { Refused } from '../refused';

/** Discipline, an investigation or inspection, a complaint, a report of the press: the row waits, the others of its dossier go on. */
export const holdRow: Handler<'holdRow'> = (deps, { actor, body, params, key }) =>
  once(deps, key, async (tx) => {
    const { row, dossier } = await rowAtHand(deps, tx, actor, { id: params['id'] ?? '', version: body.version, states: ['open'] });
    const verdict = mayReviewRow(actor, await reviewers(deps, dossier, row.stage));
    if (!verdict.allowed) {
      throw new Refused('forbidden', { rowId: row.id });
    }
    await placeHold(deps, tx, { actor, position: verdict.position, row, kind: body.kind ?? 'complaint', ground: body.ground });
    return { done: true as const };
  });

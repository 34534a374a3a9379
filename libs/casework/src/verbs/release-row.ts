import { mayReviewRow } from '@thidua/access';
import type { NomineeRow, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { noteOnDossier } from '../dossiers/note';
import { reviewers, rowAtHand } from '../dossiers/row-at-hand';
import type { Handler } from '../handler';
import { noteLimit } from '../limits/note-limit';
import { once } from '../once';
import { Refused } from '../refused';
import { rejoinRow } from '../rounds/rejoin-row';
import { tellDossiers } from '../rounds/tell-dossiers';

/** The conclusion on a held row: a violation ends it, otherwise it goes on in its round or, when that went ahead, in the next. */
export const releaseRow: Handler<'releaseRow'> = (deps, { actor, body, params, key }) =>
  once(deps, key, async (tx) => {
    const { row, dossier } = await rowAtHand(deps, tx, actor, { id: params['id'] ?? '', version: body.version, states: ['held'] });
    const verdict = mayReviewRow(actor, await reviewers(deps, dossier, row.stage));
    if (!verdict.allowed) {
      throw new Refused('forbidden', { rowId: row.id });
    }
    const { provinceId, personId } = actor;
    const atMs = deps.clock.nowMs();
    await deps.stores.rows.closeHold(tx, provinceId, { rowId: row.id, conclusion: body.conclusion, by: personId, atMs });
    await noteLimit(deps, tx, { provinceId, dossierId: dossier.id, rowId: row.id, kind: 'released', atMs, personId });
    const state = body.violation ? 'rejected' : 'open';
    await deps.stores.rows.setState(tx, provinceId, row.id, { state, reason: body.violation ? body.conclusion : null });
    const roundId = body.violation ? null : await goOn(deps, tx, provinceId, row);
    if (body.violation && dossier.status === 'accepted') {
      await tellDossiers(deps, tx, provinceId, [row.id]);
    }
    const facts = { rowId: row.id, roundId, from: 'held', to: state };
    await noteOnDossier(deps, tx, actor, { dossierId: dossier.id, position: verdict.position, action: 'row-released', facts });
    return { done: true as const };
  });

/** Back into the round that has not appraised its rows yet, else into the next one of the level. */
async function goOn(deps: CaseworkDeps, tx: Tx, provinceId: string, row: NomineeRow): Promise<string | null> {
  const places = await deps.stores.traces.openPlaces(tx, provinceId, row.id);
  const waiting = places.find((place) => place.status === 'collecting' || place.status === 'appraising');
  if (waiting !== undefined) {
    await deps.stores.traces.markOutcome(tx, provinceId, [row.id], null);
    return waiting.roundId;
  }
  const joined = await rejoinRow(deps, tx, { provinceId, rowId: row.id, nowMs: deps.clock.nowMs() });
  return joined?.id ?? null;
}

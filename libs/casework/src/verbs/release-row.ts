import { mayReviewRow, type Actor, type HeldPosition } from '@thidua/access';
import { compareDates, dayOf, parseLocalDate } from '@thidua/kernel';
import type { DossierRecord, HoldClosing, NomineeRow, Tx } from '@thidua/store';
import type { BodyOf } from '@thidua/contract';
import type { CaseworkDeps } from '../deps';
import { note } from '../note';
import { reviewers, rowAtHand } from '../dossiers/row-at-hand';
import type { Handler } from '../handler';
import { noteLimit } from '../limits/note-limit';
import { once } from '../once';
import { Refused } from '../refused';
import { rejoinRow } from '../rounds/rejoin-row';
import { tellDossiers } from '../rounds/tell-dossiers';

/** The paper that concludes on a held row: a violation ends it, otherwise it goes on in its round or, when that went ahead, in the next. */
export const releaseRow: Handler<'releaseRow'> = (deps, { actor, body, params, key }) =>
  once(deps, key, async (tx) => {
    const { row, dossier } = await rowAtHand(deps, tx, actor, { id: params['id'] ?? '', version: body.version, states: ['held'] });
    const verdict = mayReviewRow(actor, await reviewers(deps, dossier, row.stage));
    if (!verdict.allowed) {
      throw new Refused('forbidden', { rowId: row.id });
    }
    await deps.stores.holds.close(tx, actor.provinceId, await closingOf(deps, tx, { actor, row, body }));
    return release(deps, tx, { actor, row, dossier, position: verdict.position, body });
  });

interface Releasing {
  readonly actor: Actor;
  readonly row: NomineeRow;
  readonly dossier: DossierRecord;
  readonly position: HeldPosition;
  readonly body: BodyOf<'releaseRow'>;
}

/** @throws Refused request-invalid when the paper is of a later day, state-conflict when nobody has filed it */
async function closingOf(
  deps: CaseworkDeps,
  tx: Tx,
  { actor, row, body }: Pick<Releasing, 'actor' | 'row' | 'body'>,
): Promise<HoldClosing> {
  const atMs = deps.clock.nowMs();
  const { conclusion, violation, paper } = body;
  const date = parseLocalDate(paper.date);
  if (date === undefined || compareDates(date, dayOf(atMs)) > 0) {
    throw new Refused('request-invalid', { problems: [{ field: 'paper.date', code: date === undefined ? 'not-a-date' : 'in-future' }] });
  }
  const open = (await deps.stores.holds.ofRows(actor.provinceId, [row.id], tx)).find((hold) => hold.releasedAt === null);
  const fileSha256 = open?.fileSha256 ?? null;
  if (fileSha256 === null) {
    throw new Refused('state-conflict', { reason: 'closing-paper-missing', ruleId: 'R-04', rowId: row.id });
  }
  return { rowId: row.id, conclusion, paper: { ...paper, violation, fileSha256 }, by: actor.personId, atMs };
}

async function release(deps: CaseworkDeps, tx: Tx, { actor, row, dossier, position, body }: Releasing): Promise<{ done: true }> {
  const { provinceId, personId } = actor;
  const atMs = deps.clock.nowMs();
  const state = body.violation ? 'rejected' : 'open';
  await deps.stores.rows.setState(tx, provinceId, row.id, { state, reason: body.violation ? body.conclusion : null });
  await noteLimit(deps, tx, { provinceId, dossierId: dossier.id, rowId: row.id, kind: 'released', atMs, personId });
  const roundId = body.violation ? null : await goOn(deps, tx, provinceId, row);
  if (body.violation && dossier.status === 'accepted') {
    await tellDossiers(deps, tx, provinceId, [row.id]);
  }
  const facts = { rowId: row.id, roundId, from: 'held', to: state };
  await note(deps, tx, actor, { on: 'dossier', id: dossier.id, position, action: 'row-released', facts });
  return { done: true };
}

/**
 * Back into a round that has not voted on it yet. Where the council met without it, or has voted, it joins the next round of the level: new minutes
 * are needed (law.md 13).
 */
async function goOn(deps: CaseworkDeps, tx: Tx, provinceId: string, row: NomineeRow): Promise<string | null> {
  for (const place of await deps.stores.traces.openPlaces(tx, provinceId, row.id)) {
    const early = place.status === 'collecting' || place.status === 'appraising';
    if (early || (place.status === 'council' && (await mayStillVote(deps, tx, provinceId, { roundId: place.roundId, rowId: row.id })))) {
      await deps.stores.traces.markOutcome(tx, provinceId, [row.id], null);
      return place.roundId;
    }
  }
  await deps.stores.cases.leaveRounds(tx, provinceId, row.id);
  const joined = await rejoinRow(deps, tx, { provinceId, rowId: row.id, nowMs: deps.clock.nowMs() });
  return joined?.id ?? null;
}

/** No session has been opened, or the one that is open has the row on its agenda. */
async function mayStillVote(
  { stores }: CaseworkDeps,
  tx: Tx,
  provinceId: string,
  { roundId, rowId }: { readonly roundId: string; readonly rowId: string },
): Promise<boolean> {
  const session = await stores.sessions.ofRound(provinceId, roundId, tx);
  return (
    session === undefined ||
    (session.status === 'open' && (await stores.sessions.items(provinceId, session.id, tx)).some((item) => item.rowId === rowId))
  );
}

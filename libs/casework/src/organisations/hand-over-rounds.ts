import { rowsOn, type Pack } from '@thidua/awards';
import { dayOf } from '@thidua/kernel';
import type { RoundRecord, RoundRowRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';
import { joinRows } from '../rounds/join-rows';
import { openRound, openRoundFor, type RoundFound, type RoundWanted } from '../rounds/open-round-for';
import { packOfRound } from '../rounds/round-law';
import { actorOf, type HandOverOrder } from './hand-over-order';
import { heirFor, type Estate } from './heirs';

type Place = Pick<RoundWanted, 'level' | 'orgId'>;

/** Rounds of the ended body stop where they are; their open rows go on in rounds of the successors, under the same pack. */
export async function handOverRounds(
  deps: CaseworkDeps,
  tx: Tx,
  estate: Estate,
  order: HandOverOrder,
): Promise<{ readonly rounds: number; readonly rows: number }> {
  const { provinceId, predecessor } = estate;
  const rounds = await deps.stores.rounds.openOf(tx, provinceId, predecessor.id);
  let rows = 0;
  for (const round of rounds) {
    rows += await handOverRound(deps, tx, estate, { round, order });
  }
  return { rounds: rounds.length, rows };
}

interface Leaving {
  readonly round: RoundRecord;
  readonly order: HandOverOrder;
}

async function handOverRound(deps: CaseworkDeps, tx: Tx, estate: Estate, { round, order }: Leaving): Promise<number> {
  const { provinceId } = estate;
  const { rounds, roundRows, trail } = deps.stores;
  const rows = (await roundRows.lockOfRound(tx, provinceId, round.id)).filter((row) => isOpen(row));
  await stopProcess(deps, tx, provinceId, round);
  let first: RoundFound | undefined;
  for (const [place, group] of await byPlace(deps, tx, estate, { round, order }, rows)) {
    const open = group.filter((row) => row.state === 'open').map((row) => row.id);
    const all = group.map((row) => row.id);
    const next = open.length === 0 ? undefined : await roundOf(deps, tx, { round, order, place }, open);
    await roundRows.setStage(tx, provinceId, all, place.level);
    await roundRows.setOutcome(tx, provinceId, round.id, open, 'forwarded');
    first ??= next;
    await trail.append(tx, provinceId, {
      ...{ subjectType: 'round', subjectId: round.id, atMs: order.nowMs, action: 'handed-over' },
      ...actorOf(order),
      facts: { fromOrgId: round.orgId, toOrgId: place.orgId, toRoundId: next?.id ?? null, rowIds: all },
    });
  }
  await rounds.handOver(tx, provinceId, round.id, { roundId: first?.id ?? null, atMs: order.nowMs });
  return rows.length;
}

/** Still to be decided: what has ended, or has gone on to the level above, stays as it is. */
function isOpen({ state, outcome }: RoundRowRecord): boolean {
  return (state === 'open' || state === 'held') && outcome !== 'forwarded' && outcome !== 'awarded';
}

async function stopProcess({ runtime }: CaseworkDeps, tx: Tx, provinceId: string, { instanceId, id }: RoundRecord): Promise<void> {
  if (instanceId === null) {
    return;
  }
  const answer = await runtime.step(
    {
      provinceId,
      instanceId,
      command: { type: 'cancel', reason: 'handed-over' },
      audit: { action: 'handed-over', facts: { roundId: id } },
    },
    tx,
  );
  if (!answer.ok && answer.reason !== 'rejected') {
    throw new Refused('state-conflict', { reason: answer.reason, roundId: id });
  }
}

/** Rows by the body that goes on with them. */
async function byPlace(
  deps: CaseworkDeps,
  tx: Tx,
  estate: Estate,
  { round, order }: Leaving,
  rows: readonly RoundRowRecord[],
): Promise<ReadonlyMap<Place, readonly RoundRowRecord[]>> {
  const { provinceId, predecessor, heirs } = estate;
  const [pack, orgs] = [await packOfRound(deps, round), await deps.stores.people.orgs(provinceId, tx)];
  const province = orgs.find((org) => org.kind === 'province');
  const places = new Map<string, Place>();
  const grouped = new Map<Place, RoundRowRecord[]>();
  for (const row of rows) {
    const unit = orgs.find((org) => org.id === row.unitId);
    const heir = heirFor({ provinceId, predecessor, heirs }, orgs, { communeId: null, unitParentId: unit?.parentId ?? null });
    const upward = round.level === 'HUYEN' && !decidedByCommune(pack, row.award, order.nowMs);
    const found: Place =
      upward && province !== undefined
        ? { level: 'TINH', orgId: province.id }
        : { level: round.level === 'HUYEN' ? 'XA' : round.level, orgId: heir.successorId };
    const place = places.get(`${found.level}/${found.orgId}`) ?? found;
    places.set(`${found.level}/${found.orgId}`, place);
    grouped.set(place, [...(grouped.get(place) ?? []), row]);
  }
  return grouped;
}

/** What the district decided is the commune's where the dossier's own pack gives it to the commune chair today (AU-05). */
function decidedByCommune(pack: Pack, award: string, nowMs: number): boolean {
  return rowsOn(pack.authorities, dayOf(nowMs)).some((row) => row.level === 'XA' && row.awards.includes(award));
}

/** The successor's collecting round of the same occasion and pack; a unit's is its own. */
async function roundOf(
  deps: CaseworkDeps,
  tx: Tx,
  { round, order, place }: Leaving & { readonly place: Place },
  rowIds: readonly string[],
): Promise<RoundFound> {
  const { provinceId, nowMs, stamp } = order;
  const { occasion, movementId, year, packHash } = round;
  const wanted: RoundWanted = {
    ...place,
    ...{ provinceId, occasion, movementId, year, packHash, nowMs, rowIds, sourceRoundId: round.id },
    ...(stamp === undefined ? {} : { actor: stamp }),
  };
  if (place.level !== 'UNIT') {
    return openRoundFor(deps, tx, wanted);
  }
  const opened = await openRound(deps, tx, { ...wanted, closesMs: nowMs });
  await joinRows(deps, tx, { provinceId, round: opened, rowIds, nowMs, sourceRoundId: round.id });
  return opened;
}

import { dayOf, formatLocalDate } from '@thidua/kernel';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { joinRows } from './join-rows';
import { openRound, roundTitle, type RoundFound, type RoundWanted } from './open-round-for';

/** A round of one dossier that waits for no other: the simplified procedure is run at once, outside the windows of the year (law.md 13). */
export async function openOwnRound(deps: CaseworkDeps, tx: Tx, wanted: RoundWanted): Promise<RoundFound> {
  const { provinceId, nowMs, orgId, dossierId } = wanted;
  const orgs = await deps.stores.rounds.orgsOf(provinceId, orgId, tx);
  const body = wanted.level === 'XA' ? orgs?.commune : wanted.level === 'HUYEN' ? orgs?.district : orgs?.province;
  const title = `${roundTitle(deps, wanted, body?.name ?? '')} (thủ tục đơn giản, ${formatLocalDate(dayOf(nowMs))})`;
  const round = await openRound(deps, tx, { ...wanted, title, closesMs: nowMs });
  const rowIds = wanted.rowIds ?? (dossierId === undefined ? [] : await deps.stores.roundRows.openOf(tx, provinceId, dossierId));
  const source = wanted.sourceRoundId === undefined ? {} : { sourceRoundId: wanted.sourceRoundId };
  await joinRows(deps, tx, { provinceId, round, rowIds, nowMs, ...source });
  return round;
}

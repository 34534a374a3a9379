import { dayOf } from '@thidua/kernel';
import type { AwardTally, ReportRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { nameOfAward } from '../../law/names';
import { packIfAny } from '../../law/pack-of';
import { tiersOf } from '../../law/tiers-of';
import type { MovementAtHand } from '../movement-at-hand';

/** A tally with the award's full name as the place writes it. */
export interface AwardLine extends AwardTally {
  readonly name: string;
}

/** Awards given and proposed under the movement by a body and those below it: of the year, or at sơ kết and tổng kết of all years so far. */
export async function awardCounts(
  deps: CaseworkDeps,
  {
    movement,
    orgId,
    call,
  }: { readonly movement: MovementAtHand; readonly orgId: string; readonly call: Pick<ReportRecord, 'year' | 'occasion'> },
  tx?: Tx,
): Promise<readonly AwardLine[]> {
  const { record } = movement;
  const { provinceId } = record;
  const orgIds = await below(deps, provinceId, orgId);
  const from = call.occasion === 'annual' ? call.year : Number((record.content.period.start ?? '2000').slice(0, 4));
  const found = await deps.stores.reports.awards(provinceId, { movementId: record.id, orgIds, from, to: call.year }, tx);
  const pack = packIfAny(deps.law, dayOf(deps.clock.nowMs()), provinceId)?.pack;
  const tiers = await tiersOf(deps, provinceId, orgId);
  return found.map((one) => ({ ...one, name: nameOfAward(pack, one.award, tiers, 'full') }));
}

async function below({ stores }: CaseworkDeps, provinceId: string, orgId: string): Promise<readonly string[]> {
  const orgs = await stores.people.orgs(provinceId);
  const children = (id: string): readonly string[] =>
    orgs.filter((org) => org.parentId === id).flatMap((org) => [org.id, ...children(org.id)]);
  return [orgId, ...children(orgId)];
}

import { mayKeepFund, maySeeFund, type Actor, type FundBodies, type HeldPosition } from '@thidua/access';
import { fundBalance } from '@thidua/awards';
import type { FundBalanceView } from '@thidua/contract';
import type { FundOf, FundRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';

/** @throws Refused not-found when the actor has no post in the body or in the office that keeps its book */
export async function fundFor(
  deps: CaseworkDeps,
  actor: Actor,
  params: Readonly<Record<string, string>>,
): Promise<FundOf & { readonly bodies: FundBodies }> {
  const [orgId, year] = [params['orgId'] ?? '', Number(params['year'])];
  const bodies = await bodiesOf(deps, actor.provinceId, orgId);
  if (!maySeeFund(actor, bodies).allowed || !Number.isInteger(year) || year < 2000 || year > 2200) {
    throw new Refused('not-found', { what: 'award-fund' });
  }
  return { orgId, year, bodies };
}

/** @throws Refused forbidden */
export function demandKeeper(actor: Actor, bodies: FundBodies): HeldPosition {
  const verdict = mayKeepFund(actor, bodies);
  if (!verdict.allowed) {
    throw new Refused('forbidden', { orgId: bodies.orgId });
  }
  return verdict.position;
}

/** The province's book is kept by its standing department as well. */
export async function bodiesOf({ stores }: CaseworkDeps, provinceId: string, orgId: string): Promise<FundBodies> {
  const { province, department } = await stores.people.seats(provinceId);
  return { orgId, keeperOrgIds: orgId === province?.id && department !== undefined ? [department.id] : [] };
}

export async function balanceView(
  deps: CaseworkDeps,
  provinceId: string,
  { fund, actor, bodies }: { readonly fund: FundRecord; readonly actor: Actor; readonly bodies: FundBodies },
  tx: Tx = deps.database.reader,
): Promise<FundBalanceView> {
  const { orgId, orgName, year, allotted, citation } = fund;
  const { held, committed, paid, returned, left, over } = fundBalance({
    allotted,
    ...(await deps.stores.funds.totals(provinceId, fund, tx)),
  });
  return {
    orgId,
    orgName,
    year,
    allotted,
    held,
    committed,
    paid,
    returned,
    left,
    over,
    citation,
    mayAllot: mayKeepFund(actor, bodies).allowed,
  };
}

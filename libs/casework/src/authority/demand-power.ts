import { awardName, awardOf, powerToDecide, type AuthorityRow, type Pack } from '@thidua/awards';
import { formatLocalDate, type JsonObject, type LocalDate } from '@thidua/kernel';
import type { OfficeRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { deciderTitle } from '../law/deciding-row';
import { Refused } from '../refused';

export interface PowerAsked {
  readonly provinceId: string;
  readonly pack: Pack;
  readonly award: string;
  /** The post that signs. */
  readonly positionId: string;
  readonly capacity: 'self' | 'KT' | 'TL' | 'TUQ' | 'Q';
  /** The post whose power is used; null when it is the signer's own. */
  readonly onBehalfOf: string | null;
  readonly date: LocalDate;
}

/**
 * The one gate of authority over awards: who signs, with whose power, for which award, on which day. The verb that signs and the question
 * on the screen pass it alike; the database looks once more. @throws Refused not-competent with the row that says who decides, not-found
 */
export async function demandPower(deps: CaseworkDeps, asked: PowerAsked, tx?: Tx): Promise<AuthorityRow> {
  const { provinceId, pack, award, capacity, date } = asked;
  const day = formatLocalDate(date);
  const signer = await officeOn(deps, provinceId, asked.positionId, day, tx);
  const lender = asked.onBehalfOf === null ? undefined : await officeOn(deps, provinceId, asked.onBehalfOf, day, tx);
  const office = capacity === 'self' ? signer : (lender ?? signer);
  const power = powerToDecide(pack, { award, office, capacity, date });
  if (!power.allowed) {
    throw new Refused('not-competent', refusalOf(asked, power, power.reason));
  }
  const { row } = power;
  const rule = { row, ruleId: row.id, citation: row.citation };
  if (!signer.inOffice || !office.inOffice) {
    throw new Refused('not-competent', refusalOf(asked, rule, 'not-in-office'));
  }
  if (capacity !== 'self' && !(await isLent(deps, asked, { signer, lender }, day, tx))) {
    throw new Refused('not-competent', refusalOf(asked, rule, 'not-lent'));
  }
  return row;
}

async function officeOn(deps: CaseworkDeps, provinceId: string, positionId: string, day: string, tx?: Tx): Promise<OfficeRecord> {
  const office = await deps.stores.offices.on(provinceId, positionId, day, tx);
  if (office === undefined) {
    throw new Refused('not-found', { what: 'position' });
  }
  return office;
}

/** A power is lent within a body, from one post of it to another. */
async function isLent(
  deps: CaseworkDeps,
  { provinceId, capacity, award }: PowerAsked,
  { signer, lender }: { readonly signer: OfficeRecord; readonly lender: OfficeRecord | undefined },
  day: string,
  tx?: Tx,
): Promise<boolean> {
  if (lender === undefined || capacity === 'self' || lender.orgId !== signer.orgId) {
    return false;
  }
  return deps.stores.offices.isLent(provinceId, { from: lender.positionId, to: signer.positionId, capacity, award }, day, tx);
}

interface Rule {
  readonly ruleId: string;
  readonly citation: string;
  readonly row: AuthorityRow | null;
  readonly lapsed?: AuthorityRow | null;
}

/** 'Bằng khen của Chủ tịch UBND tỉnh do Chủ tịch UBND cấp tỉnh quyết định, AU-07, căn cứ …', in facts. */
function refusalOf({ pack, award, date }: PowerAsked, { ruleId, citation, row, lapsed = null }: Rule, reason: string): JsonObject {
  const known = awardOf(pack, award);
  return {
    reason,
    award,
    awardName: known === undefined ? award : awardName(known),
    ruleId,
    citation,
    deciderTitle: deciderTitle(row?.level),
    date: formatLocalDate(date),
    ...lapsedFacts(lapsed),
  };
}

/** The signer's own power, when it has ended: AU-06 for a district chair after 2025-06-30. */
export function lapsedFacts(lapsed: AuthorityRow | null): JsonObject {
  const until = lapsed?.effectiveTo;
  return lapsed === null || until === null || until === undefined
    ? {}
    : { lapsed: { ruleId: lapsed.id, citation: lapsed.citation, until: formatLocalDate(until) } };
}

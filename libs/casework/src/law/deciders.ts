import { packInForce, positionName, rowsOn } from '@thidua/awards';
import { POST_ROLES } from '@thidua/contract';
import { dayOf } from '@thidua/kernel';
import type { DecidingRow, HouseWords, LimitFact } from '@thidua/runtime';
import type { CaseworkDeps } from '../deps';

/** Rows by which positions decide today: what a diagram that lets somebody else decide is refused with. */
export function decidersToday({ law, clock }: Pick<CaseworkDeps, 'law' | 'clock'>): readonly DecidingRow[] {
  const today = dayOf(clock.nowMs());
  const found = packInForce(law.effective(null), today);
  const rows = found.ok ? rowsOn(found.value.authorities, today) : [];
  // In the order of the file: of one level the row that names the position comes first by its role, not by its date.
  return rows
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((row) => ({ id: row.id, level: row.level, role: row.role, citation: row.citation, decider: positionName(row) }));
}

/** Posts tasks may go to; the ministry's desk exists in Trung ương alone. */
const POSTS: readonly string[] = [...POST_ROLES, 'ministry-desk'];

/** What the linter knows of the house: limits of every pack, posts, papers. */
export function wordsOfHouse(deps: Pick<CaseworkDeps, 'law' | 'clock'>, paperKinds: readonly string[]): HouseWords {
  return { limits: limitsOf(deps), roles: POSTS, ...(paperKinds.length === 0 ? {} : { paperKinds }) };
}

/** Rows that are no longer, or not yet, in force are known by name alone. */
function limitsOf({ law, clock }: Pick<CaseworkDeps, 'law' | 'clock'>): readonly LimitFact[] {
  const today = dayOf(clock.nowMs());
  const packs = law.effective(null);
  const found = packInForce(packs, today);
  const inForce = new Map((found.ok ? rowsOn(found.value.limits, today) : []).map((row) => [row.id, row.amount]));
  const rows = new Map(packs.flatMap((pack) => pack.limits).map((row) => [row.id, row]));
  return [...rows.values()].map(({ id, citation }) => {
    const amount = inForce.get(id);
    return { id, citation, ...(amount?.unit === 'working-day' ? { workingDays: amount.value } : {}) };
  });
}

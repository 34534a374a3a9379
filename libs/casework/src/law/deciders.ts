import { packInForce, positionName, rowsOn } from '@thidua/awards';
import { dayOf } from '@thidua/kernel';
import type { DecidingRow } from '@thidua/runtime';
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

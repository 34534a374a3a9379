import { DomainError, type LocalDate } from '@thidua/kernel';
import type { LimitRow, Pack } from '../pack/pack';
import { rowsOn } from '../pack/rows';

/** A diagram or a verb names a limit that its pack does not have. */
export class LimitUnknown extends DomainError {
  readonly code = 'limit-unknown';

  constructor(packId: string, rowId: string) {
    super(`the pack ${packId} has no limit ${rowId}`, { packId, rowId });
  }
}

/** The time limit `T-*` of a pack on a day (the latest when no day is given); undefined when the pack has none. */
export function limitFor(pack: Pack, rowId: string, date?: LocalDate): LimitRow | undefined {
  return rowsOn(pack.limits, date).find((row) => row.id === rowId);
}

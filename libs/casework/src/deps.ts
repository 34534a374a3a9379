import type { Pack, Movement, WorkingCalendar } from '@thidua/awards';
import type { Definitions, Runtime, RunningClock } from '@thidua/runtime';
import type { Database } from '@thidua/store';
import type { Stores } from './stores';

/** Everything a verb or query may lean on; made once per process by `openCasework`. */
export interface CaseworkDeps {
  readonly database: Database;
  readonly stores: Stores;
  readonly runtime: Runtime;
  readonly definitions: Definitions;
  readonly clock: RunningClock;
  readonly calendar: WorkingCalendar;
  readonly law: LawBook;
  readonly demo: boolean;
  readonly simulatedClock: boolean;
}

/** Packs and movements in force, read back from their immutable rows. */
export interface LawBook {
  /** Every pack loaded, by content hash. */
  readonly packs: ReadonlyMap<string, Pack>;
  hashOf(packId: string): string | undefined;
  movements(provinceId: string): readonly Movement[];
  /** The organisation that carries a movement out, where its plan names one we know. */
  ownerOf(provinceId: string, movementId: string): string | undefined;
  /** Reads what was loaded since. */
  refresh(): Promise<void>;
}

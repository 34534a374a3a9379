import type { JsonObject } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { LimitEventKind, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { alignDueDays } from './align-due-days';

/** What befell a clock: of a dossier, of a round, or of a single row of it. */
export interface LimitNote {
  readonly provinceId: string;
  readonly dossierId?: string | null;
  readonly roundId?: string | null;
  readonly rowId?: string | null;
  readonly kind: LimitEventKind;
  readonly atMs: number;
  readonly personId?: string | null;
  /** Ids and row ids of law only. */
  readonly facts?: JsonObject;
}

const STOPS_A_STEP: readonly LimitEventKind[] = ['supplement-asked', 'supplement-received', 'opinion-asked', 'opinion-received'];

/** Writes down, in the transaction of the act, what starts, stops or restarts a legal clock (decision 30). */
export async function noteLimit(deps: CaseworkDeps, tx: Tx, note: LimitNote): Promise<void> {
  const { provinceId, kind, atMs, dossierId = null, roundId = null, rowId = null, personId = null, facts = {} } = note;
  await deps.stores.limitEvents.add(tx, provinceId, { id: newId(deps.clock), dossierId, roundId, rowId, kind, atMs, personId, facts });
  if (rowId === null && STOPS_A_STEP.includes(kind)) {
    await alignDueDays(deps, tx, { provinceId, dossierId, roundId });
  }
}

/** At the receiving desk: the first look is the receipt, and then the dossier is complete, or something is missing from it. */
export async function noteAtDesk(
  deps: CaseworkDeps,
  tx: Tx,
  note: LimitNote & { readonly dossierId: string; readonly kind: 'complete' | 'supplement-asked' },
): Promise<void> {
  const before = await deps.stores.limitEvents.ofDossiers(note.provinceId, [note.dossierId], tx);
  if (!before.some((event) => event.kind === 'received')) {
    await noteLimit(deps, tx, { ...note, kind: 'received' });
  }
  await noteLimit(deps, tx, note);
}

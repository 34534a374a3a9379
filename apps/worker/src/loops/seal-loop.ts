import { sealTrail, type Database } from '@thidua/store';
import { pacedLoop, type PacedLoop } from './paced-loop';

const EVERY = { busyMs: 60_000, idleMs: 60_000 };

/** Seals the ends of the trail's chains once a minute: what is sealed cannot be taken back without rewriting every seal after it. */
export function sealLoop(
  { database, clock }: { readonly database: Database; readonly clock: { nowMs(): number } },
  onError: (error: unknown) => void,
): PacedLoop {
  return pacedLoop(() => sealTrail(database, clock.nowMs()), EVERY, onError);
}

import { versionsTakeEffect, type CaseworkDeps } from '@thidua/casework';
import { pacedLoop, type PacedLoop } from './paced-loop';

/** Days begin at midnight, and a movable clock at any moment. */
const PACE = { busyMs: 1000, idleMs: 10_000 };

/** Lets messages, signals and timers start the versions whose day has come. */
export function versionLoop(deps: CaseworkDeps, onError: (error: unknown) => void): PacedLoop {
  return pacedLoop(() => versionsTakeEffect(deps), PACE, onError);
}

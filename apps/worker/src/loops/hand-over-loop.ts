import { handOverDue, type CaseworkDeps } from '@thidua/casework';
import { pacedLoop, type PacedLoop } from './paced-loop';

/** Bodies end at midnight, and not often. */
const PACE = { busyMs: 1000, idleMs: 30_000 };

/** Hands the open files of bodies whose last day has passed to those who come after them. */
export function handOverLoop(deps: CaseworkDeps, onError: (error: unknown) => void): PacedLoop {
  return pacedLoop(() => handOverDue(deps), PACE, onError);
}

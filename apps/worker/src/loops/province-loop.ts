import { installProvincesDue, type CaseworkDeps } from '@thidua/casework';
import { pacedLoop, type PacedLoop } from './paced-loop';

/** Somebody watches the set-up screen when there is a province to be given its processes. */
const PACE = { busyMs: 500, idleMs: 3000 };

/** Gives provinces that were made in the browser their processes. */
export function provinceLoop(deps: CaseworkDeps, onError: (error: unknown) => void): PacedLoop {
  return pacedLoop(() => installProvincesDue(deps), PACE, onError);
}

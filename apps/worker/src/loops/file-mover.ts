import { moveFiles, scanWaiting, type CaseworkDeps } from '@thidua/casework';
import { pacedLoop, type PacedLoop } from './paced-loop';

const PACE = { busyMs: 50, idleMs: 5000 };
const BATCH = 20;

/** Looks at what lies in quarantine, and takes new files out of the database to where they are to lie. */
export function fileMover(deps: CaseworkDeps, onError: (error: unknown) => void): PacedLoop {
  const pass = async (): Promise<number> => (await scanWaiting(deps, BATCH)) + (await moveFiles(deps, BATCH, onError));
  return pacedLoop(pass, PACE, onError);
}

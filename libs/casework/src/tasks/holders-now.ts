import type { PositionRecord, TaskRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { holdersOf, type Waiting } from './holders';

type About = Waiting & Pick<TaskRecord, 'status' | 'dossierId' | 'roundId'>;

/** Who has the matter now: the holders of an open task, else of what is open about its dossier or round. Ballots tell nobody. */
export async function holdersNow(deps: CaseworkDeps, provinceId: string, task: About): Promise<readonly PositionRecord[]> {
  if (task.status === 'open') {
    return holdersOf(deps, provinceId, task);
  }
  const open = (await tasksAbout(deps, provinceId, task)).filter((one) => one.status === 'open' && one.step !== 'ballot');
  return (await Promise.all(open.map((one) => holdersOf(deps, provinceId, one)))).flat();
}

async function tasksAbout({ stores }: CaseworkDeps, provinceId: string, { dossierId, roundId }: About): Promise<readonly TaskRecord[]> {
  if (dossierId !== null) {
    return stores.tasks.ofDossier(provinceId, dossierId);
  }
  return roundId === null ? [] : stores.tasks.ofRound(provinceId, roundId);
}

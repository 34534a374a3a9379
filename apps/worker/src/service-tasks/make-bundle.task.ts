import { loadScene } from '../papers/load-scene';
import type { DossierScene, RoundScene } from '../papers/scene';
import { bind, latestPapers, type BundleOrder } from './bundle';
import { papersBelow } from './papers-below';
import type { ServiceTask, TaskRoom } from './service-task';
import { subjectOf } from './subject';

/** make-bundle: the merged 'bộ hồ sơ' of what stands so far, with its archive; that of a round carries the files of the levels behind it. */
export const makeBundleTask: ServiceTask = async (room, job) => {
  const scene = await loadScene(room, job.provinceId, subjectOf(job));
  await bind(room, job, await standingBundle(room, job.provinceId, scene));
};

/** What a bundle of the subject holds now. */
export async function standingBundle(
  room: Pick<TaskRoom, 'deps' | 'facts'>,
  provinceId: string,
  scene: DossierScene | RoundScene,
): Promise<BundleOrder> {
  const below = 'round' in scene ? await papersBelow(room, provinceId, scene) : [];
  return {
    kind: 'bo-ho-so',
    title: 'Bộ hồ sơ',
    orgId: 'round' in scene ? scene.org.id : scene.unit.id,
    scene,
    paperIds: [...latestPapers(scene.papers), ...below].map((paper) => paper.id),
  };
}

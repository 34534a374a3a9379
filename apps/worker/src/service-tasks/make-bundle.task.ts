import { loadScene } from '../papers/load-scene';
import { bind, latestPapers } from './bundle';
import { dossierPapers } from './dossier-papers';
import type { ServiceTask } from './service-task';
import { subjectOf } from './subject';

/** make-bundle: the merged 'bộ hồ sơ' of what stands so far; that of a round carries the files of the units behind it. */
export const makeBundleTask: ServiceTask = async (room, job) => {
  const scene = await loadScene(room, job.provinceId, subjectOf(job));
  const own = latestPapers(scene.papers);
  const below = 'round' in scene ? await dossierPapers(room, job.provinceId, scene.rows) : [];
  await bind(room, job, {
    kind: 'bo-ho-so',
    title: 'Bộ hồ sơ',
    orgId: 'round' in scene ? scene.org.id : scene.unit.id,
    scene,
    papers: [...own, ...below],
  });
};

import { loadScene } from '../papers/load-scene';
import { proposedUpward } from '../papers/round/decision-papers';
import { bind, latestPapers } from './bundle';
import { dossierPapers } from './dossier-papers';
import { GiveUp } from './outcomes';
import type { ServiceTask } from './service-task';
import { subjectOf } from './subject';

/** What the province's other decisions are about does not go to the centre. */
const NOT_FOR_THE_CENTRE = new Set(['quyet-dinh', 'bang-khen', 'phieu-trinh']);

/** make-package: what goes to Bộ Nội vụ, the submission first; its Word files hang on the submission and the list themselves. */
export const makePackageTask: ServiceTask = async (room, job) => {
  const scene = await loadScene(room, job.provinceId, subjectOf(job));
  if (!('round' in scene)) {
    throw new GiveUp('facts-missing', 'Gói hồ sơ trình trung ương cần một đợt xét.');
  }
  const own = latestPapers(scene.papers).filter((paper) => !NOT_FOR_THE_CENTRE.has(paper.kind));
  const upward = own.filter((paper) => paper.orgId === scene.province.id && paper.slot.includes(':TTG'));
  const rest = own.filter((paper) => !upward.includes(paper) && paper.kind !== 'to-trinh' && paper.kind !== 'danh-sach');
  await bind(room, job, {
    kind: 'goi-ho-so',
    title: 'Gói hồ sơ trình Thủ tướng Chính phủ',
    orgId: scene.province.id,
    scene,
    papers: [...upward, ...rest, ...(await dossierPapers(room, job.provinceId, proposedUpward(scene)))],
  });
};

import { loadScene } from '../papers/load-scene';
import { proposedUpward } from '../papers/round/decision-papers';
import type { RoundScene } from '../papers/scene';
import { bind, latestPapers, type BundleOrder } from './bundle';
import { GiveUp } from './outcomes';
import { papersBelow } from './papers-below';
import type { ServiceTask, TaskRoom } from './service-task';
import { subjectOf } from './subject';

/** What the province's other decisions are about does not go to the centre. */
const NOT_FOR_THE_CENTRE = new Set(['quyet-dinh', 'bang-khen', 'phieu-trinh']);

/** make-package: what goes to Bộ Nội vụ, bound and as an archive; the submission first, with its Word and that of the list (law.md 7.3). */
export const makePackageTask: ServiceTask = async (room, job) => {
  const scene = await loadScene(room, job.provinceId, subjectOf(job));
  if (!('round' in scene)) {
    throw new GiveUp('facts-missing', 'Gói hồ sơ trình trung ương cần một đợt xét.');
  }
  await bind(room, job, await centralPackage(room, job.provinceId, scene));
};

/** The province's own papers for the centre, then those of the levels below, the commune's and the unit's. */
export async function centralPackage(room: Pick<TaskRoom, 'deps' | 'facts'>, provinceId: string, scene: RoundScene): Promise<BundleOrder> {
  const own = latestPapers(scene.papers).filter((paper) => !NOT_FOR_THE_CENTRE.has(paper.kind));
  const upward = own.filter((paper) => paper.orgId === scene.province.id && paper.slot.includes(':TTG'));
  const rest = own.filter((paper) => !upward.includes(paper) && paper.kind !== 'to-trinh' && paper.kind !== 'danh-sach');
  const below = await papersBelow(room, provinceId, { round: scene.round, rows: proposedUpward(scene) });
  return {
    kind: 'goi-ho-so',
    title: 'Gói hồ sơ trình Thủ tướng Chính phủ',
    orgId: scene.province.id,
    scene,
    paperIds: [...upward, ...rest, ...below].map((paper) => paper.id),
  };
}

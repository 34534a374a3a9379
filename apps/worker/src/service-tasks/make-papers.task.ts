import { preparePapers, recordPapers, type MadeFile } from '@thidua/casework';
import { fp } from '@thidua/runtime';
import { loadScene } from '../papers/load-scene';
import { plansFor } from '../papers/plans-for';
import { render } from '../papers/render';
import type { ServiceTask, TaskRoom } from './service-task';
import { kindsOf, subjectOf } from './subject';

/** Papers nobody signs into force: they leave the house as they are made. All others wait as drafts for their signature. */
const ISSUED_AT_ONCE = new Set([
  'phieu-yeu-cau-bo-sung',
  'giay-tiep-nhan',
  'thong-bao-ket-qua',
  'phieu-tham-dinh',
  'bang-tong-hop',
  'phieu-trinh',
]);

/** make-papers (headers `kinds`, `to`): freezes the facts, makes each paper of the kinds, and records them with the end of the job. */
export const makePapers: ServiceTask = async (room, job) => {
  const { deps } = room;
  const scene = await loadScene(room, job.provinceId, subjectOf(job));
  const plans = plansFor(scene, kindsOf(job), job.headers['to'] ?? '');
  const prepared = await deps.database.inTransaction((tx) => preparePapers(deps, tx, job, plans));
  const files: MadeFile[] = [];
  for (const paper of prepared) {
    const stage = ISSUED_AT_ONCE.has(paper.kind) ? 'final' : 'draft';
    files.push(await madeFile(room, { paperId: paper.paperId, kind: paper.kind, data: paper.data, stage }));
  }
  fp('paper.after-render');
  await recordPapers(deps, job, files);
};

interface PaperOrder {
  readonly paperId: string;
  readonly kind: string;
  readonly data: Parameters<typeof render>[2];
  readonly stage: MadeFile['stage'];
}

/** One paper, made and read back, as recordPapers takes it. */
export async function madeFile(room: TaskRoom, { paperId, kind, data, stage }: PaperOrder): Promise<MadeFile> {
  const { pdf, docx } = await render(room, kind, data);
  const { bytes, pages, templateVersion } = pdf;
  return { paperId, stage, bytes, pages, templateVersion, ...(docx === null ? {} : { docx }) };
}

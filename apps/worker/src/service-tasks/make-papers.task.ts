import { preparePapers, recordPapers, type MadeFile } from '@thidua/casework';
import { fp } from '@thidua/runtime';
import type { ClaimedJob } from '@thidua/store';
import { afterPlans } from '../papers/after/after-plans';
import { afterWork } from '../papers/after/after-scene';
import { withOriginal } from '../papers/after/copied-paper';
import { loadScene } from '../papers/load-scene';
import { objectOf } from '../papers/plain';
import type { PaperPlan } from '../papers/plan';
import { movementPlans } from '../papers/movement/movement-plans';
import { plansFor } from '../papers/plans-for';
import { render, type RenderOrder } from '../papers/render';
import { isSignedKind } from '../signing/signed-kinds';
import type { ServiceTask, TaskRoom } from './service-task';
import { kindsOf, subjectOf } from './subject';
import { tellProgress } from './tell-progress';

/** Papers nobody signs into force: they leave the house as they are made. All others wait as drafts for their signature. */
const ISSUED_AT_ONCE = new Set([
  'phieu-yeu-cau-bo-sung',
  'giay-tiep-nhan',
  'thong-bao-ket-qua',
  'phieu-tham-dinh',
  'bang-tong-hop',
  'phieu-trinh',
  'phieu-tu-choi',
  'thong-bao-tu-choi',
  'thong-bao-cong-khai',
  'cong-van-xin-y-kien',
  'cong-van-xac-nhan',
  'tom-tat-thanh-tich',
  'bang-chi-thuong',
]);

/** What leaves at once takes no number: its line would stay blank for ever. */
function unnumbered(plan: PaperPlan): PaperPlan {
  return { ...plan, data: { ...plan.data, frame: { ...objectOf(plan.data['frame']), symbol: '' } } };
}

/** The header `stage` = draft has a paper wait for signature and number that leaves at once elsewhere. */
function isFinal(job: Pick<ClaimedJob, 'headers'>, kind: string): boolean {
  return ISSUED_AT_ONCE.has(kind) && job.headers['stage'] !== 'draft';
}

async function plansOf(room: TaskRoom, job: ClaimedJob): Promise<readonly PaperPlan[]> {
  const movement = await movementPlans(room, job);
  if (movement !== undefined) {
    return movement;
  }
  const after = await afterWork(room, job, kindsOf(job));
  return after === undefined
    ? plansFor(await loadScene(room, job.provinceId, subjectOf(job)), kindsOf(job), job.headers['to'] ?? '')
    : afterPlans(after);
}

/** make-papers (headers `kinds`, `to`, `stage`): freezes the facts, makes each paper of the kinds, and records them with the end of the job. */
export const makePapers: ServiceTask = async (room, job) => {
  const { deps } = room;
  const plans = (await plansOf(room, job)).map((plan) => (isFinal(job, plan.kind) ? unnumbered(plan) : plan));
  const prepared = await deps.database.inTransaction((tx) => preparePapers(deps, tx, job, plans));
  const files: MadeFile[] = [];
  for (const paper of prepared) {
    await tellProgress(room, job, files.length, prepared.length);
    const stage = isFinal(job, paper.kind) ? 'final' : 'draft';
    files.push(await madeFile(room, { provinceId: job.provinceId, paperId: paper.paperId, kind: paper.kind, data: paper.data, stage }));
  }
  fp('paper.after-render');
  await recordPapers(deps, job, files);
};

interface PaperOrder {
  readonly provinceId: string;
  readonly paperId: string;
  readonly kind: string;
  readonly data: RenderOrder['data'];
  readonly stage: MadeFile['stage'];
  /** A final paper whose gaps are still to be filled. */
  readonly open?: boolean;
}

/** One paper, made and read back, as recordPapers takes it. */
export async function madeFile(room: TaskRoom, { provinceId, paperId, kind, data, stage, open = false }: PaperOrder): Promise<MadeFile> {
  const fields = open || (stage === 'draft' && isSignedKind(kind));
  const { pdf, docx } = await render(room, { provinceId, paperId, kind, data, stage, fields });
  const { templateVersion } = pdf;
  const { bytes, pages } = kind === 'ban-sao' ? await withOriginal(room, { provinceId, paperId }, pdf) : pdf;
  return { paperId, stage, bytes, pages, templateVersion, ...(stage === 'final' ? { data } : {}), ...(docx === null ? {} : { docx }) };
}

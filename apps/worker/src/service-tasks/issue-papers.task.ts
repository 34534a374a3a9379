import { isAfterKind, papersToIssue, preparePapers, recordPapers, type MadeFile, type PaperToIssue } from '@thidua/casework';
import { formatLocalDate } from '@thidua/kernel';
import { fp } from '@thidua/runtime';
import type { ClaimedJob } from '@thidua/store';
import { dated, finalData } from '../papers/final-data';
import { loadScene } from '../papers/load-scene';
import { plansFor } from '../papers/plans-for';
import { madeFile } from './make-papers.task';
import { GiveUp } from './outcomes';
import type { ServiceTask, TaskRoom } from './service-task';
import { kindsOf, subjectOf } from './subject';
import { tellProgress } from './tell-progress';

/** Papers that come into force by a signature; what the others say (numbers, decisions) is known only now. */
const SIGNED = new Set([
  'bien-ban-binh-xet',
  'to-trinh',
  'quyet-dinh',
  'bien-ban-hoi-dong',
  'bien-ban-kiem-phieu',
  'bien-ban-cum',
  'cong-van-xin-y-kien',
  'cong-van-xac-nhan',
  'thong-bao-cong-khai',
  'thong-bao-tu-choi',
]);

function isSigned(kind: string): boolean {
  return SIGNED.has(kind) || isAfterKind(kind);
}

/**
 * issue-papers (headers `kinds`, `to`, `series`): signed papers get number, date and signature on their frozen data; lists, reports and
 * certificates are written from the facts as they stand now. Files, states and the end of the job are one transaction.
 */
export const issuePapers: ServiceTask = async (room, job) => {
  const files = [...(await signedFiles(room, job)), ...(await followingFiles(room, job))];
  fp('paper.after-render');
  await recordPapers(room.deps, job, files);
};

async function signedFiles(room: TaskRoom, job: ClaimedJob): Promise<readonly MadeFile[]> {
  const waiting = (await papersToIssue(room.deps, job)).filter(({ paper }) => isSigned(paper.kind));
  const files: MadeFile[] = [];
  for (const one of waiting) {
    files.push(await finished(room, job.provinceId, one));
  }
  return files;
}

async function finished(room: TaskRoom, provinceId: string, issue: PaperToIssue): Promise<MadeFile> {
  const { paper, signer } = issue;
  if (signer === null) {
    throw new GiveUp('paper-not-signed', `${paper.title} chưa được ký.`);
  }
  const file = await madeFile(room, { provinceId, paperId: paper.id, kind: paper.kind, data: finalData(issue), stage: 'final' });
  if (signer.mode === 'wet-ink') {
    return file;
  }
  const order = { reason: paper.title, signer: signer.fullName, signedAtMs: signer.signedMs };
  return { ...file, bytes: await room.signer.sign(file.bytes, order) };
}

async function followingFiles(room: TaskRoom, job: ClaimedJob): Promise<readonly MadeFile[]> {
  const { deps } = room;
  const kinds = kindsOf(job).filter((kind) => !isSigned(kind));
  if (kinds.length === 0) {
    return [];
  }
  const scene = await loadScene(room, job.provinceId, subjectOf(job));
  const plans = plansFor(scene, kinds, job.headers['to'] ?? '').map((plan) => ({
    ...plan,
    data: dated(plan.data, formatLocalDate(scene.today)),
  }));
  const prepared = await deps.database.inTransaction((tx) => preparePapers(deps, tx, job, plans));
  const files: MadeFile[] = [];
  for (const { paperId, kind, data } of prepared) {
    await tellProgress(room, job, files.length, prepared.length);
    files.push(await madeFile(room, { provinceId: job.provinceId, paperId, kind, data, stage: 'final' }));
  }
  return files;
}

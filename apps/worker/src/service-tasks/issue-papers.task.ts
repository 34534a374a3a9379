import { papersToIssue, preparePapers, recordPapers, type MadeFile, type PreparedPaper } from '@thidua/casework';
import { formatLocalDate } from '@thidua/kernel';
import { fp } from '@thidua/runtime';
import type { ClaimedJob } from '@thidua/store';
import { dated } from '../papers/final-data';
import { loadScene } from '../papers/load-scene';
import { plansFor } from '../papers/plans-for';
import { objectOf } from '../papers/plain';
import { finishSigned, sealAttachment } from '../signing/finish-signed';
import { isSignedKind } from '../signing/signed-kinds';
import { madeFile } from './make-papers.task';
import type { ServiceTask, TaskRoom } from './service-task';
import { kindsOf, subjectOf } from './subject';
import { tellProgress } from './tell-progress';

/**
 * issue-papers (headers `kinds`, `to`, `series`): signed papers get signature, number, date and seal on the bytes that were approved; lists,
 * reports and certificates are written from the facts as they stand now. Files, states and the end of the job are one transaction.
 */
export const issuePapers: ServiceTask = async (room, job) => {
  const files = [...(await signedFiles(room, job)), ...(await followingFiles(room, job))];
  fp('paper.after-render');
  await recordPapers(room.deps, job, files);
};

async function signedFiles(room: TaskRoom, job: ClaimedJob): Promise<readonly MadeFile[]> {
  const waiting = (await papersToIssue(room.deps, job)).filter(({ paper }) => isSignedKind(paper.kind));
  const files: MadeFile[] = [];
  for (const one of waiting) {
    files.push(await finishSigned(room, job.provinceId, one));
  }
  return files;
}

async function followingFiles(room: TaskRoom, job: ClaimedJob): Promise<readonly MadeFile[]> {
  const { deps } = room;
  const kinds = kindsOf(job).filter((kind) => !isSignedKind(kind));
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
  for (const paper of prepared) {
    await tellProgress(room, job, files.length, prepared.length);
    const { paperId, kind, data } = paper;
    files.push(await attached(room, job, paper, await madeFile(room, { provinceId: job.provinceId, paperId, kind, data, stage: 'final' })));
  }
  return files;
}

/** A list that goes with a digitally signed paper bears its number and the agency's signature; all else leaves as it was made. */
async function attached(room: TaskRoom, job: ClaimedJob, { paperId, kind, data }: PreparedPaper, file: MadeFile): Promise<MadeFile> {
  const { papers } = room.deps.stores;
  const { number, symbol } = objectOf(data['attachedTo']);
  if (kind !== 'danh-sach' || typeof number !== 'string' || typeof symbol !== 'string') {
    return file;
  }
  const numberText = `${number}/${symbol}`;
  const list = await papers.byId(job.provinceId, paperId);
  const main = (await papers.about(job.provinceId, subjectOf(job))).find(
    (one) => one.numberText === numberText && one.orgId === list?.orgId,
  );
  if (main?.signatureMode !== 'digital') {
    return file;
  }
  const { orgId, orgName } = main;
  return { ...file, bytes: await sealAttachment(room, job.provinceId, { bytes: file.bytes, orgId, orgName, number: numberText }) };
}

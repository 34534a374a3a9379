import { fp } from '@thidua/runtime';
import type { JsonObject } from '@thidua/kernel';
import type { PaperRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { JobRecord } from '../jobs/job-verb';
import { commitForPaper } from '../money/of-papers';
import { JobFenced } from './prepare-papers';

/** A paper that documents has made and checked. */
export interface MadeFile {
  readonly paperId: string;
  /** draft: to be signed first. final: as it leaves the house, or as printed for a signature by hand. */
  readonly stage: 'draft' | 'final';
  readonly bytes: Uint8Array;
  /** 'application/pdf' when absent. */
  readonly mime?: string;
  readonly pages: number | null;
  readonly docx?: Uint8Array;
  /** ZIP of the same papers, beside a bound file. */
  readonly archive?: Uint8Array;
  readonly templateVersion: string;
  /** What the final form was filled with; the draft's frozen data when absent. */
  readonly data?: JsonObject;
}

const PDF = 'application/pdf';
const ZIP = 'application/zip';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Files, papers and the end of the job in one transaction, fenced by the lease: a job that went to other hands leaves nothing behind.
 * @throws JobFenced
 */
export async function recordPapers(
  deps: CaseworkDeps,
  job: JobRecord,
  files: readonly MadeFile[],
  variables: JsonObject = {},
): Promise<void> {
  await deps.database.inTransaction(async (tx) => {
    for (const file of files) {
      await record(deps, tx, job.provinceId, file);
    }
    fp('paper.after-record');
    const answer = await deps.runtime.step(
      {
        provinceId: job.provinceId,
        instanceId: job.instanceId,
        command: { type: 'complete-job', jobId: job.id, variables },
        guard: { jobId: job.id, leaseToken: job.leaseToken },
        audit: { action: 'papers-made', facts: { paperIds: files.map((file) => file.paperId) } },
      },
      tx,
    );
    if (!answer.ok) {
      throw new JobFenced('the job is over or in other hands', { jobId: job.id, reason: answer.reason });
    }
  });
}

async function record(deps: CaseworkDeps, tx: Tx, provinceId: string, file: MadeFile): Promise<void> {
  const { files, papers, payloads } = deps.stores;
  const atMs = deps.clock.nowMs();
  const paper = await papers.byId(provinceId, file.paperId, tx);
  if (paper === undefined) {
    throw new Error(`paper ${file.paperId} is not there`);
  }
  const sha256 = await files.put(tx, provinceId, { bytes: file.bytes, mime: file.mime ?? PDF, atMs });
  const docxSha256 = file.docx === undefined ? null : await files.put(tx, provinceId, { bytes: file.docx, mime: DOCX, atMs });
  const kept = { sha256, docxSha256, pages: file.pages, templateVersion: file.templateVersion };
  if (file.archive !== undefined) {
    const archive = await files.put(tx, provinceId, { bytes: file.archive, mime: ZIP, atMs });
    await deps.stores.bundles.keepArchive(tx, provinceId, paper.id, archive);
  }
  if (file.stage === 'draft') {
    await papers.keepDraft(tx, provinceId, paper.id, kept);
  } else {
    const finalHash = file.data === undefined ? paper.dataHash : await payloads.put(tx, provinceId, { data: file.data }, atMs);
    await papers.keepFinal(tx, provinceId, paper.id, { ...kept, finalHash, issued: !waitsForScan(paper), atMs });
    await commitForPaper(deps, tx, { provinceId, paper, issued: !waitsForScan(paper), atMs });
  }
}

/** Signed by hand: what was made now is the print, and the scan of it will be the paper. */
function waitsForScan(paper: PaperRecord): boolean {
  return paper.signatureMode === 'wet-ink' && (paper.state === 'signed' || paper.state === 'numbered');
}

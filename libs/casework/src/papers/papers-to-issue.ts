import { dayOf, type JsonObject } from '@thidua/kernel';
import type { PaperRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { JobRecord } from '../jobs/job-verb';
import { isAfterKind } from './after-kinds';
import { slotParts } from './paper-slot';
import { JobFenced } from './prepare-papers';
import { takeNumber } from './take-numbers';

/** Kinds that one body makes for several addressees; header `to` tells them apart. */
const ADDRESSED: readonly string[] = ['to-trinh', 'danh-sach'];

/** A paper to be made in its final form: its frozen data, and what has been added to it since. */
export interface PaperToIssue {
  readonly paper: PaperRecord;
  readonly data: JsonObject;
  /** '12' of '12/TTr-UBND'; null on a paper without number. */
  readonly number: string | null;
  /** 'TTr-UBND'. */
  readonly symbol: string | null;
  /** YYYY-MM-DD: of the number, else of the signature. */
  readonly date: string | null;
  readonly signer: PaperSigner | null;
}

export interface PaperSigner {
  readonly mode: 'digital' | 'wet-ink';
  readonly fullName: string;
  readonly title: string;
  readonly role: string;
  readonly signedMs: number;
}

/**
 * What an issue job has to finish: papers of its kinds (header `kinds`) that are not issued and not already printed for a scan. With the
 * header `series` = BB signed minutes take their number now, once, whoever runs the job again. @throws JobFenced
 */
export async function papersToIssue(deps: CaseworkDeps, job: JobRecord): Promise<readonly PaperToIssue[]> {
  return deps.database.inTransaction(async (tx) => {
    if (!(await deps.stores.jobs.holds(tx, job))) {
      throw new JobFenced('the job is in other hands', { jobId: job.id });
    }
    if (job.headers['series'] === 'BB') {
      await numberMinutes(deps, tx, job);
    }
    const found = await waiting(deps, tx, job);
    const posts = await deps.stores.people.positionsById(
      job.provinceId,
      [...new Set(found.flatMap((paper) => paper.signerPosition ?? []))],
      tx,
    );
    const people = await deps.stores.people.persons(job.provinceId, [...new Set(found.flatMap((paper) => paper.signerPerson ?? []))], tx);
    const issues: PaperToIssue[] = [];
    for (const paper of found) {
      const frozen = await deps.stores.payloads.get(job.provinceId, paper.dataHash, tx);
      const post = posts.find((one) => one.id === paper.signerPosition);
      const person = people.find((one) => one.id === paper.signerPerson);
      const [number = null, ...symbol] = paper.numberText?.split('/') ?? [];
      issues.push({
        paper,
        // What preparePapers has frozen is an object of data and row ids.
        data: (frozen?.['data'] ?? {}) as JsonObject,
        number,
        symbol: symbol.length === 0 ? null : symbol.join('/'),
        date: paper.numberDate ?? dateOf(paper),
        signer:
          post === undefined || person === undefined || paper.signatureMode === null || paper.signedAt === null
            ? null
            : {
                mode: paper.signatureMode,
                fullName: person.fullName,
                title: post.title,
                role: post.role,
                signedMs: paper.signedAt.getTime(),
              },
      });
    }
    return issues;
  });
}

async function waiting(deps: CaseworkDeps, tx: Tx, job: JobRecord): Promise<readonly PaperRecord[]> {
  const kinds = (job.headers['kinds'] ?? '').split(/\s+/);
  const ofNeither = job.roundId === null && job.dossierId === null;
  const about =
    ofNeither || kinds.some(isAfterKind)
      ? await deps.stores.papers.ofInstance(job.provinceId, job.instanceId, tx)
      : await deps.stores.papers.lockAbout(tx, job.provinceId, subjectOf(job));
  const to = job.headers['to'];
  const { paperKind = null } = job.variables;
  return about.filter(
    (paper) =>
      kinds.includes(paper.kind) &&
      (!ofNeither || paperKind === null || paper.kind === paperKind) &&
      ['drafted', 'signed', 'numbered'].includes(paper.state) &&
      paper.fileSha256 === null &&
      (!ADDRESSED.includes(paper.kind) || slotParts(paper.slot).more?.[0] === to),
  );
}

async function numberMinutes(deps: CaseworkDeps, tx: Tx, job: JobRecord): Promise<void> {
  const nowMs = deps.clock.nowMs();
  for (const paper of await waiting(deps, tx, job)) {
    if (paper.state === 'signed' && paper.signerPosition !== null) {
      const numbering = { provinceId: job.provinceId, paper, takenBy: paper.signerPosition, today: dayOf(nowMs), nowMs };
      await takeNumber(deps, tx, numbering);
    }
  }
}

function subjectOf({ dossierId, roundId }: JobRecord): { readonly roundId: string } | { readonly dossierId: string } {
  return dossierId === null ? { roundId: roundId ?? '' } : { dossierId };
}

function dateOf(paper: PaperRecord): string | null {
  if (paper.signedAt === null) {
    return null;
  }
  const { year, month, day } = dayOf(paper.signedAt.getTime());
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

import { createHash } from 'node:crypto';
import type { FileVerified } from '@thidua/contract';
import type { PaperRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { Refused } from '../refused';
import { demandPace, pacesOf } from './paces';
import { signatureViews } from './signature-views';
import { standing } from './verified-paper';

const LARGEST = 10 * 1024 * 1024;
const MOST_REVISIONS = 12;

type Found = PaperRecord & { readonly provinceId: string };

/** Whether a PDF is a paper we issued, unchanged, and what its signatures say. Nothing of it is kept. */
export const verifyFile: Handler<'verifyFile'> = async (deps, { file }) => {
  demandPace(pacesOf(deps.stores).files);
  const bytes = file?.bytes ?? new Uint8Array();
  if (bytes.byteLength > LARGEST) {
    throw new Refused('file-too-large', { size: bytes.byteLength, largest: LARGEST });
  }
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-') {
    throw new Refused('file-not-what-it-says', { name: file?.name ?? '' });
  }
  const { match, paper } = await matchOf(deps, bytes);
  return {
    match,
    paper:
      paper === undefined
        ? null
        : { title: paper.title, numberText: paper.numberText, date: paper.numberDate, status: await standing(deps, paper) },
    signatures: await signatureViews(deps, bytes),
  };
};

async function matchOf(deps: CaseworkDeps, bytes: Uint8Array): Promise<{ match: FileVerified['match']; paper: Found | undefined }> {
  const whole = await issuedAs(deps, bytes);
  if (whole !== undefined) {
    return { match: 'issued', paper: whole };
  }
  for (const end of revisionEnds(bytes)) {
    const paper = await issuedAs(deps, bytes.subarray(0, end));
    if (paper !== undefined) {
      return { match: 'appended', paper };
    }
  }
  return { match: 'unknown', paper: undefined };
}

async function issuedAs(deps: CaseworkDeps, bytes: Uint8Array): Promise<Found | undefined> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const papers = await deps.stores.papers.byFile(sha256);
  return papers.find((paper) => paper.fileSha256 === sha256 && (paper.state === 'issued' || paper.state === 'canceled'));
}

/** Where an earlier state of the file may have ended: whatever is added to a PDF comes after its '%%EOF'. */
function revisionEnds(bytes: Uint8Array): readonly number[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ends = new Set<number>();
  for (let at = file.lastIndexOf('%%EOF'); at > 0 && ends.size < MOST_REVISIONS; at = file.lastIndexOf('%%EOF', at - 1)) {
    for (const tail of ['', '\n', '\r\n', '\r']) {
      const end = at + 5 + tail.length;
      if (end < file.length && file.toString('latin1', at + 5, end) === tail) {
        ends.add(end);
      }
    }
  }
  return [...ends];
}

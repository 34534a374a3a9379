import { PdfUnreadable } from '../../errors';
import { fieldsOf, type Field } from '../fields/form';
import { PdfFile } from '../file/pdf-file';
import { PdfString, asDict } from '../file/values';
import { laterChanges } from './later-changes';
import { readSignature, type ReadSignature } from './read-signature';
import type { LaterChange, SignatureReport } from './report';

export interface InspectOptions {
  /** Certificates (DER) of the issuers that are trusted; left out, `trusted` is null. */
  readonly roots?: readonly Uint8Array[];
}

const MOST_SIGNATURES = 20;
const MOST_REVISIONS = 60;

/**
 * Every signature of a PDF, oldest first, with what came after it. A file without signatures gives an empty list; one that cannot be read
 * but seems to be signed gives one report with the problem 'file-unreadable'. Never throws for any bytes; the work is bounded.
 */
export function inspectSignatures(pdf: Uint8Array, options: InspectOptions = {}): Promise<readonly SignatureReport[]> {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  try {
    return Promise.resolve(inspectFile(PdfFile.open(bytes), options));
  } catch (error) {
    // RangeError: numbers or nesting that no honest file has.
    if (error instanceof PdfUnreadable || error instanceof RangeError) {
      return Promise.resolve(bytes.includes('/ByteRange', 0, 'latin1') ? [unreadableReport()] : []);
    }
    return Promise.reject(error instanceof Error ? error : new Error(String(error)));
  }
}

function inspectFile(file: PdfFile, { roots }: InspectOptions): readonly SignatureReport[] {
  const signed = signedFields(file).slice(0, MOST_SIGNATURES);
  const kept = new Set(signed.map(contentsAt));
  const present = signed.map((field) => dated(file, readSignature(file, field, roots)));
  const removed = removedFields(file, kept).map((field) => {
    const { end, report } = dated(file, readSignature(file, field, roots));
    return { end, report: { ...report, valid: false, problem: 'signature-removed' as const } };
  });
  return [...removed, ...present].sort((a, b) => a.end - b.end).map(({ report }) => report);
}

/** With what came after it, and the end of its revision to sort by. */
function dated(file: PdfFile, { revision, ...read }: ReadSignature): { end: number; report: SignatureReport } {
  const end = revision?.bytes.length ?? 0;
  const changes = revision === null ? [] : changesAfter(file, revision);
  const isLast = end === file.bytes.length;
  const changed = changes.length > 0;
  const report: SignatureReport = {
    ...read,
    coversWholeFile: isLast,
    later: revision === null || changed ? 'changed' : isLast ? 'none' : 'allowed',
    changes,
    problem: read.problem !== '' ? read.problem : changed ? 'changed-later' : '',
  };
  return { end, report };
}

function changesAfter(file: PdfFile, revision: PdfFile): readonly LaterChange[] {
  const behind = file.bytes.subarray(Math.max(revision.bytes.length, lastMark(file.bytes)));
  const extra = /^[\0\t\n\f\r ]*$/.test(behind.toString('latin1')) ? [] : (['bytes-behind'] as const);
  const isSameRevision = file.sections[0]?.offset === revision.sections[0]?.offset;
  return isSameRevision ? extra : [...laterChanges(revision, file), ...extra];
}

/** Behind the last end-of-file mark. */
function lastMark(bytes: Buffer): number {
  const mark = bytes.lastIndexOf('%%EOF', undefined, 'latin1');
  return mark < 0 ? 0 : mark + '%%EOF'.length;
}

function signedFields(file: PdfFile): readonly Field[] {
  return fieldsOf(file).filter(({ type, value }) => type === 'Sig' && asDict(value) !== undefined);
}

function contentsAt({ value }: Field): number {
  const contents = asDict(value)?.get('Contents') ?? null;
  return contents instanceof PdfString ? contents.start : -1;
}

/** Signatures of earlier revisions that the file no longer has. */
function removedFields(file: PdfFile, kept: Set<number>): readonly Field[] {
  const found: Field[] = [];
  for (let back = 1; back < Math.min(file.sections.length, MOST_REVISIONS); back += 1) {
    for (const field of fieldsBefore(file, back)) {
      const at = contentsAt(field);
      if (at >= 0 && !kept.has(at) && found.length < MOST_SIGNATURES) {
        kept.add(at);
        found.push(field);
      }
    }
  }
  return found;
}

/** A section need not be a whole document (in a linearized file the first page has one of its own): then it says nothing. */
function fieldsBefore(file: PdfFile, back: number): readonly Field[] {
  try {
    return signedFields(file.before(back));
  } catch (error) {
    if (error instanceof PdfUnreadable) {
      return [];
    }
    throw error;
  }
}

function unreadableReport(): SignatureReport {
  return {
    field: '',
    kind: 'signature',
    signer: '',
    organization: '',
    issuer: '',
    certificate: null,
    reason: '',
    signedAtMs: null,
    timestampMs: null,
    valid: false,
    trusted: null,
    certifies: false,
    coversWholeFile: false,
    later: 'changed',
    changes: ['unreadable'],
    problem: 'file-unreadable',
  };
}

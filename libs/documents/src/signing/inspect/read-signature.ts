import { createHash } from 'node:crypto';
import { PdfUnreadable } from '../../errors';
import { readCms, type Cms } from '../cms/read-cms';
import { isValidAt, leadsTo } from '../cms/verify-chain';
import { digestFor, signingTimeOf, verifyCms } from '../cms/verify-cms';
import { digestOf, verifyTimestamp } from '../cms/verify-timestamp';
import { DerMalformed } from '../der/read-der';
import { OID } from '../der/oids';
import { fieldsOf, type Field } from '../fields/form';
import { PdfFile } from '../file/pdf-file';
import { asArray, asDict, asName, asNumber, PdfDict, PdfString, readTextString } from '../file/values';
import type { SignatureProblem, SignatureReport } from './report';

/** A signature by itself, and the file as it was when it was made; null when that cannot be told. */
export type ReadSignature = Omit<SignatureReport, 'coversWholeFile' | 'later' | 'changes'> & { readonly revision: PdfFile | null };

const KINDS: ReadonlySet<string> = new Set(['ETSI.CAdES.detached', 'adbe.pkcs7.detached', 'ETSI.RFC3161']);

interface Range {
  readonly signed: readonly [Buffer, Buffer];
  readonly contents: Buffer;
  readonly revision: PdfFile;
}

export function readSignature(file: PdfFile, field: Field, roots: readonly Uint8Array[] | undefined): ReadSignature {
  const dict = asDict(field.value) ?? new PdfDict(new Map());
  const said = {
    field: field.name,
    kind: asName(file.in(dict, 'SubFilter')) === 'ETSI.RFC3161' ? ('timestamp' as const) : ('signature' as const),
    reason: readTextString(file.in(dict, 'Reason')),
    certifies: (asArray(file.in(dict, 'Reference')) ?? []).some((item) => {
      return asName(file.in(asDict(file.resolve(item)), 'TransformMethod')) === 'DocMDP';
    }),
    signedAtMs: timeOfText(readTextString(file.in(dict, 'M'))),
  };
  const nobody = { signer: '', organization: '', issuer: '', certificate: null, timestampMs: null, trusted: null, valid: false };
  const range = rangeOf(file, field, dict);
  if (range === null) {
    return { ...said, ...nobody, problem: 'byte-range-wrong', revision: null };
  }
  const { revision } = range;
  if (!KINDS.has(asName(file.in(dict, 'SubFilter')) ?? '')) {
    return { ...said, ...nobody, problem: 'signature-kind-unknown', revision };
  }
  try {
    const found = said.kind === 'timestamp' ? readStamp(range, roots) : readPerson(file, dict, range, said.signedAtMs, roots);
    return { ...said, ...found, revision };
  } catch (error) {
    // Broken DER, or a key or number that node refuses: whatever it is, it is no signature.
    if (error instanceof Error) {
      return { ...said, ...nobody, problem: said.kind === 'timestamp' ? 'timestamp-wrong' : 'signature-unreadable', revision };
    }
    throw error;
  }
}

type Found = Pick<
  ReadSignature,
  'signer' | 'organization' | 'issuer' | 'certificate' | 'timestampMs' | 'trusted' | 'valid' | 'problem' | 'signedAtMs'
>;

function readPerson(file: PdfFile, dict: PdfDict, range: Range, saidAtMs: number | null, roots: readonly Uint8Array[] | undefined): Found {
  const cms = readCms(range.contents);
  if (cms.contentType !== OID.data || cms.content !== null) {
    throw new DerMalformed('not a detached signature');
  }
  const mustName = asName(file.in(dict, 'SubFilter')) === 'ETSI.CAdES.detached';
  const stamped = stampOf(cms);
  const signedAtMs = signingTimeOf(cms) ?? saidAtMs;
  const atMs = stamped.atMs ?? signedAtMs;
  const wrong = verifyCms(cms, digestFor(cms, range.signed), mustName);
  const problem = wrong !== '' ? wrong : stamped.problem !== '' ? stamped.problem : validityAt(cms, atMs);
  return { ...whose(cms, atMs, roots), signedAtMs, timestampMs: stamped.atMs, valid: problem === '', problem };
}

function readStamp(range: Range, roots: readonly Uint8Array[] | undefined): Found {
  const { atMs, cms } = verifyTimestamp(range.contents, (algorithm) => {
    return range.signed.reduce((hash, bytes) => hash.update(bytes), createHash(algorithm)).digest();
  });
  return { ...whose(cms, atMs, roots), signedAtMs: atMs, timestampMs: atMs, valid: true, problem: '' };
}

function whose(
  cms: Cms,
  atMs: number | null,
  roots: readonly Uint8Array[] | undefined,
): Omit<Found, 'signedAtMs' | 'timestampMs' | 'valid' | 'problem'> {
  const { certificate, others } = cms;
  return {
    signer: certificate.commonName,
    organization: certificate.organization,
    issuer: certificate.issuerName,
    certificate: certificate.der,
    trusted: roots === undefined ? null : leadsTo(roots, certificate, others, atMs ?? certificate.notBeforeMs),
  };
}

function stampOf(cms: Cms): { atMs: number | null; problem: SignatureProblem | '' } {
  const token = cms.unsignedAttributes.get(OID.timeStampToken);
  if (token === undefined) {
    return { atMs: null, problem: '' };
  }
  try {
    return { atMs: verifyTimestamp(token.raw, digestOf(cms.signature)).atMs, problem: '' };
  } catch (error) {
    if (error instanceof Error) {
      return { atMs: null, problem: 'timestamp-wrong' };
    }
    throw error;
  }
}

function validityAt({ certificate }: Cms, atMs: number | null): SignatureProblem | '' {
  if (atMs === null || isValidAt(certificate, atMs)) {
    return '';
  }
  return atMs < certificate.notBeforeMs ? 'certificate-not-yet-valid' : 'certificate-expired';
}

/**
 * Exactly two ranges, from 0 to the end of the revision that holds this very signature, leaving out nothing but its own /Contents. Null
 * for anything else.
 */
function rangeOf(file: PdfFile, field: Field, dict: PdfDict): Range | null {
  const contents = dict.get('Contents');
  const numbers = (asArray(dict.get('ByteRange')) ?? []).map((item) => asNumber(item) ?? -1);
  const [start = -1, length = -1, resume = -1, rest = -1] = numbers;
  if (
    !(contents instanceof PdfString) ||
    dict.repeated ||
    numbers.length !== 4 ||
    !numbers.every((item) => Number.isInteger(item) && item >= 0)
  ) {
    return null;
  }
  const { bytes } = file;
  const end = resume + rest;
  const hole = bytes.toString('latin1', length, resume);
  const fits = start === 0 && contents.start === length && contents.end === resume && end <= bytes.length;
  if (!fits || !/^<[0-9a-f]+>$/i.test(hole) || !Buffer.from(hole.slice(1, -1), 'hex').equals(contents.bytes)) {
    return null;
  }
  const revision = revisionEndingAt(bytes.subarray(0, end), field, length);
  return revision === null
    ? null
    : { signed: [bytes.subarray(0, length), bytes.subarray(resume, end)], contents: contents.bytes, revision };
}

/** A whole document that ends there and has the same field with the same signature. */
function revisionEndingAt(bytes: Buffer, field: Field, at: number): PdfFile | null {
  const mark = bytes.lastIndexOf('startxref', undefined, 'latin1');
  if (mark < 0 || !/^startxref\s+\d+\s+%%EOF\s*$/.test(bytes.toString('latin1', mark))) {
    return null;
  }
  try {
    const revision = PdfFile.open(bytes);
    const own = fieldsOf(revision).find(({ ref }) => ref.num === field.ref.num);
    const contents = asDict(own?.value ?? null)?.get('Contents') ?? null;
    return contents instanceof PdfString && contents.start === at ? revision : null;
  } catch (error) {
    if (error instanceof PdfUnreadable) {
      return null;
    }
    throw error;
  }
}

/** "D:20260302090507+07'00'" in milliseconds since 1970; null for anything else. */
function timeOfText(text: string): number | null {
  const match = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?)?/.exec(text);
  if (match === null) {
    return null;
  }
  const part = (index: number, otherwise: number): number => Number(match[index] ?? otherwise);
  const local = Date.UTC(part(1, 0), part(2, 1) - 1, part(3, 1), part(4, 0), part(5, 0), part(6, 0));
  const away = (part(8, 0) * 60 + part(9, 0)) * 60_000;
  return match[7] === '-' ? local + away : local - away;
}

/** Why a signature is not good. `SIGNATURE_PROBLEMS` lists all codes, for the words on screen. */
export const SIGNATURE_PROBLEMS = [
  /** The file itself cannot be read, so nothing can be said of its signatures. */
  'file-unreadable',
  /** The digest differs: bytes under the signature were changed. */
  'content-changed',
  /** What the byte range leaves out is more than this signature, or does not begin at 0, or does not fit the file. */
  'byte-range-wrong',
  /** No CMS, an empty one, or one of another shape than a detached PDF signature has. */
  'signature-unreadable',
  /** A kind of signature that is not read here (adbe.x509.rsa_sha1 and the like). */
  'signature-kind-unknown',
  /** SHA-1, MD5 or short keys. */
  'algorithm-weak',
  /** Not made with the key of the certificate that comes with it, or of another file. */
  'signature-wrong',
  /** signing-certificate-v2 names another certificate, or is missing where it must be. */
  'certificate-swapped',
  'certificate-not-yet-valid',
  'certificate-expired',
  /** The time stamp is not over this signature, or not by a time-stamping certificate. */
  'timestamp-wrong',
  /** The signature was there in an earlier revision and was taken out. */
  'signature-removed',
  /** The signature is right, but what the file shows now is not what was signed. */
  'changed-later',
] as const;
export type SignatureProblem = (typeof SIGNATURE_PROBLEMS)[number];

/** What of the file was changed after a signature. */
export const LATER_CHANGES = [
  'page-content',
  'page-count',
  'annotation',
  'field-value',
  'field-removed',
  'signature-changed',
  'new-signature-covers',
  'document-settings',
  'bytes-behind',
  'not-allowed-by-author',
  'unreadable',
] as const;
export type LaterChange = (typeof LATER_CHANGES)[number];

export interface SignatureReport {
  /** Name of the signature field: 'ky', 'dau', 'chu-ky-1'. */
  readonly field: string;
  /** A document time stamp (PAdES-LTA) or somebody's signature. */
  readonly kind: 'signature' | 'timestamp';
  /** commonName and organizationName of the certificate; '' when it cannot be read. */
  readonly signer: string;
  readonly organization: string;
  readonly issuer: string;
  /** DER; null when it cannot be read. */
  readonly certificate: Uint8Array | null;
  readonly reason: string;
  /** As the signer's machine said, milliseconds since 1970; null when it said nothing. */
  readonly signedAtMs: number | null;
  /** By a time-stamping authority, checked; null without one. */
  readonly timestampMs: number | null;
  /** The signature is right for its own revision: bytes, certificate, time of validity. Says nothing of what was added later. */
  readonly valid: boolean;
  /** Its issuer leads to one of the roots given; null when none were given. */
  readonly trusted: boolean | null;
  /** It certifies the document (DocMDP). */
  readonly certifies: boolean;
  readonly coversWholeFile: boolean;
  /** What came after it: nothing; only signatures, time stamps and the filling of so, ngay, thang, nam; or more than that. */
  readonly later: 'none' | 'allowed' | 'changed';
  /** What was changed, when `later` is 'changed'. */
  readonly changes: readonly LaterChange[];
  /** '' when valid and nothing was changed later. */
  readonly problem: SignatureProblem | '';
}

/** Valid, and what the file shows is what was signed. */
export function isSound(report: SignatureReport): boolean {
  return report.valid && report.later !== 'changed';
}

import type { Frame } from './common';

/** Phiếu từ chối giải quyết hồ sơ of the one-stop desk: handed over when a dossier is not taken in. */
export interface RefusalSlip {
  readonly frame: Frame;
  readonly dossierCode: string;
  readonly receivedBy: string;
  readonly submitter: string;
  readonly content: string;
  readonly receivedDate: string;
  readonly reasons: readonly { readonly index: number; readonly reason: string; readonly rule: string }[];
  /** What the submitter can do: the right body, the right form, when. */
  readonly guidance: string;
  readonly contact: string;
}

import type { Frame, NomineeRow } from './common';

/** Appraisal slip: right subject, conditions, standards, file and procedure (ND152 33.11.d). */
export interface AppraisalSlip {
  readonly frame: Frame;
  readonly dossierCode: string;
  readonly submitter: string;
  readonly receivedDate: string;
  readonly subject: string;
  readonly rows: readonly NomineeRow[];
  readonly checks: readonly AppraisalCheck[];
  /** Opinions gathered from other bodies; empty prints 'Không có'. */
  readonly consulted: readonly { readonly body: string; readonly opinion: string }[];
  readonly conclusion: string;
  readonly proposal: string;
  readonly appraiser: { readonly name: string; readonly title: string };
}

export interface AppraisalCheck {
  readonly content: string;
  /** Article or row id: 'Điều 33 Nghị định số 152/2025/NĐ-CP'. */
  readonly basis: string;
  readonly verdict: 'met' | 'not-met' | 'missing';
  readonly note: string;
}

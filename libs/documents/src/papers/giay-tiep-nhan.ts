import type { Frame } from './common';

/** Receipt with the date of the result. `frame.signature` is the clerk who received. */
export interface Receipt {
  readonly frame: Frame;
  readonly dossierCode: string;
  readonly receivedBy: string;
  readonly submitter: string;
  readonly contact: string;
  readonly content: string;
  readonly parts: readonly { readonly index: number; readonly name: string; readonly copies: number; readonly form: string }[];
  /** 'HH:mm'. */
  readonly receivedTime: string;
  readonly receivedDate: string;
  readonly workingDays: number;
  readonly dueDate: string;
  readonly resultPlace: string;
}

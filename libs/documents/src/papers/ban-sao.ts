import type { DocumentRef, Frame } from './common';

/** The block of a copy (NĐ 30/2020, Annex I, part IV): it stands on the page behind the pages of the original. */
export interface CopyBlock {
  readonly frame: Frame;
  /** 'SAO Y'. */
  readonly form: string;
  readonly original: DocumentRef;
  readonly originalTitle: string;
  /** Pages of the original, copied whole. */
  readonly pages: number;
  readonly copies: number;
  /** Why it was asked for; '' prints nothing. */
  readonly purpose: string;
}

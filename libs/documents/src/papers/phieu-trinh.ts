import type { Frame } from './common';

/** Slip by which the office lays a draft before the person who signs. */
export interface SigningSlip {
  readonly frame: Frame;
  readonly dossierCode: string;
  readonly to: string;
  readonly subject: string;
  /** What is asked, a paragraph each. */
  readonly summary: readonly string[];
  /** The competence check, in words: 'Chủ tịch UBND xã quyết định tặng Giấy khen (điều 80.3 Luật …; AU-04)'. */
  readonly authority: string;
  /** What each level said, oldest first. */
  readonly opinions: readonly { readonly who: string; readonly opinion: string; readonly date: string }[];
  /** Papers laid before, one each. */
  readonly papers: readonly string[];
  readonly proposal: string;
}

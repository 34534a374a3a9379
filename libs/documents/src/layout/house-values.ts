/** A closed interval in the unit named by the field. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Nghị định 30/2020/NĐ-CP, Phụ lục I, as figures (law.md section 11). An organisation may narrow them to its own values;
 * sizes are points, the rest millimetres unless the name says otherwise.
 */
export interface HouseValues {
  /** Mục I.1: A4. */
  readonly page: { readonly width: number; readonly height: number };
  /** Mục I.2 (khoản 2): lề. */
  readonly margins: { readonly top: Span; readonly bottom: Span; readonly left: Span; readonly right: Span };
  /** Mục I.3: Times New Roman; the first is ours, the others have its widths. */
  readonly fonts: readonly string[];
  /** Fonts that may stand in for signs of which those have none, never for letters or figures. */
  readonly borrowed: readonly string[];
  readonly sizes: Readonly<Record<SizeOf, Span>>;
  /** Mục II.6.b: first line of a paragraph. */
  readonly indents: readonly number[];
  /** Mục II.6.b: points between paragraphs, at least. */
  readonly paragraphGapPt: number;
  /** Mục II.6.b: distance of lines as a share of the size; 'single' of Times is 1.149, '1.5 lines' is 1.724. */
  readonly lineSpacing: Span;
  /** Mục II.2, II.5: length of the rule as a share of the line above. */
  readonly shortRule: Span;
  /** Mục II.5.b: points between number and V/v, on top of the line. */
  readonly aboutGapPt: Span;
  /** How far a measure may be off before it counts. */
  readonly tolerance: { readonly mm: number; readonly pt: number; readonly centre: number };
}

export type SizeOf =
  | 'country'
  | 'motto'
  | 'parent'
  | 'body'
  | 'number'
  | 'place'
  | 'type'
  | 'subject'
  | 'about'
  | 'grounds'
  | 'to'
  | 'text'
  | 'table'
  | 'authority'
  | 'name'
  | 'recipientsLabel'
  | 'recipients'
  | 'annex'
  | 'attached'
  | 'pageNumber'
  | 'signatureNote';

export const NATIONAL_VALUES: HouseValues = {
  page: { width: 210, height: 297 },
  margins: { top: { from: 20, to: 25 }, bottom: { from: 20, to: 25 }, left: { from: 30, to: 35 }, right: { from: 15, to: 20 } },
  fonts: ['Tinos', 'TimesNewRoman', 'LiberationSerif'],
  borrowed: ['STIXTwoMath'],
  sizes: {
    country: { from: 12, to: 13 },
    motto: { from: 13, to: 14 },
    parent: { from: 12, to: 13 },
    body: { from: 12, to: 13 },
    number: { from: 13, to: 13 },
    place: { from: 13, to: 14 },
    type: { from: 13, to: 14 },
    subject: { from: 13, to: 14 },
    about: { from: 12, to: 13 },
    grounds: { from: 13, to: 14 },
    to: { from: 13, to: 14 },
    text: { from: 13, to: 14 },
    // Not in the decree: smaller than this no table of ours is printed.
    table: { from: 11, to: 14 },
    authority: { from: 13, to: 14 },
    name: { from: 13, to: 14 },
    recipientsLabel: { from: 12, to: 12 },
    recipients: { from: 11, to: 11 },
    annex: { from: 13, to: 14 },
    attached: { from: 13, to: 14 },
    pageNumber: { from: 13, to: 14 },
    signatureNote: { from: 10, to: 10 },
  },
  indents: [10, 12.7],
  paragraphGapPt: 6,
  lineSpacing: { from: 1.149, to: 1.724 },
  shortRule: { from: 1 / 3, to: 1 / 2 },
  aboutGapPt: { from: 6, to: 9 },
  tolerance: { mm: 0.35, pt: 0.2, centre: 1 },
};

/** One field of a blank: millimetres from the top left corner of the sheet, points of type. */
export interface BlankField {
  readonly key: string;
  /** Which value it prints; 'text' its own, 'verifyQr' the code of an address. */
  readonly source: string;
  readonly text: string;
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly sizePt: number;
  /** Type shrinks down to this to stay within width and lines. */
  readonly minPt: number;
  readonly lines: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly align: 'left' | 'center' | 'right';
  readonly colour: string;
  readonly upper: boolean;
}

export interface BlankLayout {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly fields: readonly BlankField[];
}

/** What one sheet says, by source; a source without a value prints nothing. */
export type SheetValues = Readonly<Record<string, string>>;

/** A text that does not fit its field, not even in its smallest type. */
export interface Misfit {
  readonly key: string;
  readonly source: string;
  readonly text: string;
  /** What it would need in the smallest type. */
  readonly needsMm: number;
  readonly widthMm: number;
  readonly lines: number;
}

/** Text lines as they are printed. */
export interface LaidField {
  readonly field: BlankField;
  readonly lines: readonly string[];
  readonly sizePt: number;
}

/** White around a line, in ems of its size. */
export const LINE_HEIGHT = 1.2;

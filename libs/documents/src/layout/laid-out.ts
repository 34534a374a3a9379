/** A finished PDF as it lies on the sheet. All measures in points from the top left corner. */
export interface LaidOut {
  readonly pages: readonly LaidOutPage[];
}

export interface LaidOutPage {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Upright text in the file's order. */
  readonly lines: readonly TextLine[];
  /** Ruled lines lying flat, also of tables. */
  readonly rules: readonly RuledLine[];
  /** Extent of everything drawn, ruled lines included. */
  readonly drawn: readonly Box[];
}

export interface Box {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

export interface RuledLine {
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
}

/** 'paragraph' (P), 'cell' (TD, TH), 'plain' (any other box), 'outside' (not in the tag tree: page numbers). */
export type Role = 'paragraph' | 'cell' | 'plain' | 'outside';

export interface TextLine {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** Of the baseline. */
  readonly y: number;
  /** Largest size met in it. */
  readonly size: number;
  readonly runs: readonly TextRun[];
  readonly role: Role;
  /** Lines of the same block (paragraph, cell, box) have the same. */
  readonly block: string;
  /** '#000000'. */
  readonly colour: string;
}

export interface TextRun {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  /** Without the subset's prefix: 'Tinos-BoldItalic'. */
  readonly font: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

import type { Frame } from './common';

/** A statistical table, landscape; its lines and columns come from workflows/statistics. Figures are texts as they are printed. */
export interface StatisticSheet {
  readonly frame: Frame;
  readonly title: string;
  /** 'UBND xã Gia Phúc; Năm 2026'. */
  readonly about: string;
  /** 'lượt đề nghị'. */
  readonly counted: string;
  /** 'phong-trao/1': the table and its version. */
  readonly version: string;
  readonly citation: string | null;
  readonly lineHead: string;
  /** Heads of the columns; one over several has its columns' heads in `subheads`. */
  readonly heads: readonly { readonly label: string; readonly columns: number }[];
  readonly subheads: readonly string[];
  readonly lines: readonly {
    readonly number: string;
    readonly label: string;
    /** Millimetres the label stands in from the left. */
    readonly indent: number;
    /** Printed bold: a line that others are part of. */
    readonly leading: boolean;
    readonly cells: readonly string[];
  }[];
  /** Who made it; signs on the left. */
  readonly maker: string;
  readonly notes: readonly string[];
}

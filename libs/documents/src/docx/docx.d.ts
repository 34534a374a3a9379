/* eslint-disable @typescript-eslint/no-extraneous-class -- the classes are the library's, only their constructors concern us */
// The part of docx 9 that we use. Its own types import without file extensions inside an ESM package, which
// moduleResolution NodeNext cannot follow.
declare module 'docx' {
  export const AlignmentType: { readonly CENTER: 'center'; readonly JUSTIFIED: 'both'; readonly LEFT: 'left'; readonly RIGHT: 'right' };
  export const BorderStyle: { readonly NONE: 'none'; readonly SINGLE: 'single' };
  export const WidthType: { readonly DXA: 'dxa' };
  export const TableLayoutType: { readonly FIXED: 'fixed' };
  export const PageNumber: { readonly CURRENT: 'CURRENT' };

  export type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType];

  export interface Border {
    readonly style: (typeof BorderStyle)[keyof typeof BorderStyle];
    readonly size: number;
    readonly color: string;
    readonly space?: number;
  }

  export interface Sides<T> {
    readonly top?: T;
    readonly bottom?: T;
    readonly left?: T;
    readonly right?: T;
  }

  export class TextRun {
    constructor(options: {
      readonly text?: string;
      readonly children?: readonly string[];
      readonly bold?: boolean;
      readonly italics?: boolean;
      readonly size?: number;
      /** Line breaks before the text. */
      readonly break?: number;
    });
  }

  export class ImageRun {
    constructor(options: {
      readonly type: 'png' | 'jpg';
      readonly data: Uint8Array;
      /** Pixels at 96 to the inch. */
      readonly transformation: { readonly width: number; readonly height: number };
    });
  }

  export class Paragraph {
    constructor(
      options:
        | string
        | {
            readonly children: readonly (TextRun | ImageRun)[];
            readonly alignment?: Alignment;
            readonly indent?: { readonly firstLine?: number; readonly left?: number; readonly right?: number };
            readonly spacing?: { readonly before: number; readonly line?: number; readonly lineRule?: 'exact' };
            readonly keepNext?: boolean;
            readonly pageBreakBefore?: boolean;
            readonly border?: Sides<Border>;
          },
    );
  }

  export interface Width {
    readonly size: number;
    readonly type: 'dxa';
  }

  export class TableCell {
    constructor(options: {
      readonly children: readonly (Paragraph | Table)[];
      readonly columnSpan?: number;
      readonly width?: Width;
      readonly borders?: Sides<Border>;
      readonly margins?: Sides<number>;
      readonly verticalAlign?: 'top' | 'center';
    });
  }

  export class TableRow {
    constructor(options: { readonly children: readonly TableCell[]; readonly tableHeader?: boolean; readonly cantSplit?: boolean });
  }

  export class Table {
    constructor(options: {
      readonly rows: readonly TableRow[];
      readonly width: Width;
      readonly columnWidths: readonly number[];
      readonly layout: 'fixed';
    });
  }

  export class Header {
    constructor(options: { readonly children: readonly Paragraph[] });
  }

  export interface Section {
    readonly properties: {
      readonly titlePage: boolean;
      readonly page: {
        readonly size: { readonly width: number; readonly height: number; readonly orientation: 'portrait' | 'landscape' };
        readonly margin: Sides<number> & { readonly header: number };
        readonly pageNumbers?: { readonly start: number };
      };
    };
    readonly headers: { readonly default: Header; readonly first: Header };
    readonly children: readonly (Paragraph | Table)[];
  }

  export class Document {
    constructor(options: {
      readonly creator: string;
      readonly styles: {
        readonly default: {
          readonly document: {
            readonly run: { readonly font: string; readonly size: number; readonly language: { readonly value: string } };
          };
        };
      };
      readonly sections: readonly Section[];
    });
  }

  export const Packer: { readonly toBuffer: (document: Document) => Promise<Buffer> };
}

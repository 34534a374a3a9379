import { AlignmentType, type Alignment } from 'docx';

/** How text looks; sizes in half points, lengths in twentieths of a point, as OOXML counts. */
export interface DocxStyle {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
  readonly align?: Alignment;
  readonly indent?: number;
  readonly before?: number;
  readonly keepNext?: boolean;
  /** 240 is one line. */
  readonly line?: number;
}

const { CENTER, JUSTIFIED, LEFT, RIGHT } = AlignmentType;

/** The classes of partials/css.hbs and what they mean in a DOCX; inner elements inherit and override. */
const STYLES: Readonly<Record<string, DocxStyle>> = {
  p: { align: JUSTIFIED, indent: 720, before: 120, line: 280 },
  td: { indent: 0, before: 0, line: 240 },
  th: { bold: true, align: CENTER, indent: 0, before: 0, line: 240 },
  b: { bold: true },
  i: { italics: true },
  '.center': { align: CENTER, indent: 0 },
  '.flat': { indent: 0 },
  '.part': { bold: true, keepNext: true, before: 160 },
  '.small': { size: 24 },
  '.about': { size: 25, before: 120 },
  '.below': { size: 22 },
  '.own-emblem': { align: CENTER },
  '.hint': { italics: true, size: 24 },
  '.yes': { bold: true },
  '.end': { align: CENTER },
  '.org': { align: CENTER },
  '.nation': { align: CENTER },
  '.parent': { size: 26 },
  '.body': { size: 26, bold: true },
  '.country': { size: 24, bold: true },
  '.motto': { size: 28, bold: true },
  '.number': { size: 26, before: 160 },
  '.place': { italics: true, before: 160 },
  '.title': { align: CENTER, indent: 0 },
  '.type': { bold: true, size: 28, before: 240 },
  '.subject': { bold: true, size: 28 },
  '.attached': { italics: true, size: 26 },
  '.grounds': { italics: true },
  '.list': { size: 24 },
  '.group': { bold: true, align: LEFT },
  '.c': { align: CENTER },
  '.r': { align: RIGHT },
  '.sign': { align: CENTER, keepNext: true },
  '.recipients': { align: LEFT, size: 22 },
  '.authority': { bold: true, size: 28 },
  '.name': { bold: true, size: 28, keepNext: false },
  '.note': { italics: true, size: 18, align: CENTER },
};

/** The look of an element below one that looks like `outer`. */
export function styleOf(outer: DocxStyle, tag: string, classes: readonly string[]): DocxStyle {
  const names = [tag, ...classes.map((name) => `.${name}`)];
  const recipients = classes.includes('label') && outer.size === 22 ? { bold: true, italics: true, size: 24 } : {};
  return names.reduce<DocxStyle>((style, name) => ({ ...style, ...STYLES[name] }), { ...outer, ...recipients });
}

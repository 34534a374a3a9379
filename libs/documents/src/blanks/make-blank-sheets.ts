import type { PaperMaker } from '../paper-maker';
import { checkPdf } from '../pdf/check-pdf';
import { mergePdfs } from '../pdf/merge-pdfs';
import type { BlankLayout, LaidField, Misfit, SheetValues } from './blank';
import { blankHtml, type BlankHtmlOptions, type SheetToBe } from './blank-html';
import { layOutField } from './lay-out-field';

/** So many pages are rendered at a time: enough to be quick, few enough to tell how far it is. */
const PAGES_AT_ONCE = 5;

export interface BlankSheet {
  /** Becomes its bookmark. */
  readonly title: string;
  readonly values: SheetValues;
  readonly verifyUrl?: string;
}

export interface BlankOrder extends BlankHtmlOptions {
  readonly layout: BlankLayout;
  readonly sheets: readonly BlankSheet[];
  readonly onProgress?: (done: number, total: number) => Promise<void>;
}

/** A sheet on which something does not fit. */
export interface SheetMisfit extends Misfit {
  readonly title: string;
}

/** Every text of every sheet that does not fit, before anything is printed. */
export function misfitsOf(layout: BlankLayout, sheets: readonly BlankSheet[]): readonly SheetMisfit[] {
  return sheets.flatMap(({ title, values }) =>
    layout.fields.flatMap((field) => {
      const laid = layOutField(field, values);
      return 'misfit' in laid ? [{ ...laid.misfit, title }] : [];
    }),
  );
}

/** One page per sheet, in order, each read back before it counts. Errors as `PaperMaker.make`. Fields that do not fit are left out: ask first. */
export async function makeBlankSheets(maker: Pick<PaperMaker, 'render'>, order: BlankOrder): Promise<Uint8Array> {
  const { layout, sheets, onProgress } = order;
  const parts: { title: string; bytes: Uint8Array }[] = [];
  for (let from = 0; from < sheets.length; from += PAGES_AT_ONCE) {
    const some = sheets.slice(from, from + PAGES_AT_ONCE);
    const laid = some.map((sheet) => laidOut(layout, sheet));
    const bytes = await maker.render(blankHtml(layout, laid, order));
    const mustContain = laid.flatMap((sheet) => sheet.fields.flatMap((field) => field.lines));
    await checkPdf(new Uint8Array(bytes), { mustContain, minPages: some.length, maxPages: some.length });
    parts.push({ title: some.map((sheet) => sheet.title).join(', '), bytes });
    await onProgress?.(Math.min(from + PAGES_AT_ONCE, sheets.length), sheets.length);
  }
  return mergePdfs(parts);
}

function laidOut(layout: BlankLayout, { values, verifyUrl = '' }: BlankSheet): SheetToBe {
  const fields: LaidField[] = [];
  for (const field of layout.fields) {
    const laid = layOutField(field, values);
    if (!('misfit' in laid)) {
      fields.push(laid);
    }
  }
  return { fields, verifyUrl };
}

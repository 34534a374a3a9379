import { pagesOf, type Page } from '../file/pages';
import { PdfFile } from '../file/pdf-file';
import { Revision } from '../file/revision';
import { asArray, asDict, asName, dict, PdfDict, PdfRef, PdfStream, textString, type PdfValue } from '../file/values';
import { numberText } from '../file/write-value';
import { packed } from '../look/embed-font';
import { fontKey } from '../look/set-text';
import { fieldLook, typeOf } from './field-look';
import { TEXT_GAPS } from './find-gaps';
import { fieldsOf, formOf, type Field, type Widget } from './form';

/** What the records clerk writes in, as it shall stand on the paper: '57', '02', '3', '2026'. */
export interface FieldValues {
  readonly so: string;
  readonly ngay: string;
  readonly thang: string;
  /** Left out where the paper prints its year. */
  readonly nam?: string;
}

export interface FillOptions {
  /** For printing and signing by hand: the values become part of the pages, and no field is left. Breaks any signature. */
  readonly flatten?: boolean;
}

/** The mark round flattened text, by which `readPdfText` knows that it belongs into an earlier line. */
export const FLAT_MARK = 'ThiDuaField';

/**
 * Writes number and date into the fields, at every place they are shown, as one more revision: a signature that certified the paper
 * for filling in (DocMDP P 2) stays valid. @throws PdfUnreadable
 */
export function fillFields(pdf: Uint8Array, values: FieldValues, options: FillOptions = {}): Promise<Uint8Array> {
  const file = PdfFile.open(pdf);
  const revision = new Revision(file);
  const fields = fieldsOf(file).filter((field) => field.type === 'Tx' && TEXT_GAPS.has(field.name));
  if (options.flatten === true) {
    flatten(revision, fields, values);
  } else {
    for (const field of fields) {
      fill(revision, field, values[field.name as keyof FieldValues] ?? '');
    }
  }
  return Promise.resolve(revision.isEmpty ? pdf : revision.write().bytes);
}

function fill(revision: Revision, field: Field, value: string): void {
  const { file } = revision;
  for (const { ref, dict: widget } of field.widgets) {
    revision.set(ref, widget.with({ AP: dict({ N: revision.add(fieldLook(widget, value, fontOf(file, widget))) }) }));
  }
  const own = revision.dictAt(field.ref) ?? field.dict;
  revision.set(field.ref, own.with({ V: textString(value) }));
}

/** The font that `prepareFields` put into the form for this widget. */
function fontOf(file: PdfFile, widget: PdfDict): { style: 'normal' | 'italic'; ref: PdfRef } | null {
  const { style } = typeOf(widget);
  const fonts = asDict(file.in(asDict(file.in(formOf(file), 'DR')), 'Font'));
  const ref = fonts?.get(fontKey('latin', style)) ?? null;
  return ref instanceof PdfRef ? { style, ref } : null;
}

function flatten(revision: Revision, fields: readonly Field[], values: FieldValues): void {
  const { file } = revision;
  const shown = fields.flatMap((field) =>
    field.widgets.map((widget) => ({ ...widget, value: values[field.name as keyof FieldValues] ?? '' })),
  );
  for (const page of pagesOf(file)) {
    const annotations = asArray(file.in(page.dict, 'Annots')) ?? [];
    const here = shown.filter(({ ref }) => annotations.some((item) => item instanceof PdfRef && item.num === ref.num));
    const kept = annotations.filter((item) => !isWidget(file, item));
    if (kept.length < annotations.length) {
      const without = page.dict.with({ Annots: kept.length === 0 ? undefined : kept });
      revision.set(page.ref, here.length === 0 ? without : drawn(revision, page, without, here));
    }
  }
  if (formOf(file) !== undefined) {
    revision.setInRoot({ AcroForm: undefined });
  }
}

function drawn(revision: Revision, page: Page, without: PdfDict, widgets: readonly (Widget & { value: string })[]): PdfDict {
  const { file } = revision;
  const looks = widgets.map(({ dict: widget, value }, index): [string, PdfRef] => [
    `TdField${index}`,
    revision.add(fieldLook(widget, value, fontOf(file, widget))),
  ]);
  const paint = widgets.map(({ box }, index) => {
    const place = `q 1 0 0 1 ${numberText(box[0])} ${numberText(box[1])} cm`;
    return `/${FLAT_MARK} BMC ${place} /${looks[index]?.[0] ?? ''} Do Q EMC`;
  });
  const resources = asDict(file.resolve(page.resources)) ?? new PdfDict(new Map());
  const objects = asDict(file.in(resources, 'XObject')) ?? new PdfDict(new Map());
  const contents =
    file.in(page.dict, 'Contents') instanceof PdfStream ? [page.dict.get('Contents')] : (asArray(file.in(page.dict, 'Contents')) ?? []);
  const stream = (text: string): PdfValue => revision.add(packed(Buffer.from(text, 'latin1')));
  return without.with({
    Resources: resources.with({ XObject: objects.with(Object.fromEntries(looks)) }),
    // The page's own content may leave the plane turned over: it is put between q and Q.
    Contents: [stream('q\n'), ...contents, stream(`\nQ\n${paint.join('\n')}\n`)],
  });
}

function isWidget(file: PdfFile, item: PdfValue): boolean {
  return asName(file.in(asDict(file.resolve(item)), 'Subtype')) === 'Widget';
}

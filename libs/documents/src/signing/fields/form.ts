import type { PdfFile } from '../file/pdf-file';
import { boxOf, refsIn, type Box } from '../file/pages';
import type { Revision } from '../file/revision';
import { asArray, asDict, asName, dict, PdfDict, PdfRef, readTextString, type PdfValue } from '../file/values';

/** A terminal field of the form: one that has a value, with its widgets. */
export interface Field {
  readonly ref: PdfRef;
  readonly dict: PdfDict;
  /** Full name, parts joined by '.'. */
  readonly name: string;
  /** 'Tx', 'Sig' …; '' when it says none. */
  readonly type: string;
  readonly value: PdfValue;
  readonly widgets: readonly Widget[];
}

export interface Widget {
  readonly ref: PdfRef;
  readonly dict: PdfDict;
  readonly box: Box;
}

const MAX_FIELDS = 10_000;
const MAX_DEPTH = 32;

export function formOf(file: PdfFile): PdfDict | undefined {
  return asDict(file.in(file.root, 'AcroForm'));
}

/** All fields, in the order of the form. A hostile form ends at 10,000 fields or 32 levels. */
export function fieldsOf(file: PdfFile): readonly Field[] {
  const fields: Field[] = [];
  const seen = new Set<number>();
  const walk = (ref: PdfRef, above: { name: string; type: string }, depth: number): void => {
    const own = asDict(file.resolve(ref));
    if (own === undefined || seen.has(ref.num) || depth > MAX_DEPTH || seen.size > MAX_FIELDS) {
      return;
    }
    seen.add(ref.num);
    const part = readTextString(file.in(own, 'T'));
    const name = [above.name, part].filter((text) => text !== '').join('.');
    const type = asName(file.in(own, 'FT')) ?? above.type;
    const kids = refsIn(file, own.get('Kids'));
    const isNode = kids.some((kid) => asDict(file.resolve(kid))?.get('T') !== null);
    if (isNode) {
      for (const kid of kids) {
        walk(kid, { name, type }, depth + 1);
      }
      return;
    }
    fields.push({ ref, dict: own, name, type, value: file.in(own, 'V'), widgets: widgetsOf(file, ref, own, kids) });
  };
  for (const ref of refsIn(file, formOf(file)?.get('Fields') ?? null)) {
    walk(ref, { name: '', type: '' }, 0);
  }
  return fields;
}

function widgetsOf(file: PdfFile, ref: PdfRef, own: PdfDict, kids: readonly PdfRef[]): readonly Widget[] {
  const refs = kids.length > 0 ? kids : own.get('Rect') === null ? [] : [ref];
  return refs.flatMap((widget) => {
    const found = asDict(file.resolve(widget));
    return found === undefined ? [] : [{ ref: widget, dict: found, box: boxOf(file, found.get('Rect')) ?? ([0, 0, 0, 0] as const) }];
  });
}

/** Adds fields to the form (making one where there is none) and changes entries of it. */
export function changeForm(revision: Revision, added: readonly PdfRef[], changes: Readonly<Record<string, PdfValue>> = {}): void {
  const { file } = revision;
  const root = revision.dictAt(file.trailer.get('Root'));
  const given = root?.get('AcroForm') ?? null;
  const form = revision.dictAt(given) ?? dict({ Fields: [] });
  const fields = asArray(revision.resolve(form.get('Fields'))) ?? [];
  const changed = form.with({ Fields: [...fields, ...added], ...changes });
  if (given instanceof PdfRef) {
    revision.set(given, changed);
  } else {
    revision.setInRoot({ AcroForm: revision.add(changed) });
  }
}

/** Puts widgets on a page. */
export function addToPage(revision: Revision, page: PdfRef, widgets: readonly PdfRef[]): void {
  const found = revision.dictAt(page) ?? new PdfDict(new Map());
  const annotations = asArray(revision.resolve(found.get('Annots'))) ?? [];
  const given = found.get('Annots');
  if (given instanceof PdfRef) {
    revision.set(given, [...annotations, ...widgets]);
  } else {
    revision.set(page, found.with({ Annots: [...annotations, ...widgets] }));
  }
}

/** Whether the file is certified (12.8.2.2): an author's signature says what may still change. */
export function isCertified(file: PdfFile): boolean {
  return asDict(file.in(asDict(file.in(file.root, 'Perms')), 'DocMDP')) !== undefined;
}

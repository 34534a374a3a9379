import type { Box, Page } from '../file/pages';
import { PdfFile } from '../file/pdf-file';
import { Revision } from '../file/revision';
import { asArray, dict, name, PdfRef, textString, type PdfDict, type PdfValue } from '../file/values';
import { numberText } from '../file/write-value';
import { embedFont } from '../look/embed-font';
import type { FontStyle } from '../look/font-file';
import { fontKey } from '../look/set-text';
import { fieldLook } from './field-look';
import { ASCENT, DESCENT, findGaps, TEXT_GAPS, type Gap } from './find-gaps';
import { changeForm } from './form';

/** Read only: filled by the product, not by whoever opens the file. */
const READ_ONLY = 1;
const PRINT = 4;
/** Left, centre, right; a number leans on the '/' behind it. */
const ALIGN: Readonly<Record<string, number>> = { so: 2 };
/** Room for a seal of up to 42 mm, whose right edge lies on a third of a signature: from the middle of the signature's room. */
const SEAL = { left: 150, right: 4, half: 62 };

/**
 * Turns the gaps of a fresh paper into the fields so, ngay, thang, nam (one each, shown at every place) and empty signature fields ky…,
 * dau. Before any signature. A paper without gaps comes back as it is. @throws PdfUnreadable
 */
export function prepareFields(pdf: Uint8Array): Promise<Uint8Array> {
  const file = PdfFile.open(pdf);
  const gaps = findGaps(file);
  if (gaps.length === 0) {
    return Promise.resolve(pdf);
  }
  const revision = new Revision(file);
  const texts = gaps.filter((gap) => TEXT_GAPS.has(gap.name));
  const styles = new Set(texts.map(({ look }) => look.style));
  const fonts = new Map([...styles].map((style): [FontStyle, PdfRef] => [style, embedFont(revision, 'latin', style)]));
  const fields = [
    ...[...TEXT_GAPS].flatMap((title) =>
      textField(
        revision,
        title,
        texts.filter((gap) => gap.name === title),
      ),
    ),
    ...signatureFields(
      revision,
      gaps.filter((gap) => !TEXT_GAPS.has(gap.name)),
    ),
  ];
  const resources = dict({ Font: dict(Object.fromEntries([...fonts].map(([style, ref]) => [fontKey('latin', style), ref]))) });
  changeForm(revision, fields, fonts.size === 0 ? {} : { DR: resources });
  return Promise.resolve(revision.write().bytes);
}

/** Takes the gaps out of a paper that nobody signs in its file; everything printed stays. */
export function dropGaps(pdf: Uint8Array): Uint8Array {
  const file = PdfFile.open(pdf);
  const gaps = findGaps(file);
  const revision = new Revision(file);
  for (const page of new Set(gaps.map((gap) => gap.page))) {
    const taken = new Set(gaps.filter((gap) => gap.page === page).map(({ ref }) => ref.num));
    const kept = (asArray(file.in(page.dict, 'Annots')) ?? []).filter((item) => !(item instanceof PdfRef && taken.has(item.num)));
    revision.set(page.ref, page.dict.with({ Annots: kept.length === 0 ? undefined : kept }));
  }
  return revision.isEmpty ? pdf : revision.write().bytes;
}

function textField(revision: Revision, title: string, gaps: readonly Gap[]): PdfRef[] {
  if (gaps.length === 0) {
    return [];
  }
  const parent = revision.add(null);
  for (const gap of gaps) {
    revision.set(gap.ref, textWidget(revision, gap, parent));
  }
  revision.set(parent, dict({ FT: name('Tx'), T: textString(title), Ff: READ_ONLY, Kids: gaps.map(({ ref }) => ref) }));
  return [parent];
}

/** The link's own object becomes the widget, so that the page's lists and the tag tree still point at something. */
function textWidget(revision: Revision, gap: Gap, parent: PdfRef): PdfDict {
  const { baseline, size, style } = gap.look;
  const [left, , right] = gap.box;
  const widget = dict({
    ...shared(revision, gap),
    Rect: [left, baseline - DESCENT * size, right, baseline + ASCENT * size],
    Parent: parent,
    DA: textString(`/${fontKey('latin', style)} ${numberText(size)} Tf 0 g`),
    Q: ALIGN[gap.name] ?? 1,
  });
  return widget.with({ AP: dict({ N: revision.add(fieldLook(widget, '', null)) }) });
}

function signatureFields(revision: Revision, gaps: readonly Gap[]): PdfRef[] {
  const taken = new Set<string>();
  return gaps.flatMap((gap) => {
    const sealed = gap.name.endsWith('-dau');
    const title = free(taken, sealed ? gap.name.slice(0, -'-dau'.length) : gap.name);
    revision.set(gap.ref, dict({ ...shared(revision, gap), FT: name('Sig'), T: textString(title), Rect: [...gap.box] }));
    return sealed ? [gap.ref, sealField(revision, gap, free(taken, 'dau'))] : [gap.ref];
  });
}

function sealField(revision: Revision, gap: Gap, title: string): PdfRef {
  const entries = { Type: name('Annot'), Subtype: name('Widget'), F: PRINT, P: gap.page.ref, FT: name('Sig') };
  const ref = revision.add(dict({ ...entries, T: textString(title), Rect: [...sealRoom(gap.box, gap.page)] }));
  const page = revision.dictAt(gap.page.ref) ?? gap.page.dict;
  const annotations = asArray(revision.resolve(page.get('Annots'))) ?? [];
  revision.set(gap.page.ref, page.with({ Annots: [...annotations, ref] }));
  return ref;
}

function sealRoom([left, bottom, right, top]: Box, { mediaBox }: Page): Box {
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  return [
    Math.max(mediaBox[0], x - SEAL.left),
    Math.max(mediaBox[1], y - SEAL.half),
    Math.min(mediaBox[2], x + SEAL.right),
    Math.min(mediaBox[3], y + SEAL.half),
  ];
}

function shared(revision: Revision, gap: Gap): Record<string, PdfValue | undefined> {
  const link = revision.dictAt(gap.ref);
  return {
    Type: name('Annot'),
    Subtype: name('Widget'),
    F: PRINT,
    P: gap.page.ref,
    StructParent: link?.get('StructParent') ?? undefined,
  };
}

/** 'ky', then 'ky_2', 'ky_3'. */
function free(taken: Set<string>, wanted: string): string {
  let title = wanted;
  for (let next = 2; taken.has(title); next += 1) {
    title = `${wanted}_${next}`;
  }
  taken.add(title);
  return title;
}

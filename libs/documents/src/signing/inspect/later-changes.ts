import { PdfUnreadable } from '../../errors';
import { fieldsOf, formOf, isCertified, type Field } from '../fields/form';
import { TEXT_GAPS } from '../fields/find-gaps';
import { pagesOf, type Page } from '../file/pages';
import type { PdfFile } from '../file/pdf-file';
import { asArray, asDict, asName, asNumber, PdfDict, PdfRef, readTextString, type PdfValue } from '../file/values';
import type { LaterChange } from './report';
import { SameObjects } from './same-objects';

const EMPTY = new PdfDict(new Map());
/** Of the catalog: what is compared by rules of its own, and what shows nothing. */
const CATALOG_APART = new Set(['Pages', 'AcroForm', 'DSS', 'Perms', 'Metadata', 'Extensions', 'Version']);
const PAGE_APART = new Set(['Annots', 'Parent', 'Resources', 'MediaBox', 'Rotate', 'CropBox']);
const FORM_APART = new Set(['Fields', 'SigFlags', 'DR', 'DA']);
const FILLED_APART = new Set(['V', 'AP', 'M', 'Parent']);
const SIGNED_APART = new Set(['V', 'AP', 'M', 'F', 'Parent']);
const UNTOUCHED_APART = new Set(['Parent']);
const HIDDEN = 2 + 32;

/**
 * What was changed from one revision to a later one beyond signing, stamping with a time and filling so, ngay, thang, nam. Empty: nothing.
 * What the later one shows is compared with what was signed, object by object, so that it does not matter how it was put there.
 */
export function laterChanges(old: PdfFile, now: PdfFile): readonly LaterChange[] {
  try {
    return [...new Set(new Comparison(old, now).all())];
  } catch (error) {
    if (error instanceof PdfUnreadable) {
      return ['unreadable'];
    }
    throw error;
  }
}

class Comparison {
  private readonly oldPages: readonly Page[];
  private readonly nowPages: readonly Page[];
  private readonly oldFields: readonly Field[];
  private readonly nowFields: readonly Field[];
  private readonly objects: SameObjects;
  private readonly certified: boolean;

  constructor(
    private readonly old: PdfFile,
    private readonly now: PdfFile,
  ) {
    this.oldPages = pagesOf(old);
    this.nowPages = pagesOf(now);
    this.oldFields = fieldsOf(old);
    this.nowFields = fieldsOf(now);
    this.certified = isCertified(old);
    this.objects = new SameObjects(old, now, this.apart());
  }

  all(): LaterChange[] {
    return [...this.catalog(), ...this.form(), ...this.fields(), ...this.pages()];
  }

  /** Pages, fields, widgets and the roots: each has its own comparison, wherever else it is pointed at. */
  private apart(): ReadonlySet<number> {
    const refs = [
      this.old.trailer.get('Root'),
      this.old.root.get('AcroForm'),
      ...this.oldPages.flatMap(({ ref, dict }) => [ref, dict.get('Annots'), dict.get('Parent')]),
      ...this.oldFields.flatMap(({ ref, widgets }) => [ref, ...widgets.map((widget) => widget.ref)]),
    ];
    return new Set(refs.flatMap((ref) => (ref instanceof PdfRef ? [ref.num] : [])));
  }

  private catalog(): LaterChange[] {
    const { old, now } = this;
    const certification = asDict(old.in(old.root, 'Perms'))?.get('DocMDP') ?? null;
    const kept = certification === null || this.objects.same(certification, asDict(now.in(now.root, 'Perms'))?.get('DocMDP') ?? null);
    return kept && this.objects.sameBut(old.root, now.root, CATALOG_APART) ? [] : ['document-settings'];
  }

  private form(): LaterChange[] {
    const [before, after] = [formOf(this.old) ?? EMPTY, formOf(this.now) ?? EMPTY];
    const same = this.objects.sameBut(before, after, FORM_APART) && this.holdsAll(before.get('DR'), after.get('DR'));
    return same ? [] : ['document-settings'];
  }

  /** Resources of the form may come to it, none may change. */
  private holdsAll(before: PdfValue, after: PdfValue): boolean {
    const [resources, later] = [asDict(this.old.resolve(before)) ?? EMPTY, asDict(this.now.resolve(after)) ?? EMPTY];
    return [...resources.entries].every(([kind, value]) => {
      const known = asDict(this.old.resolve(value));
      const found = asDict(this.now.in(later, kind)) ?? EMPTY;
      return known === undefined
        ? this.objects.same(value, later.get(kind))
        : [...known.entries].every(([key, item]) => this.objects.same(item, found.get(key)));
    });
  }

  private fields(): LaterChange[] {
    const byNumber = new Map(this.nowFields.map((field) => [field.ref.num, field]));
    const known = new Set(this.oldFields.map(({ ref }) => ref.num));
    const added = this.nowFields.filter(({ ref }) => !known.has(ref.num));
    return [
      ...this.oldFields.flatMap((field) => this.field(field, byNumber.get(field.ref.num))),
      ...added.flatMap((field) => this.addedField(field)),
    ];
  }

  private field(before: Field, after: Field | undefined): LaterChange[] {
    if (after?.name !== before.name || after.type !== before.type) {
      return ['field-removed'];
    }
    if (before.type === 'Sig') {
      return this.signatureField(before, after);
    }
    const wasEmpty = before.type === 'Tx' && readTextString(before.value) === '';
    const isGap = before.type === 'Tx' && TEXT_GAPS.has(before.name);
    const changed = this.differs(before, after, isGap && wasEmpty ? FILLED_APART : UNTOUCHED_APART);
    const filled = isGap && wasEmpty && readTextString(after.value) !== '';
    return changed ? ['field-value'] : filled ? this.unlessLocked() : [];
  }

  private signatureField(before: Field, after: Field): LaterChange[] {
    if (before.value !== null || after.value === null) {
      return this.differs(before, after, UNTOUCHED_APART) ? ['signature-changed'] : [];
    }
    return this.differs(before, after, SIGNED_APART) || asDict(after.value) === undefined
      ? ['signature-changed']
      : this.unlessLocked(after);
  }

  private addedField(field: Field): LaterChange[] {
    if (field.type !== 'Sig') {
      return ['field-value'];
    }
    return this.certified && field.widgets.some((widget) => isSeen(widget.dict, widget.box))
      ? ['new-signature-covers']
      : this.unlessLocked(field);
  }

  /** DocMDP P 1: nothing may follow but time stamps and proofs of validity. */
  private unlessLocked(field?: Field): LaterChange[] {
    const isTimestamp = asName(this.now.in(asDict(field?.value ?? null), 'SubFilter')) === 'ETSI.RFC3161';
    return this.certified && permission(this.old) === 1 && !isTimestamp ? ['not-allowed-by-author'] : [];
  }

  /** The field's own dictionary and each of its widgets. */
  private differs(before: Field, after: Field, apart: ReadonlySet<string>): boolean {
    const widgets = before.widgets.length === after.widgets.length;
    return (
      !widgets ||
      !this.objects.sameBut(before.dict, after.dict, apart) ||
      before.widgets.some((widget, at) => {
        const later = after.widgets[at];
        return later?.ref.num !== widget.ref.num || !this.objects.sameBut(widget.dict, later.dict, apart);
      })
    );
  }

  private pages(): LaterChange[] {
    if (this.oldPages.length !== this.nowPages.length) {
      return ['page-count'];
    }
    return this.oldPages.flatMap((before, at) => {
      const after = this.nowPages[at];
      return after === undefined ? [] : [...this.page(before, after), ...this.annotations(before, after)];
    });
  }

  private page(before: Page, after: Page): LaterChange[] {
    const same =
      this.objects.sameBut(before.dict, after.dict, PAGE_APART) &&
      this.objects.same(before.resources, after.resources) &&
      this.objects.same(before.cropBox, after.cropBox) &&
      String([...before.mediaBox, before.rotate]) === String([...after.mediaBox, after.rotate]);
    return same ? [] : ['page-content'];
  }

  /** All that were there still are, in their order; what came is a widget of a signature. */
  private annotations(before: Page, after: Page): LaterChange[] {
    const later = asArray(this.now.in(after.dict, 'Annots')) ?? [];
    const earlier = asArray(this.old.in(before.dict, 'Annots')) ?? [];
    // The same object, or the same thing written into the page: a widget is compared with its field.
    if (!earlier.every((item, at) => sameNumber(item, later[at] ?? null) && this.objects.same(item, later[at] ?? null))) {
      return ['annotation'];
    }
    const widgets = new Set(
      this.nowFields.filter(({ type }) => type === 'Sig').flatMap((field) => field.widgets.map(({ ref }) => ref.num)),
    );
    return later.slice(earlier.length).every((item) => item instanceof PdfRef && widgets.has(item.num)) ? [] : ['annotation'];
  }
}

function sameNumber(item: PdfValue, later: PdfValue): boolean {
  return item instanceof PdfRef ? later instanceof PdfRef && item.num === later.num : !(later instanceof PdfRef);
}

function isSeen(widget: PdfDict, [left, bottom, right, top]: readonly [number, number, number, number]): boolean {
  return right > left && top > bottom && ((asNumber(widget.get('F')) ?? 0) & HIDDEN) === 0;
}

/** What the author's signature allows: 1 nothing, 2 filling and signing, 3 comments too (12.8.2.2). */
function permission(file: PdfFile): number {
  const signature = asDict(file.in(asDict(file.in(file.root, 'Perms')), 'DocMDP'));
  const references = asArray(file.in(signature, 'Reference')) ?? [];
  const [given] = references.flatMap((item) => {
    const reference = asDict(file.resolve(item));
    return asName(file.in(reference, 'TransformMethod')) === 'DocMDP'
      ? [asNumber(file.in(asDict(file.in(reference, 'TransformParams')), 'P')) ?? 2]
      : [];
  });
  return given ?? 2;
}

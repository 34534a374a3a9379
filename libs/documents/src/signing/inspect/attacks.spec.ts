import { demoKey, demoRoot, gappedPaper, inkPng, SIGNED_AT } from '../../../../../test/harness/signed-papers';
import { fillFields } from '../fields/fill-fields';
import { addToPage, changeForm, fieldsOf } from '../fields/form';
import { prepareFields } from '../fields/prepare-fields';
import { pagesOf } from '../file/pages';
import { PdfFile } from '../file/pdf-file';
import { Revision } from '../file/revision';
import type { PdfStream } from '../file/values';
import { asArray, asDict, dict, name, PdfDict, PdfRef, PdfString, textString, type PdfValue } from '../file/values';
import type { SigningKey } from '../keys/signing-key';
import { packed } from '../look/embed-font';
import { signRevision } from '../sign-revision';
import { inspectSignatures } from './inspect-signatures';

const order = { reason: 'Ban hành quyết định', signer: 'Phạm Quang Hưng', signedAtMs: SIGNED_AT };
const values = { so: '57', ngay: '02', thang: '3', nam: '2026' };
let key: SigningKey;
let draft: Uint8Array;
/** Certified by the person, filled, sealed by the agency. */
let paper: Buffer;
/** Certified by the person only. */
let signed: Buffer;

beforeAll(async () => {
  key = await demoKey(await demoRoot(), 'Phạm Quang Hưng', 'ec');
  draft = await prepareFields(await gappedPaper());
  signed = Buffer.from(await signRevision(draft, { ...order, key, docMdp: true, image: { kind: 'personal', png: null } }));
  const filled = await fillFields(signed, values);
  const image = { kind: 'seal', png: inkPng('seal', 200, 200), widthMm: 36 } as const;
  paper = Buffer.from(await signRevision(filled, { ...order, key, image }));
}, 60_000);

/** One more revision behind a file. */
function append(bytes: Uint8Array, change: (revision: Revision) => void): Uint8Array {
  const revision = new Revision(PdfFile.open(bytes));
  change(revision);
  return revision.write().bytes;
}

async function problems(bytes: Uint8Array): Promise<unknown[]> {
  return (await inspectSignatures(bytes)).map(({ problem, changes }) => [problem, ...changes]);
}

async function lastOf(bytes: Uint8Array): Promise<unknown[] | undefined> {
  return (await problems(bytes)).at(-1) as unknown[] | undefined;
}

function text(shown: string): PdfStream {
  return packed(Buffer.from(`BT /F 20 Tf 100 600 Td (${shown}) Tj ET`));
}

function firstPage(revision: Revision): { ref: PdfRef; dict: PdfDict } {
  const [page] = pagesOf(revision.file);
  if (page === undefined) {
    throw new Error('no page');
  }
  return page;
}

describe('bytes changed inside what was signed', () => {
  it.each([
    ['in the page', 'MediaBox'],
    ['in the date of the signature', '/M (D:'],
    ['in the name of the signer', '/Reason'],
  ])('%s are seen', async (_where, mark) => {
    const changed = Buffer.from(signed);
    const at = changed.indexOf(mark) + mark.length + 4;
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(['content-changed', 'byte-range-wrong', 'file-unreadable']).toContain((await lastOf(changed))?.[0]);
  });

  it('are never overlooked, wherever they are', async () => {
    const contents = paper.lastIndexOf('/Contents <');
    const end = paper.indexOf('>', contents);
    for (let at = 0; at < paper.length; at += 997) {
      const changed = Buffer.from(paper);
      changed.writeUInt8(changed.readUInt8(at) ^ 0x11, at);
      const reports = await inspectSignatures(changed);
      const isInSignature = at > contents && at < end;
      expect(reports.at(-1)?.valid === true && !isInSignature).toBe(false);
    }
  });
});

describe('a revision behind the signatures', () => {
  it('that puts other content on a page is seen (incremental saving)', async () => {
    const changed = append(paper, (revision) => {
      const page = firstPage(revision);
      revision.set(page.ref, page.dict.with({ Contents: revision.add(text('100.000.000 dong')) }));
    });
    expect(await problems(changed)).toEqual([
      ['changed-later', 'page-content'],
      ['changed-later', 'page-content'],
    ]);
  });

  it('that only writes over the object of the content is seen', async () => {
    const changed = append(paper, (revision) => {
      const contents = firstPage(revision).dict.get('Contents');
      const ref = contents instanceof PdfRef ? contents : (asArray(contents) ?? [])[0];
      revision.set(ref as PdfRef, text('100.000.000 dong'));
    });
    expect(await lastOf(changed)).toEqual(['changed-later', 'page-content']);
  });

  it('that swaps a font, so that other digits are seen (shadow: replace), is seen', async () => {
    const changed = append(paper, (revision) => {
      const fonts = asDict(revision.file.in(asDict(revision.file.resolve(pagesOf(revision.file)[0]?.resources ?? null)), 'Font'));
      const [font] = [...(fonts?.entries.values() ?? [])];
      revision.set(font as PdfRef, dict({ Type: name('Font'), Subtype: name('Type1'), BaseFont: name('Courier') }));
    });
    expect(await lastOf(changed)).toEqual(['changed-later', 'page-content']);
  });

  it('that leads to another catalog with pages of its own (shadow: hide and replace) is seen', async () => {
    const changed = append(paper, (revision) => {
      const { file } = revision;
      const pages = revision.add(null);
      const page = revision.add(
        dict({ Type: name('Page'), Parent: pages, MediaBox: [0, 0, 595, 842], Contents: revision.add(text('Khac')) }),
      );
      revision.set(pages, dict({ Type: name('Pages'), Kids: [page, page], Count: 2 }));
      revision.setInRoot({ Pages: pages, AcroForm: file.root.get('AcroForm') });
    });
    expect((await lastOf(changed))?.[0]).toBe('changed-later');
  });

  it.each([
    [
      'page-count',
      (revision: Revision) => {
        dropPage(revision);
      },
    ],
    [
      'document-settings',
      (revision: Revision) => {
        revision.setInRoot({ OpenAction: dict({ S: name('JavaScript'), JS: textString('app.alert(1)') }) });
      },
    ],
    [
      'document-settings',
      (revision: Revision) => {
        changeForm(revision, [], { NeedAppearances: true });
      },
    ],
    [
      'annotation',
      (revision: Revision) => {
        stamp(revision, dict({ Type: name('Annot'), Subtype: name('FreeText'), Rect: [90, 600, 300, 700] }));
      },
    ],
    [
      'annotation',
      (revision: Revision) => {
        setAnnotations(revision, (old) => old.slice(1));
      },
    ],
    [
      'field-value',
      (revision: Revision) => {
        refill(revision, '58');
      },
    ],
    [
      'field-removed',
      (revision: Revision) => {
        changeFields(revision, (old) => old.slice(1));
      },
    ],
    [
      'signature-changed',
      (revision: Revision) => {
        swapLook(revision);
      },
    ],
    [
      'new-signature-covers',
      (revision: Revision) => {
        coverWith(revision);
      },
    ],
  ])('is told apart: %s', async (change, make) => {
    expect(((await problems(append(paper, make))) as string[][]).find(([problem]) => problem === 'changed-later')).toContain(change);
  });

  it('that fills the number only once is allowed; a number filled before is not changed', async () => {
    const filled = await fillFields(signed, values);
    expect((await inspectSignatures(filled)).map(({ later, problem }) => [later, problem])).toEqual([['allowed', '']]);
    expect(await lastOf(await fillFields(paper, { ...values, so: '58' }))).toEqual(['changed-later', 'field-value']);
  });

  it('after an author who allows nothing (DocMDP P 1) is seen, be it only a number', async () => {
    const locked = await signRevision(draft, { ...order, key, docMdp: true, permits: 1 });
    expect((await inspectSignatures(locked)).map(({ problem }) => problem)).toEqual(['']);
    expect(await lastOf(await fillFields(locked, values))).toEqual(['changed-later', 'not-allowed-by-author']);
  });

  it('that takes the signature away is seen', async () => {
    const changed = append(signed, (revision) => {
      const field = fieldsOf(revision.file).find(({ type, value }) => type === 'Sig' && value !== null);
      if (field !== undefined) {
        revision.set(field.ref, field.dict.with({ V: undefined, AP: undefined }));
      }
    });
    expect(await problems(changed)).toEqual([['signature-removed', 'signature-changed']]);
  });

  it('that adds proofs of validity (DSS) and new metadata is allowed', async () => {
    const changed = append(paper, (revision) => {
      revision.setInRoot({
        DSS: dict({ Certs: [revision.add(packed(Buffer.from('x')))] }),
        Metadata: revision.add(packed(Buffer.from('<x/>'))),
      });
    });
    expect((await inspectSignatures(changed)).map(({ later, problem }) => [later, problem])).toEqual([
      ['allowed', ''],
      ['allowed', ''],
    ]);
  });
});

describe('bytes behind the file', () => {
  it('are seen, and blanks are not held against it', async () => {
    expect(await lastOf(Buffer.concat([paper, Buffer.from('thêm')]))).toEqual(['changed-later', 'bytes-behind']);
    expect(await lastOf(Buffer.concat([paper, Buffer.from('\r\n\n')]))).toEqual(['']);
  });
});

describe('a signature that is none', () => {
  it.each([
    ['of zeros', (hex: string) => '0'.repeat(hex.length)],
    ['of something else', (hex: string) => '3003020101'.padEnd(hex.length, '0')],
    ['with something behind the CMS', (hex: string) => `${hex.slice(0, -2)}41`],
  ])('%s is unreadable', async (_what, forge) => {
    expect(await problems(withContents(signed, forge))).toEqual([['signature-unreadable']]);
  });

  it('of another file is not over this one', async () => {
    const other = Buffer.from(await signRevision(await gappedPaper({ pages: 3 }), { ...order, key }));
    const theirs = contentsOf(other);
    expect(await problems(withContents(signed, (hex) => theirs.slice(0, hex.length).padEnd(hex.length, '0')))).toEqual([
      ['content-changed'],
    ]);
  });

  it.each([
    ['begins behind the start', ([, b, c, d]: number[]) => [1, b, c, d]],
    ['leaves out more than the signature', ([a, b = 0, c, d]: number[]) => [a, b - 10, c, d]],
    ['stops before the end of its revision', ([a, b, c, d = 0]: number[]) => [a, b, c, d - 10]],
    ['ends behind the file', ([a, b, c, d = 0]: number[]) => [a, b, c, d + 10]],
    ['has three ranges', ([a, b, c, d]: number[]) => [a, b, c, d, 0, 0]],
    ['has one', ([a, b = 0]: number[]) => [a, b]],
    ['has negative numbers', ([a, b, c, d = 0]: number[]) => [a, b, c, -d]],
  ])('with a byte range that %s is refused', async (_how, change) => {
    expect((await problems(withRange(signed, change)))[0]).toEqual(['byte-range-wrong']);
  });

  it('whose old bytes were wrapped away behind a new range is refused (signature wrapping)', async () => {
    const [, length = 0, resume = 0, rest = 0] = rangeOf(signed);
    // The signed bytes stay, the second part moves to the end; in the hole comes a new document with the old signature.
    const evil = append(signed.subarray(0, resume + rest), (revision) => {
      const page = firstPage(revision);
      revision.set(page.ref, page.dict.with({ Contents: revision.add(text('Khac')) }));
    });
    const moved = Buffer.concat([evil, signed.subarray(resume, resume + rest)]);
    const wrapped = withRange(moved, () => [0, length, evil.length, rest]);
    expect((await inspectSignatures(wrapped)).every(({ valid, problem }) => valid && problem === '')).toBe(false);
  });

  it('with two /Contents is refused', async () => {
    const doubled = Buffer.from(await signRevision(draft, { ...order, reason: 'Ban hanh', key }));
    doubled.write('/Contents (414141)', doubled.indexOf('/Reason (Ban hanh)'), 'latin1');
    expect(await problems(doubled)).toEqual([['byte-range-wrong']]);
  });

  it('is judged at its own time', async () => {
    const late = await signRevision(draft, { ...order, key, signedAtMs: SIGNED_AT + 10 * 86_400_000 });
    const early = await signRevision(draft, { ...order, key, signedAtMs: SIGNED_AT - 10 * 86_400_000 });
    expect([await problems(late), await problems(early)]).toEqual([[['certificate-expired']], [['certificate-not-yet-valid']]]);
  });
});

describe('files of any kind', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['no PDF', Buffer.from('PK\u0003\u0004')],
    ['a PDF without cross-references', Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF')],
    ['a circle of sections', Buffer.from('%PDF-1.4\nxref\n0 0\ntrailer<</Prev 9/Root 1 0 R>>\nstartxref\n9\n%%EOF')],
    [
      'an object that needs itself',
      Buffer.from(
        '%PDF-1.4\n1 0 obj<</Length 1 0 R>>stream\nendstream endobj\nxref\n1 1\n0000000009 00000 n \ntrailer<</Root 1 0 R>>\nstartxref\n66\n%%EOF',
      ),
    ],
    ['brackets without end', Buffer.from(`%PDF-1.4\nxref\n0 0\ntrailer ${'['.repeat(100_000)}\nstartxref\n9\n%%EOF`)],
  ])('%s holds nothing up', async (_what, bytes) => {
    expect(await inspectSignatures(bytes)).toEqual([]);
  });

  it('that were cut off anywhere are answered', async () => {
    for (let end = 0; end < paper.length; end += 1499) {
      expect(Array.isArray(await inspectSignatures(paper.subarray(0, end)))).toBe(true);
    }
  });

  it('that look signed and cannot be read are said to be so', async () => {
    expect(await problems(Buffer.from('%PDF-1.4 /ByteRange [0 1 2 3]'))).toEqual([['file-unreadable', 'unreadable']]);
  });

  it('with hundreds of revisions are answered soon, with more than is honest not at all', async () => {
    let many: Uint8Array = paper;
    for (let index = 0; index < 190; index += 1) {
      many = append(many, (revision) => {
        revision.setInRoot({ Extensions: dict({ X: index }) });
      });
    }
    const started = performance.now();
    expect((await inspectSignatures(many)).map(({ later }) => later)).toEqual(['allowed', 'allowed']);
    expect(performance.now() - started).toBeLessThan(5000);
    const trailer = 'trailer<</Root 1 0 R/Prev ';
    const chain = Array.from({ length: 300 }, (_one, index) => `xref\n0 0\n${trailer}${9 + (index + 1) * 45}>>`.padEnd(45));
    expect(await inspectSignatures(Buffer.from(`%PDF-1.4\n${chain.join('')}startxref\n9\n%%EOF`))).toEqual([]);
  });
});

function setAnnotations(revision: Revision, change: (old: readonly PdfValue[]) => readonly PdfValue[]): void {
  const page = firstPage(revision);
  revision.set(page.ref, page.dict.with({ Annots: change(asArray(revision.file.in(page.dict, 'Annots')) ?? []) }));
}

function stamp(revision: Revision, annotation: PdfDict): void {
  addToPage(revision, firstPage(revision).ref, [revision.add(annotation)]);
}

function dropPage(revision: Revision): void {
  const pages = revision.file.root.get('Pages') as PdfRef;
  const tree = revision.dictAt(pages) ?? new PdfDict(new Map());
  revision.set(pages, tree.with({ Kids: (asArray(revision.file.in(tree, 'Kids')) ?? []).slice(0, 1), Count: 1 }));
}

function refill(revision: Revision, value: string): void {
  const field = fieldsOf(revision.file).find((one) => one.name === 'so');
  if (field !== undefined) {
    revision.set(field.ref, field.dict.with({ V: textString(value) }));
  }
}

function changeFields(revision: Revision, change: (old: readonly PdfValue[]) => readonly PdfValue[]): void {
  const form = asDict(revision.file.in(revision.file.root, 'AcroForm')) ?? new PdfDict(new Map());
  revision.setInRoot({ AcroForm: form.with({ Fields: change(asArray(revision.file.in(form, 'Fields')) ?? []) }) });
}

function swapLook(revision: Revision): void {
  const field = fieldsOf(revision.file).find((one) => one.name === 'ky');
  if (field !== undefined) {
    revision.set(field.ref, field.dict.with({ AP: dict({ N: revision.add(text('Nguoi khac')) }) }));
  }
}

/** A signature field of one's own, as large as the page, over what was signed (sneaky signature attack). */
function coverWith(revision: Revision): void {
  const page = firstPage(revision);
  const cover = revision.add(
    dict({
      Type: name('Annot'),
      Subtype: name('Widget'),
      FT: name('Sig'),
      T: textString('che'),
      F: 4,
      Rect: [0, 0, 595, 842],
      V: revision.add(
        dict({
          Type: name('Sig'),
          SubFilter: name('ETSI.CAdES.detached'),
          ByteRange: [0, 1, 2, 3],
          Contents: new PdfString(Buffer.from('00', 'hex')),
        }),
      ),
      AP: dict({ N: revision.add(text('Khac')) }),
    }),
  );
  addToPage(revision, page.ref, [cover]);
  changeForm(revision, [cover]);
}

function rangeOf(bytes: Buffer): number[] {
  return (/\/ByteRange \[([\d ]+)\]/.exec(bytes.toString('latin1'))?.[1] ?? '').trim().split(/\s+/).map(Number);
}

function withRange(bytes: Buffer, change: (range: number[]) => (number | undefined)[]): Buffer {
  const out = Buffer.from(bytes);
  const match = /\[([\d ]+)\]\s*/.exec(out.toString('latin1', out.indexOf('/ByteRange')));
  const room = match?.[0].length ?? 0;
  const text = `[${change(rangeOf(bytes)).join(' ')}]`.padEnd(room);
  out.write(text.slice(0, room), out.indexOf('[', out.indexOf('/ByteRange')), 'latin1');
  return out;
}

function contentsOf(bytes: Buffer): string {
  return /\/Contents <([0-9a-f]+)>/.exec(bytes.toString('latin1'))?.[1] ?? '';
}

function withContents(bytes: Buffer, change: (hex: string) => string): Buffer {
  const out = Buffer.from(bytes);
  out.write(change(contentsOf(bytes)), out.indexOf('/Contents <') + '/Contents <'.length, 'latin1');
  return out;
}

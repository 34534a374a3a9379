import { deflateSync } from 'node:zlib';
import { gappedPaper } from '../../../../../test/harness/signed-papers';
import { PdfUnreadable } from '../../errors';
import { pagesOf } from './pages';
import { PdfParser } from './parse-object';
import { PdfFile } from './pdf-file';
import { Revision } from './revision';
import { asDict, dict, name, PdfName, PdfRef, PdfStream, PdfString, readTextString, textString } from './values';
import { writeValue } from './write-value';

function parse(text: string): unknown {
  return new PdfParser(Buffer.from(text, 'latin1')).value();
}

describe('objects of a PDF', () => {
  it.each([
    ['12', 12],
    ['-.5', -0.5],
    ['+4.', 4],
    ['true', true],
    ['null', null],
    ['[1 0 R 2 3]', [new PdfRef(1), 2, 3]],
    ['/A#20b', new PdfName('A b')],
  ])('reads %s', (text, value) => {
    expect(parse(text)).toEqual(value);
  });

  it('reads strings with brackets, escapes, octal signs and broken lines', () => {
    expect((parse('(a(b)\\)\\n\\101\\\r\nc)') as PdfString).bytes.toString()).toBe('a(b))\nAc');
    expect((parse('<48 69 7>') as PdfString).bytes.toString('latin1')).toBe('Hip');
  });

  it('notices a key that comes twice', () => {
    expect((parse('<</A 1/A 2>>') as { repeated: boolean }).repeated).toBe(true);
  });

  it.each(['(', '<', '<<', '[', '<</A', '<<1 2>>', '<4G>', ')', '', '['.repeat(100)])('refuses %s', (text) => {
    expect(() => parse(text)).toThrow(PdfUnreadable);
  });

  it('are written as they are read', () => {
    const value = dict({
      A: name('B c'),
      S: textString('Quyết định (số 5)'),
      P: textString('a(b)\\'),
      N: [1, 0.5, -2.0000001, null, false, new PdfRef(7)],
    });
    const read = parse(writeValue(value).toString('latin1'));
    expect(readTextString(asDict(read as never)?.get('S') ?? null)).toBe('Quyết định (số 5)');
    expect(readTextString(asDict(read as never)?.get('P') ?? null)).toBe('a(b)\\');
    expect(asDict(read as never)?.get('N')).toEqual([1, 0.5, -2, null, false, new PdfRef(7)]);
  });

  it('give Vietnamese text with its mark, and read it from UTF-8 too', () => {
    expect(textString('Hưng').bytes.toString('hex').slice(0, 4)).toBe('feff');
    expect(readTextString(new PdfString(Buffer.from('\ufeffHưng', 'utf8')))).toBe('Hưng');
  });
});

describe.each([
  ['a table', false],
  ['a stream', true],
])('a file with its cross-references in %s', (_what, objectStreams) => {
  let bytes: Uint8Array;

  beforeAll(async () => {
    bytes = await gappedPaper({ objectStreams });
  });

  it('shows its pages with what they inherit', () => {
    expect(pagesOf(PdfFile.open(bytes)).map(({ mediaBox }) => mediaBox.map(Math.round))).toEqual([
      [0, 0, 595, 842],
      [0, 0, 595, 842],
    ]);
  });

  it('keeps every byte under a revision, which says what is new and leads back to the old', () => {
    const revision = new Revision(PdfFile.open(bytes));
    const ref = revision.add(textString('mới'));
    revision.setInRoot({ Mark: ref });
    const written = PdfFile.open(revision.write().bytes);
    expect(Buffer.from(bytes).equals(written.bytes.subarray(0, bytes.length))).toBe(true);
    expect(readTextString(written.in(written.root, 'Mark'))).toBe('mới');
    expect(written.sections[0]?.isStream).toBe(objectStreams);
    expect(written.before(1).root.get('Mark')).toBeNull();
  });

  it('takes revision upon revision', () => {
    let last: Uint8Array = bytes;
    for (let round = 0; round < 5; round += 1) {
      const revision = new Revision(PdfFile.open(last));
      revision.setInRoot({ Round: revision.add(round) });
      last = revision.write().bytes;
    }
    const file = PdfFile.open(last);
    expect([file.in(file.root, 'Round'), pagesOf(file).length]).toEqual([4, 2]);
  });
});

describe('a broken file', () => {
  it('is refused when it is encrypted', () => {
    const text = '%PDF-1.4\nxref\n0 0\ntrailer<</Root 1 0 R/Encrypt 2 0 R>>\nstartxref\n9\n%%EOF';
    expect(() => PdfFile.open(Buffer.from(text))).toThrow('encrypted');
  });

  it('cannot unpack itself beyond all bounds', () => {
    const bomb = new PdfStream(dict({ Filter: name('FlateDecode') }), deflateSync(Buffer.alloc(80 << 20)));
    const file = PdfFile.open(Buffer.from('%PDF-1.4\nxref\n0 0\ntrailer<</Size 1>>\nstartxref\n9\n%%EOF'));
    expect(() => file.decode(bomb)).toThrow(PdfUnreadable);
  });

  it('has no pages when its tree goes in a circle', () => {
    const text = '%PDF-1.4\n1 0 obj<</Pages 2 0 R>>endobj\n2 0 obj<</Kids[2 0 R]>>endobj\n';
    const at = [text.indexOf('1 0 obj'), text.indexOf('2 0 obj')].map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
    const whole = `${text}xref\n1 2\n${at.join('')}trailer<</Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`;
    expect(() => pagesOf(PdfFile.open(Buffer.from(whole)))).toThrow(PdfUnreadable);
  });
});

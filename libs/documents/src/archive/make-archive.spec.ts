import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { makeArchive, type ArchiveOrder, type ArchivePaper } from './make-archive';
import { zipArchive } from './zip-archive';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function paper(more: Partial<ArchivePaper> = {}): ArchivePaper {
  return {
    title: 'Tờ trình đề nghị khen thưởng',
    kind: 'to-trinh',
    state: 'issued',
    number: '12/TTr-UBND',
    date: '2026-03-02',
    pages: 2,
    templateVersion: '1-abc',
    dataHash: 'd'.repeat(64),
    signed: { by: 'Phạm Quang Hưng', mode: 'digital' },
    bound: true,
    file: { bytes: Buffer.from('%PDF-1.7 tờ trình'), mime: 'application/pdf' },
    docx: { bytes: Buffer.from('PK tờ trình'), mime: DOCX },
    ...more,
  };
}

function order(more: Partial<ArchiveOrder> = {}): ArchiveOrder {
  return { code: 'GP-2026-0031', kind: 'bo-ho-so', title: 'Bộ hồ sơ', papers: [paper()], contents: Buffer.from('%PDF mục lục'), ...more };
}

const namesIn = (zip: Uint8Array): string[] => Object.keys(unzipSync(zip));
const manifestIn = (zip: Uint8Array): { files: Record<string, unknown>[] } =>
  JSON.parse(strFromU8(unzipSync(zip)['manifest.json'] ?? new Uint8Array())) as { files: Record<string, unknown>[] };

describe('the archive of a dossier', () => {
  it('has every paper in the order of the mục lục, Word beside PDF, names anybody can read', () => {
    const scan = paper({ kind: 'bien-ban-binh-xet', number: null, docx: null, file: { bytes: Buffer.from('jpg'), mime: 'image/jpeg' } });
    expect(
      namesIn(makeArchive(order({ papers: [paper(), paper({ kind: 'quyet-dinh', number: '01/QĐ-UBND', docx: null }), scan] }))),
    ).toEqual([
      '00-muc-luc.pdf',
      '01-to-trinh-12-TTr-UBND.docx',
      '01-to-trinh-12-TTr-UBND.pdf',
      '02-quyet-dinh-01-QD-UBND.pdf',
      '03-bien-ban-binh-xet.jpg',
      'SHA256SUMS',
      'manifest.json',
    ]);
  });

  it('says in its manifest what each file is, and nothing of the moment', () => {
    const { files } = manifestIn(makeArchive(order()));
    expect(files[1]).toEqual({
      path: '01-to-trinh-12-TTr-UBND.pdf',
      sha256: createHash('sha256').update('%PDF-1.7 tờ trình').digest('hex'),
      size: Buffer.from('%PDF-1.7 tờ trình').length,
      title: 'Tờ trình đề nghị khen thưởng',
      kind: 'to-trinh',
      state: 'issued',
      number: '12/TTr-UBND',
      date: '2026-03-02',
      pages: 2,
      templateVersion: '1-abc',
      dataHash: 'd'.repeat(64),
      signed: { by: 'Phạm Quang Hưng', mode: 'digital' },
      bound: true,
    });
  });

  it('has sums that sha256sum -c takes, of every file but themselves', () => {
    const files = unzipSync(makeArchive(order()));
    const sums = strFromU8(files['SHA256SUMS'] ?? new Uint8Array());
    const wanted = Object.entries(files)
      .filter(([path]) => path !== 'SHA256SUMS')
      .map(([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}`);
    expect(sums.trimEnd().split('\n').toSorted()).toEqual(wanted.toSorted());
  });

  it('is the same bytes whenever and wherever it is made', () => {
    const zone = process.env['TZ'];
    const first = makeArchive(order());
    process.env['TZ'] = 'America/Anchorage';
    const second = makeArchive(order());
    process.env['TZ'] = zone;
    expect(Buffer.compare(first, second)).toBe(0);
    expect(Buffer.compare(first, makeArchive(order({ papers: [paper({ title: 'Khác' })] })))).not.toBe(0);
  });

  it('takes no path twice and none that leaves its folder', () => {
    const entry = (path: string): { path: string; bytes: Uint8Array } => ({ path, bytes: new Uint8Array() });
    expect(() => zipArchive([entry('a.pdf'), entry('a.pdf')])).toThrow('twice');
    expect(() => zipArchive([entry('../a.pdf')])).toThrow('no path');
    expect(() => zipArchive([entry('/a.pdf')])).toThrow('no path');
  });
});

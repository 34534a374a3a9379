import { decode } from 'jpeg-js';
import { PNG } from 'pngjs';
import {
  docxWith,
  exif,
  jpegOf,
  objectStream,
  pdfWith,
  pngBomb,
  pngOf,
  relations,
  xlsxWith,
  zipOf,
  type PdfWanted,
} from '../../../../test/harness/attachment-files';
import { inspectAttachment } from './inspect-attachment';
import { previewAttachment } from './preview-attachment';
import { cleanName } from './sniff';
import type { AttachmentKind, AttachmentVerdict } from './verdict';
import { walkPdf } from './pdf-walk';

const ALL: readonly AttachmentKind[] = ['pdf', 'docx', 'xlsx', 'jpeg', 'png'];
const look = (bytes: Uint8Array, name: string, kinds = ALL): Promise<AttachmentVerdict> => inspectAttachment(bytes, name, { kinds });
const SCRIPT = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';

describe('an uploaded PDF', () => {
  it('is taken byte for byte when nothing in it runs, with its pages counted', async () => {
    const file = pdfWith({ pages: 3, catalog: '/OpenAction [3 0 R /Fit]' });
    expect(await look(file, 'tờ trình.PDF')).toMatchObject({ ok: true, kind: 'pdf', pages: 3, notes: [], bytes: file });
  });

  const ACTIVE: readonly (readonly [string, PdfWanted])[] = [
    ['JavaScript', { catalog: '/Names << /JavaScript << /Names [(a) 5 0 R] >> >>', objects: [SCRIPT] }],
    ['OpenAction', { catalog: '/OpenAction 5 0 R', objects: [SCRIPT] }],
    ['OpenAction', { catalog: '/OpenAction << /S /URI /URI (http://127.0.0.1/) >>' }],
    ['AA', { page: '/AA << /O << /S /URI /URI (http://127.0.0.1/) >> >>' }],
    ['Launch', { page: '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (cmd.exe) >> >>]' }],
    ['EmbeddedFile', { objects: ['<< /Type /EmbeddedFile /Length 3 >>\nstream\nMZ!\nendstream'] }],
    ['EmbeddedFiles', { catalog: '/Names << /EmbeddedFiles << /Names [] >> >>' }],
    ['RichMedia', { page: '/Annots [<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] >>]' }],
    ['XFA', { catalog: '/AcroForm << /Fields [] /XFA [(template) 4 0 R] >>' }],
    ['SubmitForm', { objects: ['<< /S /SubmitForm /F (http://127.0.0.1/) >>'] }],
    ['GoToR', { objects: ['<< /S /GoToR /F (\\\\\\\\host\\\\share) /D [0 /Fit] >>'] }],
    ['JavaScript', { objects: ['<< /S /J#61v#61Script /#4aS (x) >>'] }],
    ['JavaScript', { objects: [objectStream([[9, SCRIPT]])] }],
  ];
  it.each(ACTIVE)('loses %s, and keeps its pages', async (what, wanted) => {
    const file = pdfWith(wanted);
    expect([...walkPdf(file).active]).toContain(what);
    const verdict = await look(file, 'a.pdf');
    expect(verdict).toMatchObject({ ok: true, pages: 1, notes: expect.arrayContaining(['active-content-removed', what]) as unknown });
    const { bytes } = verdict as { bytes: Uint8Array };
    expect([...walkPdf(Buffer.from(bytes)).active]).toEqual([]);
    expect(await look(bytes, 'a.pdf')).toMatchObject({ ok: true, notes: [] });
  });

  it.each(ACTIVE)('that is signed is refused for %s, which is named', async (what, wanted) => {
    const signed = pdfWith({ ...wanted, objects: [...(wanted.objects ?? []), '<< /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >>'] });
    const verdict = await look(signed, 'a.pdf');
    expect(verdict).toMatchObject({ ok: false, code: 'file-active-content', details: { reason: 'signed' } });
    expect(JSON.stringify(verdict)).toContain(what);
  });

  it.each([
    ['a string', `(6 0 obj ${SCRIPT} endobj)`],
    ['an open string', `(6 0 obj ${SCRIPT} endobj\n`],
    ['a comment', `%6 0 obj ${SCRIPT} endobj\n`],
    ['a stream without an object', `<< /Length 90 >>\nstream\n6 0 obj ${SCRIPT} endobj\nendstream\n`],
  ])('hides no object in %s', async (_where, garbage) => {
    const file = pdfWith({ garbage });
    expect(walkPdf(file).active).toContain('hidden-objects');
    const verdict = await look(file, 'a.pdf');
    expect(verdict.ok ? walkPdf(Buffer.from(verdict.bytes)).active.size : 0).toBe(0);
  });

  it('is asked for without its password', async () => {
    const locked = pdfWith({ trailer: '/Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -4 >> /ID [<00> <00>]' });
    expect(await look(locked, 'a.pdf')).toMatchObject({ ok: false, code: 'file-encrypted' });
  });

  it('is no bomb', async () => {
    const packed = objectStream([[9, `(${'0'.repeat(70 * 1024 * 1024)})`]]);
    expect(packed.length).toBeLessThan(200_000);
    expect(await look(pdfWith({ objects: [packed] }), 'a.pdf')).toMatchObject({ ok: false, code: 'file-bomb' });
  });

  it('has not more pages than may be read', async () => {
    expect(await inspectAttachment(pdfWith({ pages: 5 }), 'a.pdf', { kinds: ALL, mostPages: 4 })).toMatchObject({
      ok: false,
      code: 'file-too-many-pages',
      details: { pages: 5, most: 4 },
    });
  });

  it('is whole, and one file only', async () => {
    const file = pdfWith();
    expect(await look(file.subarray(0, file.length - 40), 'a.pdf')).toMatchObject({ ok: false, code: 'file-unreadable' });
    expect(await look(Buffer.from('%PDF-1.4\nkhông phải\n%%EOF\n'), 'a.pdf')).toMatchObject({ ok: false, code: 'file-unreadable' });
    expect(await look(Buffer.concat([file, docxWith()]), 'a.pdf')).toMatchObject({ ok: false });
    expect(await look(Buffer.concat([Buffer.from('MZ'), file]), 'a.pdf')).toMatchObject({ code: 'file-not-what-it-says' });
  });
});

describe('an uploaded Word or Excel file', () => {
  it('is told from any other archive by its own list of parts', async () => {
    expect(await look(docxWith(), 'a.docx')).toMatchObject({ ok: true, kind: 'docx', notes: [] });
    expect(await look(xlsxWith(), 'a.xlsx')).toMatchObject({ ok: true, kind: 'xlsx' });
    expect(await look(docxWith(), 'a.xlsx')).toMatchObject({ ok: false, code: 'file-not-what-it-says' });
    expect(await look(zipOf([{ name: 'a.txt', data: 'x' }]), 'a.docx')).toMatchObject({ ok: false, code: 'file-not-what-it-says' });
  });

  const LINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const FIELD = '<w:instrText>DD</w:instrText><w:instrText>EAUTO c:\\windows\\cmd.exe</w:instrText>';
  it.each([
    ['macros', docxWith([{ name: 'word/vbaProject.bin', data: 'x' }])],
    ['embedded-object', docxWith([{ name: 'word/embeddings/oleObject1.bin', data: 'x' }])],
    ['activex', docxWith([{ name: 'word/activeX/activeX1.xml', data: '<x/>' }])],
    [
      'external-link',
      docxWith([
        {
          name: 'word/_rels/settings.xml.rels',
          data: relations(`<Relationship Type="${LINK}/attachedTemplate" Target="http://127.0.0.1/a.dotm" TargetMode="External"/>`),
        },
      ]),
    ],
    ['external-link', docxWith([], '<w:p><w:instrText>INCLUDEPICTURE "http://127.0.0.1/x.png"</w:instrText></w:p>')],
    ['dde', docxWith([], FIELD)],
    ['dde', docxWith([], '<w:fldSimple w:instr="DDE &quot;c:\\cmd.exe&quot;"/>')],
    ['document-type', docxWith([{ name: 'word/settings.xml', data: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>' }])],
    ['external-link', xlsxWith([{ name: 'xl/externalLinks/externalLink1.xml', data: '<externalLink/>' }])],
    ['data-connection', xlsxWith([{ name: 'xl/connections.xml', data: '<connections/>' }])],
    ['dde', xlsxWith([], `<c r="A1"><f>cmd|'/c calc'!A0</f></c>`)],
    ['dde', xlsxWith([], '<c r="A1"><f>WEBSERVICE("http://127.0.0.1/")</f></c>')],
  ])('is refused for %s, which is named', async (what, file) => {
    const verdict = await look(file, file.includes('xl/workbook.xml') ? 'a.xlsx' : 'a.docx');
    expect(verdict).toMatchObject({
      ok: false,
      code: 'file-active-content',
      details: { found: expect.arrayContaining([what]) as unknown },
    });
  });

  it('may have links that people press', async () => {
    const link = relations(`<Relationship Type="${LINK}/hyperlink" Target="https://thiduakhenthuong.vn/" TargetMode="External"/>`);
    expect(await look(docxWith([{ name: 'word/_rels/document.xml.rels', data: link }]), 'a.docx')).toMatchObject({ ok: true });
  });

  it.each([
    ['much in little', [{ name: 'word/media/a.bin', data: Buffer.alloc(40 * 1024 * 1024) }]],
    ['a size that lies', [{ name: 'word/a.xml', data: Buffer.alloc(1_500_000), size: 10 }]],
    ['too many parts', Array.from({ length: 2100 }, (_, n) => ({ name: `word/${n}.xml`, data: '' }))],
  ])('is no bomb: %s', async (_what, parts) => {
    expect(await look(docxWith(parts), 'a.docx')).toMatchObject({ ok: false, code: 'file-bomb' });
  });

  it.each(['../../etc/cron.d/x', '/etc/passwd', '..\\..\\autorun.inf', 'C:/x.dll', 'word/../../x'])(
    'has no part named %s',
    async (name) => {
      expect(await look(docxWith([{ name, data: 'x' }]), 'a.docx')).toMatchObject({ ok: false, code: 'file-not-what-it-says' });
    },
  );

  it('is asked for without its password', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(500), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await look(old, 'a.docx')).toMatchObject({ ok: false, code: 'file-encrypted' });
    expect(await look(docxWith([{ name: 'word/b.xml', data: '<x/>', flags: 1 }]), 'a.docx')).toMatchObject({ code: 'file-encrypted' });
  });

  it('is whole, and one file only', async () => {
    const file = docxWith();
    expect(await look(file.subarray(0, file.length - 30), 'a.docx')).toMatchObject({ ok: false, code: 'file-unreadable' });
    expect(await look(Buffer.concat([file, Buffer.from('<script>')]), 'a.docx')).toMatchObject({ ok: false });
  });
});

describe('an uploaded picture', () => {
  it('is kept as its pixels alone, as its camera was held', async () => {
    const verdict = await look(jpegOf(40, 20, exif(6)), 'ảnh.jpg');
    expect(verdict).toMatchObject({ ok: true, kind: 'jpeg', pages: 1, notes: ['re-encoded'] });
    const bytes = Buffer.from((verdict as { bytes: Uint8Array }).bytes);
    expect(bytes.includes('GPS')).toBe(false);
    expect(bytes.includes('Exif')).toBe(false);
    const { width, height, data } = decode(bytes, { useTArray: true });
    expect([width, height]).toEqual([20, 40]);
    expect([data[0], data.at(-2)].map((one) => Number(one) > 200)).toEqual([true, true]);
  });

  it('carries no other file behind it', async () => {
    const behind = [docxWith(), Buffer.from('<?php system($_GET[0]);')];
    expect(await look(Buffer.concat([pngOf(), ...behind]), 'a.png')).toMatchObject({ ok: false, code: 'file-unreadable' });
    const verdict = await look(Buffer.concat([jpegOf(), ...behind]), 'a.jpeg');
    const bytes = Buffer.from((verdict as { bytes: Uint8Array }).bytes);
    expect(bytes.includes('php') || bytes.includes('PK')).toBe(false);
    expect(decode(bytes, { useTArray: true })).toMatchObject({ width: 40, height: 20 });
  });

  it.each([
    [60_000, 60_000],
    [2, 1_000_000],
  ])('of %i × %i is refused before a pixel is unpacked', async (width, height) => {
    expect(await look(pngBomb(width, height), 'a.png')).toMatchObject({ ok: false, code: 'file-bomb', details: { width, height } });
  });

  it('is whole', async () => {
    const [jpeg, png] = [jpegOf(400, 400), pngOf(400, 400)];
    expect(await look(png.subarray(0, png.length - 60), 'a.png')).toMatchObject({ ok: false, code: 'file-unreadable' });
    expect(await look(jpeg.subarray(0, 60), 'a.jpg')).toMatchObject({ ok: false, code: 'file-unreadable' });
  });
});

describe('any upload', () => {
  it.each([
    ['a program', Buffer.from('MZ\x90\0'), 'a.pdf'],
    ['a page of the web', Buffer.from('<html><script>alert(1)</script>'), 'a.png'],
    ['nothing', Buffer.alloc(0), 'a.pdf'],
    ['a picture named as a PDF', pngOf(), 'a.pdf'],
    ['a picture with two endings', pngOf(), 'a.png.exe'],
  ])('is what its name says: %s', async (_what, bytes, name) => {
    expect(await look(bytes, name)).toMatchObject({ ok: false, code: 'file-not-what-it-says' });
  });

  it('is of a kind that is asked for', async () => {
    expect(await look(pngOf(), 'a.png', ['pdf'])).toMatchObject({ ok: false, code: 'file-not-what-it-says', details: { kinds: ['pdf'] } });
  });

  it('is named without folders and without letters that hide others', () => {
    expect(cleanName('..\\..\\hồ sơ.pdf')).toBe('hồ sơ.pdf');
    expect(cleanName('/etc/passwd')).toBe('passwd');
    expect(cleanName('anh\u202egpj.exe')).toBe('anhgpj.exe');
    expect(cleanName(`${'à'.repeat(300)}.pdf`)).toHaveLength(120);
    expect(cleanName('tê\u0301n.pdf')).toBe('tến.pdf');
  });
});

describe('the picture of a file', () => {
  it('shows the first page of a PDF, small', async () => {
    const picture = await previewAttachment(pdfWith({ text: 'XIN CHAO' }), 'application/pdf');
    const { width, height, data } = PNG.sync.read(Buffer.from(picture ?? []));
    expect([width, height]).toEqual([900, 1274]);
    expect(data.some((value, at) => at % 4 === 0 && value < 100)).toBe(true);
  });

  it('shows a picture no larger than it is', async () => {
    const picture = await previewAttachment(jpegOf(2400, 1200), 'image/jpeg');
    expect(PNG.sync.read(Buffer.from(picture ?? []))).toMatchObject({ width: 900, height: 450 });
    expect(await previewAttachment(docxWith(), 'application/x')).toBeUndefined();
  });
});

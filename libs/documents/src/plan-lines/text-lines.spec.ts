import { strToU8, zipSync } from 'fflate';
import { inspectAttachment } from '../attachments/inspect-attachment';
import { textLines } from './text-lines';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const p = (...runs: string[]): string => `<w:p>${runs.map((run) => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`).join('')}</w:p>`;
const row = (...cells: string[]): string => `<w:tbl><w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr></w:tbl>`;

function word(body: string): Uint8Array {
  return zipSync({ 'word/document.xml': strToU8(`<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`) });
}

describe('the lines of a file', () => {
  it('are the paragraphs of a Word file, runs put together, deleted words and field codes left out', async () => {
    const gone =
      '<w:p><w:del><w:r><w:delText>bỏ đi</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>Còn lại</w:t></w:r></w:p>';
    const bytes = word(
      `${p('KẾ HOẠCH')}${p('I. MỤC ', 'ĐÍCH &amp; YÊU CẦU')}<w:p><w:r><w:t>Một</w:t><w:br/><w:t>Hai</w:t></w:r></w:p>${gone}`,
    );
    expect(await textLines(bytes, DOCX)).toEqual(['KẾ HOẠCH', 'I. MỤC ĐÍCH & YÊU CẦU', 'Một', 'Hai', 'Còn lại']);
  });

  it('are the rows of a table, and the cells of a letterhead one by one', async () => {
    const bytes = word(row(p('ỦY BAN NHÂN DÂN') + p('XÃ HÒA AN'), p('CỘNG HÒA') + p('Độc lập')) + row(p('Hằng năm'), p('Giấy khen')));
    expect(await textLines(bytes, DOCX)).toEqual(['ỦY BAN NHÂN DÂN', 'XÃ HÒA AN', 'CỘNG HÒA', 'Độc lập', 'Hằng năm | Giấy khen']);
  });

  it('are none of a Word file without a body', async () => {
    expect(await textLines(zipSync({ 'word/other.xml': strToU8('<a/>') }), DOCX)).toEqual([]);
  });

  it('are those of plain text, in UTF-8 or UTF-16', async () => {
    expect(await textLines(Buffer.from('Kế hoạch\r\nMục I\n'), 'text/plain')).toEqual(['Kế hoạch', 'Mục I', '']);
    expect(await textLines(Buffer.from('\ufeffKế hoạch', 'utf16le'), 'text/plain')).toEqual(['Kế hoạch']);
  });

  it('are none for a picture', async () => {
    expect(await textLines(Buffer.from([0xff, 0xd8, 0xff]), 'image/jpeg')).toEqual([]);
  });
});

describe('plain text that is uploaded', () => {
  const kinds = ['txt'] as const;

  it('is taken by a rule that takes it', async () => {
    expect(await inspectAttachment(Buffer.from('Kế hoạch số 1'), 'ke-hoach.txt', { kinds })).toMatchObject({
      ok: true,
      mime: 'text/plain',
    });
  });

  it.each([
    ['by no other rule', Buffer.from('Kế hoạch'), 'ke-hoach.txt', ['pdf'] as const, 'file-not-what-it-says'],
    ['when it is a program', Buffer.from([0x4d, 0x5a, 0, 1, 2, 3]), 'ke-hoach.txt', kinds, 'file-not-what-it-says'],
    ['when it is no text in any encoding', Buffer.from([0xc3, 0x28, 0xa0]), 'ke-hoach.txt', kinds, 'file-not-what-it-says'],
    ['under the name of a picture', Buffer.from('Kế hoạch'), 'anh.png', kinds, 'file-not-what-it-says'],
    ['with a line that does not end', Buffer.from('a'.repeat(30_000)), 'ke-hoach.txt', kinds, 'file-bomb'],
  ] as const)('is refused %s', async (_, bytes, name, only, code) => {
    expect(await inspectAttachment(bytes, name, { kinds: only })).toMatchObject({ ok: false, code });
  });
});

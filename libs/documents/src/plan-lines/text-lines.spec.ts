import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { inspectAttachment } from '../attachments/inspect-attachment';
import { textLines } from './text-lines';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const cell = (...texts: string[]): TableCell => new TableCell({ children: texts.map((text) => new Paragraph(text)) });

async function word(children: (Paragraph | Table)[]): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

describe('the lines of a file', () => {
  it('are the paragraphs of a Word file, runs put together', async () => {
    const bytes = await word([
      new Paragraph('KẾ HOẠCH'),
      new Paragraph({ children: [new TextRun('I. MỤC '), new TextRun('ĐÍCH & YÊU CẦU'), new TextRun({ text: 'Ngắt dòng', break: 1 })] }),
    ]);
    expect((await textLines(bytes, DOCX)).filter((line) => line !== '')).toEqual(['KẾ HOẠCH', 'I. MỤC ĐÍCH & YÊU CẦU', 'Ngắt dòng']);
  });

  it('are the rows of a table, and the cells of a letterhead one by one', async () => {
    const bytes = await word([
      new Table({ rows: [new TableRow({ children: [cell('ỦY BAN NHÂN DÂN', 'XÃ HÒA AN'), cell('CỘNG HÒA', 'Độc lập')] })] }),
      new Table({ rows: [new TableRow({ children: [cell('Hằng năm'), cell('Giấy khen')] })] }),
    ]);
    expect((await textLines(bytes, DOCX)).filter((line) => line !== '')).toEqual([
      'ỦY BAN NHÂN DÂN',
      'XÃ HÒA AN',
      'CỘNG HÒA',
      'Độc lập',
      'Hằng năm | Giấy khen',
    ]);
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

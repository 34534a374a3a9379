import { SheetUnreadable } from '../errors';
import { readSheet } from './read-sheet';
import { writeSheets } from './write-sheets';

const COLUMNS = [
  { title: 'Mã', type: 'text' },
  { title: 'Ngày', type: 'date' },
  { title: 'Số', type: 'number' },
  { title: 'Ghi chú', type: 'text', width: 60 },
] as const;

describe('a workbook', () => {
  it('comes back as it was written: codes as text, days as days, diacritics whole', async () => {
    const day = new Date(Date.UTC(2025, 11, 15));
    const rows = [
      ['007', day, 2530000, 'Chiến sĩ thi đua cơ sở'],
      ['1e5', null, 0.5, null],
    ];
    const [first, second] = await readSheet(
      await writeSheets([
        { name: 'Thẩm quyền', columns: COLUMNS, rows },
        { name: 'a/b', columns: COLUMNS, rows: [] },
      ]),
    );
    expect(first).toEqual({ name: 'Thẩm quyền', rows: [['Mã', 'Ngày', 'Số', 'Ghi chú'], ...rows] });
    expect(second?.name).toBe('a b');
  });

  it('normalises what was typed in parts', async () => {
    const [sheet] = await readSheet(
      await writeSheets([{ name: 's', columns: COLUMNS, rows: [['  Thi đua '.normalize('NFD'), null, null, '  ']] }]),
    );
    expect(sheet?.rows[1]?.[0]).toBe('Thi đua');
    expect(sheet?.rows[1]?.[3] ?? null).toBeNull();
  });

  it('is written quickly for ten thousand rows', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => [`A${index}`, new Date(0), index, 'Lao động tiên tiến']);
    const [sheet] = await readSheet(await writeSheets([{ name: 's', columns: COLUMNS, rows }]));
    expect(sheet?.rows).toHaveLength(10_001);
  }, 20_000);
});

describe('what is refused', () => {
  it.each([
    ['a text', Buffer.from('không phải bảng tính')],
    ['an empty file', Buffer.alloc(0)],
    ['an archive that is no workbook', Buffer.from('UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==', 'base64')],
  ])('%s', async (_, bytes) => {
    await expect(readSheet(bytes)).rejects.toBeInstanceOf(SheetUnreadable);
  });

  it('an archive that claims to unpack to more than a workbook may', async () => {
    const bytes = Buffer.from(await writeSheets([{ name: 's', columns: COLUMNS, rows: [] }]));
    const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bytes.writeUInt32LE(0x7fffffff, entry + 24);
    await expect(readSheet(bytes)).rejects.toMatchObject({ details: { reason: 'too-large' } });
  });
});

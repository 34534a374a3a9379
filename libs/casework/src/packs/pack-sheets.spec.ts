import { packToPlain, readPackPlain } from '@thidua/awards';
import { sheets } from '../../../../test/harness/sheets';
import { shippedPack } from '../../../../test/harness/shipped-law';
import { packToSheets, sheetsToRows } from './pack-sheets';
import { fromCell, keyOf } from './sheet-cells';

describe('a pack as a workbook', () => {
  it.each(['vn-2024-nd98', 'vn-2025-nd152', 'local-bac-ninh-2025-12-15'])('%s comes back row by row', async (id) => {
    const pack = shippedPack(id);
    const rows = sheetsToRows(await sheets.read(await sheets.write(packToSheets(pack))));
    const lists = Object.fromEntries(
      [...new Set(rows.map((row) => row.list ?? '?'))].map((list) => [list, rows.filter((row) => row.list === list).map((row) => row.raw)]),
    );
    const read = readPackPlain({ ...packToPlain(pack), ...lists });
    expect(read.ok ? [] : read.error).toEqual([]);
    expect(read.ok && read.value).toEqual(pack);
  });

  it('says of every line where it stands', () => {
    const rows = sheetsToRows([
      {
        name: 'Thời hạn',
        rows: [
          ['Mã dòng (id)', 'Ngày làm việc (workingDays)'],
          ['T-17', 8],
          [null, null],
          ['T-19', '15'],
        ],
      },
      { name: 'Khác', rows: [['x'], ['y']] },
    ]);
    expect(rows).toEqual([
      { sheet: 'Thời hạn', line: 2, list: 'limits', raw: { id: 'T-17', workingDays: 8 } },
      { sheet: 'Thời hạn', line: 4, list: 'limits', raw: { id: 'T-19', workingDays: 15 } },
      { sheet: 'Khác', line: 2, list: null, raw: { x: 'y' } },
    ]);
  });

  it.each([
    ['effectiveFrom', '1/2/2026', '2026-02-01'],
    ['effectiveFrom', '31/2/2026', '31/2/2026'],
    ['amount', '2.530.000', 2530000],
    ['amount', 'nhiều', 'nhiều'],
    ['secret', 'Có', true],
    ['secret', 'có lẽ', 'có lẽ'],
    ['awards', 'GK_XA\n LDTT \n', ['GK_XA', 'LDTT']],
    ['fixedDay', 'month: 12\nday: 9', { month: 12, day: 9 }],
  ])('reads %s “%s”', (key, cell, value) => {
    expect(fromCell(key, cell)).toEqual(value);
  });

  it('knows a column by its key, whatever people call it', () => {
    expect([keyOf('Căn cứ (citation)'), keyOf('Số tiền (đồng) (amount)'), keyOf('note')]).toEqual(['citation', 'amount', 'note']);
  });
});

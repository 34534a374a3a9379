import { describe, expect, it } from 'vitest';
import { itemLines, itemsOf } from './programme-lines';

describe('a programme as it is typed', () => {
  const text = '07:30 | Đón tiếp đại biểu | Văn phòng\nBáo cáo sơ kết.\n\n | Trao thưởng | Chủ tịch';

  it('is a line each, of its time, content and who does it', () => {
    expect(itemsOf(text)).toEqual([
      { time: '07:30', content: 'Đón tiếp đại biểu', by: 'Văn phòng' },
      { time: '', content: 'Báo cáo sơ kết', by: '' },
      { time: '', content: 'Trao thưởng', by: 'Chủ tịch' },
    ]);
  });

  it('reads back what it wrote', () => {
    expect(itemsOf(itemLines(itemsOf(text)))).toEqual(itemsOf(text));
  });
});

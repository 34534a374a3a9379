import { describe, expect, it } from 'vitest';
import { linesOf } from './set-lines';

describe('lines of an indicator set', () => {
  it('are code, name, unit and target', () => {
    const text = 'dvc | Tỷ lệ hồ sơ trực tuyến | % | 80\n\nTRE | Hồ sơ trễ hạn | hồ sơ | ≤ 5\nLOP | Lớp kỹ năng số | lớp |';
    expect(linesOf(text)).toEqual({
      wrong: [],
      lines: [
        { code: 'DVC', name: 'Tỷ lệ hồ sơ trực tuyến', unit: '%', target: 80, better: 'more' },
        { code: 'TRE', name: 'Hồ sơ trễ hạn', unit: 'hồ sơ', target: 5, better: 'less' },
        { code: 'LOP', name: 'Lớp kỹ năng số', unit: 'lớp', target: null, better: 'more' },
      ],
    });
  });

  it('are named by their place when they say too little', () => {
    expect(linesOf('DVC | Tỷ lệ | % | nhiều\nchỉ tên\nLOP | Lớp học | lớp | 4')).toMatchObject({ wrong: [1, 2], lines: [{ code: 'LOP' }] });
  });
});

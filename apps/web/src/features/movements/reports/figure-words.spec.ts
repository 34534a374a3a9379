import { describe, expect, it } from 'vitest';
import { figureWords, shareText, withEntry } from './figure-words';

describe('a figure in words', () => {
  it.each([
    [{ value: 1920 }, 'người', '1.920 người'],
    [{ value: 2.5 }, '', '2,5'],
    [{ part: 40, whole: 50 }, '', '80% (40/50)'],
    [{ part: 3, whole: 0 }, '', ''],
    [{ text: 'Mở lớp' }, '', 'Mở lớp'],
    [undefined, 'người', ''],
  ] as const)('%j %s', (figure, unit, expected) => {
    expect(figureWords(figure, unit)).toBe(expected);
  });

  it('rounds a share to hundredths and has none of nothing', () => {
    expect([shareText(2, 3), shareText(1, 0)]).toEqual(['66,67%', '']);
  });
});

describe('an entry of a record', () => {
  it('is set or taken out, and the others stay', () => {
    expect(withEntry({ a: 1, b: 2 }, 'a', 3)).toEqual({ a: 3, b: 2 });
    expect(withEntry({ a: 1, b: 2 }, 'a', undefined)).toEqual({ b: 2 });
  });
});

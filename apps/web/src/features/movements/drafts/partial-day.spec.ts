import { describe, expect, it } from 'vitest';
import { dayOfWords, dayWords, monthDayOfWords, monthDayWords } from './partial-day';

describe('days as far as a plan gives them', () => {
  it.each([
    ['2025-11-05', '05/11/2025'],
    ['2030-12', '12/2030'],
    ['2025', '2025'],
  ])('%s is written %s and read back', (partial, words) => {
    expect(dayWords(partial)).toBe(words);
    expect(dayOfWords(words)).toBe(partial);
  });

  it.each(['5/11/25', '13/2030', '32/1/2030', 'tháng 8', '', '1/2/3/2030'])('%s is no day', (words) => {
    expect(dayOfWords(words)).toBeNull();
  });

  it('takes a day of every year', () => {
    expect([monthDayWords('11-05'), monthDayOfWords('5/11'), monthDayOfWords('30/13'), monthDayOfWords('x')]).toEqual([
      '05/11',
      '11-05',
      null,
      null,
    ]);
  });
});

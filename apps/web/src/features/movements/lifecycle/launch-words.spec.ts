import { describe, expect, it } from 'vitest';
import { lastDayOf, linesOf } from './launch-words';

describe('the day until which units have their plan', () => {
  it.each([
    ['2025', '2025-12-31'],
    ['2025-07', '2025-07-31'],
    ['2024-02', '2024-02-29'],
    ['2025-09-30', '2025-09-30'],
    ['', ''],
    ['quý III', ''],
  ])('%s is over on %s', (said, day) => {
    expect(lastDayOf(said)).toBe(day);
  });
});

describe('items of a text', () => {
  it('stand one on each line, without empty ones', () => {
    expect(linesOf(' một \n\n hai\n')).toEqual(['một', 'hai']);
  });
});

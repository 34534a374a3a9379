import { describe, expect, it } from 'vitest';
import { numberOf } from './indicator-values';

describe('a value as people write it', () => {
  it.each([
    ['86,5', 86.5],
    ['1.200', 1200],
    ['1.234.567,25', 1234567.25],
    ['-3', -3],
    ['86.5', 86.5],
    ['', null],
    ['nhiều', null],
    ['1,2,3', null],
  ] as const)('%p is %p', (text, value) => {
    expect(numberOf(text)).toBe(value);
  });
});

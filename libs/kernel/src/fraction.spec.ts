import { fraction, reaches } from './fraction';
import { uuidV7 } from './uuid';

describe('Fraction', () => {
  it('compares 8 of 9 with 80 % and 90 % exactly', () => {
    expect(reaches(8, 9, fraction(8, 10))).toBe(true);
    expect(reaches(8, 9, fraction(9, 10))).toBe(false);
  });

  it('refuses a denominator of zero', () => {
    expect(() => fraction(1, 0)).toThrow('not a fraction');
  });
});

describe('uuidV7', () => {
  it('sorts by time and carries version 7', () => {
    const earlier = uuidV7(1_000, new Uint8Array(10).fill(255));
    const later = uuidV7(1_001, new Uint8Array(10));
    expect(earlier < later).toBe(true);
    expect(earlier).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

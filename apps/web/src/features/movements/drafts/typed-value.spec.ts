import { describe, expect, it } from 'vitest';
import { valueToWords, wordsToValue } from './typed-value';

describe('a value that is typed by hand', () => {
  it.each([
    ['number', '47/KH-UBND'],
    ['date', '2025-08'],
    ['launcher', { level: 'TTG', body: 'Thủ tướng Chính phủ' }],
    ['period', { start: null, end: '2030-12' }],
    ['phase', { number: 1, start: '2025', end: '2027', review: 'interim-review', reviewYear: 2027 }],
    ['menuItem', { occasions: ['annual'], award: 'GK_XA', basis: 'listed' }],
    ['report', { occasions: ['annual'], to: 'Ủy ban nhân dân xã', via: null, before: '11-05' }],
  ] as const)('%s comes back as it was', (kind, value) => {
    const given = structuredClone(value) as Parameters<typeof valueToWords>[1];
    expect(wordsToValue(kind, valueToWords(kind, given), given)).toEqual(value);
  });

  it('keeps what nobody types', () => {
    const parent = { symbol: '1/KH', date: '2025', issuer: 'A', names: ['B'], launches: null };
    expect(wordsToValue('parent', { symbol: '2/KH', date: '2026', issuer: 'A' }, parent)).toEqual({
      ...parent,
      symbol: '2/KH',
      date: '2026',
    });
  });

  it.each([
    ['no occasion', { occasions: [], award: 'GK_XA', basis: 'listed' }],
    ['no award', { occasions: ['annual'], award: '', basis: 'listed' }],
  ])('is nothing with %s', (_, typed) => {
    expect(wordsToValue('menuItem', typed, null)).toBeNull();
  });

  it('is nothing with a day that is none', () => {
    expect(wordsToValue('date', { '': '31/31/2025' }, null)).toBeNull();
  });
});

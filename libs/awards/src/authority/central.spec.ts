import { shippedPack } from '../../../../test/harness/shipped-law';
import { centralRow, isCentral, isSymbolOf } from './central';

describe('who decides at the centre', () => {
  const { authorities } = shippedPack('vn-2025-nd152');

  it.each([
    ['HCLD3', 'CTN'],
    ['COCP', 'TTG'],
    ['BK_TTG', 'TTG'],
    ['BK_TINH', undefined],
  ])('is, for %s, %s', (award, level) => {
    expect(centralRow(authorities, award)?.level).toBe(level);
  });

  it.each([
    ['318/QĐ-TTg', 'TTG', true],
    ['318/QĐ-TTg', 'CTN', false],
    ['1024/QĐ-CTN', 'CTN', true],
    ['1024/QĐ-CTN', 'TTG', false],
    ['318/QĐ-TTg ', 'TTG', false],
    ['/QĐ-TTg', 'TTG', false],
    ['02/QĐ-UBND', 'TTG', false],
    ['', 'CTN', false],
  ] as const)('%s is of %s: %s', (numberText, level, is) => {
    expect(isSymbolOf(level, numberText)).toBe(is);
  });

  it('knows no other level', () => {
    expect(['TTG', 'CTN', 'TW', 'TINH', undefined].filter(isCentral)).toEqual(['TTG', 'CTN']);
  });
});

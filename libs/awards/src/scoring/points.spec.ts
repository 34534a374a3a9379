import { pointsInWords, pointsText, readPoints } from './points';

describe('readPoints', () => {
  it.each([
    ['12', 1200],
    ['12,5', 1250],
    ['12.50', 1250],
    ['0,05', 5],
    [' 7 ', 700],
    ['1000', 100_000],
  ])('reads %s as %i hundredths', (text, points) => {
    expect(readPoints(text)).toBe(points);
  });

  it.each(['', '-1', '1,234', '1e2', 'mười', '12,', '.5', '12345', '１'])('does not read %s', (text) => {
    expect(readPoints(text)).toBeUndefined();
  });
});

describe('pointsText', () => {
  it.each([
    [1250, '12.50'],
    [5, '0.05'],
    [0, '0.00'],
    [-50, '-0.50'],
  ])('writes %i as %s', (points, text) => {
    expect(pointsText(points)).toBe(text);
  });

  it('adds tenths exactly', () => {
    const sum = ['0,1', '0,2'].reduce((all, one) => all + (readPoints(one) ?? 0), 0);
    expect(pointsText(sum)).toBe('0.30');
  });
});

describe('pointsInWords', () => {
  it.each([
    ['12.50', '12,5'],
    ['12.00', '12'],
    ['100.00', '100'],
    ['0.05', '0,05'],
    ['0.00', '0'],
    ['-0.50', '-0,5'],
  ])('prints %s as %s', (text, printed) => {
    expect(pointsInWords(text)).toBe(printed);
  });
});

import { evaluate } from '../../test/feel';
import { re2Pattern } from './xpath-pattern';

describe('patterns of XPath', () => {
  it.each([
    ['\\d+', '[\\p{Nd}]+'],
    ['[\\d-]', '[\\p{Nd}-]'],
    ['[^\\w]', '[^\\p{L}\\p{M}\\p{N}\\p{S}]'],
    ['\\W\\D', '[\\p{P}\\p{Z}\\p{C}][\\P{Nd}]'],
    ['\\I\\C', '[^\\p{L}_:][^\\p{L}\\p{M}\\p{N}_:.\\-·]'],
    ['\\s\\.\\[', '\\s\\.\\['],
    ['[]a]]', '[]a]]'],
    ['[^]]', '[^]]'],
    ['a-[b]', 'a-[b]'],
    ['[a\\]b]\\d', '[a\\]b][\\p{Nd}]'],
    ['a b', 'a b'],
  ])('writes %p as %p', (pattern, expected) => {
    expect(re2Pattern(pattern, false)).toBe(expected);
  });

  it.each(['[a-z-[aeiou]]', '[\\I]', '[\\C]'])('cannot say %p', (pattern) => {
    expect(re2Pattern(pattern, false)).toBeNull();
  });

  it.each([
    ['a b\t\nc', 'abc'],
    ['a[ ]b', 'a[ ]b'],
    ['a\\ b', 'a\\ b'],
  ])('leaves the white space of %p out when it is spaced', (pattern, expected) => {
    expect(re2Pattern(pattern, true)).toBe(expected);
  });

  it.each([
    ['matches("đơn vị", "^\\\\w+ \\\\w+$")', true],
    ['matches("đơn vị", "^\\\\w+$")', false],
    ['matches("_a:b", "^\\\\i\\\\c*$")', true],
    ['matches("1", "^\\\\I$")', true],
    ['matches(" ", "^\\\\C\\\\W?$")', true],
    ['matches("٣", "^\\\\d$")', true],
  ])('reads letters of all scripts: %s', (source, value) => {
    expect(evaluate(source)).toEqual({ value, warnings: [] });
  });
});

import { compileExpression } from '../compile-expression';
import { gives, warns } from '../../test/feel';

describe('numbers of 34 digits', () => {
  gives({ half: 0.5 }, [
    ['.5 + .5', 1],
    ['1e3', 1000],
    ['1.5E-2', 0.015],
    ['2 ** 3', 8],
    ['2 ** -1', 0.5],
    ['4 ** half', 2],
    ['10 ** 300 = 1e300', true],
    ['-(-5)', 5],
    ['+(5)', 5],
    ['1 - 1/3 = 0.6666666666666666666666666666666667', true],
    ['10 / 4', 2.5],
    ['10 / 5', 2],
    ['0 / 5', 0],
    ['1 / (1/3) > 2.9', true],
    ['(1/3 - 1/3) = 0', true],
    ['9007199254740991 + 1 = 9007199254740992', true],
    ['9007199254740991 * 3 = 27021597764222973', true],
    ['-0 * 5', 0],
    ['5 - 0', 5],
    ['substring("abcdef", 7/3)', 'bcdef'],
    ['@"P9999999D" / @"PT1S" = 863999913600', true],
    ['(1/3) instance of number', true],
    ['string(1/3)', '0.3333333333333333333333333333333333'],
    ['1/3 < 1/2', true],
    ['[1/3] = [1/3]', true],
  ]);

  warns({}, [
    ['1 / 0', 'division by zero'],
    ['1 / (1/3 - 1/3)', 'division by zero'],
    ['9e999 + 9e999', 'a number is too large'],
    ['-9e999 - 9e999', 'a number is too large'],
    ['9e999 * 10', 'a number is too large'],
    ['modulo(9e999, 1e-900)', 'modulo: a number is too large'],
    ['"a" ** 2', 'cannot compute string ** number'],
    ['1e10 ** 0.5', 'a power is too large'],
    ['(-8) ** 0.5', 'a power is not a number'],
    ['"a" * 2', 'cannot compute string * number'],
    ['"a" / 2', 'cannot compute string / number'],
    ['-"a"', 'cannot compute string * number'],
    ['1/3 + "a"', 'cannot compute number + string'],
    ['round up(9.99e999, -999)', 'round up: scale out of range'],
  ]);

  it.each([
    ['sum([9e999, 9e999])', null],
    ['mean([9e999, 9e999])', null],
    ['mean([9e999, 9e999, 1])', null],
    ['product([9e999, 10, 2])', null],
    ['stddev([9e999, 9e999])', null],
    ['stddev([9e999, -9e999])', null],
  ])('%s is too much', (source, value) => {
    const compiled = compileExpression(source);
    expect(compiled.ok && compiled.value.evaluate({}, { nowMs: 0 }).value).toBe(value);
  });

  it.each(['1e99999', '1'.repeat(101)])('refuses %s as a number', (source) => {
    expect(compileExpression(source)).toMatchObject({ ok: false, error: { code: 'feel-syntax', message: `not a number: ${source}` } });
  });
});

describe('texts as they are written', () => {
  gives({}, [
    ['"\\u0041"', 'A'],
    ['"\\U01F40E"', '🐎'],
    ['"\\uD83D\\uDC0E"', '🐎'],
    ['"\\U110000"', '\\U110000'],
    ['"a\\"b\\\\c\\n\\r\\td"', 'a"b\\c\n\r\td'],
    ['"\\d"', '\\d'],
    ['"a" + "b"', 'ab'],
    ['/* nói thêm */ 1 // và thêm', 1],
  ]);
});

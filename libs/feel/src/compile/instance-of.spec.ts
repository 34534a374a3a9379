import { compileExpression } from '../compile-expression';
import { gives } from '../../test/feel';

describe('instance of', () => {
  gives({ n: 1, s: 'x', none: null, xs: [1, null], range: 3 }, [
    ['n instance of number', true],
    ['n instance of string', false],
    ['s instance of string', true],
    ['true instance of boolean', true],
    ['n instance of Any', true],
    ['none instance of Any', false],
    ['none instance of Null', true],
    ['n instance of Null', false],
    ['none instance of number', false],
    ['xs instance of list', true],
    ['xs instance of list<number>', true],
    ['xs instance of list<string>', false],
    ['[] instance of list<string>', true],
    ['n instance of list<number>', false],
    ['[[1]] instance of list<list<number>>', true],
    ['{a: 1, b: "x"} instance of context', true],
    ['{a: 1, b: "x"} instance of context<a: number>', true],
    ['{a: null} instance of context<a: string>', true],
    ['{b: "x"} instance of context<a: number>', false],
    ['{a: "x"} instance of context<a: number>', false],
    ['n instance of context<a: number>', false],
    ['@"2020-01-01" instance of date', true],
    ['@"10:00:00" instance of time', true],
    ['@"2020-01-01T10:00:00" instance of date and time', true],
    ['@"P1D" instance of days and time duration', true],
    ['@"P1Y" instance of days and time duration', false],
    ['@"P1Y" instance of years and months duration', true],
    ['@"P1D" instance of duration', true],
    ['n instance of duration', false],
    ['[1..3] instance of range<number>', true],
    ['["a".."b"] instance of range<number>', false],
    ['(> 5) instance of range<number>', true],
    ['n instance of range<number>', false],
    ['[[1..3]] instance of list<range<number>>', true],
    ['{a: [1..2]} instance of context<a: range<number>>', true],
    ['[range < n, 1]', [false, 1]],
    ['abs instance of function<number> -> number', true],
    ['n instance of function<number> -> number', false],
    ['(function(x) x) instance of function<> -> Any', true],
  ]);

  it('knows types that are given to it only', () => {
    expect(compileExpression('1 instance of tPerson')).toMatchObject({ ok: false, error: { message: 'unknown type: tPerson' } });
  });
});

import { evaluateSafely } from '../evaluate';
import { Run } from '../run';
import type { Context, Value } from '../value/value';
import { evaluate, gives, warns } from '../../test/feel';
import { compileCode } from './compile';
import type { Known } from './compiler';

describe('names with signs', () => {
  gives({ 'a-b': 5, 'số tiền': 2, a: 7, b: 3 }, [
    ['a-b', 4],
    ['`a-b` + 1', 6],
    ['{a+b: 1, c: a+b}.c', 1],
    ['{"a+b": 1, c: a + b}.c', 1],
    ['{foo bar: 1}.foo bar', 1],
    ['{số  tiền thưởng: 1}.số tiền thưởng', 1],
    ['for x-y in [1, 2] return x - y', [1, 2]],
    ['(function(x-y) x-y + 1)(1)', 2],
    ['(function(x-y) x-y + 1)(x-y: 1)', 2],
    ['{🐎: "bar"}.🐎', 'bar'],
    ['số  tiền + 1', 3],
  ]);
});

describe('names known beforehand', () => {
  const known: Known = { names: { 'a-b': 1, count: 1, 'tên và tuổi': { 'họ-tên': 1 }, abs: 1 }, types: new Map() };
  const read = (source: string, vars: Context): Value => {
    const compiled = compileCode(source, known);
    if (!compiled.ok) {
      throw compiled.error;
    }
    const { code, slots } = compiled.value;
    return evaluateSafely(new Run(0), (run) => code({ vars, locals: new Array<Value>(slots), run })).value;
  };

  it.each<[string, Value]>([
    ['a-b', 5],
    ['a - b + 1', 6],
    ['count + 1', 8],
    ['abs(1)', null],
    ['tên và tuổi.họ-tên', 'An'],
    ['list contains([7], count)', true],
  ])('reads %s', (source, value) => {
    expect(read(source, { 'a-b': 5, count: 7, abs: null, 'tên và tuổi': { 'họ-tên': 'An' } })).toBe(value);
  });

  it('names them as they are', () => {
    const compiled = compileCode('a - b + c', known);
    expect(compiled.ok && compiled.value.reads).toEqual(['a-b', 'c']);
  });
});

describe('scopes', () => {
  gives(
    {
      rows: [
        { n: 1, item: 5 },
        { n: 2, item: 6 },
      ],
      n: 9,
      i: 1,
    },
    [
      ['rows[item = 5].n', [1]],
      ['[{item: 1}, {item: 2}][item >= 2]', [{ item: 2 }]],
      ['rows[n = i].item', [5]],
      ['[[1, 2], [3]][count(item[item > 1]) = 1]', [[1, 2], [3]]],
      ['{n: 1, b: {n: 2, c: n}, d: n}', { n: 1, b: { n: 2, c: 2 }, d: 1 }],
      ['for n in 1..2 return n', [1, 2]],
      ['[n, for n in 1..2 return n, n]', [9, [1, 2], 9]],
      ['{count: function(x) 5, r: count([])}.r', 5],
      ['{toString: 1}.toString', 1],
      ['(for f in [sum, max] return f([1, 2]))', [3, 2]],
    ],
  );

  warns({}, [
    ['item', 'unknown variable: item'],
    ['hasOwnProperty', 'unknown variable: hasOwnProperty'],
  ]);
});

describe('what an entry may be', () => {
  gives({ xs: [3, 1, 2], s: 'a', none: null, people: [{ n: 1 }, { n: 2 }] }, [
    ['xs[1]', 3],
    ['xs[-1]', 2],
    ['xs[0]', null],
    ['xs[4]', null],
    ['xs[-4]', null],
    ['xs[1 + 1]', 1],
    ['xs[true]', [3, 1, 2]],
    ['xs[false]', []],
    ['xs[none]', []],
    ['xs[> 1]', [3, 2]],
    ['s[1]', 'a'],
    ['s[2]', null],
    ['s[true]', ['a']],
    ['none[1]', null],
    ['none[item > 1]', null],
    ['[][1]', null],
    ['[[1, 2], [3]][1][2]', 2],
    ['(for i in 1..3 return i)[-1]', 3],
    ['people[n = 2]', [{ n: 2 }]],
    ['(people[n > 0].n)[1]', 1],
  ]);

  warns({ xs: [1], none: null }, [
    ['none.a', 'unknown entry: a of null'],
    ['1.a', 'unknown entry: a of number'],
  ]);

  it('warns of each item that has no such entry', () => {
    expect(evaluate('[{a: 1}, {b: 2}].a')).toEqual({ value: [1, null], warnings: ['unknown entry: a of context'] });
  });

  it('looks past items that are no contexts', () => {
    expect(evaluate('[null, 5, {a: 1}][a = 1]', { a: 2 })).toEqual({ value: [{ a: 1 }], warnings: [] });
  });

  it('keeps nothing where the condition is none', () => {
    expect(evaluate('[1, 2]["a"]')).toEqual({ value: [], warnings: ['expected a condition, got string'] });
  });
});

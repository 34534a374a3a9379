import { evaluate, gives, staysNull, warns } from '../../test/feel';

describe('for', () => {
  gives({ none: null }, [
    ['for i in [1, 2], j in [4, 5] return i + j', [5, 6, 6, 7]],
    ['for i in [] return i', []],
    ['for i in 5 return i', [5]],
    ['for i in 2..4 return i', [2, 3, 4]],
    ['for i in 1..-1 return i', [1, 0, -1]],
    ['for i in 1..1 return i', [1]],
    ['for i in 1..2, j in 1..i return j', [1, 1, 2]],
    ['for i in [1..3] return i', [1, 2, 3]],
    ['for i in (1..3) return i', [2]],
    ['for i in (1..2) return i', []],
    ['for i in (1..1] return i', []],
    ['for i in @"1980-01-30"..@"1980-02-01" return i', ['1980-01-30', '1980-01-31', '1980-02-01']],
    ['for i in @"1980-01-02"..@"1980-01-01" return i', ['1980-01-02', '1980-01-01']],
    ['for i in [@"1980-01-01"..@"1980-01-03") return i', ['1980-01-01', '1980-01-02']],
    ['for i in 0..4 return if i = 0 then 1 else i * partial[-1]', [1, 1, 2, 6, 24]],
    ['for i in 1..3 return count(partial)', [0, 1, 2]],
  ]);

  warns({ x: 1.5 }, [
    ['for i in "a".."z" return i', 'a loop counts between whole numbers or between dates'],
    ['for i in 1..@"1980-01-01" return i', 'a loop counts between whole numbers or between dates'],
    ['for i in x..3 return i', 'a loop counts between whole numbers or between dates'],
    ['for i in 1..null return i', 'a loop counts between whole numbers or between dates'],
    ['for i in @"1980-01-03T00:00:00"..@"1980-01-04T00:00:00" return i', 'a loop counts between whole numbers or between dates'],
    ['for i in [2..1] return i', 'a loop counts in a range of whole numbers or of dates'],
    ['for i in ["a".."z"] return i', 'a loop counts in a range of whole numbers or of dates'],
    ['for i in (> 1) return i', 'a loop counts in a range of whole numbers or of dates'],
    ['for i in (< 1) return i', 'a loop counts in a range of whole numbers or of dates'],
  ]);

  staysNull({ none: null }, ['for i in none return i', 'for i in [1], j in none return i']);
});

describe('some and every', () => {
  gives({ none: null }, [
    ['some x in [1, 2] satisfies x > 1', true],
    ['some x in [1, 2] satisfies x > 2', false],
    ['some x in [] satisfies x', false],
    ['every x in [] satisfies x', true],
    ['every x in [1, 2] satisfies x > 0', true],
    ['every x in [1, 2] satisfies x > 1', false],
    ['some x in [1, 2], y in [2, 3] satisfies x = y', true],
    ['some x in [null, true] satisfies x', true],
    ['every x in [null, false] satisfies x', false],
    ['some x in 1..3 satisfies x = 3', true],
  ]);

  warns({}, [['every x in [1, "a"] satisfies x > 0', 'cannot compare string with number']]);

  staysNull({ none: null }, ['some x in none satisfies x', 'every x in [null, true] satisfies x', 'some x in [null, false] satisfies x']);
});

describe('conditions', () => {
  gives({ none: null }, [
    ['if true then 1 else 2', 1],
    ['if none then 1 else 2', 2],
    ['true and none', null],
    ['false and none', false],
    ['none and false', false],
    ['true or none', true],
    ['none or true', true],
    ['none or false', null],
    ['false or false', false],
    ['true and true', true],
  ]);

  it('takes the other branch and warns when the condition is none', () => {
    expect(evaluate('if "a" then 1 else 2')).toEqual({ value: 2, warnings: ['expected a condition, got string'] });
  });

  warns({}, [
    ['"a" and true', 'expected a condition, got string'],
    ['1 or false', 'expected a condition, got number'],
  ]);
});

import { gives, warns } from '../../test/feel';

describe('functions', () => {
  gives({ x: 10 }, [
    ['(function() 5)()', 5],
    ['(function(a, b) a - b)(b: 1, a: 5)', 4],
    ['{f: function(a) a + x}.f(1)', 11],
    ['{k: 2, f: function(a) a * k, r: f(3)}.r', 6],
    ['{fac: function(n) if n < 2 then 1 else n * fac(n - 1), r: fac(15)}.r', 1307674368000],
    ['{"f": function(n) if n = 0 then "xong" else f(n - 1), r: f(3)}.r', 'xong'],
    ['(function(f, v) f(v))(function(a) a * 2, 4)', 8],
    ['(function(f, v) f(v))(abs, -4)', 4],
    ['(function(a) function(b) a + b)(1)(2)', 3],
    ['(function(a: string) a)("x")', 'x'],
    ['(function(a: string) a)(["x"])', 'x'],
    ['(function(a: list<string>) a)("x")', ['x']],
    ['(function(a: string) a)(null)', null],
    ['(function(a: date and time) a)(@"2020-01-01T00:00:00")', '2020-01-01T00:00:00'],
  ]);

  warns({ none: null }, [
    ['(function(a) a)()', 'the function takes 1 arguments'],
    ['(function(a) a)(1, 2)', 'the function takes 1 arguments'],
    ['(function(a, b) a)(a: 1)', 'the function takes a, b'],
    ['(function(a) a)(b: 1)', 'the function takes a'],
    ['(function(a: string) a)(5)', 'a cannot be number'],
    ['(function(a: string) a)([1])', 'a cannot be list'],
    ['(function(a: string) a)([null])', 'a cannot be list'],
    ['(function(a, b) a)(a: 1, a: 2)', 'the function takes a, b'],
    ['(function(a: string) a)(["x", "y"])', 'a cannot be list'],
    ['function(a) external {java: {class: "a", method signature: "b"}}', 'external functions are not supported'],
    ['none(1)', 'not a function: null'],
    ['"abs"(-1)', 'not a function: string'],
    ['is defined()', 'is defined: wrong number of arguments'],
    ['get or else(1)', 'get or else: wrong number of arguments'],
  ]);
});

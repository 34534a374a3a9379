import { gives, staysNull, warns } from '../../test/feel';

describe('equality', () => {
  gives({}, [
    ['null = null', true],
    ['1 = null', false],
    ['null != 1', true],
    ['-0 = 0', true],
    ['1.0 = 1', true],
    ['"a" = "A"', false],
    ['true != false', true],
    ['[1, [2]] = [1, [2]]', true],
    ['[null] = [null]', true],
    ['{a: null} = {a: null}', true],
    ['[1, 2] = [2, 1]', false],
    ['[1] = [1, 1]', false],
    ['{a: 1, b: [2]} = {b: [2], a: 1}', true],
    ['{a: 1} = {a: 1, b: 2}', false],
    ['{a: 1} = {b: 1}', false],
    ['{a: 1} != {a: "1"}', true],
    ['[1..3] = [1..3]', true],
    ['[1..3] = [1..3)', false],
    ['[1..3] = [1..4]', false],
    ['[2..3] = [1..3]', false],
    ['(> 5) = (> 5)', true],
    ['@"10:30:00Z" = @"10:30:00+00:00"', true],
    ['@"10:30:00" = @"10:30:00+07:00"', true],
    ['@"10:00:00@Europe/Paris" = @"09:00:00Z"', true],
    ['@"2018-12-08T10:30:00@Europe/Paris" = @"2018-12-08T09:30:00Z"', true],
    ['@"2018-12-08T10:30:00" = @"2018-12-08T03:30:00Z"', true],
    ['@"P1Y" = @"P12M"', true],
    ['@"P1D" = @"PT24H"', true],
    ['abs = abs', true],
    ['abs = sqrt', false],
  ]);

  warns({}, [
    ['1 = "1"', 'cannot compare number with string'],
    ['true = 1', 'cannot compare boolean with number'],
    ['[] = {}', 'cannot compare list with context'],
    ['@"2018-12-08" = @"2018-12-08T00:00:00"', 'cannot compare date with date and time'],
    ['@"P1Y" = @"P365D"', 'cannot compare years and months duration with days and time duration'],
    ['1 != "1"', 'cannot compare number with string'],
  ]);
});

describe('order', () => {
  gives({ n: 0.1 }, [
    ['1 < 2', true],
    ['1 <= 1', true],
    ['n + 0.2 <= 0.3', true],
    ['n + 0.2 >= 0.3', true],
    ['n + 0.2 > 0.3', false],
    ['n + 0.2 < 0.4', true],
    ['"a" < "b"', true],
    ['@"2020-01-01" >= @"2019-12-31"', true],
    ['@"P1D" > @"PT23H"', true],
    ['@"P1D" < @"P2D"', true],
    ['@"P1Y" > @"P11M"', true],
    ['@"10:00:00Z" < @"10:00:00-01:00"', true],
    ['@"2018-12-08T10:30:00Z" < @"2018-12-08T10:30:00.000000001Z"', true],
    ['@"-99999-01-01T00:00:00Z" < @"99999-01-01T00:00:00Z"', true],
    ['5 between 1 and 10', true],
    ['0 between 1 and 10', false],
    ['11 between 1 and 10', false],
    ['0 between 1 and null', false],
  ]);

  warns({}, [
    ['1 < "a"', 'cannot compare number with string'],
    ['true < false', 'cannot compare boolean with boolean'],
    ['[1] < [2]', 'cannot compare list with list'],
    ['5 between "a" and 10', 'cannot compare number with string'],
  ]);

  staysNull({}, ['1 < null', 'null >= 1', '5 between 1 and null', 'null between 1 and 2']);
});

describe('a value in tests', () => {
  gives({ limit: 4, none: null }, [
    ['5 in 5', true],
    ['5 in (1, 5)', true],
    ['5 in (< 3, > 4)', true],
    ['5 in (<= 5)', true],
    ['5 in (= 5)', true],
    ['true in (= true)', true],
    ['[1, 2] in (= [1, 2])', true],
    ['5 in (!= 5)', false],
    ['5 in != 4', true],
    ['5 in [1..5]', true],
    ['5 in [1..5)', false],
    ['1 in (1..5]', false],
    ['1 in ]1..5]', false],
    ['5 in ([1..3], [4..6])', true],
    ['0 in [1..5]', false],
    ['6 in > limit', true],
    ['5 in [1, 5]', true],
    ['5 in [2, [1..6]]', true],
    ['[1, 2] in [[1, 2], [3]]', true],
    ['[1] in [1]', true],
    ['"a" in ["b", 1]', false],
    ['"b" in ["a".."c"]', true],
    ['5 in (> 1)', true],
    ['5 in [3..1]', false],
    ['null in null', true],
    ['none in (1, null)', true],
    ['(> 5)(6)', true],
    ['[1..3](4)', false],
    ['5 in (? > 3)', true],
    ['5 in (? + 1)', false],
    ['5 in (true)', true],
    ['true in (true)', true],
    ['5 in (null)', false],
  ]);

  warns({ none: null }, [
    ['5 in "a"', 'cannot compare number with string'],
    ['5 in ["a".."b"]', 'cannot compare number with a range'],
    ['5 in (< "a", 6)', 'cannot compare number with string'],
    ['(< 5)("a")', 'cannot compare string with a range'],
    ['5 in ("a", "b")', 'cannot compare number with string'],
    ['[1..3]("a")', 'cannot compare string with a range'],
  ]);

  staysNull({ none: null }, [
    '5 in [none..10]',
    '5 in (1..none)',
    'none in [1..5]',
    'none in > 1',
    '5 in != "a"',
    '5 in (= "a")',
    '[1..3](none)',
    '5 in ([none..1])',
  ]);
});

describe('ranges that do not exist', () => {
  warns({}, [
    ['[1.."a"]', 'a range from number to string does not exist'],
    ['[true..false]', 'a range from boolean to boolean does not exist'],
    ['!= 5', '!= without a left side is only a test'],
  ]);

  gives({}, [
    ['= 5', '[5..5]'],
    ['<= 5', '(null..5]'],
    ['>= 5', '[5..null)'],
  ]);
});

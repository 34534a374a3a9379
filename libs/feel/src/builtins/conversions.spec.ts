import { gives, staysNull, warns } from '../../test/feel';

describe('number', () => {
  gives({}, [
    ['number("12")', 12],
    ['number("-.5")', -0.5],
    ['number("1e3")', 1000],
    ['number("1 000,5", " ", ",")', 1000.5],
    ['number("1,000", ",", null)', 1000],
    ['number("1,5", null, ",")', 1.5],
    ['number(from: "1.5")', 1.5],
    ['number(from: "1.000.000,01", decimal separator: ",", grouping separator: ".")', 1000000.01],
  ]);

  warns({}, [
    ['number("a")', 'number: not a number'],
    ['number("1,5")', 'number: not a number'],
    ['number("")', 'number: not a number'],
    ['number("1", "x", ".")', 'number: not a pair of separators'],
    ['number("1", ",", "x")', 'number: not a pair of separators'],
    ['number("1", ",", ",")', 'number: not a pair of separators'],
    ['number(1)', 'number: cannot take (number)'],
    [`number("${'1'.repeat(101)}")`, 'number: not a number'],
  ]);

  staysNull({ none: null }, ['number(none)', 'number(none, ",", ".")']);
});

describe('string', () => {
  gives({}, [
    ['string("a\\"b")', 'a"b'],
    ['string(1.10)', '1.1'],
    ['string(1e30)', '1000000000000000000000000000000'],
    ['string(1e200)', '1e+200'],
    ['string(true)', 'true'],
    ['string(null)', null],
    ['string([1, "a\\"\\\\", [null]])', '[1, "a\\"\\\\", [null]]'],
    ['string({a: "x", "b c": {}, "1a": 2})', '{a: "x", "b c": {}, "1a": 2}'],
    ['string([1..3])', '[1..3]'],
    ['string((1..3))', '(1..3)'],
    ['string(> 5)', '(5..null)'],
    ['string(["a".."b"))', '["a".."b")'],
    ['string(abs)', 'function(n)'],
    ['string(@"2026-10-05T10:00:00@Europe/Paris")', '2026-10-05T10:00:00@Europe/Paris'],
    ['string(@"-P1Y2M")', '-P1Y2M'],
    ['string(@"P0Y")', 'P0M'],
    ['string(@"PT0S")', 'PT0S'],
  ]);
});

describe('is', () => {
  gives({}, [
    ['is(1, 1.0)', true],
    ['is(1, "1")', false],
    ['is(null, null)', true],
    ['is(null, 1)', false],
    ['is([1, {a: 2}], [1, {a: 2}])', true],
    ['is(@"2012-12-25", @"2012-12-25")', true],
    ['is(@"2012-12-25", @"2012-12-25T00:00:00Z")', false],
    ['is(@"23:00:50Z", @"23:00:50+00:00")', true],
    ['is(@"23:00:50", @"23:00:50Z")', false],
    ['is(@"23:00:50", @"23:00:50")', true],
    ['is(@"23:00:50@Europe/Paris", @"23:00:50+01:00")', false],
    ['is(@"23:00:50@Europe/Paris", @"23:00:50@Europe/Berlin")', false],
    ['is(@"23:00:50@Europe/Paris", @"23:00:50@Europe/Paris")', true],
    ['is(@"20:00:50+00:00", @"21:00:50+01:00")', false],
    ['is(@"2002-04-02T12:00:00-01:00", @"2002-04-02T17:00:00+04:00")', false],
    ['is(@"2002-04-02T23:00:00", @"2001-04-02T23:00:00")', false],
    ['is(@"2002-04-02T23:00:00", @"2002-04-02T23:00:00")', true],
    ['is(@"P1D", @"PT24H")', true],
    ['is(@"P1Y", @"P12M")', true],
    ['is(@"P0Y", @"P0D")', false],
    ['is(value1: 1, value2: 1)', true],
    ['is(value2: null)', true],
  ]);

  warns({}, [['is(1)', 'is: cannot take (number)']]);
});

describe('not', () => {
  gives({ none: null }, [
    ['not(true)', false],
    ['not(negand: false)', true],
    ['not(none)', null],
  ]);

  warns({}, [['not(1)', 'not: cannot take (number)']]);
});

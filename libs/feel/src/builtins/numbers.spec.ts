import { gives, staysNull, warns } from '../../test/feel';

describe('rounding', () => {
  gives({ n: 1.115 }, [
    ['decimal(1/3, 2)', 0.33],
    ['decimal(2.5, 0)', 2],
    ['decimal(3.5, 0)', 4],
    ['decimal(n, 2)', 1.12],
    ['decimal(1249, -2)', 1200],
    ['floor(-1.5)', -2],
    ['floor(1.56, 1)', 1.5],
    ['ceiling(-1.5)', -1],
    ['ceiling(n: 1.51, scale: 1)', 1.6],
    ['round up(5.5, 0)', 6],
    ['round up(-5.5)', -6],
    ['round up(1.121, 2)', 1.13],
    ['round up(5.5, 6176)', 5.5],
    ['round down(-5.5, 0)', -5],
    ['round half up(-5.5, 0)', -6],
    ['round half up(1.125, 2)', 1.13],
    ['round half down(5.5, 0)', 5],
    ['round half down(5.51, 0)', 6],
    ['round half up(12345, -3)', 12000],
  ]);

  warns({}, [
    ['decimal(1, 6177)', 'decimal: scale out of range'],
    ['round up(1, -6112)', 'round up: scale out of range'],
    ['floor("1")', 'floor: cannot take (string)'],
    ['decimal(1)', 'decimal: cannot take (number)'],
  ]);

  staysNull({}, ['floor(1.56, null)', 'floor(n: 1.56, scale: null)', 'round up(null, 1)', 'decimal(null, 1)', 'ceiling(null)']);
});

describe('arithmetic functions', () => {
  gives({}, [
    ['abs(-5)', 5],
    ['abs(1.5)', 1.5],
    ['abs(-0.1 - 0.2)', 0.3],
    ['abs(@"-P1D")', 'P1D'],
    ['abs(@"P1D")', 'P1D'],
    ['abs(@"-P1Y")', 'P1Y'],
    ['modulo(12, 5)', 2],
    ['modulo(-12, 5)', 3],
    ['modulo(12, -5)', -3],
    ['modulo(10.1, 4.5)', 1.1],
    ['modulo(-10.1, 4.5)', 3.4],
    ['sqrt(16)', 4],
    ['sqrt(number: 2) = 1.414213562373095048801688724209698', true],
    ['log(1)', 0],
    ['exp(0)', 1],
    ['exp(1) = 2.718281828459045235360287471352662', true],
    ['odd(5)', true],
    ['odd(2)', false],
    ['odd(-3)', true],
    ['odd(5.5)', false],
    ['even(0)', true],
    ['even(3)', false],
  ]);

  warns({}, [
    ['modulo(5, 0)', 'division by zero'],
    ['sqrt(-1)', 'sqrt: not a number'],
    ['log(0)', 'log: not a number'],
    ['log(-1)', 'log: not a number'],
    ['exp(100000)', 'exp: not a number'],
    ['odd("a")', 'odd: cannot take (string)'],
  ]);
});

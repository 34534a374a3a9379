import { DecimalNumber, type Rounding } from '../value/decimal';
import { compareNumbers, decimal, integerOf, isZero, negate, settle } from '../value/number';
import type { Num, Value } from '../value/value';
import { FeelDaysDuration, FeelMonthsDuration } from '../value/temporal';
import { builtin, duration, num, omittable, takes, type Builtin } from './signature';

/** decimal.js: 0 away from zero, 1 toward zero, 2 up, 3 down, 4 half away, 5 half toward, 6 half even. */
const UP: Rounding = 0;
const DOWN: Rounding = 1;
const CEILING: Rounding = 2;
const FLOOR: Rounding = 3;
const HALF_UP: Rounding = 4;
const HALF_DOWN: Rounding = 5;
const HALF_EVEN: Rounding = 6;

function rounding(name: string, mode: Rounding): readonly [string, Builtin] {
  return builtin(name, [
    takes(
      [
        ['n', num],
        ['scale', omittable(num)],
      ],
      (run, n, scale) => round(n, scale === null ? 0 : integerOf(scale), mode) ?? run.warn(`${name}: scale out of range`),
    ),
  ]);
}

/** `scale` digits after the point; a negative scale rounds to tens, hundreds and so on. Null beyond the scales of decimal128. */
function round(n: Num, scale: number, mode: Rounding): Num | null {
  if (scale < -6111 || scale > 6176) {
    return null;
  }
  if (scale >= 0) {
    return settle(decimal(n).toDecimalPlaces(scale, mode));
  }
  const unit = new DecimalNumber(10).pow(-scale);
  return settle(decimal(n).div(unit).toDecimalPlaces(0, mode).mul(unit));
}

/** The remainder that keeps the sign of the divisor (DMN 1.5, table 72). */
function modulo(dividend: Num, divisor: Num): Num | null {
  const whole = DecimalNumber.div(decimal(dividend), decimal(divisor)).floor();
  return settle(DecimalNumber.sub(decimal(dividend), DecimalNumber.mul(decimal(divisor), whole)));
}

function function1(name: string, cost: number, body: (n: Num) => Value): readonly [string, Builtin] {
  return builtin(name, [
    takes([['number', num]], (run, n) => {
      run.spend(cost);
      return body(n) ?? run.warn(`${name}: not a number`);
    }),
  ]);
}

function absolute(value: Num): Num {
  return compareNumbers(value, 0) < 0 ? negate(value) : value;
}

export const NUMBERS = [
  builtin('decimal', [
    takes(
      [
        ['n', num],
        ['scale', num],
      ],
      (run, n, scale) => round(n, integerOf(scale), HALF_EVEN) ?? run.warn('decimal: scale out of range'),
    ),
  ]),
  rounding('floor', FLOOR),
  rounding('ceiling', CEILING),
  rounding('round up', UP),
  rounding('round down', DOWN),
  rounding('round half up', HALF_UP),
  rounding('round half down', HALF_DOWN),
  builtin('abs', [
    takes([['n', num]], (_, n) => absolute(n)),
    takes([['n', duration]], (_, n) =>
      n instanceof FeelMonthsDuration ? new FeelMonthsDuration(Math.abs(n.months)) : new FeelDaysDuration(n.ns < 0n ? -n.ns : n.ns),
    ),
  ]),
  builtin('modulo', [
    takes(
      [
        ['dividend', num],
        ['divisor', num],
      ],
      (run, dividend, divisor) =>
        isZero(divisor) ? run.warn('division by zero') : (modulo(dividend, divisor) ?? run.warn('modulo: a number is too large')),
    ),
  ]),
  function1('sqrt', 50, (n) => settle(decimal(n).sqrt())),
  function1('log', 500, (n) => settle(decimal(n).ln())),
  function1('exp', 500, (n) => (decimal(n).abs().gt(10_000) ? null : settle(decimal(n).exp()))),
  function1('odd', 1, (n) => !decimal(n).mod(2).isZero() && decimal(n).isInteger()),
  function1('even', 1, (n) => decimal(n).mod(2).isZero()),
];

import { add } from '../value/arithmetic';
import { compareValues, equalValues } from '../value/compare';
import { DecimalNumber } from '../value/decimal';
import { addNumbers, compareNumbers, decimal, divideNumbers, multiplyNumbers, settle } from '../value/number';
import type { Run } from '../run';
import { kindOf, type List, type Num, type Value } from '../value/value';
import { any, bool, builtin, list, num, optional, takes, takesMany, type Builtin } from './signature';

/** The extreme item; items without an order are a type error. */
function extreme(run: Run, items: List, sign: 1 | -1): Value {
  let [best = null] = items;
  for (const item of items) {
    const order = compareValues(item, best);
    if (order === null) {
      return items.includes(null) ? null : run.warn(`cannot compare ${kindOf(item)} with ${kindOf(best)}`);
    }
    best = order * sign > 0 ? item : best;
  }
  return best;
}

function sum(items: readonly Num[]): Num | null {
  return items.reduce<Num | null>((total, item) => (total === null ? null : addNumbers(total, item)), 0);
}

function mean(items: readonly Num[]): Num | null {
  const total = sum(items);
  return total === null ? null : divideNumbers(total, items.length);
}

function median(items: readonly Num[]): Num | null {
  const sorted = [...items].sort(compareNumbers);
  return mean(sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1));
}

/** Of a sample: divided by one less than the count. */
function deviation(run: Run, items: readonly Num[]): Num | null {
  const middle = mean(items);
  if (middle === null || items.length < 2) {
    return null;
  }
  run.spend(items.length * 5 + 50);
  const squares = items.reduce(
    (total: InstanceType<typeof DecimalNumber>, item) => total.add(decimal(item).sub(decimal(middle)).pow(2)),
    new DecimalNumber(0),
  );
  return settle(squares.div(items.length - 1).sqrt());
}

function mode(items: readonly Num[]): List {
  const sorted = [...items].sort(compareNumbers);
  const counts: { readonly value: Num; count: number }[] = [];
  for (const value of sorted) {
    const last = counts.at(-1);
    if (last !== undefined && compareNumbers(last.value, value) === 0) {
      last.count += 1;
    } else {
      counts.push({ value, count: 1 });
    }
  }
  const most = Math.max(0, ...counts.map(({ count }) => count));
  return counts.filter(({ count }) => count === most).map(({ value }) => value);
}

/** Three-valued: a decisive item decides, else null when one was null. */
function truths(items: readonly (boolean | null)[], decisive: boolean): boolean | null {
  return items.includes(decisive) ? decisive : items.includes(null) ? null : !decisive;
}

export function holds(run: Run, items: List, element: Value): boolean {
  run.spend(items.length);
  return items.some((item) => equalValues(item, element, run) === true);
}

function ofNumbers(name: string, body: (items: readonly Num[], run: Run) => Value): readonly [string, Builtin] {
  return builtin(name, [takesMany('list', num, (run, items) => (items.length === 0 ? null : body(items, run)))]);
}

function extremes(name: 'min' | 'max'): readonly [string, Builtin] {
  return builtin(name, [takesMany('list', any, (run, items) => extreme(run, items, name === 'max' ? 1 : -1))]);
}

function ofTruths(name: string, decisive: boolean): readonly [string, Builtin] {
  return builtin(name, [takesMany('list', optional(bool), (_, items) => truths(items, decisive))]);
}

function total(run: Run, items: List): Value {
  return items.length === 0 ? null : items.reduce((a, b) => add(a, b, run));
}

export const LISTS = [
  builtin('list contains', [
    takes(
      [
        ['list', list],
        ['element', any],
      ],
      holds,
    ),
  ]),
  builtin('count', [takes([['list', list]], (_, items) => items.length)]),
  builtin('is empty', [takes([['list', list]], (_, items) => items.length === 0)]),
  extremes('min'),
  extremes('max'),
  builtin('sum', [takesMany('list', any, total)]),
  ofNumbers('product', (items) => items.reduce<Num | null>((all, item) => (all === null ? null : multiplyNumbers(all, item)), 1)),
  ofNumbers('mean', mean),
  ofNumbers('median', median),
  ofNumbers('stddev', (items, run) => deviation(run, items)),
  builtin('mode', [takesMany('list', num, (_, items) => mode(items))]),
  ofTruths('all', false),
  ofTruths('any', true),
  builtin('index of', [
    takes(
      [
        ['list', list],
        ['match', any],
      ],
      (run, items, match) => {
        run.spend(items.length);
        return items.flatMap((item, at) => (equalValues(item, match, run) === true ? [at + 1] : []));
      },
    ),
  ]),
];

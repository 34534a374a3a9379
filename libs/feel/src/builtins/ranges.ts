import type { Run } from '../run';
import { compareValues } from '../value/compare';
import { parseRange } from '../value/parse-range';
import { FeelRange, type Value } from '../value/value';
import { builtin, range, takes, text, type Builtin, type Type } from './signature';

type Answer = boolean | null;

/** An end of a range: a value, or a side where there is none. */
interface Edge {
  readonly at: Value;
  /** -1 and 1 stand for before and after everything. */
  readonly beyond: -1 | 0 | 1;
  readonly included: boolean;
}

function startOf({ start, startIncluded }: FeelRange): Edge {
  return { at: start, beyond: start === null ? -1 : 0, included: startIncluded };
}

function endOf({ end, endIncluded }: FeelRange): Edge {
  return { at: end, beyond: end === null ? 1 : 0, included: endIncluded };
}

/** A point is a range of itself. */
function rangeOf(value: Value): FeelRange {
  return value instanceof FeelRange ? value : new FeelRange(value, value, true, true);
}

/** The ends of two ranges side by side; each question below is one line of DMN 1.5, table 78. */
interface Pair {
  readonly a: { readonly start: Edge; readonly end: Edge };
  readonly b: { readonly start: Edge; readonly end: Edge };
  /** Orders of a's end beside b's end, the first named first. */
  readonly startStart: number;
  readonly endEnd: number;
  readonly endStart: number;
  readonly startEnd: number;
}

function pairOf(first: FeelRange, second: FeelRange): Pair | null {
  const [a, b] = [first, second].map((each) => ({ start: startOf(each), end: endOf(each) })) as [Pair['a'], Pair['b']];
  const [startStart, endEnd, endStart, startEnd] = [
    order(a.start, b.start),
    order(a.end, b.end),
    order(a.end, b.start),
    order(a.start, b.end),
  ];
  return startStart === null || endEnd === null || endStart === null || startEnd === null
    ? null
    : { a, b, startStart, endEnd, endStart, startEnd };
}

function order(one: Edge, other: Edge): number | null {
  return one.beyond !== 0 || other.beyond !== 0 ? one.beyond - other.beyond : compareValues(one.at, other.at);
}

const before = ({ a, b, endStart }: Pair): boolean => endStart < 0 || (endStart === 0 && !(a.end.included && b.start.included));

const meets = ({ a, b, endStart }: Pair): boolean => endStart === 0 && a.end.included && b.start.included;

const overlaps = (pair: Pair): boolean => !before(pair) && !before(turned(pair));

/** Of two starts: whether a's range begins first; of two ends: whether it stops first. */
const beginsFirst = ({ a, b, startStart }: Pair): boolean => startStart < 0 || (startStart === 0 && a.start.included && !b.start.included);
const beginsNoLater = ({ a, b, startStart }: Pair): boolean =>
  startStart < 0 || (startStart === 0 && (a.start.included || !b.start.included));
const stopsNoLater = ({ a, b, endEnd }: Pair): boolean => endEnd < 0 || (endEnd === 0 && (!a.end.included || b.end.included));

const overlapsBefore = (pair: Pair): boolean => beginsFirst(pair) && !before(pair) && stopsNoLater(pair);
const overlapsAfter = (pair: Pair): boolean => stopsNoLater(turned(pair)) && !before(turned(pair)) && beginsFirst(turned(pair));

const includes = (pair: Pair): boolean => beginsNoLater(pair) && stopsNoLater(turned(pair));

const sameStart = ({ a, b, startStart }: Pair): boolean => startStart === 0 && a.start.included === b.start.included;
const sameEnd = ({ a, b, endEnd }: Pair): boolean => endEnd === 0 && a.end.included === b.end.included;

const starts = (pair: Pair): boolean => sameStart(pair) && stopsNoLater(pair);
const finishes = (pair: Pair): boolean => sameEnd(pair) && beginsNoLater(turned(pair));
const coincides = (pair: Pair): boolean => sameStart(pair) && sameEnd(pair);

function turned({ a, b, startStart, endEnd, endStart, startEnd }: Pair): Pair {
  return { a: b, b: a, startStart: -startStart, endEnd: -endEnd, endStart: -startEnd, startEnd: -endStart };
}

const RANGE_PAIR = ['range1', 'range2'] as const;
const POINT_PAIR = ['point1', 'point2'] as const;
const POINT_RANGE = ['point', 'range'] as const;
const RANGE_POINT = ['range', 'point'] as const;

const point: Type<Value> = (value) => (value === undefined || value === null || value instanceof FeelRange ? undefined : value);

type Shape = typeof RANGE_PAIR | typeof POINT_PAIR | typeof POINT_RANGE | typeof RANGE_POINT;

/** A question about two ranges, and about points where the table has such a line. */
function question(name: string, ask: (pair: Pair) => boolean, shapes: readonly Shape[]): readonly [string, Builtin] {
  const answer = (run: Run, first: Value, second: Value): Answer => {
    const pair = pairOf(rangeOf(first), rangeOf(second));
    return pair === null ? run.warn(`${name}: the values have no order`) : ask(pair);
  };
  return builtin(
    name,
    shapes.map(([first, second]) =>
      takes(
        [
          [first, first.startsWith('range') ? range : point],
          [second, second.startsWith('range') ? range : point],
        ],
        answer,
      ),
    ),
  );
}

function rangeOfText(run: Run, from: string): Value {
  run.spend(10 + Math.ceil(from.length / 50));
  return parseRange(from) ?? run.warn(`not a range: ${from.slice(0, 40)}`);
}

const turn =
  (ask: (pair: Pair) => boolean) =>
  (pair: Pair): boolean =>
    ask(turned(pair));

const ALL = [POINT_PAIR, POINT_RANGE, RANGE_POINT, RANGE_PAIR] as const;

export const RANGES = [
  question('before', before, ALL),
  question('after', turn(before), ALL),
  question('meets', meets, [RANGE_PAIR]),
  question('met by', turn(meets), [RANGE_PAIR]),
  question('overlaps', overlaps, [RANGE_PAIR]),
  question('overlaps before', overlapsBefore, [RANGE_PAIR]),
  question('overlaps after', overlapsAfter, [RANGE_PAIR]),
  question('includes', includes, [RANGE_POINT, RANGE_PAIR]),
  question('during', turn(includes), [POINT_RANGE, RANGE_PAIR]),
  question('starts', starts, [POINT_RANGE, RANGE_PAIR]),
  question('started by', turn(starts), [RANGE_POINT, RANGE_PAIR]),
  question('finishes', finishes, [POINT_RANGE, RANGE_PAIR]),
  question('finished by', turn(finishes), [RANGE_POINT, RANGE_PAIR]),
  question('coincides', coincides, [POINT_PAIR, RANGE_PAIR]),
  builtin('range', [takes([['from', text]], rangeOfText)]),
];

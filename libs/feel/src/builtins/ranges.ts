import { compareValues, inRange } from '../value/compare';
import { FeelRange, type Value } from '../value/value';
import { any, builtin, range, takes } from './signature';

/** Whether all of `a` lies before all of `b`; points and ranges mix (DMN 1.5, table 78). */
function before(a: Value, b: Value): boolean | null {
  const [end, endIncluded] = a instanceof FeelRange ? [a.end, a.endIncluded] : [a, true];
  const [start, startIncluded] = b instanceof FeelRange ? [b.start, b.startIncluded] : [b, true];
  const order = compareValues(end, start);
  return order === null ? null : order < 0 || (order === 0 && !(endIncluded && startIncluded));
}

function includes(outer: FeelRange, inner: Value): boolean | null {
  if (!(inner instanceof FeelRange)) {
    return inRange(inner, outer);
  }
  const [start, end] = [compareValues(outer.start, inner.start), compareValues(outer.end, inner.end)];
  if (start === null || end === null) {
    return null;
  }
  const startsInside = start < 0 || (start === 0 && (outer.startIncluded || !inner.startIncluded));
  return startsInside && (end > 0 || (end === 0 && (outer.endIncluded || !inner.endIncluded)));
}

function overlaps(a: FeelRange, b: FeelRange): boolean | null {
  const [apart, behind] = [before(a, b), before(b, a)];
  return apart === null || behind === null ? null : !apart && !behind;
}

export const RANGES = [
  builtin('before', [
    takes(
      [
        ['point1', any],
        ['point2', any],
      ],
      (_, a, b) => before(a, b),
    ),
  ]),
  builtin('after', [
    takes(
      [
        ['point1', any],
        ['point2', any],
      ],
      (_, a, b) => before(b, a),
    ),
  ]),
  builtin('includes', [
    takes(
      [
        ['range', range],
        ['point', any],
      ],
      (_, outer, inner) => includes(outer, inner),
    ),
  ]),
  builtin('during', [
    takes(
      [
        ['point', any],
        ['range', range],
      ],
      (_, inner, outer) => includes(outer, inner),
    ),
  ]),
  builtin('overlaps', [
    takes(
      [
        ['range1', range],
        ['range2', range],
      ],
      (_, a, b) => overlaps(a, b),
    ),
  ]),
];

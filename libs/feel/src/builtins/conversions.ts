import type { Run } from '../run';
import { sameValue } from '../value/compare';
import { parseNumber } from '../value/number';
import { textOf } from '../value/text';
import type { Value } from '../value/value';
import { any, bool, builtin, optional, takes, text } from './signature';

/** Thousands stand apart by a space, comma or point, and the fraction after a point or comma: never the same for both. */
function toNumber(run: Run, from: string, grouping: string | null, point: string | null): Value {
  const unknown = (grouping !== null && ![' ', ',', '.'].includes(grouping)) || (point !== null && !['.', ','].includes(point));
  if (unknown || (grouping !== null && grouping === point)) {
    return run.warn('number: not a pair of separators');
  }
  run.spend(Math.ceil(from.length / 100));
  const plain = grouping === null ? from : from.replaceAll(grouping, '');
  return parseNumber(point === null ? plain : plain.replaceAll(point, '.')) ?? run.warn('number: not a number');
}

/** Conversions and booleans. `is defined` and `get or else` are forms of the compiler; they stand here as names. */
export const CONVERSIONS = [
  builtin('string', [takes([['from', any]], (run, from) => (from === null ? null : textOf(from, run)))]),
  builtin('number', [
    takes(
      [
        ['from', text],
        ['grouping separator', optional(text)],
        ['decimal separator', optional(text)],
      ],
      toNumber,
    ),
  ]),
  builtin('not', [takes([['negand', optional(bool)]], (_, negand) => (negand === null ? null : !negand))]),
  builtin('is', [
    takes(
      [
        ['value1', any],
        ['value2', any],
      ],
      (run, one, other) => sameValue(one, other, run),
    ),
  ]),
  builtin('is defined', [takes([['value', any]], (_, value) => value !== null)]),
  builtin('get or else', [
    takes(
      [
        ['value', any],
        ['default', any],
      ],
      (_, value, otherwise) => value ?? otherwise,
    ),
  ]),
];

import { parseNumber } from '../value/number';
import { textOf } from '../value/text';
import { any, bool, builtin, optional, takes, text } from './signature';

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
      (run, from, grouping, point) => {
        const plain = grouping === null ? from : from.replaceAll(grouping, '');
        return parseNumber(point === null ? plain : plain.replaceAll(point, '.')) ?? run.warn('number: not a number');
      },
    ),
  ]),
  builtin('not', [takes([['negand', optional(bool)]], (_, negand) => (negand === null ? null : !negand))]),
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

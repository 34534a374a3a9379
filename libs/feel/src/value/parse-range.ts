import { compareValues } from './compare';
import { parseNumber } from './number';
import { parseDate, parseDateTime, parseDuration, parseTemporal, parseTime } from './parse-temporal';
import { unquote } from './unquote';
import { FeelRange, type Value } from './value';

const ENDS = /^((?:[^".]|"(?:\\.|[^"\\])*"|\.(?!\.))*)\.\.(.*)$/s;
const QUOTED = /^"(?:\\.|[^"\\])*"$/s;

const CALLS: readonly (readonly [name: string, read: (text: string) => Value])[] = [
  ['@', parseTemporal],
  ['date and time', parseDateTime],
  ['date', parseDate],
  ['time', parseTime],
  ['duration', parseDuration],
];

/** Reads `[1..3]` and its like: both ends are literals of one kind, the lower first (DMN 1.5, table 72). Null when it is none. */
export function parseRange(text: string): FeelRange | null {
  const whole = text.trim();
  const [open, close] = [whole.charAt(0), whole.charAt(whole.length - 1)];
  const [, low, high] = ENDS.exec(whole.slice(1, -1)) ?? [];
  if (low === undefined || high === undefined || !'[(]'.includes(open) || !'])['.includes(close)) {
    return null;
  }
  const [start, end] = [literal(low.trim()), literal(high.trim())];
  const order = compareValues(start, end);
  return order === null || order > 0 ? null : new FeelRange(start, end, open === '[', close === ']');
}

function literal(text: string): Value {
  if (QUOTED.test(text)) {
    return unquote(text);
  }
  const call = CALLS.find(([name]) => text.startsWith(name));
  if (call === undefined) {
    return parseNumber(text);
  }
  const [name, read] = call;
  const rest = text.slice(name.length).trim();
  const argument = name === '@' ? rest : /^\(.*\)$/s.test(rest) ? rest.slice(1, -1).trim() : '';
  return QUOTED.test(argument) ? read(unquote(argument)) : null;
}

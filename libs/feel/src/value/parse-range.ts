import { compareValues } from './compare';
import { parseNumber } from './number';
import { parseDate, parseDateTime, parseDuration, parseTemporal, parseTime } from './parse-temporal';
import { unquote } from './unquote';
import { FeelRange, type Value } from './value';

const ENDS = /^((?:[^".]|"(?:\\.|[^"\\])*"|\.(?!\.))*)\.\.(.*)$/s;
const CALL = /^(date and time|date|time|duration)\s*\(\s*("(?:\\.|[^"\\])*")\s*\)$/s;
const QUOTED = /^"(?:\\.|[^"\\])*"$/s;

const CALLS: Readonly<Record<string, (text: string) => Value>> = {
  date: parseDate,
  time: parseTime,
  'date and time': parseDateTime,
  duration: parseDuration,
};

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
  const call = CALL.exec(text);
  if (call !== null) {
    return CALLS[call[1] ?? '']?.(unquote(call[2] ?? '')) ?? null;
  }
  if (text.startsWith('@') && QUOTED.test(text.slice(1))) {
    return parseTemporal(unquote(text.slice(1)));
  }
  return QUOTED.test(text) ? unquote(text) : parseNumber(text);
}

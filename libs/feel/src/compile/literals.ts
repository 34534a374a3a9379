import { FeelError } from '../feel-error';
import { parseNumber } from '../value/number';
import { parseDate, parseDateTime, parseDuration, parseTime } from '../value/parse-temporal';
import type { Value } from '../value/value';
import { constant, kidAt, type Code, type Compiler } from './compiler';
import type { Syntax } from './syntax';

export function compileNumber(compiler: Compiler, node: Syntax): Code {
  const value = parseNumber(node.text.replace(/\s+/g, ''));
  if (value === null) {
    throw new FeelError('feel-syntax', `not a number: ${node.text}`, node.from);
  }
  return constant(compiler, value);
}

export function compileString(compiler: Compiler, node: Syntax): Code {
  return constant(compiler, unquote(node.text));
}

/** `@"2026-09-02"`: whichever of date, time, date and time, duration the text is. */
export function compileAt(compiler: Compiler, node: Syntax): Code {
  const value = temporalOf(unquote(kidAt(node, 0).text));
  if (value === null) {
    throw new FeelError('feel-syntax', `not a date, time or duration: ${node.text}`, node.from);
  }
  return constant(compiler, value);
}

function temporalOf(text: string): Value {
  return parseDuration(text) ?? parseDate(text) ?? parseDateTime(text) ?? parseTime(text);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

export function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|([nrt"\\]))/g, (whole, ...parts: (string | undefined)[]) => {
    const [short, long, simple] = parts;
    if (simple !== undefined) {
      return ESCAPES[simple] ?? whole;
    }
    const point = parseInt(short ?? long ?? '', 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

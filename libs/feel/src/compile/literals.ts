import { FeelError } from '../feel-error';
import { parseNumber } from '../value/number';
import { parseTemporal } from '../value/parse-temporal';
import { unquote } from '../value/unquote';
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
  const value = parseTemporal(unquote(kidAt(node, 0).text));
  if (value === null) {
    throw new FeelError('feel-syntax', `not a date, time or duration: ${node.text}`, node.from);
  }
  return constant(compiler, value);
}

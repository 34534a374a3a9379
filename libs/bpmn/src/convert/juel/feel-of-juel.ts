import { compileExpression } from '@thidua/feel';
import { err, ok, type Result } from '@thidua/kernel';
import type { JuelProblem } from './juel';
import { parseJuel } from './parse-juel';
import { feelText, writeFeel } from './write-feel';

/** FEEL without '='. `constant` is set when the text held no expression at all. */
export interface Feel {
  readonly source: string;
  readonly constant?: string;
}

/** FEEL for a text as the old engines write it: plain, `${expression}`, `#{expression}`, or a mixture. */
export function feelOfJuel(text: string): Result<Feel, JuelProblem> {
  const parts = split(text);
  if (!parts.ok) {
    return parts;
  }
  const [first, ...more] = parts.value;
  if (first === undefined || (more.length === 0 && !first.isExpression)) {
    const constant = first?.text ?? '';
    return ok({ source: feelText(constant), constant });
  }
  if (more.length === 0) {
    return translated(first.text);
  }
  const texts: string[] = [];
  for (const part of parts.value) {
    const feel = part.isExpression ? translated(part.text) : ok({ source: feelText(part.text) });
    if (!feel.ok) {
      return feel;
    }
    const { source } = feel.value;
    texts.push(part.isExpression ? `(if (${source}) = null then "" else string(${source}))` : source);
  }
  return ok({ source: texts.join(' + ') });
}

function translated(source: string): Result<Feel, JuelProblem> {
  const parsed = parseJuel(source);
  if (!parsed.ok) {
    return parsed;
  }
  const feel = writeFeel(parsed.value);
  if (!feel.ok) {
    return feel;
  }
  // Our own compiler has the last word, for instance on the size of an expression.
  return compileExpression(feel.value).ok ? ok({ source: feel.value }) : err({ reason: 'syntax', part: source.slice(0, 60) });
}

interface Part {
  readonly isExpression: boolean;
  readonly text: string;
}

function split(text: string): Result<readonly Part[], JuelProblem> {
  const parts: Part[] = [];
  let at = 0;
  while (at < text.length) {
    const opens = /[$#]\{/g;
    opens.lastIndex = at;
    const start = opens.exec(text)?.index ?? text.length;
    if (start > at) {
      parts.push({ isExpression: false, text: text.slice(at, start) });
    }
    if (start === text.length) {
      break;
    }
    const end = closing(text, start + 2);
    if (end < 0) {
      return err({ reason: 'syntax', part: text.slice(start, start + 20) });
    }
    parts.push({ isExpression: true, text: text.slice(start + 2, end) });
    at = end + 1;
  }
  return ok(parts);
}

/** The `}` that closes an expression; one inside a quoted text does not. */
function closing(text: string, from: number): number {
  const inside = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\}/gs;
  inside.lastIndex = from;
  for (let match = inside.exec(text); match !== null; match = inside.exec(text)) {
    if (match[0] === '}') {
      return match.index;
    }
  }
  return -1;
}

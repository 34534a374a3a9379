import { RE2JS } from 're2js';
import { LIMITS } from '../limits';
import type { Run } from '../run';
import { re2Pattern } from './xpath-pattern';

/** Flags of XPath (DMN 1.5, 10.3.4.3); `x` and `q` change the pattern. */
const FLAGS: Readonly<Record<string, number>> = { i: RE2JS.CASE_INSENSITIVE, s: RE2JS.DOTALL, m: RE2JS.MULTILINE, x: 0, q: 0 };

/** Compiled patterns by flags and pattern: bounded, and never seen in a result or a cost. */
const known = new Map<string, RE2JS>();
const KNOWN = 100;

/**
 * A pattern ready to search `input`, paid for beforehand: RE2 takes time in proportion to program size times text.
 * Null with a warning when the pattern is none or too large.
 */
export function regex(pattern: string, given: string | null, input: string, run: Run): RE2JS | null {
  const flags = given ?? '';
  if (pattern.length > LIMITS.pattern || repeats(pattern) * pattern.length > LIMITS.patternRepeats) {
    return run.warn('a regular expression is too large');
  }
  const bits = flagBits(flags);
  if (bits === null) {
    return run.warn(`unknown regular expression flags: ${flags}`);
  }
  const compiled = compile(pattern, flags, bits);
  if (compiled === null) {
    run.spend(100);
    return run.warn(`not a regular expression: ${pattern.slice(0, 60)}`);
  }
  const size = compiled.programSize();
  run.spendOnce(`regex ${flags} ${pattern}`, 60 + 4 * size);
  run.spend(1 + Math.ceil((size * (input.length + 1)) / 20));
  return compiled;
}

/** A replacement as XPath writes it: `$1` is a group, `$0` the match, `\\$` and `\\\\` the signs themselves. Null when it is none. */
export function replacementParts(text: string, groups: number): readonly (string | number)[] | null {
  const parts: (string | number)[] = [];
  for (const [token] of text.matchAll(/\$\d+|\\[$\\]|[^$\\]+|[$\\]/gs)) {
    if (token === '$' || token === '\\') {
      return null;
    }
    if (token.startsWith('$')) {
      parts.push(...groupParts(token.slice(1), groups));
    } else {
      parts.push(token.startsWith('\\') ? token.slice(1) : token);
    }
  }
  return parts;
}

/** Digits belong to the number of a group only as long as there is such a group. */
function groupParts(digits: string, groups: number): readonly (string | number)[] {
  let length = digits.length;
  while (length > 1 && Number(digits.slice(0, length)) > groups) {
    length -= 1;
  }
  const group = Number(digits.slice(0, length));
  return [group > groups ? '' : group, digits.slice(length)];
}

/** The product of all counted repetitions: nested ones multiply, and telling them apart is not worth it. */
function repeats(pattern: string): number {
  let product = 1;
  for (const [, low, high] of pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g)) {
    product *= Math.max(1, Number(low), Number(high ?? 0));
  }
  return product;
}

function flagBits(flags: string): number | null {
  let bits = 0;
  for (const flag of flags) {
    const bit = FLAGS[flag];
    if (bit === undefined) {
      return null;
    }
    bits |= bit;
  }
  return bits;
}

/** `q` takes every sign as itself. */
function compile(pattern: string, flags: string, bits: number): RE2JS | null {
  const key = `${flags}:${pattern}`;
  const found = known.get(key);
  if (found !== undefined) {
    return found;
  }
  const plain = flags.includes('q') ? RE2JS.quote(pattern) : re2Pattern(pattern, flags.includes('x'));
  const made = plain === null ? null : tryCompile(plain, bits);
  if (made !== null) {
    if (known.size >= KNOWN) {
      known.clear();
    }
    known.set(key, made);
  }
  return made;
}

/** re2js refuses by throwing, with kinds of Error of its own: whatever it is, the pattern is of no use. */
function tryCompile(pattern: string, bits: number): RE2JS | null {
  try {
    return RE2JS.compile(pattern, bits);
  } catch {
    return null;
  }
}

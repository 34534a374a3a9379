import { integerOf } from '../value/number';
import type { Run } from '../run';
import { builtin, list, num, optional, takes, text, type Builtin } from './signature';
import { regex, replacementParts } from './regex';
import type { Value } from '../value/value';

const ASTRAL = /[\ud800-\udfff]/;

/** Positions count characters, not UTF-16 units. */
function characters(value: string, run: Run): readonly string[] | string {
  run.spend(Math.ceil(value.length / 100));
  return ASTRAL.test(value) ? Array.from(value) : value;
}

function substring(run: Run, value: string, start: number, length: number | null): Value {
  const all = characters(value, run);
  const from = start > 0 ? start - 1 : all.length + start;
  if (start === 0 || from < 0 || (length !== null && length < 0)) {
    return run.warn('substring: position out of range');
  }
  const part = all.slice(from, length === null ? undefined : from + length);
  return typeof part === 'string' ? part : part.join('');
}

function onText(name: string, body: (value: string, run: Run) => Value): readonly [string, Builtin] {
  return builtin(name, [
    takes([['string', text]], (run, value) => {
      run.spend(Math.ceil(value.length / 100));
      return body(value, run);
    }),
  ]);
}

function onPair(name: string, body: (value: string, match: string) => Value): readonly [string, Builtin] {
  return builtin(name, [
    takes(
      [
        ['string', text],
        ['match', text],
      ],
      (run, value, match) => {
        run.spend(Math.ceil(value.length / 100));
        return body(value, match);
      },
    ),
  ]);
}

function pieces(run: Run, parts: readonly string[]): Value {
  run.spend(parts.length);
  return [...parts];
}

function replace(run: Run, [input, pattern, replacement]: readonly [string, string, string], flags: string | null): Value {
  const found = regex(pattern, flags, input, run);
  if (found === null) {
    return null;
  }
  const literal = flags?.includes('q') === true;
  const parts = literal ? [replacement] : replacementParts(replacement, found.groupCount());
  if (parts === null) {
    return run.warn(`not a replacement: ${replacement.slice(0, 40)}`);
  }
  const matcher = found.matcher(input);
  const pieces: string[] = [];
  let from = 0;
  while (matcher.find()) {
    run.spend(5 + parts.length);
    pieces.push(
      input.slice(from, matcher.start()),
      ...parts.map((part) => (typeof part === 'string' ? part : (matcher.group(part) ?? ''))),
    );
    from = matcher.end();
  }
  return run.text(pieces.join('') + input.slice(from));
}

function extract(run: Run, input: string, pattern: string, flags: string | null): Value {
  const matcher = regex(pattern, flags, input, run)?.matcher(input);
  const found: string[] = [];
  while (matcher?.find() === true) {
    run.spend(5);
    found.push(input.slice(matcher.start(), matcher.end()));
  }
  return matcher === undefined ? null : found;
}

function join(run: Run, items: readonly Value[], delimiter: string): Value {
  run.spend(items.length);
  const parts = items.filter((item) => item !== null);
  return parts.every((part) => typeof part === 'string')
    ? run.text(parts.join(delimiter))
    : run.warn('string join: the list holds more than texts');
}

export const TEXTS = [
  builtin('substring', [
    takes(
      [
        ['string', text],
        ['start position', num],
        ['length', optional(num)],
      ],
      (run, value, start, length) => substring(run, value, integerOf(start), length === null ? null : integerOf(length)),
    ),
  ]),
  onText('string length', (value, run) => characters(value, run).length),
  onText('upper case', (value) => value.toUpperCase()),
  onText('lower case', (value) => value.toLowerCase()),
  onText('trim', (value) => value.trim()),
  onText('is blank', (value) => value.trim() === ''),
  onPair('substring before', (value, match) => value.slice(0, Math.max(0, value.indexOf(match)))),
  onPair('substring after', (value, match) => (value.includes(match) ? value.slice(value.indexOf(match) + match.length) : '')),
  onPair('contains', (value, match) => value.includes(match)),
  onPair('starts with', (value, match) => value.startsWith(match)),
  onPair('ends with', (value, match) => value.endsWith(match)),
  builtin('matches', [
    takes(
      [
        ['input', text],
        ['pattern', text],
        ['flags', optional(text)],
      ],
      (run, input, pattern, flags) => regex(pattern, flags, input, run)?.matcher(input).find() ?? null,
    ),
  ]),
  builtin('replace', [
    takes(
      [
        ['input', text],
        ['pattern', text],
        ['replacement', text],
        ['flags', optional(text)],
      ],
      (run, input, pattern, replacement, flags) => replace(run, [input, pattern, replacement], flags),
    ),
  ]),
  builtin('split', [
    takes(
      [
        ['string', text],
        ['delimiter', text],
      ],
      (run, value, delimiter) => {
        const found = regex(delimiter, null, value, run);
        run.spend(value.length);
        return found === null ? null : pieces(run, found.split(value, -1));
      },
    ),
  ]),
  builtin('extract', [
    takes(
      [
        ['input', text],
        ['pattern', text],
        ['flags', optional(text)],
      ],
      extract,
    ),
  ]),
  builtin('string join', [
    takes(
      [
        ['list', list],
        ['delimiter', optional(text)],
      ],
      (run, items, delimiter) => join(run, items, delimiter ?? ''),
    ),
  ]),
  builtin('pad left', [
    takes(
      [
        ['string', text],
        ['length', num],
        ['pad', optional(text)],
      ],
      (run, value, length, pad) =>
        integerOf(length) > 1000 ? run.warn('pad left: too long') : value.padStart(integerOf(length), pad ?? ' '),
    ),
  ]),
];

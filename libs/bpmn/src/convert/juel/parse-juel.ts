import { err, ok, type Result } from '@thidua/kernel';
import type { BinaryOperator, Juel, JuelProblem, JuelReason } from './juel';
import { tokenize, type Token } from './tokenize';

/** Lowest first; all are left-associative. */
const LEVELS: readonly ReadonlyMap<string, BinaryOperator>[] = [
  new Map([['||', 'or']]),
  new Map([['&&', 'and']]),
  new Map([
    ['==', '=='],
    ['!=', '!='],
  ]),
  new Map([
    ['<', '<'],
    ['>', '>'],
    ['<=', '<='],
    ['>=', '>='],
  ]),
  new Map([
    ['+', '+'],
    ['-', '-'],
  ]),
  new Map([
    ['*', '*'],
    ['/', '/'],
    ['%', '%'],
  ]),
];
const LITERALS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);
/** Deeper nesting is nobody's hand-written condition. */
const MAX_DEPTH = 100;
const MAX_TOKENS = 1000;
const NOTHING: Juel = { kind: 'literal', value: null, source: 'null' };
const END: Token = { kind: 'mark', value: '…' };

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
  /** The first thing wrong; reading stops there. */
  problem: JuelProblem | undefined;
}

/** Reads the inside of one `${…}`. */
export function parseJuel(source: string): Result<Juel, JuelProblem> {
  const tokens = tokenize(source);
  if (!tokens.ok) {
    return tokens;
  }
  if (tokens.value.length === 0) {
    return err({ reason: 'empty', part: source });
  }
  if (tokens.value.length > MAX_TOKENS) {
    return err({ reason: 'syntax', part: source.slice(0, 20) });
  }
  const reader: Reader = { tokens: tokens.value, at: 0, depth: 0, problem: undefined };
  const parsed = choice(reader);
  if (reader.problem === undefined && here(reader) !== END) {
    fail(reader, 'syntax', here(reader).value);
  }
  return reader.problem === undefined ? ok(parsed) : err(reader.problem);
}

/** Keeps the first problem and leaves nothing more to read, so that every loop ends. */
function fail(reader: Reader, reason: JuelReason, part: string): Juel {
  reader.problem ??= { reason, part };
  reader.at = reader.tokens.length;
  return NOTHING;
}

function choice(reader: Reader): Juel {
  reader.depth += 1;
  if (reader.depth > MAX_DEPTH) {
    return fail(reader, 'syntax', '(((');
  }
  const condition = binary(reader, 0);
  if (!took(reader, '?')) {
    reader.depth -= 1;
    return condition;
  }
  const yes = choice(reader);
  expect(reader, ':');
  const no = choice(reader);
  reader.depth -= 1;
  return { kind: 'choice', condition, yes, no };
}

function binary(reader: Reader, level: number): Juel {
  const operators = LEVELS[level];
  if (operators === undefined) {
    return unary(reader);
  }
  let left = binary(reader, level + 1);
  for (;;) {
    const token = here(reader);
    const operator = token.kind === 'mark' ? operators.get(token.value) : undefined;
    if (operator === undefined) {
      return left;
    }
    reader.at += 1;
    left = { kind: 'binary', operator, left, right: binary(reader, level + 1) };
  }
}

function unary(reader: Reader): Juel {
  const operators: ('-' | 'not' | 'empty')[] = [];
  for (;;) {
    if (took(reader, '!')) {
      operators.push('not');
    } else if (took(reader, '-')) {
      operators.push('-');
    } else if (took(reader, 'empty', 'name')) {
      operators.push('empty');
    } else {
      return operators.reduceRight<Juel>((of, operator) => ({ kind: 'unary', operator, of }), postfix(reader));
    }
  }
}

function postfix(reader: Reader): Juel {
  let value = primary(reader);
  for (;;) {
    if (took(reader, '.')) {
      value = property(reader, value);
    } else if (took(reader, '[')) {
      value = indexed(reader, value);
    } else {
      return value;
    }
  }
}

function property(reader: Reader, of: Juel): Juel {
  const { kind, value: name } = next(reader);
  if (kind !== 'name') {
    return fail(reader, 'syntax', name);
  }
  return took(reader, '(') ? fail(reader, 'method-call', `${name}(…)`) : { kind: 'property', of, name };
}

function indexed(reader: Reader, of: Juel): Juel {
  const { kind, value } = next(reader);
  if (kind === 'text') {
    expect(reader, ']');
    return { kind: 'property', of, name: value };
  }
  if (kind === 'number' && /^\d+$/.test(value)) {
    expect(reader, ']');
    return { kind: 'item', of, index: Number(value) };
  }
  return fail(reader, 'computed-index', `[${value}…]`);
}

function primary(reader: Reader): Juel {
  const { kind, value } = next(reader);
  if (kind === 'number') {
    return { kind: 'literal', value: Number(value), source: value };
  }
  if (kind === 'text') {
    return { kind: 'literal', value, source: value };
  }
  if (kind === 'name') {
    return named(reader, value);
  }
  if (value !== '(') {
    return fail(reader, 'syntax', value);
  }
  const inner = choice(reader);
  expect(reader, ')');
  return inner;
}

function named(reader: Reader, name: string): Juel {
  const literal = LITERALS.get(name);
  if (literal !== undefined) {
    return { kind: 'literal', value: literal, source: name };
  }
  if (took(reader, '(')) {
    return fail(reader, 'function-call', `${name}(…)`);
  }
  const [colon, local, opening] = reader.tokens.slice(reader.at, reader.at + 3);
  if (colon?.value === ':' && local?.kind === 'name' && opening?.value === '(') {
    return fail(reader, 'function-call', `${name}:${local.value}(…)`);
  }
  return name === 'instanceof' ? fail(reader, 'syntax', name) : { kind: 'name', name };
}

function here(reader: Reader): Token {
  return reader.tokens[reader.at] ?? END;
}

function next(reader: Reader): Token {
  const token = here(reader);
  reader.at += 1;
  return token;
}

function took(reader: Reader, value: string, kind: Token['kind'] = 'mark'): boolean {
  const token = here(reader);
  const found = token.kind === kind && token.value === value;
  reader.at += found ? 1 : 0;
  return found;
}

function expect(reader: Reader, mark: string): void {
  if (!took(reader, mark)) {
    fail(reader, 'syntax', here(reader) === END ? mark : here(reader).value);
  }
}

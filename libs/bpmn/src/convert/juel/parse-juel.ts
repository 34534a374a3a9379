import { err, ok, type Result } from '@thidua/kernel';
import type { BinaryOperator, Juel, JuelProblem, JuelReason } from './juel';
import { tokenize, type Token } from './tokenize';

/** Lowest first; all are left-associative. */
const LEVELS: readonly Readonly<Record<string, BinaryOperator>>[] = [
  { '||': 'or' },
  { '&&': 'and' },
  { '==': '==', '!=': '!=' },
  { '<': '<', '>': '>', '<=': '<=', '>=': '>=' },
  { '+': '+', '-': '-' },
  { '*': '*', '/': '/', '%': '%' },
];
const LITERALS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };
/** Deeper nesting is nobody's hand-written condition. */
const MAX_DEPTH = 100;
const MAX_TOKENS = 1000;

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
}

class Unreadable extends Error {
  constructor(
    readonly reason: JuelReason,
    readonly part: string,
  ) {
    super(reason);
  }
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
  const reader: Reader = { tokens: tokens.value, at: 0, depth: 0 };
  try {
    const parsed = choice(reader);
    const left = reader.tokens[reader.at];
    return left === undefined ? ok(parsed) : err({ reason: 'syntax', part: left.value });
  } catch (error) {
    if (error instanceof Unreadable) {
      return err({ reason: error.reason, part: error.part });
    }
    throw error;
  }
}

function choice(reader: Reader): Juel {
  reader.depth += 1;
  if (reader.depth > MAX_DEPTH) {
    throw new Unreadable('syntax', '(((');
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
    const token = reader.tokens[reader.at];
    const operator = token?.kind === 'mark' ? operators[token.value] : undefined;
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
    } else if (reader.tokens[reader.at]?.kind === 'name' && reader.tokens[reader.at]?.value === 'empty') {
      reader.at += 1;
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
      const name = nameHere(reader);
      if (took(reader, '(')) {
        throw new Unreadable('method-call', `${name}(…)`);
      }
      value = { kind: 'property', of: value, name };
    } else if (took(reader, '[')) {
      value = indexed(reader, value);
    } else {
      return value;
    }
  }
}

function indexed(reader: Reader, of: Juel): Juel {
  const token = reader.tokens[reader.at];
  reader.at += 1;
  if (token?.kind === 'text') {
    expect(reader, ']');
    return { kind: 'property', of, name: token.value };
  }
  if (token?.kind === 'number' && /^\d+$/.test(token.value)) {
    expect(reader, ']');
    return { kind: 'item', of, index: Number(token.value) };
  }
  throw new Unreadable('computed-index', `[${token?.value ?? ''}…]`);
}

function primary(reader: Reader): Juel {
  const token = reader.tokens[reader.at];
  if (token === undefined) {
    throw new Unreadable('syntax', '…');
  }
  reader.at += 1;
  if (token.kind === 'number') {
    return { kind: 'literal', value: Number(token.value), source: token.value };
  }
  if (token.kind === 'text') {
    return { kind: 'literal', value: token.value, source: token.value };
  }
  if (token.kind === 'name') {
    return named(reader, token.value);
  }
  if (token.value !== '(') {
    throw new Unreadable('syntax', token.value);
  }
  const inner = choice(reader);
  expect(reader, ')');
  return inner;
}

function named(reader: Reader, name: string): Juel {
  if (Object.hasOwn(LITERALS, name)) {
    return { kind: 'literal', value: LITERALS[name] ?? null, source: name };
  }
  const [next, second, third] = reader.tokens.slice(reader.at, reader.at + 3);
  if (isMark(next, '(') || (isMark(next, ':') && second?.kind === 'name' && isMark(third, '('))) {
    throw new Unreadable('function-call', isMark(next, '(') ? `${name}(…)` : `${name}:${second?.value ?? ''}(…)`);
  }
  if (name === 'instanceof') {
    throw new Unreadable('syntax', name);
  }
  return { kind: 'name', name };
}

function nameHere(reader: Reader): string {
  const token = reader.tokens[reader.at];
  if (token?.kind !== 'name') {
    throw new Unreadable('syntax', token?.value ?? '.');
  }
  reader.at += 1;
  return token.value;
}

function took(reader: Reader, mark: string): boolean {
  const here = isMark(reader.tokens[reader.at], mark);
  reader.at += here ? 1 : 0;
  return here;
}

function expect(reader: Reader, mark: string): void {
  if (!took(reader, mark)) {
    throw new Unreadable('syntax', reader.tokens[reader.at]?.value ?? mark);
  }
}

function isMark(token: Token | undefined, mark: string): boolean {
  return token?.kind === 'mark' && token.value === mark;
}

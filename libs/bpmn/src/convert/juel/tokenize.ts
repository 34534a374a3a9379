import { err, ok, type Result } from '@thidua/kernel';
import type { JuelProblem } from './juel';

export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'mark';
  /** A text without its quotes and escapes; a word operator (`eq`, `and`) as the mark it stands for. */
  readonly value: string;
}

const WORDS: Readonly<Record<string, string>> = {
  and: '&&',
  or: '||',
  not: '!',
  eq: '==',
  ne: '!=',
  lt: '<',
  gt: '>',
  le: '<=',
  ge: '>=',
  div: '/',
  mod: '%',
};
const PIECE =
  /\s+|(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|([\p{L}_$][\p{L}\p{N}_$]*)|(&&|\|\||[=!<>]=|[-+*/%<>!?:.,()[\]])/suy;

/** Splits the inside of `${…}`. */
export function tokenize(source: string): Result<readonly Token[], JuelProblem> {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    PIECE.lastIndex = at;
    const match = PIECE.exec(source);
    if (match === null) {
      return err({ reason: 'syntax', part: source.slice(at, at + 20) });
    }
    at = PIECE.lastIndex;
    const token = tokenOf(match);
    if (token !== undefined) {
      tokens.push(token);
    }
  }
  return ok(tokens);
}

function tokenOf([, number, text, name, mark]: RegExpExecArray): Token | undefined {
  if (number !== undefined) {
    return { kind: 'number', value: number };
  }
  if (text !== undefined) {
    return { kind: 'text', value: text.slice(1, -1).replace(/\\(.)/gs, '$1') };
  }
  if (name !== undefined) {
    const word = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
    return word === undefined ? { kind: 'name', value: name } : { kind: 'mark', value: word };
  }
  return mark === undefined ? undefined : { kind: 'mark', value: mark };
}

import { LimitReached, Run } from '../run';
import type { Context, Value } from '../value/value';
import type { Syntax } from './syntax';

/** What compiled code runs on: the variables given, the slots of local names, and the run. */
export interface Frame {
  readonly vars: Context;
  readonly locals: Value[];
  readonly run: Run;
}

export type Code = (frame: Frame) => Value;
/** A unary test: whether the input passes; null when it cannot be told. */
export type Test = (frame: Frame, input: Value) => boolean | null;

/** Names known at compile time, innermost first: slots of locals, or an item whose own entries are found only at run time. */
export type Scope =
  | { readonly kind: 'root' }
  | { readonly kind: 'locals'; readonly slots: ReadonlyMap<string, number>; readonly outer: Scope; readonly used?: Set<string> }
  | { readonly kind: 'item'; readonly slot: number; readonly outer: Scope };

/** The state of one compilation, and the way for a part to compile its children. */
export interface Compiler {
  readonly names: Set<string>;
  /** Code known to give one value always. */
  readonly constants: Map<Code, Value>;
  slots: number;
  code(node: Syntax, scope: Scope): Code;
  test(node: Syntax, scope: Scope): Test;
}

export function constant(compiler: Compiler, value: Value): Code {
  const code: Code = () => value;
  compiler.constants.set(code, value);
  return code;
}

/** Evaluates now what depends on constants only, unless it warns. */
export function fold(compiler: Compiler, code: Code, parts: readonly Code[]): Code {
  if (!parts.every((part) => compiler.constants.has(part))) {
    return code;
  }
  const run = new Run(0);
  try {
    const value = code({ vars: {}, locals: [], run });
    return run.warnings === undefined ? constant(compiler, value) : code;
  } catch (error) {
    if (error instanceof LimitReached) {
      return code;
    }
    throw error;
  }
}

/** The child at a place the grammar guarantees. */
export function kidAt(node: Syntax, index: number): Syntax {
  const kid = node.kids[index];
  if (kid === undefined) {
    throw new Error(`${node.name} has no part ${index}`);
  }
  return kid;
}

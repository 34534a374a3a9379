import { found } from '../found';
import { ofKind } from '../of-kind';
import { LimitReached, Run } from '../run';
import type { Context, Value } from '../value/value';
import type { NameTree, Syntax } from './syntax';

/** What compiled code runs on: the variables given, the slots of local names, and the run. */
export interface Frame {
  readonly vars: Context;
  readonly locals: Value[];
  readonly run: Run;
}

export type Code = (frame: Frame) => Value;
/** A unary test: whether the input passes; null when it cannot be told. */
export type Test = (frame: Frame, input: Value) => boolean | null;

/** One name with its slot; `used` once something read it. */
export interface Local {
  readonly kind: 'local';
  readonly name: string;
  readonly slot: number;
  readonly outer: Scope;
  used: boolean;
}

/** Names known at compile time, innermost first: locals, or an item whose own entries are found only at run time. */
export type Scope = { readonly kind: 'root' } | Local | { readonly kind: 'item'; readonly slot: number; readonly outer: Scope };

/** What is known beforehand of where an expression stands. */
export interface Known {
  readonly names: NameTree;
  /** Item definitions for `instance of`, by name: whether a value is of the type. */
  readonly types: ReadonlyMap<string, (value: Value) => boolean>;
}

export const NOTHING_KNOWN: Known = { names: {}, types: new Map() };

/** The state of one compilation, and the way for a part to compile its children. */
export interface Compiler {
  readonly known: Known;
  /** The names known beforehand by their plain form (`sameName`). */
  readonly spelled: ReadonlyMap<string, string>;
  /** Names that may be variables, and those that must be. */
  readonly reads: Set<string>;
  readonly requires: Set<string>;
  /** Above zero while compiling what may be absent without a warning. */
  quiet: number;
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
    ofKind(error, LimitReached);
    return code;
  }
}

/** Compiles what may be absent without a warning. */
export function compileQuietly(compiler: Compiler, node: Syntax, scope: Scope): Code {
  compiler.quiet += 1;
  const code = compiler.code(node, scope);
  compiler.quiet -= 1;
  return code;
}

/** The child at a place the grammar guarantees. */
export function kidAt(node: Syntax, index: number): Syntax {
  return found(node.kids[index], `part ${index} of ${node.name}`);
}

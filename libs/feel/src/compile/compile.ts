import { err, ok, type Result } from '@thidua/kernel';
import { FeelError } from '../feel-error';
import { found } from '../found';
import { ofKind } from '../of-kind';
import type { Value } from '../value/value';
import { compileCall } from './calls';
import { compileContext, compileFilter, compileList, compilePath } from './collections';
import { constant, kidAt, NOTHING_KNOWN, type Code, type Compiler, type Known, type Test, type Scope } from './compiler';
import { compileFor, compileIf, compileQuantified } from './control';
import { compileFunction } from './functions';
import { compileInstanceOf } from './instance-of';
import { compileAt, compileNumber, compileString } from './literals';
import { compileArithmetic, compileComparison, compileLogic } from './operators';
import { readName, ROOT, withLocal } from './scope';
import { kidsOf, nameOf, parseSyntax, sameName, type Syntax } from './syntax';
import { compileInterval, compileSimpleTest, compileTest } from './tests';

type Part = (compiler: Compiler, node: Syntax, scope: Scope) => Code;

const inside =
  (index: number): Part =>
  (compiler, node, scope) =>
    compiler.code(kidAt(node, index), scope);

/** One entry per node of the grammar. */
const PARTS: Readonly<Record<string, Part>> = {
  Expression: inside(0),
  ParenthesizedExpression: inside(1),
  PositiveUnaryTest: inside(0),
  NumericLiteral: compileNumber,
  StringLiteral: compileString,
  BooleanLiteral: (compiler, node) => constant(compiler, node.text === 'true'),
  null: (compiler) => constant(compiler, null),
  AtLiteral: compileAt,
  DateTimeLiteral: (compiler, node, scope) => (node.kids.length === 1 ? inside(0) : compileCall)(compiler, node, scope),
  VariableName: (compiler, node, scope) => readName(compiler, nameOf(node), scope),
  '?': (compiler, _, scope) => readName(compiler, '?', scope),
  ArithmeticExpression: compileArithmetic,
  Comparison: compileComparison,
  Conjunction: compileLogic,
  Disjunction: compileLogic,
  InstanceOfExpression: compileInstanceOf,
  IfExpression: compileIf,
  ForExpression: compileFor,
  QuantifiedExpression: compileQuantified,
  List: compileList,
  Context: compileContext,
  Interval: compileInterval,
  SimplePositiveUnaryTest: compileSimpleTest,
  PathExpression: compilePath,
  FilterExpression: compileFilter,
  FunctionInvocation: compileCall,
  FunctionBody: inside(0),
  FunctionDefinition: (compiler, node, scope) => compileFunction(compiler, node, scope),
};

/** Code with what a caller must know of it. */
export interface Compiled<T> {
  readonly code: T;
  readonly reads: readonly string[];
  readonly requires: readonly string[];
  /** Locals to reserve for a run. */
  readonly slots: number;
  /** Set when the code gives one value always and never warns. */
  readonly constant?: { readonly value: Value };
}

export function compileCode(source: string, known: Known = NOTHING_KNOWN): Result<Compiled<Code>, FeelError> {
  return attempt(source, 'Expression', known, (compiler, syntax) => compiler.code(syntax, ROOT));
}

/** Unary tests over the input `?`: one that passes is enough; `not(…)` turns it round; `-` and nothing pass all. */
export function compileTestsCode(source: string, known: Known = NOTHING_KNOWN): Result<Compiled<Test>, FeelError> {
  if (source.trim() === '') {
    return ok({ code: () => true, reads: [], requires: [], slots: 0 });
  }
  return attempt(source, 'UnaryTests', known, (compiler, syntax) => {
    if (kidAt(syntax, 0).name === 'Wildcard') {
      return () => true;
    }
    const scope = withLocal(compiler, '?', ROOT);
    const { slot } = scope;
    const tests = kidsOf(syntax, 'PositiveUnaryTests').map((kid) => compiler.test(kid, scope));
    const negated = kidAt(syntax, 0).name === 'not';
    return (frame, input) => {
      frame.locals[slot] = input;
      return tests.some((test) => test(frame, input) === true) !== negated;
    };
  });
}

function attempt<T>(
  source: string,
  dialect: 'Expression' | 'UnaryTests',
  known: Known,
  build: (compiler: Compiler, syntax: Syntax) => T,
): Result<Compiled<T>, FeelError> {
  const syntax = parseSyntax(source, dialect, known.names);
  if (!syntax.ok) {
    return syntax;
  }
  const compiler = newCompiler(known);
  try {
    const code = build(compiler, syntax.value);
    const value = compiler.constants.get(code as Code);
    const compiled = { code, reads: [...compiler.reads].sort(), requires: [...compiler.requires].sort(), slots: compiler.slots };
    return ok(value === undefined ? compiled : { ...compiled, constant: { value } });
  } catch (error) {
    return err(ofKind(error, FeelError));
  }
}

function newCompiler(known: Known): Compiler {
  const compiler: Compiler = {
    known,
    spelled: new Map(Object.keys(known.names).map((name) => [sameName(name), name])),
    reads: new Set(),
    requires: new Set(),
    quiet: 0,
    constants: new Map(),
    slots: 0,
    code(node, scope) {
      return found(PARTS[node.name], `way to compile ${node.name}`)(compiler, node, scope);
    },
    test(node, scope) {
      return compileTest(compiler, node, scope);
    },
  };
  return compiler;
}

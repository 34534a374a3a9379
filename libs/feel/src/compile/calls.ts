import { builtins, type Builtin } from '../builtins/builtins';
import type { Run } from '../run';
import { FeelFunction, FeelRange, kindOf, type Value } from '../value/value';
import { compileQuietly, fold, kidAt, type Code, type Compiler, type Scope } from './compiler';
import { isOwn } from './scope';
import { kidNamed, kidsOf, nameOf, type Syntax } from './syntax';
import { within } from './tests';

interface Arguments {
  /** Set when the call names its arguments. */
  readonly names: readonly string[] | null;
  readonly codes: readonly Code[];
}

/** Forms whose arguments may be absent: they never warn that something is missing. */
const QUIET = new Set(['is defined', 'get or else']);

/** A call of a built-in is bound now; of anything else when it runs. */
export function compileCall(compiler: Compiler, node: Syntax, scope: Scope): Code {
  const target = kidAt(node, 0);
  const name = nameOf(target);
  const builtin = target.name === 'VariableName' && isOwn(compiler, name, scope) ? undefined : builtins.get(name);
  const quiet = builtin !== undefined && QUIET.has(name);
  const args = compileArguments(compiler, node, scope, quiet);
  if (builtin === undefined) {
    return callValue(compiler.code(target, scope), args);
  }
  if (quiet) {
    return compileQuiet(name, args.codes);
  }
  return callBuiltin(compiler, builtin, args);
}

function compileArguments(compiler: Compiler, node: Syntax, scope: Scope, quiet: boolean): Arguments {
  const compile = quiet ? compileQuietly : plainly;
  const named = kidNamed(node, 'NamedParameters');
  if (named !== undefined) {
    return {
      names: named.kids.map((kid) => nameOf(kidAt(kid, 0))),
      codes: named.kids.map((kid) => compile(compiler, kidAt(kid, 1), scope)),
    };
  }
  return { names: null, codes: kidsOf(node, 'PositionalParameters').map((kid) => compile(compiler, kid, scope)) };
}

function plainly(compiler: Compiler, node: Syntax, scope: Scope): Code {
  return compiler.code(node, scope);
}

function callBuiltin(compiler: Compiler, builtin: Builtin, { names, codes }: Arguments): Code {
  const code: Code = (frame) => {
    const args = codes.map((arg) => arg(frame));
    return names === null ? builtin.call(args, frame.run) : builtin.callNamed(names, args, frame.run);
  };
  return builtin.timed ? code : fold(compiler, code, codes);
}

/** Asking whether something is there must not warn that it is not. */
function compileQuiet(name: string, codes: readonly Code[]): Code {
  const [value, otherwise] = codes;
  if (value === undefined || codes.length !== (name === 'is defined' ? 1 : 2)) {
    return (frame) => frame.run.warn(`${name}: wrong number of arguments`);
  }
  if (otherwise === undefined) {
    return (frame) => frame.run.quietly(() => value(frame)) !== null;
  }
  return (frame) => frame.run.quietly(() => value(frame)) ?? otherwise(frame);
}

function callValue(target: Code, { names, codes }: Arguments): Code {
  return (frame) => {
    const callee = target(frame);
    const args = codes.map((arg) => arg(frame));
    if (callee instanceof FeelRange) {
      return within(args[0] ?? null, callee, frame.run);
    }
    if (!(callee instanceof FeelFunction)) {
      return frame.run.warn(`not a function: ${kindOf(callee)}`);
    }
    return callFunction(callee, names, args, frame.run);
  };
}

function callFunction(callee: FeelFunction, names: readonly string[] | null, args: readonly Value[], run: Run): Value {
  if (names === null) {
    return callee.call(args, run);
  }
  if (names.length !== callee.params.length || callee.params.some((param) => !names.includes(param))) {
    return run.warn(`the function takes ${callee.params.join(', ')}`);
  }
  const ordered = callee.params.flatMap((param) => args.filter((_, at) => names[at] === param));
  return callee.call(ordered, run);
}

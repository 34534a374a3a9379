import type { Run } from '../run';
import { FeelFunction, isList, kindOf, type Value } from '../value/value';
import { kidAt, type Code, type Compiler, type Scope } from './compiler';
import { typeCheck, type TypeCheck } from './instance-of';
import { withLocal } from './scope';
import { kidNamed, kidsOf, nameOf, type Syntax } from './syntax';

interface Param {
  readonly name: string;
  readonly slot: number;
  readonly check: TypeCheck | undefined;
}

/** Closes over the locals as they are when the definition is evaluated; as an entry of a context it is also in the slot `self`, and can call itself. */
export function compileFunction(compiler: Compiler, node: Syntax, scope: Scope, self?: number): Code {
  if (kidNamed(node, 'external') !== undefined) {
    return (frame) => frame.run.warn('external functions are not supported');
  }
  let inner = scope;
  const params = kidsOf(node, 'FormalParameters').map((kid): Param => {
    const [local, type] = [withLocal(compiler, nameOf(kidAt(kid, 0)), inner), kidNamed(kid, 'Type')];
    inner = local;
    return { name: nameOf(kidAt(kid, 0)), slot: local.slot, check: type === undefined ? undefined : typeCheck(type, compiler.known) };
  });
  const names = params.map(({ name }) => name);
  const body = compiler.code(kidAt(node, node.kids.length - 1), inner);
  return (frame) => {
    frame.run.spend(1 + frame.locals.length);
    const captured = [...frame.locals];
    const made = new FeelFunction(names, (args, run) => {
      if (args.length !== params.length) {
        return run.warn(`the function takes ${params.length} arguments`);
      }
      run.enter();
      const locals = [...captured];
      params.forEach(({ name, slot, check }, at) => {
        const value = args[at] ?? null;
        locals[slot] = check === undefined ? value : conforming(value, check, name, run);
      });
      const result = body({ vars: frame.vars, locals, run });
      run.leave();
      return result;
    });
    if (self !== undefined) {
      captured[self] = made;
    }
    return made;
  };
}

/** DMN 1.5, 10.3.2.9.4: a list of one stands for its item, and a value for the list of it; what is of another type becomes null. */
function conforming(value: Value, check: TypeCheck, name: string, run: Run): Value {
  if (value === null || check(value)) {
    return value;
  }
  const other = isList(value) ? (value.length === 1 ? (value[0] ?? null) : null) : [value];
  return other !== null && check(other) ? other : run.warn(`${name} cannot be ${kindOf(value)}`);
}

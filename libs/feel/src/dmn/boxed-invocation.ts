import { builtins } from '../builtins/builtins';
import type { Code } from '../compile/compiler';
import type { Run } from '../run';
import { FeelFunction, kindOf, type Value } from '../value/value';
import { compileOnly } from './boxed-only';
import { coerce, type NamedType } from './dmn-type';
import { attributeOf, childOf, childrenOf, expressionsOf, nameOf, nameText, sourceOf } from './elements';
import { at, type Scope, type Compile } from './scope';
import type { XmlElement } from './xml-tree';

interface Binding {
  readonly name: string;
  readonly type: NamedType;
  readonly code: Code;
}

/** A call with its arguments by name (DMN 1.5, 10.2.2.6); parameters that are not bound are null. */
export function compileInvocation(element: XmlElement, scope: Scope, compile: Compile): Code {
  const bindings = childrenOf(element, 'binding').map((binding) => compileBinding(binding, at(scope, binding), compile));
  const names = bindings.map(({ name }) => name);
  const called = nameText(sourceOf(childOf(element, 'literalExpression')));
  const builtin = Object.hasOwn(scope.names, called) ? undefined : builtins.get(called);
  if (builtin !== undefined) {
    return (frame) => builtin.callNamed(names, argumentsOf(bindings, frame), frame.run);
  }
  const callee = compileOnly(element, scope, compile);
  return (frame) => callNamed(callee(frame), names, argumentsOf(bindings, frame), frame.run);
}

function compileBinding(element: XmlElement, scope: Scope, compile: Compile): Binding {
  const parameter = childOf(element, 'parameter');
  const [only] = expressionsOf(element);
  return {
    name: nameOf(parameter),
    type: scope.types.resolve(attributeOf(parameter, 'typeRef'), scope.id),
    code: only === undefined ? (): Value => null : compile(only, scope),
  };
}

function argumentsOf(bindings: readonly Binding[], frame: Parameters<Code>[0]): readonly Value[] {
  return bindings.map(({ name, type, code }) => coerce(code(frame), type, frame.run, name));
}

function callNamed(callee: Value, names: readonly string[], args: readonly Value[], run: Run): Value {
  if (!(callee instanceof FeelFunction)) {
    return run.warn(`not a function: ${kindOf(callee)}`);
  }
  const unknown = names.filter((name) => !callee.params.includes(name));
  if (unknown.length > 0) {
    return run.warn(`the function has no parameter ${unknown.join(', ')}`);
  }
  return callee.call(
    callee.params.map((param) => args[names.indexOf(param)] ?? null),
    run,
  );
}

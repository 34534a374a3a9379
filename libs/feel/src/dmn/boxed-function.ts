import type { Code, Frame } from '../compile/compiler';
import type { Run } from '../run';
import { FeelFunction, type Context, type Value } from '../value/value';
import { compileOnly } from './boxed-only';
import { conform, type NamedType } from './dmn-type';
import { attributeOf, childrenOf, nameOf } from './elements';
import { at, withNames, type Scope, type Compile } from './scope';
import type { XmlElement } from './xml-tree';

/** A function as it stands in a file: with its types, before it closes over variables. */
export interface FunctionLogic {
  readonly params: ReadonlyMap<string, NamedType>;
  readonly body: Code;
}

/** Parameters and body of a function definition. Only FEEL runs here: Java and PMML are refused (DMN 1.5, 10.2.2.5). */
export function compileFunctionLogic(element: XmlElement, outer: Scope, compile: Compile): FunctionLogic {
  const scope = at(outer, element);
  const params = new Map(
    childrenOf(element, 'formalParameter').map((parameter) => [
      nameOf(parameter),
      scope.types.resolve(attributeOf(parameter, 'typeRef'), scope.id),
    ]),
  );
  return { params, body: compileBody(element, withNames(scope, params), compile) };
}

function compileBody(element: XmlElement, scope: Scope, compile: Compile): Code {
  const kind = attributeOf(element, 'kind') ?? 'FEEL';
  if (kind !== 'FEEL') {
    return scope.builder.refuse('dmn-unsupported', `functions are FEEL, not ${kind}`, scope.id);
  }
  return compileOnly(element, scope, compile);
}

export function compileFunctionBox(element: XmlElement, scope: Scope, compile: Compile): Code {
  const logic = compileFunctionLogic(element, scope, compile);
  const { builder } = scope;
  return (frame) =>
    functionValue(
      logic,
      () => frame.vars,
      () => builder.slots,
    );
}

/** A function value: its arguments coerced to their types, its body run on what it closes over and locals of its own. */
export function functionValue({ params, body }: FunctionLogic, closure: () => Context, slots: () => number): FeelFunction {
  const names = [...params.keys()];
  return new FeelFunction(names, (args, run) => {
    if (args.length !== names.length) {
      return run.warn(`the function takes ${names.length} arguments`);
    }
    const given = conformAll([...params], args, run);
    if (given === null) {
      return null;
    }
    run.enter();
    const frame: Frame = { vars: { ...closure(), ...given }, locals: new Array<Value>(slots()), run };
    const result = body(frame);
    run.leave();
    return result;
  });
}

/** Arguments by the names of their parameters; null with a warning when one is not of its type: then the function is not called. */
export function conformAll(params: readonly (readonly [string, NamedType])[], args: readonly Value[], run: Run): Context | null {
  const given: Record<string, Value> = {};
  for (const [index, [name, type]] of params.entries()) {
    const value = conform(args[index] ?? null, type, run);
    if (value === undefined) {
      return run.warn(`the argument ${name} is not of its type`);
    }
    given[name] = value;
  }
  return given;
}

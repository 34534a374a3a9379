import type { Code } from '../compile/compiler';
import { compileBoxedContext, compileBoxedList, compileRelation } from './boxed-collections';
import { compileConditional, compileFilterBox, compileForBox, compileQuantifiedBox } from './boxed-control';
import { compileFunctionBox } from './boxed-function';
import { compileInvocation } from './boxed-invocation';
import { compileTable } from './decision-table';
import { coerce } from './dmn-type';
import { attributeOf, sourceOf } from './elements';
import { NULL } from './null-code';
import { at, knownIn, type Compile, type Scope } from './scope';
import type { XmlElement } from './xml-tree';

type Form = (element: XmlElement, scope: Scope, compile: Compile) => Code;

/** One entry per boxed expression of DMN 1.5, 10.2. */
const FORMS: Readonly<Record<string, Form>> = {
  literalExpression: compileLiteral,
  decisionTable: compileTable,
  context: compileBoxedContext,
  list: compileBoxedList,
  relation: compileRelation,
  functionDefinition: compileFunctionBox,
  invocation: compileInvocation,
  conditional: compileConditional,
  filter: compileFilterBox,
  for: compileForBox,
  some: compileQuantifiedBox,
  every: compileQuantifiedBox,
};

/** A boxed expression, coerced to its own `typeRef` when it has one. */
export function compileBoxed(element: XmlElement, outer: Scope): Code {
  const scope = at(outer, element);
  const form = FORMS[element.name] as Form;
  const code = form(element, scope, compileBoxed);
  const ref = attributeOf(element, 'typeRef');
  if (ref === undefined) {
    return code;
  }
  const type = scope.types.resolve(ref, scope.id);
  return (frame) => coerce(code(frame), type, frame.run, element.name);
}

function compileLiteral(element: XmlElement, scope: Scope): Code {
  const source = sourceOf(element);
  return source === '' ? NULL : scope.builder.expression(source, scope.id, knownIn(scope)).code;
}

import type { Code, Frame } from '../compile/compiler';
import { entryOf, FeelRange, isContext, isList, isNum, kindOf, type Context, type List, type Value } from '../value/value';
import { integerOf } from '../value/number';
import { compileOnly } from './boxed-only';
import { ANY, coerce } from './dmn-type';
import { attributeOf, childOf, nameText, wordOf } from './elements';
import { at, withNames, type Scope, type Compile } from './scope';
import type { XmlElement } from './xml-tree';

/** Boxed conditional, filter and iterators (DMN 1.5, 10.2.2.9 to 10.2.2.11). */
export function compileConditional(element: XmlElement, scope: Scope, compile: Compile): Code {
  const [condition, yes, no] = ['if', 'then', 'else'].map((name) => compilePart(element, name, scope, compile)) as [Code, Code, Code];
  return (frame) => {
    const answer = condition(frame);
    if (answer !== null && typeof answer !== 'boolean') {
      frame.run.warn(`a condition is true or false, not ${kindOf(answer)}`);
    }
    return answer === true ? yes(frame) : no(frame);
  };
}

export function compileFilterBox(element: XmlElement, scope: Scope, compile: Compile): Code {
  const source = compilePart(element, 'in', scope, compile);
  const match = compilePart(element, 'match', withNames(scope, new Map([['item', ANY]])), compile);
  return (frame) => {
    const items = itemsOf(source(frame), frame);
    const kept: Value[] = [];
    for (const item of items ?? []) {
      frame.run.spend(2);
      const answer = match(itemFrame(frame, item));
      if (typeof answer !== 'boolean') {
        return frame.run.warn(`a filter is true or false, not ${kindOf(answer)}`);
      }
      if (answer) {
        kept.push(item);
      }
    }
    return items === null ? null : kept;
  };
}

/** Inside a filter the entries of the item are names, too. */
function itemFrame(frame: Frame, item: Value): Frame {
  return withVars(frame, { ...(isContext(item) ? item : {}), item: (isContext(item) ? entryOf(item, 'item') : undefined) ?? item });
}

export function compileForBox(element: XmlElement, scope: Scope, compile: Compile): Code {
  const { source, body, variable } = compileIterator(element, 'return', withNames(scope, new Map([['partial', ANY]])), compile);
  return (frame) => {
    const items = itemsOf(source(frame), frame);
    const results: Value[] = [];
    for (const item of items ?? []) {
      frame.run.spend(2 + results.length / 8);
      results.push(body(withVars(frame, { [variable]: item, partial: [...results] })));
    }
    return items === null ? null : results;
  };
}

/** `some` is an or over the items, `every` an and; an answer that is neither a boolean nor null ends them without one. */
export function compileQuantifiedBox(element: XmlElement, scope: Scope, compile: Compile): Code {
  const { source, body, variable } = compileIterator(element, 'satisfies', scope, compile);
  const decisive = element.name === 'some';
  return (frame) => {
    const items = itemsOf(source(frame), frame);
    let unknown = items === null;
    for (const item of items ?? []) {
      frame.run.spend(2);
      const answer = body(withVars(frame, { [variable]: item }));
      if (answer === decisive) {
        return decisive;
      }
      if (answer !== null && typeof answer !== 'boolean') {
        return frame.run.warn(`${element.name} wants true or false, not ${kindOf(answer)}`);
      }
      unknown ||= answer === null;
    }
    return unknown ? null : !decisive;
  };
}

interface Iterator {
  readonly source: Code;
  readonly body: Code;
  readonly variable: string;
}

function compileIterator(element: XmlElement, part: string, scope: Scope, compile: Compile): Iterator {
  const variable = nameText(wordOf(element, 'iteratorVariable'));
  if (variable === '') {
    scope.builder.problem('dmn-shape', `${element.name} names its variable`, scope.id);
  }
  const source = compilePart(element, 'in', scope, compile);
  return { source, body: compilePart(element, part, withNames(scope, new Map([[variable, ANY]])), compile), variable };
}

function compilePart(element: XmlElement, name: string, outer: Scope, compile: Compile): Code {
  const part = childOf(element, name);
  if (part === undefined) {
    return outer.builder.refuse('dmn-shape', `<${element.name}> has <${name}>`, outer.id);
  }
  const scope = at(outer, part);
  const [code, type] = [compileOnly(part, scope, compile), scope.types.resolve(attributeOf(part, 'typeRef'), scope.id)];
  return (frame) => coerce(code(frame), type, frame.run, name);
}

/** What a loop goes over: a list, the whole numbers of a range, or one value as a list of it; null for null. */
function itemsOf(value: Value, frame: Frame): List | null {
  if (value instanceof FeelRange) {
    return numbersOf(value, frame);
  }
  return value === null || isList(value) ? value : [value];
}

function numbersOf({ start, end, startIncluded, endIncluded }: FeelRange, { run }: Frame): List | null {
  if (!isNum(start) || !isNum(end)) {
    return run.warn('a loop counts between numbers');
  }
  const [first, last] = [integerOf(start) + (startIncluded ? 0 : 1), integerOf(end) - (endIncluded ? 0 : 1)];
  run.spend(Math.max(0, last - first));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

export function withVars(frame: Frame, more: Context): Frame {
  return { ...frame, vars: { ...frame.vars, ...more } };
}

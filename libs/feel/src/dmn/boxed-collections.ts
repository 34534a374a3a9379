import type { Code, Frame } from '../compile/compiler';
import type { Context, Value } from '../value/value';
import { compileOnly } from './boxed-only';
import { coerce, type NamedType } from './dmn-type';
import { attributeOf, childOf, childrenOf, expressionsOf, nameOf } from './elements';
import { at, withNames, type Scope, type Compile } from './scope';
import type { XmlElement } from './xml-tree';

interface Entry {
  /** Empty for the result of the context. */
  readonly name: string;
  readonly type: NamedType;
  readonly code: Code;
}

interface Cell {
  readonly column: string;
  readonly type: NamedType;
  readonly code: Code;
}

/** Entries see those above them; an entry without a name is the value of the whole (DMN 1.5, 10.2.2.3). */
export function compileBoxedContext(element: XmlElement, outer: Scope, compile: Compile): Code {
  let scope = outer;
  const entries: Entry[] = [];
  for (const child of childrenOf(element, 'contextEntry')) {
    const variable = childOf(child, 'variable');
    const [name, type] = [nameOf(variable), outer.types.resolve(attributeOf(variable, 'typeRef'), outer.id)];
    // A function may call itself, so an entry knows its own name.
    scope = name === '' ? scope : withNames(scope, new Map([[name, type]]));
    entries.push({ name, type, code: compileOnly(child, at(scope, child), compile) });
  }
  if (entries.slice(0, -1).some(({ name }) => name === '')) {
    return outer.builder.refuse('dmn-shape', 'only the last entry of a context has no name', outer.id);
  }
  return (frame) => runContext(entries, frame);
}

function runContext(entries: readonly Entry[], frame: Frame): Value {
  let outer: Context = frame.vars;
  const result: Record<string, Value> = {};
  for (const { name, type, code } of entries) {
    frame.run.spend(1);
    const vars: Record<string, Value> = { ...outer };
    const value = coerce(code({ ...frame, vars }), type, frame.run, name);
    if (name === '') {
      return value;
    }
    result[name] = value;
    vars[name] = value;
    outer = vars;
  }
  return result;
}

export function compileBoxedList(element: XmlElement, scope: Scope, compile: Compile): Code {
  const codes = expressionsOf(element).map((child) => compile(child, scope));
  return (frame) => {
    frame.run.spend(codes.length);
    return codes.map((code) => code(frame));
  };
}

/** Rows of a relation are contexts by the names of its columns (DMN 1.5, 10.2.2.7). */
export function compileRelation(element: XmlElement, scope: Scope, compile: Compile): Code {
  const columns = childrenOf(element, 'column').map((column) => ({
    name: nameOf(column),
    type: scope.types.resolve(attributeOf(column, 'typeRef'), scope.id),
  }));
  const rows = childrenOf(element, 'row').map((row) => {
    const codes = expressionsOf(row).map((cell) => compile(cell, at(scope, row)));
    return columns.flatMap(({ name, type }, index): readonly Cell[] => {
      const code = codes[index];
      return code === undefined || codes.length > columns.length ? [] : [{ column: name, type, code }];
    });
  });
  if (rows.some((cells) => cells.length !== columns.length)) {
    return scope.builder.refuse('dmn-shape', 'a row has one cell per column', scope.id);
  }
  return (frame) => {
    frame.run.spend(rows.length * columns.length);
    return rows.map((cells) =>
      Object.fromEntries(cells.map(({ column, type, code }) => [column, coerce(code(frame), type, frame.run, column)])),
    );
  };
}

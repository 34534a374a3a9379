import type { Code, Known } from '../compile/compiler';
import type { NameTree } from '../compile/syntax';
import type { Builder } from './builder';
import { namesOf, type DmnType } from './dmn-type';
import { attributeOf } from './elements';
import type { TypeTable } from './type-table';
import type { XmlElement } from './xml-tree';

/** Where an expression stands: what it may name, and whom to tell what is wrong with it. */
export interface Scope {
  readonly builder: Builder;
  readonly types: TypeTable;
  readonly names: NameTree;
  /** The nearest element with an id, for problems. */
  readonly id: string;
  /** The decision or business knowledge model around it, for the trace. */
  readonly owner: string;
}

/** Compiles one boxed expression; passed to the forms that hold others. */
export type Compile = (element: XmlElement, scope: Scope) => Code;

export function knownIn(scope: Scope): Known {
  return { names: scope.names, types: scope.types.checks };
}

export function withNames(scope: Scope, names: ReadonlyMap<string, DmnType>): Scope {
  return { ...scope, names: { ...scope.names, ...Object.fromEntries([...names].map(([name, type]) => [name, namesOf(type)])) } };
}

export function at(scope: Scope, element: XmlElement): Scope {
  const id = attributeOf(element, 'id');
  return id === undefined ? scope : { ...scope, id };
}

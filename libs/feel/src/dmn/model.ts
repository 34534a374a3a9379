import type { Code } from '../compile/compiler';
import type { FunctionLogic } from './boxed-function';
import type { NamedType } from './dmn-type';

interface Element {
  readonly id: string;
  /** Its name for people. */
  readonly title: string;
  /** Its name as FEEL reads it: the variable's, which the standard wants equal to the element's. */
  readonly name: string;
  /** The type of its value; of functions, of what they return. */
  readonly type: NamedType;
  readonly model: Model;
}

/** A requirement, with the import it comes through: null within a model, the empty text for an import without a name. */
export interface Requirement {
  readonly through: string | null;
  readonly node: Node;
}

export interface InputNode extends Element {
  readonly kind: 'input';
}

export interface DecisionNode extends Element {
  readonly kind: 'decision';
  readonly requires: readonly Requirement[];
  readonly logic: Code;
}

export interface KnowledgeNode extends Element {
  readonly kind: 'knowledge';
  readonly requires: readonly Requirement[];
  readonly logic: FunctionLogic;
}

export interface ServiceNode extends Element {
  readonly kind: 'service';
  /** Input data and input decisions, in the order they are passed. */
  readonly params: readonly Requirement[];
  readonly outputs: readonly Requirement[];
}

/** An element of the requirements graph that has a value: for knowledge and services, a function. */
export type Node = InputNode | DecisionNode | KnowledgeNode | ServiceNode;

/** One file, linked to those it imports. */
export interface Model {
  readonly namespace: string;
  readonly nodes: ReadonlyMap<string, Node>;
  readonly types: ReadonlyMap<string, NamedType>;
  /** Locals that any part of the file needs. */
  readonly slots: () => number;
}

import type { Builder } from './builder';
import { attributeOf, childOf, nameOf } from './elements';
import { NULL } from './null-code';
import type { DecisionNode, InputNode, KnowledgeNode, Model, ServiceNode } from './model';
import type { TypeTable } from './type-table';
import type { XmlElement } from './xml-tree';

type Open<T> = { -readonly [K in keyof T]: T[K] };
/** A node to be filled once all nodes of the file have a name and a type. */
export type Draft = Open<InputNode> | Open<DecisionNode> | Open<KnowledgeNode> | Open<ServiceNode>;

/** Name and type of an element of the requirements graph; undefined for elements without a value. */
export function headerOf(element: XmlElement, model: Model, types: TypeTable, builder: Builder): Draft | undefined {
  const kind = KINDS[element.name];
  if (kind === undefined) {
    return undefined;
  }
  const id = attributeOf(element, 'id');
  if (id === undefined) {
    builder.problem('dmn-shape', `a ${element.name} has an id`, null);
  }
  const variable = childOf(element, 'variable');
  const title = nameOf(element);
  const header = {
    id: id ?? title,
    title,
    name: nameOf(variable) || title,
    type: types.resolve(attributeOf(variable, 'typeRef'), id ?? title),
    model,
  };
  switch (kind) {
    case 'input':
      return { kind, ...header };
    case 'decision':
      return { kind, ...header, requires: [], logic: NULL };
    case 'knowledge':
      return { kind, ...header, requires: [], logic: { params: new Map(), body: NULL } };
    case 'service':
      return { kind, ...header, params: [], outputs: [] };
  }
}

const KINDS: Readonly<Record<string, Draft['kind']>> = {
  inputData: 'input',
  decision: 'decision',
  businessKnowledgeModel: 'knowledge',
  decisionService: 'service',
};

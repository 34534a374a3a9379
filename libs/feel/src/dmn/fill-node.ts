import type { NameTree } from '../compile/syntax';
import { compileBoxed } from './boxed';
import { compileFunctionLogic } from './boxed-function';
import { compileOnly } from './boxed-only';
import type { Builder } from './builder';
import { coerce, namesOf, plainType, ANY, type NamedType } from './dmn-type';
import { childOf, childrenOf, wordOf } from './elements';
import type { Model, Requirement } from './model';
import type { Draft } from './node-header';
import type { Import } from './read-imports';
import { withNames, type Scope } from './scope';
import type { TypeTable } from './type-table';
import type { XmlElement } from './xml-tree';

/** What the nodes of one file are linked with. */
interface Linking {
  readonly builder: Builder;
  readonly types: TypeTable;
  readonly model: Model;
  readonly imports: readonly Import[];
}

/** Links a node to what it requires and compiles its logic. */
export function fillNode(element: XmlElement, draft: Draft, linking: Linking): void {
  switch (draft.kind) {
    case 'input':
      return;
    case 'decision':
      draft.requires = requirementsOf(element, draft.id, linking);
      draft.logic = compileOnly(element, scopeOf(draft, linking), compileBoxed);
      return;
    case 'knowledge':
      draft.requires = requirementsOf(element, draft.id, linking);
      fillKnowledge(element, draft, withNames(scopeOf(draft, linking), new Map([[draft.name, draft.type]])));
      return;
    case 'service': {
      const linked = (name: string, kind: Draft['kind']): readonly Requirement[] =>
        childrenOf(element, name).flatMap((reference) => link(reference, draft.id, linking, [kind]));
      draft.params = [...linked('inputData', 'input'), ...linked('inputDecision', 'decision')];
      draft.outputs = linked('outputDecision', 'decision');
      linked('encapsulatedDecision', 'decision');
      if (draft.outputs.length === 0) {
        linking.builder.problem('dmn-shape', 'a decision service has an output decision', draft.id);
      }
    }
  }
}

/** What a requirement may lead to. */
const KINDS_OF: Readonly<Record<string, readonly Draft['kind'][]>> = {
  requiredDecision: ['decision'],
  requiredInput: ['input'],
  requiredKnowledge: ['knowledge', 'service'],
};

function requirementsOf(element: XmlElement, id: string, linking: Linking): readonly Requirement[] {
  const holders = element.children.filter(({ name }) => name === 'informationRequirement' || name === 'knowledgeRequirement');
  return holders.flatMap((holder) =>
    holder.children.flatMap((reference) => {
      const kinds = KINDS_OF[reference.name];
      return kinds === undefined ? [] : link(reference, id, linking, kinds);
    }),
  );
}

/** `#id` in this file, or `namespace#id` in this or an imported one. */
function link(reference: XmlElement, id: string, linking: Linking, kinds: readonly Draft['kind'][]): readonly Requirement[] {
  const href = wordOf(reference, 'href');
  const hash = href.indexOf('#');
  const [namespace, target] = [href.slice(0, Math.max(hash, 0)), href.slice(hash + 1)];
  const own = namespace === '' || namespace === linking.model.namespace;
  const through = own ? undefined : linking.imports.find(({ model }) => model.namespace === namespace);
  const model = own ? linking.model : through?.model;
  const node = model?.nodes.get(target);
  if (node === undefined || !kinds.includes(node.kind)) {
    linking.builder.problem('dmn-reference', `${reference.name} leads to ${href}, where there is no ${kinds.join(' or ')}`, id);
    return [];
  }
  return [{ through: through?.name ?? null, node }];
}

function scopeOf(draft: Draft & { readonly requires: readonly Requirement[] }, { builder, types }: Linking): Scope {
  const names: Record<string, NameTree | 1> = {};
  for (const { through, node } of draft.requires) {
    const entries = namesOf(node.type);
    if (through === null || through === '') {
      names[node.name] = entries;
    } else {
      names[through] = { ...(names[through] as NameTree | undefined), [node.name]: entries };
    }
  }
  return { builder, types, names, id: draft.id, owner: draft.id };
}

function fillKnowledge(element: XmlElement, draft: Extract<Draft, { kind: 'knowledge' }>, scope: Scope): void {
  const encapsulated = childOf(element, 'encapsulatedLogic');
  if (encapsulated === undefined) {
    const body = scope.builder.refuse('dmn-shape', 'a business knowledge model has logic', draft.id);
    draft.logic = { params: new Map(), body };
    return;
  }
  const { params, body } = compileFunctionLogic(encapsulated, scope, compileBoxed);
  const result = resultType(draft.type);
  draft.logic = { params, body: (frame) => coerce(body(frame), result, frame.run, draft.name) };
}

/** The type of a knowledge model is written as what it returns, or as a function type, which is not checked further. */
function resultType(type: NamedType): NamedType {
  const plain = plainType(type);
  return plain.kind === 'function' || (plain.kind === 'simple' && plain.name === 'function') ? ANY : type;
}

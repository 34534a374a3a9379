import { Builder } from './builder';
import { checkShape } from './dmn-schema';
import type { DmnProblem } from './dmn-problem';
import { childrenOf, wordOf } from './elements';
import { fillNode } from './fill-node';
import { headerOf, type Draft } from './node-header';
import type { Model } from './model';
import { readImports, qualified } from './read-imports';
import { findCircles } from './requirement-circles';
import { TypeTable } from './type-table';
import type { XmlElement } from './xml-tree';

/** A model, and what is wrong with it: it may be used only when nothing is. */
export interface ReadModel {
  readonly model: Model;
  readonly problems: readonly DmnProblem[];
}

/** Builds the model of a file from its tree; `others` are the models it may import, by namespace. */
export function buildModel(root: XmlElement, others: ReadonlyMap<string, Model>): ReadModel {
  const builder = new Builder();
  builder.problems.push(...checkShape(root));
  const imports = readImports(root, others, builder);
  const importedTypes = imports.flatMap(({ name, model }) =>
    [...model.types].map(([type, found]) => [qualified(name, type), found] as const),
  );
  const types = new TypeTable(childrenOf(root, 'itemDefinition'), new Map(importedTypes), builder);
  const nodes = new Map<string, Draft>();
  const model: Model = { namespace: wordOf(root, 'namespace'), nodes, types: types.own, slots: () => builder.slots };
  const drafts = root.children.flatMap((element) => {
    const draft = headerOf(element, model, types, builder);
    return draft === undefined ? [] : [{ element, draft }];
  });
  for (const { draft } of drafts) {
    nodes.set(draft.id, draft);
  }
  for (const { element, draft } of drafts) {
    fillNode(element, draft, { builder, types, model, imports });
  }
  for (const id of findCircles([...nodes.values()])) {
    builder.problem('dmn-cycle', 'the decision requires itself', id);
  }
  return { model, problems: builder.problems };
}

import { elementOf, endElement, dropTokens, type Run } from './run';
import { resolveIncidentsOf } from './incidents';
import { closeWaitsOf } from './waits';
import type { ElementInstance } from './state';

/** Ends an element instance with all that lives inside it, innermost first; its scope is not asked whether it is done. */
export function terminate(run: Run, node: ElementInstance): void {
  endTree(run, node, childrenByParent(run));
}

/** Ends all that lives inside, also tokens on their way, and leaves the instance itself. */
export function terminateInside(run: Run, key: number): void {
  const tree = childrenByParent(run);
  dropTokens(run, key);
  for (const child of tree.get(key) ?? []) {
    endTree(run, child, tree);
  }
}

function endTree(run: Run, node: ElementInstance, tree: ReadonlyMap<number, ElementInstance[]>): void {
  for (const child of tree.get(node.key) ?? []) {
    endTree(run, child, tree);
  }
  dropTokens(run, node.key);
  closeWaitsOf(run, node.key);
  resolveIncidentsOf(run, node.key);
  endElement(run, node, elementOf(run, node), 'terminated');
}

function childrenByParent(run: Run): Map<number, ElementInstance[]> {
  const tree = new Map<number, ElementInstance[]>();
  for (const instance of run.draft.elements.values()) {
    const children = tree.get(instance.parent);
    if (children === undefined) {
      tree.set(instance.parent, [instance]);
    } else {
      children.push(instance);
    }
  }
  return tree;
}

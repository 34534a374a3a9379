import { legalOf } from '../drawing/legal';
import { refuse } from '../drawing/place';
import type { Rule } from './rule';

/** Four eyes exclude the actors of real user tasks of this file; a name that points at nothing would exclude nobody. */
export const fourEyes: Rule = (drawing) => {
  const nodes = drawing.processes.flatMap((process) => process.nodes);
  const tasks = new Set(nodes.filter((node) => node.kind === 'userTask').map((node) => node.id));
  return nodes.flatMap((node) =>
    (legalOf(node.element).fourEyes ?? [])
      .filter((id) => !tasks.has(id) || id === node.id)
      .map((id) => refuse('reference-missing', { element: node.element, below: 'thidua:FourEyes/@tasks' }, { kind: 'task', value: id })),
  );
};

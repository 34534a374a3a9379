import { refuse } from '../drawing/place';
import { extensionOf, textOf } from '../moddle/access';
import { eachProcess } from './each';

/** On a legal path what is called is pinned: a later version must not change a running approval (decision 17). */
export const latestOnLegalPath = eachProcess((process) => {
  const legal = process.nodes.some((node) => extensionOf(node.element, 'thidua:Authority') !== undefined);
  return process.nodes
    .filter((node) => legal && node.kind === 'callActivity')
    .filter(
      (node) => !['deployment', 'versionTag'].includes(textOf(extensionOf(node.element, 'zeebe:CalledElement'), 'bindingType') ?? 'latest'),
    )
    .map((node) => refuse('latest-on-legal-path', { element: node.element, below: 'zeebe:CalledElement/@bindingType' }));
});

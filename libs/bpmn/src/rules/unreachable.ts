import { refuse } from '../drawing/place';
import { entered } from '../flow/reach';
import { eachProcess } from './each';

/** Every node can be reached from some start. Nodes without any incoming flow are reported by `connections`. */
export const unreachable = eachProcess((process) => {
  const reached = entered(process, { joins: 'any' });
  return process.nodes
    .filter((node) => !reached.has(node.index) && node.incoming.length > 0)
    .map((node) => refuse('element-unreachable', { element: node.element }));
});

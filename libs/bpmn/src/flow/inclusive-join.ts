import { flowAt, nodeAt, type DrawnNode } from '../drawing/drawing';
import { targetOf, type Net, type State } from './net';

/** By join and node (`join * nodes + node`): the incoming flows of the join a token before that node can still come to. */
export type Reaching = Map<number, ReadonlySet<number>>;

/**
 * Whether an inclusive join fires (BPMN 2.0 §13.4.3): some incoming flow holds a token, and every token elsewhere that could
 * reach an empty one could also reach one that holds a token.
 */
export function isComplete(net: Net, join: DrawnNode, state: State, reaching: Reaching): boolean {
  const marked = new Set(state);
  const elsewhere = new Set(state.flatMap((place) => targetOf(net, place) ?? []).filter((node) => node !== join.index));
  return [...elsewhere].every((node) => {
    const flows = [...reachedFrom(net, join, node, reaching)];
    return flows.every((flow) => marked.has(flow)) || flows.some((flow) => marked.has(flow));
  });
}

/** Without passing the join; a boundary event is a way out of its host. */
function reachedFrom(net: Net, join: DrawnNode, from: number, reaching: Reaching): ReadonlySet<number> {
  const key = join.index * net.nodes + from;
  const known = reaching.get(key);
  if (known !== undefined) {
    return known;
  }
  const flows = new Set<number>();
  const seen = new Set([from]);
  const open = [from];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const { waysOut, boundaries } = nodeAt(net.process, index);
    for (const next of boundaries.filter((boundary) => !seen.has(boundary))) {
      seen.add(next);
      open.push(next);
    }
    for (const flow of waysOut) {
      const { target } = flowAt(net.process, flow);
      if (target === join.index) {
        flows.add(flow);
      } else if (target !== undefined && !seen.has(target)) {
        seen.add(target);
        open.push(target);
      }
    }
  }
  net.budget.work -= seen.size;
  reaching.set(key, flows);
  return flows;
}

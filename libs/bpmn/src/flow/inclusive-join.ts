import { flowAt, nodeAt, type DrawnNode } from '../drawing/drawing';
import { targetOf, type Net, type Place, type State } from './net';

/** By joining gateway and incoming flow: the nodes that can still bring a token to that flow without passing the gateway. */
export type Reaching = Map<number, ReadonlySet<number>>;

/**
 * Whether an inclusive join fires (BPMN 2.0 §13.4.3): some incoming flow holds a token, and every token elsewhere that could
 * reach an empty one could also reach one that holds a token.
 */
export function isComplete(net: Net, join: DrawnNode, state: State, reaching: Reaching): boolean {
  const marked = new Set(state);
  const [held, empty] = [join.waysIn.filter((flow) => marked.has(flow)), join.waysIn.filter((flow) => !marked.has(flow))];
  const reaches = (place: Place, flows: readonly number[]): boolean => {
    const node = targetOf(net, place);
    return node !== undefined && flows.some((flow) => sourcesOf(net, join, flow, reaching).has(node));
  };
  const elsewhere = state.filter((place) => !join.waysIn.includes(place));
  return elsewhere.every((place) => !reaches(place, empty) || reaches(place, held));
}

function sourcesOf(net: Net, join: DrawnNode, flow: number, reaching: Reaching): ReadonlySet<number> {
  const known = reaching.get(flow);
  if (known !== undefined) {
    return known;
  }
  const found = new Set<number>();
  const open = [flowAt(net.process, flow).source];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node !== join.index && !found.has(node)) {
      found.add(node);
      const { waysIn, attachedTo } = nodeAt(net.process, node);
      open.push(...waysIn.flatMap((way) => flowAt(net.process, way).source ?? []), ...(attachedTo === undefined ? [] : [attachedTo]));
    }
  }
  reaching.set(flow, found);
  return found;
}

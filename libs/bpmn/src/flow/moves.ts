import { nodeAt, type DrawnNode, type SingleTrigger } from '../drawing/drawing';
import { elementOf } from '../moddle/access';
import { exitsOf, type Exit } from './exits';
import { isComplete, type Reaching } from './inclusive-join';
import { debtOf, sorted, targetOf, targetsOf, without, type Net, type Place, type State } from './net';

/** Ends that leave nothing running in their scope. */
const ENDS_ALL: readonly SingleTrigger[] = ['terminate', 'error', 'cancel'];

/** One node run in one way: the state after it. `left`: the scope was left by an error or a cancellation. */
export interface Move {
  readonly node: number;
  /** The boundary event the token left through. */
  readonly through?: number;
  readonly next: State;
  readonly left: boolean;
}

/** What is worked out once for a game. */
export interface Memory {
  readonly reaching: Reaching;
  readonly exits: Map<number, readonly Exit[]>;
}

export function newMemory(): Memory {
  return { reaching: new Map(), exits: new Map() };
}

/** A node that can be run, the tokens that takes and the debts it leaves or settles. */
interface Ready {
  readonly node: DrawnNode;
  readonly taken: readonly Place[];
  readonly owed?: readonly Place[];
  /** The token is swallowed: its gateway has fired already. */
  readonly swallowed?: true;
}

/**
 * All outcomes of running one node. Which one does not change what runs get stuck, since every flow has one consumer; only
 * inclusive joins look at tokens elsewhere, and those are run as soon as they can, as the engine does, and ends of the whole
 * scope race with all the rest. With `every`, all nodes that can run are.
 */
export function movesOf(net: Net, state: State, memory: Memory, every = false): readonly Move[] {
  return readyNodes(net, state, memory, every).flatMap((one) => outcomes(net, state, one, memory));
}

function readyNodes(net: Net, state: State, memory: Memory, every: boolean): readonly Ready[] {
  const nodes = targetsOf(net, state).map((target) => nodeAt(net.process, target));
  const runnable = (node: DrawnNode): readonly Ready[] => ready(net, node, state, memory);
  if (every) {
    return nodes.flatMap(runnable);
  }
  // Where tokens heap up they are run first, so that a loop beside them is not taken for a flood.
  const heaps = new Set(
    targetsOf(
      net,
      state.filter((place, position) => state[position - 1] === place),
    ),
  );
  const others = nodes.filter((node) => !isInclusiveJoin(node) && !endsAll(node));
  const inOrder = [...nodes.filter(isInclusiveJoin), ...others.filter(({ index }) => heaps.has(index)), ...others];
  for (const node of inOrder) {
    const [first] = runnable(node);
    if (first !== undefined) {
      return [first, ...nodes.filter(endsAll).flatMap(runnable)];
    }
  }
  return nodes.filter(endsAll).flatMap(runnable);
}

function endsAll(node: DrawnNode): boolean {
  return node.kind === 'endEvent' && node.triggers.some((trigger) => ENDS_ALL.includes(trigger));
}

function ready(net: Net, node: DrawnNode, state: State, memory: Memory): readonly Ready[] {
  const here = state.filter((place) => targetOf(net, place) === node.index);
  const [first] = here;
  if (first === undefined || node.waysIn.length === 0) {
    return here.slice(0, 1).map((place) => ({ node, taken: [place] }));
  }
  const held = [...new Set(here)];
  if (isInclusiveJoin(node)) {
    return isComplete(net, node, state, memory.reaching) ? [{ node, taken: held }] : [];
  }
  if (joinsAll(node)) {
    return held.length === node.waysIn.length ? [{ node, taken: held }] : [];
  }
  if (node.kind === 'complexGateway' && node.waysIn.length > 1) {
    const discriminated = discriminate(net, node, state, held);
    return discriminated === undefined ? [] : [discriminated];
  }
  const needed = node.element['startQuantity'];
  if (typeof needed === 'number' && needed > 1) {
    return here.length >= needed ? [{ node, taken: here.slice(0, needed) }] : [];
  }
  return held.map((place) => ({ node, taken: [place] }));
}

/**
 * A complex gateway with a condition fires on the tokens there are and swallows those that come later on the other flows: what its
 * condition really waits for cannot be known here, so that no run counts as stuck because of it.
 */
function discriminate(net: Net, node: DrawnNode, state: State, held: readonly Place[]): Ready | undefined {
  const debts = node.waysIn.map((flow) => debtOf(net, flow)).filter((debt) => state.includes(debt));
  if (debts.length === 0) {
    const owed = node.waysIn.filter((flow) => !held.includes(flow)).map((flow) => debtOf(net, flow));
    return { node, taken: held, owed };
  }
  // What came on another flow than those still owed belongs to the next round.
  const late = held.filter((flow) => debts.includes(debtOf(net, flow)));
  const settled = late.map((flow) => debtOf(net, flow));
  return late.length === 0 ? undefined : { node, taken: [...late, ...settled], swallowed: true };
}

function outcomes(net: Net, state: State, { node, taken, owed = [], swallowed }: Ready, memory: Memory): readonly Move[] {
  const rest = [...without(state, taken), ...owed];
  if (swallowed === true) {
    return [{ node: node.index, next: sorted(rest), left: false }];
  }
  const exits = memory.exits.get(node.index) ?? exitsOf(net, node);
  memory.exits.set(node.index, exits);
  return exits.map((exit): Move => {
    if (exit.kind !== 'goes-on') {
      return { node: node.index, next: [], left: exit.kind === 'left' };
    }
    const through = exit.through === undefined ? {} : { through: exit.through };
    return { node: node.index, ...through, next: onceBeforeEnds(net, sorted([...rest, ...exit.places])), left: false };
  });
}

/** Any number of tokens before an end of the whole scope is the same as one: the first of them ends the others, too. */
function onceBeforeEnds(net: Net, state: State): State {
  return state.filter(
    (place, position) => state[position - 1] !== place || !targetsOf(net, [place]).some((target) => endsAll(nodeAt(net.process, target))),
  );
}

function isInclusiveJoin(node: DrawnNode): boolean {
  return node.kind === 'inclusiveGateway' && node.waysIn.length > 1;
}

function joinsAll(node: DrawnNode): boolean {
  return (
    node.kind === 'parallelGateway' || (node.kind === 'complexGateway' && elementOf(node.element, 'activationCondition') === undefined)
  );
}

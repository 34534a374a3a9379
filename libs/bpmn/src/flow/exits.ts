import { flowAt, isScope, nodeAt, type DrawnFlow, type DrawnNode } from '../drawing/drawing';
import type { Net, Place } from './net';

/** Most ways out of one node that are told apart. */
export const EXIT_CAP = 500;
/** Up to so many conditional flows every choice is played; beyond that each alone and all together. */
const CHOICE_CAP = 6;

/** Tokens lie on these places then; `through` is the boundary event they left by. */
interface Onward {
  readonly kind: 'goes-on';
  readonly places: readonly Place[];
  readonly through?: number;
}

/** What may happen when a node has been run. */
export type Exit =
  | Onward
  /** Everything in the scope ends: terminated (the scope completes), or left by an error or a cancellation. */
  | { readonly kind: 'terminated' | 'left' };

/** Every way out of a node: what it chooses, its boundary events, an interrupting one at the most and others besides. */
export function exitsOf(net: Net, node: DrawnNode): readonly Exit[] {
  if (node.kind === 'endEvent' && node.triggers.some((trigger) => trigger === 'terminate')) {
    return [{ kind: 'terminated' }];
  }
  if (node.kind === 'endEvent' && node.triggers.some((trigger) => trigger === 'error' || trigger === 'cancel')) {
    return [{ kind: 'left' }];
  }
  const boundaries = node.boundaries.map((index) => nodeAt(net.process, index)).filter((boundary) => boundary.trigger !== 'compensation');
  const through = (boundary: DrawnNode): readonly Onward[] =>
    choicesOf(net, boundary).map((places) => ({ kind: 'goes-on', places, through: boundary.index }));
  const left = isScope(node) && net.neverComplete.has(node.index);
  const normal: readonly Onward[] = left ? [] : choicesOf(net, node).map((places) => ({ kind: 'goes-on', places }));
  const exits = [...normal, ...boundaries.filter((boundary) => boundary.interrupting).flatMap(through)].slice(0, EXIT_CAP + 1);
  const beside = boundaries
    .filter((boundary) => !boundary.interrupting)
    .flatMap(through)
    .slice(0, EXIT_CAP + 1);
  // Each besides the way out, and all of them: what lies between adds no new way to get stuck worth its price.
  const additions = beside.length > 1 ? [...beside.map((exit) => [exit]), beside] : beside.map((exit) => [exit]);
  const more = exits.flatMap((exit) => additions.map((added) => joined(exit, added)));
  return left ? [{ kind: 'left' }, ...exits, ...more] : [...exits, ...more];
}

function joined(exit: Onward, added: readonly Onward[]): Onward {
  return { ...exit, places: [...exit.places, ...added.flatMap(({ places }) => places)] };
}

/** The sets of flows a node puts tokens on: one of them, all, or a choice by conditions. */
function choicesOf(net: Net, node: DrawnNode): readonly (readonly Place[])[] {
  const flows = node.waysOut;
  const quantity = node.element['completionQuantity'];
  const times = typeof quantity === 'number' && quantity > 1 ? quantity : 1;
  switch (node.kind) {
    case 'exclusiveGateway':
    case 'eventBasedGateway':
      return flows.length === 0 ? [[]] : flows.map((flow) => [flow]);
    case 'parallelGateway':
      return [flows];
    default:
      return inclusive(net, flows).map((chosen) => chosen.flatMap((flow) => Array.from({ length: times }, () => flow)));
  }
}

/** Flows without a condition always, the others in every combination, the default alone when nothing else is taken. */
function inclusive(net: Net, flows: readonly number[]): readonly (readonly Place[])[] {
  const drawn = flows.map((index) => flowAt(net.process, index));
  const isChoice = (flow: DrawnFlow): boolean => !flow.isDefault && flow.condition !== undefined && flow.condition !== '';
  const choice = drawn.filter(isChoice).map(({ index }) => index);
  const always = drawn.filter((flow) => !flow.isDefault && !isChoice(flow)).map(({ index }) => index);
  const otherwise = always.length > 0 ? always : drawn.filter((flow) => flow.isDefault).map(({ index }) => index);
  // Where every condition may be false and there is no default, the run stops with an incident for a person: no matter of flow.
  const none = choice.length === 0 || otherwise.length > 0 ? [otherwise] : [];
  return [...none, ...combinations(choice).map((chosen) => [...always, ...chosen])];
}

function combinations(flows: readonly number[]): readonly (readonly number[])[] {
  if (flows.length > CHOICE_CAP) {
    return [...flows.map((flow) => [flow]), flows];
  }
  const subsets = flows.reduce<readonly (readonly number[])[]>(
    (found, flow) => [...found, ...found.map((subset) => [...subset, flow])],
    [[]],
  );
  return subsets.slice(1);
}

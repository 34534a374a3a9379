import { flowAt, isCutOff, isScope, membersOf, nodeAt, type DrawnNode, type DrawnProcess, type SingleTrigger } from '../drawing/drawing';

/** What a walk must not pass: nodes that are never completed, flows that are never taken. */
export interface Cut {
  readonly nodes?: ReadonlySet<number>;
  readonly flows?: ReadonlySet<number>;
  /** `all` (default): a parallel join needs every incoming flow, as at run time; `any`: one is enough. */
  readonly joins?: 'all' | 'any';
}

/**
 * The nodes some run can enter, over all starts, boundaries and event subprocesses, subprocess borders flattened.
 * A cut node can be entered but not completed; its boundary events still fire. Errs towards "can be entered".
 */
export function entered(process: DrawnProcess, cut: Cut = {}): ReadonlySet<number> {
  const walk: Walk = { process, cut, entered: new Set(), taken: new Set(), left: new Set(), open: [0] };
  for (let index = walk.open.pop(); index !== undefined; index = walk.open.pop()) {
    if (!walk.entered.has(index)) {
      walk.entered.add(index);
      enter(nodeAt(process, index), walk);
    }
  }
  return walk.entered;
}

/** Ends that leave their scope through a boundary event. */
const LEAVES_BY_BOUNDARY: readonly SingleTrigger[] = ['error', 'cancel'];

interface Walk {
  readonly process: DrawnProcess;
  readonly cut: Cut;
  readonly entered: Set<number>;
  readonly taken: Set<number>;
  readonly left: Set<number>;
  readonly open: number[];
}

function enter(node: DrawnNode, walk: Walk): void {
  walk.open.push(...node.boundaries);
  if (node.kind === 'boundaryEvent' && node.compensationHandler !== undefined) {
    walk.open.push(node.compensationHandler);
  }
  if (!isScope(node)) {
    leave(node, walk);
    return;
  }
  const inside = membersOf(walk.process, node.index);
  walk.open.push(
    ...inside.filter((member) => member.begins || member.kind === 'eventSubProcess' || isCutOff(member)).map(({ index }) => index),
  );
  if (inside.length === 0 || node.kind === 'adHocSubProcess') {
    // Nothing inside need ever begin.
    leave(node, walk);
  }
}

function leave(node: DrawnNode, walk: Walk): void {
  if (walk.left.has(node.index) || walk.cut.nodes?.has(node.index) === true) {
    return;
  }
  walk.left.add(node.index);
  for (const index of node.waysOut) {
    take(index, walk);
  }
  if (endsScope(node)) {
    const scope = nodeAt(walk.process, node.scope);
    if (scope.index !== 0) {
      leave(scope, walk);
    }
  }
}

/** Whether completing this node can complete its scope. A non-interrupting event subprocess never does so alone. */
function endsScope(node: DrawnNode): boolean {
  if (node.kind === 'eventSubProcess') {
    return node.interrupting;
  }
  if (node.index === 0 || node.waysOut.length > 0 || node.forCompensation) {
    return false;
  }
  return node.kind === 'boundaryEvent'
    ? node.trigger !== 'compensation'
    : !node.triggers.some((trigger) => LEAVES_BY_BOUNDARY.includes(trigger));
}

function take(index: number, walk: Walk): void {
  if (walk.cut.flows?.has(index) === true) {
    return;
  }
  walk.taken.add(index);
  const { target } = flowAt(walk.process, index);
  if (target === undefined) {
    return;
  }
  const node = nodeAt(walk.process, target);
  const waits = node.kind === 'parallelGateway' && walk.cut.joins !== 'any';
  if (!waits || node.incoming.every((incoming) => walk.taken.has(incoming))) {
    walk.open.push(target);
  }
}

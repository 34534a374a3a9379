import type { GraphElement } from '@thidua/bpmn';
import { must } from '../must';
import { elementAt } from '../plan';
import type { Compensable, ElementInstance } from '../state';
import type { Crossing } from './crossing';
import type { MigrationProblem } from './migration-plan';

/** Why one live element instance cannot go to the target version; empty when it can. */
export function obstacles(crossing: Crossing, instance: ElementInstance): MigrationProblem[] {
  const element = elementAt(crossing.from.graph, instance.element);
  const to = crossing.counterparts.element(instance.element);
  const { key } = instance;
  if (to === undefined) {
    return [{ code: 'unmapped-element', element: element.id, key }];
  }
  const facts = { element: element.id, to: to.id, key };
  if (to.type !== element.type) {
    return [{ code: 'changed-type', ...facts, detail: `${element.type} → ${to.type}` }];
  }
  const code = changed(crossing, instance, element, to);
  return code === undefined
    ? [...tokensLost(crossing, instance), ...recordsLost(crossing, instance), ...queueLost(crossing, instance)]
    : [{ code, ...facts }];
}

function changed(
  crossing: Crossing,
  instance: ElementInstance,
  element: GraphElement,
  to: GraphElement,
): MigrationProblem['code'] | undefined {
  if (loopKind(element) !== loopKind(to)) {
    return 'changed-loop';
  }
  if (!keepsScope(crossing, instance, to)) {
    return 'changed-scope';
  }
  if (callOf(element) !== callOf(to) && isCalling(crossing, instance)) {
    return 'changed-call';
  }
  return throwsOf(element) === throwsOf(to) ? undefined : 'changed-throw';
}

function loopKind({ multiInstance, standardLoop }: GraphElement): string {
  if (multiInstance !== undefined) {
    return multiInstance.sequential ? 'sequential' : 'parallel';
  }
  return standardLoop === undefined ? 'once' : 'loop';
}

/** A run of a looping activity lives in its body, a process in nothing of its own graph; all else in the counterpart of its scope. */
function keepsScope({ draft, index, counterparts }: Crossing, instance: ElementInstance, to: GraphElement): boolean {
  const parent = draft.elements.get(instance.parent);
  if (parent?.graph !== index || instance.element === 0) {
    return true;
  }
  const around = counterparts.element(parent.element);
  return instance.loopCounter === undefined ? to.scope === around?.index : to.index === around?.index;
}

function callOf(element: GraphElement): string {
  return element.type === 'callActivity' ? element.call.processId : '';
}

function isCalling({ draft }: Crossing, { key }: ElementInstance): boolean {
  return [...draft.elements.values()].some(({ parent }) => parent === key);
}

function throwsOf(element: GraphElement): string {
  return 'throws' in element ? element.throws.map(({ kind }) => kind).join() : '';
}

function tokensLost(crossing: Crossing, { key, joins = {}, owed = {} }: ElementInstance): MigrationProblem[] {
  const { from, counterparts } = crossing;
  const flows = [...Object.keys(joins).map(Number), ...Object.values(owed).flat()];
  const lost = flows.filter((flow) => counterparts.flow(flow) === undefined || isDoubled(crossing, Object.keys(joins), flow));
  const gateways = Object.keys(owed).filter((gateway) => counterparts.element(Number(gateway))?.type !== 'complexGateway');
  return [
    ...lost.map((index): MigrationProblem => {
      const flow = must(from.graph.flows[index], 'flow', index);
      return { code: 'unmapped-flow', element: elementAt(from.graph, flow.target).id, key, detail: flow.id };
    }),
    ...gateways.map((gateway): MigrationProblem => ({ code: 'changed-type', element: elementAt(from.graph, Number(gateway)).id, key })),
  ];
}

/** Tokens of two ways into a parallel join on one way of the new one: the second would wait there for ever. */
function isDoubled({ to, counterparts }: Crossing, waiting: readonly string[], flow: number): boolean {
  const counterpart = counterparts.flow(flow);
  const join = counterpart === undefined ? undefined : elementAt(to.graph, counterpart.target);
  const alike = waiting.map(Number).filter((other) => counterparts.flow(other)?.index === counterpart?.index);
  return join?.type === 'parallelGateway' && alike.length > 1 && alike[0] !== flow;
}

function recordsLost(crossing: Crossing, { key, completed = [], pending = [] }: ElementInstance): MigrationProblem[] {
  return [...completed, ...pending]
    .flatMap((record) => lostIn(crossing, record))
    .map((index) => ({ code: 'unmapped-compensation', element: elementAt(crossing.from.graph, index).id, key }));
}

/** Indexes of the recorded activities whose counterpart cannot be undone. */
function lostIn(crossing: Crossing, record: Compensable): number[] {
  const { from, to, counterparts } = crossing;
  const counterpart = counterparts.element(record.element);
  if (counterpart === undefined || counterpart.type !== elementAt(from.graph, record.element).type) {
    return [record.element];
  }
  if (record.kind === 'handler') {
    return counterpart.compensation === undefined ? [record.element] : [];
  }
  const startsGone = from.compensationStarts.has(record.element) !== to.compensationStarts.has(counterpart.index);
  return [...(startsGone ? [record.element] : []), ...record.inner.flatMap((inner) => lostIn(crossing, inner))];
}

function queueLost({ from, counterparts }: Crossing, { key, element, queued = [] }: ElementInstance): MigrationProblem[] {
  const around = counterparts.element(element);
  const activities = around?.type === 'adHocSubProcess' ? around.adHoc.activities : [];
  return queued
    .filter((index) => !activities.includes(counterparts.element(index)?.index ?? -1))
    .map((index) => ({ code: 'unmapped-queue', element: elementAt(from.graph, index).id, key }));
}

import type { CatchTrigger, GraphElement } from '@thidua/bpmn';
import type { Expression } from '@thidua/feel';
import { isBody } from '../loops';
import { must } from '../must';
import { elementAt, triggersOf, type Plan } from '../plan';
import type { ElementInstance, Wait } from '../state';
import { goesOn } from '../triggers';
import { movers, type Crossing } from './crossing';

/** What becomes of an open wait; `to` is the catching element, or that of the task or job, in the target version. */
export interface WaitMove {
  readonly id: string;
  readonly wait: Wait;
  readonly from: GraphElement;
  readonly to?: GraphElement;
  readonly action: 'keep' | 'renew' | 'close';
  readonly differs: boolean;
}

/** What begins to wait; of an event evaluated anew only the definitions that still waited (`parts`). */
export interface Opening {
  readonly key: number;
  readonly target: GraphElement;
  readonly parts?: ReadonlySet<number>;
}

export function crossingWaits(crossing: Crossing): { readonly waits: readonly WaitMove[]; readonly openings: readonly Opening[] } {
  const waits: WaitMove[] = [];
  const openings: Opening[] = [];
  for (const instance of movers(crossing)) {
    const own = [...crossing.draft.waits].flatMap(([id, wait]) =>
      wait.key === instance.key ? [moveOf(crossing, instance, id, wait)] : [],
    );
    waits.push(...own);
    openings.push(...renewed(own, instance.key), ...added(crossing, instance));
  }
  return { waits, openings };
}

function moveOf(crossing: Crossing, instance: ElementInstance, id: string, wait: Wait): WaitMove {
  const { from: plan, counterparts, renew } = crossing;
  const from = elementAt(plan.graph, 'target' in wait ? wait.target : instance.element);
  const to = counterparts.element(from.index);
  if (to === undefined || ('target' in wait && !catchersTo(crossing, instance).includes(to))) {
    return { id, wait, from, action: 'close', differs: true };
  }
  const part = 'part' in wait ? (wait.part ?? 0) : 0;
  const differs = sourceOf(from, part) !== sourceOf(to, part);
  const anew = renew.has(to.id) || ('target' in wait && shapeOf(from) !== shapeOf(to));
  return { id, wait, from, to, action: anew ? 'renew' : 'keep', differs };
}

/** One opening per event, with the parts that waited, unless what it waits for has another shape: then all of it. */
function renewed(own: readonly WaitMove[], key: number): Opening[] {
  const targets = new Map<GraphElement, Opening>();
  for (const { to, from, wait, action } of own) {
    if (action === 'renew' && to !== undefined && 'target' in wait) {
      const parts = new Set([...(targets.get(to)?.parts ?? []), wait.part ?? 0]);
      targets.set(to, shapeOf(from) === shapeOf(to) ? { key, target: to, parts } : { key, target: to });
    }
  }
  return [...targets.values()];
}

/** Events of the target version that are no counterpart of one that this instance had; one that has fired already does not fire again. */
function added(crossing: Crossing, instance: ElementInstance): Opening[] {
  const known = catchersOf(crossing.from, instance, elementAt(crossing.from.graph, instance.element)).map(
    ({ index }) => crossing.counterparts.element(index)?.index,
  );
  return catchersTo(crossing, instance)
    .filter(({ index }) => !known.includes(index))
    .map((target) => ({ key: instance.key, target }));
}

function catchersTo({ to, counterparts }: Crossing, instance: ElementInstance): GraphElement[] {
  const element = counterparts.element(instance.element);
  return element === undefined ? [] : catchersOf(to, instance, element);
}

/** What an instance at this element waits for: itself, what follows its gateway, its boundary events, its scope's event subprocesses. */
function catchersOf(plan: Plan, instance: ElementInstance, element: GraphElement): GraphElement[] {
  if (instance.revived === true) {
    return [];
  }
  const attached = instance.loopCounter === undefined && instance.pending === undefined ? element.boundaries : [];
  const boundaries = attached.map((index) => elementAt(plan.graph, index));
  if (isBody(instance, element)) {
    return boundaries;
  }
  const starts = instance.interrupted === true ? [] : (plan.eventStarts.get(element.index) ?? []);
  return [...boundaries, ...starts, ...awaitedAt(plan, element)];
}

function awaitedAt({ graph }: Plan, element: GraphElement): GraphElement[] {
  switch (element.type) {
    case 'intermediateCatchEvent':
    case 'receiveTask':
      return [element];
    case 'eventBasedGateway':
      return element.outgoing.map((flow) => elementAt(graph, must(graph.flows[flow], 'flow', flow).target));
    default:
      return [];
  }
}

/** Two events of one shape can stand for each other without waiting anew. */
function shapeOf(element: GraphElement): string {
  const kinds = triggersOf(element).map((trigger) => (trigger.kind === 'message' ? `message ${trigger.message.name}` : trigger.kind));
  const all = 'parallelMultiple' in element && element.parallelMultiple;
  return [...kinds, ...(goesOn(element) ? ['goes on'] : []), ...(all ? ['all'] : [])].join();
}

/** As text, what `renew` would evaluate. */
function sourceOf(element: GraphElement, part: number): string {
  if (element.type === 'userTask') {
    const { deadline } = element.legal;
    return deadline === undefined ? (element.task.dueDate?.source ?? '') : `${deadline.workingDays} ${deadline.row ?? ''}`;
  }
  if (element.type === 'serviceTask') {
    return textOf(element.job.type);
  }
  const trigger = triggersOf(element)[part];
  return trigger === undefined ? '' : triggerSource(trigger);
}

function triggerSource(trigger: CatchTrigger): string {
  switch (trigger.kind) {
    case 'timer':
      return `${trigger.timer.kind} ${trigger.timer.expression.source}`;
    case 'message':
      return trigger.message.correlationKey?.source ?? '';
    case 'signal':
      return trigger.signal?.source ?? '';
    case 'conditional':
      return trigger.condition.source;
    default:
      return '';
  }
}

function textOf(type: Expression | string): string {
  return typeof type === 'string' ? type : type.source;
}

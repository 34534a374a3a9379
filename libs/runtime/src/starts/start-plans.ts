import type { CatchTrigger, GraphElement, ProcessGraph, Refusal } from '@thidua/bpmn';
import { dueOf } from '@thidua/engine';
import type { Expression } from '@thidua/feel';
import { err, ok, type JsonValue, type Result } from '@thidua/kernel';
import type { NewStart } from '@thidua/store';

/** As plain data: it travels from a thread. */
export interface StartPlans {
  /** Process ids of the file. */
  readonly processes: readonly string[];
  readonly starts: readonly Omit<NewStart, 'id'>[];
}

/** What starts the processes of a version by itself, one entry per definition of a start event; or why it cannot be read. */
export function startPlans(graphs: readonly ProcessGraph[], nowMs: number): Result<StartPlans, readonly Refusal[]> {
  const starts: Omit<NewStart, 'id'>[] = [];
  const refusals: Refusal[] = [];
  for (const graph of graphs) {
    for (const { element, triggers, together } of startingElements(graph)) {
      triggers.forEach((trigger, part) => {
        const facts = factsOf(trigger, nowMs);
        if (facts === undefined) {
          refusals.push(unreadable(graph, element, trigger));
        } else if (facts !== 'none') {
          starts.push({ process: graph.processId, elementId: element.id, part, together, ...NOTHING, ...facts });
        }
      });
    }
  }
  return refusals.length > 0 ? err(refusals) : ok({ processes: graphs.map((graph) => graph.processId), starts });
}

interface Starting {
  readonly element: GraphElement;
  readonly triggers: readonly CatchTrigger[];
  readonly together: boolean;
}

/** Start events with definitions, instantiating receive tasks, and the events behind an instantiating event-based gateway. */
function startingElements(graph: ProcessGraph): readonly Starting[] {
  const root = graph.elements[0];
  const starts = root?.type === 'process' ? root.starts : [];
  return starts.flatMap((index) => {
    const start = graph.elements[index];
    if (start?.type === 'eventBasedGateway') {
      return start.outgoing.flatMap((flow) => catching(graph.elements[graph.flows[flow]?.target ?? 0]));
    }
    return catching(start);
  });
}

function catching(element: GraphElement | undefined): readonly Starting[] {
  return element !== undefined && 'triggers' in element
    ? [{ element, triggers: element.triggers, together: element.parallelMultiple && element.triggers.length > 1 }]
    : [];
}

/** The start event, receive task or event of a start subscription, with the definition meant. */
export function triggerOf(graph: ProcessGraph, elementId: string, part: number): CatchTrigger | undefined {
  const element = graph.elements[graph.byId.get(elementId) ?? 0];
  return element !== undefined && 'triggers' in element ? element.triggers[part] : undefined;
}

type Facts = Pick<NewStart, 'kind'> & Partial<NewStart>;

const NOTHING = { name: null, singleton: false, timer: null, dueMs: null, cycle: null };

/** 'none': it cannot start a process. undefined: its expression gives nothing that could be waited for. */
function factsOf(trigger: CatchTrigger, nowMs: number): Facts | 'none' | undefined {
  switch (trigger.kind) {
    case 'message':
      return { kind: 'message', name: trigger.message.name, singleton: trigger.message.onePerKey === true };
    case 'signal': {
      const name = trigger.signal === undefined ? null : valueOf(trigger.signal, nowMs);
      return name === null && trigger.signal === undefined
        ? { kind: 'signal' }
        : typeof name === 'string' && name !== ''
          ? { kind: 'signal', name }
          : undefined;
    }
    case 'timer': {
      const text = valueOf(trigger.timer.expression, nowMs);
      const due = typeof text === 'string' ? dueOf(trigger.timer.kind, text, nowMs) : undefined;
      const timer = `${trigger.timer.kind} ${trigger.timer.expression.source}`;
      return due === undefined ? undefined : { kind: 'timer', timer, ...firstFiring(due) };
    }
    case 'conditional':
      return { kind: 'condition' };
    case 'error':
    case 'escalation':
    case 'compensation':
    case 'cancel':
      return 'none';
  }
}

/** `R0/…` never fires. */
function firstFiring({ dueMs, cycle }: NonNullable<ReturnType<typeof dueOf>>): Pick<NewStart, 'dueMs' | 'cycle'> {
  return { dueMs: cycle?.remaining === 0 ? null : dueMs, cycle: cycle ?? null };
}

function valueOf(expression: Expression, nowMs: number): JsonValue {
  return expression.constant === undefined ? expression.evaluate({}, { nowMs }).value : expression.constant.value;
}

function unreadable(graph: ProcessGraph, { id, name }: GraphElement, trigger: CatchTrigger): Refusal {
  const source =
    trigger.kind === 'timer' ? trigger.timer.expression.source : trigger.kind === 'signal' ? (trigger.signal?.source ?? '') : '';
  return {
    code: trigger.kind === 'timer' ? 'timer-invalid' : 'expression-invalid',
    elementId: id,
    elementName: name,
    path: `process[${graph.processId}]/startEvent[${id}]`,
    detail: { reason: trigger.kind === 'timer' ? trigger.timer.kind : trigger.kind, value: source },
    hint: 'a start event knows no variables: write the value itself',
    severity: 'error',
  };
}

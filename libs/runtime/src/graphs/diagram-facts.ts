import type { CatchTrigger, ElementLegal, GraphElement, JobDefinition, Mapping, ProcessGraph, Throw } from '@thidua/bpmn';

/** A diagram as plain data, expressions as their source: it travels from a thread, and two of them can be held beside each other. */
export interface DiagramFacts {
  readonly processes: readonly ProcessFacts[];
}

export interface ProcessFacts {
  readonly id: string;
  readonly name: string;
  readonly level: string | null;
  /** Without the process itself. */
  readonly elements: readonly ElementFacts[];
  readonly flows: readonly FlowFacts[];
}

export interface FlowFacts {
  readonly id: string;
  readonly name: string;
  /** Element ids. */
  readonly source: string;
  readonly target: string;
  readonly condition: string | null;
  readonly isDefault: boolean;
}

/** One thing an event waits for or throws: 'timer duration' with its text, 'message' with its name, and so on. */
export interface EventFacts {
  readonly kind: string;
  readonly value: string;
  /** Of a message. */
  readonly key: string | null;
}

/** What is not there on an element is null or empty. */
export interface ElementFacts {
  readonly id: string;
  readonly name: string;
  readonly type: GraphElement['type'];
  /** Id of the process or subprocess around it. */
  readonly scope: string;
  readonly lane: { readonly name: string; readonly role: string | null } | null;
  readonly legal: ElementLegal;
  /** Of a user task. */
  readonly work: {
    readonly assignee: string | null;
    readonly groups: string | null;
    readonly form: string | null;
    readonly due: string | null;
    readonly priority: string | null;
  } | null;
  /** What a task of another kind does: job type, script, decision, called process, message. */
  readonly does: string | null;
  readonly waitsFor: readonly EventFacts[];
  readonly throws: readonly EventFacts[];
  /** Of a boundary event or the start of an event subprocess. */
  readonly interrupting: boolean | null;
  /** Id of the activity a boundary event sits on. */
  readonly attachedTo: string | null;
  /** How often an activity runs, in one line. */
  readonly loop: string | null;
  readonly inputs: readonly (readonly [target: string, source: string])[];
  readonly outputs: readonly (readonly [target: string, source: string])[];
  readonly headers: Readonly<Record<string, string>>;
}

export function diagramFacts(graphs: readonly ProcessGraph[]): DiagramFacts {
  return { processes: graphs.map(processFacts) };
}

function processFacts(graph: ProcessGraph): ProcessFacts {
  const idOf = (index: number): string => graph.elements[index]?.id ?? '';
  return {
    id: graph.processId,
    name: graph.name,
    level: graph.legal.level ?? null,
    elements: graph.elements.slice(1).map((element) => elementFacts(element, idOf)),
    flows: graph.flows
      // A link's flow was drawn by no one.
      .filter((flow) => flow.id !== '')
      .map(({ id, name, source, target, condition, isDefault }) => ({
        ...{ id, name, isDefault, source: idOf(source), target: idOf(target) },
        condition: condition?.source ?? null,
      })),
  };
}

function elementFacts(element: GraphElement, idOf: (index: number) => string): ElementFacts {
  const { id, name, type, scope, lane, legal, headers } = element;
  return {
    ...{ id, name, type, legal, headers },
    scope: idOf(scope),
    lane: lane === undefined ? null : { name: lane.name, role: lane.role ?? null },
    work: workOf(element),
    does: doesOf(element),
    waitsFor: 'triggers' in element ? element.triggers.map(triggerFacts) : [],
    throws: 'throws' in element ? element.throws.map((one) => throwFacts(one, idOf)) : [],
    interrupting: 'interrupting' in element ? element.interrupting : null,
    attachedTo: element.type === 'boundaryEvent' ? idOf(element.attachedTo) : null,
    loop: loopOf(element),
    inputs: element.inputs.map(mappingFacts),
    outputs: element.outputs.map(mappingFacts),
  };
}

const mappingFacts = ({ target, source }: Mapping): readonly [string, string] => [target, source.source];

function workOf(element: GraphElement): ElementFacts['work'] {
  if (element.type !== 'userTask') {
    return null;
  }
  const { assignee, candidateGroups, formId, dueDate, priority } = element.task;
  return {
    assignee: assignee?.source ?? null,
    groups: candidateGroups?.source ?? null,
    form: formId ?? null,
    due: dueDate?.source ?? null,
    priority: priority?.source ?? null,
  };
}

function doesOf(element: GraphElement): string | null {
  switch (element.type) {
    case 'serviceTask':
      return jobText(element.job);
    case 'scriptTask':
      return `${element.resultVariable} = ${element.expression.source}`;
    case 'businessRuleTask':
      return `${element.resultVariable} = ${element.decision.name === '' ? element.decision.id : element.decision.name}`;
    case 'callActivity':
      return [element.call.processId, element.call.versionTag ?? ''].filter((part) => part !== '').join(' ');
    case 'sendTask':
      return element.message.name;
    case 'complexGateway':
      return element.activationCondition?.source ?? null;
    case 'adHocSubProcess':
      return element.adHoc.completionCondition?.source ?? element.adHoc.activeElements?.source ?? null;
    default:
      return null;
  }
}

function jobText({ type }: JobDefinition): string {
  return typeof type === 'string' ? type : type.source;
}

function loopOf({ multiInstance, standardLoop }: GraphElement): string | null {
  if (multiInstance !== undefined) {
    const { sequential, inputCollection, cardinality, completionCondition } = multiInstance;
    const over = inputCollection?.source ?? cardinality?.source ?? '';
    const until = completionCondition === undefined ? '' : `; ${completionCondition.source}`;
    return `${sequential ? 'sequential' : 'parallel'} ${over}${until}`;
  }
  return standardLoop === undefined
    ? null
    : `while ${standardLoop.condition?.source ?? 'true'}${standardLoop.maximum === undefined ? '' : `; ${String(standardLoop.maximum)}`}`;
}

function triggerFacts(trigger: CatchTrigger): EventFacts {
  switch (trigger.kind) {
    case 'timer':
      return { kind: `timer-${trigger.timer.kind}`, value: trigger.timer.expression.source, key: null };
    case 'message':
      return { kind: 'message', value: trigger.message.name, key: trigger.message.correlationKey?.source ?? null };
    case 'signal':
      return { kind: 'signal', value: trigger.signal?.source ?? '', key: null };
    case 'conditional':
      return { kind: 'conditional', value: trigger.condition.source, key: null };
    case 'error':
      return { kind: 'error', value: trigger.errorCode ?? '', key: null };
    case 'escalation':
      return { kind: 'escalation', value: trigger.escalationCode ?? '', key: null };
    case 'compensation':
    case 'cancel':
      return { kind: trigger.kind, value: '', key: null };
  }
}

function throwFacts(thrown: Throw, idOf: (index: number) => string): EventFacts {
  switch (thrown.kind) {
    case 'message':
      return { kind: 'message', value: thrown.message.name, key: thrown.message.correlationKey.source };
    case 'job':
      return { kind: 'job', value: jobText(thrown.job), key: null };
    case 'signal':
      return { kind: 'signal', value: thrown.signal.source, key: null };
    case 'escalation':
      return { kind: 'escalation', value: thrown.escalationCode, key: null };
    case 'error':
      return { kind: 'error', value: thrown.errorCode, key: null };
    case 'compensation':
      return { kind: 'compensation', value: thrown.activity === undefined ? '' : idOf(thrown.activity), key: null };
    case 'terminate':
    case 'cancel':
      return { kind: thrown.kind, value: '', key: null };
  }
}

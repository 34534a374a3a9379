import type { GraphElement, GraphFlow, ProcessGraph } from '@thidua/bpmn';
import type { Decision, Expression } from '@thidua/feel';
import type { JsonObject, JsonValue } from '@thidua/kernel';

/** A graph drawn by hand for tests of the engine: what the XML reader makes, without XML, and expressions as closures. */
export interface ScopeSpec {
  readonly nodes: readonly NodeSpec[];
  readonly flows?: readonly FlowSpec[];
}

export interface NodeSpec extends Partial<ScopeSpec> {
  readonly id: string;
  readonly type: GraphElement['type'];
  /** Boundary events: id of their activity. */
  readonly on?: string;
  /** Compensation boundary events: id of their handler. */
  readonly handler?: string;
  /** Everything of the graph element that the builder does not derive. */
  readonly facts: object;
}

export type FlowSpec = readonly [from: string, to: string, options?: { readonly when?: Expression; readonly otherwise?: true }];
type Facts = Readonly<Record<string, unknown>>;

export function literal(value: JsonValue): Expression {
  return { source: JSON.stringify(value), reads: [], requires: [], constant: { value }, evaluate: () => ({ value, warnings: [] }) };
}

/** `source` must name the variables that are computed with: conditions are asked again when one of them changes. */
export function formula(source: string, compute: (variables: JsonObject) => JsonValue | undefined): Expression {
  return {
    source,
    reads: source.match(/[A-Za-z_][\w]*/g) ?? [],
    requires: [],
    evaluate: (variables) => ({ value: compute(variables) ?? null, warnings: [] }),
  };
}

/** The value of one variable; null when it is unknown. */
export function read(name: string): Expression {
  return formula(name, (variables) => variables[name]);
}

export function decision(
  id: string,
  compute: (variables: JsonObject) => JsonValue | undefined,
  warnings: readonly string[] = [],
): Decision {
  return {
    id,
    name: id,
    evaluate: (variables) => ({ value: compute(variables) ?? null, warnings, trace: [{ decisionId: id, ruleIds: ['r1'] }] }),
  };
}

const node = (type: NodeSpec['type'], id: string, facts: object, inside?: ScopeSpec): NodeSpec => ({ id, type, facts, ...inside });

/** One trigger, several, or none; `trigger` in facts is short for a single one. */
const catching = ({ trigger, ...facts }: Facts): Facts => ({
  triggers: trigger === undefined ? [] : [trigger].flat(),
  parallelMultiple: false,
  ...facts,
});
const throwing = ({ trigger, ...facts }: Facts): Facts => ({ throws: trigger === undefined ? [] : [trigger].flat(), ...facts });

export const start = (id: string, facts: Facts = {}): NodeSpec => node('startEvent', id, { interrupting: true, ...catching(facts) });
export const end = (id: string, facts: Facts = {}): NodeSpec => node('endEvent', id, throwing(facts));
export const terminateEnd = (id: string): NodeSpec => end(id, { trigger: { kind: 'terminate' } });
export const errorEnd = (id: string, errorCode: string, facts: Facts = {}): NodeSpec =>
  end(id, { trigger: { kind: 'error', errorCode }, ...facts });
export const userTask = (id: string, task: object = {}, facts: Facts = {}): NodeSpec => node('userTask', id, { task, ...facts });
export const serviceTask = (id: string, type: Expression | string = id, facts: Facts = {}): NodeSpec =>
  node('serviceTask', id, { job: { type, retries: 3 }, ...facts });
export const ruleTask = (id: string, rule: Decision, resultVariable: string, facts: Facts = {}): NodeSpec =>
  node('businessRuleTask', id, { decision: rule, resultVariable, ...facts });
export const task = (id: string, facts: Facts = {}): NodeSpec => node('passThroughTask', id, facts);
export const callActivity = (id: string, processId: string, facts: Facts = {}): NodeSpec =>
  node('callActivity', id, { call: { processId, binding: 'deployment', propagateAll: false, seesAll: false }, ...facts });
export const xor = (id: string): NodeSpec => node('exclusiveGateway', id, {});
export const and = (id: string): NodeSpec => node('parallelGateway', id, {});
export const subProcess = (id: string, inside: ScopeSpec, facts: Facts = {}): NodeSpec => node('subProcess', id, facts, inside);
export const eventSubProcess = (id: string, inside: ScopeSpec): NodeSpec => node('eventSubProcess', id, {}, inside);
export const catchEvent = (id: string, trigger: object, facts: Facts = {}): NodeSpec =>
  node('intermediateCatchEvent', id, catching({ trigger, ...facts }));
export const throwEvent = (id: string, trigger: object = [], facts: Facts = {}): NodeSpec =>
  node('intermediateThrowEvent', id, throwing({ trigger, ...facts }));
export const boundary = (id: string, on: string, trigger: object, interrupting = true): NodeSpec => ({
  ...node('boundaryEvent', id, catching({ trigger, interrupting })),
  on,
});
export const receiveTask = (id: string, trigger: object, facts: Facts = {}): NodeSpec =>
  node('receiveTask', id, catching({ instantiate: false, trigger, ...facts }));
export const scriptTask = (id: string, expression: Expression, resultVariable: string, facts: Facts = {}): NodeSpec =>
  node('scriptTask', id, { expression, resultVariable, ...facts });
export const or = (id: string): NodeSpec => node('inclusiveGateway', id, {});
export const complex = (id: string, activationCondition?: Expression): NodeSpec =>
  node('complexGateway', id, activationCondition === undefined ? {} : { activationCondition });
export const eventGateway = (id: string, instantiate = false): NodeSpec => node('eventBasedGateway', id, { instantiate });
export const transaction = (id: string, inside: ScopeSpec, facts: Facts = {}): NodeSpec => node('transaction', id, facts, inside);
/** A handler for an activity with its compensation boundary event. */
export const handles = (handler: NodeSpec, activity: string): readonly NodeSpec[] => [
  { ...boundary(`${handler.id}-boundary`, activity, { kind: 'compensation' }), handler: handler.id },
  { ...handler, facts: { ...handler.facts, isForCompensation: true } },
];
export const adHoc = (id: string, inside: ScopeSpec, definition: object = {}, facts: Facts = {}): NodeSpec =>
  node('adHocSubProcess', id, { adHoc: { ordering: 'parallel', cancelRemaining: true, ...definition }, ...facts }, inside);

export const message = (name: string, correlationKey?: Expression): object => ({
  kind: 'message',
  message: { name, ...(correlationKey !== undefined && { correlationKey }) },
});
export const timer = (kind: 'date' | 'duration' | 'cycle', expression: Expression): object => ({
  kind: 'timer',
  timer: { kind, expression },
});
export const signal = (name?: Expression): object => ({ kind: 'signal', ...(name !== undefined && { signal: name }) });
export const conditional = (condition: Expression): object => ({ kind: 'conditional', condition });
export const escalation = (escalationCode?: string): object => ({
  kind: 'escalation',
  ...(escalationCode !== undefined && { escalationCode }),
});
export const compensation = (activity?: number): object => ({ kind: 'compensation', ...(activity !== undefined && { activity }) });
export const error = (errorCode?: string): object => ({ kind: 'error', ...(errorCode !== undefined && { errorCode }) });
export const mapping = (source: Expression, target: string): object => ({ source, target });

/** A plain sequence: ids joined in order. */
export const chain = (...ids: readonly string[]): FlowSpec[] => ids.slice(1).map((to, i) => [ids[i] ?? '', to]);

interface Draft {
  readonly elements: Record<string, unknown>[];
  readonly flows: GraphFlow[];
  readonly byId: Map<string, number>;
}

export function buildGraph(processId: string, scope: ScopeSpec): ProcessGraph {
  const draft: Draft = { elements: [], flows: [], byId: new Map() };
  addElement(draft, { id: processId, type: 'process', facts: {}, ...scope }, 0);
  addScope(draft, scope, 0);
  derive(draft);
  const { elements, flows, byId } = draft;
  // The builder's own specs decide the shape; the union of graph elements cannot follow a table of facts.
  return { processId, name: processId, legal: {}, elements: elements as unknown as GraphElement[], flows, byId };
}

function addScope(draft: Draft, scope: ScopeSpec, index: number): void {
  for (const spec of scope.nodes) {
    addElement(draft, spec, index);
  }
  for (const [from, to, options] of scope.flows ?? []) {
    addFlow(draft, from, to, options);
  }
  for (const spec of scope.nodes) {
    if (spec.nodes !== undefined) {
      addScope(draft, { nodes: spec.nodes, flows: spec.flows ?? [] }, indexIn(draft, spec.id));
    }
  }
}

/** What the reader derives from the whole: implicit starts, handlers of activities, activities of an ad-hoc subprocess. */
function derive(draft: Draft): void {
  for (const element of draft.elements) {
    const { starts, adHoc: definition } = element;
    const inside = draft.elements.flatMap((inner, at) => (inner['scope'] === element['index'] && at !== 0 && isInitial(inner) ? [at] : []));
    if (definition !== undefined) {
      element['adHoc'] = { ...(definition as object), activities: inside };
    } else if (Array.isArray(starts) && starts.length === 0) {
      starts.push(...inside);
    }
  }
}

function isInitial(element: Facts): boolean {
  const apart = ['startEvent', 'boundaryEvent', 'eventSubProcess'].includes(String(element['type']));
  return !apart && element['isForCompensation'] !== true && (element['incoming'] as readonly number[]).length === 0;
}

function addElement(draft: Draft, spec: NodeSpec, scope: number): void {
  const index = draft.elements.length;
  const derived = { index, id: spec.id, name: spec.id, type: spec.type, scope, incoming: [], outgoing: [], boundaries: [] };
  const inside = spec.nodes === undefined ? {} : { starts: [], eventSubProcesses: [] };
  const attached = spec.on === undefined ? {} : { attachedTo: indexIn(draft, spec.on) };
  draft.elements.push({ inputs: [], outputs: [], headers: {}, legal: {}, ...inside, ...attached, ...spec.facts, ...derived });
  draft.byId.set(spec.id, index);
  if (spec.on !== undefined) {
    listOf(draft, indexIn(draft, spec.on), 'boundaries').push(index);
  }
  if (spec.handler !== undefined) {
    const host = draft.elements[indexIn(draft, spec.on ?? '')];
    // The handler is the next node of the same list (see `handles`).
    Object.assign(host ?? {}, { compensation: index + 1 });
  }
  if (spec.type === 'startEvent') {
    listOf(draft, scope, 'starts').push(index);
  }
  if (spec.type === 'eventSubProcess') {
    listOf(draft, scope, 'eventSubProcesses').push(index);
  }
}

function addFlow(draft: Draft, from: string, to: string, options: FlowSpec[2] = {}): void {
  const index = draft.flows.length;
  const [source, target] = [indexIn(draft, from), indexIn(draft, to)];
  const { when, otherwise } = options;
  const twin = draft.flows.filter((other) => other.source === source && other.target === target).length;
  const flow = { index, id: `${from}-${to}${twin === 0 ? '' : `-${twin + 1}`}`, name: '', source, target, isDefault: otherwise === true };
  draft.flows.push(when === undefined ? flow : { ...flow, condition: when });
  listOf(draft, source, 'outgoing').push(index);
  listOf(draft, target, 'incoming').push(index);
}

function listOf(draft: Draft, index: number, name: string): number[] {
  return draft.elements[index]?.[name] as number[];
}

function indexIn(draft: Draft, id: string): number {
  const index = draft.byId.get(id);
  if (index === undefined) {
    throw new Error(`the graph under test has no element '${id}'`);
  }
  return index;
}

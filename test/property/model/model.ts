/**
 * The generator's own picture of a BPMN file: what is written as XML for the engine and what the oracle plays. It shares nothing
 * with the graph the engine runs.
 */
export interface Model {
  /** The first one is started, the others are called. */
  readonly processes: readonly ProcessModel[];
}

export interface ProcessModel {
  readonly id: string;
  readonly nodes: readonly ModelNode[];
  /** Document order: a gateway asks its ways out in this order. */
  readonly flows: readonly ModelFlow[];
}

export interface ModelFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Absent = always. */
  readonly when?: Condition;
  readonly isDefault?: true;
}

/** True when the variable has this value. */
export interface Condition {
  readonly variable: string;
  readonly value: boolean;
}

export type ScopeKind = 'subProcess' | 'transaction' | 'adHocSubProcess' | 'eventSubProcess';
export type TaskKind = 'userTask' | 'serviceTask' | 'scriptTask' | 'manualTask' | 'task' | 'sendTask' | 'receiveTask' | 'businessRuleTask';
export type GatewayKind = 'exclusiveGateway' | 'parallelGateway' | 'inclusiveGateway' | 'eventBasedGateway' | 'complexGateway';
export type EventKind = 'startEvent' | 'endEvent' | 'intermediateCatchEvent' | 'intermediateThrowEvent' | 'boundaryEvent';
export type NodeKind = ScopeKind | TaskKind | GatewayKind | EventKind | 'callActivity';

export interface ModelNode {
  readonly id: string;
  readonly kind: NodeKind;
  /** Id of the enclosing subprocess or process. */
  readonly scope: string;
  /** Catching events and receive tasks; empty = none, or a link. */
  readonly triggers?: readonly Trigger[];
  readonly parallelMultiple?: true;
  /** Boundary events and starts of event subprocesses; absent = true. */
  readonly interrupting?: false;
  readonly attachedTo?: string;
  readonly throws?: readonly Throwing[];
  /** Name of a link event. */
  readonly link?: string;
  readonly loop?: Loop;
  readonly script?: Condition;
  /** Done in the step itself, without a worker. */
  readonly inline?: true;
  readonly calls?: string;
  /** Call activities: the variables of the called process come back. */
  readonly returns?: true;
  readonly forCompensation?: true;
  /** Of a compensation boundary event: the activity that undoes its host. */
  readonly handler?: string;
  readonly adHoc?: AdHoc;
  /** Complex gateways: tokens needed to fire. */
  readonly activation?: number;
  /** Activities: tokens needed to begin, and put on each way out; absent = 1. */
  readonly startQuantity?: number;
  readonly completionQuantity?: number;
  /** Receive tasks and event-based gateways whose message begins the process. */
  readonly instantiate?: true;
}

export type Trigger =
  | { readonly kind: 'message'; readonly name: string }
  /** `times`: a cycle of so many firings. */
  | { readonly kind: 'timer'; readonly times?: number }
  | { readonly kind: 'signal'; readonly name?: string }
  | { readonly kind: 'conditional'; readonly condition: Condition }
  | { readonly kind: 'error' | 'escalation'; readonly code?: string }
  | { readonly kind: 'compensation' | 'cancel' };

export type Throwing =
  | { readonly kind: 'message' | 'signal'; readonly name: string }
  | { readonly kind: 'error' | 'escalation'; readonly code: string }
  /** Without an activity: all that was done in the scope. */
  | { readonly kind: 'compensation'; readonly activity?: string }
  | { readonly kind: 'terminate' | 'cancel' };

export type Loop =
  /** `enough`: the rest is given up after so many. */
  | {
      readonly kind: 'multi';
      readonly sequential: boolean;
      readonly count: number;
      readonly by: 'collection' | 'cardinality';
      readonly enough?: number;
    }
  | { readonly kind: 'standard'; readonly testBefore: boolean; readonly maximum: number; readonly condition?: Condition };

export interface AdHoc {
  readonly ordering: 'parallel' | 'sequential';
  /** Ids begun at entry; absent = begun from outside. */
  readonly active?: readonly string[];
  readonly done?: Condition;
  readonly cancelRemaining: boolean;
}

const SCOPES: readonly string[] = ['subProcess', 'transaction', 'adHocSubProcess', 'eventSubProcess'] satisfies readonly ScopeKind[];
const GATEWAYS: readonly string[] = [
  'exclusiveGateway',
  'parallelGateway',
  'inclusiveGateway',
  'eventBasedGateway',
  'complexGateway',
] satisfies readonly GatewayKind[];

export const isScopeKind = (kind: NodeKind): boolean => SCOPES.includes(kind);
export const isGateway = (kind: NodeKind): boolean => GATEWAYS.includes(kind);
export const isActivity = (kind: NodeKind): boolean => !isGateway(kind) && !kind.endsWith('Event');

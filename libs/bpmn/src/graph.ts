import type { Expression, Decision } from '@thidua/feel';

/**
 * An executable process, compiled once per version and frozen: flat arrays addressed by index, no moddle object.
 * Element 0 is the process itself (the root scope). All `…Index` numbers index `elements` or `flows`.
 */
export interface ProcessGraph {
  readonly processId: string;
  readonly name: string;
  /** `thidua:` settings of the process element. */
  readonly legal: ProcessLegal;
  readonly elements: readonly GraphElement[];
  readonly flows: readonly GraphFlow[];
  /** BPMN id → index into `elements`. */
  readonly byId: ReadonlyMap<string, number>;
}

export interface ProcessLegal {
  /** Legal level the process belongs to: UNIT, XA, TINH, TW. */
  readonly level?: string;
}

export interface GraphFlow {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly source: number;
  readonly target: number;
  /** Absent on an unconditional flow. */
  readonly condition?: Expression;
  readonly isDefault: boolean;
}

interface ElementBase {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  /** Index of the enclosing scope (process, subProcess or eventSubProcess); the process points at itself. */
  readonly scope: number;
  /** Flow indexes in document order. */
  readonly incoming: readonly number[];
  readonly outgoing: readonly number[];
  /** Indexes of the boundary events attached to this activity, document order. */
  readonly boundaries: readonly number[];
  readonly inputs: readonly Mapping[];
  readonly outputs: readonly Mapping[];
  /** Present on an activity that runs once per item of a collection, or a number of times. */
  readonly multiInstance?: MultiInstance;
  /** Present on an activity that runs again while a condition holds; never beside `multiInstance`. */
  readonly standardLoop?: StandardLoop;
  /** Tokens needed before an activity starts; absent = 1. */
  readonly startQuantity?: number;
  /** Tokens put on each outgoing flow; absent = 1. */
  readonly completionQuantity?: number;
  /** Runs only when compensated: no flow leads in or out (BPMN 2.0 §10.7). */
  readonly isForCompensation?: true;
  /** Index of the activity that compensates this one: the handler of its compensation boundary event. */
  readonly compensation?: number;
  /** Data objects and properties of this scope or activity: variables it owns from its beginning. */
  readonly data?: readonly DataDefinition[];
  /** The lane's name and its `thidua:role`, when the element lies in a lane. */
  readonly lane?: { readonly name: string; readonly role?: string };
  /** `zeebe:taskHeaders` and `zeebe:properties`, merged. */
  readonly headers: Readonly<Record<string, string>>;
  /** `thidua:` settings of this element. */
  readonly legal: ElementLegal;
}

export interface Mapping {
  readonly source: Expression;
  /** Variable name; nested targets (`a.b`) are refused at deploy. */
  readonly target: string;
}

/** A variable that exists from the beginning of its scope: `null` unless an initial value is given. */
export interface DataDefinition {
  readonly name: string;
  readonly initial?: Expression;
}

/** Exactly one of `inputCollection` and `cardinality` is present. */
export interface MultiInstance {
  readonly sequential: boolean;
  readonly inputCollection?: Expression;
  /** Number of instances, for a loop without a collection. */
  readonly cardinality?: Expression;
  readonly inputElement?: string;
  readonly outputCollection?: string;
  readonly outputElement?: Expression;
  readonly completionCondition?: Expression;
  /** Events thrown while instances complete (BPMN 2.0 §13.3.7); absent = none, which the standard calls `all`. */
  readonly behavior?: MultiInstanceBehavior;
}

export type MultiInstanceBehavior =
  /** Thrown after every instance (`each`, the standard's `none`) or after the first alone (`first`, the standard's `one`). */
  | { readonly kind: 'each' | 'first'; readonly throws: Throw }
  | { readonly kind: 'complex'; readonly entries: readonly { readonly condition: Expression; readonly throws: Throw }[] };

export interface StandardLoop {
  /** True: the condition is asked before the first run too. */
  readonly testBefore: boolean;
  /** Absent = no limit. */
  readonly maximum?: number;
  /** Runs (again) while it is true; absent = always, up to the maximum. */
  readonly condition?: Expression;
}

export interface ElementLegal {
  /** What this step is in law: checked by the legal-path rule and used by casework to pick the verb. */
  readonly step?: string;
  /** `thidua:authority`: the level and role that alone may take this step, and the power exercised. */
  readonly authority?: { readonly level: string; readonly role: string; readonly power: string; readonly citation?: string };
  /** `thidua:deadline`: limit in working days; `row` names the pack's T-row, which wins over `workingDays` when it is set in the pack; `within` the T-row that days of its own keep to. */
  readonly deadline?: { readonly workingDays: number; readonly row?: string; readonly within?: string; readonly remindBefore?: number };
  /** `thidua:fourEyes`: ids of earlier user tasks whose actors may not take this one. */
  readonly fourEyes?: readonly string[];
  /** `thidua:document`: paper kinds made or signed here. */
  readonly documents?: readonly string[];
}

export type TimerDefinition =
  | { readonly kind: 'date'; readonly expression: Expression }
  | { readonly kind: 'duration'; readonly expression: Expression }
  | { readonly kind: 'cycle'; readonly expression: Expression };

export interface MessageDefinition {
  readonly name: string;
  /** Absent on a message that only starts processes. */
  readonly correlationKey?: Expression;
  /** Where it starts a process: at most one live instance per key of the message (`thidua:start`). */
  readonly onePerKey?: true;
}

/** One thing an event waits for. */
export type CatchTrigger =
  | { readonly kind: 'timer'; readonly timer: TimerDefinition }
  | { readonly kind: 'message'; readonly message: MessageDefinition }
  /** Without a signal: every signal. */
  | { readonly kind: 'signal'; readonly signal?: Expression }
  | { readonly kind: 'conditional'; readonly condition: Expression }
  /** Without a code: every error, unless another event at the same level names its code. */
  | { readonly kind: 'error'; readonly errorCode?: string }
  | { readonly kind: 'escalation'; readonly escalationCode?: string }
  | { readonly kind: 'compensation' }
  | { readonly kind: 'cancel' };

/** One thing an event throws. */
export type Throw =
  | { readonly kind: 'message'; readonly message: ThrowMessage }
  /** A message sent by a worker. */
  | { readonly kind: 'job'; readonly job: JobDefinition }
  | { readonly kind: 'signal'; readonly signal: Expression }
  | { readonly kind: 'escalation'; readonly escalationCode: string }
  | { readonly kind: 'error'; readonly errorCode: string }
  /** Without an activity: all that was completed in the scope. */
  | { readonly kind: 'compensation'; readonly activity?: number }
  | { readonly kind: 'terminate' }
  | { readonly kind: 'cancel' };

/** What a catching element waits for: one of them (`parallel` false), or all of them in any order. None: it passes (plain start, link catch). */
export interface Catching {
  readonly triggers: readonly CatchTrigger[];
  readonly parallelMultiple: boolean;
}

export type GraphElement = ElementBase &
  (
    | ScopeElement
    | { readonly type: 'userTask'; readonly task: UserTaskDefinition }
    /** Also send tasks and script tasks worked by a job. */
    | { readonly type: 'serviceTask'; readonly job: JobDefinition }
    | { readonly type: 'scriptTask'; readonly expression: Expression; readonly resultVariable: string }
    | { readonly type: 'businessRuleTask'; readonly decision: Decision; readonly resultVariable: string }
    | { readonly type: 'callActivity'; readonly call: CallDefinition }
    /** `instantiate`: its message starts the process. */
    | ({ readonly type: 'receiveTask'; readonly instantiate: boolean } & Catching)
    /** A send task that publishes its message itself. */
    | { readonly type: 'sendTask'; readonly message: ThrowMessage }
    /** A manual or undefined task. */
    | { readonly type: 'passThroughTask' }
    | { readonly type: 'exclusiveGateway' }
    | { readonly type: 'parallelGateway' }
    | { readonly type: 'inclusiveGateway' }
    /** `instantiate`: the first of the events behind it starts the process. */
    | { readonly type: 'eventBasedGateway'; readonly instantiate: boolean }
    /** Joins when the condition over `activationCount` holds; absent = when every incoming flow has a token. */
    | { readonly type: 'complexGateway'; readonly activationCondition?: Expression }
    | ({ readonly type: 'startEvent'; readonly interrupting: boolean } & Catching)
    | { readonly type: 'endEvent'; readonly throws: readonly Throw[] }
    | ({ readonly type: 'intermediateCatchEvent' } & Catching)
    /** A link throw has no throws and one outgoing flow that no one drew, to its catch event. */
    | { readonly type: 'intermediateThrowEvent'; readonly throws: readonly Throw[] }
    | ({ readonly type: 'boundaryEvent'; readonly attachedTo: number; readonly interrupting: boolean } & Catching)
  );

export type ElementType = GraphElement['type'];

interface ScopeParts {
  /**
   * Where its tokens begin, document order: start events, or without any every flow node no flow leads to. A process also lists
   * what a message may start it with: instantiating receive tasks and event-based gateways.
   */
  readonly starts: readonly number[];
  readonly eventSubProcesses: readonly number[];
}

/** Scopes hold a set of elements and run until no token is left inside. */
export type ScopeElement =
  | ({ readonly type: 'process' } & ScopeParts)
  | ({ readonly type: 'subProcess' } & ScopeParts)
  | ({ readonly type: 'eventSubProcess' } & ScopeParts)
  | ({ readonly type: 'transaction' } & ScopeParts)
  | ({ readonly type: 'adHocSubProcess'; readonly adHoc: AdHocDefinition } & ScopeParts);

/** An ad-hoc subprocess: its activities are begun by name, not by a token (`starts` is empty). */
export interface AdHocDefinition {
  readonly ordering: 'parallel' | 'sequential';
  /** FEEL list of element ids begun at entry; absent = none, people begin them while it runs. */
  readonly activeElements?: Expression;
  /** Asked after each activity; absent = done when nothing is active (with `activeElements`) or when told so. */
  readonly completionCondition?: Expression;
  /** Whether fulfilling the condition ends what is still active. */
  readonly cancelRemaining: boolean;
  /** Flow nodes that may be begun: those no flow leads to. */
  readonly activities: readonly number[];
}

/** A message thrown inside the system: published by the runtime to whoever waits for (name, key), buffered for `ttl`. */
export interface ThrowMessage {
  readonly name: string;
  readonly correlationKey: Expression;
  /** ISO duration; absent = 30 days, so that a receiver created later still gets it. */
  readonly ttl?: string;
}

export interface UserTaskDefinition {
  readonly assignee?: Expression;
  /** FEEL list of `pos:<org>/<role>`; absent = the lane's role. */
  readonly candidateGroups?: Expression;
  readonly dueDate?: Expression;
  readonly priority?: Expression;
  /** Form of the same release: `forms/<formId>.form`. */
  readonly formId?: string;
}

export interface JobDefinition {
  readonly type: Expression | string;
  readonly retries: number;
}

export interface CallDefinition {
  readonly processId: string;
  readonly binding: 'deployment' | 'versionTag' | 'latest';
  readonly versionTag?: string;
  /** Whether all variables of the called scope go back to the caller. */
  readonly propagateAll: boolean;
  /** Whether the called process begins with all the caller sees, or with what the input mappings name alone. */
  readonly seesAll: boolean;
}

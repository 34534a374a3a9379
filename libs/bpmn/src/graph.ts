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
  /** Present on an activity that runs once per item of a collection (parallel only). */
  readonly multiInstance?: MultiInstance;
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

export interface MultiInstance {
  readonly inputCollection: Expression;
  readonly inputElement?: string;
  readonly outputCollection?: string;
  readonly outputElement?: Expression;
  readonly completionCondition?: Expression;
}

export interface ElementLegal {
  /** What this step is in law: checked by the legal-path rule and used by casework to pick the verb. */
  readonly step?: string;
  /** `thidua:authority`: the level and role that alone may take this step, and the power exercised. */
  readonly authority?: { readonly level: string; readonly role: string; readonly power: string; readonly citation?: string };
  /** `thidua:deadline`: limit in working days; `row` names the pack's T-row, which wins over `workingDays` when it is set in the pack. */
  readonly deadline?: { readonly workingDays: number; readonly row?: string; readonly remindBefore?: number };
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
}

export type CatchTrigger =
  { readonly kind: 'timer'; readonly timer: TimerDefinition } | { readonly kind: 'message'; readonly message: MessageDefinition };

export type GraphElement = ElementBase &
  (
    | ScopeElement
    | { readonly type: 'userTask'; readonly task: UserTaskDefinition }
    | { readonly type: 'serviceTask'; readonly job: JobDefinition }
    | { readonly type: 'businessRuleTask'; readonly decision: Decision; readonly resultVariable: string }
    | { readonly type: 'callActivity'; readonly call: CallDefinition }
    | { readonly type: 'passThroughTask' }
    | { readonly type: 'exclusiveGateway' }
    | { readonly type: 'parallelGateway' }
    | {
        readonly type: 'startEvent';
        readonly trigger: { readonly kind: 'none' } | CatchTrigger | { readonly kind: 'error'; readonly errorCode?: string };
        readonly interrupting: boolean;
      }
    | {
        readonly type: 'endEvent';
        readonly trigger:
          | { readonly kind: 'none' | 'terminate' }
          | { readonly kind: 'error'; readonly errorCode: string }
          | { readonly kind: 'message'; readonly message: ThrowMessage };
      }
    | { readonly type: 'intermediateCatchEvent'; readonly trigger: CatchTrigger }
    | {
        readonly type: 'intermediateThrowEvent';
        readonly trigger: { readonly kind: 'none' } | { readonly kind: 'message'; readonly message: ThrowMessage };
      }
    | {
        readonly type: 'boundaryEvent';
        readonly attachedTo: number;
        readonly interrupting: boolean;
        readonly trigger: CatchTrigger | { readonly kind: 'error'; readonly errorCode?: string };
      }
  );

export type ElementType = GraphElement['type'];

/** Scopes hold a set of elements and run until no token is left inside. */
export type ScopeElement =
  | { readonly type: 'process'; readonly starts: readonly number[]; readonly eventSubProcesses: readonly number[] }
  | { readonly type: 'subProcess'; readonly starts: readonly number[]; readonly eventSubProcesses: readonly number[] }
  | { readonly type: 'eventSubProcess'; readonly starts: readonly number[]; readonly eventSubProcesses: readonly number[] };

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
}

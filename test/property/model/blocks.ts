import type { Condition, ModelNode, NodeKind, Throwing, Trigger } from './model';

/** A block-structured process: blocks in a row, each with one way in; what the generator draws and the shrinker cuts down. */
export interface Plan {
  /** The first one is started, the others are called. */
  readonly processes: readonly ProcessPlan[];
}

export interface ProcessPlan {
  readonly id: string;
  readonly body: ScopePlan;
  /** Starts beside the plain one, each with its trigger. */
  readonly moreStarts: readonly StartPlan[];
}

export interface StartPlan {
  readonly id: string;
  readonly trigger: Trigger;
  /** Absent: a start event. `gateway`: the event behind an event-based gateway of this id. */
  readonly as?: 'receiveTask' | { readonly gateway: string };
}

export interface ScopePlan {
  readonly blocks: readonly Block[];
  /** Absent: no start and no end event, its first block begins (BPMN 2.0 §13.2). */
  readonly frame?: { readonly start: string; readonly end: EndPlan };
  readonly eventSubs: readonly EventSubPlan[];
  /** Of an ad-hoc subprocess: activities no flow leads to. */
  readonly loose?: readonly Step[];
}

export interface EndPlan {
  readonly id: string;
  readonly throws: readonly Throwing[];
}

export interface EventSubPlan {
  readonly id: string;
  readonly start: string;
  readonly triggers: readonly Trigger[];
  readonly parallelMultiple?: true;
  readonly interrupting: boolean;
  readonly blocks: readonly Block[];
  readonly end: EndPlan;
  readonly eventSubs: readonly EventSubPlan[];
}

export type Block = Step | Link | Split | Race | Again | Row;

/** Blocks that only make sense together. */
export interface Row {
  readonly shape: 'row';
  readonly blocks: readonly Block[];
}

/** A node as planned: its scope is where the block stands. */
export type NodePlan = Omit<ModelNode, 'scope'>;

export interface Step {
  readonly shape: 'step';
  readonly node: NodePlan;
  readonly body?: ScopePlan;
  readonly boundaries: readonly BoundaryPlan[];
  readonly handler?: { readonly boundary: string; readonly step: Step };
}

export interface BoundaryPlan {
  readonly id: string;
  readonly triggers: readonly Trigger[];
  readonly parallelMultiple?: true;
  readonly interrupting: boolean;
  readonly blocks: readonly Block[];
  /** Absent: its way joins what follows the host. */
  readonly exit?: EndPlan;
}

export interface Link {
  readonly shape: 'link';
  readonly from: string;
  readonly to: string;
}

export interface Branch {
  readonly blocks: readonly Block[];
  readonly when?: Condition;
  readonly isDefault?: true;
  /** Absent: it joins the other branches. */
  readonly exit?: EndPlan;
}

export interface Split {
  readonly shape: 'split';
  /** The fork: a gateway, or an activity whose ways out have conditions. */
  readonly fork: NodePlan;
  /** Absent: nothing is joined, every token goes on by itself. */
  readonly join?: NodePlan;
  readonly branches: readonly Branch[];
}

/** An event-based gateway. */
export interface Race {
  readonly shape: 'race';
  readonly id: string;
  readonly branches: readonly (Branch & { readonly event: NodePlan })[];
}

/** A loop drawn with gateways. */
export interface Again {
  readonly shape: 'again';
  readonly enter: string;
  readonly leave: string;
  readonly blocks: readonly Block[];
  readonly when: Condition;
}

export const step = (kind: NodeKind, id: string, more: Partial<NodePlan> = {}): Step => ({
  shape: 'step',
  node: { ...more, id, kind },
  boundaries: [],
});

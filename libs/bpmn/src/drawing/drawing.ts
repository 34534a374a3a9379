import type { ModdleElement } from 'bpmn-moddle';
import type { ElementType } from '../graph';

/** A diagram as drawn, before anything is compiled: rules read this, also when half of it is wrong. */
export interface Drawing {
  readonly definitionsId: string;
  readonly root: ModdleElement;
  /** Executable processes only; others are pictures. */
  readonly processes: readonly DrawnProcess[];
  /** Ids that have a shape or an edge in the diagram interchange. */
  readonly shapes: ReadonlySet<string>;
}

export interface DrawnProcess {
  readonly id: string;
  readonly element: ModdleElement;
  /** Node 0 is the process. Document order, a scope before what it holds. */
  readonly nodes: readonly DrawnNode[];
  /** Where each of them stands in `nodes`. */
  readonly positions: ReadonlyMap<ModdleElement | undefined, number>;
  readonly flows: readonly DrawnFlow[];
  /** From each link throw to its catch event; their indexes go on after those of `flows`. */
  readonly links: readonly DrawnFlow[];
  /** Nodes by the scope they stand in. */
  readonly members: ReadonlyMap<number, readonly DrawnNode[]>;
  /** Elements between the nodes that are neither node nor flow (data objects and the like). */
  readonly others: readonly { readonly element: ModdleElement; readonly scope: number }[];
}

/** What one event definition stands for; `other` is none of BPMN's. */
export type SingleTrigger =
  'message' | 'timer' | 'error' | 'terminate' | 'signal' | 'escalation' | 'conditional' | 'compensation' | 'cancel' | 'link' | 'other';

/** An event's triggers in one word: `multiple` waits for one of several, or throws them all; `parallelMultiple` waits for all. */
export type Trigger = 'none' | SingleTrigger | 'multiple' | 'parallelMultiple';

export interface DrawnNode {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  /** What the engine would run; `unsupported` when it cannot. */
  readonly kind: ElementType | 'unsupported';
  readonly element: ModdleElement;
  /** Says what is done: the global task that a call activity names, else the element itself. */
  readonly work: ModdleElement;
  readonly scope: number;
  /** Flows drawn in and out, in document order. */
  readonly incoming: readonly number[];
  readonly outgoing: readonly number[];
  /** The ways a token really goes: the same, then those nobody drew between link events. */
  readonly waysIn: readonly number[];
  readonly waysOut: readonly number[];
  readonly boundaries: readonly number[];
  /** Host of a boundary event. */
  readonly attachedTo?: number;
  /** A compensation boundary event and its host: the activity that undoes the host. */
  readonly compensationHandler?: number;
  /** Runs only when compensated; no flow leads in or out. */
  readonly forCompensation: boolean;
  /** Where the tokens of its scope begin: a start event, or without any a node no flow leads to; in an ad-hoc subprocess what may be begun. */
  readonly begins: boolean;
  /** A receive task or event-based gateway that starts the process by itself. */
  readonly instantiates: boolean;
  readonly lane?: { readonly name: string; readonly role?: string };
  /** Events: what starts or ends them; `none` elsewhere. */
  readonly trigger: Trigger;
  /** The same one by one, in document order. */
  readonly triggers: readonly SingleTrigger[];
  /** Boundary events, starts of event subprocesses, and event subprocesses themselves; true elsewhere. */
  readonly interrupting: boolean;
  /** `thidua:step` as written. */
  readonly step?: string;
}

export interface DrawnFlow {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly element: ModdleElement;
  readonly scope: number;
  /** Undefined when the end is missing, is no flow node, or lies outside this process. */
  readonly source: number | undefined;
  readonly target: number | undefined;
  /** The condition's text without a leading '='. */
  readonly condition?: string;
  readonly isDefault: boolean;
}

const SCOPES: readonly DrawnNode['kind'][] = ['process', 'subProcess', 'eventSubProcess', 'transaction', 'adHocSubProcess'];

export function nodeAt(process: DrawnProcess, index: number): DrawnNode {
  const node = process.nodes[index];
  if (node === undefined) {
    throw new Error(`no node ${index} in process ${process.id}`);
  }
  return node;
}

export function flowAt(process: DrawnProcess, index: number): DrawnFlow {
  const flow = process.flows[index] ?? process.links[index - process.flows.length];
  if (flow === undefined) {
    throw new Error(`no flow ${index} in process ${process.id}`);
  }
  return flow;
}

/** The nodes flows lead to; a flow that ends nowhere leads to none. */
export function targetsOf(process: DrawnProcess, flows: readonly number[]): readonly number[] {
  return flows.flatMap((flow) => flowAt(process, flow).target ?? []);
}

/** The nodes flows come from. */
export function sourcesOf(process: DrawnProcess, flows: readonly number[]): readonly number[] {
  return flows.flatMap((flow) => flowAt(process, flow).source ?? []);
}

export function membersOf(process: DrawnProcess, scope: number): readonly DrawnNode[] {
  return process.members.get(scope) ?? [];
}

export function isScope(node: DrawnNode): boolean {
  return SCOPES.includes(node.kind);
}

/** A node only a flow could lead to, and none does: told by the rules about connections, and taken as reached by the others. */
export function isCutOff(node: DrawnNode): boolean {
  return needsIncoming(node) && node.waysIn.length === 0;
}

/** Flow nodes reached by a flow only: not where a scope begins, nor boundaries, event subprocesses and compensation handlers. */
function needsIncoming(node: DrawnNode): boolean {
  return node.index !== 0 && !node.begins && !node.forCompensation && !['boundaryEvent', 'eventSubProcess'].includes(node.kind);
}

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
  readonly flows: readonly DrawnFlow[];
  /** Nodes by the scope they stand in. */
  readonly members: ReadonlyMap<number, readonly DrawnNode[]>;
  /** Elements between the nodes that are neither node nor flow (data objects and the like). */
  readonly others: readonly ModdleElement[];
}

export type Trigger = 'none' | 'message' | 'timer' | 'error' | 'terminate' | 'other';

export interface DrawnNode {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  /** What the engine would run; `unsupported` when it cannot. */
  readonly kind: ElementType | 'unsupported';
  readonly element: ModdleElement;
  readonly scope: number;
  readonly incoming: readonly number[];
  readonly outgoing: readonly number[];
  readonly boundaries: readonly number[];
  /** Host of a boundary event. */
  readonly attachedTo?: number;
  readonly lane?: { readonly name: string; readonly role?: string };
  /** Events: what starts or ends them; `none` elsewhere. */
  readonly trigger: Trigger;
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

export function nodeAt(process: DrawnProcess, index: number): DrawnNode {
  const node = process.nodes[index];
  if (node === undefined) {
    throw new Error(`no node ${index} in process ${process.id}`);
  }
  return node;
}

export function flowAt(process: DrawnProcess, index: number): DrawnFlow {
  const flow = process.flows[index];
  if (flow === undefined) {
    throw new Error(`no flow ${index} in process ${process.id}`);
  }
  return flow;
}

export function membersOf(process: DrawnProcess, scope: number): readonly DrawnNode[] {
  return process.members.get(scope) ?? [];
}

export function isScope(node: DrawnNode): boolean {
  return Array.isArray(node.element['flowElements']) || node.index === 0 || ['subProcess', 'eventSubProcess'].includes(node.kind);
}

/** Flow nodes reached by a flow only: not starts, boundaries or event subprocesses. */
export function needsIncoming(node: DrawnNode): boolean {
  return node.index !== 0 && !['startEvent', 'boundaryEvent', 'eventSubProcess'].includes(node.kind);
}

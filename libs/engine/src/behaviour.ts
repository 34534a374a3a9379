import type { ElementType, GraphElement } from '@thidua/bpmn';
import type { JsonObject } from '@thidua/kernel';
import type { Draft } from './draft';
import type { Effect } from './effect';
import type { EngineEnv } from './env';
import type { EngineEvent } from './event';
import type { Plan } from './plan';
import type { ElementInstance } from './state';

/** A token on its way: to an element of a scope, to the n-th child of a body (`loop`), or to a compensation handler (`compensates`). */
export interface Token {
  scope: number;
  readonly graph: number;
  readonly element: number;
  readonly loop: number;
  readonly compensates: number;
  /** It has let the others pass once already, since its element throws a signal. */
  readonly late: boolean;
}

/** What holds a scope open besides tokens at joins, which are in the state. */
export interface Load {
  children: number;
  tokens: number;
}

/** Everything one command works with. Made by `decide`, never leaves it. */
export interface Run {
  readonly draft: Draft;
  readonly plans: Plan[];
  readonly env: EngineEnv;
  readonly machine: Machine;
  readonly feel: { readonly nowMs: number };
  readonly events: EngineEvent[];
  readonly effects: Effect[];
  /** First in, first out; read from `head`, never shifted. */
  readonly queue: Token[];
  head: number;
  steps: number;
  readonly loads: Map<number, Load>;
  /** Ids of open waits per element instance; built on first use. */
  waitsByKey: Map<number, string[]> | undefined;
  /** Scopes where an inclusive or complex gateway has tokens or is owed some. */
  readonly merging: Set<number>;
  /** Open waits on conditions. */
  readonly conditions: Set<string>;
  /** Conditions to ask whatever changed: those just opened. */
  readonly unasked: Set<string>;
  /** Names set since conditions were asked last; kept only while there are conditions. */
  readonly changed: Set<string>;
}

/** What the moves below call back: an element that completes may complete its body, its scope, or who compensates with it. */
export interface Machine {
  behaviourOf(type: ElementType): Behaviour;
  childCompleted(run: Run, child: ElementInstance, element: GraphElement, loopCounter: number): void;
  /** `thrower` is the key of who waited for a compensation handler that has ended. */
  handlerDone(run: Run, thrower: number, scope: number): void;
}

export type ElementOf<T extends ElementType> = Extract<GraphElement, { readonly type: T }>;

/** What an element does. It completes the instance, opens a wait, or raises an incident; it never throws for what a process may contain. */
export interface Behaviour<E extends GraphElement = GraphElement> {
  /** A token has arrived: the instance is active, its inputs and boundary events are in place. Absent: no token can arrive. */
  enter?(run: Run, node: ElementInstance, element: E): void;
  /** A timer, message or error reached this catching element; `host` is the instance that held the wait. */
  trigger?(run: Run, host: ElementInstance, element: E, brought: JsonObject): void;
  /** What it waited for besides a trigger is done: a job (with what it brought) or a compensation. Absent: it is complete then. */
  resume?(run: Run, node: ElementInstance, element: E, brought: JsonObject): void;
  /** All it had to undo is undone. Absent: as `resume` with nothing. */
  compensated?(run: Run, node: ElementInstance, element: E): void;
  /** Scopes: nothing is active inside any more. Absent: the scope is complete. */
  emptied?(run: Run, scope: ElementInstance, element: E): void;
  /** Scopes: something inside has been completed. */
  innerCompleted?(run: Run, scope: ElementInstance, element: E): void;
  /** A failed job is made again. */
  retryJob?(run: Run, node: ElementInstance, element: E): void;
}

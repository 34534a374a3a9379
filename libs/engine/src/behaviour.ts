import type { ElementType, GraphElement } from '@thidua/bpmn';
import type { JsonObject } from '@thidua/kernel';
import type { Run } from './run';
import type { ElementInstance } from './state';

export type ElementOf<T extends ElementType> = Extract<GraphElement, { readonly type: T }>;

/** What an element does. It completes the instance, opens a wait, or raises an incident; it never throws for what a process may contain. */
export interface Behaviour<E extends GraphElement = GraphElement> {
  /** A token has arrived: the instance is active, its inputs and boundary events are in place. Absent: no token can arrive. */
  enter?(run: Run, node: ElementInstance, element: E): void;
  /** A timer, message or error reached this catching element; `host` is the instance that held the wait. */
  trigger?(run: Run, host: ElementInstance, element: E, brought: JsonObject): void;
  /** A failed job is made again. */
  retryJob?(run: Run, node: ElementInstance, element: E): void;
}

import type { ProcessGraph } from '@thidua/bpmn';
import { apply } from './apply';
import { emptyDraft, freeze, thaw } from './draft';
import type { EngineEvent } from './event';
import { planOf } from './plan';
import type { InstanceState } from './state';

/** The state after one event; `graphs[n]` is the graph bound as `state.graphs[n]`. Throws on an event that cannot follow the state. */
export function evolve(state: InstanceState | undefined, event: EngineEvent, graphs: readonly ProcessGraph[]): InstanceState {
  return evolveAll(state, [event], graphs);
}

/** The same as folding `evolve`, with one copy for all events. */
export function evolveAll(
  state: InstanceState | undefined,
  events: readonly EngineEvent[],
  graphs: readonly ProcessGraph[],
): InstanceState {
  const draft = state === undefined ? emptyDraft() : thaw(state);
  const plans = graphs.map(planOf);
  for (const event of events) {
    apply(draft, event, plans);
  }
  return freeze(draft);
}

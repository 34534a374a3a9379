import type { ProcessGraph } from '@thidua/bpmn';
import type { Command, Rejection } from './command';
import { execute } from './commands';
import { freeze } from './draft';
import type { Effect } from './effect';
import { drain } from './enter';
import type { EngineEnv } from './env';
import type { EngineEvent } from './event';
import { MACHINE } from './machine';
import { createRun } from './run';
import type { InstanceState } from './state';

/** Either all that happened, with the state after it, or why the command does not apply (then nothing happened). */
export type Decision =
  | { readonly ok: true; readonly events: readonly EngineEvent[]; readonly effects: readonly Effect[]; readonly state: InstanceState }
  | { readonly ok: false; readonly rejection: Rejection };

/**
 * Decides one command on one process instance and runs it to its next wait states. Pure: the same arguments give the same
 * answer, and the given state is not changed. `state` is undefined for `start` only. The returned state equals folding
 * `evolve` over the events. Throws for bugs alone, such as a state that does not belong to the graph.
 */
export function decide(graph: ProcessGraph, state: InstanceState | undefined, command: Command, env: EngineEnv): Decision {
  const refusal = inactive(state, command);
  if (refusal !== undefined) {
    return { ok: false, rejection: refusal };
  }
  const run = createRun(graph, state, env, MACHINE);
  const rejection = execute(run, graph, command);
  if (rejection !== undefined) {
    return { ok: false, rejection };
  }
  if (!drain(run)) {
    return { ok: false, rejection: { code: 'step-limit', detail: `more than ${run.steps - 1} elements in one step` } };
  }
  return { ok: true, events: run.events, effects: run.effects, state: freeze(run.draft) };
}

function inactive(state: InstanceState | undefined, command: Command): Rejection | undefined {
  if (command.type === 'start') {
    return state === undefined ? undefined : { code: 'instance-not-active', detail: 'the instance was started before' };
  }
  return state?.status === 'active' ? undefined : { code: 'instance-not-active', detail: state?.status ?? 'never started' };
}

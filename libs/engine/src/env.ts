import type { ProcessGraph } from '@thidua/bpmn';
import type { JsonObject } from '@thidua/kernel';

/** A synchronous handler run inside the step: no IO, bounded by the step cap. Returns the job's output variables. */
export type InlineHandler = (input: { readonly headers: Readonly<Record<string, string>>; readonly variables: JsonObject }) => JsonObject;

/** Everything the core may not make itself: time, ids, calendar, called graphs, inline handlers. */
export interface EngineEnv {
  readonly nowMs: number;
  /** Definition id of the graph given to `decide`, kept in `state.graphs[0]` at the start; absent = its process id. */
  readonly definitionId?: string;
  newId(): string;
  /** End (epoch ms) of the n-th working day after the given instant; the first day is not counted. */
  addWorkingDays(fromMs: number, days: number): number;
  /** Limit in working days of a `thidua:deadline`, after the pack pinned by the instance had its say. */
  limitOf?(row: string, fallback: number): number;
  /** The graph a call activity binds to (loaded beforehand by the runtime); undefined = not deployed → incident. */
  called(
    processId: string,
    callerGraph: number,
    elementId: string,
  ): { readonly definitionId: string; readonly graph: ProcessGraph } | undefined;
  /** A graph the instance is already bound to (`state.graphs[1…]`); needed as soon as a called process is running. */
  graphOf?(definitionId: string): ProcessGraph | undefined;
  inline(jobType: string): InlineHandler | undefined;
  /** Most elements entered in one step; 0 or absent = 10,000. */
  readonly stepCap?: number;
}

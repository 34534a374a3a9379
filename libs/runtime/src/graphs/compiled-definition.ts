import type { ProcessGraph } from '@thidua/bpmn';

/** One released version, ready to run: its own graph and everything its call activities lead to. */
export interface CompiledDefinition {
  readonly id: string;
  readonly provinceId: string;
  readonly key: string;
  readonly version: number;
  readonly graph: ProcessGraph;
  /** Graphs of the same file by process id. */
  readonly siblings: ReadonlyMap<string, ProcessGraph>;
}

/** A graph under the id an instance binds it by: a definition id, or `<definition id>#<process id>` for a process of the same file. */
export interface BoundGraph {
  readonly definitionId: string;
  readonly graph: ProcessGraph;
}

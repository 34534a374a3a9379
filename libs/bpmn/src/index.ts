export type {
  CallDefinition,
  CatchTrigger,
  ElementLegal,
  ElementType,
  GraphElement,
  GraphFlow,
  JobDefinition,
  Mapping,
  MessageDefinition,
  MultiInstance,
  ProcessGraph,
  ProcessLegal,
  ScopeElement,
  ThrowMessage,
  TimerDefinition,
  UserTaskDefinition,
} from './graph';
export { THIDUA_DESCRIPTOR } from './moddle/thidua';
export { lintDiagram, readDiagram, type CompiledDiagram } from './read-diagram';
export { REFUSAL_FAMILIES, type Refusal, type RefusalCode, type RefusalFamily } from './refusal';
export type { Surroundings } from './surroundings';

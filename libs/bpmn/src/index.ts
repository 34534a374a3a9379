export type { Conversion, ConversionKind, ConversionLine, ConvertedForm } from './convert/conversion';
export { convertDiagram } from './convert/convert-diagram';
export type {
  AdHocDefinition,
  CallDefinition,
  CatchTrigger,
  Catching,
  DataDefinition,
  ElementLegal,
  ElementType,
  GraphElement,
  GraphFlow,
  JobDefinition,
  Mapping,
  MessageDefinition,
  MultiInstance,
  MultiInstanceBehavior,
  ProcessGraph,
  ProcessLegal,
  ScopeElement,
  StandardLoop,
  Throw,
  ThrowMessage,
  TimerDefinition,
  UserTaskDefinition,
} from './graph';
export { importDiagram, type ImportedDiagram } from './import/import-diagram';
export { takeInDiagram, type TakenIn } from './import/take-in-diagram';
export { THIDUA_DESCRIPTOR } from './moddle/thidua';
export { lintDiagram, readDiagram, sketchDiagram, type CompiledDiagram } from './read-diagram';
export { REFUSAL_FAMILIES, type Refusal, type RefusalCode, type RefusalFamily } from './refusal';
export type { DecidingRow, LimitFact, Surroundings } from './surroundings';
export { tell, type Told } from './sentences/tell';
export type { Sentence } from './sentences/sentence';
export { PAGES, type Page } from './support/support-table';

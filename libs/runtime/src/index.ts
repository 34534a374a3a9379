export { FAULT_POINTS, armFault, countFaultPoints, fp, type FaultPoint } from './fault-point';
export type { Clock, RunningClock } from './clock/clock';
export { systemClock, tableClock } from './clock/database-clocks';
export { newId } from './clock/new-id';
export { today } from './clock/today';
export { DefinitionMissing, GraphCache, type CompileDefinition } from './graphs/graph-cache';
export type { CompiledDefinition } from './graphs/compiled-definition';
export type { WorkingCalendar } from './steps/decider';
export type { ActorStamp, AuditNote, CommandGuard, OpenTask, StartInput, StepAnswer, StepInput, Subject } from './steps/step-input';
export { Runtime, type Publication, type RuntimeDeps } from './runtime';
export {
  Definitions,
  NotDraft,
  ProposerCannotPublish,
  setHash,
  type DefinitionsDeps,
  type Release,
  type Released,
} from './definitions/definitions';
export { lintIsolated } from './isolated/lint-isolated';
export type { SurroundingsData } from './graphs/compile';
export type { Refusal } from '@thidua/bpmn';
export type { Command, EngineEvent, InlineHandler, InstanceState, Rejection } from '@thidua/engine';
export { Jobs, type JobsDeps } from './jobs/jobs';
export { Correlator } from './messages/correlator';
export { Sweeper } from './sweeper';
export { auditHash, canonicalJson } from '@thidua/store';

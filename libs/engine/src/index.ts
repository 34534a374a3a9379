export type { Command, Rejection } from './command';
export { decide, type Decision } from './decide';
export type { Effect } from './effect';
export type { EngineEnv, InlineHandler } from './env';
export type { EngineEvent } from './event';
export { evolveAll } from './evolve';
export { INCIDENT_CAUSES, type IncidentCause } from './incidents';
export type {
  ElementMapping,
  MigrationInput,
  MigrationPlan,
  MigrationProblem,
  MigrationProblemCode,
  Move,
} from './migration/migration-plan';
export { planMigration } from './migration/plan-migration';
export { suggestMapping } from './migration/suggest-mapping';
export type { ElementInstance, InstanceState, TimerCycle, Wait } from './state';
export { afterFiring } from './time/cycle';
export { dueOf, type Due } from './time/due';

export { ClockStore } from './clock/clock.store';
export { connect, Database, type DatabaseSettings, type OpaquePool, type Tx } from './database/database';
export {
  domainErrorOf,
  ForbiddenCharacter,
  isConnectionLost,
  isKeyTaken,
  isUndone,
  NotCompetent,
  NumberTaken,
  StateConflict,
  Unavailable,
} from './database/errors';
export {
  DefinitionStore,
  type DefinitionRecord,
  type DefinitionStatus,
  type DefinitionSummary,
  type NewDefinition,
  type Resources,
} from './definitions/definition.store';
export { InstanceStore, type InstanceRecord } from './instances/instance.store';
export { MessageStore, type NewMessage, type Match } from './messages/message.store';
export { migrate } from './migrate';
export { StepStore, type InstanceRef, type LoadedInstance } from './steps/step.store';
export type {
  AuditLine,
  ClosedTask,
  IdempotencyKey,
  IncidentLine,
  InstanceStart,
  JobLine,
  MessageLine,
  StepGuards,
  StepOutcome,
  StepWrite,
  SubscriptionLine,
  TaskLine,
} from './steps/step-rows';

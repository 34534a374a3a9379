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
export { IdempotencyStore, type StoredAnswer } from './idempotency/idempotency.store';
export { IncidentStore, type IncidentRecord } from './incidents/incident.store';
export { InstanceStore, type EventRecord, type InstanceRecord } from './instances/instance.store';
export { JobStore, type ClaimedJob, type JobRecord } from './jobs/job.store';
export { MessageStore, type MessageAddress, type NewMessage } from './messages/message.store';
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
export { OutboxStore, type OutboxRow } from './outbox/outbox.store';
export { TaskStore, type InboxCursor, type TaskRecord } from './tasks/task.store';
export { TimerStore, type DueTimer } from './timers/timer.store';
export { FactsStore, type SubjectId } from './facts/facts.store';
export type { DossierFacts, HolderFacts, OrgFacts, PaperFacts, RoundFacts, RowFacts, SessionFacts } from './facts/facts';

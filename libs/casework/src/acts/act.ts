import type { ActingAs, Actor } from '@thidua/access';
import type { JsonObject, LocalDate } from '@thidua/kernel';
import type { AuditNote } from '@thidua/runtime';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { TaskRecord } from '../task-record';

/** One person completing one user task, inside the transaction that will also move the process. */
export interface ActContext {
  readonly deps: CaseworkDeps;
  readonly tx: Tx;
  readonly actor: Actor;
  readonly acting: ActingAs;
  readonly task: TaskRecord;
  /** Checked by the task's form; `outcome` and `reason` stand beside the form's own keys. */
  readonly data: JsonObject;
  readonly nowMs: number;
  readonly today: LocalDate;
}

/** What the process learns (ids, flags, counts: never names or texts) and what the audit line says. */
export interface ActResult {
  readonly variables: JsonObject;
  readonly audit: AuditNote;
}

/** The part of completing a task that is particular to its form; throws a DomainError to refuse, and nothing is written. */
export type Act = (context: ActContext) => Promise<ActResult>;

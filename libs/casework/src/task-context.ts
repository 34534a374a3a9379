import type { Actor } from '@thidua/access';
import type { FieldOption } from '@thidua/contract/forms';
import type { JsonObject } from '@thidua/kernel';
import type { CaseworkDeps } from './deps';
import type { TaskRecord } from './task-record';

/** What a form needs besides its schema and rows: values to open with, facts to show, options by the name its fields give. */
export interface TaskContext {
  readonly values?: JsonObject;
  readonly context?: JsonObject;
  readonly options?: Readonly<Record<string, readonly FieldOption[]>>;
}

export type TaskContextQuery = (deps: CaseworkDeps, task: TaskRecord, actor: Actor) => Promise<TaskContext>;

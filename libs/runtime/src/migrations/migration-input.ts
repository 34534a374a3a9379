import type { MigrationProblem } from '@thidua/engine';
import type { ActorStamp } from '../steps/step-input';

export interface InstanceMigration {
  readonly provinceId: string;
  readonly instanceId: string;
  /** A published version of the same process. */
  readonly toDefinitionId: string;
  /** Ids of elements (and flows into joins) of the instance's version → of the target; what is not named keeps its id. */
  readonly mapping: Readonly<Record<string, string>>;
  /** Elements of the target version whose due date, message key or job type is evaluated anew. */
  readonly renew?: readonly string[];
  /** The version of the instance that was looked at. */
  readonly expectedVersion: number;
  /** Row of `instance_migration` this belongs to; a line is written for it, also when it is refused. */
  readonly migrationId: string;
  readonly actor?: ActorStamp;
}

export interface MigrationUndoing {
  readonly provinceId: string;
  readonly instanceId: string;
  readonly migrationId: string;
  readonly actor?: ActorStamp;
}

/** The engine's reasons, and those only the rows tell. */
export interface InstanceProblem {
  readonly code: MigrationProblem['code'] | 'version-not-published' | 'job-running' | 'ballot-open' | 'instance-changed';
  /** BPMN id; empty where it concerns the whole instance. */
  readonly element: string;
  readonly to?: string;
}

/** `refused`: nothing was changed but the line that says so. `revoked`: the actor's post changed. */
export type MigrationAnswer =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly reason: 'refused'; readonly problems: readonly InstanceProblem[] }
  | { readonly ok: false; readonly reason: 'not-found' | 'revoked' };

/**
 * `not-moved`: this migration left the instance as it was. `already-undone`. `acted-since`: the instance has moved, or one of its tasks
 * was acted on, since; or the migration itself let a token go on.
 */
export type UndoAnswer =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly reason: 'not-found' | 'not-moved' | 'already-undone' | 'acted-since' | 'revoked' };

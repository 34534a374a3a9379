import type { Command, EngineEvent, Rejection } from '@thidua/engine';
import type { JsonObject } from '@thidua/kernel';
import type { IdempotencyKey } from '@thidua/store';

/** Who acts: account, person, the post acted from, whom it stands in for, and the version of the post the policy looked at. */
export interface ActorStamp {
  readonly accountId: string;
  readonly personId: string;
  readonly positionId: string;
  readonly onBehalfOf?: string;
  readonly grantVersion: number;
}

/** What must still be true when the step commits. */
export type CommandGuard =
  | { readonly taskId: string; readonly taskVersion: number }
  | { readonly jobId: string; readonly leaseToken: string }
  /** The instance has not heard this broadcast yet. */
  | { readonly broadcastId: string };

/** Ids and hashes only, never names or texts. `action` is kebab-case. */
export interface AuditNote {
  readonly action: string;
  readonly facts?: JsonObject;
}

export interface StepInput {
  readonly provinceId: string;
  readonly instanceId: string;
  readonly command: Command;
  readonly actor?: ActorStamp;
  readonly audit?: AuditNote;
  readonly guard?: CommandGuard;
  /** Hash of the form body a task was completed with; the body itself is a payload row. */
  readonly formDataHash?: string;
  readonly idempotency?: IdempotencyKey;
}

/** A command whose own facts are given beside it. */
export type CommandInput = Omit<StepInput, 'command'>;

export interface AdHocInput extends CommandInput {
  readonly key: number;
  readonly elementIds: readonly string[];
  readonly variables: JsonObject;
}

/** What the instance is about: its owner and the dossier or round it belongs to, copied onto its tasks. */
export interface Subject {
  readonly orgId: string;
  readonly dossierId?: string;
  readonly roundId?: string;
  readonly packHash?: string;
}

export interface StartInput {
  readonly provinceId: string;
  /** The published version in force of this process; or `definitionId` for a given one. */
  readonly processKey?: string;
  readonly definitionId?: string;
  /** Made here when absent. */
  readonly instanceId?: string;
  readonly businessKey?: string;
  readonly startElementId?: string;
  /** A further process of the definition's file; the definition's own when absent. */
  readonly processId?: string;
  /** No second instance of the process may live that was started with this key (the caller has locked it). */
  readonly startKey?: string;
  readonly variables: JsonObject;
  readonly subject: Subject;
  readonly actor?: ActorStamp;
  readonly audit?: AuditNote;
  readonly idempotency?: IdempotencyKey;
}

export interface OpenTask {
  readonly taskId: string;
  readonly elementId: string;
  readonly name: string;
  readonly candidateGroups: readonly string[];
  readonly assignee?: string;
}

/**
 * `rejected`: the command does not apply to the state as it is. `fenced`: the job's lease went to someone else, throw the result away;
 * or the broadcast was heard already.
 * `stale`: the task changed since it was read, or the instance kept moving. `revoked`: the actor's post changed since the policy looked.
 * `repeated`: the idempotency key was used, its stored answer holds.
 */
export type StepAnswer =
  | {
      readonly ok: true;
      readonly instanceId: string;
      readonly version: number;
      readonly events: readonly EngineEvent[];
      readonly openTasks: readonly OpenTask[];
      readonly ended: boolean;
    }
  | { readonly ok: false; readonly reason: 'rejected'; readonly rejection: Rejection }
  | { readonly ok: false; readonly reason: 'fenced' | 'stale' | 'revoked' | 'repeated' };

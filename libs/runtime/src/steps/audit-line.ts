import type { Command } from '@thidua/engine';
import type { JsonObject } from '@thidua/kernel';
import { auditHash, type AuditLine } from '@thidua/store';
import type { ActorStamp, AuditNote } from './step-input';

export interface AuditSource {
  readonly instanceId: string;
  readonly atMs: number;
  readonly command: Command;
  readonly note: AuditNote | undefined;
  readonly actor: ActorStamp | undefined;
}

/** The next line of an instance's chain. */
export function auditLine(prevHash: string, source: AuditSource): AuditLine {
  const { instanceId, atMs, command, note, actor } = source;
  const action = note?.action ?? command.type;
  const facts: JsonObject = { ...subjectOf(command), ...note?.facts };
  const who =
    actor === undefined
      ? {}
      : {
          personId: actor.personId,
          positionId: actor.positionId,
          grantVersion: actor.grantVersion,
          ...(actor.onBehalfOf === undefined ? {} : { onBehalfOf: actor.onBehalfOf }),
        };
  return { action, facts, prevHash, hash: auditHash(prevHash, { subjectId: instanceId, atMs, action, facts, ...who }), ...who };
}

/** What the command was about, by id; variables stay out. */
function subjectOf(command: Command): JsonObject {
  switch (command.type) {
    case 'complete-task':
      return { taskId: command.taskId };
    case 'complete-job':
      return { jobId: command.jobId };
    case 'throw-job-error':
      return { jobId: command.jobId, errorCode: command.errorCode };
    case 'fail-job':
      return { jobId: command.jobId, cause: command.cause };
    case 'fire-timer':
      return { timerId: command.timerId };
    case 'correlate':
      return { subscriptionId: command.subscriptionId };
    case 'resolve-incident':
      return { incidentId: command.incidentId };
    case 'cancel':
      return { reason: command.reason };
    case 'signal':
      return { signal: command.signal };
    case 'activate-ad-hoc':
      return { key: command.key, elements: [...command.elementIds] };
    case 'complete-ad-hoc':
      return { key: command.key };
    case 'migrate':
      return { toDefinitionId: command.toDefinitionId };
    case 'start':
    case 'undo-migration':
    case 'set-variables':
      return {};
  }
}

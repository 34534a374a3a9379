import { createHash } from 'node:crypto';
import type { Command } from '@thidua/engine';
import type { JsonObject } from '@thidua/kernel';
import type { AuditLine } from '@thidua/store';
import { canonicalJson } from './canonical-json';
import type { ActorStamp, AuditNote } from './step-input';

export interface AuditSource {
  readonly instanceId: string;
  readonly atMs: number;
  readonly command: Command;
  readonly note: AuditNote | undefined;
  readonly actor: ActorStamp | undefined;
}

/** The next line of an instance's chain: hash = SHA-256(previous hash, canonical line). */
export function auditLine(prevHash: string, source: AuditSource): AuditLine {
  const { instanceId, atMs, command, note, actor } = source;
  const action = note?.action ?? command.type;
  const facts: JsonObject = { ...subjectOf(command), ...note?.facts };
  const who: JsonObject =
    actor === undefined
      ? {}
      : { personId: actor.personId, positionId: actor.positionId, onBehalfOf: actor.onBehalfOf ?? null, grantVersion: actor.grantVersion };
  const line = canonicalJson({ subject: instanceId, at: new Date(atMs).toISOString(), action, who, facts });
  const hash = createHash('sha256').update(`${prevHash}\n${line}`).digest('hex');
  return {
    action,
    facts,
    prevHash,
    hash,
    ...(actor === undefined ? {} : { personId: actor.personId, positionId: actor.positionId, grantVersion: actor.grantVersion }),
    ...(actor?.onBehalfOf === undefined ? {} : { onBehalfOf: actor.onBehalfOf }),
  };
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
    case 'start':
    case 'set-variables':
      return {};
  }
}

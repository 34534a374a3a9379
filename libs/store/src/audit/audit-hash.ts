import { createHash } from 'node:crypto';
import type { JsonObject } from '@thidua/kernel';
import { canonicalJson } from './canonical-json';

/** What a line of the audit trail says; ids and hashes only. */
export interface AuditFacts {
  readonly subjectId: string;
  readonly atMs: number;
  readonly action: string;
  readonly personId?: string | null;
  readonly positionId?: string | null;
  readonly onBehalfOf?: string | null;
  readonly grantVersion?: number | null;
  readonly facts: JsonObject;
}

/** SHA-256 over the hash before and the canonical line: whoever changes, drops or moves a line breaks every hash after it. */
export function auditHash(prevHash: string, { subjectId, atMs, action, facts, ...who }: AuditFacts): string {
  const { personId = null, positionId = null, onBehalfOf = null, grantVersion = null } = who;
  const line = canonicalJson({
    subject: subjectId,
    at: new Date(atMs).toISOString(),
    action,
    who: { personId, positionId, onBehalfOf, grantVersion },
    facts,
  });
  return createHash('sha256').update(`${prevHash}\n${line}`).digest('hex');
}

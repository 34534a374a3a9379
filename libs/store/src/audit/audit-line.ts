import type { JsonObject } from '@thidua/kernel';
import { auditHash } from './audit-hash';

/** A line of the trail as it is kept. */
export interface KeptLine {
  readonly id: string;
  readonly province_id: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly at: Date;
  /** Finer than we ever write: somebody else did. */
  readonly finer: boolean;
  readonly action: string;
  readonly person_id: string | null;
  readonly position_id: string | null;
  readonly on_behalf_of: string | null;
  readonly grant_version: number | null;
  readonly facts: JsonObject;
  readonly prev_hash: string;
  readonly hash: string;
}

export const KEPT_COLUMNS = `id, province_id, subject_type, subject_id, at, date_trunc('milliseconds', at) <> at as finer, action, person_id, position_id,
  on_behalf_of, grant_version, facts, prev_hash, hash`;

/** The hash a line with these words has after that hash. */
export function hashAfter(prevHash: string, line: KeptLine): string {
  const { at, action, facts, person_id: personId, position_id: positionId, on_behalf_of: onBehalfOf, grant_version: grantVersion } = line;
  const who = { personId, positionId, onBehalfOf, grantVersion };
  return auditHash(prevHash, { subjectId: line.subject_id, atMs: at.getTime(), action, facts, ...who });
}

import type { JsonObject } from '@thidua/kernel';
import type { Database } from '../database/database';
import { rowsOf } from '../database/prepared';
import { auditHash } from './audit-hash';

interface Line {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly person_id: string | null;
  readonly position_id: string | null;
  readonly on_behalf_of: string | null;
  readonly grant_version: number | null;
  readonly facts: JsonObject;
  readonly prev_hash: string;
  readonly hash: string;
}

/** Verifies the hash chain of a subject. */
export class AuditChainStore {
  constructor(private readonly database: Database) {}

  /** Id of the first line that does not follow from the one before it; undefined when the chain is whole. */
  async brokenAt(provinceId: string, subjectType: string, subjectId: string): Promise<string | undefined> {
    const lines = await rowsOf<Line>(
      this.database.reader,
      `select id, at, action, person_id, position_id, on_behalf_of, grant_version, facts, prev_hash, hash from audit
       where province_id = $1 and subject_type = $2 and subject_id = $3 order by id`,
      [provinceId, subjectType, subjectId],
    );
    let prevHash = '';
    for (const line of lines) {
      if (line.prev_hash !== prevHash || line.hash !== auditHash(prevHash, factsOf(subjectId, line))) {
        return line.id;
      }
      prevHash = line.hash;
    }
    return undefined;
  }
}

function factsOf(subjectId: string, line: Line): Parameters<typeof auditHash>[1] {
  const { at, action, facts, person_id: personId, position_id: positionId, on_behalf_of: onBehalfOf, grant_version: grantVersion } = line;
  return { subjectId, atMs: at.getTime(), action, facts, personId, positionId, onBehalfOf, grantVersion };
}

import { checkChains, type Database } from '@thidua/store';
import type { Client } from 'pg';

/** I17: every chain verifies from its first line to where it is kept that it ends, so do the seals, and every step left a line. */
export async function checkAudit(client: Client, database: Database): Promise<string[]> {
  const { broken } = await checkChains(database);
  const violations = broken.map(
    ({ subjectType, subjectId, lineId, fault }) =>
      `audit chain of ${subjectType} ${subjectId} is broken at ${lineId ?? 'its end'} (${fault})`,
  );
  const { rows: silent } = await client.query<{ id: string }>(
    `select s.id from instance_state s where s.version >
       (select count(*) from audit a where a.province_id = s.province_id and a.subject_id = s.id and a.subject_type = 'instance')`,
  );
  return [...violations, ...silent.map(({ id }) => `instance ${id} has steps without an audit line`)];
}

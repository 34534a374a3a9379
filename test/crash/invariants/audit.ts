import { checkChains, type Database } from '@thidua/store';
import type { Client } from 'pg';

/** I17: every chain verifies from its first line, an instance's state names the head of its chain, and every step left a line. */
export async function checkAudit(client: Client, database: Database): Promise<string[]> {
  const { broken } = await checkChains(database);
  const violations = broken.map(
    ({ subjectType, subjectId, lineId }) => `audit chain of ${subjectType} ${subjectId} is broken at ${lineId}`,
  );
  const { rows: heads } = await client.query<{ id: string }>(
    `select s.id from instance_state s where s.audit_head is distinct from
       (select a.hash from audit a where a.province_id = s.province_id and a.subject_id = s.id and a.subject_type = 'instance' order by a.id desc limit 1)`,
  );
  const { rows: silent } = await client.query<{ id: string }>(
    `select s.id from instance_state s where s.version >
       (select count(*) from audit a where a.province_id = s.province_id and a.subject_id = s.id and a.subject_type = 'instance')`,
  );
  return [
    ...violations,
    ...heads.map(({ id }) => `instance ${id} does not name the head of its audit chain`),
    ...silent.map(({ id }) => `instance ${id} has steps without an audit line`),
  ];
}

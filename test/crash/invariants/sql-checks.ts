import type { Client } from 'pg';

interface SqlCheck {
  readonly name: string;
  /** Answers one row per violation, column `what`. */
  readonly sql: string;
}

/** Reliability's I5–I8, I13, I14, I16 as far as rows alone show them. */
const CHECKS: readonly SqlCheck[] = [
  {
    name: 'one decision per round and award',
    sql: `select round_id || ' ' || award || ': ' || count(*) as what from decision where canceled_at is null and not external
          group by province_id, round_id, award having count(*) > 1`,
  },
  {
    name: 'every awarded row rests on one decision of its award',
    sql: `select r.id || ' ' || r.state as what from nominee_row r left join decision d on d.province_id = r.province_id and d.id = r.decision_id
          where (r.state = 'awarded' and d.id is null) or (d.id is not null and (d.award <> r.award or d.canceled_at is not null))`,
  },
  {
    name: 'a decision has its paper and the paper its decision',
    sql: `select d.id || ' ' || coalesce(p.kind, 'no paper') as what from decision d
            left join paper p on p.province_id = d.province_id and p.id = d.paper_id
          where not d.external and (p.id is null or p.decision_id is distinct from d.id)`,
  },
  {
    name: 'numbers of a series are 1..n',
    sql: `select s.document_type || ' ' || s.suffix || ': n ' || s.n || ', register ' || count(r.n) || ', highest ' || coalesce(max(r.n), 0) as what
          from series s left join number_register r on r.province_id = s.province_id and r.series_id = s.id and r.n is not null
          group by s.province_id, s.id, s.document_type, s.suffix, s.n
          having count(r.n) <> s.n or coalesce(max(r.n), 0) <> s.n or count(distinct r.n) <> s.n or coalesce(min(r.n), 1) <> 1`,
  },
  {
    name: 'numbers follow the order in which they were taken',
    sql: `select a.number_text || ' taken after ' || b.number_text as what from number_register a
            join number_register b on b.province_id = a.province_id and b.series_id = a.series_id and b.n = a.n + 1
          where a.taken_at > b.taken_at`,
  },
  {
    name: 'one number per paper, the same in register and paper',
    sql: `select p.kind || ' ' || coalesce(p.number_text, '-') || ' against ' || coalesce(r.number_text, '-') as what
          from paper p full join number_register r on r.province_id = p.province_id and r.paper_id = p.id and r.canceled_at is null
          where p.number_text is distinct from r.number_text`,
  },
  {
    name: 'an issued paper has its file',
    sql: `select p.kind || ' ' || p.state as what from paper p
          where p.state in ('sealed', 'issued') and (p.file_sha256 is null or p.pages is null or p.pages < 1)`,
  },
  {
    name: 'every named file is there',
    sql: `select n.sha || ' of paper ' || n.kind as what
          from (select province_id, kind, unnest(array[draft_sha256, file_sha256, docx_sha256]) as sha from paper) n
            left join file f on f.province_id = n.province_id and f.sha256 = n.sha
          where n.sha is not null and f.sha256 is null`,
  },
  {
    name: 'a file is what its hash says',
    sql: `select sha256 || ' (' || mime || ')' as what from file
          where bytes is not null and key_id is null and (encode(sha256(bytes), 'hex') <> sha256 or length(bytes) <> size)`,
  },
  {
    name: 'every ballot is counted once',
    sql: `select c.session_id || ' item ' || c.item_id || ': ' || c.counted || ' counted, ' || r.voted || ' voted' as what
          from (select province_id, session_id, item_id, sum(n) as counted from ballot_count group by 1, 2, 3) c
            join (select province_id, session_id, count(*) filter (where voted) as voted from roll group by 1, 2) r
              on r.province_id = c.province_id and r.session_id = c.session_id
          where c.counted <> r.voted`,
  },
  {
    name: 'a closed session counted what was cast',
    sql: `select i.id || ': ' || i.yes || '/' || i.no || '/' || i.blank as what from session_item i
            join (select province_id, item_id, coalesce(sum(n) filter (where option = 'yes'), 0) as yes,
                    coalesce(sum(n) filter (where option = 'no'), 0) as no from ballot_count group by 1, 2) c
              on c.province_id = i.province_id and c.item_id = i.id
          where i.passed is not null and (i.yes <> c.yes or i.no <> c.no)`,
  },
  {
    name: 'a voter has voted exactly when the ballot task is done',
    sql: `select t.id || ' ' || t.status as what from task t
            join council_session s on s.province_id = t.province_id and s.round_id = t.round_id
            join roll r on r.province_id = s.province_id and r.session_id = s.id and t.assignee = 'person:' || r.person_id
          where t.step = 'ballot' and t.status <> 'canceled' and (t.status = 'completed') <> r.voted`,
  },
  {
    name: 'a completed task says by whom',
    sql: `select id || ' ' || element_id as what from task where status = 'completed' and (completed_by_person is null or completed_at is null)`,
  },
  { name: 'no open task of an ended instance', sql: openOfEnded('task', "w.status = 'open'") },
  { name: 'no open job of an ended instance', sql: openOfEnded('job', "w.status = 'open'") },
  { name: 'no timer of an ended instance', sql: openOfEnded('timer', 'true') },
  { name: 'no subscription of an ended instance', sql: openOfEnded('subscription', 'true') },
  {
    name: 'an inbox line leads to an open task',
    sql: `select i.task_id::text as what from inbox i left join task t on t.province_id = i.province_id and t.id = i.task_id
          where t.id is null or t.status <> 'open'`,
  },
  { name: 'no signal subscription of an ended instance', sql: openOfEnded('signal_subscription', 'true') },
  {
    name: 'no undelivered message beside its subscriber',
    sql: `select m.name || ' ' || m.correlation_key as what from message m join subscription s
            on s.province_id = m.province_id and s.message = m.name and s.correlation_key = m.correlation_key
            join process_instance p on p.province_id = s.province_id and p.id = s.instance_id
          where not exists (select from message_delivery d where d.province_id = m.province_id and d.message_id = m.id and d.process = p.key)`,
  },
  { name: 'no signal nobody carries round', sql: `select signal || ' of ' || thrown_at as what from signal_broadcast` },
  { name: 'no incident', sql: `select element_id || ' ' || cause || ': ' || detail as what from incident where resolved_at is null` },
];

function openOfEnded(table: string, open: string): string {
  return `select w.element_id || ' of ' || p.key as what from ${table} w
            join process_instance p on p.province_id = w.province_id and p.id = w.instance_id where p.status <> 'active' and ${open}`;
}

export async function checkBySql(client: Client): Promise<string[]> {
  const violations: string[] = [];
  for (const { name, sql } of CHECKS) {
    const { rows } = await client.query<{ what: string }>(sql);
    violations.push(...rows.map((row) => `${name}: ${row.what}`));
  }
  return violations;
}

import type { Database } from '../database/database';
import { rowsOf } from '../database/prepared';
import type { BrokenChain, ChainScope } from './broken-chain';

interface End {
  readonly province_id: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly last_id: string | null;
  readonly last_at: Date | null;
  /** First line after the one that is kept as the last. */
  readonly extra_id: string | null;
  readonly extra_at: Date | null;
}

/** Chains that do not end where it is kept that they end. Each side is read in one snapshot: people go on writing meanwhile. */
export async function endFaults(database: Database, scope: ChainScope): Promise<readonly BrokenChain[]> {
  const values = [scope.provinceId ?? null, scope.subjectIds ?? null];
  const ends = await rowsOf<End>(database.reader, OTHER_ENDS, values);
  const headless = await rowsOf<End>(database.reader, HEADLESS, values);
  return [...ends.map((end): BrokenChain => (end.extra_id === null ? tail(end) : inserted(end))), ...headless.map((end) => inserted(end))];
}

function tail(end: End): BrokenChain {
  return { ...chainOf(end), fault: 'tail', lineId: end.last_id, at: end.last_at };
}

function inserted(end: End): BrokenChain {
  return { ...chainOf(end), fault: 'inserted', lineId: end.extra_id, at: end.extra_at };
}

function chainOf(end: End): Pick<BrokenChain, 'provinceId' | 'subjectType' | 'subjectId'> {
  return { provinceId: end.province_id, subjectType: end.subject_type, subjectId: end.subject_id };
}

/** Ends as kept beside the last lines there are; where the kept one is a line further up, the line after it is one too many. */
const OTHER_ENDS = `
with head as (
  select province_id, subject_type, subject_id, last_hash as hash from audit_head
   where ($1::text is null or province_id = $1) and ($2::uuid[] is null or subject_id = any($2))
  union all
  select province_id, 'instance', id, audit_head from instance_state
   where ($1::text is null or province_id = $1) and ($2::uuid[] is null or id = any($2))
)
select h.province_id, h.subject_type, h.subject_id, last.id as last_id, last.at as last_at, extra.id as extra_id, extra.at as extra_at
from head h
left join lateral (select a.id, a.at, a.hash from audit a
  where a.province_id = h.province_id and a.subject_type = h.subject_type and a.subject_id = h.subject_id order by a.id desc limit 1) last on true
left join lateral (select a.id, a.at from audit a
  where last.hash is distinct from h.hash and a.province_id = h.province_id and a.subject_type = h.subject_type and a.subject_id = h.subject_id
    and a.id > (select e.id from audit e where e.province_id = h.province_id and e.subject_type = h.subject_type and e.subject_id = h.subject_id
      and e.hash = h.hash order by e.id limit 1) order by a.id limit 1) extra on true
where coalesce(last.hash, '') <> h.hash`;

/** Chains nobody keeps an end of. */
const HEADLESS = `
select a.province_id, a.subject_type, a.subject_id, null as last_id, null as last_at, min(a.id) as extra_id, min(a.at) as extra_at
from audit a
left join audit_head h on h.province_id = a.province_id and h.subject_type = a.subject_type and h.subject_id = a.subject_id
left join instance_state i on i.province_id = a.province_id and i.id = a.subject_id and a.subject_type = 'instance'
where ($1::text is null or a.province_id = $1) and ($2::uuid[] is null or a.subject_id = any($2)) and h.subject_id is null and i.id is null
group by a.province_id, a.subject_type, a.subject_id`;

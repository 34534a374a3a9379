import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';
import { sealHash, type SealedLine } from './seal-hash';

interface LastSeal {
  readonly n: number;
  readonly hash: string;
}

interface Mark {
  readonly settled: string;
  readonly pending: string;
  /** Nothing is under way that was so when `pending` was the newest line. */
  readonly calm: boolean;
}

/** Lines looked at by one seal. */
const SPAN = 20_000n;

/**
 * Seals the ends of all chains that grew, province by province, each seal following from the one before (ADR 14). Takes no lock that writers
 * of the trail need. Answers how many seals were made; several workers may call it at once.
 */
export async function sealTrail(database: Database, atMs: number): Promise<number> {
  let made = 0;
  for (const { province_id: provinceId } of await rowsOf<{ province_id: string }>(database.reader, PROVINCES, [])) {
    made += await database.inTransaction((tx) => sealProvince(tx, provinceId, atMs));
  }
  return made;
}

async function sealProvince(tx: Tx, provinceId: string, atMs: number): Promise<number> {
  const [lock] = await rowsOf<{ mine: boolean }>(tx, 'select pg_try_advisory_xact_lock(hashtextextended($1, 7)) as mine', [provinceId]);
  if (lock?.mine !== true) {
    return 0;
  }
  // Ids of lines are taken before they are committed. So what is under way is asked before the trail is read, and lines stay in view until
  // all that was under way beside them has ended.
  const [mark = { settled: '0', pending: '0', calm: false }] = await rowsOf<Mark>(tx, MARK, [provinceId]);
  const [newest] = await rowsOf<{ id: string | null }>(tx, 'select max(id) as id from audit where province_id = $1', [provinceId]);
  const end = BigInt(newest?.id ?? '0');
  let [last] = await rowsOf<LastSeal>(tx, LAST, [provinceId]);
  let made = 0;
  for (let at = BigInt(mark.settled); at < end; at += SPAN) {
    const upTo = String(at + SPAN < end ? at + SPAN : end);
    const lines = await rowsOf<SealedLine>(tx, ENDS, [provinceId, String(at), upTo]);
    if (lines.length > 0) {
      last = await writeSeal(tx, { provinceId, at: new Date(atMs), upTo, last }, lines);
      made += 1;
    }
  }
  if (mark.calm || mark.pending === '0') {
    await tx.query(MOVE_MARK, [provinceId, mark.pending, String(end)]);
  }
  return made;
}

interface NextSeal {
  readonly provinceId: string;
  readonly at: Date;
  readonly upTo: string;
  readonly last: LastSeal | undefined;
}

async function writeSeal(tx: Tx, { last, ...next }: NextSeal, lines: readonly SealedLine[]): Promise<LastSeal> {
  const seal = { ...next, n: (last?.n ?? 0) + 1, prevHash: last?.hash ?? '' };
  const hash = sealHash(seal, lines);
  await tx.query('insert into audit_seal (province_id, n, at, up_to, prev_hash, hash) values ($1, $2, $3, $4, $5, $6)', [
    ...[seal.provinceId, seal.n, seal.at, seal.upTo, seal.prevHash, hash],
  ]);
  await tx.query(
    `insert into audit_seal_line (province_id, n, line_id, subject_type, subject_id, hash)
     select $1, $2, * from unnest($3::bigint[], $4::text[], $5::uuid[], $6::text[])`,
    [
      ...[seal.provinceId, seal.n, lines.map((line) => line.line_id), lines.map((line) => line.subject_type)],
      ...[lines.map((line) => line.subject_id), lines.map((line) => line.hash)],
    ],
  );
  return { n: seal.n, hash };
}

const PROVINCES = `
with recursive p as (
  (select province_id from audit order by province_id limit 1)
  union all
  select (select a.province_id from audit a where a.province_id > p.province_id order by a.province_id limit 1) from p where p.province_id is not null
) select province_id from p where province_id is not null`;

/** A second less: two readings of one clock. */
const MARK = `
select m.settled, m.pending, coalesce((
  select min(xact_start) - interval '1 second' > m.pending_at from pg_stat_activity
  where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()), true) as calm
from audit_seal_mark m where m.province_id = $1`;

const MOVE_MARK = `
insert into audit_seal_mark as m (province_id, settled, pending, pending_at) values ($1, $2, $3, clock_timestamp())
on conflict (province_id) do update set settled = greatest(m.settled, excluded.settled), pending = excluded.pending, pending_at = excluded.pending_at
  where m.settled <> excluded.settled or m.pending <> excluded.pending`;

const LAST = 'select n, hash from audit_seal where province_id = $1 order by n desc limit 1';

/** The last line of each chain within the span, but for those that are sealed already. */
const ENDS = `
select e.id as line_id, e.subject_type, e.subject_id, e.hash from (
  select distinct on (subject_type, subject_id) id, subject_type, subject_id, hash from audit
  where province_id = $1 and id > $2 and id <= $3 order by subject_type, subject_id, id desc) e
where not exists (select from audit_seal_line l where l.province_id = $1 and l.line_id = e.id)
order by e.id`;

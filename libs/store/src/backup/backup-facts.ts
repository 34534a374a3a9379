import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** What a restored database is held against. */
export interface BackupFacts {
  /** Names of the migrations it has, in order. */
  readonly migrations: readonly string[];
  /** Lines of the audit trail up to `lastId`, and their hashes folded into one; the order is each chain's own matter. */
  readonly audit: { readonly lastId: string; readonly lines: number; readonly hash: string };
  /** Rows by table. Exact only while nothing runs. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Reads them in one snapshot, in which no line up to the last one is still being written. */
export async function readBackupFacts(database: Database): Promise<BackupFacts> {
  const lastId = await settledId(database);
  return database.inTransaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only');
    return { migrations: await migrationsOf(tx), audit: await auditUpTo(tx, lastId), rows: await rowCounts(tx) };
  });
}

/** Ids are taken before they are committed: the lock waits for whoever has one, and is held for one look. */
function settledId(database: Database): Promise<string> {
  return database.inTransaction(async (tx) => {
    await tx.query('lock table audit in share mode');
    const [last] = await rowsOf<{ id: string }>(tx, 'select coalesce(max(id), 0)::text as id from audit', []);
    return last?.id ?? '0';
  });
}

/** Differences of a restored database, in words; `exact`: it was written while nothing ran. Empty: it is whole. */
export async function backupDifferences(database: Database, kept: BackupFacts, exact: boolean): Promise<readonly string[]> {
  return database.inTransaction(async (tx) => {
    const audit = await auditUpTo(tx, kept.audit.lastId);
    const migrations = await migrationsOf(tx);
    const rows = exact ? await rowCounts(tx) : {};
    return [
      ...(audit.hash === kept.audit.hash && audit.lines === kept.audit.lines
        ? []
        : [`nhật ký / audit: ${kept.audit.lines} dòng / lines → ${audit.lines}`]),
      ...kept.migrations.filter((name) => !migrations.includes(name)).map((name) => `thiếu / missing migration ${name}`),
      ...Object.entries(exact ? kept.rows : {}).flatMap(([table, count]) =>
        rows[table] === count ? [] : [`${table}: ${count} dòng / rows → ${rows[table] ?? 0}`],
      ),
    ];
  });
}

async function migrationsOf(tx: Tx): Promise<readonly string[]> {
  return (await rowsOf<{ name: string }>(tx, 'select name from migration order by id', [])).map(({ name }) => name);
}

async function auditUpTo(tx: Tx, lastId: string): Promise<BackupFacts['audit']> {
  const [found] = await rowsOf<{ lines: number; hash: string | null }>(
    tx,
    `select count(*)::int as lines, (bit_xor(('x' || hash)::bit(256)))::text as hash from audit where id <= $1`,
    [lastId],
  );
  return { lastId, lines: found?.lines ?? 0, hash: found?.hash ?? '' };
}

/** Of every table of ours; those of the queue lie in a schema of their own and are made anew. */
async function rowCounts(tx: Tx): Promise<Readonly<Record<string, number>>> {
  const tables = await rowsOf<{ name: string }>(
    tx,
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
     order by 1`,
    [],
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await rowsOf<{ n: number }>(tx, `select count(*)::int as n from "${name}"`, []);
    counts[name] = row?.n ?? 0;
  }
  return counts;
}

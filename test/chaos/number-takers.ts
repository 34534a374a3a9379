import { randomUUID } from 'node:crypto';
import { openCasework, takeNumber, type Casework } from '@thidua/casework';
import { dayOf } from '@thidua/kernel';
import { withClient } from '../crash/databases';

export const PROVINCE = 'HP';
export const BODY = '018f0000-0000-7000-8000-0000000000b0';
const CLERK = '018f0000-0000-7000-8000-0000000000c1';
/** Series of ours that everybody fights for, and one of another system. */
export const OWN_KINDS = ['quyet-dinh', 'to-trinh', 'thong-bao-tu-choi', 'giay-moi', 'bien-ban-hoi-dong'] as const;
const FOREIGN_KIND = 'ke-hoach-phong-trao';
/** So few that most of what is typed in is used already. */
const FOREIGN_NUMBERS = 200;

export interface TakersOrder {
  readonly takers: number;
  /** Numbers a series of ours is to reach. */
  readonly until: number;
  readonly pool: number;
}

export interface TakersReport {
  readonly taken: number;
  readonly undone: number;
  readonly broken: number;
  /** Numbers of elsewhere that were refused because they stood in the register. */
  readonly used: number;
  /** What should never have been said. */
  readonly wrong: readonly string[];
}

/** A body with a seal, one series of which takes its numbers from elsewhere; and a table that sees the order of giving. */
export async function prepareNumbers(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(
      `insert into org (province_id, id, kind, level, name, head_body, place, symbol, tier, legal_person, has_seal, valid_from)
       values ($1, $2, 'commune', 'XA', 'UBND xã', 'ỦY BAN NHÂN DÂN', 'x', 'UBND', 'xa', true, true, '2020-01-01')`,
      [PROVINCE, BODY],
    );
    await client.query(
      `insert into series_setting (province_id, org_id, document_type, year, mode, reason, set_by_person, set_by_position, set_at)
       values ($1, $2, 'KH', 2000, 'external', 'x', $2, $2, now())`,
      [PROVINCE, BODY],
    );
    await client.query('create table given (number_text text primary key, at timestamptz not null)');
  });
}

class ChangedMind extends Error {}

/** Parallel takers on one pool, each signing a paper of its own and taking its number; half change their minds after they have it. */
export async function takeNumbers(url: string, { takers, until, pool }: TakersOrder): Promise<TakersReport> {
  const casework = await openCasework({ databaseUrl: url, databasePool: pool, demo: false, clock: 'real' });
  const count = { taken: 0, undone: 0, broken: 0, used: 0 };
  const wrong: string[] = [];
  const highest = new Map<string, number>(OWN_KINDS.map((kind) => [kind, 0]));
  const isDone = (): boolean => [...highest.values()].every((n) => n >= until);
  const taker = async (index: number): Promise<void> => {
    for (let turn = index; !isDone(); turn += 1) {
      const kind = turn % 11 === 10 ? FOREIGN_KIND : (OWN_KINDS[turn % OWN_KINDS.length] ?? 'quyet-dinh');
      try {
        const text = await take(casework, kind, Math.random() < 0.5);
        count.taken += 1;
        highest.set(kind, Math.max(highest.get(kind) ?? Infinity, Number.parseInt(text, 10)));
      } catch (error) {
        sort(error, kind);
      }
    }
  };
  const sort = (error: unknown, kind: string): void => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (error instanceof ChangedMind) {
      count.undone += 1;
    } else if (code === 'number-taken' && kind === FOREIGN_KIND) {
      count.used += 1;
    } else if (isBroken(error, code)) {
      count.broken += 1;
    } else {
      wrong.push(`${kind}: ${error instanceof Error ? `${code} ${error.message}` : String(error)}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: takers }, (_, index) => taker(index)));
  } finally {
    await casework.close();
  }
  return { ...count, wrong };
}

/** What a killed connection says: nobody knows whether the last commit came through, and the rows decide. */
function isBroken(error: unknown, code: string): boolean {
  const text = error instanceof Error ? error.message : '';
  return code === 'unavailable' || code === '57P01' || /terminat|Connection|ECONNRESET|timeout/i.test(text);
}

async function take({ deps }: Casework, kind: string, changesMind: boolean): Promise<string> {
  return deps.database.inTransaction(async (tx) => {
    const id = randomUUID();
    await tx.query(
      `insert into paper (province_id, id, org_id, kind, slot, title, state, data_hash, template_version, verify_token, created_at, signed_at)
       values ($1, $2, $3, $4, $5, 'x', 'signed', 'x', '1', $5, now(), now())`,
      [PROVINCE, id, BODY, kind, `${kind}:${id}`],
    );
    const paper = await deps.stores.papers.byId(PROVINCE, id, tx);
    if (paper === undefined) {
      throw new Error('the paper was signed above');
    }
    const nowMs = deps.clock.nowMs();
    const today = dayOf(nowMs);
    const date = `${String(today.year)}-01-01`;
    const external = kind === FOREIGN_KIND ? { external: { number: String(1 + Math.floor(Math.random() * FOREIGN_NUMBERS)), date } } : {};
    const text = await takeNumber(deps, tx, { provinceId: PROVINCE, paper, takenBy: CLERK, today, nowMs, ...external });
    await tx.query('insert into given (number_text, at) values ($1, clock_timestamp())', [text]);
    if (changesMind) {
      throw new ChangedMind();
    }
    return text;
  });
}

/** What rows say afterwards: gaps, doubles, numbers out of order, papers and register apart. Empty when all is well. */
export async function numberFaults(
  url: string,
): Promise<{ readonly faults: readonly string[]; readonly numbers: number; readonly foreign: number; readonly undone: number }> {
  return withClient(url, async (client) => {
    const say = async (sql: string): Promise<string[]> => (await client.query<{ what: string }>(sql)).rows.map((row) => row.what);
    const faults = [
      ...(await say(
        `select s.document_type || ': counter ' || s.n || ', lines ' || count(r.n) || ', different ' || count(distinct r.n) || ', highest ' || max(r.n) as what
         from series s join number_register r on r.series_id = s.id where s.mode = 'own' group by s.id, s.document_type, s.n
         having count(r.n) <> s.n or count(distinct r.n) <> s.n or max(r.n) <> s.n or min(r.n) <> 1`,
      )),
      ...(await say(
        `select b.number_text || ' was given before ' || a.number_text as what from number_register a
           join number_register b on b.series_id = a.series_id and b.n = a.n + 1
           join given ga on ga.number_text = a.number_text join given gb on gb.number_text = b.number_text
         where gb.at < ga.at or b.taken_at < a.taken_at or b.date < a.date`,
      )),
      ...(await say(
        `select coalesce(p.number_text, '-') || ' on the paper, ' || coalesce(r.number_text, '-') || ' in the register' as what
         from paper p full join number_register r on r.paper_id = p.id where p.number_text is distinct from r.number_text`,
      )),
      ...(await say(`select 'a number of ours in a series of elsewhere: ' || number_text as what from number_register r
         join series s on s.id = r.series_id where (s.mode = 'own') <> (r.n is not null)`)),
    ];
    const { rows } = await client.query<{ own: string; foreign: string }>(
      'select count(n) as own, count(*) - count(n) as foreign from number_register',
    );
    // The server's own count of what was rolled back: takers that were killed cannot tell theirs.
    const { rows: stats } = await client.query<{ n: string }>(
      'select xact_rollback as n from pg_stat_database where datname = current_database()',
    );
    const { own = 0, foreign = 0 } = rows[0] ?? {};
    return { faults, numbers: Number(own), foreign: Number(foreign), undone: Number(stats[0]?.n ?? 0) };
  });
}

import { Pool } from 'pg';

const STATEMENT = `with u as (update bench_step.inst set version = version + 1, state = $3::jsonb, updated_at = now() where id = $1 returning id, version),
     h as (insert into bench_step.hist (inst_id, node) select id, $2 from u),
     t as (insert into bench_step.task (inst_id, node, grp) select id, $2, 1 from u)
select version from u`;

const SCHEMA = `
create schema bench_step;
create table bench_step.inst (id bigint primary key, version int not null, status smallint not null, state jsonb not null, updated_at timestamptz) with (fillfactor = 70);
create table bench_step.hist (id bigint generated always as identity primary key, inst_id bigint not null, node text not null, at timestamptz default now());
create table bench_step.task (id bigint generated always as identity primary key, inst_id bigint not null, node text not null, status smallint not null default 0, grp int, due timestamptz);
create index on bench_step.task (inst_id);
insert into bench_step.inst select n, 0, 0, '{}', now() from generate_series(1, 100000) n;
analyze bench_step.inst;`;

const INSTANCES = 100_000;
const STATE = JSON.stringify({ tokens: [{ at: 3, n: 1 }], vars: { returned: false } });

/**
 * The one-statement ceiling (performance.md 3.1): one prepared statement per step that locks and updates an instance, inserts a history
 * and a task row; no tenant, audit, inbox, outbox or guards.
 */
export class RawSteps {
  private seed = 1;

  private constructor(private readonly pool: Pool) {}

  static async open(url: string): Promise<RawSteps> {
    const pool = new Pool({ connectionString: url, max: 16 });
    await pool.query(SCHEMA);
    return new RawSteps(pool);
  }

  async step(): Promise<void> {
    this.seed = (this.seed * 48_271) % 2_147_483_647;
    const values = [(this.seed % INSTANCES) + 1, 'u1', STATE];
    const { rowCount } = await this.pool.query({ name: 'raw-step', text: STATEMENT, values });
    if (rowCount !== 1) {
      throw new Error('the raw step moved nothing');
    }
  }

  async close(): Promise<void> {
    await this.pool.query('drop schema bench_step cascade');
    await this.pool.end();
  }
}

/** `callers` at once, each doing one unit after the other. */
export async function inFlight(callers: number, units: number, unit: () => Promise<unknown>): Promise<void> {
  let left = units;
  const caller = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await unit();
    }
  };
  await Promise.all(Array.from({ length: Math.min(callers, units) }, caller));
}

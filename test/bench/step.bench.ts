import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Definitions, newId, Runtime, systemClock, type ActorStamp, type RunningClock, type StepAnswer } from '@thidua/runtime';
import { connect, type Database } from '@thidua/store';
import type { Bench, BenchCase } from './bench';
import { inFlight, RawSteps } from './step-raw';
import { parentOf, treeCpuMicros } from './step-server';

const PROVINCE = 'BENCH';
const ACTORS = 200;
const subject = { orgId: '01900000-0000-7000-8000-000000000001' };

/** What the cases share while the bench runs. */
interface Bed {
  readonly database: Database;
  readonly clock: RunningClock;
  readonly runtime: Runtime;
  readonly raw: RawSteps;
  readonly actors: readonly ActorStamp[];
  readonly definitions: Readonly<Record<string, string>>;
  readonly server: number | undefined;
}

let bed: Bed | undefined;

function use(): Bed {
  if (bed === undefined) {
    throw new Error('the bench was not set up');
  }
  return bed;
}

async function setUp(): Promise<void> {
  const url = process.env['DATABASE_URL'];
  if (url === undefined) {
    throw new Error('DATABASE_URL is not set; run it by npm run bench -- step');
  }
  const database = await connect({ url, poolSize: 4 });
  const clock = await systemClock(database);
  const calendar = { addWorkingDays: (fromMs: number, days: number): number => fromMs + days * 86_400_000 };
  const runtime = new Runtime({ database, clock, calendar, inline: { 'no-op': () => ({}) }, notices: true });
  const definitions = new Definitions({ database, clock, jobTypes: ['no-op', 'outside'] });
  const released: Record<string, string> = {};
  for (const key of ['sequence10', 'approval4', 'parallel8']) {
    released[key] = await release(database, definitions, key);
  }
  const [row] = await database.reader.query<{ pid: number }[]>('select pg_backend_pid() as pid');
  const server = row === undefined ? undefined : parentOf(row.pid);
  bed = {
    database,
    clock,
    runtime,
    raw: await RawSteps.open(url),
    actors: await seedActors(database, clock),
    definitions: released,
    server,
  };
  // A running system has statistics; autovacuum makes them within a minute, a bench cannot wait for it.
  await inFlight(16, 300, approve);
  await inFlight(16, 100, spread);
  await database.reader.query('vacuum analyze');
}

async function release(database: Database, definitions: Definitions, key: string): Promise<string> {
  const xml = readFileSync(join(process.cwd(), 'test', 'bench', 'models', `${key}.bpmn`), 'utf8');
  const found = await database.inTransaction((tx) =>
    definitions.release(tx, PROVINCE, { key, name: key, xml, resources: { forms: {}, decisions: {} }, origin: 'bench' }),
  );
  if (!found.ok) {
    throw new Error(`${key} is refused: ${JSON.stringify(found.error)}`);
  }
  return found.value.id;
}

async function seedActors(database: Database, clock: RunningClock): Promise<readonly ActorStamp[]> {
  const actors = Array.from({ length: ACTORS }, () => ({
    accountId: newId(clock),
    personId: newId(clock),
    positionId: newId(clock),
    grantVersion: 1,
  }));
  await database.inTransaction(async (tx) => {
    await tx.query(
      `insert into org (province_id, id, kind, level, name, head_body, place, symbol, tier, legal_person, has_seal, valid_from)
       values ($1, $2, 'unit', 'UNIT', 'bench', 'bench', 'bench', 'B', 'don-vi', true, true, '2020-01-01')`,
      [PROVINCE, subject.orgId],
    );
    for (const { personId, positionId } of actors) {
      await tx.query(`insert into person (province_id, id, full_name, search_name) values ($1, $2, 'bench', 'bench')`, [
        PROVINCE,
        personId,
      ]);
      await tx.query(
        `insert into position (province_id, id, org_id, person_id, role, title, valid_from) values ($1, $2, $3, $4, 'clerk', 'bench', '2020-01-01')`,
        [PROVINCE, positionId, subject.orgId, personId],
      );
    }
  });
  return actors;
}

function done(answer: StepAnswer): Extract<StepAnswer, { ok: true }> {
  if (!answer.ok) {
    throw new Error(`a step was refused: ${JSON.stringify(answer)}`);
  }
  return answer;
}

async function start(key: string): Promise<Extract<StepAnswer, { ok: true }>> {
  const { runtime, definitions } = use();
  return done(await runtime.start({ provinceId: PROVINCE, definitionId: definitions[key] ?? '', variables: {}, subject }));
}

let turn = 0;

/** One instance from its start through its four user tasks, each guarded by task version and the actor's post. */
async function approve(): Promise<void> {
  const { runtime, actors } = use();
  let answer = await start('approval4');
  for (let task = answer.openTasks[0]; task !== undefined; task = answer.openTasks[0]) {
    const { taskId } = task;
    const actor = actors[(turn += 1) % ACTORS];
    const command = { type: 'complete-task' as const, taskId, variables: { returned: false } };
    const input = { provinceId: PROVINCE, instanceId: answer.instanceId, command, guard: { taskId, taskVersion: 1 } };
    answer = done(await runtime.step(actor === undefined ? input : { ...input, actor }));
  }
}

/** One instance with eight outside jobs, completed one after the other. */
async function spread(): Promise<void> {
  const { runtime } = use();
  const started = await start('parallel8');
  const jobs = started.events.flatMap((event) => (event.type === 'job-opened' ? [event.jobId] : []));
  for (const jobId of jobs) {
    const command = { type: 'complete-job' as const, jobId, variables: {} };
    done(await runtime.step({ provinceId: PROVINCE, instanceId: started.instanceId, command }));
  }
}

/** Eight callers complete the eight jobs of one instance at once. */
async function contended(): Promise<void> {
  const { runtime } = use();
  const started = await start('parallel8');
  const jobs = started.events.flatMap((event) => (event.type === 'job-opened' ? [event.jobId] : []));
  const steps = jobs.map((jobId) =>
    runtime.step({ provinceId: PROVINCE, instanceId: started.instanceId, command: { type: 'complete-job', jobId, variables: {} } }),
  );
  const answers = (await Promise.all(steps)).map(done);
  if (!answers.some((answer) => answer.ended)) {
    throw new Error('a job of parallel8 was lost');
  }
}

/** Rows that one instance of each kind leaves, so that no case wins by writing less. */
const ROWS = `select (select count(*) from event where instance_id = $1)::int as events, (select count(*) from audit where subject_id = $1)::int as audit,
  (select count(*) from task where instance_id = $1)::int as tasks, (select count(*) from outbox o join task t on t.id = o.ref where t.instance_id = $1)::int as notices,
  (select count(*) from inbox i join task t on t.id = i.task_id where t.instance_id = $1)::int as inbox,
  (select status from process_instance where id = $1) as status`;

async function mustWrite(
  work: () => Promise<unknown>,
  expected: { audit: number; tasks: number; notices: number; events: number },
): Promise<void> {
  const { database } = use();
  await work();
  const [last] = await database.reader.query<{ id: string }[]>(
    'select id from process_instance where province_id = $1 order by id desc limit 1',
    [PROVINCE],
  );
  const [rows] = await database.reader.query<({ status: string; inbox: number } & typeof expected)[]>(ROWS, [last?.id]);
  const short = rows === undefined || rows.events < expected.events || rows.audit !== expected.audit || rows.tasks !== expected.tasks;
  if (short || rows.notices !== expected.notices || rows.inbox !== 0 || rows.status !== 'completed') {
    throw new Error(`rows are missing: ${JSON.stringify(rows)}, expected ${JSON.stringify(expected)}`);
  }
}

const rawOf = (callers: number): BenchCase => ({
  name: `one-statement-${callers}`,
  unit: 'step',
  run: (units) => inFlight(callers, units, () => use().raw.step()),
});
const ceiling = rawOf(4);
const pool16: BenchCase = { name: 'pool-of-16', unit: 'step', run: (units) => inFlight(64, units, () => use().raw.step()) };

const sequence = (callers: number): BenchCase => ({
  name: `sequence10-${callers}`,
  unit: 'task',
  verify: () => mustWrite(() => start('sequence10'), { events: 30, audit: 1, tasks: 0, notices: 0 }),
  run: (units) => inFlight(callers, Math.ceil(units / 10), () => start('sequence10')),
});
const approval = (callers: number): BenchCase => ({
  name: `approval4-${callers}`,
  unit: 'completed task',
  verify: () => mustWrite(approve, { events: 40, audit: 5, tasks: 4, notices: 4 }),
  run: (units) => inFlight(callers, Math.ceil(units / 4), approve),
});
const jobs = (callers: number): BenchCase => ({
  name: `parallel8-${callers}`,
  unit: 'completed job',
  verify: () => mustWrite(spread, { events: 30, audit: 9, tasks: 0, notices: 0 }),
  run: (units) => inFlight(callers, Math.ceil(units / 8), spread),
});

/** W1, W2 and W3 through the runtime on PostgreSQL against the one-statement ceiling (performance.md 4 and 5). */
export const stepBench: Bench = {
  name: 'step',
  limit: ceiling,
  cases: [
    sequence(4),
    { ...sequence(64), limit: pool16 },
    approval(4),
    { ...approval(64), limit: pool16 },
    jobs(4),
    { ...jobs(64), limit: pool16 },
    { name: 'parallel8-contended', unit: 'completed job', run: (units) => inFlight(1, Math.ceil(units / 8), contended) },
  ],
  serverCpuMicros: () => (bed?.server === undefined ? 0 : treeCpuMicros(bed.server)),
  setUp,
  async tearDown() {
    const { raw, clock, database } = use();
    clock.stop();
    await raw.close();
    await database.close();
  },
};

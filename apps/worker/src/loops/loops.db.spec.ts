import { Broadcaster, Correlator, Jobs, Sweeper } from '@thidua/runtime';
import { IncidentStore, JobStore, OutboxStore, TaskStore, type ClaimedJob } from '@thidua/store';
import { openRuntime, ORG, PROVINCE, type RuntimeHarness } from '../../../../test/harness/runtime';
import { GiveUp, RetryLater } from '../service-tasks/outcomes';
import { Consumer } from './consumer';
import { outboxRelay } from './outbox-relay';
import { sweeperLoop } from './sweeper-loop';

describe("the worker's loops", () => {
  let harness: RuntimeHarness;
  let definitionId: string;
  let outbox: OutboxStore;
  let jobStore: JobStore;
  let jobs: Jobs;

  beforeAll(async () => {
    harness = await openRuntime();
    definitionId = await harness.release('one-job');
    const { database, runtime } = harness;
    outbox = new OutboxStore(database);
    jobStore = new JobStore(database);
    jobs = new Jobs({ database, runtime, leaseMs: 60_000 });
  });
  afterAll(() => harness.close());

  async function openJob(): Promise<string> {
    const subject = { orgId: ORG };
    const started = await harness.runtime.start({ provinceId: PROVINCE, definitionId, variables: { dossier: 'd1' }, subject });
    const [job] = await jobStore.openOf(PROVINCE, started.ok ? started.instanceId : '');
    return job?.id ?? '';
  }

  const consumerOf = (work: (job: ClaimedJob) => Promise<void>, errors: unknown[] = []): Consumer => {
    const correlator = new Correlator(harness);
    const onError = (error: unknown): void => void errors.push(error);
    const broadcaster = new Broadcaster(harness);
    return new Consumer({ outbox, jobStore, jobs, correlator, broadcaster, work, onError, isPaperJob: () => true });
  };
  const outboxIdOf = async (jobId: string): Promise<string> => {
    const rows = await harness.database.reader.query<{ id: string }[]>('select id from outbox where ref = $1 and done_at is null', [jobId]);
    return rows[0]?.id ?? '';
  };

  it('do the work themselves while the queue is away', async () => {
    const jobId = await openJob();
    const worked: string[] = [];
    const done = new Promise<void>((resolve) => {
      const consumer = consumerOf(async (job) => {
        await jobs.complete(job, {});
        worked.push(job.id);
        resolve();
      });
      const ring = (): Promise<void> => Promise.reject(new Error('the queue is away'));
      relay = outboxRelay({ outbox, ring, handle: (id) => consumer.handle(id), onError: () => undefined });
    });
    await done;
    await relay.stop();
    expect(worked).toEqual([jobId]);
    expect((await jobStore.byId(PROVINCE, jobId))?.status).toBe('done');
  });
  let relay: ReturnType<typeof outboxRelay>;

  it('carry a signal round, and are done with its row when all have heard it', async () => {
    const catching = await harness.release('signal-catch');
    const started = await harness.runtime.start({ provinceId: PROVINCE, definitionId: catching, variables: {}, subject: { orgId: ORG } });
    const broadcastId = await harness.runtime.broadcastSignal({ provinceId: PROVINCE, name: 'go', variables: {} });
    const id = await outboxIdOf(broadcastId);
    const consumer = consumerOf(() => Promise.reject(new Error('no job')));
    await Promise.all([consumer.handle(id), consumer.handle(id)]);
    await consumer.handle(id);
    const tasks = await new TaskStore(harness.database).ofInstance(PROVINCE, started.ok ? started.instanceId : '');
    expect(tasks.map((task) => task.elementId)).toEqual(['u']);
    expect(await outboxIdOf(broadcastId)).toBe('');
  });

  it('work once when they are rung twice', async () => {
    const jobId = await openJob();
    const id = await outboxIdOf(jobId);
    let worked = 0;
    const consumer = consumerOf(async (job) => {
      worked += 1;
      await jobs.complete(job, {});
    });
    await Promise.all([consumer.handle(id), consumer.handle(id), consumer.handle(id)]);
    expect(worked).toBe(1);
  });

  it('leave a job that asks for time to its next attempt, and say why', async () => {
    const jobId = await openJob();
    await consumerOf(() => Promise.reject(new RetryLater('chưa có trình duyệt', 3_600_000))).handle(await outboxIdOf(jobId));
    expect(await jobStore.byId(PROVINCE, jobId)).toMatchObject({
      status: 'open',
      attempts: 1,
      lastError: 'retry-later: chưa có trình duyệt {}',
    });
  });

  it('turn what cannot be done into an incident with its cause', async () => {
    const jobId = await openJob();
    await consumerOf(() => Promise.reject(new GiveUp('paper-not-signed', 'Tờ trình chưa được ký.'))).handle(await outboxIdOf(jobId));
    const incidents = await new IncidentStore(harness.database).list(PROVINCE, {
      open: true,
      cause: null,
      process: null,
      text: null,
      limit: 10,
    });
    expect(incidents).toEqual([expect.objectContaining({ cause: 'paper-not-signed', detail: 'Tờ trình chưa được ký.' })]);
  });

  it('find a job again whose bell was lost and whose worker died', async () => {
    const jobId = await openJob();
    await outbox.take(100);
    await new Jobs({ ...harness, leaseMs: 1 }).claim(PROVINCE, jobId);
    await harness.database.reader.query(`update outbox set relayed_at = clock_timestamp() - interval '1 minute' where ref = $1`, [jobId]);
    const consumer = consumerOf(async (job) => {
      await jobs.complete(job, {});
    });
    const sweeper = sweeperLoop(new Sweeper(harness), () => undefined);
    await new Promise<void>((resolve) => {
      const handle = async (id: string): Promise<void> => {
        await consumer.handle(id);
        if ((await jobStore.byId(PROVINCE, jobId))?.status === 'done') {
          resolve();
        }
      };
      const ring = async (ids: readonly string[]): Promise<void> => {
        await Promise.all(ids.map(handle));
      };
      relay = outboxRelay({ outbox, ring, handle, onError: () => undefined });
    });
    await Promise.all([relay.stop(), sweeper.stop()]);
    expect((await jobStore.byId(PROVINCE, jobId))?.attempts).toBe(2);
  });
});

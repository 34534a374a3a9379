import { IncidentStore, JobStore, OutboxStore, type ClaimedJob } from '@thidua/store';
import { openRuntime, ORG, PROVINCE, type RuntimeHarness } from '../../../../test/harness/runtime';
import { Sweeper } from '../sweeper';
import { Jobs } from './jobs';

describe('a service task', () => {
  let harness: RuntimeHarness;
  let definitionId: string;
  let jobs: Jobs;
  let outbox: OutboxStore;
  let sweeper: Sweeper;

  beforeAll(async () => {
    harness = await openRuntime();
    definitionId = await harness.release('one-job');
    const { database, runtime } = harness;
    jobs = new Jobs({ database, runtime, leaseMs: 60_000 });
    outbox = new OutboxStore(database);
    sweeper = new Sweeper({ database, runtime });
  });
  afterAll(() => harness.close());

  async function open(): Promise<{ instanceId: string; jobId: string }> {
    const started = await harness.runtime.start({
      provinceId: PROVINCE,
      definitionId,
      variables: { dossier: 'd1' },
      subject: { orgId: ORG },
    });
    const instanceId = started.ok ? started.instanceId : '';
    const [job] = await new JobStore(harness.database).openOf(PROVINCE, instanceId);
    return { instanceId, jobId: job?.id ?? '' };
  }

  async function claimed(jobId: string): Promise<ClaimedJob> {
    const job = await jobs.claim(PROVINCE, jobId);
    if (job === undefined) {
      throw new Error('nothing to claim');
    }
    return job;
  }

  const loseLease = (jobId: string): Promise<unknown> =>
    harness.database.reader.query(`update job set lease_until = clock_timestamp() - interval '1 second' where id = $1`, [jobId]);
  const dueNow = (jobId: string): Promise<unknown> =>
    harness.database.reader.query(`update job set next_at = clock_timestamp() where id = $1`, [jobId]);

  it('leaves an outbox row that the relay gets once', async () => {
    const { jobId } = await open();
    const taken = await Promise.all(Array.from({ length: 8 }, () => outbox.take(100)));
    expect(taken.flat().filter((row) => row.ref === jobId)).toHaveLength(1);
  });

  it('goes to one of many workers', async () => {
    const { jobId } = await open();
    const claims = await Promise.all(Array.from({ length: 8 }, () => jobs.claim(PROVINCE, jobId)));
    expect(claims.filter((job) => job !== undefined)).toHaveLength(1);
    expect(claims.find((job) => job !== undefined)).toMatchObject({
      type: 'outside',
      variables: { dossier: 'd1' },
      attempts: 1,
      retries: 2,
    });
  });

  it('moves the instance on with its result and closes job and outbox row', async () => {
    const { instanceId, jobId } = await open();
    const answer = await jobs.complete(await claimed(jobId), { made: true });
    expect(answer.ok && answer.openTasks.map((task) => task.elementId)).toEqual(['u']);
    expect((await new JobStore(harness.database).byId(PROVINCE, jobId))?.status).toBe('done');
    const left: unknown[] = await harness.database.reader.query('select 1 from outbox where ref = $1 and done_at is null', [jobId]);
    expect(left).toHaveLength(0);
    expect(await new JobStore(harness.database).openOf(PROVINCE, instanceId)).toHaveLength(0);
  });

  it('throws away the result of a worker that lost its lease', async () => {
    const { jobId } = await open();
    const slow = await claimed(jobId);
    await loseLease(jobId);
    const quick = await claimed(jobId);
    expect(await jobs.complete(slow, { by: 'slow' })).toEqual({ ok: false, reason: 'fenced' });
    expect((await jobs.complete(quick, { by: 'quick' })).ok).toBe(true);
    expect(await jobs.complete(quick, { by: 'quick' })).toMatchObject({ ok: false });
  });

  it('fences inside the transaction of a verb too', async () => {
    const { jobId } = await open();
    const slow = await claimed(jobId);
    await loseLease(jobId);
    await claimed(jobId);
    const answer = await harness.database.inTransaction((tx) => jobs.complete(slow, {}, tx));
    expect(answer).toEqual({ ok: false, reason: 'fenced' });
  });

  it('becomes an incident when its attempts are used up, and a new job when the incident is resolved', async () => {
    const { instanceId, jobId } = await open();
    await jobs.retryLater(await claimed(jobId), 'printer on fire');
    expect(await jobs.claim(PROVINCE, jobId)).toBeUndefined();
    await dueNow(jobId);
    await jobs.retryLater(await claimed(jobId), 'printer still on fire');
    const incidents = await new IncidentStore(harness.database).ofInstance(PROVINCE, instanceId);
    expect(incidents).toMatchObject([{ cause: 'attempts-exhausted', detail: 'printer still on fire', resolvedAt: null }]);
    const incidentId = incidents[0]?.id ?? '';
    const answer = await harness.runtime.step({ provinceId: PROVINCE, instanceId, command: { type: 'resolve-incident', incidentId } });
    expect(answer.ok).toBe(true);
    const [again] = await new JobStore(harness.database).openOf(PROVINCE, instanceId);
    expect(again?.id).not.toBe(jobId);
    expect((await jobs.complete(await claimed(again?.id ?? ''), {})).ok).toBe(true);
  });

  it('becomes an incident when every worker that took it died', async () => {
    const { instanceId, jobId } = await open();
    for (let n = 0; n < 2; n += 1) {
      await claimed(jobId);
      await loseLease(jobId);
    }
    expect(await jobs.claim(PROVINCE, jobId)).toBeUndefined();
    expect(await new IncidentStore(harness.database).ofInstance(PROVINCE, instanceId)).toMatchObject([{ cause: 'attempts-exhausted' }]);
  });

  it('is rung again after the bell was lost', async () => {
    const { jobId } = await open();
    const first = (await outbox.take(1000)).find((row) => row.ref === jobId);
    expect(await sweeper.unfinishedOutbox(1000, 60_000)).toBe(0);
    await sweeper.unfinishedOutbox(1000, -1);
    const again = (await outbox.take(1000)).filter((row) => row.ref === jobId);
    expect(again).toHaveLength(1);
    expect(again[0]?.id).not.toBe(first?.id);
  });

  it('is not rung again while somebody works on it', async () => {
    const { jobId } = await open();
    await outbox.take(1000);
    await claimed(jobId);
    await sweeper.unfinishedOutbox(1000, -1);
    expect((await outbox.take(1000)).filter((row) => row.ref === jobId)).toHaveLength(0);
  });
});

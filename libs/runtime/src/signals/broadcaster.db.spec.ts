import { SignalStore, TaskStore } from '@thidua/store';
import { openRuntime, ORG, PROVINCE, type RuntimeHarness } from '../../../../test/harness/runtime';
import { Broadcaster } from './broadcaster';

describe('a signal', () => {
  let harness: RuntimeHarness;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    harness = await openRuntime();
    for (const key of ['signal-catch', 'signal-again', 'signal-loop', 'signal-throw']) {
      ids[key] = await harness.release(key);
    }
  });
  afterAll(() => harness.close());
  afterEach(async () => {
    await harness.settle();
    await rows(`delete from signal_subscription`);
  });

  const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> => harness.database.reader.query(sql, values);

  async function start(key: string, variables = {}): Promise<string> {
    const started = await harness.runtime.start({ provinceId: PROVINCE, definitionId: ids[key] ?? '', variables, subject: { orgId: ORG } });
    return started.ok ? started.instanceId : '';
  }

  const broadcast = (): Promise<string> => harness.runtime.broadcastSignal({ provinceId: PROVINCE, name: 'go', variables: { heard: 1 } });

  const tasksOf = async (instanceId: string): Promise<string[]> =>
    (await new TaskStore(harness.database).ofInstance(PROVINCE, instanceId)).map((task) => task.elementId).sort();

  it('reaches everything that waits for it, with what it brings', async () => {
    const waiting = await Promise.all(Array.from({ length: 5 }, () => start('signal-catch')));
    const id = await broadcast();
    expect(await new Broadcaster(harness).carry(PROVINCE, id)).toEqual({ reached: 5, settled: true });
    expect(await Promise.all(waiting.map(tasksOf))).toEqual(waiting.map(() => ['u']));
    const [state] = await rows<{ heard: number }>(
      `select (state #> '{elements,1,variables,heard}')::int as heard from instance_state where id = $1`,
      [waiting[0]],
    );
    expect(state).toEqual({ heard: 1 });
  });

  it('is not for who begins to wait after it was thrown', async () => {
    const before = await start('signal-catch');
    await broadcast();
    const after = await start('signal-catch');
    await harness.settle();
    expect([await tasksOf(before), await tasksOf(after)]).toEqual([['u'], []]);
  });

  it('is not kept when nobody waits', async () => {
    await broadcast();
    await harness.settle();
    expect(await rows('select 1 from signal_broadcast')).toHaveLength(0);
    const late = await start('signal-catch');
    await harness.settle();
    expect(await tasksOf(late)).toEqual([]);
  });

  it('is for nobody whose waiting was over before it came round, even if a new one began', async () => {
    const instanceId = await start('signal-loop', { key: 'k' });
    await broadcast();
    // Another way out of the gateway is taken, and the process comes back to it, before the signal is carried round.
    const [told] = await rows<{ id: string }>(`select id from subscription where instance_id = $1`, [instanceId]);
    await harness.runtime.step({
      provinceId: PROVINCE,
      instanceId,
      command: { type: 'correlate', subscriptionId: told?.id ?? '', variables: {} },
    });
    const [task] = await new TaskStore(harness.database).ofInstance(PROVINCE, instanceId);
    await harness.runtime.step({
      provinceId: PROVINCE,
      instanceId,
      command: { type: 'complete-task', taskId: task?.id ?? '', variables: {} },
    });
    await harness.settle();
    expect(await tasksOf(instanceId)).toEqual(['u']);
    await broadcast();
    await harness.settle();
    expect(await tasksOf(instanceId)).toEqual(['after', 'u']);
  });

  it('reaches an instance once per broadcast, however many carry it round', async () => {
    const waiting = await Promise.all(Array.from({ length: 40 }, () => start('signal-again')));
    const thrown = [await broadcast(), await broadcast()];
    const carriers = [harness.runtime, harness.another(), harness.another()].map((runtime) => new Broadcaster({ ...harness, runtime }));
    await Promise.all(carriers.flatMap((carrier) => thrown.map((id) => carrier.carry(PROVINCE, id))));
    await harness.settle();
    expect(await Promise.all(waiting.map(tasksOf))).toEqual(waiting.map(() => ['note', 'note', 'u']));
    expect(await rows('select 1 from signal_delivery')).toHaveLength(0);
  });

  it('thrown by a process was heard inside it, and goes to the others alone', async () => {
    const other = await start('signal-catch');
    const thrower = await start('signal-throw');
    expect(await tasksOf(thrower)).toEqual(['u', 'v']);
    await harness.settle();
    expect(await tasksOf(other)).toEqual(['u']);
    const caught = await rows(`select 1 from event where instance_id = $1 and type = 'signal-caught'`, [thrower]);
    expect(caught).toHaveLength(1);
  });

  it('goes round in bounded batches, a slice at a time, and loses its place to nobody', async () => {
    const waiting = await Promise.all(Array.from({ length: 450 }, () => start('signal-catch')));
    await harness.settle();
    const id = await broadcast();
    const store = new SignalStore(harness.database);
    expect(await store.fanOut(PROVINCE, id, 200)).toBe(200);
    expect(await rows('select 1 from signal_delivery')).toHaveLength(200);
    const first = await new Broadcaster(harness).carry(PROVINCE, id, 0);
    expect(first).toEqual({ reached: 200, settled: true });
    const [again] = await rows<{ n: number }>(`select count(*)::int as n from outbox where kind = 'signal' and relayed_at is null`);
    expect(again?.n).toBe(2);
    await harness.settle();
    const [done] = await rows<{ n: number }>(`select count(*)::int as n from task where instance_id = any($1) and element_id = 'u'`, [
      waiting,
    ]);
    expect(done?.n).toBe(450);
    expect(await rows('select 1 from signal_broadcast')).toHaveLength(0);
  });

  it('is carried on by another when its carrier dies with deliveries in hand', async () => {
    const waiting = await Promise.all(Array.from({ length: 3 }, () => start('signal-catch')));
    const id = await broadcast();
    const store = new SignalStore(harness.database);
    await store.fanOut(PROVINCE, id, 200);
    const found = await store.byId(PROVINCE, id);
    if (found === undefined) {
      throw new Error('no broadcast');
    }
    expect(await store.claim(found, { limit: 2, leaseMs: 60_000 })).toHaveLength(2);
    expect(await new Broadcaster(harness).carry(PROVINCE, id)).toEqual({ reached: 1, settled: false });
    await rows(`update signal_delivery set lease_until = clock_timestamp() - interval '1 second'`);
    expect(await new Broadcaster(harness).carry(PROVINCE, id)).toEqual({ reached: 2, settled: true });
    expect(await Promise.all(waiting.map(tasksOf))).toEqual(waiting.map(() => ['u']));
  });

  it('does not trouble an instance that ended meanwhile', async () => {
    const instanceId = await start('signal-catch');
    await broadcast();
    await harness.runtime.step({ provinceId: PROVINCE, instanceId, command: { type: 'cancel', reason: 'withdrawn' } });
    expect(await rows('select 1 from signal_subscription where instance_id = $1', [instanceId])).toHaveLength(0);
    await harness.settle();
    expect(await rows('select 1 from signal_broadcast')).toHaveLength(0);
  });

  it('can be given to one instance alone', async () => {
    const [one, other] = [await start('signal-catch'), await start('signal-catch')];
    const answer = await harness.runtime.signal({ provinceId: PROVINCE, instanceId: one, name: 'go', variables: {} });
    expect(answer.ok).toBe(true);
    expect([await tasksOf(one), await tasksOf(other)]).toEqual([['u'], []]);
    expect(await harness.runtime.signal({ provinceId: PROVINCE, instanceId: one, name: 'go', variables: {} })).toMatchObject({
      ok: false,
      reason: 'rejected',
      rejection: { code: 'signal-not-awaited' },
    });
  });

  it('reaches those whose start commits while it is thrown once or not at all, and all of those before', async () => {
    const before = await Promise.all(Array.from({ length: 20 }, () => start('signal-again')));
    const other = harness.another();
    const meanwhile = Promise.all(
      Array.from({ length: 60 }, () =>
        other.start({ provinceId: PROVINCE, definitionId: ids['signal-again'] ?? '', variables: {}, subject: { orgId: ORG } }),
      ),
    );
    await Promise.all([broadcast(), meanwhile, harness.settle()]);
    await harness.settle();
    expect(await Promise.all(before.map(tasksOf))).toEqual(before.map(() => ['note', 'u']));
    const late = await Promise.all((await meanwhile).map((answer) => tasksOf(answer.ok ? answer.instanceId : '')));
    expect(late.every((tasks) => tasks.join() === 'u' || tasks.join() === 'note,u')).toBe(true);
  });
});

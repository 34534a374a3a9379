import { InstanceStore, TaskStore, TimerStore } from '@thidua/store';
import { openRuntime, ORG, PROVINCE, type RuntimeHarness } from '../../../test/harness/runtime';
import { Sweeper } from './sweeper';

const HOUR_MS = 3_600_000;

describe('a timer', () => {
  let harness: RuntimeHarness;
  let definitionId: string;
  let sweeper: Sweeper;

  beforeAll(async () => {
    harness = await openRuntime();
    definitionId = await harness.release('timer-boundary');
    const { database, runtime } = harness;
    sweeper = new Sweeper({ database, runtime });
  });
  afterAll(() => harness.close());

  async function begin(): Promise<{ instanceId: string; taskId: string }> {
    const started = await harness.runtime.start({ provinceId: PROVINCE, definitionId, variables: {}, subject: { orgId: ORG } });
    return started.ok ? { instanceId: started.instanceId, taskId: started.openTasks[0]?.taskId ?? '' } : { instanceId: '', taskId: '' };
  }
  const tasks = async (instanceId: string): Promise<string[]> =>
    (await new TaskStore(harness.database).ofInstance(PROVINCE, instanceId)).map((task) => `${task.elementId} ${task.status}`);

  it('does not fire before it is due, and once when it is', async () => {
    const { instanceId } = await begin();
    await harness.advance(HOUR_MS - 1);
    expect(await sweeper.fireDueTimers(100)).toBe(0);
    await harness.advance(1);
    const fired = await Promise.all([sweeper.fireDueTimers(100), sweeper.fireDueTimers(100), sweeper.fireDueTimers(100)]);
    expect(fired.reduce((sum, n) => sum + n, 0)).toBe(1);
    expect(await tasks(instanceId)).toEqual(['u canceled', 'chase open']);
  });

  it('never fires once its task was completed', async () => {
    const { instanceId, taskId } = await begin();
    await harness.runtime.step({ provinceId: PROVINCE, instanceId, command: { type: 'complete-task', taskId, variables: {} } });
    await harness.advance(2 * HOUR_MS);
    expect(await sweeper.fireDueTimers(100)).toBe(0);
    expect(await tasks(instanceId)).toEqual(['u completed']);
  });

  it('fires with all others that are due, in bounded batches, each once, whoever else sweeps', async () => {
    const begun = await Promise.all(Array.from({ length: 150 }, begin));
    await harness.advance(HOUR_MS);
    const { database } = harness;
    const sweepers = [sweeper, new Sweeper({ database, runtime: harness.another() })];
    let all = 0;
    for (let fired = -1; fired !== 0; all += fired) {
      const passes = await Promise.all(sweepers.map((one) => one.fireDueTimers(40)));
      expect(Math.max(...passes)).toBeLessThanOrEqual(40);
      fired = passes.reduce((sum, n) => sum + n, 0);
    }
    expect(all).toBe(150);
    expect(new Set((await Promise.all(begun.map(({ instanceId }) => tasks(instanceId)))).map(String))).toEqual(
      new Set(['u canceled,chase open']),
    );
  });

  it('that repeats and is late fires once, goes on with its own grid, and its history says how many slots were skipped', async () => {
    const repeating = await harness.release('timer-repeats');
    const dueAt = harness.clock.nowMs();
    const started = await harness.runtime.start({ provinceId: PROVINCE, definitionId: repeating, variables: {}, subject: { orgId: ORG } });
    const instanceId = started.ok ? started.instanceId : '';
    await harness.advance(5.5 * HOUR_MS);
    expect(await sweeper.fireDueTimers(100)).toBe(1);
    expect(await sweeper.fireDueTimers(100)).toBe(0);
    const events = (await new InstanceStore(harness.database).events(PROVINCE, instanceId)).map(({ body }) => body);
    expect(events.flatMap((event) => (event.type === 'timer-fired' ? [event.skipped] : []))).toEqual([4]);
    expect(await new TimerStore(harness.database).nextDueMs()).toBe(dueAt + 6 * HOUR_MS);
    expect(await tasks(instanceId)).toEqual(['u open', 'remind open']);
    await harness.runtime.step({ provinceId: PROVINCE, instanceId, command: { type: 'cancel', reason: 'the test is over' } });
  });

  it('is fired by another sweeper when the first died with it', async () => {
    const { instanceId } = await begin();
    await harness.advance(HOUR_MS);
    const { database, runtime } = harness;
    await database.reader.query(`update timer set lease_until = clock_timestamp() + interval '1 hour' where instance_id = $1`, [
      instanceId,
    ]);
    expect(await sweeper.fireDueTimers(100)).toBe(0);
    await database.reader.query(`update timer set lease_until = clock_timestamp() - interval '1 second' where instance_id = $1`, [
      instanceId,
    ]);
    expect(await new Sweeper({ database, runtime }).fireDueTimers(100)).toBe(1);
  });
});

import { TaskStore } from '@thidua/store';
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

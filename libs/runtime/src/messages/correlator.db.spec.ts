import { OutboxStore, TaskStore } from '@thidua/store';
import { openRuntime, ORG, PROVINCE, type RuntimeHarness } from '../../../../test/harness/runtime';
import { Sweeper } from '../sweeper';
import { Correlator } from './correlator';

const DAY_MS = 86_400_000;

describe('a message', () => {
  let harness: RuntimeHarness;
  let catching: string;
  let throwing: string;
  let correlator: Correlator;

  beforeAll(async () => {
    harness = await openRuntime();
    catching = await harness.release('catch-message');
    throwing = await harness.release('throw-message');
    correlator = new Correlator({ database: harness.database, runtime: harness.runtime });
  });
  afterAll(() => harness.close());

  async function waitFor(key: string): Promise<string> {
    const started = await harness.runtime.start({
      provinceId: PROVINCE,
      definitionId: catching,
      variables: { key },
      subject: { orgId: ORG },
    });
    return started.ok ? started.instanceId : '';
  }

  const publish = async (key: string, variables = {}, ttlMs = DAY_MS): Promise<void> => {
    await harness.runtime.publish({ provinceId: PROVINCE, name: 'ready', correlationKey: key, variables, ttlMs });
  };

  /** What the worker's relay does. */
  async function relay(): Promise<void> {
    const outbox = new OutboxStore(harness.database);
    const rows = await outbox.take(1000);
    await Promise.all(rows.filter((row) => row.kind === 'message').map((row) => correlator.correlate(row.provinceId, row.ref)));
    await outbox.done(rows.map((row) => row.id));
  }

  const arrived = async (instanceId: string): Promise<number> =>
    (await new TaskStore(harness.database).ofInstance(PROVINCE, instanceId)).length;

  it('reaches who waits already', async () => {
    const instanceId = await waitFor('k1');
    await relay();
    await publish('k1');
    await relay();
    expect(await arrived(instanceId)).toBe(1);
  });

  it('is kept for who waits later', async () => {
    await publish('k2');
    await relay();
    const instanceId = await waitFor('k2');
    await relay();
    expect(await arrived(instanceId)).toBe(1);
  });

  it('thrown by a process reaches another', async () => {
    const instanceId = await waitFor('k3');
    await harness.runtime.start({ provinceId: PROVINCE, definitionId: throwing, variables: { key: 'k3' }, subject: { orgId: ORG } });
    await relay();
    expect(await arrived(instanceId)).toBe(1);
  });

  it('meets its receiver whichever of the two commits first', async () => {
    const keys = Array.from({ length: 40 }, (_, n) => `race-${n}`);
    const instances = await Promise.all(
      keys.map(async (key, n) => {
        const both = n % 2 === 0 ? [publish(key), waitFor(key)] : [waitFor(key), publish(key)];
        const [one, two] = await Promise.all([...both, relay()]);
        return String(one ?? two);
      }),
    );
    await relay();
    expect(await Promise.all(instances.map(arrived))).toEqual(keys.map(() => 1));
  });

  it('goes to one receiver of a process only, the one that waits longest', async () => {
    const first = await waitFor('k4');
    const second = await waitFor('k4');
    await publish('k4');
    await Promise.all([relay(), relay(), relay()]);
    expect([await arrived(first), await arrived(second)]).toEqual([1, 0]);
    await publish('k4');
    await relay();
    expect(await arrived(second)).toBe(1);
  });

  it('is not delivered after its time', async () => {
    await publish('k5', {}, 1000);
    await harness.advance(1001);
    const instanceId = await waitFor('k5');
    await relay();
    expect(await arrived(instanceId)).toBe(0);
    const { database, runtime } = harness;
    expect(await new Sweeper({ database, runtime }).expireMessages()).toBe(1);
  });
});

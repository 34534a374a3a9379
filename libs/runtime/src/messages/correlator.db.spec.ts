import { MessageStore, OutboxStore, TaskStore } from '@thidua/store';
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

  it('reaches every process once, also one that begins to wait later, in its lifetime', async () => {
    const other = await harness.release('catch-message-too');
    const first = await waitFor('k6');
    await publish('k6');
    await relay();
    const second = await waitFor('k6');
    const later = await harness.runtime.start({
      provinceId: PROVINCE,
      definitionId: other,
      variables: { key: 'k6' },
      subject: { orgId: ORG },
    });
    await relay();
    expect(await Promise.all([first, second, later.ok ? later.instanceId : ''].map(arrived))).toEqual([1, 0, 1]);
  });

  it('that is not kept reaches who waits at its sending, and nobody later', async () => {
    const before = await waitFor('k7');
    await publish('k7', {}, 0);
    const after = await waitFor('k7');
    await harness.advance(5000);
    await relay();
    expect([await arrived(before), await arrived(after)]).toEqual([1, 0]);
    expect(await harness.database.reader.query(`select 1 from message where correlation_key = 'k7'`)).toEqual([]);
  });

  it('that nobody keeps is not swept away before it was carried round', async () => {
    const waiting = await waitFor('k8');
    await publish('k8', {}, 0);
    const { database, runtime } = harness;
    await new Sweeper({ database, runtime }).expireMessages();
    await relay();
    expect(await arrived(waiting)).toBe(1);
  });

  it('reaches one receiver once when its correlator dies before the commit and others try at once', async () => {
    const waiting = await waitFor('k9');
    const { id } = await harness.runtime.publish({
      provinceId: PROVINCE,
      name: 'ready',
      correlationKey: 'k9',
      variables: {},
      ttlMs: DAY_MS,
    });
    const address = { provinceId: PROVINCE, name: 'ready', correlationKey: 'k9' };
    const store = new MessageStore(harness.database);
    let tellHeld = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      tellHeld = resolve;
    });
    const died = harness.database.inTransaction(async (tx) => {
      await store.lockAddress(tx, address);
      tellHeld();
      const match = await store.nextMatch(tx, address, harness.clock.nowMs());
      const { to } = match ?? {};
      if (to?.kind !== 'subscription') {
        throw new Error('nobody waits');
      }
      const command = { type: 'correlate' as const, subscriptionId: to.id, variables: {} };
      await harness.runtime.step({ provinceId: PROVINCE, instanceId: to.instanceId, command }, tx);
      throw new Error('killed');
    });
    // Watched at once, so that its end is nobody's unhandled one.
    const death = expect(died).rejects.toThrow('killed');
    await held;
    const others = [harness.runtime, harness.another(), harness.another()].map((runtime) =>
      new Correlator({ database: harness.database, runtime }).correlate(PROVINCE, id),
    );
    await death;
    expect((await Promise.all(others)).reduce((sum, n) => sum + n, 0)).toBe(1);
    expect(await arrived(waiting)).toBe(1);
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

import { SignalStore, StartStore, type Broadcast, type Database, type Delivery, type Tx } from '@thidua/store';
import type { Runtime } from '../runtime';
import { Starter } from '../starts/starter';

const BATCH = 200;
const LEASE_MS = 30_000;
const ATTEMPTS = 5;
const SLICE_MS = 2000;

/**
 * Carries signals round: those who waited when one was thrown are found and told in batches, each exactly once, whatever dies meanwhile.
 * The thrower has had it inside its own step.
 */
export class Broadcaster {
  private readonly signals: SignalStore;
  private readonly starts: StartStore;
  private readonly starter: Starter;

  constructor(private readonly deps: { readonly database: Database; readonly runtime: Runtime }) {
    this.signals = new SignalStore(deps.database);
    this.starts = new StartStore(deps.database);
    this.starter = new Starter(deps);
  }

  /**
   * Goes on with a broadcast for a slice of time. `settled`: the caller's outbox row is done, since all have heard it or a new row stands
   * behind those that wait already; else others work on it still and the row must stay.
   */
  async carry(
    provinceId: string,
    broadcastId: string,
    sliceMs = SLICE_MS,
  ): Promise<{ readonly reached: number; readonly settled: boolean }> {
    const broadcast = await this.signals.byId(provinceId, broadcastId);
    if (broadcast === undefined) {
      return { reached: 0, settled: true };
    }
    const until = performance.now() + sliceMs;
    let reached = await this.beginProcesses(broadcast);
    for (;;) {
      const found = await this.signals.fanOut(provinceId, broadcastId, BATCH);
      const deliveries = await this.signals.claim(broadcast, { limit: BATCH, leaseMs: LEASE_MS });
      reached += await this.tell(broadcast, deliveries);
      if (found === 0 && deliveries.length === 0) {
        return { reached, settled: await this.end(broadcast) };
      }
      if (performance.now() > until) {
        await this.signals.askAgain(broadcast, this.deps.runtime.clock.nowMs());
        return { reached, settled: true };
      }
    }
  }

  private async end(broadcast: Broadcast): Promise<boolean> {
    if ((await this.signals.waiting(broadcast)) > 0) {
      return false;
    }
    await this.signals.forget(broadcast);
    return true;
  }

  private async beginProcesses(broadcast: Broadcast): Promise<number> {
    let began = 0;
    for (let more = true; more;) {
      more = await this.deps.database.inTransaction(async (tx) => {
        const target = await this.signals.takeStart(tx, broadcast);
        began += target !== undefined && (await this.beginOne(tx, broadcast, target)) ? 1 : 0;
        return target !== undefined;
      });
    }
    return began;
  }

  /** Nothing begins when the newest version has no such start any more. */
  private async beginOne(tx: Tx, { provinceId, id, signal, variables, orgId }: Broadcast, target: string): Promise<boolean> {
    const start = await this.starts.byId(tx, provinceId, target);
    const cause = { action: 'start-by-signal', facts: { broadcastId: id, signal }, variables, orgId };
    return start !== undefined && (await this.starter.begin(tx, start, cause));
  }

  private async tell(broadcast: Broadcast, deliveries: readonly Delivery[]): Promise<number> {
    const gone = deliveries.filter(({ subscriptionIds }) => subscriptionIds.length === 0);
    if (gone.length > 0) {
      await this.signals.dropDeliveries(
        broadcast,
        gone.map(({ instanceId }) => instanceId),
      );
    }
    const open = deliveries.filter(({ subscriptionIds }) => subscriptionIds.length > 0);
    const told = await Promise.allSettled(open.map((delivery) => this.tellOne(broadcast, delivery)));
    const failed = told.find((one) => one.status === 'rejected');
    if (failed !== undefined) {
      throw failed.reason;
    }
    return told.filter((one) => one.status === 'fulfilled' && one.value).length;
  }

  private async tellOne(broadcast: Broadcast, { instanceId, subscriptionIds, attempts }: Delivery): Promise<boolean> {
    const { provinceId, id, signal, variables } = broadcast;
    const answer = await this.deps.runtime.step({
      provinceId,
      instanceId,
      command: { type: 'signal', signal, variables, only: subscriptionIds },
      audit: { action: 'signal', facts: { broadcastId: id } },
      guard: { broadcastId: id },
    });
    if (answer.ok || answer.reason === 'fenced') {
      return answer.ok;
    }
    const hopeless = answer.reason === 'rejected' && answer.rejection.code !== 'step-limit';
    if (hopeless || attempts >= ATTEMPTS) {
      await this.signals.dropDeliveries(broadcast, [instanceId]);
    }
    if (!hopeless) {
      throw new Error(`signal ${id} does not get into instance ${instanceId}: ${JSON.stringify(answer)}`);
    }
    return false;
  }
}

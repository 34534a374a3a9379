import { MessageStore, type Database, type MessageAddress, type Tx } from '@thidua/store';
import { fp } from '../fault-point';
import type { Runtime } from '../runtime';

/**
 * Brings messages and those who wait together. A message and a subscription each ask for it after their commit, so whichever commits last
 * sees the other; one transaction at a time works on an address, so nothing is delivered twice.
 */
export class Correlator {
  private readonly messages: MessageStore;

  constructor(private readonly deps: { readonly database: Database; readonly runtime: Runtime }) {
    this.messages = new MessageStore(deps.database);
  }

  /** `ref`: a message's or a subscription's id, as in the outbox. Delivers all that can be delivered at its address; answers how many. */
  async correlate(provinceId: string, ref: string): Promise<number> {
    const address = await this.messages.addressOf(provinceId, ref);
    let delivered = 0;
    while (address !== undefined && (await this.deps.database.inTransaction((tx) => this.deliverNext(tx, address)))) {
      delivered += 1;
    }
    return delivered;
  }

  /** The oldest message to the oldest subscription of each process; false when there is nothing to bring together. */
  private async deliverNext(tx: Tx, address: MessageAddress): Promise<boolean> {
    const { runtime } = this.deps;
    await this.messages.lockAddress(tx, address);
    const match = await this.messages.nextMatch(tx, address, runtime.clock.nowMs());
    if (match === undefined) {
      return false;
    }
    let reached = false;
    for (const { id, instanceId } of match.subscriptions) {
      const command = { type: 'correlate' as const, subscriptionId: id, variables: match.variables };
      const audit = { action: 'correlate', facts: { messageId: match.messageId, message: address.name } };
      const answer = await runtime.step({ provinceId: address.provinceId, instanceId, command, audit }, tx);
      reached ||= answer.ok;
      if (!answer.ok) {
        if (answer.reason !== 'rejected' || answer.rejection.code === 'step-limit') {
          throw new Error(`message ${match.messageId} does not get into instance ${instanceId}`);
        }
        // Closed between our look and the instance's lock: the message goes on to the next who waits.
        await this.messages.dropSubscription(tx, address.provinceId, id);
      }
    }
    if (reached) {
      await this.messages.markDelivered(tx, address.provinceId, match.messageId);
    }
    fp('message.after-correlate');
    return true;
  }
}

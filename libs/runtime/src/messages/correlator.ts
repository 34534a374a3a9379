import { MessageStore, StartStore, type Database, type Match, type MessageAddress, type Tx } from '@thidua/store';
import { fp } from '../fault-point';
import type { Runtime } from '../runtime';
import { Starter } from '../starts/starter';

/**
 * Brings messages and those who wait together. A message and a subscription each ask for it after their commit, so whichever commits last
 * sees the other; one transaction at a time works on an address, so nothing is delivered twice. A message reaches every process at most
 * once: its oldest subscription, else its start.
 */
export class Correlator {
  private readonly messages: MessageStore;
  private readonly starts: StartStore;
  private readonly starter: Starter;

  constructor(private readonly deps: { readonly database: Database; readonly runtime: Runtime }) {
    this.messages = new MessageStore(deps.database);
    this.starts = new StartStore(deps.database);
    this.starter = new Starter(deps);
  }

  /** `ref`: a message's, a subscription's or an ended instance's id, as in the outbox. Delivers all that can be delivered; answers how many. */
  async correlate(provinceId: string, ref: string): Promise<number> {
    let delivered = 0;
    for (const address of await this.messages.addressesOf(provinceId, ref)) {
      for (let outcome: Outcome = 'again'; outcome !== 'done';) {
        outcome = await this.deps.database.inTransaction((tx) => this.deliverNext(tx, address));
        delivered += outcome === 'delivered' ? 1 : 0;
      }
    }
    await this.messages.dropUnkept(provinceId, ref);
    return delivered;
  }

  /** The oldest message to one process that it has not reached. */
  private async deliverNext(tx: Tx, address: MessageAddress): Promise<Outcome> {
    await this.messages.lockAddress(tx, address);
    const match = await this.messages.nextMatch(tx, address, this.deps.runtime.clock.nowMs());
    if (match === undefined) {
      return 'done';
    }
    const outcome =
      match.to.kind === 'start' ? await this.begin(tx, address, match, match.to) : await this.deliver(tx, address, match, match.to);
    fp('message.after-correlate');
    return outcome;
  }

  private async deliver(tx: Tx, { provinceId, name }: MessageAddress, match: Match, to: SubscriptionTarget): Promise<Outcome> {
    const { messageId, variables, process } = match;
    const command = { type: 'correlate' as const, subscriptionId: to.id, variables };
    const audit = { action: 'correlate', facts: { messageId, message: name } };
    const answer = await this.deps.runtime.step({ provinceId, instanceId: to.instanceId, command, audit }, tx);
    if (answer.ok) {
      await this.messages.markDelivered(tx, provinceId, messageId, process);
      return 'delivered';
    }
    if (answer.reason !== 'rejected' || answer.rejection.code === 'step-limit') {
      throw new Error(`message ${messageId} does not get into instance ${to.instanceId}`);
    }
    // Closed between our look and the instance's lock: the message goes on to the next who waits.
    await this.messages.dropSubscription(tx, provinceId, to.id);
    return 'again';
  }

  private async begin(tx: Tx, address: MessageAddress, match: Match, to: StartTarget): Promise<Outcome> {
    const { provinceId, name, correlationKey } = address;
    const { messageId, variables, orgId, process } = match;
    const held = to.singleton && correlationKey !== '' ? { startKey: correlationKey } : {};
    if ('startKey' in held && !(await this.messages.lockStartKey(tx, provinceId, process, correlationKey))) {
      return 'again';
    }
    await this.messages.markDelivered(tx, provinceId, messageId, process);
    const start = await this.starts.byId(tx, provinceId, to.id);
    const cause = { action: 'start-by-message', facts: { messageId, message: name }, variables, orgId, ...held };
    return start !== undefined && (await this.starter.begin(tx, start, cause)) ? 'delivered' : 'again';
  }
}

type Outcome = 'delivered' | 'again' | 'done';
type SubscriptionTarget = Extract<Match['to'], { kind: 'subscription' }>;
type StartTarget = Extract<Match['to'], { kind: 'start' }>;

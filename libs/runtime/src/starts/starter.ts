import type { JsonObject } from '@thidua/kernel';
import { StartStore, TrailStore, type Database, type StartRecord, type Tx } from '@thidua/store';
import { afterFiring } from '@thidua/engine';
import { randomUUID } from 'node:crypto';
import { fp } from '../fault-point';
import type { Runtime } from '../runtime';
import { triggerOf } from './start-plans';

/** What begins an instance, for its history. */
export interface StartCause {
  /** kebab-case. */
  readonly action: string;
  readonly facts: JsonObject;
  readonly variables: JsonObject;
  /** Whose the new instance is; the tenant's highest organisation when absent. */
  readonly orgId?: string | null;
  /** Where only one instance per key of the message may live. */
  readonly startKey?: string;
}

const LEASE_MS = 30_000;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Begins processes that something starts by itself: a message, a signal, a timer, a condition. */
export class Starter {
  private readonly starts: StartStore;
  private readonly trail: TrailStore;

  constructor(private readonly deps: { readonly database: Database; readonly runtime: Runtime }) {
    this.starts = new StartStore(deps.database);
    this.trail = new TrailStore(deps.database);
  }

  /**
   * Begins an instance at a start, in the transaction that uses up its cause; false when the event needs further parts, or the engine does
   * not begin it, which the definition's trail then says.
   */
  async begin(tx: Tx, start: StartRecord, cause: StartCause): Promise<boolean> {
    const { provinceId, definitionId, process, elementId } = start;
    const variables = start.together ? await this.starts.arrive(tx, start, cause.variables) : cause.variables;
    if (variables === undefined) {
      return false;
    }
    const orgId = cause.orgId ?? (await this.starts.ownerOf(tx, provinceId)) ?? NOBODY;
    const answer = await this.deps.runtime.start(
      {
        provinceId,
        definitionId,
        processId: process,
        startElementId: elementId,
        variables,
        subject: { orgId },
        audit: { action: cause.action, facts: cause.facts },
        ...(cause.startKey === undefined ? {} : { startKey: cause.startKey }),
      },
      tx,
    );
    if (!answer.ok) {
      const why = answer.reason === 'rejected' ? `${answer.rejection.code}: ${answer.rejection.detail}` : answer.reason;
      const atMs = this.deps.runtime.clock.nowMs();
      const facts = { ...cause.facts, why, process, element: elementId };
      await this.trail.append(tx, provinceId, { subjectType: 'definition', subjectId: definitionId, atMs, action: 'start-refused', facts });
    }
    return answer.ok;
  }

  /** Asks the conditional starts of a tenant, or of one process, with variables; answers how many instances began with them. */
  async evaluate(provinceId: string, variables: JsonObject, process?: string): Promise<number> {
    const { runtime, database } = this.deps;
    let began = 0;
    for (const start of await this.starts.list(provinceId, { kind: 'condition', ...(process === undefined ? {} : { process }) })) {
      const { siblings } = await runtime.graphs.definition(provinceId, start.definitionId);
      const graph = siblings.get(start.process);
      const trigger = graph === undefined ? undefined : triggerOf(graph, start.elementId, start.part);
      if (trigger?.kind === 'conditional' && trigger.condition.evaluate(variables, { nowMs: runtime.clock.nowMs() }).value === true) {
        const cause = { action: 'start-by-condition', facts: { element: start.elementId }, variables };
        began += (await database.inTransaction((tx) => this.begin(tx, start, cause))) ? 1 : 0;
      }
    }
    return began;
  }

  /**
   * Begins instances whose start timers are due by the business clock; answers how many timers fired. A timer that is late by several slots
   * fires once, goes on with the next slot of its own grid, and notes how many it skipped.
   */
  async fireDue(limit: number): Promise<number> {
    const { runtime, database } = this.deps;
    const leaseToken = randomUUID();
    const due = await this.starts.claimDue(runtime.clock.nowMs(), { limit, leaseMs: LEASE_MS, leaseToken });
    if (due.length > 0) {
      fp('timer.after-claim');
    }
    let fired = 0;
    for (const one of due) {
      fired += (await database.inTransaction((tx) => this.fire(tx, { ...one, leaseToken }))) ? 1 : 0;
    }
    return fired;
  }

  private async fire(tx: Tx, claimed: { readonly provinceId: string; readonly id: string; readonly leaseToken: string }): Promise<boolean> {
    const nowMs = this.deps.runtime.clock.nowMs();
    const start = await this.starts.lockDue(tx, { ...claimed, nowMs });
    if (start?.dueAt === undefined || start.dueAt === null) {
      return false;
    }
    const after = start.cycle === null ? { skipped: 0, next: undefined } : afterFiring(start.dueAt.getTime(), start.cycle, nowMs);
    await this.starts.goOn(tx, start, { dueMs: after.next?.dueMs ?? null, cycle: after.next?.cycle ?? null, skipped: after.skipped });
    const facts = { element: start.elementId, due: start.dueAt.toISOString(), skipped: after.skipped };
    await this.begin(tx, start, { action: 'start-by-timer', facts, variables: {} });
    return true;
  }
}

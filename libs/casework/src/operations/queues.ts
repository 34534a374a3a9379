import type { QueueView } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { QueueDepth } from '@thidua/store';
import type { Handler, Handlers } from '../handler';
import { demandAdministrator } from '../processes/administrator';

const [SLOW_S, STUCK_S] = [60, 600];
/** Shown also when nothing is in them: whoever looks wants to know that nothing waits. */
const ALWAYS: readonly (readonly [QueueDepth['group'], string])[] = [
  ['outbox', 'job'],
  ['outbox', 'message'],
  ['outbox', 'signal'],
  ['timer', ''],
  ['start', ''],
];

/** Depth and age of every queue of the province, and the timers that are due. */
const queues: Handler<'queues'> = async (deps, { actor }) => {
  demandAdministrator(actor);
  const nowMs = deps.clock.nowMs();
  const found = await deps.stores.queues.depths(actor.provinceId, nowMs);
  const empty = ALWAYS.filter(([group, name]) => !found.some((one) => one.group === group && one.name === name)).map(
    ([group, name]): QueueDepth => ({ group, name, waiting: 0, running: 0, later: 0, retried: 0, oldestMs: null, nextAt: null }),
  );
  return { at: isoOf(nowMs), queues: [...found, ...empty].map(queueView) };
};

export const OPERATION_HANDLERS = { queues } satisfies Partial<Handlers>;

/** An incident is stuck from its first second: only a person moves it on. */
export function queueView({ oldestMs, nextAt, ...depth }: QueueDepth): QueueView {
  const oldestSeconds = oldestMs === null ? null : Math.max(0, Math.round(oldestMs / 1000));
  const age = oldestSeconds ?? 0;
  const state = depth.group === 'incident' || age >= STUCK_S ? 'stuck' : age >= SLOW_S ? 'slow' : 'calm';
  return { ...depth, oldestSeconds, nextAt: nextAt === null ? null : isoOf(nextAt.getTime()), state };
}

import type { QueueView, TimerView } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { QueueDepth } from '@thidua/store';
import type { Handler } from '../handler';
import { demandAdministrator } from '../processes/administrator';
import { elementIn } from '../tasks/load-task';
import { aboutView } from './about-view';

const [SLOW_S, STUCK_S] = [60, 600];
const MOST_TIMERS = 50;
/** Shown also when nothing is in them: whoever looks wants to know that nothing waits. */
const ALWAYS: readonly (readonly [QueueDepth['group'], string])[] = [
  ['outbox', 'job'],
  ['outbox', 'message'],
  ['outbox', 'signal'],
  ['timer', ''],
  ['start', ''],
];

/** Depth and age of every queue of the province, and the timers that are due. */
export const queues: Handler<'queues'> = async (deps, { actor }) => {
  demandAdministrator(actor);
  const nowMs = deps.clock.nowMs();
  const found = await deps.stores.queues.depths(actor.provinceId, nowMs);
  const empty = ALWAYS.filter(([group, name]) => !found.some((one) => one.group === group && one.name === name)).map(
    ([group, name]): QueueDepth => ({ group, name, waiting: 0, running: 0, later: 0, retried: 0, failed: 0, oldestMs: null, nextAt: null }),
  );
  return { at: isoOf(nowMs), queues: [...found, ...empty].map(queueView) };
};

/** Timers that are due, and those that come next, with what they belong to. */
export const timers: Handler<'timers'> = async (deps, { actor }) => {
  demandAdministrator(actor);
  const { provinceId } = actor;
  const nowMs = deps.clock.nowMs();
  const found = await deps.stores.queues.timers(provinceId, MOST_TIMERS);
  const depths = await deps.stores.queues.depths(provinceId, nowMs);
  const counted = depths.filter(({ group }) => group === 'timer' || group === 'start');
  const views = found.map(async (timer): Promise<TimerView> => {
    const { id, kind, elementId, definitionId, processName, dueAt, about, aboutId, code, title } = timer;
    const element = elementIn(await deps.runtime.graphs.definition(provinceId, definitionId), elementId);
    return {
      ...{ id, kind, processName, name: element?.name ?? elementId },
      about: aboutView({ kind: about, aboutId, code, title }),
      dueAt: isoOf(dueAt.getTime()),
      due: dueAt.getTime() <= nowMs,
    };
  });
  return {
    timers: await Promise.all(views),
    total: counted.reduce((sum, one) => sum + one.waiting + one.later, 0),
    due: counted.reduce((sum, one) => sum + one.waiting, 0),
  };
};

/** An incident is stuck from its first second: only a person moves it on. */
export function queueView({ oldestMs, nextAt, ...depth }: QueueDepth): QueueView {
  const oldestSeconds = oldestMs === null ? null : Math.max(0, Math.round(oldestMs / 1000));
  const age = oldestSeconds ?? 0;
  const state = depth.group === 'incident' || age >= STUCK_S ? 'stuck' : age >= SLOW_S ? 'slow' : 'calm';
  return { ...depth, oldestSeconds, nextAt: nextAt === null ? null : isoOf(nextAt.getTime()), state };
}

import * as z from 'zod/mini';
import { AboutView } from './incidents';
import { Id, Instant } from './text';

export const QueueView = z.object({
  group: z.enum(['outbox', 'job', 'print', 'timer', 'start', 'signal', 'incident']),
  /** Kind of message, type of job, kind of print, cause of an incident; '' where the group has no parts. */
  name: z.string(),
  waiting: z.number(),
  running: z.number(),
  later: z.number(),
  retried: z.number(),
  /** Given up after the last attempt and not taken up again. */
  failed: z.number(),
  /** Seconds the longest of those waiting has waited; null = nothing waits. */
  oldestSeconds: z.nullable(z.number()),
  nextAt: z.nullable(Instant),
  /** slow: over a minute · stuck: over ten, or a person is needed. */
  state: z.enum(['calm', 'slow', 'stuck']),
});
/** Work of the province that waits, by queue; empty queues of jobs and prints are left out. */
export const QueueList = z.object({ at: Instant, queues: z.array(QueueView) });
/** Timers that are due or come up next, soonest first; at most 50. */
export const TimerView = z.object({
  id: Id,
  /** step: of a running process · start: of a process that begins by itself. */
  kind: z.enum(['step', 'start']),
  name: z.string(),
  processName: z.string(),
  about: z.nullable(AboutView),
  dueAt: Instant,
  due: z.boolean(),
});
export const TimerList = z.object({ timers: z.array(TimerView), total: z.number(), due: z.number() });
export type TimerView = z.infer<typeof TimerView>;
export type QueueView = z.infer<typeof QueueView>;

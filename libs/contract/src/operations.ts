import * as z from 'zod/mini';
import { Instant } from './text';

export const QueueView = z.object({
  group: z.enum(['outbox', 'job', 'print', 'timer', 'start', 'signal', 'incident']),
  /** Kind of message, type of job, kind of print, cause of an incident; '' where the group has no parts. */
  name: z.string(),
  waiting: z.number(),
  running: z.number(),
  later: z.number(),
  retried: z.number(),
  /** Seconds the longest of those waiting has waited; null = nothing waits. */
  oldestSeconds: z.nullable(z.number()),
  nextAt: z.nullable(Instant),
  /** slow: over a minute · stuck: over ten, or a person is needed. */
  state: z.enum(['calm', 'slow', 'stuck']),
});
/** Work of the province that waits, by queue; empty queues of jobs and prints are left out. */
export const QueueList = z.object({ at: Instant, queues: z.array(QueueView) });
export type QueueView = z.infer<typeof QueueView>;

import { fp } from '@thidua/runtime';
import type { OutboxRow, OutboxStore } from '@thidua/store';
import { pacedLoop, type PacedLoop } from './paced-loop';

const BATCH = 200;
/** Taken at once when the queue is away and this worker has to do the work itself. */
const BATCH_ALONE = 4;
const PACE = { busyMs: 20, idleMs: 250 };

export interface RelayDeps {
  readonly outbox: Pick<OutboxStore, 'take' | 'giveBack'>;
  /** Rings the bell of the queue, with outbox ids only; fails when the queue is away. */
  readonly ring: (outboxIds: readonly string[]) => Promise<void>;
  /** What the bell's consumer does, for when nobody can ring. */
  readonly handle: (outboxId: string) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/**
 * Passes committed work on to the queue. Death between taking and ringing loses nothing: the sweeper finds the row again.
 * While the queue is away the rows are worked on here, a few at a time: slower, but the process goes on.
 */
export function outboxRelay(deps: RelayDeps): PacedLoop {
  let queueAway = false;

  const pass = async (): Promise<number> => {
    const rows = await deps.outbox.take(queueAway ? BATCH_ALONE : BATCH);
    const ids = rows.filter(forQueue).map((row) => row.id);
    if (ids.length > 0) {
      fp('relay.after-take');
      await passOn(ids);
    }
    return rows.length;
  };

  const passOn = async (ids: readonly string[]): Promise<void> => {
    try {
      await deps.ring(ids);
      queueAway = false;
      fp('relay.after-ring');
    } catch (error) {
      if (!queueAway) {
        deps.onError(error);
      }
      queueAway = true;
      const [mine, later] = [ids.slice(0, BATCH_ALONE), ids.slice(BATCH_ALONE)];
      await deps.outbox.giveBack(later);
      await Promise.all(mine.map((id) => deps.handle(id)));
    }
  };

  return pacedLoop(pass, PACE, deps.onError);
}

function forQueue(row: OutboxRow): boolean {
  return row.kind !== 'notice';
}

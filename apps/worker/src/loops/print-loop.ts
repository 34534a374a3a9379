import { randomUUID } from 'node:crypto';
import { PRINTS_KEPT_MS } from '@thidua/casework';
import { DomainError } from '@thidua/kernel';
import type { ClaimedPrint } from '@thidua/store';
import type { PrintKind } from '../printing/print-kind';
import { Fenced, GiveUp, RetryLater } from '../service-tasks/outcomes';
import type { TaskRoom } from '../service-tasks/service-task';
import { HOPELESS } from './hopeless';
import { pacedLoop, type PacedLoop } from './paced-loop';

const PACE = { busyMs: 20, idleMs: 400 };
const HEARTBEAT_MS = 4000;
const PAUSE_MS = 2000;
const MOST_ATTEMPTS = 4;
/** Two at a time, so that a long list never keeps a single page waiting; the browser has two pages. */
const LANES = 2;
const FORGET_EVERY = 500;
const FORGET_BATCH = 50;

export interface PrintLoopDeps {
  readonly room: TaskRoom;
  readonly kinds: Readonly<Record<string, PrintKind>>;
  readonly leaseMs: number;
  readonly onError: (error: unknown) => void;
}

/** Makes what people have asked to be printed, oldest first, and forgets what was kept long enough. */
export function printLoop(deps: PrintLoopDeps): PacedLoop {
  let passes = 0;
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    pacedLoop(
      async () => {
        passes += 1;
        if (lane === 0 && passes % FORGET_EVERY === 0) {
          await deps.room.deps.stores.prints.forget(FORGET_BATCH);
        }
        return (await printNext(deps)) ? 1 : 0;
      },
      PACE,
      deps.onError,
    ),
  );
  return {
    nudge: () => {
      lanes.forEach((lane) => {
        lane.nudge();
      });
    },
    stop: async () => {
      await Promise.all(lanes.map((lane) => lane.stop()));
    },
  };
}

/** One order, from lease to file; false: none was due. */
export async function printNext({ room, kinds, leaseMs, onError }: PrintLoopDeps): Promise<boolean> {
  const { prints } = room.deps.stores;
  const order = await prints.claim({ leaseToken: randomUUID(), leaseMs });
  if (order === undefined) {
    return false;
  }
  const beat = setInterval(() => void prints.extend(order, leaseMs).catch(onError), Math.min(HEARTBEAT_MS, leaseMs / 3));
  try {
    await made(room, order, kinds[order.kind]);
  } catch (error) {
    await afterFailure(room, order, error, onError);
  } finally {
    clearInterval(beat);
  }
  return true;
}

async function made(room: TaskRoom, order: ClaimedPrint, make: PrintKind | undefined): Promise<void> {
  if (make === undefined) {
    throw new GiveUp('print-kind-unknown', `Không có cách in ${order.kind}.`);
  }
  // Whoever killed its worker so often is not given another.
  if (order.attempts > MOST_ATTEMPTS) {
    throw new GiveUp('print-tried-too-often', 'Đã thử nhiều lần nhưng không in được.');
  }
  const { prints } = room.deps.stores;
  const file = await make(room, order, async (done, total) => {
    if (!(await prints.progress(order, done, total))) {
      throw new Fenced('another worker has the order');
    }
  });
  const kept = await room.deps.database.inTransaction((tx) => prints.finish(tx, order, file, PRINTS_KEPT_MS));
  if (!kept) {
    throw new Fenced('another worker has the order');
  }
}

async function afterFailure(room: TaskRoom, order: ClaimedPrint, error: unknown, onError: (error: unknown) => void): Promise<void> {
  const { prints } = room.deps.stores;
  if (error instanceof Fenced) {
    return;
  }
  if (error instanceof GiveUp) {
    await prints.fail(order, { code: error.reason, detail: error.message }, PRINTS_KEPT_MS);
    return;
  }
  onError(error);
  const code = error instanceof DomainError ? error.code : 'internal';
  if (order.attempts >= MOST_ATTEMPTS || HOPELESS.has(code)) {
    await prints.fail(order, { code, detail: detailOf(error) }, PRINTS_KEPT_MS);
    return;
  }
  await prints.retryLater(order, error instanceof RetryLater && error.delayMs !== undefined ? error.delayMs : PAUSE_MS * order.attempts);
}

/** What a refusal of our own says; of a fault of the program nothing that only its makers understand. */
function detailOf(error: unknown): string {
  return error instanceof DomainError ? `${error.message} ${JSON.stringify(error.details)}` : '';
}

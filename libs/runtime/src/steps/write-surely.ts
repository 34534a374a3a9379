import {
  domainErrorOf,
  isConnectionLost,
  isKeyTaken,
  isUndone,
  Unavailable,
  type StepOutcome,
  type StepStore,
  type StepWrite,
} from '@thidua/store';

const ATTEMPTS = 6;
const MOVED = { moved: true, leaseHeld: true, taskCurrent: true, grantCurrent: true, keyFree: true, undelivered: true };

/**
 * One step on its own, to a certain end. When the answer to a commit was lost, the audit head tells whether this very step was written:
 * no other step can have made it.
 */
export async function writeSurely(steps: StepStore, write: StepWrite): Promise<StepOutcome | Error> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      const [outcome] = await steps.write([write]);
      if (outcome !== undefined) {
        return !outcome.moved && attempt > 1 && (await wasWritten(steps, write)) ? MOVED : outcome;
      }
    } catch (error) {
      if (isKeyTaken(error)) {
        return { ...MOVED, moved: false, keyFree: false };
      }
      if (!isUndone(error) && !isConnectionLost(error)) {
        const known = domainErrorOf(error);
        return known instanceof Error ? known : new Error(String(known));
      }
    }
    await pause(attempt);
  }
  return new Unavailable('the database did not take the step', { instanceId: write.instanceId });
}

/** A read that goes on when a connection broke. */
export async function surely<T>(read: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await read();
    } catch (error) {
      if (!isConnectionLost(error)) {
        throw error;
      }
      if (attempt === ATTEMPTS) {
        throw new Unavailable('the database does not answer');
      }
    }
    await pause(attempt);
  }
}

async function wasWritten(steps: StepStore, write: StepWrite): Promise<boolean> {
  const [instance] = await steps.load([write]);
  return instance?.auditHead === write.auditHead;
}

function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5 * 2 ** attempt * (0.5 + Math.random())));
}

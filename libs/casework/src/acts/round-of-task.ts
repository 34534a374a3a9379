import type { RoundRecord } from '@thidua/store';
import { Refused } from '../refused';
import type { ActContext } from './act';

/** The round a task is about, locked until the act's transaction ends. */
export async function roundOfTask({ deps, tx, task }: ActContext): Promise<RoundRecord> {
  const round = task.roundId === null ? undefined : await deps.stores.rounds.lock(tx, task.provinceId, task.roundId);
  if (round === undefined) {
    throw new Refused('not-found', { roundId: task.roundId });
  }
  return round;
}

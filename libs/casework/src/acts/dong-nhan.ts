import type { Act } from './act';
import { roundOfTask } from './round-of-task';

/** Closes the intake before its day; what comes later goes into the next round. */
export const dongNhan: Act = async (context) => {
  const round = await roundOfTask(context);
  const { deps, tx, task, nowMs } = context;
  if (round.status === 'collecting') {
    await deps.stores.rounds.setStatus(tx, task.provinceId, round.id, 'appraising', nowMs);
  }
  return { variables: {}, audit: { action: 'round-intake-closed', facts: { roundId: round.id } } };
};

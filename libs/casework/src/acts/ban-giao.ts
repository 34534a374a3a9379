import type { Act } from './act';
import { roundOfTask } from './round-of-task';
import { recordSent } from './tra-loi-tw';

/** Decisions copied and certificates handed over to those honoured (T-11). */
export const banGiao: Act = async (context) => {
  const round = await roundOfTask(context);
  const id = await recordSent(context, round.id, 'handed-over');
  return { variables: {}, audit: { action: 'certificates-handed-over', facts: { roundId: round.id, centralPaperId: id } } };
};

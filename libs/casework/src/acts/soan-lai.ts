import type { Act } from './act';

/** The draft was worked over; the job that follows makes it anew from the rows as they stand. */
export const soanLai: Act = ({ task }) =>
  Promise.resolve({ variables: {}, audit: { action: 'draft-revised', facts: { roundId: task.roundId ?? '' } } });

import type { Act } from './act';

/** What the centre asked for was added; the job that follows makes the package anew. */
export const boSungTw: Act = ({ task }) =>
  Promise.resolve({ variables: {}, audit: { action: 'central-supplement-made', facts: { roundId: task.roundId ?? '' } } });

import type { LocalDate } from '@thidua/kernel';
import type { PastAward } from './facts';

export interface AwardClock {
  readonly from: LocalDate;
  /** The achievement period written in the decision, or else the decision's own date. */
  readonly by: 'achievement-period' | 'decision-date';
}

/** From when time for the next award counts (R-09, ND152 art. 33.7). */
export function clockOf({ achievementTo, decidedOn }: Pick<PastAward, 'achievementTo' | 'decidedOn'>): AwardClock {
  return achievementTo === null ? { from: decidedOn, by: 'decision-date' } : { from: achievementTo, by: 'achievement-period' };
}

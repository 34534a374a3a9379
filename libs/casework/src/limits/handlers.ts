import type { Handlers } from '../handler';
import { approveCalendarDay, proposeCalendarDay, withdrawCalendarDay, workingCalendar } from './calendar-days';
import { limitNotices } from './notices';
import { dossierLimits, latestSafeDays } from './read-limits';
import { applyDueDayChanges, dueDayChanges } from './recompute';

export const LIMIT_HANDLERS = {
  workingCalendar,
  proposeCalendarDay,
  approveCalendarDay,
  withdrawCalendarDay,
  dueDayChanges,
  applyDueDayChanges,
  dossierLimits,
  latestSafeDays,
  limitNotices,
} satisfies Partial<Handlers>;

import type { Handlers } from '../handler';
import { workingCalendar } from './calendar-days';
import { limitNotices } from './notices';
import { previewCalendarPlan, proposeCalendarPlan, readCalendarFile } from './plan-days';
import { dossierLimits, latestSafeDays } from './read-limits';
import { applyDueDayChanges, dueDayChanges } from './recompute';
import { settleCalendarDays } from './settle-days';

export const LIMIT_HANDLERS = {
  workingCalendar,
  readCalendarFile,
  previewCalendarPlan,
  proposeCalendarPlan,
  settleCalendarDays,
  dueDayChanges,
  applyDueDayChanges,
  dossierLimits,
  latestSafeDays,
  limitNotices,
} satisfies Partial<Handlers>;

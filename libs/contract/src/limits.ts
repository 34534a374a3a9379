import * as z from 'zod/mini';
import { WaitingPaperView } from './registers';
import { Day, Id, Instant, cleanText } from './text';

export const CalendarDayView = z.object({
  date: Day,
  kind: z.enum(['holiday', 'swap-day', 'working-day', 'half-day', 'closure']),
  name: z.string(),
  citation: z.string(),
  confirmed: z.boolean(),
  note: z.nullable(z.string()),
  closesAt: z.nullable(z.number()),
});
export const CalendarYearView = z.object({ year: z.number(), days: z.array(CalendarDayView) });
/** A day a province or an office has set over the published table. */
export const LocalDayView = z.object({
  id: Id,
  ...CalendarDayView.shape,
  /** Null = the whole province. */
  orgName: z.nullable(z.string()),
  status: z.enum(['proposed', 'in-force']),
  proposedBy: z.string(),
  approvedBy: z.nullable(z.string()),
  /** The other half of a swap; they come into force and go together. */
  pairDate: z.nullable(Day),
  /** The reader may approve it: an administrator, and not the one who proposed it. */
  mayApprove: z.boolean(),
});
export const CalendarView = z.object({
  years: z.array(CalendarYearView),
  local: z.array(LocalDayView),
  notices: z.array(z.object({ kind: z.enum(['year-missing', 'unconfirmed']), year: z.number(), days: z.number() })),
  mayEdit: z.boolean(),
});
export const CalendarDayProposal = z.strictObject({
  date: Day,
  kind: z.enum(['holiday', 'swap-day', 'working-day', 'half-day', 'closure']),
  name: cleanText(120, 3),
  citation: cleanText(300, 3),
  /** Hour at which a half day ends. */
  closesAt: z.optional(z.int().check(z.gte(1), z.lte(23))),
  /** The office that is closed; the whole province when left out. */
  orgId: z.optional(Id),
});

export const DueDayChange = z.object({
  taskId: Id,
  taskName: z.string(),
  code: z.string(),
  dossierId: z.nullable(Id),
  roundId: z.nullable(Id),
  ruleId: z.nullable(z.string()),
  oldDue: z.nullable(Instant),
  newDue: z.nullable(Instant),
  moved: z.boolean(),
});
/** Every open step that has a limit, with its due day as it stands and as calendar and law would have it today. */
export const DueDayPreview = z.object({
  /** Sent back to apply exactly what was seen. */
  fingerprint: z.string(),
  tasks: z.array(DueDayChange),
  changed: z.number(),
  applied: z.array(z.object({ id: Id, at: Instant, by: z.string(), reason: z.string(), tasks: z.number(), changed: z.number() })),
});
export const DueDayApplication = z.strictObject({ fingerprint: cleanText(100, 1), reason: cleanText(500, 3) });
export const DueDaysApplied = z.object({ id: Id, tasks: z.number(), changed: z.number() });

/** A limit read from one of its two possible starts (decision 30). */
export const LimitReading = z.object({
  from: z.enum(['received', 'complete']),
  startedOn: z.nullable(Day),
  dueOn: z.nullable(Day),
  elapsedDays: z.number(),
});
export const LimitLine = z.object({
  ruleId: z.string(),
  text: z.string(),
  level: z.nullable(z.string()),
  /** Numbers of the nominees it is about. */
  rowSeqs: z.array(z.number()),
  status: z.enum(['not-started', 'running', 'paused', 'ended']),
  unit: z.enum(['working-day', 'day', 'month']),
  legalDays: z.number(),
  startedOn: z.nullable(Day),
  dueOn: z.nullable(Day),
  elapsedDays: z.number(),
  remainingDays: z.number(),
  overdue: z.boolean(),
  /** Day on which the level was done with it. */
  endedOn: z.nullable(Day),
  readings: z.array(LimitReading),
  startsAt: z.enum(['received', 'complete', 'event']),
  onSupplement: z.enum(['restart', 'pause', 'none']),
  onOpinion: z.enum(['none', 'pause']),
  citation: z.string(),
  confirmed: z.boolean(),
});
export const LimitEventView = z.object({
  kind: z.enum([
    'received',
    'complete',
    'supplement-asked',
    'supplement-received',
    'opinion-asked',
    'opinion-received',
    'held',
    'released',
  ]),
  at: Instant,
  by: z.nullable(z.string()),
  rowSeq: z.nullable(z.number()),
});
export const BackStepView = z.object({
  ruleId: z.string(),
  text: z.string(),
  days: z.number(),
  unit: z.enum(['working-day', 'day']),
  startOn: Day,
  endOn: Day,
  citation: z.string(),
  confirmed: z.boolean(),
});
export const BackPlanView = z.object({
  award: z.string(),
  awardName: z.string(),
  targetOn: Day,
  /** The row that fixes the day; null for a council's session. */
  targetRuleId: z.nullable(z.string()),
  targetText: z.nullable(z.string()),
  steps: z.array(BackStepView),
  latestSafeOn: Day,
  /** The latest safe day is over. */
  passed: z.boolean(),
  confirmed: z.boolean(),
});
export const DossierLimits = z.object({
  lines: z.array(LimitLine),
  events: z.array(LimitEventView),
  plans: z.array(BackPlanView),
});
export const LatestSafeQuery = z.object({
  award: z.string(),
  /** Day of the council's session; the days that rows of law fix when left out. */
  council: z.optional(Day),
  /** Year the matter belongs to; this year when left out. */
  year: z.optional(z.coerce.number()),
});
export const LatestSafeDays = z.object({ plans: z.array(BackPlanView) });

/** Told to whoever held the task and to whoever has it. */
const ReassignmentNotice = z.object({
  id: Id,
  taskId: Id,
  taskName: z.string(),
  code: z.string(),
  at: Instant,
  reason: z.string(),
  from: z.array(z.string()),
  to: z.string(),
  /** The reader has it now. */
  mine: z.boolean(),
});
export const LimitNoticeList = z.object({
  notices: z.array(
    z.object({
      id: Id,
      taskId: Id,
      taskName: z.string(),
      code: z.string(),
      orgName: z.string(),
      kind: z.enum(['reminder', 'due-day', 'escalation']),
      dueAt: Instant,
      ruleId: z.nullable(z.string()),
      at: Instant,
    }),
  ),
  /** Signed papers of the reader's registers that should have left the house by now (T-27). */
  unissued: z.array(WaitingPaperView),
  /** Open tasks that an administrator took from or gave to the reader's posts in the last two weeks. */
  reassigned: z.array(ReassignmentNotice),
});

export type BackPlanView = z.infer<typeof BackPlanView>;
export type CalendarDayProposal = z.infer<typeof CalendarDayProposal>;
export type CalendarView = z.infer<typeof CalendarView>;
export type DossierLimits = z.infer<typeof DossierLimits>;
export type DueDayPreview = z.infer<typeof DueDayPreview>;
export type LimitLine = z.infer<typeof LimitLine>;
export type LimitReading = z.infer<typeof LimitReading>;

import * as z from 'zod/mini';
import { CalendarDayProposal, DueDayChange } from './limits';
import { Day, Id, cleanText } from './text';

/** A weekday off, and the rest day worked for it: one decision, two days. */
export const SwapPair = z.strictObject({ off: Day, worked: Day, name: cleanText(120, 3), citation: cleanText(300, 3) });

const days = z.array(CalendarDayProposal).check(z.maxLength(200));
const pairs = z.array(SwapPair).check(z.maxLength(50));
const ids = z.array(Id).check(z.maxLength(200));

export const CalendarPlan = z.strictObject({ days, pairs });
/** New days as if they stood, days proposed as if approved, days that stand as if withdrawn; the other half of a pair comes along. */
export const CalendarPlanAsk = z.strictObject({ days, pairs, approve: ids, withdraw: ids });
export const CalendarPlanProposed = z.object({ ids: z.array(Id) });

export const CalendarPlanProblem = z.object({
  date: Day,
  code: z.enum([
    'not-a-rest-day',
    'not-a-working-day',
    'day-twice',
    'day-taken',
    'year-unknown',
    'closing-hour',
    'office-not-fitting',
    'office-unknown',
  ]),
});
/** What would move if the days were so; nothing is written. */
export const CalendarPlanPreview = z.object({
  /** Of the days and of every due day; sent back to do exactly what was seen. Empty while there are problems. */
  fingerprint: z.string(),
  problems: z.array(CalendarPlanProblem),
  /** Open steps with a limit. */
  tasks: z.number(),
  /** Those whose due day would be another; `byDays` false = it moves for an earlier change that nobody has applied yet. */
  moved: z.array(z.object({ ...DueDayChange.shape, byDays: z.boolean() })),
});
export const CalendarSettlement = z.strictObject({
  approve: ids,
  withdraw: ids,
  fingerprint: cleanText(100, 1),
  /** Move the due days of open steps in the same act. */
  moveDueDays: z.boolean(),
});
export const CalendarSettled = z.object({ days: z.number(), moved: z.number() });

/** The text of an iCalendar file; read, never kept. */
export const CalendarFile = z.strictObject({ text: z.string().check(z.maxLength(1_000_000)) });
export const CalendarFileReading = z.object({
  days: z.array(
    z.object({
      date: Day,
      name: z.string(),
      kind: z.nullable(z.enum(['holiday', 'swap-day', 'working-day', 'half-day', 'closure'])),
      /** new: may be taken over · known: a table says so already · rest: a Saturday or Sunday that nobody works. */
      state: z.enum(['new', 'known', 'rest']),
    }),
  ),
  /** Events left out, each with why. */
  problems: z.array(z.object({ line: z.number(), name: z.string(), text: z.string() })),
  /** The file as a whole is not read. */
  refusal: z.nullable(z.string()),
});

export type CalendarPlan = z.infer<typeof CalendarPlan>;
export type CalendarPlanAsk = z.infer<typeof CalendarPlanAsk>;
export type CalendarPlanPreview = z.infer<typeof CalendarPlanPreview>;
export type CalendarFileReading = z.infer<typeof CalendarFileReading>;

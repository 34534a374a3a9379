import * as z from 'zod/mini';
import { WorkOccasion, WorkStatus } from './movements';
import { Day, Id, cleanText } from './text';

const Clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

export const ConferenceNew = z.strictObject({
  title: cleanText(300, 5),
  occasion: WorkOccasion,
  year: z.number().check(z.gte(2024), z.lte(2100)),
});
/** What a conference is; what is not settled yet is null or empty. */
export const ConferenceSettled = z.strictObject({
  event: cleanText(300, 5),
  date: z.nullable(Day),
  startTime: z.nullable(Clock),
  place: cleanText(300),
  chair: cleanText(200),
  presenter: cleanText(200),
  /** Awards decided from this day on are honoured; null: all of the movement. */
  honoursFrom: z.nullable(Day),
  notes: z.array(cleanText(500, 2)).check(z.maxLength(20)),
  items: z.array(z.strictObject({ time: cleanText(40), content: cleanText(500, 2), by: cleanText(200) })).check(z.maxLength(60)),
});
export const ConferencePlan = z.strictObject({ version: z.number(), ...ConferenceSettled.shape });
export const GuestsAsked = z.strictObject({
  /** Bodies the movement's plan went to. */
  recipients: z.boolean(),
  /** Everybody with an award of the movement that is decided. */
  honourees: z.boolean(),
  /** Models selected. */
  models: z.boolean(),
  guests: z.array(z.strictObject({ name: cleanText(200, 2), title: cleanText(300) })).check(z.maxLength(200)),
});
export const GuestsAdded = z.object({ added: z.number() });
export const GuestGone = z.strictObject({ guestId: Id });
export const Attendance = z.strictObject({ ids: z.array(Id).check(z.minLength(1), z.maxLength(1000)), attended: z.boolean() });
export const ConferenceMoved = z.strictObject({ reason: cleanText(1000, 5) });

export const ConferenceView = z.object({
  id: Id,
  code: z.string(),
  movementId: z.string(),
  movementName: z.string(),
  occasion: z.nullable(WorkOccasion),
  year: z.nullable(z.number()),
  status: WorkStatus,
  event: z.string(),
  date: z.nullable(Day),
  startTime: z.nullable(z.string()),
  place: z.string(),
  chair: z.string(),
  presenter: z.string(),
  honoursFrom: z.nullable(Day),
  notes: z.array(z.string()),
  items: z.array(z.object({ time: z.string(), content: z.string(), by: z.string() })),
  guests: z.array(
    z.object({
      id: Id,
      kind: z.enum(['recipient', 'honouree', 'model', 'guest']),
      name: z.string(),
      title: z.string(),
      attended: z.nullable(z.boolean()),
    }),
  ),
  honours: z.array(z.object({ rowId: Id, name: z.string(), title: z.string(), awardName: z.string(), decision: z.nullable(z.string()) })),
  models: z.array(z.object({ id: Id, name: z.string(), title: z.string() })),
  conclusion: z.nullable(z.string()),
  /** Why it was moved or called off. */
  moved: z.nullable(z.string()),
  missing: z.array(z.string()),
  version: z.number(),
  may: z.object({ prepare: z.boolean(), close: z.boolean() }),
});

/** Parameters of a print of a conference; all else is what the conference says of itself. */
export const ConferencePrint = z.strictObject({ workId: Id });

export type ConferenceSettled = z.output<typeof ConferenceSettled>;
export type ConferenceView = z.infer<typeof ConferenceView>;

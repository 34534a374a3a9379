import * as z from 'zod/mini';
import { Day, Id, cleanText } from './text';

/** Parameters of the prints of a ceremony; each kind reads what it prints. */
export const CeremonyEvent = z.object({
  roundId: Id,
  /** 'Hội nghị tổng kết phong trào thi đua năm 2025'. */
  event: cleanText(300, 5),
  /** A ceremony by itself: for sudden achievement only. */
  separate: z.boolean(),
  date: Day,
  /** 'HH:mm'. */
  startTime: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  place: cleanText(300, 2),
  chair: cleanText(200, 2),
  presenter: cleanText(200),
  /** Invited besides the honourees: 'name, post'. */
  guests: z.array(cleanText(300, 2)).check(z.maxLength(300)),
  /** Whether every honouree gets an invitation of his own. */
  inviteHonourees: z.boolean(),
  notes: z.array(cleanText(500, 2)).check(z.maxLength(20)),
  items: z.array(z.object({ time: cleanText(40), content: cleanText(500, 2), by: cleanText(200) })).check(z.maxLength(60)),
});
export type CeremonyEvent = z.output<typeof CeremonyEvent>;

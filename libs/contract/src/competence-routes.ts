import * as z from 'zod/mini';
import { Day, Id } from './text';
import { route } from './route';

/** May this post, in this capacity, decide this award on this day? `receivedOn` picks the law; the day of the decision when left out. */
export const CompetenceCheck = z.strictObject({
  award: z.string().check(z.regex(/^[A-Z0-9_]{2,20}$/)),
  positionId: Id,
  capacity: z.optional(z.enum(['self', 'KT', 'TL', 'TUQ', 'Q'])),
  /** The post whose power is used, for any capacity but 'self'. */
  onBehalfOf: z.optional(Id),
  date: Day,
  receivedOn: z.optional(Day),
});
export const CompetenceFound = z.object({
  ruleId: z.string(),
  citation: z.string(),
  confirmed: z.boolean(),
  awardName: z.string(),
  deciderTitle: z.string(),
});

export type CompetenceCheck = z.infer<typeof CompetenceCheck>;
export type CompetenceFound = z.infer<typeof CompetenceFound>;

export const COMPETENCE_ROUTES = {
  checkCompetence: route({
    method: 'POST',
    path: '/competence-checks',
    summary: 'Kiểm tra thẩm quyền quyết định',
    policy: 'signed-in',
    body: CompetenceCheck,
    answer: CompetenceFound,
    errors: ['not-found', 'not-competent', 'no-pack-in-force', 'request-invalid'],
    idempotent: false,
  }),
} as const;

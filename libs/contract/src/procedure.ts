import * as z from 'zod/mini';
import { Day, Id, Instant, cleanText } from './text';

const OpinionKind = z.enum(['agency', 'party', 'ministry', 'confirmation']);

/** Questions that go out together, each to one body; without rows a question is about the whole round. */
export const OpinionsAsk = z.strictObject({
  questions: z
    .array(
      z.strictObject({
        kind: OpinionKind,
        body: cleanText(200, 2),
        orgId: z.optional(Id),
        subject: cleanText(1000, 5),
        rowIds: z.optional(z.array(Id)),
      }),
    )
    .check(z.minLength(1), z.maxLength(50)),
});
export const OpinionsAsked = z.object({ opinionIds: z.array(Id) });
export const OpinionWithdrawal = z.strictObject({ reason: cleanText(1000, 5) });

export const OpinionView = z.object({
  id: Id,
  kind: OpinionKind,
  body: z.string(),
  inside: z.boolean(),
  subject: z.string(),
  rowName: z.nullable(z.string()),
  ruleId: z.string(),
  askedAt: Instant,
  dueOn: z.nullable(Day),
  state: z.enum(['open', 'overdue', 'answered', 'withdrawn']),
  answer: z.nullable(z.enum(['agree', 'disagree', 'other'])),
  text: z.nullable(z.string()),
  numberText: z.nullable(z.string()),
  answerDate: z.nullable(Day),
  withdrawReason: z.nullable(z.string()),
});

export const NoticePublish = z.strictObject({
  rowIds: z.array(Id).check(z.minLength(1), z.maxLength(500)),
  publishedOn: Day,
  channels: z.array(cleanText(200, 2)).check(z.minLength(1), z.maxLength(20)),
});
export const NoticePublished = z.object({ noticeId: Id, token: z.string(), untilOn: Day });

/** How a comment came in; by web its author writes it himself. */
export const CommentRecorded = z.strictObject({
  via: z.enum(['paper', 'phone']),
  author: z.optional(cleanText(120)),
  contact: z.optional(cleanText(200)),
  rowId: z.optional(Id),
  text: cleanText(4000, 5),
});
export const CommentHandling = z.strictObject({
  handling: z.enum(['accepted', 'explained', 'no-ground', 'held']),
  text: cleanText(2000, 5),
});
export const CommentAdded = z.object({ commentId: Id });

export const CommentView = z.object({
  id: Id,
  via: z.enum(['web', 'paper', 'phone']),
  author: z.nullable(z.string()),
  contact: z.nullable(z.string()),
  rowName: z.nullable(z.string()),
  text: z.string(),
  receivedAt: Instant,
  handling: z.nullable(z.enum(['accepted', 'explained', 'no-ground', 'held'])),
  handlingText: z.nullable(z.string()),
});
export const NoticeView = z.object({
  id: Id,
  publishedOn: Day,
  untilOn: Day,
  channels: z.array(z.string()),
  token: z.string(),
  ruleId: z.string(),
  citation: z.string(),
  state: z.enum(['running', 'to-sum-up', 'closed']),
  summary: z.nullable(z.string()),
  rowNames: z.array(z.string()),
  comments: z.array(CommentView),
});

/** A step law asks for or proposes, with the rows that still want it. */
export const ProcedureStepView = z.object({
  ruleId: z.string(),
  kind: z.enum(['public-notice', 'party-opinion', 'agency-opinion', 'ministry-opinion', 'confirmation']),
  text: z.string(),
  citation: z.string(),
  confirmed: z.boolean(),
  bodies: z.array(z.string()),
  demanded: z.boolean(),
  rows: z.array(z.object({ rowId: Id, name: z.string(), done: z.boolean(), note: z.nullable(z.string()) })),
});
export const HoldView = z.object({
  rowId: Id,
  rowName: z.string(),
  kind: z.string(),
  ground: z.string(),
  heldAt: Instant,
  releasedAt: z.nullable(Instant),
  conclusion: z.nullable(z.string()),
  violation: z.nullable(z.boolean()),
  paper: z.nullable(z.object({ number: z.string(), date: Day, body: z.string() })),
  scanned: z.boolean(),
});
export const ProcedureView = z.object({
  steps: z.array(ProcedureStepView),
  opinions: z.array(OpinionView),
  notices: z.array(NoticeView),
  holds: z.array(HoldView),
  rows: z.array(z.object({ rowId: Id, name: z.string(), awardName: z.string(), state: z.string(), version: z.number() })),
  /** Bodies of the province that can be asked and answer by themselves. */
  bodies: z.array(z.object({ orgId: Id, name: z.string() })),
  /** Awards the centre decides and who there: what it may propose instead of another. */
  centralAwards: z.array(z.object({ award: z.string(), name: z.string(), decider: z.enum(['TTG', 'CTN']) })),
  silence: z.object({ ruleId: z.string(), citation: z.string() }),
  may: z.object({ run: z.boolean() }),
});

/** What everybody may read of a notice: who, for what, until when. */
export const PublicNoticeView = z.object({
  title: z.string(),
  bodyName: z.string(),
  publishedOn: Day,
  untilOn: Day,
  open: z.boolean(),
  citation: z.string(),
  rows: z.array(z.object({ rowId: Id, name: z.string(), title: z.string(), unitName: z.string(), awardName: z.string() })),
});
export const CommentLeft = z.strictObject({
  author: z.optional(cleanText(120)),
  contact: z.optional(cleanText(200)),
  rowId: z.optional(Id),
  text: cleanText(4000, 10),
});

export const ClosingPaperUploaded = z.object({ sha256: z.string() });

export type OpinionsAsk = z.infer<typeof OpinionsAsk>;
export type OpinionView = z.infer<typeof OpinionView>;
export type NoticePublish = z.infer<typeof NoticePublish>;
export type NoticeView = z.infer<typeof NoticeView>;
export type CommentView = z.infer<typeof CommentView>;
export type HoldView = z.infer<typeof HoldView>;
export type ProcedureStepView = z.infer<typeof ProcedureStepView>;
export type ProcedureView = z.infer<typeof ProcedureView>;
export type PublicNoticeView = z.infer<typeof PublicNoticeView>;

import * as z from 'zod/mini';
import { cleanText, Day, Id, Instant } from './text';

const Vote = z.enum(['yes', 'no', 'blank']);

/** A rule of the pack a screen rests on; `confirmed: false` is sample data. */
const RuleCited = z.object({ ruleId: z.string(), citation: z.string(), confirmed: z.boolean() });

export const QuorumView = z.object({
  ...RuleCited.shape,
  met: z.boolean(),
  present: z.number(),
  needed: z.number(),
  total: z.number(),
  sentence: z.string(),
});

export const RecusalView = z.object({
  id: Id,
  fullName: z.string(),
  mine: z.boolean(),
  /** Null: the whole agenda. */
  rowId: z.nullable(Id),
  name: z.nullable(z.string()),
  reason: z.string(),
  declaredAt: Instant,
  /** Declared by the member, or recorded by the secretary. */
  bySelf: z.boolean(),
  ruling: z.nullable(z.enum(['accepted', 'declined'])),
});

/** One row of the coming session: whether it may be on the agenda, and whether it can still reach its threshold. */
export const PlannedItemView = z.object({
  rowId: Id,
  name: z.string(),
  title: z.string(),
  kind: z.string(),
  award: z.string(),
  awardName: z.string(),
  ...RuleCited.shape,
  secret: z.boolean(),
  inWriting: z.boolean(),
  needed: z.number(),
  feasible: z.boolean(),
  /** 'Tổng 9; cần 9 phiếu cho ngưỡng 90%; 1 không biểu quyết do xung đột lợi ích: không thể đạt.' */
  line: z.string(),
  /** Members who will not vote on it, by name. */
  recused: z.array(z.string()),
  mineToJudge: z.boolean(),
  /** Of a row whose public notice has not run its length: since when, and from when the council may meet on it. */
  notice: z.nullable(
    z.object({
      ruleId: z.string(),
      citation: z.nullable(z.string()),
      ok: z.boolean(),
      why: z.nullable(z.string()),
      publishedOn: z.nullable(Day),
      possibleOn: z.nullable(Day),
    }),
  ),
  onAgenda: z.boolean(),
});

/** What the secretary and the members see before a session opens. */
export const SessionPlanView = z.object({
  roundId: Id,
  councilName: z.string(),
  body: z.enum(['standing', 'full']),
  total: z.number(),
  members: z.array(
    z.object({ personId: Id, fullName: z.string(), title: z.string(), role: z.string(), absent: z.boolean(), conflicts: z.number() }),
  ),
  quorum: z.nullable(QuorumView),
  items: z.array(PlannedItemView),
  /** Rows of the round that stay off: held, withdrawn. */
  off: z.array(z.object({ rowId: Id, name: z.string(), state: z.string() })),
  recusals: z.array(RecusalView),
  conflict: z.object({ policy: z.enum(['chair-rules', 'recuse']), ruleId: z.string(), citation: z.string() }),
  postponements: z.array(
    z.object({ reason: z.string(), nextAt: Instant, present: z.number(), needed: z.nullable(z.number()), total: z.number() }),
  ),
  /** Null while no session is open or closed. */
  sessionId: z.nullable(Id),
  may: z.object({ declare: z.boolean(), record: z.boolean(), rule: z.boolean(), postpone: z.boolean() }),
});
/** `absent` and `leaveOff`: ids with commas between them, as the secretary has ticked them so far. */
export const SessionPlanQuery = z.object({ absent: z.optional(z.string()), leaveOff: z.optional(z.string()) });

export const RecusalDeclared = z.strictObject({
  /** Only the secretary records for another; absent: the actor's own. */
  personId: z.optional(Id),
  /** Absent: every row of the agenda. */
  rowIds: z.optional(z.array(Id)),
  reason: cleanText(1000, 5),
});
export const RecusalRuled = z.strictObject({ recusalId: Id, accepted: z.boolean() });
export const SessionPostponed = z.strictObject({ nextAt: Instant, reason: cleanText(1000, 5), absent: z.array(Id) });

const SecrecyRiskView = z.object({ atRisk: z.boolean(), sent: z.number(), asked: z.number(), sentence: z.string() });

export const SessionItemView = z.object({
  id: Id,
  seq: z.number(),
  rowId: Id,
  name: z.string(),
  title: z.string(),
  kind: z.string(),
  award: z.string(),
  awardName: z.string(),
  summary: z.string(),
  needed: z.number(),
  /** 'Cần 8/9 phiếu (≥ 80% tổng số thành viên)'. */
  ruleText: z.string(),
  ruleId: z.string(),
  citation: z.string(),
  /** Red line before the ballot opens when the threshold cannot be met. */
  feasible: z.boolean(),
  /** The voter's own row: a nominee does not vote on it; the denominator stays. */
  ownRow: z.boolean(),
  /** The voter has declared a conflict of interest on it. */
  recused: z.boolean(),
  secret: z.boolean(),
  inWriting: z.boolean(),
  /** Null until the session is closed; `sentence`: 'Không đạt (88,9% < 90%)'. */
  count: z.nullable(
    z.object({
      yes: z.number(),
      no: z.number(),
      blank: z.number(),
      total: z.number(),
      share: z.string(),
      passed: z.boolean(),
      sentence: z.string(),
      /** Among more rows than places: whether the council chose it. Null: nothing had to be chosen. */
      chosen: z.nullable(z.boolean()),
    }),
  ),
  /** Who voted what, of an open vote once the session is closed; empty for a secret one. */
  openVotes: z.array(z.object({ fullName: z.string(), vote: Vote })),
});

export const CouncilSessionView = z.object({
  id: Id,
  roundId: Id,
  councilName: z.string(),
  body: z.enum(['standing', 'full']),
  status: z.enum(['open', 'closed', 'postponed']),
  total: z.number(),
  openedAt: Instant,
  closesAt: Instant,
  closedAt: z.nullable(Instant),
  /** Who has voted (never what), as the members were when it opened. */
  roll: z.array(
    z.object({
      fullName: z.string(),
      title: z.string(),
      role: z.string(),
      voted: z.boolean(),
      attendance: z.string(),
      recused: z.number(),
    }),
  ),
  votedCount: z.number(),
  quorum: z.nullable(z.object({ present: z.number(), needed: z.number(), ruleId: z.string() })),
  items: z.array(SessionItemView),
  /** 'write': absent, and asked in writing; 'written': has answered so. */
  myBallot: z.enum(['not-member', 'open', 'cast', 'closed', 'write', 'written']),
  myTaskId: z.nullable(Id),
  /** For a member who is asked in writing. */
  secrecy: z.nullable(SecrecyRiskView),
  /** Papers of absent members: who, how, never what. */
  opinions: z.array(
    z.object({ personId: Id, fullName: z.string(), kind: z.enum(['typed', 'scan']), sentAt: Instant, opened: z.boolean() }),
  ),
  team: z.array(z.object({ fullName: z.string(), title: z.string(), head: z.boolean() })),
  tieBreaks: z.array(
    z.object({
      awardName: z.string(),
      places: z.number(),
      chosen: z.array(z.string()),
      tied: z.array(z.string()),
      ruleId: z.string(),
      citation: z.string(),
      reason: z.string(),
    }),
  ),
  mayClose: z.boolean(),
  /** Whether the envelopes may be opened now: the ballot is over and this is its secretary. */
  mayOpenOpinions: z.boolean(),
});

export const Ballot = z.strictObject({ taskId: Id, taskVersion: z.number(), choices: z.record(z.string(), Vote) });
export const OpinionWritten = z.strictObject({
  choices: z.record(z.string(), Vote),
  /** The member was told that the opinion may reveal itself, and sends it all the same. */
  acknowledged: z.optional(z.boolean()),
});
export const ScanQuery = z.object({ acknowledged: z.optional(z.enum(['1'])) });
export const OpinionsOpened = z.object({
  opinions: z.array(z.object({ personId: Id, fullName: z.string(), kind: z.enum(['typed', 'scan']) })),
});

export type CouncilSessionView = z.infer<typeof CouncilSessionView>;
export type SessionItemView = z.infer<typeof SessionItemView>;
export type SessionPlanView = z.infer<typeof SessionPlanView>;
export type PlannedItemView = z.infer<typeof PlannedItemView>;
export type RecusalView = z.infer<typeof RecusalView>;

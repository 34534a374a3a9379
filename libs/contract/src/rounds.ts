import * as z from 'zod/mini';
import { Day, Id, Instant, cleanText } from './text';
import { Occasion, PaperSummary, RowView } from './dossiers';

export const RoundOpen = z.strictObject({
  orgId: Id,
  movementId: z.optional(z.string()),
  occasion: Occasion,
  year: z.number(),
  title: cleanText(300, 5),
  closesAt: Instant,
});
export const RoundOpened = z.object({ roundId: Id, code: z.string() });
export const RoundSummary = z.object({
  id: Id,
  code: z.string(),
  title: z.string(),
  orgName: z.string(),
  level: z.enum(['UNIT', 'XA', 'HUYEN', 'TINH']),
  status: z.enum(['collecting', 'appraising', 'council', 'deciding', 'closed']),
  rowCount: z.number(),
  dossierCount: z.number(),
  closesAt: Instant,
});
export const RoundRowView = z.object({
  ...RowView.shape,
  dossierId: Id,
  dossierCode: z.string(),
  orgName: z.string(),
  appraisal: z.nullable(z.enum(['met', 'not-met', 'missing-data'])),
  appraisalNote: z.nullable(z.string()),
  outcome: z.nullable(z.string()),
});
export const RoundView = z.object({
  ...RoundSummary.shape,
  rows: z.array(RoundRowView),
  papers: z.array(PaperSummary),
  sessionId: z.nullable(Id),
  instanceIds: z.array(Id),
  openTasks: z.array(z.object({ id: Id, name: z.string(), holder: z.string(), mine: z.boolean() })),
  central: z.array(z.object({ id: Id, kind: z.string(), numberText: z.nullable(z.string()), date: Day, ground: z.nullable(z.string()) })),
  may: z.object({ recordCentral: z.boolean() }),
  packNotice: z.nullable(z.string()),
});
export const RoundList = z.object({ rounds: z.array(RoundSummary) });

/** A paper that came from (or was sent to) the central level; decision 29. */
export const CentralPaperRecord = z.strictObject({
  kind: z.enum(['received', 'returned', 'opinion-asked', 'decision']),
  numberText: z.optional(cleanText(60)),
  date: Day,
  ground: z.optional(cleanText(1000)),
  /** For a decision: row id → awarded? */
  results: z.optional(z.record(z.string(), z.boolean())),
});

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
  /** Null until the session is closed. */
  count: z.nullable(
    z.object({ yes: z.number(), no: z.number(), blank: z.number(), total: z.number(), share: z.string(), passed: z.boolean() }),
  ),
});
export const CouncilSessionView = z.object({
  id: Id,
  roundId: Id,
  councilName: z.string(),
  body: z.enum(['standing', 'full']),
  status: z.enum(['open', 'closed']),
  total: z.number(),
  openedAt: Instant,
  closesAt: Instant,
  closedAt: z.nullable(Instant),
  /** Who has voted (never what). */
  roll: z.array(z.object({ fullName: z.string(), title: z.string(), role: z.string(), voted: z.boolean(), attendance: z.string() })),
  votedCount: z.number(),
  items: z.array(SessionItemView),
  myBallot: z.enum(['not-member', 'open', 'cast', 'closed']),
  myTaskId: z.nullable(Id),
  mayClose: z.boolean(),
});
export const Ballot = z.strictObject({
  taskId: Id,
  taskVersion: z.number(),
  choices: z.record(z.string(), z.enum(['yes', 'no', 'blank'])),
});

export const PaperView = z.object({
  ...PaperSummary.shape,
  dossierId: z.nullable(Id),
  roundId: z.nullable(Id),
  signatureMode: z.nullable(z.enum(['digital', 'wet-ink'])),
  signer: z.nullable(z.object({ fullName: z.string(), title: z.string(), lines: z.array(z.string()) })),
  signedAt: z.nullable(Instant),
  verifyToken: z.string(),
  mayUploadScan: z.boolean(),
});
export const ScanUploaded = z.object({ paperId: Id, sha256: z.string(), pages: z.number() });
export const PaperVerified = z.object({
  title: z.string(),
  numberText: z.nullable(z.string()),
  date: z.nullable(Day),
  status: z.enum(['in-force', 'canceled', 'draft']),
  body: z.string(),
});

export type RoundSummary = z.infer<typeof RoundSummary>;
export type RoundView = z.infer<typeof RoundView>;
export type RoundRowView = z.infer<typeof RoundRowView>;
export type CouncilSessionView = z.infer<typeof CouncilSessionView>;
export type SessionItemView = z.infer<typeof SessionItemView>;
export type PaperView = z.infer<typeof PaperView>;
export type CentralPaperRecord = z.infer<typeof CentralPaperRecord>;

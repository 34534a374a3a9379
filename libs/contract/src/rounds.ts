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
  /** differs: another form is proposed. */
  kind: z.enum(['received', 'returned', 'opinion-asked', 'differs', 'decision']),
  numberText: z.optional(cleanText(60)),
  date: Day,
  ground: z.optional(cleanText(1000)),
  /** For a decision: row id → awarded?, of the rows it answers. Awarded rows are one decider's; his symbol ends the number. */
  results: z.optional(z.record(z.string(), z.boolean())),
  /** For a paper that differs: row id → the award it proposes. */
  awards: z.optional(z.record(z.string(), z.string())),
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
/** What a paper's reader must know of it: taken back, corrected, replaced, and by which paper. */
export const PaperMarkView = z.object({
  kind: z.enum(['revoked', 'revoked-in-part', 'restored', 'corrected', 'canceled', 'replaced', 'number-withdrawn']),
  title: z.string(),
  numberText: z.nullable(z.string()),
  date: z.nullable(Day),
  body: z.string(),
});

export type RoundSummary = z.infer<typeof RoundSummary>;
export type RoundView = z.infer<typeof RoundView>;
export type RoundRowView = z.infer<typeof RoundRowView>;
export type PaperView = z.infer<typeof PaperView>;
export type PaperMarkView = z.infer<typeof PaperMarkView>;
export type CentralPaperRecord = z.infer<typeof CentralPaperRecord>;

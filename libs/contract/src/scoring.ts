import * as z from 'zod/mini';
import { WorkProofView } from './inspections';
import { cleanText, Day, Id, Instant } from './text';

const CriterionId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));
const Year = z.number().check(z.int(), z.gte(2000), z.lte(2100));
/** Decimal text with at most two places, '.' or ',' before them: '12', '12,5', '12.50'. Never a float. */
export const Points = z.string().check(z.regex(/^\d{1,4}([.,]\d{1,2})?$/));
const WorkState = z.enum(['open', 'submitted', 'done', 'canceled']);

export const ScoreCriterion = z.object({
  id: CriterionId,
  kind: z.enum(['base', 'bonus', 'deduction']),
  text: cleanText(1000, 3),
  most: Points,
  /** The row that holds the movement's own result. */
  movement: z.boolean(),
});
export const OpenScoringBody = z.strictObject({
  year: Year,
  /** Null: the bodies of whoever runs the movement; else the members of this cluster. */
  clusterId: z.nullable(Id),
});
export const ScoringOpened = z.object({ workId: Id, code: z.string() });
export const ScoreBoardBody = z.strictObject({
  version: z.number(),
  criteria: z.array(ScoreCriterion).check(z.maxLength(60)),
  bodies: z.array(Id).check(z.maxLength(200)),
  dueOn: z.nullable(Day),
});
export const ScoreSaved = z.object({ version: z.number() });
export const SelfScoresBody = z.strictObject({
  version: z.number(),
  lines: z.array(z.strictObject({ criterion: CriterionId, self: z.nullable(Points), note: cleanText(2000) })).check(z.maxLength(60)),
});
export const GivenScoresBody = z.strictObject({
  sheetId: Id,
  version: z.number(),
  lines: z
    .array(z.strictObject({ criterion: CriterionId, given: z.nullable(Points), reason: z.nullable(cleanText(1000)) }))
    .check(z.maxLength(60)),
});

/** Points are decimal text with two places ('12.50'); totals may be below zero. */
export const ScoreLineView = z.object({
  criterion: z.string(),
  self: z.nullable(z.string()),
  given: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  note: z.string(),
});
/** What the movement's own records say of the body: inspections and reports, to lean on and not to be bound by. */
export const ScoreGround = z.object({
  kind: z.enum(['inspection', 'report']),
  text: z.string(),
  workId: z.nullable(Id),
  paperId: z.nullable(Id),
});
export const BoardSheet = z.object({
  sheetId: Id,
  code: z.string(),
  orgId: Id,
  orgName: z.string(),
  status: WorkState,
  version: z.number(),
  handedInAt: z.nullable(Instant),
  lines: z.array(ScoreLineView),
  selfTotal: z.string(),
  givenTotal: z.string(),
  /** As the points stand now; fixed once the table is recorded. */
  rank: z.nullable(z.number()),
  tied: z.boolean(),
  /** Rows still without points or reason. */
  open: z.number(),
  grounds: z.array(ScoreGround),
  proofs: z.array(WorkProofView),
});
export const ScoreBoardView = z.object({
  workId: Id,
  code: z.string(),
  movementId: z.string(),
  year: z.number(),
  title: z.string(),
  status: WorkState,
  scope: z.enum(['units', 'cluster']),
  clusterName: z.nullable(z.string()),
  version: z.number(),
  criteria: z.array(ScoreCriterion),
  scale: z.string(),
  bodies: z.array(Id),
  dueOn: z.nullable(Day),
  recordedAt: z.nullable(Instant),
  sheets: z.array(BoardSheet),
  choices: z.array(z.object({ orgId: Id, name: z.string() })),
  may: z.object({ criteria: z.boolean(), appraise: z.boolean(), print: z.boolean() }),
});
export const ScoreBoardList = z.object({
  boards: z.array(
    z.object({
      workId: Id,
      code: z.string(),
      year: z.number(),
      title: z.string(),
      scope: z.enum(['units', 'cluster']),
      clusterName: z.nullable(z.string()),
      status: WorkState,
      dueOn: z.nullable(Day),
      handedIn: z.number(),
      sheets: z.number(),
      recordedAt: z.nullable(Instant),
      /** Best first; empty until the table is recorded. */
      ranking: z.array(z.object({ orgName: z.string(), total: z.string(), rank: z.number(), tied: z.boolean() })),
    }),
  ),
  mine: z.array(
    z.object({
      sheetId: Id,
      code: z.string(),
      year: z.number(),
      title: z.string(),
      orgName: z.string(),
      status: WorkState,
      dueOn: z.nullable(Day),
      total: z.nullable(z.string()),
      rank: z.nullable(z.number()),
    }),
  ),
  clusters: z.array(z.object({ id: Id, name: z.string(), year: z.number() })),
  may: z.object({ open: z.boolean() }),
});
/** One body's own sheet; what the standing office gave stands in it once the table is recorded. */
export const ScoreSheetView = z.object({
  sheetId: Id,
  code: z.string(),
  boardId: Id,
  movementId: z.string(),
  movementName: z.string(),
  title: z.string(),
  year: z.number(),
  orgId: Id,
  orgName: z.string(),
  status: WorkState,
  version: z.number(),
  dueOn: z.nullable(Day),
  criteria: z.array(ScoreCriterion),
  scale: z.string(),
  lines: z.array(ScoreLineView),
  selfTotal: z.string(),
  givenTotal: z.nullable(z.string()),
  rank: z.nullable(z.number()),
  of: z.number(),
  tied: z.boolean(),
  grounds: z.array(ScoreGround),
  proofs: z.array(WorkProofView),
  may: z.object({ score: z.boolean() }),
});
/** Recorded points of a cluster's members beside its vote: they suggest, the vote decides. */
export const ClusterScore = z.object({ orgId: Id, total: z.string(), rank: z.number(), tied: z.boolean(), boardId: Id });

export type ScoreBoardView = z.infer<typeof ScoreBoardView>;
export type ScoreBoardList = z.infer<typeof ScoreBoardList>;
export type ScoreSheetView = z.infer<typeof ScoreSheetView>;
export type ScoreGround = z.infer<typeof ScoreGround>;
export type ScoreLineView = z.infer<typeof ScoreLineView>;

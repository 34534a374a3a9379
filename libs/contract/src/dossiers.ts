import * as z from 'zod/mini';
import { Day, Id, Instant, JsonRecord, cleanText } from './text';
import { DeadlineView } from './tasks';

export const Occasion = z.enum(['annual', 'interim', 'final', 'ad-hoc', 'unspecified']);
export const NomineeKind = z.enum(['individual', 'collective', 'household']);

/** Loại hình khen thưởng (L2022 art. 8): công trạng, đột xuất, phong trào/chuyên đề, cống hiến, niên hạn, đối ngoại. */
export const AwardType = z.enum(['merit', 'sudden', 'movement', 'service', 'tenure', 'external']);
export const Secrecy = z.enum(['none', 'mat', 'toi-mat', 'tuyet-mat']);
/** Legal grounds of the simplified procedure (law.md 13, R-14). */
export const SimplifiedGround = z.enum([
  'political-task',
  'sudden-act',
  'life-or-property',
  'international-prize',
  'found-by-head',
  'service',
  'tenure',
  'external',
]);
export const EvidencePick = z.strictObject({ kind: z.enum(['award', 'rating', 'initiative', 'cluster']), id: Id });
/** A nominee from outside the territory: who manages them, or the commune of residence. */
export const OutsiderInput = z.strictObject({
  managingBody: cleanText(300, 2),
  address: cleanText(300, 2),
  taxCode: z.optional(z.string().check(z.regex(/^\d{10}(-\d{3})?$/))),
});

export const NomineeInput = z.strictObject({
  kind: NomineeKind,
  name: cleanText(200, 2),
  title: cleanText(300),
  personId: z.optional(Id),
  subjectOrgId: z.optional(Id),
  /** Inside the territory, outside it, or outside any unit of the system. */
  scope: z.enum(['inside', 'outside', 'independent']),
  award: z.string().check(z.regex(/^[A-Z0-9_]{2,20}$/)),
  achievement: cleanText(8000, 10),
  /** Absent: what the movement or occasion is usually about. */
  awardType: z.optional(AwardType),
  posthumous: z.optional(z.boolean()),
  achievementFrom: z.optional(Day),
  achievementTo: z.optional(Day),
  evidence: z.optional(z.array(EvidencePick).check(z.maxLength(50))),
  underPartyManagement: z.optional(z.boolean()),
  femaleLeader: z.optional(z.boolean()),
  outsider: z.optional(OutsiderInput),
});

export const DossierLaunch = z.strictObject({
  orgId: Id,
  movementId: z.optional(z.string()),
  /** The movement of the chain it is made under; absent: the plan's own. */
  underMovementId: z.optional(z.string().check(z.maxLength(160))),
  occasion: Occasion,
  year: z.number().check(z.gte(2024), z.lte(2100)),
  title: cleanText(300, 5),
  /** Absent: up to the receiving body. 'own': the unit's head decides. */
  route: z.optional(z.enum(['upper', 'own'])),
  /** Present: the simplified procedure, on this legal ground. */
  simplified: z.optional(SimplifiedGround),
  /** Anything but 'none' is refused here: a state secret is numbered on paper only. */
  secrecy: z.optional(Secrecy),
  rows: z.array(NomineeInput).check(z.minLength(1), z.maxLength(200)),
});
export const DossierLaunched = z.object({ dossierId: Id, code: z.string(), firstTaskId: z.nullable(Id) });

/** `because`: what the verdict rests on; `missing`: what would have to be known; of a named `group` one criterion is enough. */
export const VerdictView = z.object({
  ruleId: z.string(),
  verdict: z.enum(['met', 'not-met', 'missing-data', 'warning']),
  text: z.string(),
  citation: z.string(),
  criterionId: z.optional(z.string()),
  confirmed: z.optional(z.boolean()),
  because: z.optional(z.array(z.object({ kind: z.string(), id: z.string(), text: z.string() }))),
  missing: z.optional(z.array(z.string())),
  hard: z.optional(z.boolean()),
  group: z.optional(z.string()),
  overridable: z.optional(z.boolean()),
  override: z.optional(z.nullable(z.object({ reason: z.string(), by: z.string(), at: Instant }))),
});
/** All verdicts of one nominee and what they come to. */
export const RowVerdicts = z.object({
  verdict: z.enum(['met', 'not-met', 'missing-data']),
  failed: z.array(z.string()),
  missing: z.array(z.string()),
  verdicts: z.array(VerdictView),
});
export const RowIntake = z.object({
  awardType: AwardType,
  posthumous: z.boolean(),
  achievementFrom: z.nullable(Day),
  achievementTo: z.nullable(Day),
  evidence: z.array(EvidencePick),
  underPartyManagement: z.boolean(),
  femaleLeader: z.boolean(),
  outsider: z.nullable(z.object({ managingBody: z.string(), address: z.string(), taxCode: z.optional(z.string()) })),
});
export const RowView = z.object({
  id: Id,
  seq: z.number(),
  kind: NomineeKind,
  name: z.string(),
  title: z.string(),
  scope: z.string(),
  award: z.string(),
  awardName: z.string(),
  achievement: z.string(),
  /** What was said of it at intake; absent in lists of rounds. */
  intake: z.optional(RowIntake),
  stage: z.enum(['UNIT', 'XA', 'HUYEN', 'TINH', 'TW']),
  state: z.enum(['open', 'held', 'withdrawn', 'rejected', 'not-recommended', 'awarded', 'refused', 'revoked']),
  reason: z.nullable(z.string()),
  decision: z.nullable(z.object({ id: Id, numberText: z.nullable(z.string()), date: Day })),
  rewardAmount: z.nullable(z.number()),
  rewardFormula: z.nullable(z.string()),
  decider: z.object({ title: z.string(), ruleId: z.string(), citation: z.string(), confirmed: z.boolean() }),
  /** The person or body of the register; null for nominees from outside of it. */
  subjectId: z.optional(z.nullable(Id)),
  verdicts: z.array(VerdictView),
  /** What the verdicts come to together; null where no pack is in force. */
  overall: z.optional(z.nullable(z.enum(['met', 'not-met', 'missing-data']))),
  /** What inspections and scores of movements say of a nominated body; `workId` where the reader may open it. */
  record: z.optional(
    z.array(z.object({ kind: z.enum(['inspection', 'score']), text: z.string(), workId: z.nullable(Id), paperId: z.nullable(Id) })),
  ),
  version: z.number(),
});

export const LadderStep = z.object({
  level: z.enum(['UNIT', 'XA', 'HUYEN', 'TINH', 'TW']),
  label: z.string(),
  state: z.enum(['done', 'current', 'waiting', 'not-needed']),
  holder: z.nullable(z.string()),
  since: z.nullable(Instant),
});
export const PaperSummary = z.object({
  id: Id,
  kind: z.string(),
  title: z.string(),
  state: z.enum(['drafted', 'signed', 'numbered', 'sealed', 'issued', 'canceled']),
  numberText: z.nullable(z.string()),
  numberDate: z.nullable(Day),
  pages: z.nullable(z.number()),
  sha256: z.nullable(z.string()),
  hasDocx: z.boolean(),
  /** It is a list that can be had as a workbook. */
  hasSheet: z.boolean(),
  step: z.nullable(z.string()),
  templateVersion: z.string(),
  unconfirmedRows: z.array(z.string()),
  ready: z.boolean(),
  createdAt: Instant,
});
export const TimelineEntry = z.object({
  at: Instant,
  action: z.string(),
  text: z.string(),
  person: z.nullable(z.string()),
  position: z.nullable(z.string()),
  onBehalfOf: z.nullable(z.string()),
  facts: JsonRecord,
});

export const DossierSummary = z.object({
  id: Id,
  code: z.string(),
  title: z.string(),
  orgName: z.string(),
  occasion: Occasion,
  year: z.number(),
  status: z.string(),
  rowCount: z.number(),
  awards: z.array(z.string()),
  stage: z.string(),
  holder: z.nullable(z.string()),
  createdAt: Instant,
  deadline: DeadlineView,
});
export const DossierView = z.object({
  ...DossierSummary.shape,
  movementName: z.nullable(z.string()),
  /** The movement of the chain it is made under, where that is another than the plan's own. */
  underMovement: z.nullable(z.object({ name: z.string(), launcherBody: z.string(), years: z.nullable(z.number()) })),
  /** Who receives it and by which procedure; `enteredBy` is the body that entered it for the unit from paper. */
  intake: z.object({
    route: z.enum(['upper', 'own']),
    receiver: z.nullable(z.string()),
    desk: z.nullable(z.string()),
    procedure: z.enum(['ordinary', 'simplified']),
    ground: z.nullable(z.string()),
    secrecy: Secrecy,
    paperOnly: z.boolean(),
    enteredBy: z.nullable(z.string()),
  }),
  pack: z.nullable(z.object({ id: z.string(), name: z.string(), notice: z.nullable(z.string()), unconfirmedRows: z.array(z.string()) })),
  rows: z.array(RowView),
  ladder: z.array(LadderStep),
  papers: z.array(PaperSummary),
  instanceIds: z.array(Id),
  roundIds: z.array(Id),
  openTasks: z.array(z.object({ id: Id, name: z.string(), holder: z.string(), mine: z.boolean() })),
  may: z.object({ withdraw: z.boolean(), hold: z.boolean(), printControlSlip: z.boolean(), whyNot: z.nullable(z.string()) }),
});
export const DossierQuery = z.object({
  q: z.optional(cleanText(100)),
  status: z.optional(z.string()),
  limit: z.optional(z.coerce.number().check(z.gte(1), z.lte(200))),
});
export const DossierList = z.object({ dossiers: z.array(DossierSummary) });
export const Timeline = z.object({ entries: z.array(TimelineEntry) });

export const Reason = z.strictObject({ reason: cleanText(1000, 5) });
/** Why a row waits. */
export const HoldKind = z.enum(['discipline', 'investigation', 'inspection', 'complaint', 'press']);
export const HoldRow = z.strictObject({ version: z.number(), kind: z.optional(HoldKind), ground: cleanText(1000, 5) });
/** The paper that concludes; its scan is uploaded first. */
export const ReleaseRow = z.strictObject({
  version: z.number(),
  conclusion: cleanText(1000, 5),
  violation: z.boolean(),
  paper: z.strictObject({ number: cleanText(60, 1), date: Day, body: cleanText(200, 2) }),
});
export const WithdrawRow = z.strictObject({ version: z.number(), reason: cleanText(1000, 5) });
export const Done = z.object({ done: z.literal(true) });

export const SubjectQuery = z.object({ q: cleanText(100, 1), kind: z.optional(NomineeKind) });
export const SubjectList = z.object({
  subjects: z.array(
    z.object({ id: Id, kind: NomineeKind, name: z.string(), title: z.string(), orgName: z.string(), awards: z.array(z.string()) }),
  ),
});
export const MovementList = z.object({
  movements: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      launcher: z.string(),
      period: z.string(),
      occasions: z.array(
        z.object({
          occasion: Occasion,
          label: z.string(),
          awards: z.array(z.object({ code: z.string(), name: z.string(), decider: z.string(), line: z.nullable(z.number()) })),
        }),
      ),
      criteria: z.array(z.object({ audience: z.string(), text: z.string(), line: z.number() })),
      dossierParts: z.array(z.string()),
      source: z.string(),
    }),
  ),
  /** Awards that may be proposed without a movement (yearly, ad hoc). */
  withoutMovement: z.array(
    z.object({
      occasion: Occasion,
      label: z.string(),
      awards: z.array(z.object({ code: z.string(), name: z.string(), decider: z.string(), line: z.nullable(z.number()) })),
    }),
  ),
});

export type NomineeInput = z.infer<typeof NomineeInput>;
export type DossierLaunch = z.infer<typeof DossierLaunch>;
export type DossierLaunched = z.infer<typeof DossierLaunched>;
export type DossierSummary = z.infer<typeof DossierSummary>;
export type DossierView = z.infer<typeof DossierView>;
export type RowView = z.infer<typeof RowView>;
export type LadderStep = z.infer<typeof LadderStep>;
export type PaperSummary = z.infer<typeof PaperSummary>;
export type TimelineEntry = z.infer<typeof TimelineEntry>;
export type VerdictView = z.infer<typeof VerdictView>;
export type RowVerdicts = z.infer<typeof RowVerdicts>;
export type MovementList = z.infer<typeof MovementList>;

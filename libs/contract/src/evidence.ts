import * as z from 'zod/mini';
import { AwardType, NomineeKind, Occasion, RowVerdicts } from './dossiers';
import { Day, Id, Instant, cleanText } from './text';

const Year = z.number().check(z.gte(1945), z.lte(2100), z.multipleOf(1));
const Count = z.nullable(z.number().check(z.gte(0), z.lte(1_000_000), z.multipleOf(1)));
const Rating = z.enum(['excellent', 'good', 'done', 'not-done']);
const AwardCode = z.string().check(z.regex(/^[A-Z0-9_]{2,20}$/));

export const EvidenceKind = z.enum(['award', 'rating', 'initiative', 'discipline', 'collective', 'service', 'statement', 'indicator']);

/** The paper a fact rests on; nothing goes into the register without one. */
const Paper = z.strictObject({ number: cleanText(50, 1), date: Day, body: cleanText(200, 2) });

/** One fact as a person tells it. */
export const NewFact = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('award'),
    paper: Paper,
    award: AwardCode,
    awardType: AwardType,
    year: Year,
    achievementFrom: z.optional(Day),
    achievementTo: z.optional(Day),
  }),
  z.strictObject({
    kind: z.literal('rating'),
    paper: Paper,
    year: Year,
    rating: z.nullable(Rating),
    maternity: z.boolean(),
    labour: z.optional(z.enum(['leader', 'official', 'worker', 'farmer'])),
  }),
  z.strictObject({
    kind: z.literal('initiative'),
    paper: Paper,
    year: Year,
    name: cleanText(500, 3),
    result: z.enum(['initiative', 'topic', 'invention', 'prize', 'combat-merit', 'contribution', 'achievement', 'model']),
    scope: z.optional(z.enum(['unit', 'commune', 'district', 'province', 'nation', 'region', 'continent', 'world'])),
    grade: z.optional(z.enum(['gold', 'silver', 'bronze'])),
    recognisedBy: z.optional(z.enum(['unit', 'commune', 'district', 'province', 'ministry', 'nation'])),
    usedAward: z.optional(AwardCode),
  }),
  z.strictObject({
    kind: z.literal('discipline'),
    paper: Paper,
    form: cleanText(100, 3),
    serious: z.boolean(),
    startsOn: Day,
    endsOn: z.optional(Day),
  }),
  z.strictObject({
    kind: z.literal('collective'),
    paper: Paper,
    year: Year,
    members: Count,
    women: Count,
    completed: Count,
    ldtt: Count,
    cstdcs: Count,
    disciplined: Count,
    directLabour: Count,
    partyRating: z.nullable(Rating),
    massRating: z.nullable(Rating),
  }),
  z.strictObject({
    kind: z.literal('service'),
    paper: Paper,
    post: z.enum(['minister', 'vice-minister', 'general-director', 'deputy-general-director', 'director', 'deputy-director']),
    fromDate: Day,
    toDate: z.optional(Day),
  }),
  z.strictObject({
    kind: z.literal('statement'),
    paper: Paper,
    covers: z.enum(['awards', 'initiatives', 'discipline']),
    fromYear: Year,
    toYear: Year,
  }),
]);

export const FactView = z.object({
  id: Id,
  kind: EvidenceKind,
  year: z.number(),
  text: z.string(),
  note: z.nullable(z.string()),
  source: z.enum(['system', 'import', 'manual']),
  /** Counts only when confirmed. */
  confirmed: z.boolean(),
  confirmedBy: z.nullable(z.string()),
  mayCancel: z.boolean(),
  /** The scan of its paper is in the register. */
  hasScan: z.boolean(),
});

export const ProspectView = z.object({
  award: z.string(),
  awardName: z.string(),
  year: z.number(),
  verdict: z.enum(['met', 'not-met', 'missing-data']),
  decider: z.string(),
  met: z.array(z.object({ ruleId: z.string(), text: z.string(), citation: z.string() })),
  failed: z.array(z.object({ ruleId: z.string(), text: z.string(), citation: z.string() })),
  missing: z.array(z.string()),
});

export const SubjectEvidence = z.object({
  subject: z.object({ id: Id, kind: z.enum(['individual', 'collective']), name: z.string(), title: z.string(), orgName: z.string() }),
  facts: z.array(FactView),
  /** Of the last five years, those without a rating. */
  yearsWithoutRating: z.array(z.number()),
  prospects: z.array(ProspectView),
  /** Codes that may be entered as past awards. */
  awards: z.array(z.object({ code: z.string(), name: z.string() })),
  may: z.object({ add: z.boolean(), confirm: z.boolean() }),
});

export const FactQuery = z.object({ kind: EvidenceKind });
export const FactRef = z.strictObject({ kind: EvidenceKind });
export const FactCancel = z.strictObject({ kind: EvidenceKind, reason: cleanText(1000, 5) });
export const FactAdded = z.object({ id: Id, confirmed: z.boolean() });

export const ImportKind = z.enum(['award', 'rating', 'initiative']);
export const TemplateQuery = z.object({ kind: ImportKind });
export const ImportQuery = z.object({ kind: ImportKind, orgId: Id });

/** One line of the table: `row` and `column` are those of the sheet. */
export const ImportLine = z.object({
  row: z.number(),
  name: z.string(),
  text: z.string(),
  verdict: z.enum(['new', 'known', 'wrong']),
  problems: z.array(z.object({ column: z.string(), code: z.string(), value: z.string(), text: z.string() })),
});
export const ImportPreview = z.object({
  fileName: z.string(),
  kind: ImportKind,
  lines: z.array(ImportLine),
  /** Of the file as a whole: wrong columns, no sheet, nothing in it. */
  problems: z.array(z.object({ column: z.string(), code: z.string(), value: z.string(), text: z.string() })),
  counts: z.object({ new: z.number(), known: z.number(), wrong: z.number() }),
  mayApply: z.boolean(),
});
export const ImportApplied = z.object({ batchId: Id, added: z.number() });
export const ImportUndone = z.object({ canceled: z.number() });
export const ImportBatchView = z.object({
  id: Id,
  kind: ImportKind,
  orgName: z.string(),
  fileName: z.string(),
  rowCount: z.number(),
  appliedBy: z.string(),
  appliedAt: Instant,
  undoneAt: z.nullable(Instant),
  mayUndo: z.boolean(),
});
export const ImportList = z.object({
  batches: z.array(ImportBatchView),
  /** Bodies for whose people the actor may bring in the past. */
  orgs: z.array(z.object({ id: Id, name: z.string() })),
});

/** A nominee who is only being chosen: the same judgement before there is a dossier. */
export const NomineeCheck = z.strictObject({
  kind: NomineeKind,
  personId: z.optional(Id),
  subjectOrgId: z.optional(Id),
  name: cleanText(200, 2),
  award: AwardCode,
  awardType: z.optional(AwardType),
  movementId: z.optional(z.string()),
  underMovementId: z.optional(z.string().check(z.maxLength(160))),
  occasion: Occasion,
  year: Year,
  achievement: z.optional(cleanText(8000)),
  achievementFrom: z.optional(Day),
  achievementTo: z.optional(Day),
  femaleLeader: z.optional(z.boolean()),
  evidence: z.optional(
    z.array(z.strictObject({ kind: z.enum(['award', 'rating', 'initiative', 'cluster']), id: Id })).check(z.maxLength(50)),
  ),
});
export const NomineeChecked = z.object({
  ...RowVerdicts.shape,
  /** What the register holds that a proposal may rest on. */
  history: z.array(z.object({ kind: z.enum(['award', 'rating', 'initiative']), id: Id, text: z.string(), confirmed: z.boolean() })),
  yearsWithoutRating: z.array(z.number()),
  /** Awards the case does meet, or may. */
  alternatives: z.array(z.object({ award: z.string(), awardName: z.string(), verdict: z.enum(['met', 'missing-data']) })),
});

export const VerdictOverride = z.strictObject({
  version: z.number(),
  ruleId: z.string().check(z.regex(/^[A-Z]-\d{2}$/)),
  reason: cleanText(1000, 10),
});

export type NewFact = z.infer<typeof NewFact>;
export type FactView = z.infer<typeof FactView>;
export type ProspectView = z.infer<typeof ProspectView>;
export type SubjectEvidence = z.infer<typeof SubjectEvidence>;
export type ImportLineView = z.infer<typeof ImportLine>;
export type ImportPreview = z.infer<typeof ImportPreview>;
export type ImportBatchView = z.infer<typeof ImportBatchView>;
export type ImportList = z.infer<typeof ImportList>;
export type NomineeCheck = z.infer<typeof NomineeCheck>;
export type NomineeChecked = z.infer<typeof NomineeChecked>;

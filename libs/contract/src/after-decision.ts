import * as z from 'zod/mini';
import { PaperSummary } from './dossiers';
import { PaperMarkView } from './rounds';
import { Day, Id, Instant, cleanText } from './text';

export const RevocationGround = z.enum(['false-declaration', 'false-papers', 'unlawful-appraisal', 'standard-not-met']);

/** A conclusion that shows a ground of R-23, and the rows of one decision it is about. */
export const RevocationOpen = z.strictObject({
  rowIds: z.array(Id).check(z.minLength(1), z.maxLength(200)),
  ground: RevocationGround,
  conclusion: z.strictObject({ text: cleanText(2000, 10), number: cleanText(60, 1), date: Day, body: cleanText(300, 3) }),
});
export const RevocationOpened = z.object({ revocationId: Id, code: z.string() });

/** A paper of the central level about a case (decision 29), or the restoration of an honour. */
export const RevocationPaperRecord = z.strictObject({
  kind: z.enum(['returned', 'decision', 'restoration']),
  numberText: z.optional(cleanText(60, 1)),
  date: Day,
  body: cleanText(300, 3),
  ground: z.optional(cleanText(1000)),
  /** Of a decision: whether the award was taken back. */
  granted: z.optional(z.boolean()),
});
/** What an honouree gave back; `amount` in đồng, 0 for an item. */
export const RecoveryRecord = z.strictObject({
  rowId: Id,
  kind: z.enum(['item', 'money']),
  amount: z.int().check(z.gte(0), z.lte(2_000_000_000)),
  receivedOn: Day,
  receipt: cleanText(200, 1),
});
export const ConclusionUploaded = z.object({ sha256: z.string() });

export const RevocationView = z.object({
  id: Id,
  code: z.string(),
  path: z.enum(['here', 'central']),
  ground: RevocationGround,
  groundText: z.string(),
  ruleId: z.string(),
  status: z.enum(['proposing', 'deciding', 'forwarded', 'recovering', 'recovered', 'kept', 'restored']),
  award: z.string(),
  decision: z.object({ id: Id, numberText: z.nullable(z.string()), date: z.nullable(Day) }),
  proposer: z.string(),
  decider: z.nullable(z.string()),
  conclusion: z.object({ text: z.string(), number: z.string(), date: Day, body: z.string(), hasScan: z.boolean() }),
  openedAt: Instant,
  revokedOn: z.nullable(Day),
  recoverBy: z.nullable(Day),
  refusal: z.nullable(z.string()),
  publishedOn: z.nullable(Day),
  publishedWhere: z.nullable(z.string()),
  rows: z.array(
    z.object({
      rowId: Id,
      name: z.string(),
      kind: z.string(),
      title: z.string(),
      unitName: z.string(),
      state: z.string(),
      moneyDue: z.number(),
      moneyBack: z.number(),
      itemDue: z.boolean(),
      itemBack: z.boolean(),
    }),
  ),
  recoveries: z.array(z.object({ rowId: Id, kind: z.enum(['item', 'money']), amount: z.number(), receivedOn: Day, receipt: z.string() })),
  central: z.array(
    z.object({
      id: Id,
      kind: z.string(),
      numberText: z.nullable(z.string()),
      date: Day,
      body: z.string(),
      ground: z.nullable(z.string()),
      granted: z.nullable(z.boolean()),
    }),
  ),
  papers: z.array(PaperSummary),
  may: z.object({ record: z.boolean(), recover: z.boolean(), restore: z.boolean(), uploadConclusion: z.boolean() }),
});

/** Decisions behind a dossier and what became of them; `whyNotRevocable` is null where the actor may open a case. */
export const AfterDecisionView = z.object({
  decisions: z.array(
    z.object({
      id: Id,
      award: z.string(),
      awardName: z.string(),
      numberText: z.nullable(z.string()),
      date: Day,
      orgName: z.string(),
      external: z.boolean(),
      canceled: z.boolean(),
      whyNotRevocable: z.nullable(z.string()),
      rows: z.array(
        z.object({ rowId: Id, name: z.string(), title: z.string(), kind: z.string(), state: z.string(), revocable: z.boolean() }),
      ),
    }),
  ),
  revocations: z.array(RevocationView),
});

const Correction = z.strictObject({ place: cleanText(200, 1), printed: cleanText(500), right: cleanText(500, 1) });
const ChangeAction = z.enum(['correct-form', 'correct-content', 'cancel', 'replace', 'copy']);

/** Đính chính, hủy bỏ văn bản, cấp lại, sao y of an issued paper. */
export const PaperChangeAsk = z.strictObject({
  action: ChangeAction,
  reason: cleanText(500, 5),
  corrections: z.optional(z.array(Correction).check(z.maxLength(20))),
  copies: z.optional(z.int().check(z.gte(1), z.lte(200))),
  purpose: z.optional(cleanText(300)),
  /** Whom the letter or the copies are for. */
  to: z.optional(z.array(cleanText(200, 1)).check(z.maxLength(20))),
});
export const PaperChangeAsked = z.object({ changeId: Id });
export const NumberCancellation = z.strictObject({ reason: cleanText(500, 5) });

export const PaperChangesView = z.object({
  changes: z.array(
    z.object({
      id: Id,
      action: ChangeAction,
      reason: z.string(),
      status: z.enum(['drafting', 'done', 'refused']),
      refusal: z.nullable(z.string()),
      askedAt: Instant,
      made: z.nullable(z.object({ id: Id, title: z.string(), numberText: z.nullable(z.string()) })),
    }),
  ),
  marks: z.array(PaperMarkView),
  /** Per action null, or why not: a word of the texts. */
  may: z.array(z.object({ action: z.enum([...ChangeAction.options, 'cancel-number']), whyNot: z.nullable(z.string()) })),
});

export type RevocationPaperRecord = z.infer<typeof RevocationPaperRecord>;
export type RevocationView = z.infer<typeof RevocationView>;
export type AfterDecisionView = z.infer<typeof AfterDecisionView>;
export type PaperChangeAsk = z.infer<typeof PaperChangeAsk>;
export type PaperChangesView = z.infer<typeof PaperChangesView>;

import * as z from 'zod/mini';
import { NomineeKind } from './dossiers';
import { WorkOccasion, WorkStatus } from './movements';
import { Day, Id, Instant, cleanText } from './text';

const MovementKey = z.string().check(z.maxLength(160));
const Source = z.object({ quote: z.string(), from: z.number(), to: z.number() });
const Law = z.object({ ruleId: z.string(), citation: z.string(), text: z.string(), confirmed: z.boolean() });
const Link = z.object({
  id: z.string(),
  name: z.string(),
  launcher: z.string(),
  launcherBody: z.string(),
  /** Planned length in whole years; null where the plan leaves it open. */
  years: z.nullable(z.number()),
  plan: z.string(),
});

/** A place where plan and law leave something to a person, with both citations and what was decided. */
export const PlanConflictView = z.object({
  path: z.string(),
  code: z.enum(['level-open', 'own-authority', 'occasion-open', 'law-narrower', 'award-unknown']),
  occasions: z.array(z.string()),
  /** Codes of the award forms it is about. */
  awards: z.array(z.string()),
  plan: Source,
  law: Law,
  pick: z.enum(['one', 'some']),
  choices: z.array(z.object({ id: z.string(), label: z.string(), ruleId: z.nullable(z.string()), citation: z.nullable(z.string()) })),
  /** Null: still open. */
  decision: z.nullable(
    z.object({ picked: z.array(z.string()), reason: z.string(), personName: z.string(), positionTitle: z.string(), at: Instant }),
  ),
});
export const PlanConflicts = z.object({
  planTitle: z.string(),
  conflicts: z.array(PlanConflictView),
  chain: z.array(Link),
  /** Choices that others took the place of, newest first. */
  replaced: z.array(
    z.object({ path: z.string(), quote: z.string(), picked: z.array(z.string()), reason: z.string(), personName: z.string(), at: Instant }),
  ),
  may: z.object({ decide: z.boolean() }),
});
export const PlanChoiceBody = z.strictObject({
  path: z.string().check(z.maxLength(60)),
  code: PlanConflictView.shape.code,
  picked: z.array(z.string().check(z.maxLength(200))).check(z.minLength(1), z.maxLength(10)),
  reason: cleanText(1000, 3),
});

const Partial = z.string().check(z.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/));
/** A movement launched by a document above, as the plan names the document. */
export const DocumentAboveBody = z.strictObject({
  symbol: cleanText(60, 3),
  dated: Day,
  issuer: cleanText(200, 3),
  name: cleanText(300, 3),
  level: z.enum(['UNIT', 'XA', 'HUYEN', 'TINH', 'TTG', 'CTN']),
  body: cleanText(200, 3),
  start: z.nullable(Partial),
  end: z.nullable(Partial),
  quote: cleanText(1000, 3),
  lineFrom: z.number().check(z.gte(1), z.lte(100_000)),
  lineTo: z.number().check(z.gte(1), z.lte(100_000)),
  reason: cleanText(1000, 3),
});

const OfferedAward = z.object({ code: z.string(), name: z.string(), decider: z.string(), plan: z.nullable(Source) });
export const OccasionOffer = z.object({
  planTitle: z.string(),
  occasions: z.array(
    z.object({
      occasion: WorkOccasion,
      awards: z.array(OfferedAward),
      /** Years the plan names for it; empty where it names none. */
      years: z.array(z.number()),
      /** Conflicts that must be settled before it opens. */
      open: z.array(PlanConflictView),
      rules: z.array(z.object({ id: z.string(), text: z.string(), plan: Source })),
    }),
  ),
  /** Bodies below; `chosen`: the plan went to it. */
  recipients: z.array(z.object({ orgId: Id, name: z.string(), asked: z.enum(['duty', 'cooperation']), chosen: z.boolean() })),
  held: z.array(
    z.object({
      workId: Id,
      code: z.string(),
      occasion: WorkOccasion,
      year: z.number(),
      title: z.string(),
      status: WorkStatus,
      closesOn: z.nullable(Day),
      roundId: z.nullable(Id),
    }),
  ),
  may: z.object({ open: z.boolean() }),
});
export const OpenOccasionBody = z.strictObject({
  occasion: WorkOccasion,
  year: z.number().check(z.gte(2024), z.lte(2100)),
  /** Last day to register; null: without registration. */
  registerBy: z.nullable(Day),
  /** Last day the round takes dossiers. */
  closesOn: Day,
  recipients: z.array(Id).check(z.minLength(1), z.maxLength(300)),
  note: z.optional(cleanText(2000)),
  /** Why it is held in another year than the plan names. */
  reason: z.optional(cleanText(1000)),
});
export const OccasionOpened = z.object({ workId: Id, code: z.string() });

export const RegistrationRow = z.strictObject({
  kind: NomineeKind,
  personId: z.nullable(Id),
  subjectOrgId: z.nullable(Id),
  name: cleanText(200, 2),
  title: cleanText(200),
  award: z.string().check(z.regex(/^[A-Z0-9_]{2,20}$/)),
  goals: cleanText(2000),
});
export const RegistrationBody = z.strictObject({ rows: z.array(RegistrationRow).check(z.maxLength(300)) });
export const RegistrationView = z.object({
  workId: Id,
  movementId: MovementKey,
  occasion: WorkOccasion,
  year: z.number(),
  orgId: Id,
  orgName: z.string(),
  registerBy: z.nullable(Day),
  closesOn: z.nullable(Day),
  asked: z.enum(['duty', 'cooperation']),
  answer: z.nullable(z.enum(['registered', 'none', 'late'])),
  rows: z.array(z.object({ ...RegistrationRow.shape, awardName: z.string() })),
  awards: z.array(OfferedAward),
  roundId: z.nullable(Id),
  dossiers: z.array(z.object({ id: Id, code: z.string(), title: z.string(), status: z.string() })),
  may: z.object({ edit: z.boolean() }),
});
export const OccasionView = z.object({
  workId: Id,
  movementId: MovementKey,
  occasion: WorkOccasion,
  year: z.number(),
  registerBy: z.nullable(Day),
  closesOn: z.nullable(Day),
  roundId: z.nullable(Id),
  roundCode: z.nullable(z.string()),
  awards: z.array(OfferedAward),
  /** By award: how many units register to win it. */
  counts: z.array(
    z.object({ award: z.string(), name: z.string(), collectives: z.number(), individuals: z.number(), households: z.number() }),
  ),
  units: z.array(
    z.object({
      workId: Id,
      orgName: z.string(),
      asked: z.enum(['duty', 'cooperation']),
      answer: z.nullable(z.enum(['registered', 'none', 'late'])),
      registered: z.number(),
      dossiers: z.number(),
      reason: z.nullable(z.string()),
    }),
  ),
});

export type PlanConflictView = z.infer<typeof PlanConflictView>;
export type PlanConflicts = z.infer<typeof PlanConflicts>;
export type PlanChoiceBody = z.infer<typeof PlanChoiceBody>;
export type DocumentAboveBody = z.infer<typeof DocumentAboveBody>;
export type OccasionOffer = z.infer<typeof OccasionOffer>;
export type OpenOccasionBody = z.infer<typeof OpenOccasionBody>;
export type RegistrationRow = z.infer<typeof RegistrationRow>;
export type RegistrationView = z.infer<typeof RegistrationView>;
export type OccasionView = z.infer<typeof OccasionView>;

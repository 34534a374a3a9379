import * as z from 'zod/mini';
import { cleanText, Id, Instant, Json } from './text';

export const PlanFieldKind = z.enum([
  'number',
  'date',
  'issuer',
  'title',
  'signature',
  'signer',
  'name',
  'launcher',
  'carriedOutBy',
  'parent',
  'cited',
  'period',
  'phase',
  'audience',
  'menuItem',
  'standard',
  'criterion',
  'rule',
  'dossierPart',
  'report',
  'unitPlans',
  'role',
  'recipient',
]);
export const PlanFieldState = z.enum(['proposed', 'confirmed', 'changed', 'absent']);
export const PlanDraftState = z.enum(['open', 'submitted', 'released', 'dropped']);

const Lines = z.object({ from: z.number(), to: z.number() });
const Source = z.object({ quote: z.string(), line: Lines });

export const PlanFieldView = z.object({
  id: z.string(),
  kind: PlanFieldKind,
  value: Json,
  /** Null: not in the text. */
  source: z.nullable(Source),
  /** What is asked of a person; null where nothing is in doubt. */
  asked: z.nullable(z.string()),
  state: PlanFieldState,
  /** Needs nobody's word: only information. */
  free: z.boolean(),
  settledBy: z.nullable(z.string()),
});

/** Something in the text that does not fit; `also`: the other places of the same. */
export const PlanFinding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'note']),
  line: Lines,
  also: z.array(Lines),
  quote: z.string(),
  says: z.string(),
  meant: z.nullable(z.string()),
  /** Words of the parent it rests on. */
  parent: z.nullable(Source),
});

export const PlanDraftSummary = z.object({
  id: Id,
  title: z.string(),
  orgId: Id,
  orgName: z.string(),
  source: z.enum(['reader', 'blank', 'copy']),
  fileName: z.nullable(z.string()),
  state: PlanDraftState,
  /** Fields that wait for a word, of all that need one. */
  open: z.number(),
  all: z.number(),
  movementId: z.nullable(z.string()),
  amends: z.nullable(z.string()),
  createdAt: Instant,
});
export const PlanDraftList = z.object({
  drafts: z.array(PlanDraftSummary),
  /** Bodies the reader may draft for. */
  bodies: z.array(z.object({ orgId: Id, name: z.string() })),
});
export const PlanDraftView = z.object({
  ...PlanDraftSummary.shape,
  version: z.number(),
  lines: z.array(z.string()),
  fields: z.array(PlanFieldView),
  questions: z.array(z.object({ question: z.string(), says: z.string(), line: z.nullable(Lines), fieldId: z.nullable(z.string()) })),
  findings: z.array(PlanFinding),
  parent: z.nullable(z.object({ name: z.string(), lines: z.array(z.string()) })),
  missing: z.array(z.object({ fieldId: z.nullable(z.string()), kind: PlanFieldKind, why: z.enum(['unsettled', 'empty']) })),
  /** What awards are called at the place of the plan. */
  awards: z.array(z.object({ award: z.string(), name: z.string() })),
  /** Names of the movements it has set up already. */
  launched: z.array(z.string()),
  may: z.object({ edit: z.boolean() }),
});

export const PlanUploadQuery = z.object({ orgId: Id, amends: z.optional(z.string().check(z.maxLength(120))) });
/** blank: nothing is known · copy: another movement's plan · amendment: this movement's own, to be changed. */
export const NewPlanDraft = z.strictObject({
  orgId: Id,
  kind: z.enum(['blank', 'copy', 'amendment']),
  movementId: z.nullable(z.string().check(z.maxLength(120))),
});
export const PlanDraftMade = z.object({ id: Id });
/** The version tells that nobody else has settled a field meanwhile. */
export const PlanFieldsSettled = z.strictObject({
  version: z.number(),
  fieldIds: z.array(z.string().check(z.maxLength(40))).check(z.minLength(1), z.maxLength(400)),
  state: z.enum(['proposed', 'confirmed', 'absent']),
});
export const PlanFieldChange = z.strictObject({
  version: z.number(),
  /** Null for a field that is not there yet; then the kind says what it is. */
  fieldId: z.nullable(z.string().check(z.maxLength(40))),
  kind: PlanFieldKind,
  value: Json,
  /** Lines of the text that say it; null where no line does. */
  line: z.nullable(z.strictObject({ from: z.int().check(z.gte(1)), to: z.int().check(z.gte(1)) })),
  /** Its wording where no line of a text gives it: of a criterion or a standard. */
  words: z.optional(cleanText(1500, 3)),
});
export const PlanDraftVersion = z.object({ version: z.number() });

export type PlanFieldKind = z.infer<typeof PlanFieldKind>;
export type PlanFieldView = z.infer<typeof PlanFieldView>;
export type PlanFinding = z.infer<typeof PlanFinding>;
export type PlanDraftSummary = z.infer<typeof PlanDraftSummary>;
export type PlanDraftView = z.infer<typeof PlanDraftView>;

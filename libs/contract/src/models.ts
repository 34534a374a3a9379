import * as z from 'zod/mini';
import { Occasion } from './dossiers';
import { Day, Id, cleanText } from './text';
import { WorkStatus } from './movements';

const Kind = z.enum(['individual', 'collective', 'household']);
/** Of whom statistics tell: workers, farmers, women, enterprises. */
export const ModelAudience = z.enum(['worker', 'farmer', 'woman', 'enterprise', 'official', 'other']);
export const ModelState = z.enum(['draft', 'introduced', 'selected', 'not-selected', 'canceled']);

/** Who is introduced and why; what is not known yet may be written later. */
export const ModelText = z.strictObject({
  kind: Kind,
  name: cleanText(200, 2),
  title: cleanText(300),
  audience: z.nullable(ModelAudience),
  /** Of the register, where it is known: a person, or a body for a collective. */
  subjectId: z.nullable(Id),
  deeds: cleanText(6000),
  results: cleanText(4000),
  spread: cleanText(2000),
});
export const ModelDraft = z.strictObject({ orgId: Id, ...ModelText.shape });
export const ModelChange = z.strictObject({ version: z.number(), ...ModelText.shape });

/** The word of whom it is about, for a collective of its head; a picture is a matter of its own. */
export const ConsentGiven = z.strictObject({ by: cleanText(200, 2), on: Day, photo: z.boolean() });
export const ConsentWithdrawn = z.strictObject({ reason: cleanText(1000, 3) });
export const ModelTakenBack = z.strictObject({ reason: cleanText(1000, 5) });

export const NewPublication = z.strictObject({
  publishedOn: Day,
  /** 'Đài truyền thanh xã', 'Cổng thông tin điện tử xã'. */
  channel: cleanText(200, 2),
  link: cleanText(500),
  withPhoto: z.boolean(),
});
export const PublicationView = z.object({
  id: Id,
  orgName: z.string(),
  publishedOn: Day,
  channel: z.string(),
  link: z.string(),
  withPhoto: z.boolean(),
  takenDownOn: z.nullable(Day),
});

export const ModelView = z.object({
  id: Id,
  code: z.string(),
  movementId: z.string(),
  movementName: z.string(),
  orgId: Id,
  orgName: z.string(),
  kind: Kind,
  name: z.string(),
  title: z.string(),
  audience: z.nullable(ModelAudience),
  subjectId: z.nullable(Id),
  deeds: z.string(),
  results: z.string(),
  spread: z.string(),
  hasPhoto: z.boolean(),
  consent: z.object({
    by: z.nullable(z.string()),
    on: z.nullable(Day),
    photo: z.boolean(),
    hasPaper: z.boolean(),
    withdrawnOn: z.nullable(Day),
    /** Given and not taken back. */
    stands: z.boolean(),
  }),
  state: ModelState,
  reason: z.nullable(z.string()),
  decidedOn: z.nullable(Day),
  dossierId: z.nullable(Id),
  publications: z.array(PublicationView),
  /** Tasks of the communication bodies. */
  tasks: z.array(z.object({ id: Id, orgName: z.string(), title: z.string(), status: WorkStatus, dueOn: z.nullable(Day) })),
  /** What still keeps the slip from being put forward. */
  missing: z.array(z.string()),
  version: z.number(),
  may: z.object({ write: z.boolean(), consent: z.boolean(), run: z.boolean(), publish: z.boolean(), nominate: z.boolean() }),
});

export const ModelList = z.object({
  models: z.array(
    z.object({
      id: Id,
      code: z.string(),
      name: z.string(),
      kind: Kind,
      title: z.string(),
      orgName: z.string(),
      state: ModelState,
      consents: z.boolean(),
      publications: z.number(),
    }),
  ),
  totals: z.object({ introduced: z.number(), selected: z.number(), published: z.number(), publications: z.number() }),
  /** Bodies in whose name the actor may introduce somebody. */
  bodies: z.array(z.object({ orgId: Id, orgName: z.string() })),
});

export const WorkOpened = z.object({ id: Id, code: z.string() });

/** One click: occasion and award, all else is the model's. */
export const ModelNomination = z.strictObject({
  occasion: Occasion,
  year: z.number().check(z.gte(2024), z.lte(2100)),
  award: z.string().check(z.regex(/^[A-Z0-9_]{2,20}$/)),
});

export type ModelText = z.infer<typeof ModelText>;
export type ModelView = z.infer<typeof ModelView>;
export type ModelList = z.infer<typeof ModelList>;
export type PublicationView = z.infer<typeof PublicationView>;

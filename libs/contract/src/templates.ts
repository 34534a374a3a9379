import * as z from 'zod/mini';
import { cleanText, Day, Id, Instant } from './text';

/** Lines as they are typed; blank lines of a source are kept. */
const Source = cleanText(100_000, 1);
const Line = cleanText(120, 1);
/** A small picture; PNG and JPEG only. */
const Emblem = z.string().check(z.maxLength(400_000), z.regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/));

export const Letterhead = z.object({
  emblem: z.nullable(Emblem),
  parent: z.array(Line).check(z.maxLength(4)),
  body: z.array(Line).check(z.maxLength(4)),
  below: z.array(Line).check(z.maxLength(4)),
});

const Content = {
  title: cleanText(200, 3),
  /** A pack's id; null for every pack. */
  packId: z.nullable(cleanText(80, 1)),
  validFrom: Day,
  source: Source,
  letterhead: z.nullable(Letterhead),
};
export const TemplateDraft = z.object(Content);
export const TemplateChange = z.object({ ...Content, version: z.number() });
export const TemplateMove = z.object({ version: z.number() });
export const TemplateSettlement = z.object({ version: z.number(), accept: z.boolean(), reason: z.optional(cleanText(1000)) });
export const TemplateWithdrawal = z.object({ version: z.number(), reason: cleanText(1000, 3) });

export const TemplateFault = z.object({
  severity: z.enum(['refusal', 'warning']),
  code: z.string(),
  line: z.nullable(z.number()),
  partial: z.nullable(z.string()),
  about: z.string(),
  says: z.string(),
  meant: z.string(),
});

export const TemplateState = z.enum(['draft', 'proposed', 'released', 'withdrawn']);

/** A province's template without its text. */
export const TemplateSummary = z.object({
  id: Id,
  kind: z.string(),
  number: z.number(),
  title: z.string(),
  packId: z.nullable(z.string()),
  validFrom: Day,
  state: TemplateState,
  /** It is the one that papers of today are made with, for its pack or every pack. */
  inForce: z.boolean(),
  proposedBy: z.nullable(z.string()),
  releasedBy: z.nullable(z.string()),
  releasedAt: z.nullable(Instant),
  withdrawnAt: z.nullable(Instant),
  reason: z.nullable(z.string()),
  version: z.number(),
});

export const TemplateView = z.object({
  ...TemplateSummary.shape,
  source: z.string(),
  letterhead: z.nullable(
    z.object({ emblem: z.nullable(z.string()), parent: z.array(z.string()), body: z.array(z.string()), below: z.array(z.string()) }),
  ),
  /** What is known without printing, now. */
  problems: z.array(TemplateFault),
  /** The last trial print of exactly this content; null when there was none. */
  trial: z.nullable(z.object({ at: Instant, problems: z.array(TemplateFault) })),
  /** Shared parts have changed since it was written: saving it again takes them in. */
  partsChanged: z.boolean(),
  /** Null when the actor may do it. */
  whyNotPropose: z.nullable(z.string()),
  whyNotRelease: z.nullable(z.string()),
});

export const PaperKindList = z.object({
  kinds: z.array(
    z.object({
      kind: z.string(),
      title: z.string(),
      /** The province's templates in force today; none = the shipped one. */
      inForce: z.array(z.object({ number: z.number(), title: z.string(), packId: z.nullable(z.string()), validFrom: Day })),
      drafts: z.number(),
      proposed: z.number(),
    }),
  ),
});

export const PaperKindView = z.object({
  kind: z.string(),
  title: z.string(),
  shipped: z.object({ templateVersion: z.string(), source: z.string() }),
  fields: z.array(
    z.object({
      path: z.string(),
      type: z.string(),
      says: z.string(),
      example: z.string(),
      required: z.boolean(),
      mayBeEmpty: z.boolean(),
      choices: z.array(z.string()),
    }),
  ),
  helpers: z.array(z.object({ name: z.string(), call: z.string(), says: z.string(), prints: z.string() })),
  partials: z.array(z.string()),
  packs: z.array(z.object({ id: z.string(), title: z.string() })),
  today: Day,
  templates: z.array(TemplateSummary),
});

export const TemplateSaved = z.object({ id: Id, number: z.number(), version: z.number(), problems: z.array(TemplateFault) });

export type Letterhead = z.output<typeof Letterhead>;
export type TemplateFault = z.output<typeof TemplateFault>;
export type TemplateSummary = z.output<typeof TemplateSummary>;
export type TemplateView = z.output<typeof TemplateView>;
export type PaperKindList = z.output<typeof PaperKindList>;
export type PaperKindView = z.output<typeof PaperKindView>;
export type TemplateSaved = z.output<typeof TemplateSaved>;

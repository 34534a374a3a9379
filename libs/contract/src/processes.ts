import * as z from 'zod/mini';
import { Day, Id, Instant, JsonRecord, cleanText } from './text';

export const ProblemView = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  elementId: z.nullable(z.string()),
  elementName: z.nullable(z.string()),
  detail: JsonRecord,
});
export const DefinitionSummary = z.object({
  id: Id,
  key: z.string(),
  name: z.string(),
  version: z.number(),
  /** waiting: published, its day is still to come. */
  status: z.enum(['draft', 'proposed', 'waiting', 'published', 'retired', 'discarded']),
  origin: z.string(),
  /** It came with the software after the tenant published a version of its own: to be taken or left. */
  isOffer: z.boolean(),
  running: z.number(),
  ended: z.number(),
  createdAt: Instant,
  createdBy: z.nullable(z.string()),
  proposedBy: z.nullable(z.string()),
  publishedBy: z.nullable(z.string()),
  effectiveFrom: z.nullable(Day),
  /** Its proposer's words. */
  note: z.nullable(z.string()),
  /** Its publisher's words, and what they chose: new instances alone, or some that run as well. */
  publishNote: z.nullable(z.string()),
  appliesTo: z.nullable(z.enum(['new', 'chosen'])),
});
export const DefinitionList = z.object({
  definitions: z.array(DefinitionSummary),
  /** What people do in each process, by the newest published version: to find it by. */
  steps: z.array(z.object({ key: z.string(), names: z.array(z.string()) })),
});
export const ChangeInWords = z.object({ elementId: z.string(), text: z.string(), kind: z.enum(['added', 'removed', 'changed']) });
export const DefinitionView = z.object({
  ...DefinitionSummary.shape,
  xml: z.string(),
  problems: z.array(ProblemView),
  /** Against the newest published version: what a draft or proposal would change. */
  changes: z.array(ChangeInWords),
  /** False: one of the two cannot be read yet, so that the list says nothing. */
  comparable: z.boolean(),
  /** The version the changes are against; null where there is none. */
  against: z.nullable(z.object({ id: Id, version: z.number() })),
  /** Counts the savings of a draft: whoever saves says which one was seen. */
  rev: z.number(),
  savedBy: z.nullable(z.string()),
  savedAt: z.nullable(Instant),
  /** Names of those whose hands are in it; none of them may publish it. */
  editors: z.array(z.string()),
  /** The last time it was given back. */
  returned: z.nullable(z.object({ by: z.nullable(z.string()), at: Instant, note: z.string() })),
  /** It was made of a file of another tool: `definitionImport` answers the original and what became of its words. */
  imported: z.boolean(),
  may: z.object({
    edit: z.boolean(),
    propose: z.boolean(),
    publish: z.boolean(),
    /** Its proposer withdraws it, anybody else gives it back. */
    withdraw: z.boolean(),
    giveBack: z.boolean(),
    discard: z.boolean(),
    whyNot: z.nullable(z.string()),
  }),
});
export const DiagramBody = z.strictObject({ xml: z.string().check(z.maxLength(6_000_000)) });
export const DraftBody = z.strictObject({ xml: z.string().check(z.maxLength(6_000_000)), rev: z.number().check(z.gte(0)) });
export const LintAnswer = z.object({ problems: z.array(ProblemView) });
export const SavedDraft = z.object({
  rev: z.number(),
  savedAt: Instant,
  problems: z.array(ProblemView),
  changes: z.array(ChangeInWords),
  comparable: z.boolean(),
});
export const DraftCreate = z.strictObject({ key: z.string() });
/** What became of one word of the engine a file was written for. */
export const ImportLine = z.object({
  elementId: z.string(),
  elementType: z.string(),
  what: z.string(),
  became: z.string(),
  kind: z.enum(['mapped', 'changed-meaning', 'not-mappable']),
  vi: z.string(),
  en: z.string(),
});
export const ImportView = z.object({
  /** Null for a file that needed no conversion. */
  dialect: z.nullable(z.string()),
  /** The file as it was uploaded. */
  original: z.string(),
  report: z.array(ImportLine),
});
export const ImportAnswer = z.object({
  id: Id,
  key: z.string(),
  dialect: z.nullable(z.string()),
  report: z.array(ImportLine),
  /** Forms that were written inside the diagram. */
  forms: z.array(z.string()),
  /** What keeps the draft from being proposed as it is. */
  problems: z.array(ProblemView),
});
export const DefinitionRef = z.object({ id: Id, version: z.number(), status: z.string() });
export const Note = z.strictObject({ note: cleanText(500, 3) });
/** Without a day it is today; without a choice new instances alone. */
export const PublishBody = z.strictObject({
  note: cleanText(500, 3),
  effectiveFrom: z.optional(Day),
  appliesTo: z.optional(z.enum(['new', 'chosen'])),
});
export const ComparisonQuery = z.object({ with: Id });
const ComparedVersion = z.object({
  id: Id,
  version: z.number(),
  status: DefinitionSummary.shape.status,
  name: z.string(),
  effectiveFrom: z.nullable(Day),
  xml: z.string(),
});
export const ComparisonView = z.object({
  key: z.string(),
  before: ComparedVersion,
  after: ComparedVersion,
  comparable: z.boolean(),
  changes: z.array(ChangeInWords),
});

export const TokenView = z.object({
  elementId: z.string(),
  graph: z.string(),
  /** As its diagram has it, which may be that of a called process. */
  name: z.string(),
  count: z.number(),
  since: Instant,
  waitsFor: z.string(),
  holder: z.nullable(z.string()),
  incidentId: z.nullable(Id),
});
export const InstanceView = z.object({
  id: Id,
  definitionId: Id,
  key: z.string(),
  name: z.string(),
  version: z.number(),
  businessKey: z.nullable(z.string()),
  status: z.enum(['active', 'completed', 'canceled']),
  startedAt: Instant,
  endedAt: z.nullable(Instant),
  xml: z.string(),
  tokens: z.array(TokenView),
  /** Elements already passed, for the drawing. */
  done: z.array(z.string()),
});
export const InstanceQuery = z.object({
  definitionId: z.optional(Id),
  status: z.optional(z.string()),
  limit: z.optional(z.coerce.number().check(z.gte(1), z.lte(200))),
});
export const InstanceList = z.object({
  instances: z.array(
    z.object({
      id: Id,
      businessKey: z.nullable(z.string()),
      key: z.string(),
      version: z.number(),
      status: z.string(),
      startedAt: Instant,
      dossierId: z.nullable(Id),
      roundId: z.nullable(Id),
    }),
  ),
});
export const InstanceHistory = z.object({
  events: z.array(z.object({ at: Instant, type: z.string(), elementId: z.nullable(z.string()), body: JsonRecord })),
});
export const ClockView = z.object({ now: Instant, simulated: z.boolean() });
export const ClockAdvance = z.strictObject({ workingDays: z.optional(z.number().check(z.gte(1), z.lte(60))), to: z.optional(Instant) });

export type DefinitionSummary = z.infer<typeof DefinitionSummary>;
export type DefinitionView = z.infer<typeof DefinitionView>;
export type ComparisonView = z.infer<typeof ComparisonView>;
export type SavedDraft = z.infer<typeof SavedDraft>;
export type ImportLine = z.infer<typeof ImportLine>;
export type ImportView = z.infer<typeof ImportView>;
export type ProblemView = z.infer<typeof ProblemView>;
export type InstanceView = z.infer<typeof InstanceView>;

import * as z from 'zod/mini';
import { Id, Instant, JsonRecord, cleanText } from './text';

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
  status: z.enum(['draft', 'proposed', 'published', 'retired']),
  origin: z.string(),
  running: z.number(),
  ended: z.number(),
  createdAt: Instant,
  createdBy: z.nullable(z.string()),
  proposedBy: z.nullable(z.string()),
  publishedBy: z.nullable(z.string()),
  note: z.nullable(z.string()),
});
export const DefinitionList = z.object({ definitions: z.array(DefinitionSummary) });
export const ChangeInWords = z.object({ elementId: z.string(), text: z.string(), kind: z.enum(['added', 'removed', 'changed']) });
export const DefinitionView = z.object({
  ...DefinitionSummary.shape,
  xml: z.string(),
  problems: z.array(ProblemView),
  /** Against the version in force. */
  changes: z.array(ChangeInWords),
  /** It was made of a file of another tool: `definitionImport` answers the original and what became of its words. */
  imported: z.boolean(),
  may: z.object({ edit: z.boolean(), propose: z.boolean(), publish: z.boolean(), whyNot: z.nullable(z.string()) }),
});
export const DiagramBody = z.strictObject({ xml: z.string().check(z.maxLength(6_000_000)) });
export const LintAnswer = z.object({ problems: z.array(ProblemView) });
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

export const TokenView = z.object({
  elementId: z.string(),
  graph: z.string(),
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
export const IncidentView = z.object({
  id: Id,
  instanceId: Id,
  businessKey: z.nullable(z.string()),
  elementId: z.string(),
  elementName: z.string(),
  cause: z.string(),
  detail: z.string(),
  raisedAt: Instant,
});
export const IncidentList = z.object({ incidents: z.array(IncidentView) });
export const ClockView = z.object({ now: Instant, simulated: z.boolean() });
export const ClockAdvance = z.strictObject({ workingDays: z.optional(z.number().check(z.gte(1), z.lte(60))), to: z.optional(Instant) });

export type DefinitionSummary = z.infer<typeof DefinitionSummary>;
export type DefinitionView = z.infer<typeof DefinitionView>;
export type ImportLine = z.infer<typeof ImportLine>;
export type ImportView = z.infer<typeof ImportView>;
export type ProblemView = z.infer<typeof ProblemView>;
export type InstanceView = z.infer<typeof InstanceView>;
export type IncidentView = z.infer<typeof IncidentView>;

import * as z from 'zod/mini';
import { PaperSummary } from './dossiers';
import { cleanText, Day, Id, Instant } from './text';

export const ReportOccasion = z.enum(['annual', 'interim', 'final']);
const Audience = z.enum(['agency', 'enterprise', 'individual', 'front', 'other']);
const IndicatorId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));
const Year = z.number().check(z.int(), z.gte(2000), z.lte(2100));
const YearQuery = z.coerce.number().check(z.int(), z.gte(2000), z.lte(2100));

/** Where in the plan it stands. */
export const PlanLine = z.object({ quote: z.string(), from: z.number(), to: z.number() });

export const IndicatorView = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(['number', 'percent', 'text']),
  unit: z.string(),
  target: z.nullable(z.string()),
  required: z.boolean(),
  /** Empty: everybody. */
  audiences: z.array(Audience),
  source: z.nullable(PlanLine),
});
/** Sources stay with the lines they came with; a line that a person adds has none. */
export const IndicatorInput = z.object({
  id: IndicatorId,
  name: cleanText(300, 3),
  type: z.enum(['number', 'percent', 'text']),
  unit: cleanText(30),
  target: z.nullable(cleanText(60)),
  required: z.boolean(),
  audiences: z.array(Audience),
});
export const ReportFormView = z.object({
  version: z.number(),
  indicators: z.array(IndicatorView),
  /** Somebody has reported by it: it no longer changes while that call runs. */
  fixed: z.boolean(),
  may: z.object({ edit: z.boolean() }),
});
export const ReportFormBody = z.object({
  version: z.number(),
  indicators: z.array(IndicatorInput).check(z.minLength(1), z.maxLength(60)),
});

const Number_ = z.number().check(z.gte(0), z.lte(1e12));
export const Figure = z.union([
  z.strictObject({ value: Number_ }),
  z.strictObject({ part: Number_, whole: Number_ }),
  z.strictObject({ text: cleanText(4000) }),
]);
export const Figures = z.record(IndicatorId, Figure);
/** Sections of a report; lines are paragraphs. */
export const ReportTexts = z.object({
  leadership: z.optional(cleanText(8000)),
  results: z.optional(cleanText(12000)),
  limits: z.optional(cleanText(6000)),
  causes: z.optional(cleanText(6000)),
  lessons: z.optional(cleanText(6000)),
  tasks: z.optional(cleanText(6000)),
  proposals: z.optional(cleanText(6000)),
});

export const ReportPunctuality = z.object({
  state: z.enum(['open', 'on-time', 'late', 'missing', 'no-day']),
  onTime: z.nullable(z.boolean()),
  daysLate: z.number(),
  ruling: z.nullable(z.object({ onTime: z.boolean(), reason: z.string(), at: Instant })),
});

export const ReportLine = z.object({
  id: Id,
  code: z.string(),
  orgId: Id,
  orgName: z.string(),
  askedByName: z.string(),
  occasion: ReportOccasion,
  year: z.number(),
  state: z.enum(['open', 'ready', 'sent', 'mend', 'accepted']),
  dueOn: z.nullable(Day),
  sentOn: z.nullable(Day),
  ownFile: z.boolean(),
  compiledFrom: z.nullable(Id),
  punctuality: ReportPunctuality,
});

export const ReportOfferQuery = z.object({ occasion: ReportOccasion, year: YearQuery });
/** What a call would ask, of whom and for when, before it is made. */
export const ReportOffer = z.object({
  /** Null where the plan gives no day: a person sets one. */
  planDay: z.nullable(z.object({ day: Day, source: PlanLine })),
  recipients: z.array(
    z.object({ orgId: Id, name: z.string(), asked: z.enum(['duty', 'cooperation']), reportId: z.nullable(Id), chosen: z.boolean() }),
  ),
  upward: z.nullable(z.object({ name: z.string(), dueOn: z.nullable(Day) })),
  openCall: z.nullable(Id),
});
export const CallReportsBody = z.object({
  occasion: ReportOccasion,
  year: Year,
  dueOn: Day,
  recipients: z.array(Id).check(z.minLength(1), z.maxLength(1000)),
  note: z.optional(cleanText(1000)),
});
export const ReportsCalled = z.object({ id: Id, code: z.string() });

export const ReportCallSummary = z.object({
  id: Id,
  code: z.string(),
  title: z.string(),
  occasion: ReportOccasion,
  year: z.number(),
  status: z.enum(['open', 'submitted', 'done', 'canceled']),
  dueOn: z.nullable(Day),
  counts: z.object({ asked: z.number(), sent: z.number(), accepted: z.number(), late: z.number(), missing: z.number() }),
});
export const ReportCallList = z.object({
  calls: z.array(ReportCallSummary),
  /** What a body sees of its own: reports asked of it, and those it got without a call of its own. */
  mine: z.array(ReportLine),
  received: z.array(ReportLine),
  may: z.object({ call: z.boolean() }),
});

export const CompiledFigureView = z.object({
  indicator: IndicatorView,
  sum: z.nullable(Figure),
  /** The sum, or what a person set instead, as printed. */
  text: z.string(),
  adjusted: z.nullable(z.object({ figure: Figure, reason: z.string() })),
  sources: z.array(z.object({ reportId: Id, orgName: z.string(), text: z.string() })),
});
export const AwardCount = z.object({
  award: z.string(),
  name: z.string(),
  state: z.enum(['awarded', 'proposed']),
  collectives: z.number(),
  persons: z.number(),
  households: z.number(),
  women: z.number(),
  workers: z.number(),
});
export const ReportCallView = z.object({
  ...ReportCallSummary.shape,
  movementId: z.string(),
  movementName: z.string(),
  orgName: z.string(),
  version: z.number(),
  state: z.enum(['open', 'ready', 'sent', 'mend', 'accepted']),
  reports: z.array(ReportLine),
  figures: z.array(CompiledFigureView),
  texts: ReportTexts,
  /** What each body wrote for a section, to be taken over. */
  said: z.array(z.object({ reportId: Id, orgName: z.string(), texts: ReportTexts })),
  awards: z.array(AwardCount),
  /** Điển hình tiên tiến: introduced, selected, published, and how often. */
  models: z.object({ introduced: z.number(), selected: z.number(), published: z.number(), publications: z.number() }),
  /** Reports made of this one. */
  upward: z.nullable(ReportLine),
  may: z.object({ compile: z.boolean(), rule: z.boolean() }),
});
export const CompilationBody = z.object({
  version: z.number(),
  texts: ReportTexts,
  adjustments: z.record(IndicatorId, z.object({ figure: Figure, reason: cleanText(500, 5) })),
});

export const ReportView = z.object({
  ...ReportLine.shape,
  movementId: z.string(),
  movementName: z.string(),
  callId: z.nullable(Id),
  indicators: z.array(IndicatorView),
  figures: Figures,
  texts: ReportTexts,
  mendReason: z.nullable(z.string()),
  file: z.nullable(PaperSummary),
  papers: z.array(PaperSummary),
  /** Reports this one was compiled of; each opens by itself. */
  sources: z.array(ReportLine),
  version: z.number(),
  savedAt: z.nullable(Instant),
  /** What is still missing before it may be sent. */
  problems: z.array(z.object({ indicator: z.string(), fault: z.string() })),
  may: z.object({ fill: z.boolean(), rule: z.boolean() }),
});
export const ReportBody = z.object({ version: z.number(), figures: Figures, texts: ReportTexts, ownFile: z.boolean() });
export const ReportSaved = z.object({ version: z.number(), problems: z.array(z.object({ indicator: z.string(), fault: z.string() })) });
export const ReportFileQuery = z.object({ number: z.optional(cleanText(40)), date: z.optional(Day) });
export const ReportFileKept = z.object({ paperId: Id, notes: z.array(z.string()) });
/** `onTime` null takes back what was said before. */
export const PunctualityRuling = z.object({ onTime: z.nullable(z.boolean()), reason: cleanText(1000, 5) });

export type ReportFormView = z.infer<typeof ReportFormView>;
export type IndicatorView = z.infer<typeof IndicatorView>;
export type ReportLine = z.infer<typeof ReportLine>;
export type ReportOffer = z.infer<typeof ReportOffer>;
export type ReportCallList = z.infer<typeof ReportCallList>;
export type ReportCallSummary = z.infer<typeof ReportCallSummary>;
export type ReportCallView = z.infer<typeof ReportCallView>;
export type CompiledFigureView = z.infer<typeof CompiledFigureView>;
export type AwardCount = z.infer<typeof AwardCount>;
export type ReportView = z.infer<typeof ReportView>;
export type ReportTexts = z.infer<typeof ReportTexts>;
export type ReportFigure = z.infer<typeof Figure>;

import * as z from 'zod/mini';
import { LimitReading } from './limits';
import { Id, Instant, Json, JsonRecord, cleanText } from './text';

/** When a deadline runs out and how much of it is used, in working days. */
export const DeadlineView = z.object({
  dueAt: z.nullable(Instant),
  workingDaysLeft: z.nullable(z.number()),
  elapsedDays: z.number(),
  legalDays: z.nullable(z.number()),
  state: z.enum(['none', 'on-time', 'at-risk', 'overdue', 'paused']),
  ruleId: z.nullable(z.string()),
  citation: z.nullable(z.string()),
  /** From receipt, and from the complete file: of a single task or dossier, not in lists. */
  readings: z.optional(z.array(LimitReading)),
});

export const TaskSummary = z.object({
  id: Id,
  name: z.string(),
  step: z.nullable(z.string()),
  status: z.enum(['open', 'completed', 'canceled']),
  version: z.number(),
  /** mã hồ sơ or mã đợt xét. */
  code: z.string(),
  subject: z.string(),
  awards: z.array(z.string()),
  orgName: z.string(),
  dossierId: z.nullable(Id),
  roundId: z.nullable(Id),
  createdAt: Instant,
  deadline: DeadlineView,
  processName: z.string(),
});

/** Why the actor may or may not act, in data: the web makes the sentence. */
export const AuthorityView = z.object({
  allowed: z.boolean(),
  code: z.nullable(z.string()),
  ruleId: z.nullable(z.string()),
  citation: z.nullable(z.string()),
  deciderTitle: z.nullable(z.string()),
  confirmed: z.boolean(),
});

export const Outcome = z.object({
  /** Value of the form field `outcome`. */
  value: z.string(),
  label: z.string(),
  kind: z.enum(['primary', 'default', 'danger']),
  needsReason: z.boolean(),
});

export const TaskView = z.object({
  ...TaskSummary.shape,
  instanceId: Id,
  elementId: z.string(),
  formId: z.nullable(z.string()),
  /** form-js schema of the pinned release; null when the task completes without data. */
  form: z.nullable(JsonRecord),
  /** Values the form opens with (from the dossier), then the actor's own draft over them. */
  values: JsonRecord,
  draft: z.nullable(z.object({ body: JsonRecord, savedAt: Instant })),
  outcomes: z.array(Outcome),
  authority: AuthorityView,
  /** Who has it now, for a task the actor may not take. */
  holders: z.array(z.object({ title: z.string(), fullName: z.string() })),
  paperIds: z.array(Id),
  context: JsonRecord,
});

export const TaskQuery = z.object({
  filter: z.optional(z.enum(['all', 'overdue', 'at-risk', 'on-time'])),
  q: z.optional(cleanText(100)),
  step: z.optional(z.string()),
  limit: z.optional(z.coerce.number().check(z.gte(1), z.lte(200))),
});
export const TaskList = z.object({
  tasks: z.array(TaskSummary),
  counts: z.object({ all: z.number(), overdue: z.number(), atRisk: z.number(), onTime: z.number() }),
});

export const TaskCompletion = z.strictObject({ version: z.number(), data: z.record(z.string(), Json) });
export const TaskCompleted = z.object({
  taskId: Id,
  next: z.array(z.object({ name: z.string(), holder: z.string() })),
  ended: z.boolean(),
});
export const TaskDraft = z.strictObject({ body: z.record(z.string(), Json) });
export const DraftSaved = z.object({ savedAt: Instant });

export type DeadlineView = z.infer<typeof DeadlineView>;
export type TaskSummary = z.infer<typeof TaskSummary>;
export type TaskView = z.infer<typeof TaskView>;
export type TaskList = z.infer<typeof TaskList>;
export type TaskCompleted = z.infer<typeof TaskCompleted>;
export type AuthorityView = z.infer<typeof AuthorityView>;
export type Outcome = z.infer<typeof Outcome>;

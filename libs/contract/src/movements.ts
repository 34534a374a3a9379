import * as z from 'zod/mini';
import { PaperSummary } from './dossiers';
import { Day, Id, Instant, JsonRecord } from './text';

export const WorkKind = z.enum([
  'plan',
  'unit-plan',
  'amendment',
  'urging',
  'closing',
  'occasion',
  'registration',
  'report-call',
  'report',
  'inspection',
  'inspected-unit',
  'scoring',
  'score-sheet',
  'model',
  'publication',
  'duty',
  'indicators',
  'conference',
]);
/** planned: its plan is on its way to the signature; dropped: it was not issued. */
export const MovementState = z.enum(['planned', 'in-force', 'closed', 'dropped']);
export const WorkStatus = z.enum(['open', 'submitted', 'done', 'canceled']);
export const WorkOccasion = z.enum(['annual', 'interim', 'final', 'ad-hoc']);

/** A piece of work in a movement, as lists show it. */
export const WorkSummary = z.object({
  id: Id,
  code: z.string(),
  movementId: z.string(),
  kind: WorkKind,
  title: z.string(),
  orgId: Id,
  orgName: z.string(),
  status: WorkStatus,
  occasion: z.nullable(WorkOccasion),
  year: z.nullable(z.number()),
  dueOn: z.nullable(Day),
  /** Open after its due day. */
  late: z.boolean(),
  openedAt: Instant,
  doneAt: z.nullable(Instant),
});
export const WorkView = z.object({
  ...WorkSummary.shape,
  movementName: z.string(),
  askedByName: z.string(),
  parentId: z.nullable(Id),
  facts: JsonRecord,
  papers: z.array(PaperSummary),
  instanceId: z.nullable(Id),
  openTasks: z.array(z.object({ id: Id, name: z.string(), holder: z.string(), mine: z.boolean() })),
  /** work: prepare it; run: steer it from the standing office. */
  may: z.object({ work: z.boolean(), run: z.boolean() }),
});
export const WorkQuery = z.object({ kind: z.optional(WorkKind), status: z.optional(WorkStatus), parent: z.optional(Id) });
export const WorkList = z.object({ works: z.array(WorkSummary) });

/** One movement with its place in the chain. */
export const MovementDetail = z.object({
  id: z.string(),
  name: z.string(),
  state: MovementState,
  version: z.number(),
  source: z.enum(['file', 'reader', 'copy', 'blank', 'unit']),
  orgId: Id,
  orgName: z.string(),
  launcher: z.object({ level: z.string(), body: z.string() }),
  plan: z.object({ title: z.string(), number: z.nullable(z.string()), date: z.nullable(z.string()), paperId: z.nullable(Id) }),
  period: z.object({ start: z.nullable(z.string()), end: z.nullable(z.string()) }),
  phases: z.array(
    z.object({
      number: z.number(),
      start: z.nullable(z.string()),
      end: z.nullable(z.string()),
      review: z.nullable(z.string()),
      reviewYear: z.nullable(z.number()),
    }),
  ),
  questions: z.array(z.string()),
  parents: z.array(z.object({ id: z.nullable(z.string()), name: z.string(), body: z.string() })),
  children: z.array(z.object({ id: z.string(), name: z.string(), body: z.string(), state: MovementState })),
  may: z.object({ run: z.boolean(), work: z.boolean() }),
});

/** Movements one's bodies have a part in. */
export const MovementIndex = z.object({
  movements: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      orgName: z.string(),
      launcher: z.string(),
      period: z.string(),
      state: MovementState,
      runs: z.boolean(),
      openWorks: z.number(),
      lateWorks: z.number(),
    }),
  ),
});

export type MovementIndex = z.infer<typeof MovementIndex>;
export type WorkSummary = z.infer<typeof WorkSummary>;
export type WorkView = z.infer<typeof WorkView>;
export type MovementDetail = z.infer<typeof MovementDetail>;

import * as z from 'zod/mini';
import { TimelineEntry } from './dossiers';
import { Id, Instant, cleanText } from './text';

/** The hồ sơ, đợt xét or piece of work of a movement that a process is about. */
export const AboutView = z.object({ kind: z.enum(['dossier', 'round', 'work']), id: Id, code: z.string(), title: z.string() });

export const IncidentView = z.object({
  id: Id,
  instanceId: Id,
  elementId: z.string(),
  elementName: z.string(),
  processKey: z.string(),
  processName: z.string(),
  about: z.nullable(AboutView),
  /** A code; the web has the sentence. */
  cause: z.string(),
  detail: z.string(),
  raisedAt: Instant,
  resolvedAt: z.nullable(Instant),
  resolvedBy: z.nullable(z.string()),
});
export const IncidentQuery = z.object({
  state: z.optional(z.enum(['open', 'resolved'])),
  cause: z.optional(cleanText(100)),
  process: z.optional(cleanText(100)),
  q: z.optional(cleanText(100)),
});
/** At most 200; `causes` and `processes` count all that are open or all that are resolved, whatever else is asked for. */
export const IncidentList = z.object({
  incidents: z.array(IncidentView),
  total: z.number(),
  causes: z.array(z.object({ cause: z.string(), count: z.number() })),
  processes: z.array(z.object({ key: z.string(), name: z.string(), count: z.number() })),
});

export const Holder = z.object({ title: z.string(), fullName: z.string() });
/** `at`: cleared = its step ended or was cancelled without a retry. */
export const IncidentLine = z.object({
  at: Instant,
  kind: z.enum(['raised', 'retried', 'again', 'cleared']),
  cause: z.nullable(z.string()),
  detail: z.string(),
  who: z.nullable(z.string()),
});
export const IncidentDetail = z.object({
  ...IncidentView.shape,
  lines: z.array(IncidentLine),
  /** open: waits for a person · queued: tried again, not done yet · again: failed again (`openId`) · done. */
  now: z.enum(['open', 'queued', 'again', 'done']),
  openId: z.nullable(Id),
  queued: z.nullable(z.object({ attempts: z.number(), retries: z.number(), nextAt: Instant, lastError: z.nullable(z.string()) })),
  /** Open tasks of the same process. */
  tasks: z.array(z.object({ id: Id, name: z.string(), holders: z.array(Holder), mayReassign: z.boolean() })),
});

const MatterKind = z.enum(['dossier', 'round', 'work']);
export const MatterQuery = z.object({ kind: MatterKind });
/** A matter as an administrator sees it: steps and holders, incidents and acts; no nominees, papers or proofs. */
export const MatterView = z.object({
  about: AboutView,
  orgName: z.string(),
  /** Whether the page of the matter itself is open to the reader, as to any party. */
  mayOpen: z.boolean(),
  instanceIds: z.array(Id),
  incidents: z.array(IncidentView),
  openTasks: z.array(
    z.object({ id: Id, name: z.string(), mayReassign: z.boolean(), posts: z.array(z.string()), holders: z.array(Holder) }),
  ),
  entries: z.array(TimelineEntry),
});

export const StrandedTaskView = z.object({
  id: Id,
  name: z.string(),
  processName: z.string(),
  about: z.nullable(AboutView),
  /** 'Chuyên viên thẩm định, UBND xã A', as the post would be called. */
  posts: z.array(z.string()),
  createdAt: Instant,
  dueAt: z.nullable(Instant),
  mayReassign: z.boolean(),
});
export const StrandedTaskList = z.object({ tasks: z.array(StrandedTaskView), more: z.boolean() });

/** A post that might take a task; `fault` says why it may not, `says` in words. */
export const TakerView = z.object({
  orgId: Id,
  orgName: z.string(),
  role: z.string(),
  roleName: z.string(),
  holders: z.array(Holder),
  fault: z.nullable(z.string()),
  says: z.nullable(z.string()),
});
export const TakerList = z.object({
  task: z.object({
    id: Id,
    name: z.string(),
    version: z.number(),
    status: z.enum(['open', 'completed', 'canceled']),
    processName: z.string(),
    about: z.nullable(AboutView),
    posts: z.array(z.string()),
    holders: z.array(Holder),
  }),
  takers: z.array(TakerView),
  /** Why no post at all may take it, in words; null while one may. */
  says: z.nullable(z.string()),
});
export const ReassignBody = z.strictObject({
  version: z.number(),
  orgId: Id,
  role: cleanText(60, 1),
  reason: cleanText(1000, 10),
});
export const Reassigned = z.object({ taskId: Id, version: z.number(), holders: z.array(Holder) });

export type IncidentView = z.infer<typeof IncidentView>;
export type IncidentDetail = z.infer<typeof IncidentDetail>;
export type IncidentLine = z.infer<typeof IncidentLine>;
export type AboutView = z.infer<typeof AboutView>;
export type MatterView = z.infer<typeof MatterView>;
export type StrandedTaskView = z.infer<typeof StrandedTaskView>;
export type TakerList = z.infer<typeof TakerList>;
export type TakerView = z.infer<typeof TakerView>;

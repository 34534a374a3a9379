import * as z from 'zod/mini';
import { Day, Id, Instant } from './text';

const Words = z.optional(z.string().check(z.maxLength(200)));
const Code = z.optional(z.string().check(z.maxLength(60), z.regex(/^[a-z][a-z-]*$/)));

/** Parts of names, with marks or without; `type` and `action` are codes of `AuditKinds`. */
const AuditFilter = {
  person: Words,
  post: Words,
  subject: Words,
  type: Code,
  action: Code,
  from: z.optional(Day),
  to: z.optional(Day),
  /** One subject, with the processes it runs in. */
  subjectId: z.optional(Id),
};
export const AuditQuery = z.object({
  ...AuditFilter,
  /** Where the page before ended, as it said. */
  after: z.optional(z.string().check(z.maxLength(100), z.regex(/^[\w-]+$/))),
  limit: z.optional(z.coerce.number().check(z.gte(1), z.lte(100))),
});
export const AuditSheetQuery = z.object(AuditFilter);

/** What an act was done to: its kind and name in words; `link` where it has a page of its own. */
export const AuditSubject = z.object({
  type: z.string(),
  id: Id,
  kind: z.string(),
  name: z.string(),
  link: z.nullable(z.object({ page: z.string(), id: z.nullable(Id) })),
});
/** An act as a sentence in parts: who, on whose behalf, did what, to what, when. */
export const AuditLineView = z.object({
  /** Its place in the trail, as text. */
  number: z.string(),
  at: Instant,
  action: z.string(),
  text: z.string(),
  /** Null: the system itself. */
  person: z.nullable(z.string()),
  position: z.nullable(z.string()),
  /** Post, person and paper of whoever it was done for. */
  onBehalfOf: z.nullable(z.string()),
  subject: AuditSubject,
  facts: z.array(z.object({ name: z.string(), value: z.string() })),
});
export const AuditPage = z.object({ lines: z.array(AuditLineView), next: z.nullable(z.string()) });

const Named = z.object({ code: z.string(), name: z.string() });
export const AuditKinds = z.object({ types: z.array(Named), actions: z.array(Named), today: Day });

/** The whole province, or one subject with the processes it runs in. */
export const TrailCheckStart = z.strictObject({ subjectId: z.nullable(Id) });
export const TrailCheckRef = z.object({ id: Id });
export const ChainFaultView = z.object({
  fault: z.enum(['content', 'link', 'missing', 'inserted', 'tail', 'sealed', 'seal']),
  /** Null: the seals, which belong to no subject. */
  subject: z.nullable(AuditSubject),
  /** Of the faulty line; null where none is left to name. */
  number: z.nullable(z.string()),
  at: z.nullable(Instant),
  /** The faulty line between its neighbours, as far as they exist. */
  around: z.array(AuditLineView),
});
/** In the memory of the api while it runs; its result stands in the trail itself. */
export const TrailCheckView = z.object({
  id: Id,
  status: z.enum(['running', 'done', 'failed']),
  subject: z.nullable(AuditSubject),
  startedAt: Instant,
  seconds: z.number(),
  done: z.number(),
  total: z.number(),
  chains: z.number(),
  seals: z.number(),
  /** To be kept elsewhere: the last seal as this check found it. */
  seal: z.nullable(z.object({ n: z.number(), hash: z.string(), at: Instant })),
  brokenCount: z.number(),
  /** The first of them, opened. */
  broken: z.array(ChainFaultView),
});

export type AuditSubject = z.infer<typeof AuditSubject>;
export type AuditLineView = z.infer<typeof AuditLineView>;
export type AuditKinds = z.infer<typeof AuditKinds>;
export type ChainFaultView = z.infer<typeof ChainFaultView>;
export type TrailCheckView = z.infer<typeof TrailCheckView>;

import * as z from 'zod/mini';
import { ChangeInWords, Note } from './processes';
import { Id, Instant } from './text';

/**
 * What a version would do to one running instance, the gravest first: it cannot be moved (`breaks`), stands where the version has no partner
 * (`mapping`), gets other people (`signer`), another limit (`limit`), another step or way (`moves`), or nothing of it (`stays`).
 */
export const WhatIfVerdict = z.enum(['stays', 'moves', 'limit', 'signer', 'mapping', 'breaks']);

const ElementId = z.string().check(z.minLength(1), z.maxLength(200));
/** A step of the version it runs on, and the one that takes its place. */
export const StepPair = z.strictObject({ from: ElementId, to: ElementId });

export const DryRunStart = z.strictObject({ mapping: z.array(StepPair).check(z.maxLength(200)) });
export const DryRunRef = z.object({ id: Id });

const StepRef = z.object({ elementId: z.string(), name: z.string() });
export const UnmappedStep = z.object({
  ...StepRef.shape,
  instances: z.number(),
  /** Steps of the version that may take its place. */
  partners: z.array(StepRef),
});

/** Held in memory by the api, written nowhere: after a restart it is asked for again. */
export const DryRunView = z.object({
  id: Id,
  definitionId: Id,
  key: z.string(),
  name: z.string(),
  version: z.number(),
  status: z.enum(['running', 'done', 'failed']),
  startedAt: Instant,
  /** Seconds it took or has taken so far. */
  seconds: z.number(),
  /** Instances looked at, and how many there are on other versions of the process. */
  done: z.number(),
  total: z.number(),
  /** Running on this very version already; not among them. */
  already: z.number(),
  counts: z.object({
    stays: z.number(),
    moves: z.number(),
    limit: z.number(),
    signer: z.number(),
    mapping: z.number(),
    breaks: z.number(),
  }),
  /** Whose step would be late the moment it is moved. */
  lateAtOnce: z.number(),
  /** Where they stand, for the filter. */
  steps: z.array(z.object({ ...StepRef.shape, instances: z.number() })),
  versions: z.array(z.object({ definitionId: Id, version: z.number(), instances: z.number() })),
  unmapped: z.array(UnmappedStep),
  /** Found by place and name, where the id is gone. */
  byStructure: z.array(StepPair),
  /** As it was asked. */
  mapping: z.array(StepPair),
  /** A draft may be tried; only a version in force takes instances. */
  mayMigrate: z.boolean(),
});

export const DryRunQuery = z.object({
  verdict: z.optional(WhatIfVerdict),
  step: z.optional(z.string().check(z.maxLength(200))),
  version: z.optional(z.coerce.number()),
  late: z.optional(z.enum(['co'])),
  q: z.optional(z.string().check(z.maxLength(100))),
  offset: z.optional(z.coerce.number().check(z.gte(0))),
  limit: z.optional(z.coerce.number().check(z.gte(1), z.lte(500))),
});

export const WhatIfReason = z.object({ code: z.string(), elementId: z.string(), elementName: z.string() });
export const DryRunLine = z.object({
  instanceId: Id,
  businessKey: z.nullable(z.string()),
  version: z.number(),
  dossierId: z.nullable(Id),
  roundId: z.nullable(Id),
  /** Names of the steps it stands at. */
  at: z.array(z.string()),
  verdict: WhatIfVerdict,
  lateAtOnce: z.boolean(),
  reasons: z.array(WhatIfReason),
});
export const DryRunLines = z.object({ total: z.number(), lines: z.array(DryRunLine) });

/** A step it stands at: who has it and when it is due. */
export const WhatIfPlace = z.object({
  elementId: z.string(),
  name: z.string(),
  waitsFor: z.string(),
  who: z.nullable(z.string()),
  dueAt: z.nullable(Instant),
  form: z.nullable(z.string()),
});
/** A step of people that may still come. */
export const WhatIfStep = z.object({
  elementId: z.string(),
  name: z.string(),
  who: z.nullable(z.string()),
  workingDays: z.nullable(z.number()),
  /** Row of law its limit follows. */
  row: z.nullable(z.string()),
  form: z.nullable(z.string()),
});
export const WhatIfSide = z.object({
  definitionId: Id,
  version: z.number(),
  places: z.array(WhatIfPlace),
  ahead: z.array(WhatIfStep),
});
export const WhatIfInstance = z.object({
  ...DryRunLine.shape,
  before: WhatIfSide,
  /** Null where it cannot be moved. */
  after: z.nullable(WhatIfSide),
  /** Changes of the version that lie on its way. */
  changes: z.array(ChangeInWords),
});

export const MigrateBody = z.strictObject({
  /** The dry run that was looked at: its mapping is used, and an instance that has gone on since is left as it is. */
  runId: Id,
  instanceIds: z.array(Id).check(z.minLength(1), z.maxLength(500)),
  /** Quotes the decision it rests on. */
  note: Note.shape.note,
});
export const MigrationRef = z.object({ id: Id, moved: z.number(), refused: z.number(), undone: z.number() });
export const MigrationLine = z.object({
  instanceId: Id,
  businessKey: z.nullable(z.string()),
  dossierId: z.nullable(Id),
  roundId: z.nullable(Id),
  fromVersion: z.number(),
  outcome: z.enum(['moved', 'refused', 'undone']),
  /** Why it was not moved, or cannot be taken back any more. */
  reasons: z.array(WhatIfReason),
  mayUndo: z.boolean(),
});
export const MigrationView = z.object({
  id: Id,
  definitionId: Id,
  version: z.number(),
  at: Instant,
  by: z.string(),
  note: z.string(),
  moved: z.number(),
  refused: z.number(),
  undone: z.number(),
  lines: z.array(MigrationLine),
});
export const MigrationList = z.object({ migrations: z.array(MigrationView) });

export type StepPair = z.infer<typeof StepPair>;
export type WhatIfVerdict = z.infer<typeof WhatIfVerdict>;
export type DryRunView = z.infer<typeof DryRunView>;
export type DryRunLine = z.infer<typeof DryRunLine>;
export type WhatIfReason = z.infer<typeof WhatIfReason>;
export type WhatIfInstance = z.infer<typeof WhatIfInstance>;
export type MigrationView = z.infer<typeof MigrationView>;
export type MigrationLine = z.infer<typeof MigrationLine>;

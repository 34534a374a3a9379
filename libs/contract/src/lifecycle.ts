import * as z from 'zod/mini';
import { MovementState, WorkKind, WorkStatus } from './movements';
import { cleanText, Day, Id } from './text';

/** duty: makes a plan of its own · cooperation: is asked to join in, never ordered. */
export const AskedFor = z.enum(['duty', 'cooperation']);

const line = cleanText(1500, 1);

/** What the plan's paper says beyond what the movement holds as data. */
export const PlanTexts = z.object({
  purposes: z.array(line).check(z.minLength(1), z.maxLength(20)),
  requirements: z.array(line).check(z.minLength(1), z.maxLength(20)),
  contents: z
    .array(z.object({ title: cleanText(300, 1), items: z.array(line).check(z.minLength(1), z.maxLength(30)) }))
    .check(z.minLength(1), z.maxLength(20)),
  targets: z.array(z.object({ target: cleanText(300, 1), measure: cleanText(100, 1), by: cleanText(200) })).check(z.maxLength(50)),
  funding: cleanText(600, 1),
  cooperation: z.array(line).check(z.maxLength(10)),
});

export const RecipientAsk = z.object({ orgId: Id, asked: AskedFor, reason: cleanText(300, 1) });

/** A body below that may get the plan, with the words of the plan that speak for it. */
export const RecipientProposal = z.object({
  orgId: Id,
  orgName: z.string(),
  asked: AskedFor,
  /** Front, party and associations may only be asked to join in. */
  fixed: z.boolean(),
  suggested: z.boolean(),
  reason: z.string(),
});

/** What a launch starts from: who could get the plan, what its paper would say, what it answers. */
export const LaunchProposal = z.object({
  draftId: Id,
  name: z.string(),
  orgName: z.string(),
  recipients: z.array(RecipientProposal),
  texts: PlanTexts,
  /** As the plan gives it: day, month or year, with its words; null where it says nothing. */
  unitPlans: z.nullable(z.object({ value: z.string(), quote: z.string(), line: z.number() })),
  /** Both known: the plan has been signed already. */
  issued: z.nullable(z.object({ number: z.string(), date: Day })),
  parents: z.array(z.object({ id: z.string(), name: z.string(), body: z.string(), suggested: z.boolean() })),
});

export const LaunchAsk = z.object({
  draftId: Id,
  parentId: z.nullable(z.string().check(z.maxLength(120))),
  recipients: z.array(RecipientAsk).check(z.maxLength(500)),
  unitPlansDue: z.nullable(Day),
  texts: PlanTexts,
  /** The plan is signed and numbered already: its file is what was uploaded. */
  alreadyIssued: z.boolean(),
});
export const WorkOpened = z.object({ workId: Id, code: z.string(), movementId: z.string() });

/** One body the plan went to and what it has made of it. */
export const RecipientView = z.object({
  orgId: Id,
  orgName: z.string(),
  asked: AskedFor,
  reason: z.string(),
  dueOn: z.nullable(Day),
  workId: z.nullable(Id),
  status: z.nullable(WorkStatus),
  late: z.boolean(),
  /** The movement its own plan has set up. */
  child: z.nullable(z.object({ id: z.string(), name: z.string(), state: MovementState })),
  answer: z.nullable(z.object({ outcome: z.string(), note: z.string() })),
});
export const RecipientList = z.object({
  recipients: z.array(RecipientView),
  /** Bodies below that have not got it; empty for whoever may not send it. */
  further: z.array(RecipientProposal),
});
export const RecipientsAsk = z.object({
  recipients: z.array(RecipientAsk).check(z.minLength(1), z.maxLength(500)),
  dueOn: z.nullable(Day),
  /** Points the letter to those asked to join in puts to them. */
  requests: z.array(line).check(z.maxLength(10)),
});
export const RecipientsSent = z.object({ works: z.number(), letter: z.nullable(Id) });
export const ExemptionAsk = z.object({ reason: cleanText(500, 5) });

/** What is late in a movement. */
export const OverdueList = z.object({
  works: z.array(
    z.object({
      workId: Id,
      code: z.string(),
      kind: WorkKind,
      title: z.string(),
      orgId: Id,
      orgName: z.string(),
      dueOn: Day,
      /** By the working calendar of the place; null beyond its years. */
      lateDays: z.nullable(z.number()),
      /** Day of the last letter that named it. */
      urgedOn: z.nullable(Day),
    }),
  ),
  mayUrge: z.boolean(),
});
export const UrgingAsk = z.object({
  workIds: z.array(Id).check(z.minLength(1), z.maxLength(500)),
  deadline: z.nullable(Day),
  consequence: cleanText(500),
});

export const PlanChange = z.object({ path: z.string(), label: z.string(), before: z.string(), after: z.string() });
export const AmendmentProposal = z.object({ draftId: Id, changes: z.array(PlanChange) });
export const AmendmentAsk = z.object({ draftId: Id, reason: cleanText(600, 5), alreadyIssued: z.boolean() });
export const MovementVersions = z.object({
  versions: z.array(
    z.object({
      version: z.number(),
      at: z.string(),
      reason: z.nullable(z.string()),
      paperId: z.nullable(Id),
      number: z.nullable(z.string()),
      changes: z.array(PlanChange),
    }),
  ),
});

export const ClosingAsk = z.object({ reason: z.nullable(cleanText(1000)) });
/** Whether it may close now, and what it still waits for. */
export const ClosingView = z.object({
  afterFinal: z.boolean(),
  openWorks: z.array(z.object({ workId: Id, code: z.string(), title: z.string(), orgName: z.string() })),
  underWay: z.nullable(Id),
  mayClose: z.boolean(),
});

/** The chain above and everything that carries the movement out below. */
export const Cascade = z.object({
  nodes: z.array(
    z.object({
      id: z.nullable(z.string()),
      parentId: z.nullable(z.string()),
      name: z.string(),
      body: z.string(),
      level: z.string(),
      /** Planned years as the plan gives them: '2025', '2030-12'. */
      start: z.nullable(z.string()),
      end: z.nullable(z.string()),
      state: z.nullable(MovementState),
      /** Bodies asked for a plan, and those that have one. */
      asked: z.number(),
      answered: z.number(),
      here: z.boolean(),
    }),
  ),
});

export type PlanTexts = z.infer<typeof PlanTexts>;
export type LaunchAsk = z.infer<typeof LaunchAsk>;
export type LaunchProposal = z.infer<typeof LaunchProposal>;
export type RecipientAsk = z.infer<typeof RecipientAsk>;
export type RecipientProposal = z.infer<typeof RecipientProposal>;
export type RecipientView = z.infer<typeof RecipientView>;
export type OverdueList = z.infer<typeof OverdueList>;
export type PlanChange = z.infer<typeof PlanChange>;
export type Cascade = z.infer<typeof Cascade>;
export type ClosingView = z.infer<typeof ClosingView>;
export type MovementVersions = z.infer<typeof MovementVersions>;

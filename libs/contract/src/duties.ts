import * as z from 'zod/mini';
import { WorkStatus } from './movements';
import { Day, Id, cleanText } from './text';

/** Whole đồng. */
const Money = z.number().check(z.gte(0), z.lte(1_000_000_000_000), z.multipleOf(1));
const Year = z.number().check(z.gte(2024), z.lte(2100), z.multipleOf(1));

export const DutyOrder = z.strictObject({
  /** A role of the plan ('budget', 'communication'), or one given beside it. */
  role: cleanText(60, 2),
  orgId: Id,
  asked: cleanText(1000, 5),
  /** The plan's day or one set by a person; null where neither says. */
  dueOn: z.nullable(Day),
  planned: z.nullable(Money),
  year: Year,
});
export const DutyReport = z.strictObject({
  version: z.number(),
  planned: z.nullable(Money),
  spent: z.nullable(Money),
  doneText: cleanText(4000),
  doneOn: z.nullable(Day),
});
export const DutyTakenBack = z.strictObject({ reason: cleanText(1000, 5) });

export const DutyView = z.object({
  id: Id,
  code: z.string(),
  movementId: z.string(),
  role: z.string(),
  asked: z.string(),
  planQuote: z.nullable(z.string()),
  planLine: z.nullable(z.number()),
  orgId: Id,
  orgName: z.string(),
  /** A front body is asked to join in, never ordered. */
  cooperation: z.boolean(),
  dueOn: z.nullable(Day),
  late: z.boolean(),
  status: WorkStatus,
  year: z.nullable(z.number()),
  planned: z.nullable(z.number()),
  spent: z.nullable(z.number()),
  doneText: z.string(),
  doneOn: z.nullable(Day),
  fileName: z.nullable(z.string()),
  /** Of a duty on money: the award fund of the body that carries the movement out. */
  fund: z.nullable(z.object({ orgName: z.string(), year: z.number(), allotted: z.number(), left: z.number() })),
  missing: z.array(z.string()),
  version: z.number(),
  may: z.object({ report: z.boolean(), run: z.boolean() }),
});
export const DutyList = z.object({
  duties: z.array(DutyView),
  /** What the plan gives to whom, with the body we take it to mean; null: a person names it. */
  roles: z.array(
    z.object({
      role: z.string(),
      body: z.string(),
      quote: z.string(),
      line: z.number(),
      orgId: z.nullable(Id),
      assigned: z.boolean(),
    }),
  ),
  orgs: z.array(z.object({ id: Id, name: z.string(), cooperation: z.boolean() })),
  totals: z.object({ planned: z.number(), spent: z.number(), open: z.number(), late: z.number() }),
  may: z.object({ assign: z.boolean() }),
});

export type DutyView = z.infer<typeof DutyView>;
export type DutyList = z.infer<typeof DutyList>;

import * as z from 'zod/mini';
import { Day, Id, Instant, cleanText } from './text';

/** đồng. */
const Dong = z.int();

export const FundBalanceView = z.object({
  orgId: Id,
  orgName: z.string(),
  year: z.number(),
  allotted: Dong,
  held: Dong,
  committed: Dong,
  paid: Dong,
  returned: Dong,
  left: Dong,
  /** More is held and owed than was allotted: a warning, never a bar. */
  over: z.boolean(),
  citation: z.string(),
  mayAllot: z.boolean(),
});
export const FundList = z.object({ funds: z.array(FundBalanceView) });
export const FundEntryView = z.object({
  id: Id,
  kind: z.enum(['allot', 'hold', 'release', 'commit', 'pay', 'return']),
  amount: Dong,
  at: Instant,
  by: z.nullable(z.string()),
  nominee: z.nullable(z.string()),
  dossierCode: z.nullable(z.string()),
  awardName: z.nullable(z.string()),
  decisionNumber: z.nullable(z.string()),
  formula: z.nullable(z.string()),
  citation: z.nullable(z.string()),
  confirmed: z.boolean(),
});
/** A nominee on a pay list. */
export const PayLine = z.object({
  rowId: Id,
  decisionId: Id,
  decisionNumber: z.nullable(z.string()),
  decisionDate: Day,
  nominee: z.string(),
  kind: z.enum(['individual', 'collective', 'household']),
  title: z.string(),
  awardName: z.string(),
  /** What the award is worth by itself. */
  gross: Dong,
  /** The row of the pack that sets it. */
  ruleId: z.nullable(z.string()),
  formula: z.string(),
  /** What is paid for it: nothing where another of the same person's is paid instead (M-05). */
  amount: Dong,
  reason: z.enum(['paid', 'higher-title-same-period', 'form-same-achievement', 'paid-beside-settled', 'no-coefficient']),
  paidOn: z.nullable(Day),
  returned: z.boolean(),
});
export const FundView = z.object({
  ...FundBalanceView.shape,
  entries: z.array(FundEntryView),
  payLines: z.array(PayLine),
});
export const Allotment = z.strictObject({
  /** đồng, added to the fund; negative for a cut. */
  amount: z.int().check(z.gte(-1_000_000_000_000), z.lte(1_000_000_000_000)),
  citation: cleanText(300, 3),
});
export const Payment = z.strictObject({
  rowIds: z.array(Id).check(z.minLength(1), z.maxLength(500)),
  paidOn: Day,
  voucher: cleanText(100, 1),
});
export const PaymentRecorded = z.object({ rows: z.number(), amount: Dong });

/** What the decisions to be signed in a round would take from the funds that pay them. */
export const RewardBudget = z.object({
  funds: z.array(
    z.object({
      orgName: z.string(),
      year: z.number(),
      allotted: Dong,
      /** Of this round's drafts. */
      thisRound: Dong,
      /** After them. */
      left: Dong,
      over: z.boolean(),
    }),
  ),
});

export type FundBalanceView = z.infer<typeof FundBalanceView>;
export type FundEntryView = z.infer<typeof FundEntryView>;
export type FundView = z.infer<typeof FundView>;
export type PayLine = z.infer<typeof PayLine>;
export type RewardBudget = z.infer<typeof RewardBudget>;

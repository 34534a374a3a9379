import * as z from 'zod/mini';
import type { PlanFieldKind } from './plan-drafts';
import { cleanText } from './text';

const short = cleanText(300, 1);
/** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD', as far as a plan gives it. */
const PartialDate = z.string().check(z.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/));
const MonthDay = z.string().check(z.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
const Level = z.enum(['UNIT', 'XA', 'HUYEN', 'TINH', 'TTG', 'CTN']);
const Audience = z.enum(['agency', 'enterprise', 'individual', 'front', 'other']);
const Occasion = z.enum(['annual', 'interim-review', 'final-review']);
const MenuOccasion = z.enum(['annual', 'interim-review', 'final-review', 'unspecified']);
const occasions = z.array(MenuOccasion).check(z.minLength(1), z.maxLength(4));
const BodyAt = z.strictObject({ level: Level, body: short });
const period = { start: z.nullable(PartialDate), end: z.nullable(PartialDate) };
const years = z.nullable(z.int().check(z.gte(1), z.lte(50)));

/** What each field of a plan may hold; a person's change is held to the same. Apart from the routes: only the server checks by it. */
export const PLAN_VALUES = {
  number: cleanText(60, 1),
  date: PartialDate,
  issuer: short,
  title: cleanText(600, 1),
  signature: z.array(cleanText(120, 1)).check(z.minLength(1), z.maxLength(6)),
  signer: z.literal('named'),
  name: short,
  launcher: BodyAt,
  carriedOutBy: BodyAt,
  parent: z.strictObject({
    symbol: cleanText(60, 1),
    date: PartialDate,
    issuer: short,
    names: z.array(short).check(z.maxLength(10)),
    launches: z.nullable(z.strictObject({ name: short, level: Level, body: short, ...period })),
  }),
  cited: z.strictObject({ symbol: cleanText(60, 1), date: z.nullable(PartialDate), issuer: z.nullable(short) }),
  period: z.strictObject(period),
  phase: z.strictObject({
    number: z.int().check(z.gte(1), z.lte(20)),
    ...period,
    review: z.nullable(Occasion),
    reviewYear: z.nullable(z.int().check(z.gte(1990), z.lte(2100))),
  }),
  audience: z.strictObject({ audience: Audience, outsideToo: z.boolean() }),
  menuItem: z.strictObject({ occasions, award: cleanText(20, 2), basis: z.enum(['listed', 'own-authority', 'level-open']) }),
  standard: z.strictObject({ occasions }),
  criterion: z.strictObject({ audience: Audience }),
  rule: z.strictObject({
    occasions,
    awards: z.array(cleanText(20, 2)).check(z.maxLength(30)),
    audiences: z.array(Audience).check(z.minLength(1), z.maxLength(5)),
    needs: z.enum(['rated-excellent', 'excellent-years', 'continuously-good', 'recognised-result', 'reports-on-time', 'cluster-vote']),
    atLeast: years,
    ofYears: years,
  }),
  dossierPart: z.strictObject({ part: cleanText(20, 2), when: z.nullable(short) }),
  report: z.strictObject({
    occasions: z.array(Occasion).check(z.minLength(1), z.maxLength(3)),
    to: short,
    via: z.nullable(short),
    before: z.nullable(MonthDay),
  }),
  unitPlans: PartialDate,
  role: z.strictObject({ role: cleanText(40, 2), body: short }),
  recipient: short,
} as const satisfies Record<PlanFieldKind, z.ZodMiniType>;

import * as z from 'zod/mini';
import { Day, Id, cleanText } from './text';

const Year = z.number().check(z.gte(2024), z.lte(2100), z.multipleOf(1));
const Amount = z.number().check(z.gte(-1_000_000_000_000), z.lte(1_000_000_000_000));
const Code = z.string().check(z.regex(/^[A-Z0-9][A-Z0-9.-]{0,19}$/));

export const IndicatorLine = z.strictObject({
  code: Code,
  name: cleanText(300, 3),
  unit: cleanText(40, 1),
  target: z.nullable(Amount),
  /** Which way the target is passed. */
  better: z.enum(['more', 'less']),
});
export const IndicatorSetDraft = z.strictObject({
  orgId: Id,
  title: cleanText(300, 5),
  year: Year,
  lines: z.array(IndicatorLine).check(z.minLength(1), z.maxLength(60)),
});
/** The paper by which the set is issued. */
export const IndicatorSetIssue = z.strictObject({ number: cleanText(60, 1), date: Day });
export const IndicatorValues = z.strictObject({
  orgId: Id,
  values: z.array(z.strictObject({ code: Code, value: Amount })).check(z.minLength(1), z.maxLength(60)),
});
export const IndicatorSetOpened = z.object({ id: Id });

export const NewContest = z.strictObject({
  name: cleanText(300, 5),
  organiser: cleanText(200, 2),
  heldOn: Day,
  scope: z.enum(['unit', 'commune', 'province', 'nation', 'world']),
  paper: z.strictObject({ number: cleanText(60, 1), date: Day, body: cleanText(200, 2) }),
  results: z
    .array(
      z.strictObject({
        name: cleanText(200, 2),
        kind: z.enum(['individual', 'collective']),
        subjectId: z.nullable(Id),
        /** 'Giải Nhất'. */
        prize: cleanText(100, 2),
      }),
    )
    .check(z.minLength(1), z.maxLength(200)),
});

export const IndicatorBoard = z.object({
  sets: z.array(
    z.object({
      id: Id,
      title: z.string(),
      orgName: z.string(),
      year: z.number(),
      paper: z.nullable(z.object({ number: z.string(), date: Day })),
      state: z.enum(['draft', 'issued']),
      lines: z.array(IndicatorLine),
      bodies: z.array(
        z.object({
          orgId: Id,
          orgName: z.string(),
          values: z.array(z.object({ code: z.string(), value: z.number(), met: z.nullable(z.boolean()) })),
        }),
      ),
      may: z.object({ issue: z.boolean(), value: z.boolean() }),
    }),
  ),
  contests: z.array(
    z.object({
      id: Id,
      name: z.string(),
      organiser: z.string(),
      heldOn: Day,
      scope: z.string(),
      paper: z.object({ number: z.string(), date: Day, body: z.string() }),
      results: z.array(z.object({ name: z.string(), prize: z.string(), inRegister: z.boolean() })),
    }),
  ),
  orgs: z.array(z.object({ id: Id, name: z.string() })),
  /** Bodies that may issue a set here. */
  issuers: z.array(z.object({ orgId: Id, orgName: z.string() })),
  may: z.object({ contest: z.boolean() }),
});

export type IndicatorBoard = z.infer<typeof IndicatorBoard>;

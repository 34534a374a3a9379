import * as z from 'zod/mini';
import { SHORTEST_PASSWORD, Username } from './accounts';
import { Day, cleanText } from './text';

/** For anyone: whether this is example data, and whether nobody is here yet. */
export const SetupState = z.object({ mode: z.enum(['demo', 'real']), open: z.boolean() });

const Administrator = { fullName: cleanText(120, 2), title: cleanText(200, 2), username: Username };
export const FirstAdministrators = z.strictObject({
  code: cleanText(40, 1),
  province: z.strictObject({
    kind: z.enum(['province', 'city']),
    /** Without 'tỉnh' or 'thành phố': 'Bắc Ninh'. */
    name: cleanText(80, 2),
    /** Since when its bodies are what they are. */
    from: Day,
  }),
  first: z.strictObject({ ...Administrator, password: z.string().check(z.minLength(SHORTEST_PASSWORD), z.maxLength(200)) }),
  /** Gets a code instead: the first one must not know how the second one signs in. */
  second: z.strictObject(Administrator),
});
/** `code` is shown this once and kept nowhere. */
export const FirstAdministratorsMade = z.object({ provinceName: z.string(), username: z.string(), code: z.string(), expiresOn: Day });

export const SETUP_STEPS = ['province', 'organisations', 'people', 'law', 'movement', 'dossier'] as const;
export const SetupStep = z.enum(SETUP_STEPS);
export type SetupStep = (typeof SETUP_STEPS)[number];

/** What is not there yet: `role` of POST_ROLES or 'council', at `count` bodies of a kind, the first of them by name. */
export const SetupGap = z.object({
  role: z.string(),
  kind: z.enum(['unit', 'commune', 'department', 'province']),
  count: z.number(),
  examples: z.array(z.string()),
});
export const SetupProgress = z.object({
  mode: z.enum(['demo', 'real']),
  provinceName: z.string(),
  /** Processes the worker has released; `finished` when all are there. */
  processes: z.object({ done: z.number(), total: z.nullable(z.number()), finished: z.boolean(), failure: z.nullable(z.string()) }),
  counts: z.object({
    communes: z.number(),
    units: z.number(),
    people: z.number(),
    accounts: z.number(),
    entered: z.number(),
    councils: z.number(),
    administrators: z.number(),
    movements: z.number(),
    decided: z.number(),
  }),
  law: z.object({ pack: z.nullable(z.string()), title: z.nullable(z.string()), unconfirmed: z.number(), rows: z.number() }),
  gaps: z.array(SetupGap),
  steps: z.array(z.object({ step: SetupStep, state: z.enum(['open', 'partly', 'done']) })),
});

/** What a person types before the example data goes: no press by mistake. */
export const CLEAR_WORDS = 'XÓA DỮ LIỆU MẪU';
export const DemoClearing = z.strictObject({ typed: cleanText(40, 1) });
/** The set-up code for the empty house; shown this once. */
export const DemoCleared = z.object({ code: z.string() });

export type SetupProgress = z.infer<typeof SetupProgress>;
export type SetupGap = z.infer<typeof SetupGap>;
export type FirstAdministratorsMade = z.infer<typeof FirstAdministratorsMade>;

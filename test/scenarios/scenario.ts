import type { JsonValue } from '@thidua/kernel';
import { z } from 'zod';
import { parseDuration } from '../../libs/engine/src/time/duration';
import { parseInstant } from '../../libs/engine/src/time/instant';

const json: z.ZodType<JsonValue> = z.json();
const variables = z.record(z.string(), json);
const word = z.string().min(1);
const instant = z.string().refine((text) => parseInstant(text) !== undefined, { params: { wanted: 'instant' } });
const duration = z.string().refine((text) => parseDuration(text) !== undefined, { params: { wanted: 'duration' } });
const text = z.strictObject({ vi: word, en: word });
const steps = z.array(word);

/** What must hold; what is not named is not asked. */
export const checkSchema = z.strictObject({
  ended: z.boolean().optional(),
  /** Exactly these, in any order. */
  waitingAt: steps.optional(),
  /** Steps and flows, each after the one before; others may lie between. */
  took: steps.optional(),
  avoided: steps.optional(),
  /** At the level of the process. */
  variables: variables.optional(),
  /** Of steps that wait: the instant a task is due, or a timer fires. */
  deadlines: z.record(word, instant).optional(),
  /** Of tasks that wait: for whom (positions, or persons). */
  who: z.record(word, steps).optional(),
  /** Steps that stand still because something went wrong; none when absent at the end. */
  incidents: steps.optional(),
});

const whenSchemas = {
  start: z.strictObject({ start: word, with: variables.optional() }),
  complete: z.strictObject({ complete: word, with: variables.optional(), times: z.number().int().min(1).optional() }),
  message: z.strictObject({ message: word, key: word, with: variables.optional() }),
  advance: z.strictObject({ advance: duration }),
  until: z.strictObject({ until: instant }),
  job: z.strictObject({ job: word, gives: variables.optional(), fails: word.optional() }),
  retry: z.strictObject({ retry: word }),
  check: z.strictObject({ check: checkSchema }),
};

/** The key a step begins with says what is done. */
export const WHEN_KINDS = Object.keys(whenSchemas) as (keyof typeof whenSchemas)[];

export function whenSchema(kind: keyof typeof whenSchemas): z.ZodType {
  return whenSchemas[kind];
}

export function whenKeys(kind: keyof typeof whenSchemas): readonly string[] {
  return Object.keys(whenSchemas[kind].shape);
}

export const scenarioSchema = z.strictObject({
  name: text,
  /** The law row or the finding about people that the scenario is about. */
  why: word,
  given: z.strictObject({
    process: word,
    startsAt: instant,
    variables: variables.optional(),
    /** Machine work that is done at once, by type, and what it gives. Other work waits for a step `job`. */
    jobs: z.record(word, variables).optional(),
  }),
  /** Each is read by the schema of its kind. */
  when: z.array(z.record(z.string(), z.unknown())),
  then: checkSchema,
});

export type Check = z.infer<typeof checkSchema>;
type WhenOf<K extends keyof typeof whenSchemas> = z.infer<(typeof whenSchemas)[K]>;
export type When = { readonly [K in keyof typeof whenSchemas]: WhenOf<K> }[keyof typeof whenSchemas];
export type Scenario = Omit<z.infer<typeof scenarioSchema>, 'when'> & { readonly when: readonly When[] };

import * as z from 'zod/mini';

/** Bodies of one kind, by the variable that names one of them in the diagrams, and who sits in their posts today. */
const PanelOffice = z.strictObject({
  /** `commune` in `pos:<commune>/chair`. */
  variable: z.string(),
  bodies: z.number(),
  posts: z.array(
    z.strictObject({
      role: z.string(),
      /** Bodies in which somebody holds it. */
      held: z.number(),
      /** Of them, those in which one person alone holds it: nobody there can check a colleague. */
      alone: z.number(),
      /** The first few, by name. */
      holders: z.array(z.strictObject({ person: z.string(), org: z.string() })),
    }),
  ),
});

const PanelAuthority = z.strictObject({
  id: z.string(),
  level: z.string(),
  role: z.string(),
  /** Whom it lets decide, in words. */
  decider: z.string(),
  awards: z.array(z.string()),
  citation: z.string(),
  confirmed: z.boolean(),
});

const PanelLimit = z.strictObject({
  id: z.string(),
  text: z.string(),
  level: z.nullable(z.string()),
  /** Null: not counted in working days. */
  workingDays: z.nullable(z.number()),
  startsAt: z.string(),
  onSupplement: z.string(),
  onOpinion: z.string(),
  citation: z.string(),
  confirmed: z.boolean(),
});

const Choice = z.strictObject({ value: z.string(), label: z.string() });

const PanelForm = z.strictObject({
  id: z.string(),
  fields: z.array(z.string()),
  /** Its buttons, where the diagram asks which was pressed. */
  outcomes: z.array(Choice),
  /** Answers that become variables of the process as they are given. */
  answers: z.array(
    z.strictObject({ name: z.string(), label: z.string(), kind: z.enum(['choice', 'yes-no', 'number']), choices: z.array(Choice) }),
  ),
});

/** What the property panel lets people choose from, instead of words they would have to know. */
export const PanelFacts = z.strictObject({
  offices: z.array(PanelOffice),
  /** Null: no pack is in force today. */
  pack: z.nullable(z.string()),
  authorities: z.array(PanelAuthority),
  limits: z.array(PanelLimit),
  /** Of the release the version belongs to. */
  forms: z.array(PanelForm),
  papers: z.array(z.strictObject({ kind: z.string(), title: z.string() })),
  jobTypes: z.array(z.string()),
  /** Processes that may be called. */
  callable: z.array(z.strictObject({ key: z.string(), name: z.string(), versionTag: z.nullable(z.string()) })),
});
export type PanelFacts = z.infer<typeof PanelFacts>;
export type PanelForm = z.infer<typeof PanelForm>;
export type PanelOffice = z.infer<typeof PanelOffice>;
export type PanelLimit = z.infer<typeof PanelLimit>;
export type PanelAuthority = z.infer<typeof PanelAuthority>;

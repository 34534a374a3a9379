import * as z from 'zod/mini';

const Day = z.iso.date();
const Span = { from: z.optional(Day), to: z.optional(Day) };

const Person = z.strictObject({
  username: z.string(),
  name: z.string(),
  gender: z.enum(['nam', 'nu']),
  born: Day,
  title: z.string(),
  roles: z.array(z.string()).check(z.minLength(1)),
});
const Org = z.strictObject({
  id: z.string(),
  parent: z.optional(z.string()),
  managing: z.optional(z.string()),
  kind: z.string(),
  /** What its head may decide depends on it; from kind and tier when left out. */
  orgKind: z.optional(z.string()),
  level: z.string(),
  tier: z.string(),
  name: z.string(),
  headBody: z.string(),
  place: z.string(),
  symbol: z.string(),
  legalPerson: z.boolean(),
  seal: z.boolean(),
  ...Span,
  changes: z.optional(
    z.array(
      z.strictObject({
        from: Day,
        to: z.optional(Day),
        legalPerson: z.optional(z.boolean()),
        seal: z.optional(z.boolean()),
        symbol: z.optional(z.string()),
        name: z.optional(z.string()),
        headBody: z.optional(z.string()),
        parent: z.optional(z.string()),
        paper: z.optional(z.string()),
      }),
    ),
  ),
  people: z.array(Person),
});
const Council = z.strictObject({
  id: z.string(),
  org: z.string(),
  name: z.string(),
  establishedBy: z.string(),
  ...Span,
  members: z.array(z.strictObject({ username: z.string(), role: z.string(), standing: z.boolean() })),
});
const Delegation = z.strictObject({
  from: z.string(),
  to: z.string(),
  capacity: z.enum(['KT', 'TL', 'TUQ', 'Q']),
  paper: z.string(),
  begins: z.optional(Day),
  ends: z.optional(Day),
  scope: z.optional(z.strictObject({ steps: z.optional(z.array(z.string())), awards: z.optional(z.array(z.string())) })),
});
const Succession = z.strictObject({
  predecessor: z.string(),
  successor: z.string(),
  kind: z.enum(['merged', 'split', 'ended', 'renamed']),
  onDate: Day,
  takesOpenFiles: z.boolean(),
  paper: z.string(),
});
const Cluster = z.strictObject({
  series: z.string(),
  name: z.string(),
  level: z.enum(['XA', 'HUYEN', 'TINH', 'TW']),
  years: z.array(z.number()),
  lead: z.string(),
  members: z.array(z.string()),
  /** Meetings of past years: votes of each member, the first one leading. */
  past: z.optional(z.array(z.strictObject({ year: z.number(), votes: z.array(z.strictObject({ org: z.string(), yes: z.number() })) }))),
});

/** workflows/demo/<province>….json: fictional bodies and people; days left out are those of the demo. */
export const DemoFile = z.strictObject({
  province: z.string(),
  name: z.string(),
  orgs: z.array(Org),
  councils: z.array(Council),
  delegations: z.array(Delegation),
  successions: z.optional(z.array(Succession)),
  clusters: z.optional(z.array(Cluster)),
});
export type DemoFile = z.infer<typeof DemoFile>;
export type DemoOrg = z.infer<typeof Org>;
export type DemoPerson = z.infer<typeof Person>;

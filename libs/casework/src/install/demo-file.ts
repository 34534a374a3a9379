import * as z from 'zod/mini';

const Person = z.strictObject({
  username: z.string(),
  name: z.string(),
  gender: z.enum(['nam', 'nu']),
  born: z.iso.date(),
  title: z.string(),
  roles: z.array(z.string()).check(z.minLength(1)),
});
const Org = z.strictObject({
  id: z.string(),
  parent: z.optional(z.string()),
  kind: z.string(),
  level: z.string(),
  tier: z.string(),
  name: z.string(),
  headBody: z.string(),
  place: z.string(),
  symbol: z.string(),
  legalPerson: z.boolean(),
  seal: z.boolean(),
  people: z.array(Person),
});

/** workflows/demo/<province>.json: fictional bodies and people. */
export const DemoFile = z.strictObject({
  province: z.string(),
  name: z.string(),
  orgs: z.array(Org),
  councils: z.array(
    z.strictObject({
      id: z.string(),
      org: z.string(),
      name: z.string(),
      establishedBy: z.string(),
      members: z.array(z.strictObject({ username: z.string(), role: z.string(), standing: z.boolean() })),
    }),
  ),
  delegations: z.array(z.strictObject({ from: z.string(), to: z.string(), capacity: z.enum(['KT', 'TL', 'TUQ', 'Q']), paper: z.string() })),
});
export type DemoFile = z.infer<typeof DemoFile>;
export type DemoOrg = z.infer<typeof Org>;
export type DemoPerson = z.infer<typeof Person>;

import * as z from 'zod/mini';
import { AccountView } from './accounts';
import { BodyKind, PostRole } from './body-kinds';
import { SuccessionKind } from './organisations';
import { Day, Id, cleanText } from './text';

const Gender = z.enum(['nam', 'nu']);
const Title = cleanText(160, 2);

/** A new body; what is left out follows from its kind, its name and the body above. */
export const OrganisationNew = z.strictObject({
  kind: BodyKind,
  name: cleanText(200, 2),
  parentId: Id,
  managingOrgId: z.optional(Id),
  code: z.optional(cleanText(40, 1)),
  symbol: cleanText(30),
  place: z.optional(cleanText(100, 1)),
  headBody: z.optional(cleanText(300, 2)),
  legalPerson: z.optional(z.boolean()),
  hasSeal: z.optional(z.boolean()),
  from: Day,
  paper: cleanText(300, 3),
});
export const OrganisationAdded = z.object({ orgId: Id });
export const OrganisationMove = z.strictObject({ parentId: Id, from: Day, paper: cleanText(300, 3) });

/** Several bodies, one act, one body after them: one that is there, or a new one from the day after. */
export const Merger = z.strictObject({
  predecessorIds: z.array(Id).check(z.minLength(1), z.maxLength(20)),
  lastDay: Day,
  kind: SuccessionKind,
  paper: cleanText(300, 3),
  takesOpenFiles: z.boolean(),
  /** Posts go on in the successor; where two held what one may hold, nobody does until somebody is appointed. */
  keepsPosts: z.boolean(),
  successor: z.union([
    z.strictObject({ orgId: Id }),
    z.strictObject({ kind: BodyKind, name: cleanText(200, 2), parentId: Id, symbol: cleanText(30), code: z.optional(cleanText(40, 1)) }),
  ]),
});
export const MergerDone = z.object({
  successorId: Id,
  posts: z.number(),
  vacant: z.array(z.object({ role: PostRole, held: z.array(z.string()) })),
});

/** What a body has in hand; what a successor would take over. */
export const OrganisationBurden = z.object({
  dossiers: z.number(),
  rounds: z.number(),
  works: z.number(),
  bodies: z.number(),
  posts: z.array(
    z.object({
      id: Id,
      personId: Id,
      fullName: z.string(),
      role: z.string(),
      title: z.string(),
      from: Day,
      to: z.nullable(Day),
      /** Open tasks that wait at the post. */
      tasks: z.number(),
    }),
  ),
});

export const PostNew = z.strictObject({ orgId: Id, role: PostRole, title: Title, from: Day, to: z.optional(Day) });
export const PersonNew = z.strictObject({
  fullName: cleanText(120, 2),
  gender: z.optional(Gender),
  born: z.optional(Day),
  /** It is another person than the one of the same name and birth date, or of the same name where no date is given. */
  namesake: z.optional(z.boolean()),
  post: z.optional(PostNew),
});
export const PersonAdded = z.object({ personId: Id, positionId: z.nullable(Id) });
const PersonFacts = { fullName: cleanText(120, 2), gender: z.nullable(Gender), born: z.nullable(Day) };
/** `seen`: as it stood when it was opened; who changed it meanwhile is not written over. */
export const PersonChange = z.strictObject({ ...PersonFacts, seen: z.strictObject(PersonFacts) });
export const PostAdded = z.object({ positionId: Id });

/** `replacement` takes the post the day after; open tasks follow the post. */
export const PostEnd = z.strictObject({
  lastDay: Day,
  paper: cleanText(300, 3),
  replacement: z.optional(z.strictObject({ personId: Id, title: z.optional(Title) })),
});
export const PostEndQuery = z.object({ lastDay: Day });
export const PostEnding = z.object({
  /** Open tasks that wait at the post, and who else holds it the day after. */
  tasks: z.number(),
  others: z.array(z.string()),
  /** Ballots of the person, which nobody takes over. */
  ballots: z.number(),
  /** Delegations from and to the post, which end with it. */
  delegations: z.number(),
  /** Councils the person sits in; their rosters change by a decision of their own. */
  councils: z.array(z.string()),
});

export const PersonPost = z.object({
  id: Id,
  orgId: Id,
  orgName: z.string(),
  role: z.string(),
  title: z.string(),
  from: Day,
  to: z.nullable(Day),
  state: z.enum(['now', 'later', 'over']),
});
export const PersonView = z.object({
  id: Id,
  fullName: z.string(),
  gender: z.nullable(Gender),
  born: z.nullable(Day),
  posts: z.array(PersonPost),
  account: z.nullable(AccountView),
});
export const PeopleQuery = z.object({
  q: z.optional(cleanText(120)),
  orgId: z.optional(Id),
  page: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(10_000))),
});
export const PeopleList = z.object({
  people: z.array(PersonView),
  total: z.number(),
  pageSize: z.number(),
  /** Inboxes with open tasks that nobody can open today. */
  stranded: z.array(z.object({ orgId: Id, orgName: z.string(), role: z.string(), tasks: z.number() })),
});

const Seat = z.enum(['chair', 'vice-chair', 'standing', 'secretary', 'member']);
export const RosterNew = z.strictObject({
  orgId: Id,
  name: cleanText(200, 5),
  /** Number, date and body of the decision. */
  paper: cleanText(300, 3),
  from: Day,
  members: z
    .array(z.strictObject({ personId: Id, role: Seat, standing: z.boolean(), title: z.optional(Title) }))
    .check(z.minLength(3), z.maxLength(60)),
});
export const RosterAdded = z.object({ councilId: Id });
export const RosterEnd = z.strictObject({ lastDay: Day, paper: cleanText(300, 3) });
export const RosterView = z.object({
  /** Whether the scan of its decision is kept. */
  hasPaper: z.boolean(),
  id: Id,
  orgId: Id,
  orgName: z.string(),
  name: z.string(),
  establishedBy: z.string(),
  from: Day,
  to: z.nullable(Day),
  endedBy: z.nullable(z.string()),
  state: z.enum(['now', 'later', 'over']),
  members: z.array(z.object({ personId: Id, fullName: z.string(), title: z.string(), role: Seat, standing: z.boolean() })),
});
export const RosterList = z.object({ rosters: z.array(RosterView) });

export type PersonView = z.infer<typeof PersonView>;
export type PeopleList = z.infer<typeof PeopleList>;
export type PostEnding = z.infer<typeof PostEnding>;
export type RosterView = z.infer<typeof RosterView>;
export type OrganisationBurden = z.infer<typeof OrganisationBurden>;
export type MergerDone = z.infer<typeof MergerDone>;

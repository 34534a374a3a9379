import * as z from 'zod/mini';
import { BodyKind } from './body-kinds';
import { ClusterScore } from './scoring';
import { Day, Id, Instant, cleanText } from './text';

export const OrgKind = z.enum(['agency', 'enterprise', 'cooperative', 'school', 'village', 'party', 'front', 'association']);
export const SuccessionKind = z.enum(['merged', 'split', 'ended', 'renamed']);

/** A body as it was on the day asked for. */
export const OrganisationSummary = z.object({
  id: Id,
  parentId: z.nullable(Id),
  managingOrgId: z.nullable(Id),
  name: z.string(),
  kind: z.string(),
  orgKind: OrgKind,
  level: z.enum(['UNIT', 'XA', 'HUYEN', 'TINH', 'TW']),
  /** As it was chosen when it was added; null for bodies of the past and of the centre. */
  bodyKind: z.nullable(BodyKind),
  symbol: z.string(),
  legalPerson: z.boolean(),
  hasSeal: z.boolean(),
  validFrom: Day,
  validTo: z.nullable(Day),
});
export const OrganisationQuery = z.object({ day: z.optional(Day) });
export const OrganisationList = z.object({ day: Day, organisations: z.array(OrganisationSummary) });

export const SuccessionView = z.object({
  orgId: Id,
  name: z.string(),
  kind: SuccessionKind,
  onDate: Day,
  takesOpenFiles: z.boolean(),
  paper: z.string(),
  handedOverAt: z.nullable(Instant),
});
export const OrgChangeView = z.object({
  from: Day,
  to: z.nullable(Day),
  legalPerson: z.nullable(z.boolean()),
  hasSeal: z.nullable(z.boolean()),
  symbol: z.nullable(z.string()),
  name: z.nullable(z.string()),
  parentName: z.nullable(z.string()),
  paper: z.nullable(z.string()),
});
export const OrganisationView = z.object({
  ...OrganisationSummary.shape,
  day: Day,
  headBody: z.string(),
  place: z.string(),
  changes: z.array(OrgChangeView),
  predecessors: z.array(SuccessionView),
  successors: z.array(SuccessionView),
});

/** What is different in a period; what is left out stays as it is. */
export const OrgChangeAsk = z.strictObject({
  from: Day,
  to: z.optional(Day),
  legalPerson: z.optional(z.boolean()),
  hasSeal: z.optional(z.boolean()),
  symbol: z.optional(cleanText(30, 1)),
  name: z.optional(cleanText(200, 2)),
  headBody: z.optional(cleanText(300, 2)),
  paper: cleanText(300, 3),
});
/** The body's last day and who comes after it; the day after is the successors' first. */
export const OrgEnding = z.strictObject({
  lastDay: Day,
  kind: SuccessionKind,
  paper: cleanText(300, 3),
  successors: z.array(z.strictObject({ orgId: Id, takesOpenFiles: z.boolean() })).check(z.minLength(1), z.maxLength(20)),
});
export const HandedOver = z.object({ rounds: z.number(), rows: z.number(), dossiers: z.number() });

export const DelegationScope = z.object({ steps: z.optional(z.array(z.string())), awards: z.optional(z.array(z.string())) });
export const DelegationAsk = z.strictObject({
  /** The post that is lent. */
  fromPosition: Id,
  toPosition: Id,
  capacity: z.enum(['KT', 'TL', 'TUQ', 'Q']),
  /** Number and date of the paper that lends it. */
  paper: cleanText(300, 3),
  from: Day,
  to: z.optional(Day),
  steps: z.optional(z.array(z.string().check(z.regex(/^[a-z][a-z-]{1,30}$/))).check(z.minLength(1), z.maxLength(30))),
  awards: z.optional(z.array(z.string().check(z.regex(/^[A-Z0-9_]{2,20}$/))).check(z.minLength(1), z.maxLength(60))),
  /** The delegation that is passed on; TUQ. never is. */
  restsOn: z.optional(Id),
});
export const DelegationView = z.object({
  id: Id,
  capacity: z.enum(['KT', 'TL', 'TUQ', 'Q']),
  fromTitle: z.string(),
  fromName: z.string(),
  toTitle: z.string(),
  toName: z.string(),
  paper: z.string(),
  scope: DelegationScope,
  from: Day,
  to: z.nullable(Day),
  state: z.enum(['waiting', 'in-force', 'not-yet', 'over', 'ended']),
  passedOn: z.boolean(),
  /** Whether the scan of the paper is kept, and whether whoever asks may file one. */
  hasPaper: z.boolean(),
  mayFile: z.boolean(),
  mayAccept: z.boolean(),
  mayEnd: z.boolean(),
  /** Whether its holder may pass it on (TL. only; NĐ 30/2020 art. 13). */
  mayPassOn: z.boolean(),
});
/** `posts`: those of one's own bodies, to lend from and to. */
export const DelegationList = z.object({
  delegations: z.array(DelegationView),
  posts: z.array(z.object({ id: Id, orgId: Id, title: z.string(), fullName: z.string(), own: z.boolean() })),
});
/** As administrators see them: whose body, and when it was taken on. */
export const DelegationRegister = z.object({
  delegations: z.array(z.object({ ...DelegationView.shape, orgId: Id, orgName: z.string(), acceptedAt: z.nullable(Instant) })),
});
export const DelegationGranted = z.object({ delegationId: Id });
export const DelegationEnd = z.strictObject({ reason: cleanText(300, 3) });

export const ClusterAsk = z.strictObject({
  name: cleanText(200, 5),
  /** The same cluster through the years: 'cum-xa-1'. */
  series: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{2,39}$/)),
  level: z.enum(['XA', 'HUYEN', 'TINH', 'TW']),
  year: z.number().check(z.gte(2024), z.lte(2100)),
  leadOrgId: Id,
  memberIds: z.array(Id).check(z.minLength(2), z.maxLength(60)),
});
export const ClusterAdded = z.object({ clusterId: Id });
export const ClusterView = z.object({
  id: Id,
  name: z.string(),
  level: z.string(),
  year: z.number(),
  leadOrgId: Id,
  leadName: z.string(),
  members: z.array(z.object({ orgId: Id, name: z.string() })),
  results: z.array(
    z.object({
      orgId: Id,
      orgName: z.string(),
      rank: z.number(),
      yes: z.number(),
      total: z.number(),
      leader: z.boolean(),
      numberText: z.nullable(z.string()),
    }),
  ),
  /** Points of the members, where a table of the cluster was recorded for its year: they suggest, the vote decides. */
  scores: z.array(ClusterScore),
  meetingId: z.nullable(Id),
  roundId: z.nullable(Id),
  mayCall: z.boolean(),
});
export const ClusterList = z.object({ clusters: z.array(ClusterView) });
export const ClusterMeetingCalled = z.object({ roundId: Id, code: z.string() });
export const ClusterMeetingView = z.object({
  id: Id,
  clusterId: Id,
  clusterName: z.string(),
  roundId: Id,
  turn: z.number(),
  status: z.enum(['open', 'closed']),
  place: z.string(),
  total: z.number(),
  openedAt: Instant,
  closesAt: Instant,
  roll: z.array(z.object({ orgName: z.string(), fullName: z.string(), voted: z.boolean() })),
  /** `own`: the voter's own body, which he does not vote for. */
  candidates: z.array(z.object({ orgId: Id, name: z.string(), own: z.boolean() })),
  /** Null until the turn is over. */
  votes: z.nullable(z.array(z.object({ orgId: Id, name: z.string(), yes: z.number(), rank: z.nullable(z.number()), leader: z.boolean() }))),
  myBallot: z.enum(['not-member', 'open', 'cast', 'closed']),
  myTaskId: z.nullable(Id),
});
export const ClusterBallot = z.strictObject({ taskId: Id, taskVersion: z.number(), orgId: Id });

export type OrganisationView = z.infer<typeof OrganisationView>;
export type OrganisationSummary = z.infer<typeof OrganisationSummary>;
export type DelegationView = z.infer<typeof DelegationView>;
export type ClusterView = z.infer<typeof ClusterView>;
export type ClusterMeetingView = z.infer<typeof ClusterMeetingView>;

import * as z from 'zod/mini';
import { cleanText, Day, Id, Instant } from './text';

export const FindingResult = z.enum(['met', 'unmet', 'unchecked']);
export const InspectionResult = z.enum(['passed', 'with-shortcomings', 'failed']);
export const TeamRole = z.enum(['leader', 'deputy', 'secretary', 'member']);
const ItemId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));
const Year = z.number().check(z.int(), z.gte(2000), z.lte(2100));
const Lines = z.array(cleanText(2000, 1)).check(z.maxLength(40));
/** HH:mm. */
const Hour = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const Person = z.object({ name: cleanText(120, 2), title: cleanText(200) });

export const ChecklistItem = z.object({ id: ItemId, text: cleanText(1000, 3) });
export const PlannedBody = z.object({ orgId: Id, date: Day, place: cleanText(200, 1) });
export const TeamMember = z.object({
  name: cleanText(120, 2),
  title: cleanText(200),
  role: TeamRole,
  /** Post by which the leader signs; null for people from elsewhere. */
  positionId: z.nullable(Id),
});

export const OpenInspectionBody = z.strictObject({ year: Year, dueOn: z.nullable(Day) });
export const InspectionOpened = z.object({ workId: Id, code: z.string() });
export const InspectionPlanBody = z.strictObject({
  version: z.number(),
  periodFrom: z.nullable(Day),
  periodTo: z.nullable(Day),
  items: z.array(ChecklistItem).check(z.maxLength(60)),
  bodies: z.array(PlannedBody).check(z.maxLength(200)),
});
export const InspectionTeamBody = z.strictObject({ version: z.number(), team: z.array(TeamMember).check(z.maxLength(30)) });
export const InspectionSaved = z.object({ version: z.number() });

/** A body of an inspection, as lists show it. */
export const InspectedUnitSummary = z.object({
  workId: Id,
  code: z.string(),
  orgId: Id,
  orgName: z.string(),
  status: z.enum(['open', 'submitted', 'done', 'canceled']),
  inspectOn: z.nullable(Day),
  result: z.nullable(InspectionResult),
  counts: z.object({ met: z.number(), unmet: z.number(), unchecked: z.number() }),
  followUpDue: z.nullable(Day),
  followUpOn: z.nullable(Day),
  /** Has to be mended and the day is over. */
  late: z.boolean(),
});
export const InspectionView = z.object({
  workId: Id,
  code: z.string(),
  year: z.number(),
  status: z.enum(['open', 'submitted', 'done', 'canceled']),
  version: z.number(),
  periodFrom: z.nullable(Day),
  periodTo: z.nullable(Day),
  items: z.array(ChecklistItem),
  bodies: z.array(z.object({ ...PlannedBody.shape, orgName: z.string() })),
  team: z.array(TeamMember),
  units: z.array(InspectedUnitSummary),
  /** Bodies that may be inspected, and posts a team may be made of; empty for those who only read. */
  choices: z.object({
    bodies: z.array(z.object({ orgId: Id, name: z.string() })),
    posts: z.array(z.object({ positionId: Id, name: z.string(), title: z.string() })),
  }),
  /** Which part may be written now. */
  may: z.object({ plan: z.boolean(), team: z.boolean() }),
});
export const InspectionList = z.object({
  inspections: z.array(
    z.object({
      workId: Id,
      code: z.string(),
      year: z.number(),
      title: z.string(),
      status: z.enum(['open', 'submitted', 'done', 'canceled']),
      units: z.array(InspectedUnitSummary),
    }),
  ),
  may: z.object({ open: z.boolean() }),
});

export const WorkProofView = z.object({ place: z.string(), sha256: z.string(), name: z.string() });
export const FindingView = z.object({
  item: z.string(),
  content: z.string(),
  result: z.nullable(FindingResult),
  remark: z.string(),
  documents: z.string(),
});
export const ViolationLine = z.object({ content: cleanText(2000, 1), basis: cleanText(500), responsible: cleanText(300) });
export const FollowUpLine = z.object({ request: cleanText(2000, 1), dueOn: z.nullable(Day) });
export const InspectionMinutesFields = z.object({
  startTime: z.nullable(Hour),
  endTime: z.nullable(Hour),
  inspectors: z.array(Person).check(z.maxLength(30)),
  representatives: z.array(Person).check(z.maxLength(30)),
  requests: Lines,
});
export const ConclusionFields = z.object({
  result: z.nullable(InspectionResult),
  summary: Lines,
  strengths: Lines,
  shortcomings: Lines,
  violations: z.array(ViolationLine).check(z.maxLength(30)),
  awards: Lines,
  requests: z.array(FollowUpLine).check(z.maxLength(30)),
});
export const FindingsBody = z.strictObject({
  version: z.number(),
  ...InspectionMinutesFields.shape,
  findings: z
    .array(z.strictObject({ item: ItemId, result: z.nullable(FindingResult), remark: cleanText(2000), documents: cleanText(1000) }))
    .check(z.maxLength(60)),
});
export const ConclusionBody = z.strictObject({ version: z.number(), ...ConclusionFields.shape });

export const InspectedUnitView = z.object({
  ...InspectedUnitSummary.shape,
  inspectionId: Id,
  movementId: z.string(),
  movementName: z.string(),
  version: z.number(),
  place: z.string(),
  team: z.array(TeamMember),
  findings: z.array(FindingView),
  minutes: InspectionMinutesFields,
  answer: z.array(z.string()),
  signed: z.nullable(z.object({ name: z.string(), title: z.string(), at: Instant })),
  conclusion: ConclusionFields,
  /** What the counts would say; people conclude. */
  suggested: z.nullable(InspectionResult),
  followUpReport: z.nullable(z.string()),
  proofs: z.array(WorkProofView),
  /** Which part may be written now; `proofs`: whether files may be added. */
  may: z.object({ findings: z.boolean(), conclusion: z.boolean(), proofs: z.boolean() }),
});

/** A file at an item of a checklist, a criterion or 'follow-up'. */
export const WorkProofQuery = z.object({ place: ItemId });
export const WorkProofDrop = z.strictObject({ place: ItemId, sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)) });

export type InspectedUnitSummary = z.infer<typeof InspectedUnitSummary>;
export type InspectedUnitView = z.infer<typeof InspectedUnitView>;
export type InspectionView = z.infer<typeof InspectionView>;
export type InspectionList = z.infer<typeof InspectionList>;
export type InspectionMinutesFields = z.infer<typeof InspectionMinutesFields>;
export type ConclusionFields = z.infer<typeof ConclusionFields>;
export type WorkProofView = z.infer<typeof WorkProofView>;

import * as z from 'zod/mini';
import { cleanText, Day, Id, Instant, Json } from './text';

const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** A pack as the actor's province has it. */
export const PackSummary = z.object({
  id: z.string(),
  hash: z.string(),
  title: z.string(),
  status: z.enum(['in-use', 'placeholder', 'local']),
  /** A dossier received today in this province is pinned to it. */
  inForce: z.boolean(),
  province: z.nullable(z.string()),
  basedOn: z.nullable(z.string()),
  simulated: z.boolean(),
  receivedFrom: Day,
  receivedTo: z.nullable(Day),
  lapsesOn: z.nullable(Day),
  citation: z.string(),
  note: z.nullable(z.string()),
  rowCount: z.number(),
  /** Rows that the pack leaves open: those the province has confirmed, of all. */
  progress: z.object({ done: z.number(), total: z.number(), sentence: z.string() }),
  /** Other readings of the same law that the pack keeps, to be switched on for a province. */
  overlays: z.array(z.object({ id: z.string(), citation: z.string(), off: z.array(z.string()) })),
  notices: z.array(z.string()),
  /** Awards that it lets another position decide than the pack it is based on. */
  departures: z.array(z.string()),
});
export const PackList = z.object({
  packs: z.array(PackSummary),
  today: Day,
  /** No pack is in force today: what that means and what to do. */
  refusal: z.nullable(z.string()),
  mayAdminister: z.boolean(),
});

/** A paper of the body that answers for what it says. `fileSha256` is what `uploadLawFile` answered. */
const LawPaper = {
  body: cleanText(200, 3),
  number: cleanText(60, 1),
  date: Day,
  fileSha256: Sha256,
  note: z.optional(cleanText(1000)),
};
export const RowConfirmationView = z.object({
  id: Id,
  status: z.enum(['proposed', 'confirmed']),
  body: z.string(),
  number: z.string(),
  date: Day,
  fileSha256: z.string(),
  note: z.nullable(z.string()),
  proposedBy: z.string(),
  confirmedBy: z.nullable(z.string()),
  /** Empty when the actor may confirm it. */
  whyNotConfirm: z.nullable(z.string()),
});
export const PackRowView = z.object({
  key: z.string(),
  list: z.string(),
  listName: z.string(),
  id: z.string(),
  awards: z.array(z.string()),
  /** What the row says, in a sentence or two. */
  text: z.string(),
  effectiveFrom: Day,
  effectiveTo: z.nullable(Day),
  citation: z.string(),
  source: z.string(),
  note: z.nullable(z.string()),
  confirmed: z.boolean(),
  /** Set by the province, not by the country. */
  local: z.boolean(),
  /** May be set by the province; rows of authority may not. */
  mayOverride: z.boolean(),
  /** Why the province may not set it, with what the law says of it; null when it may. */
  whyNotOverride: z.nullable(z.string()),
  /** The row in the keys of the file. */
  values: z.record(z.string(), Json),
  confirmation: z.nullable(RowConfirmationView),
});
export const PackRows = z.object({
  id: z.string(),
  hash: z.string(),
  title: z.string(),
  rows: z.array(PackRowView),
  progress: z.object({ done: z.number(), total: z.number(), sentence: z.string() }),
});
/** The day on which the rows stand; today when left out. */
export const MatrixQuery = z.object({ day: z.optional(Day) });
/** One row of the pack as far as it is about the line's award and levels. */
export const MatrixCell = z.object({ rowKey: z.string(), rowId: z.string(), levels: z.array(z.string()), text: z.string() });
/** One award and one post that decides it, with the rows that lead there. */
export const MatrixLine = z.object({
  key: z.string(),
  award: z.string(),
  awardName: z.string(),
  /** The level that decides; null = the pack lets nobody decide it. */
  level: z.nullable(z.string()),
  signer: z.nullable(MatrixCell),
  councils: z.array(MatrixCell),
  thresholds: z.array(MatrixCell),
  limits: z.array(MatrixCell),
  /** Legal basis of the power to decide. */
  citation: z.string(),
  effectiveFrom: z.nullable(Day),
  effectiveTo: z.nullable(Day),
});
export const AuthorityMatrix = z.object({
  packId: z.string(),
  title: z.string(),
  day: Day,
  lines: z.array(MatrixLine),
  /** Every row a cell names, to be opened, confirmed or set locally. */
  rows: z.array(PackRowView),
});
export const LawFileUploaded = z.object({ sha256: z.string() });
export const ConfirmationPropose = z.strictObject({ ...LawPaper, rowKeys: z.array(z.string()).check(z.minLength(1), z.maxLength(500)) });
export const ConfirmationsProposed = z.object({ proposed: z.number() });
export const Settlement = z.strictObject({ accept: z.boolean(), reason: z.optional(cleanText(1000)) });
export const Settlements = z.strictObject({
  ids: z.array(Id).check(z.minLength(1), z.maxLength(500)),
  accept: z.boolean(),
  reason: z.optional(cleanText(1000)),
});
export const SettledCount = z.object({ settled: z.number() });

export const DifferenceQuery = z.object({ from: z.string(), to: z.string() });
export const RowChangeView = z.object({
  list: z.string(),
  listName: z.string(),
  rowId: z.string(),
  change: z.enum(['added', 'removed', 'changed']),
  awards: z.array(z.string()),
  fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
});
export const DifferenceView = z.object({
  from: z.string(),
  to: z.string(),
  changes: z.array(RowChangeView),
  unchanged: z.number(),
  departures: z.array(z.string()),
  /** What runs under the first pack and rests on a row that changes. */
  impact: z.object({
    dossiers: z.array(z.object({ id: Id, code: z.string(), title: z.string(), rowIds: z.array(z.string()) })),
    rounds: z.array(z.object({ id: Id, code: z.string(), title: z.string() })),
    tasks: z.array(z.object({ id: Id, name: z.string(), code: z.string(), limit: z.nullable(z.string()) })),
    limits: z.array(z.string()),
    counts: z.object({ dossiers: z.number(), rounds: z.number(), tasks: z.number() }),
  }),
});

export const LocalRowPropose = z.strictObject({
  ...LawPaper,
  rowKey: z.string(),
  /** Keys of the row as in the file, with their new values. */
  values: z.record(z.string(), Json),
  /** The first day on which dossiers are received under it. */
  from: Day,
});
export const OverlayPropose = z.strictObject({ ...LawPaper, overlayId: z.string(), from: Day });
export const SheetVerdict = z.object({
  sheet: z.string(),
  line: z.number(),
  list: z.string(),
  rowId: z.string(),
  verdict: z.enum(['same', 'changed', 'added', 'wrong']),
  problems: z.array(z.string()),
});
export const SheetPreview = z.object({
  rows: z.array(SheetVerdict),
  counts: z.object({ same: z.number(), changed: z.number(), added: z.number(), wrong: z.number() }),
  /** Rows of the pack that the table does not name; they stay as they are. */
  untouched: z.number(),
});
export const SheetRead = z.strictObject({ sheetSha256: Sha256, from: Day });
export const SheetPropose = z.strictObject({ ...LawPaper, sheetSha256: Sha256, from: Day });
export const ProposalMade = z.object({ id: Id, summary: z.string() });
export const ProposalView = z.object({
  id: Id,
  status: z.enum(['proposed', 'in-force', 'declined', 'withdrawn']),
  packId: z.string(),
  summary: z.string(),
  from: Day,
  body: z.string(),
  number: z.string(),
  date: Day,
  fileSha256: z.string(),
  note: z.nullable(z.string()),
  proposedBy: z.string(),
  proposedAt: Instant,
  settledBy: z.nullable(z.string()),
  settledAt: z.nullable(Instant),
  reason: z.nullable(z.string()),
  effectiveId: z.nullable(z.string()),
  changes: z.array(RowChangeView),
  whyNotSettle: z.nullable(z.string()),
});
export const ProposalList = z.object({ proposals: z.array(ProposalView) });

export const KinderLaw = z.strictObject({ packId: z.string(), reason: cleanText(2000, 10), citation: cleanText(500, 5) });
export const KinderLawDone = z.object({ packId: z.string(), rows: z.number() });

export type PackSummary = z.infer<typeof PackSummary>;
export type PackList = z.infer<typeof PackList>;
export type PackRowView = z.infer<typeof PackRowView>;
export type PackRows = z.infer<typeof PackRows>;
export type AuthorityMatrix = z.infer<typeof AuthorityMatrix>;
export type MatrixCell = z.infer<typeof MatrixCell>;
export type MatrixLine = z.infer<typeof MatrixLine>;
export type RowConfirmationView = z.infer<typeof RowConfirmationView>;
export type RowChangeView = z.infer<typeof RowChangeView>;
export type DifferenceView = z.infer<typeof DifferenceView>;
export type SheetVerdict = z.infer<typeof SheetVerdict>;
export type SheetPreview = z.infer<typeof SheetPreview>;
export type ProposalView = z.infer<typeof ProposalView>;
export type ProposalList = z.infer<typeof ProposalList>;

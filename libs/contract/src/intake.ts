import * as z from 'zod/mini';
import { AwardType, DossierLaunch, NomineeInput, NomineeKind, Occasion, Secrecy, SimplifiedGround } from './dossiers';
import { Day, Id, Instant, cleanText } from './text';

const Code = z.string().check(z.regex(/^[A-Z0-9_]{2,20}$/));
const Route = z.enum(['upper', 'own']);
/** A shelf mark, never a name: nothing of a secret dossier can be written in it. */
const Shelf = z.string().check(z.regex(/^[A-Z0-9][A-Z0-9./-]{0,19}$/));

export const IntakeMenuQuery = z.object({
  orgId: Id,
  movementId: z.optional(z.string().check(z.maxLength(80))),
  /** The movement of the chain it would be made under; absent: the plan's own. */
  underMovementId: z.optional(z.string().check(z.maxLength(160))),
  occasion: Occasion,
  year: z.coerce.number().check(z.gte(2024), z.lte(2100)),
  route: z.optional(Route),
});
export const IntakeMenu = z.object({
  orgName: z.string(),
  route: Route,
  /** The body that receives and the office that takes it in; null on the route of the unit's own head. */
  receiver: z.nullable(z.string()),
  desk: z.nullable(z.string()),
  /** Whether the head of this body decides awards by law. */
  mayDecideItself: z.boolean(),
  types: z.array(AwardType),
  /** Movements of the chain, the plan's own first; eligibility takes launcher and length of the one chosen. */
  chain: z.array(
    z.object({ id: z.string(), name: z.string(), launcher: z.string(), launcherBody: z.string(), years: z.nullable(z.number()) }),
  ),
  /** The one this menu is for; null outside of movements. */
  under: z.nullable(z.string()),
  grounds: z.array(z.object({ ground: SimplifiedGround, types: z.array(AwardType), citation: z.string() })),
  awards: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      kinds: z.array(NomineeKind),
      types: z.array(AwardType),
      decider: z.object({ title: z.string(), ruleId: z.string(), citation: z.string(), confirmed: z.boolean() }),
      /** First line of the plan that offers it. */
      line: z.nullable(z.number()),
      /** Hẹn trả: day of the answer when it is complete today; null where no row of the receiving level sets a limit. */
      due: z.nullable(z.object({ on: Day, ruleId: z.string(), citation: z.string(), confirmed: z.boolean() })),
      /** Candidates come from the vote of a cụm, khối alone. */
      ofCluster: z.boolean(),
      /** May be given after death. */
      posthumous: z.boolean(),
      /** Why it may not be proposed, with the row that says so; null: it may. */
      refusal: z.nullable(z.object({ reason: z.string(), ruleId: z.string(), citation: z.string() })),
    }),
  ),
});

/** Bodies whose paper dossiers the actor's office takes in; the office itself stands for residents who belong to no unit. */
export const IntakeUnits = z.object({
  units: z.array(z.object({ id: Id, name: z.string(), deskOrgId: Id, deskName: z.string(), own: z.boolean() })),
});

/** Nhập thay: a unit's paper dossier; its meeting is on the scanned minutes, its figures may be typed beside. */
export const PaperDossier = z.strictObject({
  ...DossierLaunch.shape,
  deliveredOn: Day,
  meeting: z.optional(
    z.strictObject({
      invited: z.number().check(z.gte(1), z.lte(100_000)),
      present: z.number().check(z.gte(1), z.lte(100_000)),
      /** In the order of the rows. */
      votes: z.array(
        z.strictObject({ yes: z.number().check(z.gte(0)), no: z.number().check(z.gte(0)), blank: z.number().check(z.gte(0)) }),
      ),
    }),
  ),
});
export const PaperPartKind = z.enum(['to-trinh', 'bien-ban-binh-xet', 'bao-cao-thanh-tich', 'danh-sach', 'xac-nhan']);
export const PaperPartQuery = z.object({
  kind: PaperPartKind,
  number: z.optional(cleanText(60)),
  date: z.optional(Day),
});
export const PaperPartKept = z.object({ paperId: Id, sha256: z.string() });
export const PaperEntryView = z.object({
  enteredBy: z.string(),
  enteredAt: Instant,
  deliveredOn: Day,
  checkedBy: z.nullable(z.string()),
  checkedAt: z.nullable(Instant),
  parts: z.array(
    z.object({ paperId: Id, kind: PaperPartKind, title: z.string(), numberText: z.nullable(z.string()), numberDate: z.nullable(Day) }),
  ),
  /** Parts that must still be scanned before it can be handed in. */
  missing: z.array(PaperPartKind),
  submitted: z.boolean(),
  may: z.object({ add: z.boolean(), submit: z.boolean(), check: z.boolean() }),
});

export const NomineeSheetQuery = z.object({
  orgId: Id,
  movementId: z.optional(z.string().check(z.maxLength(80))),
  underMovementId: z.optional(z.string().check(z.maxLength(160))),
  occasion: Occasion,
  year: z.coerce.number().check(z.gte(2024), z.lte(2100)),
  route: z.optional(Route),
});
export const NomineeSheet = z.object({
  lines: z.array(
    z.object({
      /** Line of the sheet as people count it. */
      line: z.number(),
      name: z.string(),
      /** ok: goes in as it stands · look: goes in, a person should look · wrong: stays out. */
      verdict: z.enum(['ok', 'look', 'wrong']),
      problems: z.array(z.object({ column: z.string(), code: z.string(), ruleId: z.string(), citation: z.string() })),
      row: z.nullable(NomineeInput),
    }),
  ),
});

export const DossierCopy = z.object({
  title: z.string(),
  movementId: z.nullable(z.string()),
  underMovementId: z.nullable(z.string()),
  occasion: Occasion,
  year: z.number(),
  /** Without achievements: one achievement, one award. */
  rows: z.array(
    z.object({
      kind: NomineeKind,
      name: z.string(),
      title: z.string(),
      personId: z.nullable(Id),
      subjectOrgId: z.nullable(Id),
      scope: z.enum(['inside', 'outside', 'independent']),
      award: Code,
    }),
  ),
});

export const ReportLinkNew = z.strictObject({ days: z.number().check(z.gte(1), z.lte(30)) });
/** The token is told once, here; the server keeps its hash. */
export const ReportLinkMade = z.object({ id: Id, token: z.string(), expiresAt: Instant });
export const ReportLinkList = z.object({
  links: z.array(
    z.object({
      id: Id,
      createdAt: Instant,
      expiresAt: Instant,
      state: z.enum(['open', 'used', 'revoked', 'expired']),
      usedAt: z.nullable(Instant),
      signedName: z.nullable(z.string()),
    }),
  ),
  mayCreate: z.boolean(),
});
export const NomineeReport = z.object({
  name: z.string(),
  title: z.string(),
  awardName: z.string(),
  unitName: z.string(),
  achievement: z.string(),
  achievementFrom: z.nullable(Day),
  achievementTo: z.nullable(Day),
  expiresAt: Instant,
});
export const NomineeReportConfirmed = z.strictObject({
  achievement: cleanText(8000, 10),
  achievementFrom: z.optional(Day),
  achievementTo: z.optional(Day),
  name: cleanText(200, 2),
  agreed: z.literal(true),
});

/** Nothing of a secret dossier is told here but that it exists and where its paper lies. */
export const SecretDossier = z.strictObject({
  orgId: Id,
  secrecy: z.enum(['mat', 'toi-mat', 'tuyet-mat']),
  occasion: Occasion,
  year: z.number().check(z.gte(2024), z.lte(2100)),
  shelf: Shelf,
});
export const SecretDossierNumbered = z.object({ dossierId: Id, code: z.string() });
export const CustodyMove = z.strictObject({ holderOrgId: Id, shelf: Shelf });
export const CustodyView = z.object({
  secrecy: Secrecy,
  lines: z.array(z.object({ seq: z.number(), holder: z.string(), shelf: z.string(), from: Instant, by: z.string() })),
  /** Bodies the paper may go to from here. */
  next: z.array(z.object({ id: Id, name: z.string() })),
  may: z.object({ move: z.boolean(), close: z.boolean() }),
});

export const OutsiderState = z.object({
  rowId: Id,
  name: z.string(),
  managingBody: z.nullable(z.string()),
  address: z.nullable(z.string()),
  requestId: z.nullable(Id),
  askedAt: z.nullable(Instant),
  dueOn: z.nullable(Day),
  answer: z.nullable(z.enum(['agree', 'disagree', 'other'])),
  numberText: z.nullable(z.string()),
  verdict: z.enum(['met', 'not-met', 'missing-data']),
});
export const OutsiderList = z.object({ outsiders: z.array(OutsiderState), mayAsk: z.boolean() });
export const OutsiderDetails = z.strictObject({
  version: z.number(),
  managingBody: cleanText(300, 2),
  address: cleanText(300, 2),
  taxCode: z.optional(z.string().check(z.regex(/^\d{10}(-\d{3})?$/))),
});

export type IntakeMenu = z.infer<typeof IntakeMenu>;
export type IntakeUnits = z.infer<typeof IntakeUnits>;
export type PaperDossier = z.infer<typeof PaperDossier>;
export type PaperEntryView = z.infer<typeof PaperEntryView>;
export type NomineeSheet = z.infer<typeof NomineeSheet>;
export type DossierCopy = z.infer<typeof DossierCopy>;
export type ReportLinkList = z.infer<typeof ReportLinkList>;
export type NomineeReport = z.infer<typeof NomineeReport>;
export type CustodyView = z.infer<typeof CustodyView>;
export type OutsiderList = z.infer<typeof OutsiderList>;

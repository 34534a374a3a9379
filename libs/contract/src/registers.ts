import * as z from 'zod/mini';
import { Day, Id, Instant, cleanText } from './text';

const Year = z.coerce.number().check(z.int(), z.gte(2000), z.lte(2100));
export const NumberSource = z.enum(['own', 'external']);

export const NumberRegistersQuery = z.object({ year: z.optional(Year) });
/** A signed paper that has not left the house; T-27 wants it out by the next working day. */
export const WaitingPaperView = z.object({
  paperId: Id,
  title: z.string(),
  kind: z.string(),
  code: z.string(),
  orgName: z.string(),
  state: z.enum(['signed', 'numbered']),
  numberText: z.nullable(z.string()),
  signedAt: Instant,
  dueOn: Day,
  overdue: z.boolean(),
  dossierId: z.nullable(Id),
  roundId: z.nullable(Id),
});
export const NumberRegisterList = z.object({
  year: z.number(),
  bodies: z.array(
    z.object({
      orgId: Id,
      orgName: z.string(),
      mayRead: z.boolean(),
      /** A records clerk of the body: numbers of elsewhere may be brought in as a table. */
      mayNumber: z.boolean(),
      maySetSource: z.boolean(),
      series: z.array(
        z.object({
          documentType: z.string(),
          typeName: z.string(),
          source: NumberSource,
          lines: z.number(),
          canceled: z.number(),
          last: z.nullable(z.string()),
          /** Councils keep a series of their own here. */
          fixed: z.boolean(),
        }),
      ),
    }),
  ),
  waiting: z.array(WaitingPaperView),
});

export const NumberRegisterQuery = z.object({
  orgId: Id,
  year: z.optional(Year),
  documentType: z.optional(cleanText(20)),
  q: z.optional(cleanText(100)),
});
export const RegisterLineView = z.object({
  documentType: z.string(),
  typeName: z.string(),
  numberText: z.string(),
  date: Day,
  title: z.string(),
  signer: z.string(),
  recipients: z.array(z.string()),
  paperId: z.nullable(Id),
  takenAt: Instant,
  takenBy: z.nullable(z.string()),
  canceledAt: z.nullable(Instant),
  cancelReason: z.nullable(z.string()),
  state: z.nullable(z.string()),
  issuedAt: z.nullable(Instant),
});
export const NumberRegisterView = z.object({
  orgId: Id,
  orgName: z.string(),
  year: z.number(),
  documentType: z.nullable(z.string()),
  lines: z.array(RegisterLineView),
  /** Lines found; the first 500 of them are in `lines`. */
  total: z.number(),
});

export const NumberSourceChange = z.strictObject({
  orgId: Id,
  documentTypes: z.array(cleanText(20, 1)).check(z.minLength(1), z.maxLength(20)),
  year: z.int().check(z.gte(2000), z.lte(2100)),
  source: NumberSource,
  reason: cleanText(500, 3),
});

export const NumberSheetQuery = z.object({ orgId: Id });
export const NumberSheetLine = z.object({
  /** Line of the table as a spreadsheet counts it. */
  line: z.number(),
  code: z.string(),
  title: z.string(),
  number: z.string(),
  date: z.nullable(z.string()),
  paperId: z.nullable(Id),
  verdict: z.enum(['ok', 'refused']),
  problems: z.array(
    z.object({ column: z.enum(['code', 'kind', 'title', 'number', 'date']), code: z.string(), holder: z.nullable(z.string()) }),
  ),
});
export const NumberSheetView = z.object({ lines: z.array(NumberSheetLine), ready: z.boolean() });
export const NumberSheetApplication = z.strictObject({
  orgId: Id,
  rows: z.array(z.strictObject({ paperId: Id, number: cleanText(12, 1), date: Day })).check(z.minLength(1), z.maxLength(500)),
});
export const NumbersApplied = z.object({ tasks: z.number(), numbers: z.array(z.string()) });

export type NumberRegisterList = z.infer<typeof NumberRegisterList>;
export type NumberRegisterView = z.infer<typeof NumberRegisterView>;
export type NumberSheetLine = z.infer<typeof NumberSheetLine>;
export type NumberSheetView = z.infer<typeof NumberSheetView>;
export type RegisterLineView = z.infer<typeof RegisterLineView>;
export type WaitingPaperView = z.infer<typeof WaitingPaperView>;

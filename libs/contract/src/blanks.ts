import * as z from 'zod/mini';
import { Id, Instant, cleanText } from './text';

/** What a field of a blank prints: of the certificate, or a text of its own. */
export const BLANK_SOURCES = [
  'decider',
  'verb',
  'award',
  'recipient',
  'title',
  'achievement',
  'decisionNumber',
  'decisionDate',
  'goldenBook',
  'placeDate',
  'signerOffice',
  'signerName',
  'verifyQr',
  'text',
] as const;

/** A tenth of a millimetre is finer than any printer feeds paper. */
const Millimetres = z.number().check(z.minimum(-50), z.maximum(900));
const Points = z.number().check(z.minimum(5), z.maximum(120));

/** One field: `xMm`, `yMm` is the top left corner of its box; text grows down, and shrinks to `minPt` to stay within `lines`. */
export const BlankField = z.object({
  key: cleanText(40, 1),
  source: z.enum(BLANK_SOURCES),
  /** Of source 'text'; '' else. */
  text: cleanText(300),
  xMm: Millimetres,
  yMm: Millimetres,
  widthMm: z.number().check(z.minimum(3), z.maximum(900)),
  sizePt: Points,
  minPt: Points,
  lines: z.int().check(z.minimum(1), z.maximum(8)),
  bold: z.boolean(),
  italic: z.boolean(),
  align: z.enum(['left', 'center', 'right']),
  colour: z.string().check(z.regex(/^#[0-9a-f]{6}$/)),
  upper: z.boolean(),
});

const Side = z.number().check(z.minimum(50), z.maximum(900));
export const BlankFields = z.array(BlankField).check(z.maxLength(40));
const Awards = z.array(cleanText(40, 1)).check(z.maxLength(40));

export const BlankDraft = z.object({
  orgId: Id,
  name: cleanText(120, 3),
  awards: Awards,
  widthMm: Side,
  heightMm: Side,
  copyOf: z.optional(Id),
});
export const BlankChange = z.object({
  version: z.int(),
  name: cleanText(120, 3),
  awards: Awards,
  widthMm: Side,
  heightMm: Side,
  fields: BlankFields,
});
export const BlankKept = z.object({ id: Id, version: z.number() });
export const BlankRetired = z.object({ version: z.int() });

export const BlankSummary = z.object({
  id: Id,
  orgId: Id,
  orgName: z.string(),
  name: z.string(),
  awards: z.array(z.string()),
  widthMm: z.number(),
  heightMm: z.number(),
  hasPicture: z.boolean(),
  changedAt: Instant,
  changedBy: z.string(),
  version: z.number(),
  mayChange: z.boolean(),
});
export const BlankView = z.object({ ...BlankSummary.shape, pictureSha256: z.nullable(z.string()), fields: z.array(BlankField) });
export const BlankAward = z.object({ code: z.string(), name: z.string() });
export const BlankList = z.object({
  blanks: z.array(BlankSummary),
  /** Organisations for which the person may keep blanks. */
  orgs: z.array(z.object({ id: Id, name: z.string() })),
  /** Awards that certificates are printed for. */
  awards: z.array(BlankAward),
});

/** A certificate of a round that can be printed on a blank, in the order of its list. */
export const CertificateLine = z.object({
  paperId: Id,
  rowId: Id,
  recipient: z.string(),
  award: z.string(),
  awardName: z.string(),
  kind: z.string(),
  decisionNumber: z.nullable(z.string()),
  state: z.string(),
});
export const CertificateList = z.object({
  certificates: z.array(CertificateLine),
  blanks: z.array(BlankSummary),
  mayPrint: z.boolean(),
  /** A paper step of the round that is under way: files made of those it makes; null when none is. */
  making: z.nullable(z.object({ done: z.number(), total: z.number() })),
});

export type BlankSource = (typeof BLANK_SOURCES)[number];
export type BlankField = z.output<typeof BlankField>;
export type BlankView = z.output<typeof BlankView>;
export type BlankSummary = z.output<typeof BlankSummary>;

/** What a test print and the editor show in each field. */
export const BLANK_SAMPLE: Readonly<Record<BlankSource, string>> = {
  decider: 'Chủ tịch Ủy ban nhân dân xã Gia Phúc',
  verb: 'TẶNG',
  award: 'Giấy khen',
  recipient: 'Bà Nguyễn Thị Ánh Tuyết',
  title: 'Giáo viên, Trường Tiểu học Gia Phúc',
  achievement: 'Đã có thành tích xuất sắc trong phong trào thi đua “Dạy tốt - Học tốt” năm học 2025 - 2026',
  decisionNumber: '57/QĐ-UBND',
  decisionDate: 'ngày 05 tháng 3 năm 2026',
  goldenBook: '12',
  placeDate: 'Gia Phúc, ngày 05 tháng 3 năm 2026',
  signerOffice: 'CHỦ TỊCH',
  signerName: 'Phạm Quang Hưng',
  verifyQr: '',
  text: '',
};

const PLAIN = { text: '', bold: false, italic: false, align: 'center', colour: '#000000', upper: false, lines: 1 } as const;

/** Where the fields of a new blank stand: shares of an A4 sheet lying, as most are printed. */
export function startFields(widthMm: number, heightMm: number): BlankField[] {
  const middle = { xMm: round(widthMm * 0.15), widthMm: round(widthMm * 0.7) };
  const left = { xMm: round(widthMm * 0.09), widthMm: round(widthMm * 0.32), align: 'left' as const };
  const right = { xMm: round(widthMm * 0.53), widthMm: round(widthMm * 0.4) };
  const y = (share: number): number => round(heightMm * share);
  return [
    { ...PLAIN, ...middle, key: 'recipient', source: 'recipient', yMm: y(0.45), sizePt: 24, minPt: 15, bold: true },
    { ...PLAIN, ...middle, key: 'title', source: 'title', yMm: y(0.52), sizePt: 16, minPt: 12, lines: 2 },
    { ...PLAIN, ...middle, key: 'achievement', source: 'achievement', yMm: y(0.59), sizePt: 16, minPt: 12, lines: 3 },
    { ...PLAIN, ...left, key: 'decisionNumber', source: 'decisionNumber', yMm: y(0.83), sizePt: 13, minPt: 10 },
    { ...PLAIN, ...left, key: 'decisionDate', source: 'decisionDate', yMm: y(0.87), sizePt: 13, minPt: 10 },
    { ...PLAIN, ...right, key: 'placeDate', source: 'placeDate', yMm: y(0.71), sizePt: 14, minPt: 11, italic: true },
    {
      ...PLAIN,
      ...right,
      key: 'signerOffice',
      source: 'signerOffice',
      yMm: y(0.75),
      sizePt: 15,
      minPt: 12,
      bold: true,
      lines: 2,
      upper: true,
    },
    { ...PLAIN, ...right, key: 'signerName', source: 'signerName', yMm: y(0.91), sizePt: 15, minPt: 12, bold: true },
  ];
}

function round(mm: number): number {
  return Math.round(mm * 10) / 10;
}

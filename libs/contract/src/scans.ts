import * as z from 'zod/mini';
import { Id, Instant, cleanText } from './text';
import { SignatureView } from './verification';

/** What holding a scan against its print found; null where it could not be asked. Shares are 0 to 1. */
export const ScanCheckView = z.object({
  scanSha256: z.string(),
  pages: z.nullable(z.number()),
  pagesEqual: z.nullable(z.boolean()),
  textShare: z.nullable(z.number()),
  pictureShare: z.nullable(z.number()),
  numberSeen: z.nullable(z.boolean()),
  verdict: z.enum(['alike', 'unsure', 'different']),
  uploadedBy: z.string(),
  uploadedAt: Instant,
  confirmedBy: z.nullable(z.string()),
  confirmedAt: z.nullable(Instant),
  reason: z.nullable(z.string()),
});

/** How far a paper's file may be trusted, read from its bytes. */
export const PaperTrust = z.object({
  /** False: what lies in the store is not what was issued. Null: there is no file yet. */
  intact: z.nullable(z.boolean()),
  signatures: z.array(SignatureView),
  scan: z.nullable(ScanCheckView),
  mayConfirmScan: z.boolean(),
  /** There is the print that was signed by hand, beside its scan. */
  hasPrint: z.boolean(),
});

export const ScanUploaded = z.object({ paperId: Id, sha256: z.string(), pages: z.number(), check: ScanCheckView });
/** A scan that is not alike is confirmed with a reason only. */
export const ScanConfirmation = z.strictObject({ scanSha256: z.string(), reason: z.optional(cleanText(500, 5)) });

export type ScanCheckView = z.infer<typeof ScanCheckView>;
export type PaperTrust = z.infer<typeof PaperTrust>;

import * as z from 'zod/mini';
import { Day, Instant } from './text';

/** Where a paper stands today: also in words on the public page. */
export const Standing = z.enum(['in-force', 'revoked', 'revoked-in-part', 'replaced']);

/** One signature inside a PDF, as read from its bytes. */
export const SignatureView = z.object({
  /** Name in the certificate; '' when it cannot be read. */
  signer: z.string(),
  organization: z.string(),
  issuer: z.string(),
  signedAt: z.nullable(Instant),
  /** By a time stamp server; null without one. */
  timestampAt: z.nullable(Instant),
  valid: z.boolean(),
  /** What came into the file after it: nothing, only fields and signatures it allows, or something else. */
  later: z.enum(['none', 'allowed', 'changed']),
  /** Stable code of why it is not valid. */
  problem: z.nullable(z.string()),
});

/** All that anyone who holds a decision or a certificate learns of it. */
export const PaperVerified = z.object({
  kind: z.enum(['certificate', 'decision']),
  /** Of a certificate: whom it names. */
  name: z.nullable(z.string()),
  awards: z.array(z.string()),
  /** The decision itself, or the one a certificate rests on. */
  decision: z.object({ numberText: z.nullable(z.string()), date: z.nullable(Day) }),
  status: Standing,
});

/** What a PDF that somebody holds is. */
export const FileVerified = z.object({
  /** issued: byte for byte a paper of ours; appended: one of ours with something added after it left; unknown: none of ours. */
  match: z.enum(['issued', 'appended', 'unknown']),
  paper: z.nullable(z.object({ title: z.string(), numberText: z.nullable(z.string()), date: z.nullable(Day), status: Standing })),
  signatures: z.array(SignatureView),
});

export type Standing = z.infer<typeof Standing>;
export type SignatureView = z.infer<typeof SignatureView>;
export type PaperVerified = z.infer<typeof PaperVerified>;
export type FileVerified = z.infer<typeof FileVerified>;

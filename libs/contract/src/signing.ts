import * as z from 'zod/mini';
import { Id, Instant, cleanText } from './text';

export const CredentialView = z.object({
  id: Id,
  driver: z.enum(['p12', 'remote']),
  /** As the certificate says. */
  holder: z.string(),
  issuer: z.string(),
  validFrom: Instant,
  validTo: Instant,
  /** expiring: within 30 days; other-holder: of whoever had the post before, so nobody signs with it. */
  state: z.enum(['valid', 'expiring', 'expired', 'not-yet', 'other-holder']),
});

/** What one post or body signs with. */
export const SigningPlace = z.object({
  ownerKind: z.enum(['position', 'org']),
  ownerId: Id,
  /** 'Chủ tịch', or the body. */
  title: z.string(),
  orgName: z.string(),
  holderName: z.nullable(z.string()),
  mine: z.boolean(),
  credential: z.nullable(CredentialView),
  hasImage: z.boolean(),
  /** The picture that papers show, as a data: URI; shown to its owner only. */
  image: z.nullable(z.string()),
});

export const SigningView = z.object({
  places: z.array(SigningPlace),
  /** Addresses of remote signers the house has allowed (REMOTE_SIGNERS). */
  remoteSigners: z.array(z.string()),
  hasTimestamps: z.boolean(),
});

const Owner = { ownerKind: z.enum(['position', 'org']), ownerId: Id };
export const P12Upload = z.strictObject({ ...Owner, passphrase: z.string().check(z.maxLength(200)) });
export const RemoteCredential = z.strictObject({
  ...Owner,
  url: z.url(),
  credentialId: cleanText(200, 1),
  token: z.optional(z.string().check(z.maxLength(2000))),
});
export const ImageUpload = z.strictObject(Owner);
export const CredentialKept = z.object({ credential: CredentialView });
/** What a trial of the key came to; it signs a few random bytes and checks them against the certificate. */
export const SigningTrial = z.object({ works: z.boolean(), problem: z.nullable(z.string()) });

export type CredentialView = z.infer<typeof CredentialView>;
export type SigningPlace = z.infer<typeof SigningPlace>;
export type SigningView = z.infer<typeof SigningView>;
export type SigningTrial = z.infer<typeof SigningTrial>;

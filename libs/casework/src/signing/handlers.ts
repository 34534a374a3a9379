import type { Handlers } from '../handler';
import { keepSignatureImage } from './keep-image';
import { keepRemoteCredential, uploadP12 } from './keep-credential';
import { signing } from './read-signing';
import { revokeCredential, tryCredential } from './use-credential';

export const SIGNING_HANDLERS = {
  signing,
  uploadP12,
  keepRemoteCredential,
  revokeCredential,
  tryCredential,
  keepSignatureImage,
} satisfies Partial<Handlers>;

import * as z from 'zod/mini';
import { Day, Id, Instant, cleanText } from './text';

/** At least ten characters: length is what keeps a password (NIST SP 800-63B). */
export const SHORTEST_PASSWORD = 10;
export const USERNAME = /^[a-z0-9][a-z0-9._-]{2,39}$/;
export const Username = z.pipe(
  z.pipe(
    cleanText(40, 3),
    z.transform((text: string) => text.toLowerCase()),
  ),
  z.string().check(z.regex(USERNAME)),
);

const Password = z.string().check(z.minLength(SHORTEST_PASSWORD), z.maxLength(200));

/** The first sign-in, or the one after a reset: the code is on the slip the administrator handed out. */
export const AccountActivation = z.strictObject({
  username: cleanText(80, 1),
  code: z.string().check(z.minLength(4), z.maxLength(40)),
  password: Password,
});
export const PasswordChange = z.strictObject({ old: z.string().check(z.maxLength(200)), password: Password });
/** How many other sessions ended with the old password. */
export const PasswordChanged = z.object({ ended: z.number() });
/** The account of whoever asks. */
export const OwnAccount = z.object({
  username: z.string(),
  /** When this session began, and the one before it. */
  signedInAt: Instant,
  before: z.nullable(Instant),
  /** Sessions open elsewhere. */
  elsewhere: z.number(),
});
export const AccountAsk = z.strictObject({ username: Username });
/** The code is shown this once and kept nowhere. */
export const AccountCode = z.object({ accountId: Id, username: z.string(), code: z.string(), expiresOn: Day });
export const AccountState = z.strictObject({ disabled: z.boolean(), reason: cleanText(300, 3) });

export const AccountView = z.object({
  id: Id,
  username: z.string(),
  /** waiting: a code is out; locked: neither password nor code; active: it has a password. */
  state: z.enum(['waiting', 'locked', 'active', 'disabled']),
  codeExpiresAt: z.nullable(Instant),
  lastSignIn: z.nullable(Instant),
});
export type AccountView = z.infer<typeof AccountView>;
export type AccountCode = z.infer<typeof AccountCode>;

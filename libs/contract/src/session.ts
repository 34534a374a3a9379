import * as z from 'zod/mini';
import { Id, cleanText } from './text';

export const SignInRequest = z.strictObject({ username: cleanText(80, 1), password: z.string().check(z.maxLength(200)) });
export const DemoSignInRequest = z.strictObject({ accountId: Id });

export const PositionView = z.object({
  id: Id,
  orgId: Id,
  orgName: z.string(),
  level: z.enum(['UNIT', 'XA', 'HUYEN', 'TINH', 'TW']),
  role: z.string(),
  title: z.string(),
});
export const SessionView = z.object({
  account: z.object({ id: Id, username: z.string(), fullName: z.string(), personId: Id }),
  positions: z.array(PositionView),
  csrf: z.string(),
  demo: z.boolean(),
  /** Business time now; `simulated` when the clock is the movable one. */
  clock: z.object({ now: z.string(), simulated: z.boolean() }),
});
export const DemoAccount = z.object({
  id: Id,
  username: z.string(),
  fullName: z.string(),
  title: z.string(),
  orgName: z.string(),
  /** Column of the role picker. */
  face: z.enum(['unit', 'commune', 'province', 'admin']),
  waiting: z.number(),
});
export const DemoAccounts = z.object({ accounts: z.array(DemoAccount), password: z.string() });

export type SessionView = z.infer<typeof SessionView>;
export type PositionView = z.infer<typeof PositionView>;
export type DemoAccount = z.infer<typeof DemoAccount>;

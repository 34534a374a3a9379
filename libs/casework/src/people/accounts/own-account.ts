import { hash, verify } from '@node-rs/argon2';
import { isoOf } from '@thidua/kernel';
import type { Handler } from '../../handler';
import { Refused } from '../../refused';
import { Attempts } from '../../sessions/attempts';

/** By account: whoever found a desk unlocked gets no more guesses than at the door. */
const attempts = new Attempts();

export const ownAccount: Handler<'ownAccount'> = async ({ stores }, { actor, sessionHash = '' }) => {
  const { provinceId, accountId } = actor;
  const [account, { signedInAt, before, elsewhere }] = await Promise.all([
    stores.accountKeeping.byId(provinceId, accountId),
    stores.accountKeeping.sessionsOf(provinceId, accountId, sessionHash),
  ]);
  return {
    username: account?.username ?? '',
    signedInAt: isoOf(signedInAt.getTime()),
    before: before === null ? null : isoOf(before.getTime()),
    elsewhere,
  };
};

/** A new password by the old one; every other session of the account ends. @throws Refused password-wrong, password-same, too-many-attempts */
export const changePassword: Handler<'changePassword'> = async (deps, { actor, sessionHash = '', body }) => {
  const { provinceId, accountId, personId } = actor;
  attempts.begin(accountId);
  const from = (await deps.stores.accounts.byId(accountId))?.passwordHash ?? null;
  if (from === null || !(await verify(from, body.old))) {
    throw new Refused('password-wrong');
  }
  attempts.succeeded(accountId);
  if (body.old === body.password) {
    throw new Refused('password-same');
  }
  const to = await hash(body.password);
  const { accountKeeping, trail } = deps.stores;
  return deps.database.inTransaction(async (tx) => {
    // Changed or reset in between: the old one typed here is no longer it.
    if (!(await accountKeeping.changePassword(tx, provinceId, accountId, { from, to }))) {
      throw new Refused('password-wrong');
    }
    const ended = await accountKeeping.endSessions(tx, provinceId, accountId, sessionHash);
    const line = { subjectType: 'account', subjectId: accountId, atMs: deps.clock.nowMs(), action: 'password-changed', personId } as const;
    await trail.append(tx, provinceId, { ...line, facts: { sessions: ended } });
    return { ended };
  });
};

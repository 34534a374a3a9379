import { hash } from '@node-rs/argon2';
import type { Handler } from '../../handler';
import { Refused } from '../../refused';
import { Attempts } from '../../sessions/attempts';
import { codeHashOf } from '../open-account';

/** Of this process, like those of signing in. */
const attempts = new Attempts();

/**
 * The holder sets the password with the code. A wrong name, a wrong code and a code that has run out are told the same.
 * @throws Refused activation-refused, too-many-attempts
 */
export const activateAccount: Handler<'activateAccount'> = async (deps, { body }) => {
  const username = body.username.toLowerCase();
  attempts.begin(username);
  // Hashed before the account is looked up: refusals take as long as a success.
  const passwordHash = await hash(body.password);
  const { accountKeeping, trail } = deps.stores;
  const done = await deps.database.inTransaction(async (tx) => {
    const account = await accountKeeping.waiting(tx, username);
    if (account === undefined || account.codeHash !== codeHashOf(account.id, body.code)) {
      return false;
    }
    const { provinceId, id, personId } = account;
    await accountKeeping.setPassword(tx, provinceId, id, passwordHash);
    await accountKeeping.endSessions(tx, provinceId, id);
    const atMs = deps.clock.nowMs();
    await trail.append(tx, provinceId, { subjectType: 'account', subjectId: id, atMs, action: 'account-activated', personId, facts: {} });
    return true;
  });
  if (!done) {
    throw new Refused('activation-refused');
  }
  attempts.succeeded(username);
  return { done: true as const };
};

import type { AccountCode } from '@thidua/contract';
import { addDays, dayOf, formatLocalDate } from '@thidua/kernel';
import type { KeptAccount, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { note } from '../../note';
import { isId } from '../../papers/sight';
import { Refused } from '../../refused';
import { keeping } from '../keeping';
import { CODE_DAYS, codeHashOf, newCode, openAccount as open } from '../open-account';

/** One account for a person; the answer holds the code, this once. @throws Refused forbidden, not-found, username-taken, state-conflict */
export const openAccount: Handler<'openAccount'> = (deps, { actor, params, body }) =>
  keeping(deps, { actor, key: null }, async (tx, { position }): Promise<AccountCode> => {
    const { provinceId } = actor;
    const personId = params['id'] ?? '';
    const [person] = isId(personId) ? await deps.stores.people.persons(provinceId, [personId], tx) : [];
    if (person === undefined) {
      throw new Refused('not-found', { what: 'person' });
    }
    await demandFreeName(deps, tx, body.username);
    const known = await deps.stores.accountKeeping.ofPeople(provinceId, [personId], tx);
    if (known.length > 0) {
      throw new Refused('state-conflict', { reason: 'account-known', username: known[0]?.username ?? '' });
    }
    const { accountId, code } = await open(deps, tx, provinceId, { personId, username: body.username });
    await note(deps, tx, actor, { on: 'account', id: accountId, position, action: 'account-opened', facts: { personId } });
    return { accountId, username: body.username, code: code ?? '', expiresOn: lastDay(deps) };
  });

/** A new code; the old password and every open session are void. @throws Refused forbidden, not-found, state-conflict */
export const resetAccount: Handler<'resetAccount'> = (deps, { actor, params }) =>
  keeping(deps, { actor, key: null }, async (tx, { position }): Promise<AccountCode> => {
    const { provinceId } = actor;
    const account = await accountOf(deps, tx, provinceId, params['id'] ?? '');
    if (account.disabledAt !== null) {
      throw new Refused('state-conflict', { reason: 'account-disabled' });
    }
    const { accountKeeping } = deps.stores;
    const code = newCode();
    await accountKeeping.dropPassword(tx, provinceId, account.id);
    await accountKeeping.setCodes(tx, provinceId, [{ accountId: account.id, codeHash: codeHashOf(account.id, code) }], CODE_DAYS);
    const sessions = await accountKeeping.endSessions(tx, provinceId, account.id);
    await note(deps, tx, actor, { on: 'account', id: account.id, position, action: 'account-reset', facts: { sessions } });
    return { accountId: account.id, username: account.username, code, expiresOn: lastDay(deps) };
  });

/** Closed: nobody signs in with it and whoever is, is out. Nobody closes one's own. @throws Refused forbidden, not-found, state-conflict */
export const setAccountState: Handler<'setAccountState'> = (deps, { actor, params, body, key }) =>
  keeping(deps, { actor, key }, async (tx, { position }) => {
    const { provinceId } = actor;
    const account = await accountOf(deps, tx, provinceId, params['id'] ?? '');
    if (account.personId === actor.personId) {
      throw new Refused('state-conflict', { reason: 'own-account' });
    }
    const { accountKeeping } = deps.stores;
    if (body.disabled) {
      await accountKeeping.disable(tx, provinceId, account.id, deps.clock.nowMs());
      await accountKeeping.endSessions(tx, provinceId, account.id);
    } else {
      await accountKeeping.enable(tx, provinceId, account.id);
    }
    const action = body.disabled ? 'account-disabled' : 'account-enabled';
    const textHash = await deps.stores.payloads.put(tx, provinceId, { reason: body.reason }, deps.clock.nowMs());
    await note(deps, tx, actor, { on: 'account', id: account.id, position, action, facts: { textHash } });
    return { done: true as const };
  });

/** @throws Refused username-taken */
async function demandFreeName({ stores }: CaseworkDeps, tx: Tx, username: string): Promise<void> {
  const [taken] = await stores.accountKeeping.taken([username], tx);
  if (taken !== undefined) {
    throw new Refused('username-taken', { username });
  }
}

async function accountOf({ stores }: CaseworkDeps, tx: Tx, provinceId: string, id: string): Promise<KeptAccount> {
  const account = isId(id) ? await stores.accountKeeping.byId(provinceId, id, tx) : undefined;
  if (account === undefined) {
    throw new Refused('not-found', { what: 'account' });
  }
  return account;
}

/** As printed on the slip; the code's life itself is measured by the database's clock. */
function lastDay(deps: CaseworkDeps): string {
  return formatLocalDate(addDays(dayOf(deps.clock.nowMs()), CODE_DAYS));
}

import { createHash, randomInt } from 'node:crypto';
import { newId } from '@thidua/runtime';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';

/** Days in which a code may be used. */
export const CODE_DAYS = 14;

/** Nothing that is read two ways: no 0 and O, 1, I and L. */
const SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

interface AccountAsk {
  readonly personId: string;
  readonly username: string;
  /** For whoever sets the password in the same breath; everybody else gets a code. */
  readonly passwordHash?: string | null;
}

interface OpenedAccount {
  readonly accountId: string;
  /** The only time it is seen; null where a password was given. */
  readonly code: string | null;
}

/** Opens an account; writes no trail: the act it belongs to does. The code goes to no trail and no kept answer. */
export async function openAccount(
  { stores, clock }: Pick<CaseworkDeps, 'stores' | 'clock'>,
  tx: Tx,
  provinceId: string,
  { personId, username, passwordHash = null }: AccountAsk,
): Promise<OpenedAccount> {
  const accountId = newId(clock);
  await stores.registry.addAccounts(tx, provinceId, [{ id: accountId, personId, username: username.toLowerCase(), passwordHash }]);
  const code = passwordHash === null ? newCode() : null;
  if (code !== null) {
    await stores.accountKeeping.setCodes(tx, provinceId, [{ accountId, codeHash: codeHashOf(accountId, code) }], CODE_DAYS);
  }
  return { accountId, code };
}

/** 'K7QM-3XWA-9RTD': 59 bits, typed from a slip of paper. */
export function newCode(): string {
  const signs = Array.from({ length: 12 }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('');
  return signs.replace(/(.{4})(?=.)/g, '$1-');
}

/** However it was typed: small letters, spaces and dashes do not matter. */
export function codeHashOf(accountId: string, code: string): string {
  return createHash('sha256')
    .update(`${accountId} ${code.toUpperCase().replace(/[^A-Z0-9]/g, '')}`)
    .digest('hex');
}

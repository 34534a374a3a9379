import type { DemoAccount } from '@thidua/contract';
import { today } from '@thidua/runtime';
import type { DemoAccountRecord } from '@thidua/store';
import type { Handler } from '../handler';
import { DEMO_PASSWORD } from '../install/install-demo';
import { Refused } from '../refused';

/** Badges of the role picker stop counting here. */
const CAP = 99;

/** Everyone a visitor may play, with what waits for them. @throws Refused not-found outside of demo mode */
export const demoAccounts: Handler<'demoAccounts'> = async ({ demo, stores, clock }) => {
  if (!demo) {
    throw new Refused('not-found');
  }
  const accounts = await stores.accounts.demoAccounts(today(clock));
  const views = await Promise.all(
    accounts.map(async (account): Promise<DemoAccount> => {
      const { id, username, fullName, title, orgName, provinceId, principals } = account;
      const waiting = await stores.tasks.countFor(provinceId, principals, CAP);
      return { id, username, fullName, title, orgName, face: faceOf(account), waiting };
    }),
  );
  return { accounts: views, password: DEMO_PASSWORD };
};

function faceOf({ level, principals }: DemoAccountRecord): DemoAccount['face'] {
  if (principals.some((principal) => principal.endsWith('/admin'))) {
    return 'admin';
  }
  return level === 'UNIT' ? 'unit' : level === 'XA' ? 'commune' : 'province';
}

import type { DemoAccount } from '@thidua/contract';
import { dayOf, instantOf, isoOf } from '@thidua/kernel';
import { today } from '@thidua/runtime';
import { ClockStore } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handlers } from '../handler';
import { DEMO_PASSWORD } from '../install/install-demo';
import { Refused } from '../refused';

const EVERYTHING = { limit: 99, step: null, text: null, search: '', dueFrom: null, dueBefore: null };

/** The role picker and the movable clock: there only in demo mode. */
export const demoHandlers: Pick<Handlers, 'demoAccounts' | 'clock' | 'advanceClock'> = {
  async demoAccounts(deps) {
    if (!deps.demo) {
      throw new Refused('not-found');
    }
    const day = today(deps.clock);
    const accounts = await deps.stores.accounts.demoAccounts(day);
    const views = await Promise.all(
      accounts.map(async ({ provinceId, level, principals, id, username, fullName, title, orgName }): Promise<DemoAccount> => {
        const waiting = await deps.stores.inbox.page(provinceId, principals, EVERYTHING);
        return { id, username, fullName, title, orgName, face: faceOf(level, principals), waiting: waiting.length };
      }),
    );
    return { accounts: views, password: DEMO_PASSWORD };
  },

  clock(deps) {
    return Promise.resolve(clockView(deps));
  },

  async advanceClock(deps, { body }) {
    if (!deps.demo || !deps.simulatedClock) {
      throw new Refused('forbidden');
    }
    const target = body.to === undefined ? afterWorkingDays(deps, body.workingDays ?? 1) : Date.parse(body.to);
    if (!(target > deps.clock.nowMs())) {
      throw new Refused('request-invalid', { fields: [{ path: 'to', problem: 'the clock goes forward only', kind: 'too_small' }] });
    }
    await deps.database.inTransaction((tx) => new ClockStore(deps.database).setTo(tx, target, { frozen: false }));
    await deps.clock.refresh();
    return clockView(deps);
  },
};

/** Nine in the morning of the n-th working day from today. */
function afterWorkingDays(deps: CaseworkDeps, days: number): number {
  return instantOf(deps.calendar.addWorkingDays(dayOf(deps.clock.nowMs()), days), 9);
}

function clockView({ clock, simulatedClock }: CaseworkDeps): { now: string; simulated: boolean } {
  return { now: isoOf(clock.nowMs()), simulated: simulatedClock };
}

function faceOf(level: string, principals: readonly string[]): DemoAccount['face'] {
  if (principals.some((principal) => principal.endsWith('/admin'))) {
    return 'admin';
  }
  return level === 'UNIT' ? 'unit' : level === 'XA' ? 'commune' : 'province';
}

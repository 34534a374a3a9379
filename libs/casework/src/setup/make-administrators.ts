import { timingSafeEqual } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { addDays, dayOf, formatLocalDate } from '@thidua/kernel';
import { PROVINCES, type BodyOf, type FirstAdministratorsMade } from '@thidua/contract';
import { setupCodeHash, type InstallationRecord, type Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { addOrganisation } from '../people/add-organisation';
import { addPerson, appoint } from '../people/add-person';
import { CODE_DAYS, openAccount } from '../people/open-account';
import { searchable } from '../plain-text';
import { Refused } from '../refused';
import { Attempts } from '../sessions/attempts';

type Made = BodyOf<'makeAdministrators'>;

/** One door for everyone: whoever guesses rests with all others. */
const attempts = new Attempts();
const DOOR = 'setup';

/**
 * Makes the province, its standing department and two administrators, with the code the launcher printed: one administrator alone could
 * publish nothing. The second signs in with a code of their own. @throws Refused setup-closed, setup-code-wrong, too-many-attempts, username-taken
 */
export const makeAdministrators: Handler<'makeAdministrators'> = async (deps, { body }): Promise<FirstAdministratorsMade> => {
  if (body.first.username === body.second.username || searchable(body.first.fullName) === searchable(body.second.fullName)) {
    throw new Refused('request-invalid', { field: 'second' });
  }
  const { database, stores } = deps;
  const demandOpen = async (house: InstallationRecord | undefined, tx?: Tx): Promise<void> => {
    if (house?.mode !== 'real' || (await stores.accounts.count(tx)) > 0) {
      throw new Refused('setup-closed');
    }
    if (house.codeHash === null || !same(house.codeHash, setupCodeHash(body.code))) {
      throw new Refused('setup-code-wrong');
    }
  };
  attempts.begin(DOOR);
  // Once before the work of hashing, which is not for strangers, and once under the lock.
  await demandOpen(await stores.installation.find());
  const passwordHash = await hash(body.first.password);
  const made = await database.inTransaction(async (tx) => {
    await demandOpen(await stores.installation.lock(tx), tx);
    await stores.installation.setCode(tx, null);
    return makeProvince(deps, tx, body, passwordHash);
  });
  attempts.succeeded(DOOR);
  return made;
};

async function makeProvince(deps: CaseworkDeps, tx: Tx, body: Made, passwordHash: string): Promise<FirstAdministratorsMade> {
  const { kind, name, from } = body.province;
  const provinceId = provinceIdOf(name);
  const word = kind === 'city' ? 'thành phố' : 'tỉnh';
  const province = await addOrganisation(deps, tx, provinceId, { kind, name: `UBND ${word} ${name}`, parent: null, symbol: 'UBND', from });
  const department = { name: `Sở Nội vụ ${word} ${name}`, symbol: 'SNV', headBody: 'SỞ NỘI VỤ' };
  await addOrganisation(deps, tx, provinceId, { kind: 'standing-department', parent: province, from, ...department });
  await deps.stores.provinceSetups.add(tx, provinceId, deps.clock.nowMs());
  const at = { provinceId, orgId: province.id };
  const first = await addAdministrator(deps, tx, at, { ...body.first, passwordHash });
  const second = await addAdministrator(deps, tx, at, { ...body.second, passwordHash: null });
  await deps.stores.trail.append(tx, provinceId, {
    ...{ subjectType: 'organisation', subjectId: province.id, atMs: deps.clock.nowMs(), action: 'province-set-up' },
    ...{ personId: first.personId, positionId: first.positionId, grantVersion: 1 },
    facts: { from, administrators: [first.personId, second.personId] },
  });
  const expiresOn = formatLocalDate(addDays(dayOf(Date.now()), CODE_DAYS));
  return { provinceName: province.name, username: body.second.username, code: second.code ?? '', expiresOn };
}

interface Post {
  readonly personId: string;
  readonly positionId: string;
  readonly code: string | null;
}

async function addAdministrator(
  deps: CaseworkDeps,
  tx: Tx,
  { provinceId, orgId }: { readonly provinceId: string; readonly orgId: string },
  who: Made['second'] & { readonly passwordHash: string | null },
): Promise<Post> {
  const { fullName, title, username, passwordHash } = who;
  const today = formatLocalDate(dayOf(deps.clock.nowMs()));
  if ((await deps.stores.accountKeeping.taken([username], tx)).length > 0) {
    throw new Refused('username-taken', { username });
  }
  const personId = await addPerson(deps, tx, provinceId, { fullName });
  const positionId = await appoint(deps, tx, provinceId, { personId, orgId, role: 'admin', title, from: today });
  const { code } = await openAccount(deps, tx, provinceId, { personId, username, passwordHash });
  return { personId, positionId, code };
}

/** The id by which packs of law name it; one that is not on the list is called by its name: 'Cửu Long' → 'CUU-LONG'. */
function provinceIdOf(name: string): string {
  const known = PROVINCES.find((one) => searchable(one.name) === searchable(name));
  return (
    known?.code ??
    searchable(name)
      .replace(/[^a-z0-9]+/g, '-')
      .toUpperCase()
  );
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

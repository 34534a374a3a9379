import { newId } from '@thidua/runtime';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { searchable } from '../plain-text';

type Needs = Pick<CaseworkDeps, 'stores' | 'clock'>;

interface PersonAsk {
  readonly fullName: string;
  readonly gender?: 'nam' | 'nu' | null;
  /** YYYY-MM-DD. */
  readonly born?: string | null;
}

export interface PostAsk {
  readonly personId: string;
  readonly orgId: string;
  /** One of POST_ROLES. */
  readonly role: string;
  readonly title: string;
  /** YYYY-MM-DD. */
  readonly from: string;
  readonly to?: string | null;
}

/** Adds a person; writes no trail: the act it belongs to does. @returns its id */
export async function addPerson({ stores, clock }: Needs, tx: Tx, provinceId: string, ask: PersonAsk): Promise<string> {
  const id = newId(clock);
  const { fullName, gender = null, born = null } = ask;
  await stores.registry.addPeople(tx, provinceId, [{ id, fullName, searchName: searchable(fullName), gender, born }]);
  return id;
}

/** Puts a person into a post; writes no trail: the act it belongs to does. @returns the post's id */
export async function appoint({ stores, clock }: Needs, tx: Tx, provinceId: string, ask: PostAsk): Promise<string> {
  const id = newId(clock);
  const { personId, orgId, role, title, from, to = null } = ask;
  await stores.registry.addPositions(tx, provinceId, [{ id, orgId, personId, role, title, from, to }]);
  return id;
}

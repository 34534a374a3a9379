import type { CaseworkDeps } from '../deps';

/** Kinds of local government above an organisation, the province's first: award names are written for them. */
export async function tiersOf({ stores }: Pick<CaseworkDeps, 'stores'>, provinceId: string, orgId: string): Promise<readonly string[]> {
  const orgs = new Map((await stores.people.orgs(provinceId)).map((org) => [org.id, org]));
  const tiers: string[] = [];
  for (let org = orgs.get(orgId); org !== undefined; org = org.parentId === null ? undefined : orgs.get(org.parentId)) {
    tiers.unshift(org.tier);
  }
  return tiers;
}

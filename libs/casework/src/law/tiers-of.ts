import type { CaseworkDeps } from '../deps';

/** Kinds of local government above an organisation, the province's first: award names are written for them. */
export async function tiersOf(deps: Pick<CaseworkDeps, 'stores'>, provinceId: string, orgId: string): Promise<readonly string[]> {
  return (await tierReader(deps, provinceId))(orgId);
}

/** The same for a whole list: the organisations are read once. */
export async function tierReader(
  { stores }: Pick<CaseworkDeps, 'stores'>,
  provinceId: string,
): Promise<(orgId: string) => readonly string[]> {
  const orgs = new Map((await stores.people.orgs(provinceId)).map((org) => [org.id, org]));
  return (orgId) => {
    const tiers: string[] = [];
    for (let org = orgs.get(orgId); org !== undefined; org = org.parentId === null ? undefined : orgs.get(org.parentId)) {
      tiers.unshift(org.tier);
    }
    return tiers;
  };
}

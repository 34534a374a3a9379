import { bodiesOf } from '@thidua/access';
import type { CaseworkDeps } from '../deps';
import { ROLE_WORDS, roleOf } from '../people/body-facts';

/** Posts behind `pos:` groups as people call them, whether somebody holds them or not. */
export async function postWords(
  { stores }: Pick<CaseworkDeps, 'stores'>,
  provinceId: string,
  groups: readonly string[],
): Promise<(group: string) => string> {
  const orgs = bodiesOf(groups).length === 0 ? [] : await stores.people.orgs(provinceId);
  const names = new Map(orgs.map((org) => [org.id, org.name]));
  return (group) => {
    const [, orgId = '', role = ''] = /^pos:([^/]+)\/(.+)$/.exec(group) ?? [];
    const org = names.get(orgId);
    return org === undefined ? 'một người được nêu tên' : `${roleWord(role)}, ${org}`;
  };
}

export function roleWord(role: string): string {
  const known = roleOf(role);
  return known === undefined ? role : ROLE_WORDS[known];
}

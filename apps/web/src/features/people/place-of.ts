import type { PersonView } from '@thidua/contract';

/** 'Văn thư, UBND xã An Hòa'; the title alone where it names the body already. */
export function placeOf({ title, orgName }: PersonView['posts'][number]): string {
  return title.includes(orgName) ? title : `${title}, ${orgName}`;
}

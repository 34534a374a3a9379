/** 'Văn thư, UBND xã An Hòa'; the title alone where it names the body already. */
export function placeOf({ title, orgName }: { readonly title: string; readonly orgName: string }): string {
  return title.includes(orgName) ? title : `${title}, ${orgName}`;
}

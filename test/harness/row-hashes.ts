import type { Database } from '@thidua/store';

/** Every table of the database with the number of its rows and one hash over all of them, whatever their order. */
export async function rowHashes({ reader }: Pick<Database, 'reader'>): Promise<ReadonlyMap<string, string>> {
  const tables: { readonly name: string }[] = await reader.query(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const found = new Map<string, string>();
  for (const { name } of tables) {
    const [row]: { readonly hash: string }[] = await reader.query(
      `select count(*) || ' ' || coalesce(md5(string_agg(h, '' order by h)), '') as hash from (select md5(t::text) as h from "${name}" t) x`,
    );
    found.set(name, row?.hash ?? '');
  }
  return found;
}

/** Tables whose rows are not what they were. */
export function changedTables(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));
}

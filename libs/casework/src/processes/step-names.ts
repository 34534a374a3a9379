import type { CaseworkDeps } from '../deps';

// Released versions never change: their steps are read once.
const known = new WeakMap<object, Map<string, readonly string[]>>();

/** What people are asked to do in a released version, by the names of its steps. */
export async function stepNamesOf({ stores }: Pick<CaseworkDeps, 'stores'>, provinceId: string, id: string): Promise<readonly string[]> {
  const names = known.get(stores.definitions) ?? new Map<string, readonly string[]>();
  known.set(stores.definitions, names);
  const found = names.get(id) ?? namesIn((await stores.definitions.byId(provinceId, id))?.xml ?? '');
  names.set(id, found);
  return found;
}

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', apos: "'", lt: '<', gt: '>', amp: '&' };

function namesIn(xml: string): readonly string[] {
  const written = [...xml.matchAll(/<(?:\w+:)?userTask\b[^>]*?\bname="([^"]+)"/g)].map(([, name = '']) => name);
  return [...new Set(written.map((name) => name.replace(/&(\w+);/g, (all, entity: string) => ENTITIES[entity] ?? all)))];
}

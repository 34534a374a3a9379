import type { OrgRecord } from '@thidua/store';

export interface Merger {
  readonly predecessorId: string;
  readonly successorId: string;
}

/**
 * Every body whose figures are a body's own, with the one directly below it under which each stands; the body itself stands under itself.
 * What went whole into another body stands under that one, no longer under the body it had above it.
 */
export function bodiesBelow(
  orgs: readonly Pick<OrgRecord, 'id' | 'parentId'>[],
  mergers: readonly Merger[],
  rootId: string,
): ReadonlyMap<string, string> {
  const below = new Map<string, string[]>();
  const add = (over: string, under: string): void => void below.set(over, [...(below.get(over) ?? []), under]);
  const successors = new Map(mergers.map(({ predecessorId, successorId }) => [predecessorId, successorId]));
  orgs.forEach(({ id, parentId }) => {
    const over = successors.get(id) ?? parentId;
    if (over !== null) {
      add(over, id);
    }
  });
  const found = new Map([[rootId, rootId]]);
  const walk = (over: string, branch: string | null): void => {
    for (const id of below.get(over) ?? []) {
      if (!found.has(id)) {
        found.set(id, branch ?? id);
        walk(id, branch ?? id);
      }
    }
  };
  walk(rootId, null);
  return found;
}

/** The standing office of a province looks with the province's eyes; every other body with its own. */
export function rootsOf(orgs: readonly OrgRecord[], orgId: string): readonly string[] {
  const [office] = orgs
    .filter((org) => org.kind === 'department' && org.level === 'TINH')
    .toSorted((a, b) => (`${a.validFrom} ${a.id}` < `${b.validFrom} ${b.id}` ? -1 : 1));
  const province = orgs.find((org) => org.kind === 'province');
  return office?.id === orgId && province !== undefined ? [province.id, orgId] : [orgId];
}

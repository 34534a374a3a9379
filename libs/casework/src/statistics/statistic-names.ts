import type { Catalogue, DimensionValue, Pack } from '@thidua/awards';
import type { OrgRecord } from '@thidua/store';
import { nameOfAward } from '../law/names';

const NONE = 'none';

export interface NamedMovement {
  readonly id: string;
  readonly name: string;
  readonly orgId: string | null;
  readonly orgName: string;
  readonly parentId: string | null;
}

export interface Surroundings {
  /** The pack of the day first; awards of older ones behind it. */
  readonly packs: readonly Pack[];
  readonly tiers: readonly string[];
  readonly movements: readonly NamedMovement[];
  readonly orgs: readonly OrgRecord[];
  readonly bodies: ReadonlyMap<string, string>;
  readonly rootId: string;
  readonly years: readonly number[];
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** Names of everything lines are made of, in the order they stand in. */
export function catalogueOf(around: Surroundings): Catalogue {
  const awards = new Map(
    around.packs.flatMap((pack) => pack.awards.map((row) => [row.award, { kind: row.kind, pack }] as const)).toReversed(),
  );
  const inOrder = [...new Set(around.packs.flatMap((pack) => pack.awards.map((row) => row.award)))];
  return {
    awardKinds: Object.fromEntries([...awards].map(([award, { kind }]) => [award, kind])),
    values: {
      award: inOrder.map((award) => ({ value: award, label: nameOfAward(awards.get(award)?.pack, award, around.tiers, 'full') })),
      movement: [...movementTree(around), { value: NONE, label: 'Không theo phong trào' }],
      branch: branches(around).map(({ id, name, standing }) => ({ value: id, label: name, always: standing })),
      year: around.years.toSorted((a, b) => a - b).map((year) => ({ value: String(year), label: `Năm ${String(year)}` })),
      quarter: quarters(around.years),
    },
  };
}

/** A movement with those that carry it out below it; a parent elsewhere in the province stands over its child. */
export function movementTree({ movements, bodies }: Pick<Surroundings, 'movements' | 'bodies'>): readonly DimensionValue[] {
  const known = new Set(movements.map((one) => one.id));
  const childrenOf = (id: string | null): readonly NamedMovement[] =>
    movements
      .filter((one) => (id === null ? one.parentId === null || !known.has(one.parentId) : one.parentId === id))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'vi') || a.orgName.localeCompare(b.orgName, 'vi') || (a.id < b.id ? -1 : 1));
  const lines = (
    one: NamedMovement,
    depth: number,
  ): readonly (DimensionValue & { readonly includes: readonly string[]; readonly always: boolean })[] => {
    const below = childrenOf(one.id).map((child) => lines(child, depth + 1));
    const own = one.orgId !== null && bodies.has(one.orgId);
    return [
      {
        value: one.id,
        label: `${one.name} (${one.orgName})`,
        depth,
        includes: [one.id, ...below.flatMap((all) => all[0]?.includes ?? [])],
        always: own || below.some((all) => all[0]?.always === true),
      },
      ...below.flat(),
    ];
  };
  return childrenOf(null).flatMap((one) => lines(one, 0));
}

/** The bodies right below, those that are no more last; the body itself first, for what it proposes itself. */
export function branches({ orgs, bodies, rootId, today }: Pick<Surroundings, 'orgs' | 'bodies' | 'rootId' | 'today'>): readonly {
  readonly id: string;
  readonly name: string;
  readonly standing: boolean;
}[] {
  const ids = new Set(bodies.values());
  return orgs
    .filter((org) => ids.has(org.id))
    .map(({ id, name, validTo, level }) => ({
      id,
      name: id === rootId ? `${name} (trực tiếp)` : name,
      level,
      standing: validTo === null || validTo >= today,
    }))
    .toSorted(
      (a, b) =>
        Number(b.id === rootId) - Number(a.id === rootId) ||
        Number(b.standing) - Number(a.standing) ||
        RANKS.indexOf(b.level) - RANKS.indexOf(a.level) ||
        a.name.localeCompare(b.name, 'vi') ||
        (a.id < b.id ? -1 : 1),
    );
}

const RANKS: readonly string[] = ['UNIT', 'XA', 'HUYEN', 'TINH', 'TW'];
const ROMAN = ['I', 'II', 'III', 'IV'];

/** A decision may fall into the year after the last one considered. */
function quarters(years: readonly number[]): readonly DimensionValue[] {
  const [first, last] = [Math.min(...years), Math.max(...years) + 1];
  const all = years.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return [
    ...all.flatMap((year) =>
      ROMAN.map((roman, index) => ({ value: `${String(year)}-Q${String(index + 1)}`, label: `Quý ${roman}/${String(year)}` })),
    ),
    { value: NONE, label: 'Chưa có quyết định' },
  ];
}

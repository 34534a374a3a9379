import type { StatisticMenu } from '@thidua/contract';

/** What the address of the page says; a cell is 'line|column'. */
export interface StatisticSearch {
  readonly bieu?: string | undefined;
  readonly cq?: string | undefined;
  readonly pt?: string | undefined;
  readonly nam?: number | undefined;
  readonly dip?: Occasion | undefined;
  readonly dv?: string | undefined;
  readonly o?: string | undefined;
}

export const OCCASIONS = ['annual', 'interim', 'final', 'ad-hoc', 'unspecified'] as const;
export type Occasion = (typeof OCCASIONS)[number];

export interface StatisticQuery {
  readonly orgId: string;
  readonly movementId?: string;
  readonly year?: number;
  readonly occasion?: Occasion;
  readonly branchId?: string;
}

/** Reads the address; what is no filter is left out. */
export function searchOf(raw: Record<string, unknown>): StatisticSearch {
  const text = (key: string): string | undefined => {
    const value = raw[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const year = Number(raw['nam']);
  const dip = OCCASIONS.find((one) => one === raw['dip']);
  const found = {
    bieu: text('bieu'),
    cq: text('cq'),
    pt: text('pt'),
    nam: Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : undefined,
    dip,
    dv: text('dv'),
    o: text('o'),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** Filters that the chosen body does not have are not asked for. */
export function queryOf(menu: StatisticMenu, search: StatisticSearch): StatisticQuery {
  const { pt, nam, dip, dv } = search;
  return {
    orgId: menu.orgId,
    ...(pt !== undefined && (pt === 'none' || menu.movements.some((one) => one.id === pt)) ? { movementId: pt } : {}),
    ...(nam === undefined ? {} : { year: nam }),
    ...(dip === undefined ? {} : { occasion: dip }),
    ...(dv !== undefined && menu.branches.some((one) => one.id === dv) ? { branchId: dv } : {}),
  };
}

/** 'line|column': keys of lines may hold anything but a bar. */
export function cellOf(cell: string): { readonly line: string; readonly column: string } {
  const at = cell.lastIndexOf('|');
  return { line: cell.slice(0, at), column: cell.slice(at + 1) };
}

import type { Agency, PlanHints } from '@thidua/plans';
import type { OrgRecord } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';

/** What the register knows for the reading of a plan: whose it is, in which province, and which bodies have ended. */
export interface DraftPlace {
  readonly hints: PlanHints;
  readonly agencies: readonly Agency[];
}

export async function placeOf({ stores }: Pick<CaseworkDeps, 'stores'>, org: OrgRecord): Promise<DraftPlace> {
  const [orgs, { province }] = [await stores.people.orgs(org.provinceId), await stores.people.seats(org.provinceId)];
  const place = areaOf(org);
  return {
    hints: {
      ...(province === undefined ? {} : { province: province.name.replace(/^UBND /u, '') }),
      ...(place === null ? {} : { place }),
    },
    agencies: orgs
      .filter((one) => one.validTo !== null)
      .map((one) => ({ name: one.name, from: one.validFrom, to: one.validTo, successor: null })),
  };
}

/** 'UBND xã Gia Phúc' → 'xã Gia Phúc'; null for a body that is no committee. */
function areaOf({ name }: OrgRecord): string | null {
  return name.startsWith('UBND ') ? name.slice('UBND '.length) : null;
}

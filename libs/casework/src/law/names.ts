import { awardName, awardOf, type AreaForm, type Pack } from '@thidua/awards';
import type { OrgRecord } from '@thidua/store';

const AREAS: readonly string[] = ['tinh', 'thanh-pho', 'xa', 'phuong', 'dac-khu'] satisfies readonly AreaForm[];

/** An award's printed name in a place; its code when the pack does not know it. */
export function nameOfAward(
  pack: Pack | undefined,
  code: string,
  tier: OrgRecord['tier'] | undefined,
  form: 'full' | 'short' = 'short',
): string {
  const row = pack === undefined ? undefined : awardOf(pack, code);
  return row === undefined ? code : awardName(row, isArea(tier) ? tier : 'any', form);
}

function isArea(tier: string | undefined): tier is AreaForm {
  return tier !== undefined && AREAS.includes(tier);
}

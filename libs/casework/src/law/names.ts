import { awardName, awardOf, type AreaForm, type Pack } from '@thidua/awards';

const AREAS: readonly string[] = [
  'tinh',
  'thanh-pho',
  'huyen',
  'quan',
  'thi-xa',
  'xa',
  'phuong',
  'dac-khu',
  'thi-tran',
] satisfies readonly AreaForm[];

/** An award's printed name as the places concerned write it (tiers of province and commune); its code when the pack does not know it. */
export function nameOfAward(pack: Pack | undefined, code: string, tiers: readonly string[], form: 'full' | 'short' = 'short'): string {
  const row = pack === undefined ? undefined : awardOf(pack, code);
  if (row === undefined) {
    return code;
  }
  const area = tiers.find((tier): tier is AreaForm => AREAS.includes(tier) && row.names.some((name) => name.area === tier));
  return awardName(row, area ?? 'any', form);
}

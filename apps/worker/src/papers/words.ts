import { awardName, awardOf, type AreaForm, type Pack } from '@thidua/awards';
import type { OrgFacts, RowFacts } from '@thidua/store';

/** 'Ủy ban nhân dân xã Gia Phúc' for the screen name 'UBND xã Gia Phúc'. */
export function formalName(org: OrgFacts): string {
  return org.name.replace(/^UBND/, 'Ủy ban nhân dân');
}

/** 'Chủ tịch Ủy ban nhân dân xã Gia Phúc'. */
export function chairOf(org: OrgFacts): string {
  return `Chủ tịch ${formalName(org)}`;
}

export function areaOf(org: OrgFacts): AreaForm {
  return org.tier === 'tinh' || org.tier === 'thanh-pho' || org.tier === 'xa' || org.tier === 'phuong' || org.tier === 'dac-khu'
    ? org.tier
    : 'any';
}

/** The award's full official name where it is decided: at the commune for a Giấy khen, at the province for the rest. */
export function fullAward(pack: Pack, award: string, places: { readonly commune?: OrgFacts; readonly province: OrgFacts }): string {
  const row = awardOf(pack, award);
  if (row === undefined) {
    return award;
  }
  const place = row.level === 'XA' || row.level === 'UNIT' ? (places.commune ?? places.province) : places.province;
  return awardName(row, areaOf(place));
}

/** 'Giấy khen', 'Bằng khen', or the whole title of a danh hiệu. */
export function shortAward(full: string): string {
  return /^(Giấy khen|Bằng khen|Cờ thi đua|Huân chương Lao động)/.exec(full)?.[0] ?? full;
}

/** '02 tập thể, 01 hộ gia đình, 03 cá nhân'. */
export function countWords(rows: readonly RowFacts[]): string {
  const kinds = ['collective', 'household', 'individual'] as const;
  const names = { collective: 'tập thể', household: 'hộ gia đình', individual: 'cá nhân' };
  return kinds
    .map((kind) => ({ kind, n: rows.filter((row) => row.kind === kind).length }))
    .filter(({ n }) => n > 0)
    .map(({ kind, n }) => `${String(n).padStart(2, '0')} ${names[kind]}`)
    .join(', ');
}

/** 'Ông', 'Bà' are not known of every nominee; a collective and a household carry their own word. */
export function recipientWords(row: RowFacts): string {
  return row.kind === 'collective' && !/^(tập thể|trường|tổ|trạm|phòng|công ty|hợp tác xã)/i.test(row.name)
    ? `Tập thể ${row.name}`
    : row.name;
}

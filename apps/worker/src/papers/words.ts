import { awardName, awardOf, type AreaForm, type Pack } from '@thidua/awards';
import type { OrgFacts, RowFacts } from '@thidua/store';

/** 'Ủy ban nhân dân xã Gia Phúc' for the screen name 'UBND xã Gia Phúc'. */
export function formalName(org: OrgFacts): string {
  return org.name.replace(/^UBND/, 'Ủy ban nhân dân');
}

/** 'Hiệu trưởng Trường Tiểu học Gia Phúc'; a title that names the body already stays as it is. */
export function nameWithPlace(title: string, orgName: string): string {
  return title.includes(orgName) ? title : `${title} ${orgName}`;
}

/** 'Hiệu trưởng' of 'Hiệu trưởng Trường Tiểu học Gia Phúc'. */
export function headTitleOf(title: string): string {
  return (
    /^(Hiệu trưởng|Giám đốc|Tổng Giám đốc|Trưởng trạm|Trưởng thôn|Tổ trưởng|Trưởng phòng|Chủ tịch)/.exec(title)?.[0] ?? 'Thủ trưởng đơn vị'
  );
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

/** 'tỉnh Thái Nguyên' of 'UBND tỉnh Thái Nguyên': the area a body governs. */
export function placeName(org: OrgFacts): string {
  return org.name.replace(/^UBND /u, '');
}

/** Trích yếu: the awards by name while they are few, else what they are for. */
export function subjectWords(awards: readonly string[], occasion: string): string {
  return awards.length <= 2 ? `Về việc đề nghị tặng ${awards.join(' và ')}` : `Về việc đề nghị khen thưởng ${occasion}`;
}

/** The same, as the head of the list that goes with it. */
export function listSubject(awards: readonly string[], occasion: string): string {
  return subjectWords(awards, occasion).replace(/^Về việc đ/u, 'Đ');
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
  if (row.kind === 'household') {
    return /^(hộ|gia đình)/i.test(row.name) ? row.name : `Hộ gia đình ${row.name}`;
  }
  return row.kind === 'collective' && !/^(tập thể|trường|tổ|trạm|phòng|công ty|hợp tác xã|thôn|ủy ban|ubnd)/i.test(row.name)
    ? `Tập thể ${row.name}`
    : row.name;
}

/** Post and unit of a person, 'Cư trú tại …' of an outsider, nationality of a foreigner; of others the unit they belong to. */
export function placeWords(row: RowFacts): string {
  const outside = row.outsider === null ? '' : text(row.outsider['managingBody']) || text(row.outsider['address']);
  const nationality = text(row.details['nationality']);
  const where = row.scope === 'inside' || outside === '' ? row.unitName : outside;
  const parts = row.kind === 'individual' ? [row.title, where] : [where];
  return [...parts, ...(nationality === '' ? [] : [`quốc tịch ${nationality}`])].filter((part) => part !== '').join(', ');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** 'Đợt xét …' → 'đợt xét …', inside a sentence. */
export function lowerFirst(text: string): string {
  return text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1);
}

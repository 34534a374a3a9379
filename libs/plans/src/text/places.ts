import type { Level } from '@thidua/awards';
import { flat, titleCase } from './words';

/** Kinds of area in the words of documents, with the level of their committee. 'thành phố' is decided by `levelOfBody`. */
export const AREA = '(?:xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|tỉnh|thành phố)';
export const NAME = '\\p{Lu}\\p{L}*(?:(?: |-)\\p{Lu}\\p{L}*){0,4}';
const CITIES = ['Hà Nội', 'Huế', 'Hải Phòng', 'Đà Nẵng', 'Cần Thơ', 'Hồ Chí Minh'];

/** 'UBND tỉnh X' → 'Ủy ban nhân dân tỉnh X'; spelling 'Uỷ' and 'Hoà' as decrees write them today. */
export function officialBody(text: string): string {
  return flat(text)
    .replaceAll(/UBND/gu, 'Ủy ban nhân dân')
    .replaceAll(/(?:U[ỷy]|Ủy) ban nhân dân/giu, 'Ủy ban nhân dân')
    .replaceAll(/HĐND/gu, 'Hội đồng nhân dân')
    .replace(/^chủ tịch/u, 'Chủ tịch');
}

/** The level of a body named in a document; null when its name does not tell. */
export function levelOfBody(body: string): Level | null {
  if (/Thủ tướng|Chính phủ|Trung ương/iu.test(body)) {
    return 'TTG';
  }
  const area = new RegExp(`(?<!\\p{L})(${AREA})(?:\\s+(${NAME}))?`, 'iu').exec(body);
  return area?.[1] === undefined ? null : levelOfArea(area[1].toLowerCase(), area[2] ?? null);
}

function levelOfArea(kind: string, name: string | null): Level {
  switch (kind) {
    case 'xã':
    case 'phường':
    case 'đặc khu':
    case 'thị trấn':
      return 'XA';
    case 'huyện':
    case 'quận':
    case 'thị xã':
      return 'HUYEN';
    case 'thành phố':
      return name === null || CITIES.some((city) => name.startsWith(city)) ? 'TINH' : 'HUYEN';
    default:
      return 'TINH';
  }
}

/** 'PHƯỜNG VẠN XUÂN' → 'phường Vạn Xuân'; mixed case stays as written. */
export function areaName(printed: string): string {
  const found = new RegExp(`^(${AREA})\\s+(.+)$`, 'iu').exec(flat(printed));
  if (found?.[1] === undefined || found[2] === undefined) {
    return flat(printed);
  }
  return `${found[1].toLowerCase()} ${found[2] === found[2].toUpperCase() ? titleCase(found[2]) : found[2]}`;
}

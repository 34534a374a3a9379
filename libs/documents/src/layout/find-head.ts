import type { LaidOutPage, TextLine } from './laid-out';
import { centreOf, loosely } from './measure';

/** Ô 1–4, 5b: the two columns over the title. */
export interface Head {
  readonly page: LaidOutPage;
  readonly country: TextLine;
  readonly motto: TextLine | undefined;
  /** Left column over the number, from the top. */
  readonly bodies: readonly TextLine[];
  readonly number: TextLine | undefined;
  readonly place: TextLine | undefined;
  /** 'V/v …' under the number, line by line. */
  readonly about: readonly TextLine[];
  /** Baseline of its last line. */
  readonly endY: number;
}

export const COUNTRY = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

export function findHead(page: LaidOutPage | undefined): Head | undefined {
  const country = page?.lines.find((line) => loosely(line.text) === COUNTRY);
  if (page === undefined || country === undefined) {
    return undefined;
  }
  const motto = page.lines.find((line) => loosely(line.text) === loosely(MOTTO));
  const place = page.lines.find((line) => line.y > country.y && /, ngày\b.*tháng.*năm/i.test(line.text) && line.role === 'plain');
  const left = page.lines.filter((line) => line.role === 'plain' && centreOf(line) < country.x0 && line.y > country.y - 24);
  const number = left.find((line) => /^(Số|No)\s*:/i.test(line.text) && line.y < country.y + 120);
  const rowY = Math.min(number?.y ?? Infinity, place?.y ?? Infinity, country.y + 90);
  const bodies = left.filter((line) => line.y < rowY - 4);
  const about = aboutOf(left, number);
  const endY = Math.max(rowY === Infinity ? country.y : Math.min(rowY, country.y + 120), place?.y ?? 0, ...about.map(({ y }) => y));
  return { page, country, motto, bodies, number, place, about, endY };
}

function aboutOf(left: readonly TextLine[], number: TextLine | undefined): TextLine[] {
  const at = left.findIndex((line) => /^V\/v\b/i.test(line.text));
  const first = left[at];
  if (first === undefined || number === undefined) {
    return [];
  }
  const lines = [first];
  for (const line of left.slice(at + 1)) {
    const last = lines.at(-1) ?? first;
    if (line.y - last.y > last.size * 1.8 || line.y <= last.y || /^Kính gửi/i.test(line.text)) {
      break;
    }
    lines.push(line);
  }
  return lines;
}

/** Widths of Times bold in thousandths of the size, letters without their marks. */
const WIDTHS: readonly (readonly [width: number, letters: string])[] = [
  [250, ' .,'],
  [278, "il/'"],
  [333, 'jft-:;()'],
  [389, 'sI'],
  [444, 'rcez'],
  [500, 'aogvxy0123456789J“”–'],
  [556, 'bdđhknpquPS'],
  [611, 'FưZ'],
  [667, 'BELT'],
  [722, 'ACDĐNRUVXYw'],
  [778, 'GHKOQƠƯ'],
  [833, 'm&'],
  [1000, 'MW%…'],
];

const WIDTH_OF = new Map(WIDTHS.flatMap(([width, letters]) => Array.from(letters, (letter) => [letter, width] as const)));
const USUAL = 556;
/** Words. */
const LONGEST_QUOTATION = 7;
const MM_PER_PT = 25.4 / 72;

/** Words that belong together: a line shall not end inside them. Compared in capitals. */
const TOGETHER = [
  'ỦY BAN NHÂN DÂN',
  'HỘI ĐỒNG NHÂN DÂN',
  'HỘI ĐỒNG',
  'CHỦ TỊCH NƯỚC',
  'CHỦ TỊCH',
  'THỦ TƯỚNG CHÍNH PHỦ',
  'THI ĐUA - KHEN THƯỞNG',
  'THI ĐUA, KHEN THƯỞNG',
  'PHONG TRÀO THI ĐUA',
  'HỘI NGHỊ',
  'SƠ KẾT',
  'TỔNG KẾT',
  'TẬP THỂ LAO ĐỘNG XUẤT SẮC',
  'TẬP THỂ LAO ĐỘNG TIÊN TIẾN',
  'LAO ĐỘNG TIÊN TIẾN',
  'CHIẾN SĨ THI ĐUA',
  'CƠ SỞ',
  'TOÀN QUỐC',
  'CỜ THI ĐUA',
  'CHÍNH PHỦ',
  'HUÂN CHƯƠNG',
  'LAO ĐỘNG',
  'GIẤY KHEN',
  'BẰNG KHEN',
  'KHEN THƯỞNG',
  'THÀNH TÍCH',
  'XUẤT SẮC',
  'CÁ NHÂN',
  'TẬP THỂ',
  'DANH SÁCH',
  'DANH HIỆU',
  'THÀNH PHỐ',
  'SỞ NỘI VỤ',
  'VĂN HÓA - XÃ HỘI',
  'TRUNG HỌC CƠ SỞ',
  'TRUNG HỌC PHỔ THÔNG',
  'TIỂU HỌC',
  'MẦM NON',
  'TRÁCH NHIỆM HỮU HẠN',
  'CỔ PHẦN',
  'ĐỀ NGHỊ',
  'QUYẾT ĐỊNH',
  'XÉT TẶNG',
  'ĐẦU TƯ',
  'CHUYỂN ĐỔI SỐ',
  'SÁNG TẠO',
  'ĐỔI MỚI',
  'KHOA HỌC',
  'CÔNG NGHỆ',
].map((phrase) => phrase.split(' '));

/** Words that take the next one with them: 'năm 2026', 'số 57/QĐ-UBND'. */
const LEADING = new Set([
  'SỐ',
  'NGÀY',
  'THÁNG',
  'NĂM',
  'ĐIỀU',
  'KHOẢN',
  'ĐIỂM',
  'LẦN',
  'THỨ',
  'HẠNG',
  'XÃ',
  'PHƯỜNG',
  'TỈNH',
  'HUYỆN',
  'QUẬN',
  'ĐỢT',
  'CỤM',
  'KHỐI',
  'VỀ',
]);
/** A line may well begin with these. */
const OPENING = new Set(['CỦA', 'CHO', 'VÀ', 'TRONG', 'GIAI', 'THEO', 'ĐỐI', 'TẠI', 'VỀ', '“']);

/** Width in millimetres of a line of Times bold; about three hundredths off at most. */
export function lineWidth(text: string, size = 14): number {
  const letters = text
    .normalize('NFD')
    .replace(/[\u0300-\u0309\u0323]/g, '')
    .normalize('NFC');
  return Array.from(letters).reduce((sum, letter) => sum + (WIDTH_OF.get(letter) ?? USUAL), 0) * (size / 1000) * MM_PER_PT;
}

/**
 * A title on as few lines as it needs, of about the same length, broken where a reader would pause. 'Millimetres' is the room a line has;
 * a line break in the text stays one.
 */
export function balancedLines(text: string, millimetres: number, size = 14): string[] {
  return text
    .split('\n')
    .filter((part) => part.trim() !== '')
    .flatMap((part) => balance(part.trim().split(/\s+/), millimetres, size));
}

/** Room for a rule under a title: 0.42 of its longest line, between a third and a half however the estimate is off. */
export function ruleWidth(text: string, millimetres: number, size = 14): number {
  const longest = Math.max(0, ...balancedLines(text, millimetres, size).map((line) => lineWidth(line, size)));
  return Math.round(longest * 4.2) / 10;
}

interface Best {
  readonly cost: number;
  readonly from: number;
}

function balance(words: readonly string[], room: number, size: number): string[] {
  const whole = lineWidth(words.join(' '), size);
  const ties = tiesOf(words);
  for (let lines = Math.min(words.length, Math.max(1, Math.ceil(whole / room))); lines <= words.length; lines += 1) {
    const broken = breakInto(words, lines, { ties, room, size, aim: whole / lines });
    if (broken !== undefined) {
      return broken;
    }
  }
  return [words.join(' ')];
}

interface Setting {
  readonly ties: readonly boolean[];
  readonly room: number;
  readonly size: number;
  readonly aim: number;
}

/** The cheapest way to set the words on so many lines; undefined when a line would not fit. */
function breakInto(words: readonly string[], lines: number, setting: Setting): string[] | undefined {
  const rows: (readonly (Best | undefined)[])[] = [[{ cost: 0, from: 0 }]];
  for (let line = 1; line <= lines; line += 1) {
    const before = rows[line - 1] ?? [];
    rows.push(Array.from({ length: words.length + 1 }, (_none, end) => (end === 0 ? undefined : bestEnd(words, before, end, setting))));
  }
  const found: string[] = [];
  let end = words.length;
  for (let line = lines; line > 0; line -= 1) {
    const best = rows[line]?.[end];
    if (best === undefined) {
      return undefined;
    }
    found.unshift(words.slice(best.from, end).join(' '));
    end = best.from;
  }
  return found;
}

function bestEnd(words: readonly string[], before: readonly (Best | undefined)[], end: number, setting: Setting): Best | undefined {
  const { ties, room, size, aim } = setting;
  let best: Best | undefined;
  for (let from = 0; from < end; from += 1) {
    const so = before[from];
    const width = so === undefined ? Infinity : lineWidth(words.slice(from, end).join(' '), size);
    if (so === undefined || (width > room && end - from > 1)) {
      continue;
    }
    const torn = end < words.length && ties[end] === true ? 1 : 0;
    const pause = end < words.length && OPENING.has((words[end] ?? '').toLocaleUpperCase('vi')) ? -0.04 : 0;
    const cost = so.cost + ((width - aim) / aim) ** 2 + torn + pause;
    if (best === undefined || cost < best.cost) {
      best = { cost, from };
    }
  }
  return best;
}

/** At each word: whether it belongs to the one before. */
function tiesOf(words: readonly string[]): boolean[] {
  const upper = words.map((word) => word.toLocaleUpperCase('vi'));
  const ties = words.map((word, at) => {
    const before = words[at - 1];
    return (
      before !== undefined && (LEADING.has(upper[at - 1] ?? '') || /^[-–]$/.test(word) || /^[-–]$/.test(before) || isName(before, word))
    );
  });
  for (const phrase of TOGETHER) {
    upper.forEach((_word, at) => {
      if (phrase.every((part, step) => bare(upper[at + step] ?? '') === bare(part))) {
        phrase.slice(1).forEach((_part, step) => (ties[at + step + 1] = true));
      }
    });
  }
  tieQuotations(words, ties);
  return ties;
}

/** Short quotations are not torn: “Bình dân học vụ số”. */
function tieQuotations(words: readonly string[], ties: boolean[]): void {
  const open = words.findIndex((word) => word.startsWith('“'));
  const close = words.findIndex((word, at) => at >= open && word.includes('”'));
  if (open >= 0 && close - open < LONGEST_QUOTATION) {
    ties.fill(true, open + 1, close + 1);
  }
}

function bare(word: string): string {
  return word.replace(/[“”",.;:()]/g, '');
}

/** 'Hải Phòng': two words with a capital in a text that is not all capitals. */
function isName(before: string, word: string): boolean {
  const capital = (text: string): boolean => /^\p{Lu}\p{Ll}/u.test(text);
  return capital(before) && capital(word);
}

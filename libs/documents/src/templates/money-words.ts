const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const GROUPS = ['', 'nghìn', 'triệu', 'tỷ'] as const;

/** 3510000 → 'Ba triệu năm trăm mười nghìn đồng'. Whole đồng below 10^12. */
export function moneyWords(value: number): string {
  const groups = groupsOf(value);
  const top = groups.length - 1;
  const words = groups
    .map((group, at) => (group === 0 && top > 0 ? '' : `${groupWords(group, at === top)} ${GROUPS[at] ?? ''}`.trim()))
    .reverse()
    .filter((part) => part !== '')
    .join(' ');
  return `${words.slice(0, 1).toLocaleUpperCase('vi')}${words.slice(1)} đồng`;
}

/** Threes of digits, the lowest first; a group that is not the top one is always said in full. */
function groupsOf(value: number): readonly number[] {
  return value < 1000 ? [value] : [value % 1000, ...groupsOf(Math.floor(value / 1000))];
}

function groupWords(group: number, isTop: boolean): string {
  const hundreds = Math.floor(group / 100);
  const tens = Math.floor((group % 100) / 10);
  const ones = group % 10;
  const sayHundreds = hundreds > 0 || !isTop;
  return [sayHundreds ? `${word(hundreds)} trăm` : '', tensWords(tens, ones, sayHundreds), onesWords(tens, ones, group)]
    .filter((part) => part !== '')
    .join(' ');
}

function tensWords(tens: number, ones: number, afterHundreds: boolean): string {
  if (tens === 0) {
    return ones > 0 && afterHundreds ? 'linh' : '';
  }
  return tens === 1 ? 'mười' : `${word(tens)} mươi`;
}

function onesWords(tens: number, ones: number, group: number): string {
  if (ones === 0) {
    return group === 0 ? 'không' : '';
  }
  if (ones === 1 && tens > 1) {
    return 'mốt';
  }
  return ones === 5 && tens > 0 ? 'lăm' : word(ones);
}

function word(digit: number): string {
  return DIGITS[digit] ?? '';
}

import { formatLocalDate, localDate, parseLocalDate, type JsonObject, type JsonValue } from '@thidua/kernel';
import type { Cell, SheetColumn } from '../deps';

type Kind = 'text' | 'date' | 'number' | 'flag' | 'list' | 'names' | 'fields';

/** How a key of a pack row stands in a cell; keys not named here are texts. Several values stand one below the other. */
const KINDS: Readonly<Record<string, Kind>> = {
  effectiveFrom: 'date',
  effectiveTo: 'date',
  amount: 'number',
  step: 'number',
  workingDays: 'number',
  days: 'number',
  months: 'number',
  counters: 'number',
  confirmed: 'flag',
  stateLevel: 'flag',
  yearly: 'flag',
  secret: 'flag',
  absentInWriting: 'flag',
  hard: 'flag',
  required: 'flag',
  awards: 'list',
  orgKinds: 'list',
  nominees: 'list',
  levels: 'list',
  types: 'list',
  submittedBy: 'list',
  kinds: 'list',
  bodies: 'list',
  notProcedures: 'list',
  needs: 'list',
  names: 'names',
  factors: 'fields',
  fixedDay: 'fields',
};
const YES = 'có';
const NO = 'không';

/** A column for a key: its name in brackets behind what people call it, so that a renamed head is still understood. */
export function columnOf(key: string): SheetColumn {
  const kind = KINDS[key] ?? 'text';
  return { title: `${TITLES[key] ?? key} (${key})`, type: kind === 'date' || kind === 'number' ? kind : 'text', width: WIDTHS[key] ?? 18 };
}

/** 'Căn cứ (citation)' → 'citation'. */
export function keyOf(title: string): string {
  return /\(([A-Za-z]+)\)\s*$/.exec(title)?.[1] ?? title.trim();
}

export function toCell(key: string, value: JsonValue | undefined): Cell {
  if (value === undefined || value === null) {
    return null;
  }
  switch (KINDS[key] ?? 'text') {
    case 'flag':
      return value === true ? YES : NO;
    case 'date':
      return typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : null;
    case 'list':
      return Array.isArray(value) ? value.map(String).join('\n') : null;
    case 'names':
      return Array.isArray(value) ? value.map(nameLine).join('\n') : null;
    case 'fields':
      return Object.entries(value as JsonObject) // only factors and fixedDay are of this kind
        .map(([name, one]) => `${name}: ${plainText(one)}`)
        .join('\n');
    default:
      return typeof value === 'number' ? value : plainText(value);
  }
}

/** The value of a cell as the file would have it; what cannot be one is left as it is for the reader to refuse. */
export function fromCell(key: string, cell: Cell): JsonValue {
  if (cell === null) {
    return null;
  }
  const text = cell instanceof Date ? formatLocalDate(localDate(cell.getUTCFullYear(), cell.getUTCMonth() + 1, cell.getUTCDate())) : cell;
  switch (KINDS[key] ?? 'text') {
    case 'flag':
      return flagOf(String(text).toLowerCase());
    case 'number':
      return typeof text === 'number' ? text : numberOf(text);
    case 'date':
      return typeof text === 'string' ? dayOfText(text) : String(text);
    case 'list':
      return lines(text);
    case 'names':
      return lines(text).map((line) => {
        const [area = '', full = '', short = ''] = line.split('|').map((part) => part.trim());
        return { area, full, short };
      });
    case 'fields':
      return Object.fromEntries(lines(text).map((line) => fieldOf(key, line)));
    default:
      return String(text);
  }
}

function plainText(value: JsonValue): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}

function nameLine(name: JsonValue): string {
  const { area, full, short } = name as Readonly<Record<'area' | 'full' | 'short', string>>; // written by rowToPlain
  return `${area} | ${full} | ${short}`;
}

function lines(text: string | number): readonly string[] {
  return String(text)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function fieldOf(key: string, line: string): readonly [string, JsonValue] {
  const [name = '', ...rest] = line.split(':');
  const value = rest.join(':').trim();
  return [name.trim(), key === 'fixedDay' ? numberOf(value) : value];
}

function flagOf(text: string): JsonValue {
  return text === YES || text === 'true' ? true : text === NO || text === 'false' ? false : text;
}

function numberOf(text: string): JsonValue {
  const value = Number(text.replace(/\./g, '').replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(value) ? value : text;
}

/** YYYY-MM-DD or dd/MM/yyyy. */
function dayOfText(text: string): string {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const written = year === undefined ? text : `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  return parseLocalDate(written) === undefined ? text : written;
}

const WIDTHS: Readonly<Record<string, number>> = { text: 60, citation: 48, note: 40, names: 48, awards: 20, bodies: 32 };

const TITLES: Readonly<Record<string, string>> = {
  id: 'Mã dòng',
  award: 'Mã khen thưởng',
  awards: 'Mã khen thưởng',
  kind: 'Loại',
  nominees: 'Đối tượng',
  kinds: 'Đối tượng',
  level: 'Cấp',
  levels: 'Cấp',
  role: 'Người quyết định',
  orgKinds: 'Loại cơ quan',
  names: 'Tên',
  types: 'Loại hình',
  stateLevel: 'Cấp Nhà nước',
  submittedBy: 'Bên trình',
  yearly: 'Xét hằng năm',
  atLeast: 'Tỷ lệ tối thiểu',
  threshold: 'Ngưỡng',
  base: 'Hệ số hoặc cơ sở tính',
  secret: 'Bỏ phiếu kín',
  absentInWriting: 'Lấy ý kiến người vắng',
  share: 'Tỷ lệ',
  body: 'Cơ quan xét',
  conflict: 'Xung đột lợi ích',
  counters: 'Số người kiểm phiếu',
  group: 'Nhóm',
  hard: 'Bắt buộc',
  text: 'Nội dung',
  decision: 'Bảng quyết định',
  part: 'Thành phần',
  procedure: 'Thủ tục',
  paperKind: 'Loại văn bản',
  form: 'Mẫu',
  required: 'Phải có',
  madeAt: 'Cấp lập',
  sets: 'Số bộ',
  limit: 'Thời hạn hoặc giới hạn',
  of: 'Tính trên',
  who: 'Ai',
  when: 'Trường hợp',
  bodies: 'Cơ quan được hỏi',
  notProcedures: 'Không áp dụng',
  silence: 'Không trả lời thì',
  workingDays: 'Ngày làm việc',
  days: 'Ngày',
  months: 'Tháng',
  fixedDay: 'Ngày cố định',
  startsAt: 'Tính từ',
  onSupplement: 'Khi bổ sung',
  onOpinion: 'Khi lấy ý kiến',
  amount: 'Số tiền (đồng)',
  factors: 'Hệ số theo đối tượng',
  step: 'Bước làm tròn',
  order: 'Thứ tự',
  payer: 'Bên chi',
  needs: 'Phải có',
  ownRow: 'Khi có tên người ký',
  effectiveFrom: 'Hiệu lực từ',
  effectiveTo: 'Đến',
  province: 'Tỉnh',
  citation: 'Căn cứ',
  confirmed: 'Đã xác nhận',
  source: 'Nguồn',
  note: 'Ghi chú',
};

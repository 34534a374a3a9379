import type { JsonObject, JsonValue } from '@thidua/kernel';

/** Facts people read, in the order they are told; ids and hashes stand for things that the line names in other ways. */
const NAMES: Readonly<Record<string, string>> = {
  from: 'Trước',
  to: 'Sau',
  reason: 'Lý do',
  delegationPaper: 'Văn bản giao ký thay',
  paper: 'Văn bản',
  citation: 'Căn cứ',
  numberText: 'Số, ký hiệu',
  number: 'Số',
  date: 'Ngày',
  name: 'Tên',
  code: 'Mã',
  kind: 'Loại',
  type: 'Loại',
  role: 'Vai trò',
  level: 'Cấp',
  capacity: 'Tư cách ký',
  verdict: 'Kết luận',
  outcome: 'Kết quả',
  status: 'Trạng thái',
  state: 'Trạng thái',
  accepted: 'Chấp nhận',
  version: 'Phiên bản',
  year: 'Năm',
  lastDay: 'Ngày cuối',
  validFrom: 'Có hiệu lực từ',
  dueOn: 'Hạn',
  lines: 'Số dòng',
  rows: 'Số trường hợp',
  chains: 'Số chuỗi',
  broken: 'Số chuỗi có lỗi',
  seal: 'Con dấu cuối',
  posts: 'Số chức vụ',
  tasks: 'Số việc bàn giao',
  moved: 'Số đã chuyển',
  refused: 'Số không chuyển được',
  members: 'Số thành viên',
  present: 'Số người dự',
  voters: 'Số người bỏ phiếu',
  voted: 'Số phiếu',
  amount: 'Số tiền',
  source: 'Nguồn',
  symbol: 'Ký hiệu',
  shelf: 'Nơi giữ',
  holder: 'Người giữ',
  issuer: 'Cơ quan ban hành',
  cause: 'Nguyên nhân',
  errorCode: 'Mã lỗi',
  username: 'Tên đăng nhập',
  note: 'Ghi chú',
};
const SPAN: Readonly<Record<string, string>> = { from: 'Từ ngày', to: 'Đến ngày' };

const WORDS: Readonly<Record<string, string>> = { true: 'có', false: 'không', clear: 'không có lỗi', faults: 'có lỗi' };
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const HASH = /^[0-9a-f]{64}$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Acts of secret ballots are told as done, never with anything that stands beside them (decision 25). */
const SECRET: readonly string[] = ['ballot-cast', 'opinion-written', 'cluster-ballot-cast'];

/** Facts of a line in words, from before to after first; what has no words, and what only machines read, stays out. */
export function factsInWords(action: string, facts: JsonObject): { name: string; value: string }[] {
  if (SECRET.includes(action)) {
    return [];
  }
  // From a day on, or from one thing to another.
  const isSpan = [facts['from'], facts['to']].every(
    (value) => value === undefined || value === null || (typeof value === 'string' && DAY.test(value)),
  );
  return Object.entries({ ...NAMES, ...(isSpan ? SPAN : {}) }).flatMap(([key, name]) => {
    const value = inWords(facts[key]);
    return value === '' ? [] : [{ name, value }];
  });
}

function inWords(value: JsonValue | undefined): string {
  if (typeof value === 'string') {
    const day = DAY.exec(value);
    return ID.test(value) || HASH.test(value)
      ? ''
      : day === null
        ? (WORDS[value] ?? value)
        : `${day[3] ?? ''}/${day[2] ?? ''}/${day[1] ?? ''}`;
  }
  if (typeof value === 'number' || typeof value === 'boolean') {
    return WORDS[String(value)] ?? String(value);
  }
  if (Array.isArray(value)) {
    const parts = value.map(inWords).filter((part) => part !== '');
    return parts.length === 0 ? '' : parts.join('; ');
  }
  return '';
}

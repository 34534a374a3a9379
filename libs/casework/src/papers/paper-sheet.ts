import type { JsonObject, JsonValue } from '@thidua/kernel';
import type { Cell, SheetColumn, SheetOut } from '../deps';

/** Papers that are lists: people go on working with them as tables. */
const LISTS: readonly string[] = ['danh-sach', 'bang-tong-hop', 'to-trinh', 'quyet-dinh', 'bang-chi-thuong', 'phieu-tham-dinh'];

export function isList(kind: string): boolean {
  return LISTS.includes(kind);
}

interface Column extends SheetColumn {
  readonly cell: (row: JsonObject, of: JsonObject) => Cell;
  /** Left out when no row has it. */
  readonly key?: string;
}

const KINDS: Readonly<Record<string, string>> = { individual: 'Cá nhân', collective: 'Tập thể', household: 'Hộ gia đình' };

const text = (title: string, key: string, width = 24): Column => ({ title, width, type: 'text', key, cell: (row) => textIn(row, key) });
const number = (title: string, key: string): Column => ({ title, width: 14, type: 'number', key, cell: (row) => numberIn(row, key) });
const vote = (title: string, key: string): Column => ({
  title,
  width: 12,
  type: key === 'share' ? 'text' : 'number',
  key: 'votes',
  cell: (row) => (key === 'share' ? textIn(objectIn(row, 'votes'), key) : numberIn(objectIn(row, 'votes'), key)),
});

const NOMINEES: readonly Column[] = [
  number('STT', 'index'),
  text('Họ và tên / Tên tập thể', 'name', 30),
  { title: 'Đối tượng', width: 14, type: 'text', key: 'kind', cell: (row) => KINDS[textIn(row, 'kind') ?? ''] ?? null },
  text('Chức vụ, đơn vị', 'title', 34),
  text('Hình thức khen thưởng, danh hiệu', 'award', 34),
  text('Tóm tắt thành tích', 'achievement', 60),
  text('Cách tính', 'formula', 30),
  number('Tiền thưởng (đồng)', 'amount'),
  vote('Phiếu đồng ý', 'yes'),
  vote('Phiếu không đồng ý', 'no'),
  vote('Tổng số thành viên', 'total'),
  vote('Tỷ lệ đồng ý', 'share'),
  text('Ý kiến thẩm định', 'appraisal', 34),
  text('Ghi chú', 'note', 30),
];

const OF_SUBMISSION: readonly Column[] = [
  { title: 'Mã hồ sơ', width: 18, type: 'text', cell: (_row, of) => textIn(of, 'dossierCode') },
  { title: 'Đơn vị trình', width: 30, type: 'text', cell: (_row, of) => textIn(of, 'submitter') },
  { title: 'Tờ trình', width: 30, type: 'text', cell: (_row, of) => textIn(of, 'reference') },
];

/** A list as a workbook: its rows, and what the paper says of itself; undefined when its data hold no rows. */
export function paperToSheets(title: string, data: JsonObject): readonly SheetOut[] | undefined {
  const submissions = objectsIn(data, 'submissions');
  const groups = submissions.length > 0 ? submissions : [data];
  const lines = groups.flatMap((of) => objectsIn(of, 'rows').map((row) => ({ row, of })));
  if (lines.length === 0) {
    return undefined;
  }
  const columns = [...(submissions.length > 0 ? OF_SUBMISSION : []), ...NOMINEES].filter(
    ({ key }) => key === undefined || lines.some(({ row }) => row[key] !== undefined),
  );
  return [
    {
      name: 'Danh sách',
      columns: columns.map(({ title: name, width, type }) => ({ title: name, type, ...(width === undefined ? {} : { width }) })),
      rows: lines.map(({ row, of }) => columns.map(({ cell }) => cell(row, of))),
    },
    aboutSheet(title, data),
  ];
}

function aboutSheet(title: string, data: JsonObject): SheetOut {
  const frame = objectIn(data, 'frame');
  const [number_, symbol] = [textIn(frame, 'number'), textIn(frame, 'symbol')];
  return {
    name: 'Văn bản',
    columns: [
      { title: 'Tên văn bản', type: 'text', width: 40 },
      { title: 'Số, ký hiệu', type: 'text', width: 20 },
      { title: 'Ngày', type: 'date', width: 14 },
      { title: 'Cơ quan ban hành', type: 'text', width: 40 },
      { title: 'Trích yếu', type: 'text', width: 60 },
      { title: 'Người ký', type: 'text', width: 28 },
    ],
    rows: [
      [
        title,
        number_ === null || symbol === null ? null : `${number_.length === 1 ? `0${number_}` : number_}/${symbol}`,
        dayIn(frame, 'date'),
        textIn(frame, 'body')?.replace(/\n/g, ' ') ?? null,
        textIn(data, 'subject'),
        textIn(objectIn(frame, 'signature'), 'name'),
      ],
    ],
  };
}

function textIn(object: JsonObject, key: string): string | null {
  const value = object[key];
  return typeof value === 'string' && value !== '' ? value : null;
}

function numberIn(object: JsonObject, key: string): number | null {
  const value = object[key];
  return typeof value === 'number' ? value : null;
}

/** A day is its midnight in UTC. */
function dayIn(object: JsonObject, key: string): Date | null {
  const value = textIn(object, key);
  return value === null ? null : new Date(`${value}T00:00:00Z`);
}

function objectIn(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return isObject(value) ? value : {};
}

function objectsIn(object: JsonObject, key: string): readonly JsonObject[] {
  const value = object[key];
  return Array.isArray(value) ? (value as readonly JsonValue[]).filter(isObject) : [];
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

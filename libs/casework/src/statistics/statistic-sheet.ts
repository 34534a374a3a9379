import { dayOf, formatLocalDate, type JsonObject } from '@thidua/kernel';
import type { StatisticTable, TabulatedLine } from '@thidua/awards';
import type { StatisticRow } from '@thidua/store';
import type { CaseworkDeps, Cell, SheetColumn, SheetOut } from '../deps';
import { textIn } from '../printing/text-in';
import { aboutOf, fillTable, whereOfCell } from './fill-table';
import { askedIn } from './statistic-gate';
import { statisticRoom, tableOf, type StatisticRoom } from './statistic-scope';
import { occasionName, stateName, whatName } from './statistic-words';

/** A table of figures as it is printed: the very lines of the screen, at the worker's own moment. */
export interface StatisticPrint {
  readonly room: StatisticRoom;
  readonly table: StatisticTable;
  readonly lines: readonly TabulatedLine[];
  readonly about: readonly string[];
  /** YYYY-MM-DD. */
  readonly madeOn: string;
}

/** What an order of `statisticGate` asks for. @throws Refused when the body or table is no more */
export async function statisticPrint(deps: CaseworkDeps, provinceId: string, params: JsonObject): Promise<StatisticPrint> {
  const asked = askedIn(params);
  const room = await statisticRoom(deps, provinceId, asked);
  const table = tableOf(room, textIn(params, 'table'));
  const lines = await fillTable(deps, provinceId, room, table);
  return { room, table, lines, about: aboutOf(room, asked), madeOn: formatLocalDate(dayOf(deps.clock.nowMs())) };
}

/** More rows than a person reads, fewer than a spreadsheet holds. */
const MOST_ROWS = 50_000;

/** The table, what it is, and every row behind its first cell: codes are texts, days are dates. */
export async function statisticSheets(deps: CaseworkDeps, provinceId: string, print: StatisticPrint): Promise<readonly SheetOut[]> {
  const { room, table, lines } = print;
  const [first] = lines;
  const [column] = table.columns;
  const rows =
    first === undefined || column === undefined
      ? []
      : (
          await deps.stores.statistics.rows(provinceId, table.source, room.scope, {
            where: whereOfCell(room, table, lines, { line: first.key, column: column.id }).where,
            limit: MOST_ROWS,
            offset: 0,
          })
        ).rows;
  return [figures(print), aboutSheet(print), listSheet(print, rows)];
}

function figures({ table, lines }: StatisticPrint): SheetOut {
  return {
    name: table.short,
    columns: [
      { title: 'STT', width: 6, type: 'text' },
      { title: table.lineHead, width: 60, type: 'text' },
      ...table.columns.map(({ label, group }): SheetColumn => ({
        title: group === null ? label : `${group}: ${label}`,
        width: 14,
        type: 'number',
      })),
    ],
    rows: lines.map(({ number, label, depth, cells }) => [number, `${'   '.repeat(depth)}${label}`, ...cells]),
  };
}

function aboutSheet({ room, table, about, madeOn }: StatisticPrint): SheetOut {
  const facts: readonly (readonly [string, Cell])[] = [
    ['Tên biểu', table.title],
    ['Mã biểu, phiên bản', `${table.id}/${String(table.number)}`],
    ['Căn cứ', table.citation],
    ['Tình trạng', table.confirmed ? null : 'Dữ liệu mẫu, cần cơ quan xác nhận'],
    ['Cơ quan', room.org.name],
    ['Phạm vi', about.join('; ')],
    ['Đơn vị tính', table.counted],
    ...table.notes.map((note): readonly [string, Cell] => ['Ghi chú', note]),
  ];
  return {
    name: 'Thông tin biểu',
    columns: [
      { title: 'Mục', width: 24, type: 'text' },
      { title: 'Nội dung', width: 100, type: 'text' },
      { title: 'Ngày lập', width: 14, type: 'date' },
    ],
    rows: facts.filter(([, value]) => value !== null).map(([name, value], index) => [name, value, index === 0 ? dateOf(madeOn) : null]),
  };
}

type Heads = Readonly<Record<StatisticTable['source'], readonly (readonly [title: string, width: number, type: SheetColumn['type']])[]>>;

const HEADS: Heads = {
  nominations: [
    ['Mã hồ sơ', 20, 'text'],
    ['Họ và tên / Tên tập thể', 32, 'text'],
    ['Chức vụ, đơn vị', 34, 'text'],
    ['Đơn vị trình', 34, 'text'],
    ['Phong trào', 44, 'text'],
    ['Dịp', 14, 'text'],
    ['Năm xét', 10, 'number'],
    ['Danh hiệu, hình thức', 44, 'text'],
    ['Kết quả', 14, 'text'],
    ['Ngày quyết định', 16, 'date'],
    ['Số quyết định', 20, 'text'],
  ],
  movements: [
    ['Số kế hoạch', 20, 'text'],
    ['Phong trào', 60, 'text'],
    ['Phát động', 34, 'text'],
    ['Đơn vị thực hiện', 34, 'text'],
    ['Thực hiện phong trào', 44, 'text'],
    ['Dịp', 14, 'text'],
    ['Năm', 10, 'number'],
    ['Cấp phát động', 24, 'text'],
    ['Tình trạng', 18, 'text'],
    ['Ngày kế hoạch', 16, 'date'],
  ],
  works: [
    ['Mã việc', 18, 'text'],
    ['Việc', 60, 'text'],
    ['', 4, 'text'],
    ['Đơn vị thực hiện', 34, 'text'],
    ['Phong trào', 44, 'text'],
    ['Dịp', 14, 'text'],
    ['Năm', 10, 'number'],
    ['Loại việc', 24, 'text'],
    ['Tình trạng', 18, 'text'],
    ['Hạn', 14, 'date'],
    ['Hoàn thành', 14, 'date'],
  ],
};

function listSheet({ room, table }: StatisticPrint, rows: readonly StatisticRow[]): SheetOut {
  const awards = new Map((room.catalogue.values['award'] ?? []).map((one) => [one.value, one.label]));
  const movements = new Map(room.movements.map((one) => [one.id, one.name]));
  const columns = HEADS[table.source].map(([title, width, type]): SheetColumn => ({ title, width, type }));
  const cellsOf = (row: StatisticRow): readonly Cell[] => [
    row.code,
    row.name,
    row.title,
    row.unit,
    row.movementId === null ? null : (movements.get(row.movementId) ?? row.movementId),
    row.occasion === null ? null : occasionName(row.occasion),
    row.year,
    table.source === 'nominations' ? (awards.get(row.what) ?? row.what) : whatName(table.source, row.what),
    stateName(table.source, row.state),
    dateOf(row.day),
    table.source === 'works' ? dateOf(row.numberText) : row.numberText,
  ];
  const kept = columns.map((column, index) => ({ column, index })).filter(({ column }) => column.title !== '');
  return {
    name: 'Danh sách',
    columns: kept.map(({ column }) => column),
    rows: rows.map((row) => {
      const cells = cellsOf(row);
      return kept.map(({ index }) => cells[index] ?? null);
    }),
  };
}

/** A day is its midnight in UTC. */
function dateOf(day: string | null): Date | null {
  return day === null || !/^\d{4}-\d{2}-\d{2}$/.test(day) ? null : new Date(`${day}T00:00:00Z`);
}

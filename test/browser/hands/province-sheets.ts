import { sheets } from '../../harness/sheets';

type Cell = string | Date | null;
type Line = Readonly<Record<string, Cell>>;

/** 60 communes of ten units each, and 2,000 people; the first commune has the plan of a seed and a council that can meet. */
export const COMMUNES = 60;
export const UNITS = COMMUNES * 10;
export const PEOPLE = 2000;
export const PREFIX = 'vx';
/** Communes whose records clerk is left out at first. */
export const WITHOUT_CLERK = 3;

const DAY = (year: number, month: number, day: number): Date => new Date(Date.UTC(year, month - 1, day));
const SINCE = DAY(2025, 7, 1);
const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô', 'Dương', 'Lý'];
const MIDDLES = ['Văn', 'Thị', 'Đức', 'Minh', 'Ngọc', 'Quang', 'Hồng', 'Thanh', 'Xuân', 'Hữu', 'Kim'];
const NAMES = [
  'An',
  'Bình',
  'Chi',
  'Dũng',
  'Giang',
  'Hà',
  'Khánh',
  'Lan',
  'Mai',
  'Nam',
  'Oanh',
  'Phúc',
  'Quỳnh',
  'Sơn',
  'Trang',
  'Uyên',
  'Vinh',
];

const communeCode = (commune: number): string => `X${String(commune + 1).padStart(2, '0')}`;
const unitCode = (commune: number, unit: number): string => `${communeCode(commune)}-${unit + 1}`;
const communeUser = (commune: number): string => (commune === 0 ? PREFIX : communeCode(commune).toLowerCase());
const communeName = (commune: number): string => (commune === 0 ? 'UBND phường Vạn Xuân' : `UBND xã Thử Nghiệm ${commune + 1}`);
const place = (commune: number): string => communeName(commune).replace('UBND ', '');

export function organisations(province: string): readonly Line[] {
  return communes().flatMap((commune) => [
    {
      ...{ 'Mã đơn vị': communeCode(commune), 'Tên đơn vị': communeName(commune), Loại: commune === 0 ? 'UBND phường' : 'UBND xã' },
      ...{ 'Cấp trên (mã hoặc tên)': province, 'Ký hiệu văn bản': 'UBND', 'Từ ngày': SINCE },
    },
    ...Array.from({ length: UNITS / COMMUNES }, (_, unit) => ({
      ...{ 'Mã đơn vị': unitCode(commune, unit), 'Tên đơn vị': `Trường Tiểu học số ${unit + 1} ${place(commune)}`, Loại: 'Trường học' },
      ...{ 'Cấp trên (mã hoặc tên)': communeCode(commune), 'Ký hiệu văn bản': `TH${unit + 1}`, 'Từ ngày': SINCE },
    })),
  ]);
}

interface Post {
  readonly unit: string;
  readonly title: string;
  readonly roles: string;
  readonly username: string;
}

/** @returns those of the first table, and the clerks that were forgotten in it */
export function people(province: string, department: string): { readonly first: readonly Line[]; readonly forgotten: readonly Line[] } {
  const lines = [...provincePosts(province, department), ...communes().flatMap(communePosts), ...communes().flatMap(unitPosts)]
    .slice(0, PEOPLE)
    .map(lineOf);
  const forgotten = new Set(Array.from({ length: WITHOUT_CLERK }, (_, at) => `${communeUser(at)}.vanthu`));
  const isForgotten = (line: Line): boolean => forgotten.has(String(line['Tên đăng nhập']));
  return { first: lines.filter((line) => !isForgotten(line)), forgotten: lines.filter(isForgotten) };
}

/** The councils of the province and of every commune: its chair, deputy, secretary and members. */
export function rosters(province: string, all: readonly Line[]): readonly Line[] {
  const seats: readonly (readonly [RegExp, string, string])[] = [
    [/\.chutich$/, 'Chủ tịch Hội đồng', 'Có'],
    [/\.phochutich$/, 'Phó Chủ tịch Hội đồng', 'Có'],
    [/\.thuky$/, 'Ủy viên thư ký', 'Có'],
    [/\.uyvien\d+$/, 'Ủy viên', 'Không'],
  ];
  return all.flatMap((line) => {
    const seat = seats.find(([pattern]) => pattern.test(String(line['Tên đăng nhập'])));
    if (seat === undefined) {
      return [];
    }
    const own = line['Đơn vị (mã hoặc tên)'] ?? '';
    const unit = String(own).startsWith('X') ? own : province;
    return [
      {
        ...{ 'Cơ quan (mã hoặc tên)': unit, 'Tên Hội đồng': `Hội đồng Thi đua - Khen thưởng ${String(unit)}` },
        ...{ 'Quyết định thành lập': 'Quyết định số 15/QĐ-UBND ngày 10/7/2025', 'Từ ngày': DAY(2025, 7, 10) },
        ...{ 'Họ và tên': line['Họ và tên'] ?? null, 'Ngày sinh': line['Ngày sinh'] ?? null },
        ...{ 'Chức vụ ghi trong quyết định': line['Chức vụ'] ?? null, 'Vai trò trong Hội đồng': seat[1], 'Thường trực': seat[2] },
      },
    ];
  });
}

/** The lines in the columns of the template that was downloaded. */
export async function filled(template: Uint8Array, lines: readonly Line[]): Promise<Buffer> {
  const [sheet] = await sheets.read(template);
  const titles = (sheet?.rows[0] ?? []).map(String);
  const unknown = [...new Set(lines.flatMap((line) => Object.keys(line)))].filter((title) => !titles.includes(title));
  if (sheet === undefined || unknown.length > 0) {
    throw new Error(`the template has no column ${unknown.join(', ')}: ${titles.join(', ')}`);
  }
  const columns = titles.map((title) => ({ title, type: /ngày|Ngày/.test(title) ? ('date' as const) : ('text' as const) }));
  const rows = lines.map((line) => titles.map((title) => line[title] ?? null));
  return Buffer.from(await sheets.write([{ name: sheet.name, columns, rows }]));
}

function communes(): readonly number[] {
  return Array.from({ length: COMMUNES }, (_, at) => at);
}

function provincePosts(province: string, department: string): readonly Post[] {
  return [
    { unit: province, title: 'Chủ tịch UBND tỉnh', roles: 'Chủ tịch UBND; Thành viên Hội đồng', username: 'tn.chutich' },
    { unit: province, title: 'Phó Chủ tịch UBND tỉnh', roles: 'Phó Chủ tịch UBND; Thành viên Hội đồng', username: 'tn.phochutich' },
    { unit: province, title: 'Văn thư UBND tỉnh', roles: 'Văn thư', username: 'tn.vanthu' },
    { unit: department, title: 'Giám đốc Sở Nội vụ', roles: 'Giám đốc Sở Nội vụ', username: 'tn.snv.giamdoc' },
    { unit: department, title: 'Trưởng phòng Thi đua', roles: 'Thư ký Hội đồng; Thành viên Hội đồng', username: 'tn.snv.thuky' },
    { unit: department, title: 'Chuyên viên Sở Nội vụ', roles: 'Chuyên viên thẩm định', username: 'tn.snv.chuyenvien' },
    { unit: department, title: 'Văn thư Sở Nội vụ', roles: 'Văn thư', username: 'tn.snv.vanthu' },
  ];
}

function communePosts(commune: number): readonly Post[] {
  const unit = communeCode(commune);
  const user = communeUser(commune);
  const post = (title: string, roles: string, name: string): Post => ({ unit, title, roles, username: `${user}.${name}` });
  return [
    post('Chủ tịch UBND', 'Chủ tịch UBND; Thành viên Hội đồng', 'chutich'),
    post('Phó Chủ tịch UBND', 'Phó Chủ tịch UBND; Thành viên Hội đồng', 'phochutich'),
    post('Trưởng phòng Văn hóa - Xã hội', 'Thư ký Hội đồng; Thành viên Hội đồng', 'thuky'),
    post('Chuyên viên Văn hóa - Xã hội', 'Chuyên viên thẩm định', 'chuyenvien'),
    post('Văn thư UBND', 'Văn thư', 'vanthu'),
    ...[1, 2, 3, 4, 5, 6].map((n) => post(`Ủy viên ${n}`, 'Thành viên Hội đồng', `uyvien${n}`)),
  ];
}

/** A clerk and a head in every unit; the first one of a commune has a records clerk too. */
function unitPosts(commune: number): readonly Post[] {
  return Array.from({ length: UNITS / COMMUNES }, (_, at) => at).flatMap((at) => {
    const [unit, user] = [unitCode(commune, at), `${communeUser(commune)}.th${at + 1}`];
    return [
      { unit, title: 'Giáo viên', roles: at === 0 ? 'Người lập hồ sơ' : 'Người lập hồ sơ; Văn thư', username: `${user}.nguoilap` },
      { unit, title: 'Hiệu trưởng', roles: 'Thủ trưởng đơn vị', username: `${user}.thutruong` },
      ...(at === 0 ? [{ unit, title: 'Nhân viên văn thư', roles: 'Văn thư', username: `${user}.vanthu` }] : []),
      // As many more as make the number whole.
      ...(at === 1 || (at === 2 && commune < 13)
        ? [{ unit, title: 'Giáo viên', roles: 'Người lập hồ sơ', username: `${user}.giaovien` }]
        : []),
    ];
  });
}

let made = 0;

/** Names repeat as they do in a province; the days of birth tell people apart. */
function lineOf({ unit, title, roles, username }: Post): Line {
  const n = made++;
  const of = (list: readonly string[], step: number): string => list[Math.floor(n / step) % list.length] ?? '';
  return {
    ...{
      'Họ và tên': `${of(FAMILIES, 1)} ${of(MIDDLES, 12)} ${of(NAMES, 132)}`,
      'Ngày sinh': DAY(1970 + (n % 28), 1 + (n % 12), 1 + (n % 27)),
    },
    ...{ 'Giới tính': n % 2 === 0 ? 'Nam' : 'Nữ', 'Đơn vị (mã hoặc tên)': unit, 'Chức vụ': title, 'Vai trò': roles },
    ...{ 'Từ ngày': SINCE, 'Tên đăng nhập': username },
  };
}

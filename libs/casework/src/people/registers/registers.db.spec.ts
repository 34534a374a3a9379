import type { AnswerOf, FileAnswer, PostRole, RegisterKind } from '@thidua/contract';
import { RoundPlay } from '../../../../../test/harness/round-play';
import { sheets } from '../../../../../test/harness/sheets';
import type { Cell } from '../../deps';
import { codeHashOf } from '../open-account';
import { REGISTER_TABLES } from './register-tables';

jest.setTimeout(120_000);

const ADMIN = 'tn.quantri1';
const PROVINCE = 'UBND tỉnh Thái Nguyên';
const day = (year: number, month: number, date: number): Date => new Date(Date.UTC(year, month - 1, date));
const BEGIN = day(2025, 7, 1);
type Line = readonly Cell[];

const body = (code: string | null, name: string, kind: string, parent: string | null): Line => [
  ...[code, name, kind, parent, 'UBND', null, null, null, null, BEGIN, null],
];
const person = (
  name: string,
  born: Cell,
  unit: string,
  [title, roles]: readonly [string, string],
  username: string | null = null,
): Line => [...[name, born, null, unit, null, title, roles, BEGIN, null, username]];

describe('the registers of a province', () => {
  let play: RoundPlay;

  beforeAll(async () => {
    play = await RoundPlay.open('TN');
  }, 60_000);
  afterAll(() => play.close());

  const table = async (
    kind: RegisterKind,
    lines: readonly Line[],
    titles?: readonly string[],
  ): Promise<{ name: string; bytes: Uint8Array }> => {
    const { name, columns } = REGISTER_TABLES[kind];
    const shown = titles === undefined ? columns : titles.map((title) => ({ title, type: 'text' as const }));
    return { name: 'danh-muc.xlsx', bytes: await sheets.write([{ name, columns: shown, rows: lines }]) };
  };
  const preview = async (kind: RegisterKind, lines: readonly Line[], titles?: readonly string[]): Promise<AnswerOf<'previewRegister'>> =>
    play.call(ADMIN, 'previewRegister', { query: { kind }, file: await table(kind, lines, titles) });
  const apply = async (kind: RegisterKind, lines: readonly Line[]): Promise<AnswerOf<'applyRegister'>> =>
    play.call(ADMIN, 'applyRegister', { query: { kind }, file: await table(kind, lines) });
  const codesOf = async (kind: RegisterKind, lines: readonly Line[]): Promise<readonly (readonly string[])[]> =>
    (await preview(kind, lines)).lines.toSorted((one, other) => one.row - other.row).map((line) => line.problems.map((one) => one.code));

  it('gives out tables that come back through the preview without a word about their columns', async () => {
    for (const kind of ['organisations', 'people', 'rosters', 'delegations'] as const) {
      // A route that streams a file answers its bytes.
      const file = (await play.call(ADMIN, 'registerTemplate', { query: { kind } })) as FileAnswer;
      const seen = await play.call(ADMIN, 'previewRegister', { query: { kind }, file: { name: file.fileName, bytes: file.bytes } });
      expect([kind, seen.problems, seen.lines.length > 0]).toEqual([kind, [], true]);
    }
  });

  it('answers wrong columns, unknown units, rings, twice-said lines and dates as text at their row', async () => {
    expect((await preview('organisations', [], ['Tên đơn vị', 'Ghi chú'])).problems.map((one) => one.text)).toEqual([
      'Thiếu cột “Loại”. Dùng đúng mẫu bảng đã tải về.',
      'Thiếu cột “Từ ngày”. Dùng đúng mẫu bảng đã tải về.',
      'Cột “Ghi chú” không có trong mẫu: đổi lại đúng tên cột của mẫu hoặc xóa cột.',
    ]);
    expect(
      await codesOf('organisations', [
        body('X1', 'UBND xã Một', 'UBND xã', PROVINCE),
        body('X2', 'Trường Hai', 'Trường học', 'UBND xã Không Có'),
        body('X3', 'Phòng Ba', 'Sở, ban, ngành, phòng', 'X4'),
        body('X4', 'Phòng Bốn', 'Sở, ban, ngành, phòng', 'X3'),
        // The same name in another Unicode form is the same name.
        body(null, 'UBND xã Một'.normalize('NFD'), 'UBND xã', PROVINCE),
        body('X6', 'UBND tỉnh Khác', 'UBND tỉnh', null),
        body('X7', 'UBND xã Bảy', 'UBND xã', 'X1'),
        body('X8', 'Trường Tám', 'Đại học', 'X1'),
        body('X9', 'Trường Chín', 'Trường học', 'X1').with(9, '01/07/2025'),
      ]),
    ).toEqual([
      [],
      ['unit-unknown'],
      ['parent-loop'],
      ['parent-loop'],
      ['line-twice'],
      ['province-twice'],
      ['not-under'],
      ['not-a-choice'],
      ['date-as-text'],
    ]);
  });

  it('tells people apart by their birth date, and refuses roles, seats and names that cannot be', async () => {
    const office = 'Sở Nội vụ tỉnh Thái Nguyên';
    const clerk = ['Văn thư', 'Văn thư'] as const;
    expect(
      await codesOf('people', [
        person('Hoàng Thử Một', day(1980, 1, 1), office, clerk, 'thu.mot'),
        person('Hoàng Thử Một', null, office, clerk),
        person('Hoàng Thử Hai', '01/02/1990', office, clerk),
        person('Hoàng Thử Ba', day(1990, 1, 1), office, ['Chủ tịch', 'Chủ tịch UBND']),
        person('Hoàng Thử Bốn', day(1990, 1, 1), office, ['Giám đốc', 'Giám đốc Sở Nội vụ']),
        person('Hoàng Thử Năm', day(1990, 1, 1), office, clerk, 'tn.chutich'),
        person('Hoàng Thử Sáu', day(1990, 1, 1), office, clerk, 'Nguyễn'),
        person('Hoàng Thử Bảy', day(1990, 1, 1), 'Sở Không Có', clerk),
      ]),
    ).toEqual([
      ['born-needed'],
      ['born-needed'],
      ['date-as-text'],
      ['role-not-here'],
      ['post-held'],
      ['username-taken'],
      ['username-invalid'],
      ['unit-unknown'],
    ]);
  });

  it('says at the row what to do about dates as text, days no calendar has, repeated people and words it does not know', async () => {
    const office = 'Sở Nội vụ tỉnh Thái Nguyên';
    const clerk = ['Văn thư', 'Văn thư'] as const;
    const born = (cell: Cell): Line => person('Lưu Thử Ngày', cell, office, clerk);
    const twice = person('Lưu Thử Hai', day(1991, 2, 3), office, clerk);
    const { lines } = await preview('people', [
      ...['03/04/1990', '3.4.1990', '1990-04-03', 'ba tháng tư', '31/02/1990', '02/13/1990', 1990].map(born),
      born(day(2025, 7, 1)),
      twice,
      twice,
      // The same person under another post is no repetition.
      person('Lưu Thử Hai', day(1991, 2, 3), office, ['Kế toán', 'Kế toán']),
      person('Lưu Thử Ba', day(1991, 2, 3), office, ['Văn thư', 'Vua']),
      person('Lưu Thử Tư', day(1991, 2, 3), 'Sở Không Có', clerk),
    ]);
    const asText = (text: string): string =>
      `Ô “Ngày sinh” đang là chữ “${text}”, không rõ đâu là ngày, đâu là tháng: định dạng ô là ngày rồi gõ lại.`;
    const noDay = (text: string): string => `Ô “Ngày sinh” ghi “${text}”, lịch không có ngày này: sửa lại, định dạng ô là ngày.`;
    const told = lines.toSorted((one, other) => one.row - other.row).map((line) => [line.row, ...line.problems.map((one) => one.text)]);
    expect(told.slice(0, 11)).toEqual([
      ...['03/04/1990', '3.4.1990', '1990-04-03', 'ba tháng tư'].map((text, index) => [index + 2, asText(text)]),
      [6, noDay('31/02/1990')],
      [7, noDay('02/13/1990')],
      [8, 'Ô “Ngày sinh” không phải là ngày: “1990”. Gõ đủ ngày, tháng, năm và định dạng ô là ngày.'],
      [9, 'Ngày ở cột “Ngày sinh” (2025-07-01) không sớm hơn ngày giữ chức vụ: sửa một trong hai ngày.'],
      [10],
      [11, 'Trùng với dòng 10 của bảng: xóa một trong hai dòng.'],
      [12],
    ]);
    expect(told[11]?.[1]).toMatch(/^“Vua” ở cột “Vai trò” không có trong danh mục: chọn một trong .*Văn thư; .*\.$/);
    expect(told[12]?.[1]).toBe('Không tìm thấy đơn vị “Sở Không Có” trong phạm vi được nhập: kiểm tra tên, hoặc nhập đơn vị đó trước.');
    expect(lines.find((line) => line.row === 12)?.text).toBe('Kế toán, Sở Nội vụ tỉnh Thái Nguyên, thêm cho người đã có');
  });

  it('knows people by name however the marks were typed, in titles and cells alike', async () => {
    const [known] = await play.rows<{ full_name: string; born: string; org: string; title: string; role: PostRole; valid_from: string }>(
      `select p.full_name, p.born::text, o.name as org, x.title, x.role, x.valid_from::text from position x
         join person p on p.id = x.person_id and p.province_id = x.province_id join org o on o.id = x.org_id
       where x.province_id = 'TN' and x.role = 'appraiser' and p.born is not null and x.valid_to is null
         and (select count(*) from org same where same.name = o.name) = 1 limit 1`,
    );
    if (known === undefined) {
      throw new Error('the example has an appraiser');
    }
    const { full_name, born, org, title, role, valid_from } = known;
    const line = [full_name.toUpperCase(), new Date(born), null, org, null, title, role, new Date(valid_from), null, null];
    const typed = line.map((cell) => (typeof cell === 'string' ? cell.normalize('NFD') : cell));
    const titles = REGISTER_TABLES.people.columns.map((column) => column.title.normalize('NFD'));
    const columns = titles.map((name, at) => ({ title: name, type: REGISTER_TABLES.people.columns[at]?.type ?? 'text' }));
    const bytes = await sheets.write([{ name: 'Nhân sự', columns, rows: [typed] }]);
    const seen = await play.call(ADMIN, 'previewRegister', { query: { kind: 'people' }, file: { name: 'nfd.xlsx', bytes } });
    expect([seen.problems, seen.lines]).toMatchObject([[], [{ row: 2, verdict: 'known', problems: [] }]]);
  });

  it('writes not one row of what it refuses: wrong columns, one wrong line, too many rows, no rows, no workbook, nothing at all', async () => {
    const counted = async (): Promise<unknown> =>
      play.rows(`select (select count(*) from org)::int as org, (select count(*) from person)::int as person,
        (select count(*) from position)::int as position, (select count(*) from account)::int as account,
        (select count(*) from import_batch)::int as batch, (select count(*) from audit)::int as audit`);
    const before = await counted();
    const clerk = ['Văn thư', 'Văn thư'] as const;
    const good = person('Lưu Thử Tốt', day(1990, 1, 1), 'Sở Nội vụ tỉnh Thái Nguyên', clerk, 'luu.tot');
    const given = async (kind: RegisterKind, bytes: Uint8Array): Promise<unknown> =>
      play.call(ADMIN, 'applyRegister', { query: { kind }, file: { name: 'bang.xlsx', bytes } }).then(
        () => 'taken',
        (error: unknown) => error,
      );
    const refused = (first: string): object =>
      expect.objectContaining({ code: 'import-refused', details: expect.objectContaining({ first }) as object }) as object;
    const { bytes: other } = await table('people', [['Ai đó']], ['Tên']);
    expect(await given('people', other)).toEqual(refused('Thiếu cột “Họ và tên”. Dùng đúng mẫu bảng đã tải về.'));
    const { bytes: half } = await table('people', [good, good.with(1, '31/02/1990').with(9, 'luu.xau')]);
    expect(await given('people', half)).toEqual(
      refused('Dòng 3: Ô “Ngày sinh” ghi “31/02/1990”, lịch không có ngày này: sửa lại, định dạng ô là ngày.'),
    );
    const many = Array.from({ length: 10_001 }, (_, index) => body(`N${index}`, `Trường ${index}`, 'Trường học', PROVINCE));
    expect(await given('organisations', (await table('organisations', many)).bytes)).toEqual(
      refused('Bảng có 10001 dòng, mỗi lần nhận tối đa 10000 dòng: tách thành nhiều bảng rồi nhập từng bảng.'),
    );
    expect(await given('people', (await table('people', [])).bytes)).toEqual(
      refused('Bảng không có dòng dữ liệu nào: điền từ dòng 2, ngay dưới tên cột.'),
    );
    expect(await given('people', new TextEncoder().encode('Họ và tên;Đơn vị'))).toMatchObject({ code: 'file-not-what-it-says' });
    expect(await given('people', new Uint8Array())).toMatchObject({ code: expect.stringMatching(/^(file|sheet)-/) as string });
    expect(await counted()).toEqual(before);
  });

  it('brings in 60 communes with 600 units and 2,000 people in well under a minute, and nothing of a table with a wrong line', async () => {
    const began = performance.now();
    const communes = Array.from({ length: 60 }, (_, index) => body(`C${index}`, `UBND xã Thử ${index}`, 'UBND xã', PROVINCE));
    const units = Array.from({ length: 600 }, (_, index) => body(null, `Trường Thử ${index}`, 'Trường học', `C${index % 60}`));
    await expect(apply('organisations', [...communes, ...units, body(null, 'Lẻ', 'Trường học', 'C99')])).rejects.toMatchObject({
      code: 'import-refused',
    });
    expect(await play.rows('select 1 from org where code is not null')).toEqual([]);

    // Units first: parents may stand further down.
    const bodies = await apply('organisations', [...units, ...communes]);
    expect(bodies.added).toMatchObject({ organisations: 660 });
    const roles = [
      ['Chủ tịch UBND xã', 'Chủ tịch UBND'],
      ['Phó Chủ tịch UBND xã', 'Phó Chủ tịch UBND'],
    ] as const;
    const leaders = communes.flatMap((_, commune) =>
      roles.map((role, index) =>
        person(
          `Lãnh Đạo ${commune} ${index}`,
          day(1975, 1 + index, 1 + (commune % 28)),
          `C${commune}`,
          role,
          `c${commune}.lanhdao${index}`,
        ),
      ),
    );
    const staff = Array.from({ length: 1880 }, (_, index) =>
      person(
        `Người Thử ${index}`,
        day(1985, 1, 1),
        `Trường Thử ${index % 600}`,
        index < 600 ? ['Hiệu trưởng', 'Thủ trưởng đơn vị'] : ['Giáo viên', 'Người lập hồ sơ; Văn thư'],
        `nguoi${index}`,
      ),
    );
    const people = await apply('people', [...leaders, ...staff]);
    expect(people.added).toMatchObject({ people: 2000, posts: 120 + 600 + 1280 * 2, accounts: 2000 });
    expect(performance.now() - began).toBeLessThan(40_000 * Number(process.env['TEST_SCALE'] ?? 1));
    expect((await preview('people', leaders)).counts).toEqual({ new: 0, known: 120, wrong: 0 });
    expect((await play.rows<{ place: string; tier: string }>(`select place, tier, head_body from org where code = 'C7'`))[0]).toEqual({
      ...{ place: 'Thử 7', tier: 'xa', head_body: 'ỦY BAN NHÂN DÂN\nXÃ THỬ 7' },
    });
  });

  it('hands out codes that open an account once, and never writes one down', async () => {
    const imports = (await play.call(ADMIN, 'registerImports')).imports;
    const id = imports.find((one) => one.kind === 'people')?.id ?? '';
    const slips = async (): Promise<readonly (readonly Cell[])[]> => {
      const file = (await play.call(ADMIN, 'registerCodes', { params: { id } })) as FileAnswer;
      return (await sheets.read(file.bytes))[0]?.rows ?? [];
    };
    const codeOf = (rows: readonly (readonly Cell[])[], username: string): string => String(rows.find((row) => row[3] === username)?.[4]);
    const old = codeOf(await slips(), 'c0.lanhdao0');
    const rows = await slips();
    expect(rows.length).toBe(2001);
    const code = codeOf(rows, 'c0.lanhdao0');
    const open = (given: string): Promise<unknown> =>
      play.call(ADMIN, 'activateAccount', { body: { username: 'C0.LanhDao0', code: given, password: 'mat-khau-dai' } });
    await expect(open(old)).rejects.toMatchObject({ code: 'activation-refused' });
    await open(code.toLowerCase().replaceAll('-', ' '));
    await expect(open(code)).rejects.toMatchObject({ code: 'activation-refused' });
    const signedIn = await play.casework.sessions.signIn({ username: 'c0.lanhdao0', password: 'mat-khau-dai' });
    expect(signedIn.view.positions.map((post) => post.title)).toEqual(['Chủ tịch UBND xã']);
    const [account] = await play.rows<{ id: string }>(`select id from account where username = 'c0.lanhdao0'`);
    const kept = await play.rows<{ text: string }>(`select coalesce((select string_agg(facts::text, ' ') from audit), '') ||
      coalesce((select string_agg(answer::text, ' ') from idempotency), '') as text`);
    expect(kept[0]?.text).not.toContain(code);
    expect(kept[0]?.text).not.toContain(codeHashOf(account?.id ?? '', code));
  });

  it('takes a register back whole until one of its rows is used, and says which', async () => {
    const imports = (await play.call(ADMIN, 'registerImports')).imports;
    const bodies = imports.find((one) => one.kind === 'organisations')?.id ?? '';
    const people = imports.find((one) => one.kind === 'people')?.id ?? '';
    await expect(play.call(ADMIN, 'undoRegister', { params: { id: bodies } })).rejects.toMatchObject({ code: 'import-in-use' });
    const used = await play.call(ADMIN, 'undoRegister', { params: { id: people } }).catch((error: unknown) => error);
    expect(used).toMatchObject({ code: 'import-in-use', details: { names: 'Lãnh Đạo 0 0; c0.lanhdao0' } });

    const { importId } = await apply('organisations', [body('CUOI', 'UBND xã Cuối Cùng', 'UBND xã', PROVINCE)]);
    expect(await play.call(ADMIN, 'undoRegister', { params: { id: importId } })).toEqual({ removed: 1 });
    await expect(play.call(ADMIN, 'undoRegister', { params: { id: importId } })).rejects.toMatchObject({ code: 'import-undone' });
    expect(await play.rows(`select 1 from org where code = 'CUOI'`)).toEqual([]);
  });

  it('brings in a council with its decision, and delegations that wait for acceptance and close no ring', async () => {
    const seat = (name: string, role: string, born: Cell = null): Line => [
      ...['C3', 'Hội đồng Thi đua - Khen thưởng xã Thử 3', 'Quyết định số 15/QĐ-UBND', day(2025, 7, 10), name, born, null, role, null],
    ];
    expect(await codesOf('rosters', [seat('Lãnh Đạo 3 0', 'Ủy viên'), seat('Không Có Ai', 'Ủy viên')])).toEqual([
      ['roster-chair', 'roster-few'],
      ['nobody-called'],
    ]);
    const roster = [seat('Lãnh Đạo 3 0', 'Chủ tịch Hội đồng'), seat('Lãnh Đạo 3 1', 'Ủy viên thư ký'), seat('Người Thử 3', 'Ủy viên')];
    expect((await apply('rosters', roster)).added).toMatchObject({ councils: 1, posts: 3 });

    const lending = (lender: string, receiver: string, capacity: string): Line => [
      ...['C3', null, lender, null, receiver, null, capacity, 'Thông báo số 12/TB-UBND', day(2026, 1, 5), null, null],
    ];
    expect(
      await codesOf('delegations', [
        lending('Lãnh Đạo 3 0', 'Lãnh Đạo 3 1', 'KT.'),
        lending('Lãnh Đạo 3 1', 'Lãnh Đạo 3 0', 'TL.'),
        lending('Lãnh Đạo 3 0', 'Lãnh Đạo 3 1', 'TUQ.'),
        lending('Lãnh Đạo 3 0', 'Người Thử 3', 'KT.'),
      ]),
    ).toEqual([[], ['line-wrong'], ['line-wrong'], ['post-unknown']]);
    await apply('delegations', [lending('Lãnh Đạo 3 0', 'Lãnh Đạo 3 1', 'KT.')]);
    expect(await play.rows(`select accepted_at from delegation where paper = 'Thông báo số 12/TB-UBND'`)).toEqual([{ accepted_at: null }]);
  });
});

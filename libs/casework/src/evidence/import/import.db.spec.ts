import type { AnswerOf, FileAnswer } from '@thidua/contract';
import { RoundPlay } from '../../../../../test/harness/round-play';
import { sheets } from '../../../../../test/harness/sheets';
import type { Cell } from '../../deps';
import { TABLES } from './table';

jest.setTimeout(60_000);

const day = (year: number, month: number, date: number): Date => new Date(Date.UTC(year, month - 1, date));
const SCHOOL = 'Trường Trung học cơ sở Gia Phúc';
const BODY = 'UBND huyện Gia Lộc';

type Line = readonly Cell[];
const award = (over: Readonly<Record<number, Cell>> = {}): Line =>
  [
    ...['Phạm Công Quân', null, SCHOOL, 'Cá nhân', 'Chiến sĩ thi đua cơ sở', 'Công trạng', 2023],
    ...[day(2023, 1, 1), day(2023, 12, 31), '15/QĐ-UBND', day(2024, 1, 15), BODY, null],
  ].map((cell, index) => (index in over ? (over[index] ?? null) : cell));
const rating = (over: Readonly<Record<number, Cell>> = {}): Line =>
  ['Phạm Công Quân', null, SCHOOL, null, 2023, 'Hoàn thành tốt nhiệm vụ', null, null, '30/QĐ', day(2023, 12, 20), BODY, null].map(
    (cell, index) => (index in over ? (over[index] ?? null) : cell),
  );

describe('the import of the past', () => {
  let harness: RoundPlay;
  let commune: string;
  let person: string;

  beforeAll(async () => {
    harness = await RoundPlay.open();
    commune = (await harness.actor('gp.chuyenvien')).positions[0]?.orgId ?? '';
    person = (await harness.actor('gp.thcs.thutruong')).personId;
  }, 60_000);
  afterAll(() => harness.close());

  type Kind = keyof typeof TABLES;
  const table = async (kind: Kind, lines: readonly Line[], titles?: readonly string[]): Promise<{ name: string; bytes: Uint8Array }> => {
    const { name, columns } = TABLES[kind];
    const shown = titles === undefined ? columns : titles.map((title) => ({ title, type: 'text' as const }));
    return { name: 'qua-khu.xlsx', bytes: await sheets.write([{ name, columns: shown, rows: lines }]) };
  };
  const preview = async (kind: Kind, lines: readonly Line[], titles?: readonly string[]): Promise<AnswerOf<'previewImport'>> =>
    harness.call('gp.chuyenvien', 'previewImport', { query: { kind, orgId: commune }, file: await table(kind, lines, titles) });
  const apply = async (kind: Kind, lines: readonly Line[], username = 'gp.chuyenvien'): Promise<AnswerOf<'applyImport'>> =>
    harness.call(username, 'applyImport', { query: { kind, orgId: commune }, file: await table(kind, lines) });
  const facts = async (): Promise<readonly string[]> =>
    (await harness.call('gp.chuyenvien', 'subjectEvidence', { params: { id: person } })).facts.map((fact) => fact.text);
  const problemsOf = async (kind: Kind, line: Line): Promise<readonly (readonly [number, string, string])[]> =>
    (await preview(kind, [line])).lines.flatMap(({ row, problems }) => problems.map((one) => [row, one.column, one.code] as const));

  it('gives out a table that comes back through the preview as it is written', async () => {
    for (const kind of ['award', 'rating', 'initiative'] as const) {
      // A route that streams a file answers its bytes.
      const file = (await harness.call('gp.chuyenvien', 'importTemplate', { query: { kind } })) as FileAnswer;
      const seen = await harness.call('gp.chuyenvien', 'previewImport', {
        query: { kind, orgId: commune },
        file: { name: file.fileName, bytes: file.bytes },
      });
      expect([kind, seen.problems, seen.lines.map((line) => line.row)]).toEqual([kind, [], [2]]);
    }
  });

  it('brings in decisions, ratings and initiatives, confirmed, once, and takes a batch back as a whole', async () => {
    const lines = [award(), award({ 6: 2024, 7: day(2024, 1, 1), 8: day(2024, 12, 31), 10: day(2025, 1, 15) })];
    const seen = await preview('award', lines);
    expect(seen).toMatchObject({ counts: { new: 2, known: 0, wrong: 0 }, mayApply: true });
    expect(await facts()).toEqual([]);

    const { batchId, added } = await apply('award', lines);
    expect(added).toBe(2);
    expect((await preview('award', lines)).counts).toEqual({ new: 0, known: 2, wrong: 0 });
    await expect(apply('award', lines)).rejects.toMatchObject({ code: 'import-refused' });
    expect(await facts()).toEqual([
      `Chiến sĩ thi đua cơ sở năm 2024 (số 15/QĐ-UBND ngày 15/01/2025 của ${BODY})`,
      `Chiến sĩ thi đua cơ sở năm 2023 (số 15/QĐ-UBND ngày 15/01/2024 của ${BODY})`,
    ]);
    const evidence = await harness.call('gp.thcs.nguoilap', 'subjectEvidence', { params: { id: person } });
    expect(evidence.facts.every((fact) => fact.confirmed && fact.source === 'import')).toBe(true);
    expect(evidence.prospects.find((one) => one.award === 'CSTDT' && one.year === 2025)?.missing).toContain(
      'Chiến sĩ thi đua cơ sở năm 2025',
    );

    const more = await apply('rating', [rating(), rating({ 4: 2022, 5: null, 6: 'x' })]);
    await apply('initiative', [
      [
        'Phạm Công Quân',
        null,
        SCHOOL,
        null,
        'Ngân hàng câu hỏi',
        'Sáng kiến',
        2023,
        'Cấp xã',
        'Đơn vị',
        null,
        null,
        '8/QĐ',
        day(2023, 11, 20),
        BODY,
        null,
      ],
    ]);
    expect(await facts()).toContain(`Xếp loại năm 2022 (nghỉ thai sản) (số 30/QĐ ngày 20/12/2023 của ${BODY})`);

    const undo = (id: string, username = 'gp.chuyenvien'): Promise<AnswerOf<'undoImport'>> =>
      harness.call(username, 'undoImport', { params: { id } });
    await expect(undo(batchId, 'mt.chuyenvien')).rejects.toMatchObject({ code: 'forbidden' });
    expect(await undo(batchId)).toEqual({ canceled: 2 });
    await expect(undo(batchId)).rejects.toMatchObject({ code: 'import-undone' });
    expect(await undo(more.batchId)).toEqual({ canceled: 2 });
    expect(await facts()).toEqual([`Sáng kiến “Ngân hàng câu hỏi” năm 2023 (số 8/QĐ ngày 20/11/2023 của ${BODY})`]);
    const { batches, orgs } = await harness.call('gp.chuyenvien', 'evidenceImports');
    expect(batches.map((batch) => [batch.kind, batch.rowCount, batch.mayUndo])).toEqual([
      ['initiative', 1, true],
      ['rating', 2, false],
      ['award', 2, false],
    ]);
    expect(orgs.map((org) => org.id)).toContain(commune);
    expect((await apply('award', lines)).added).toBe(2);
  });

  it('reads names however their marks were typed', async () => {
    const typed = award({ 0: 'PHẠM CÔNG QUÂN'.normalize('NFD'), 2: SCHOOL.normalize('NFD'), 4: 'Lao động tiên tiến'.normalize('NFD') });
    expect((await preview('award', [typed])).lines).toMatchObject([{ verdict: 'new', name: 'Phạm Công Quân' }]);
  });

  it.each<[string, Kind, Line, string, string]>([
    ['an unknown unit', 'award', award({ 2: 'Trường Không Có' }), 'Đơn vị', 'unit-unknown'],
    ['an unknown person', 'award', award({ 0: 'Nguyễn Không Có' }), 'Họ và tên hoặc tên tập thể', 'person-unknown'],
    ['another day of birth', 'award', award({ 1: day(1990, 1, 1) }), 'Họ và tên hoặc tên tập thể', 'born-different'],
    ['a date typed as text', 'award', award({ 10: '15/01/2024' }), 'Ngày văn bản', 'date-as-text'],
    ['an award nobody knows', 'award', award({ 4: 'Bằng khen của thôn' }), 'Danh hiệu, hình thức khen thưởng', 'not-a-choice'],
    ['a type nobody knows', 'award', award({ 5: 'Thường xuyên' }), 'Loại hình', 'not-a-choice'],
    ['a year that is none', 'award', award({ 6: 'năm ngoái' }), 'Năm', 'not-a-year'],
    ['a year to come', 'award', award({ 6: 2027 }), 'Năm', 'year-ahead'],
    ['an achievement that ends before it begins', 'award', award({ 8: day(2022, 1, 1) }), 'Thành tích đến ngày', 'before-start'],
    ['no number', 'award', award({ 9: null }), 'Số văn bản', 'required'],
    ['a rating nobody knows', 'rating', rating({ 5: 'Giỏi' }), 'Xếp loại', 'not-a-choice'],
    ['neither rating nor leave', 'rating', rating({ 5: null }), 'Xếp loại', 'required'],
  ])('tells of %s at its row and column', async (_, kind, line, column, code) => {
    expect(await problemsOf(kind, line)).toEqual([[2, column, code]]);
  });

  it('says what to do about namesakes, and takes the day of birth', async () => {
    await harness.rows(
      `with n as (insert into person (province_id, id, full_name, search_name, born) values ('HP', gen_random_uuid(), 'Phạm Công Quân', 'pham cong quan', '1990-02-02') returning id)
       insert into position (province_id, id, org_id, person_id, role, title, valid_from)
       select 'HP', gen_random_uuid(), o.id, n.id, 'member', 'Giáo viên', '2024-01-01' from n, org o where o.name = $1`,
      [SCHOOL],
    );
    const seen = await preview('rating', [rating({ 4: 2021 }), rating({ 4: 2021, 1: day(1990, 2, 2) })]);
    expect(seen.lines.map((line) => [line.verdict, line.problems[0]?.text])).toEqual([
      ['wrong', 'Đơn vị có nhiều người tên “Phạm Công Quân”: ghi thêm ngày sinh.'],
      ['new', undefined],
    ]);
  });

  it('tells a line that stands there twice', async () => {
    const born = { 1: day(1990, 2, 2), 4: 2020 };
    const { lines } = await preview('rating', [rating(born), rating(born)]);
    expect(lines.map((line) => [line.verdict, line.problems[0]?.text])).toEqual([
      ['new', undefined],
      ['wrong', 'Trùng với dòng 2 của bảng: xóa một trong hai dòng.'],
    ]);
  });

  it('does not read a table of other columns', async () => {
    const { problems, lines, mayApply } = await preview('award', [['x', 'y']], ['Họ và tên hoặc tên tập thể', 'Điểm số']);
    expect(problems.map((one) => one.code)).toEqual(expect.arrayContaining(['column-missing', 'column-unknown']));
    expect(problems.map((one) => one.text)).toContain('Cột “Điểm số” không có trong mẫu: đổi lại đúng tên cột của mẫu hoặc xóa cột.');
    expect([lines, mayApply]).toEqual([[], false]);
    expect((await preview('award', [])).problems.map((one) => one.code)).toEqual(['no-rows']);
  });

  it('refuses what is no workbook', async () => {
    const bytes = new TextEncoder().encode('Họ và tên;Đơn vị');
    const told = { query: { kind: 'award', orgId: commune }, file: { name: 'a.csv', bytes } };
    await expect(harness.call('gp.chuyenvien', 'previewImport', told)).rejects.toMatchObject({ code: 'file-not-what-it-says' });
  });

  it('writes nothing of a table with one wrong line, and nothing for a stranger', async () => {
    const before = await harness.rows(
      'select (select count(*) from yearly_rating)::int as ratings, (select count(*) from import_batch)::int as batches',
    );
    const born = { 1: day(1990, 2, 2) };
    const lines = [rating({ ...born, 4: 2019 }), rating({ ...born, 4: 2018, 9: '20/12/2018' })];
    await expect(apply('rating', lines)).rejects.toMatchObject({ code: 'import-refused', details: { wrong: 1, rows: [3] } });
    await expect(apply('rating', [lines[0] ?? []], 'gp.thcs.nguoilap')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(apply('rating', [lines[0] ?? []], 'mt.chuyenvien')).rejects.toMatchObject({ code: 'forbidden' });
    expect(
      await harness.rows(
        'select (select count(*) from yearly_rating)::int as ratings, (select count(*) from import_batch)::int as batches',
      ),
    ).toEqual(before);
  });
});

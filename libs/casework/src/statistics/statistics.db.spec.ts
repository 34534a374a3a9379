import { randomUUID } from 'node:crypto';
import { cellWhere } from '@thidua/awards';
import type { StatisticTableView } from '@thidua/contract';
import { HP, RoundPlay } from '../../../../test/harness/round-play';
import { seedProvince } from '../../../../test/harness/statistics-province';
import { seedWorks } from '../../../../test/harness/statistics-works';
import { fillTable } from './fill-table';
import { statisticRoomFor, tablesFor, type StatisticAsked } from './statistic-scope';

jest.setTimeout(180_000);

type Query = Readonly<Record<string, unknown>>;

describe('statistics', () => {
  let play: RoundPlay;
  const orgs: Record<string, string> = {};

  beforeAll(async () => {
    play = await RoundPlay.open();
    await seedProvince(play.deps.database, { provinceId: HP, dossiers: 120 });
    await seedWorks(play.deps.database, HP);
    for (const { id, name } of await play.rows<{ id: string; name: string }>('select id, name from org where province_id = $1', [HP])) {
      orgs[name] = id;
    }
  }, 180_000);
  afterAll(() => play.close());

  const idOf = (name: string): string => orgs[name] ?? '';
  const province = (): string => idOf('UBND thành phố Hải Phòng');
  const commune = (): string => idOf('UBND xã Gia Phúc');
  const menu = (who: string, query: Query = {}): ReturnType<typeof play.call<'statistics'>> => play.call(who, 'statistics', { query });
  const table = (who: string, id: string, query: Query): Promise<StatisticTableView> =>
    play.call(who, 'statisticTable', { params: { table: id }, query });
  const rows = (who: string, id: string, query: Query): ReturnType<typeof play.call<'statisticRows'>> =>
    play.call(who, 'statisticRows', { params: { table: id }, query });
  const cell = (view: StatisticTableView, label: string, column: string): number =>
    view.lines.find((line) => line.label === label)?.cells[view.columns.findIndex((one) => one.id === column)] ?? -1;

  /** Cells of every table of a body, one in `step`, against the list behind each: as many rows, no row twice. */
  async function everyCell(
    who: string,
    query: StatisticAsked,
    step: number,
  ): Promise<{ readonly cells: number; readonly wrong: readonly string[] }> {
    const room = await statisticRoomFor(play.deps, await play.actor(who), query);
    const wrong: string[] = [];
    let cells = 0;
    for (const asked of tablesFor(room)) {
      for (const line of await fillTable(play.deps, HP, room, asked)) {
        for (const [index, column] of asked.columns.entries()) {
          cells += 1;
          if (cells % step !== 0) {
            continue;
          }
          const where = cellWhere(line, column, room.catalogue);
          const { rows: behind, total } = await play.deps.stores.statistics.rows(HP, asked.source, room.scope, {
            where,
            limit: 5000,
            offset: 0,
          });
          const different = new Set(behind.map((row) => row.id)).size;
          if (total !== line.cells[index] || behind.length !== total || different !== total) {
            wrong.push(
              `${asked.id}, ${line.label}, ${column.label}: ${String(line.cells[index])} on the table, ${String(total)} behind it, ${String(different)} different`,
            );
          }
        }
      }
    }
    return { cells, wrong };
  }

  it('open every cell of every table into exactly as many rows as it says, for every body and narrowing', async () => {
    const { movements } = await menu('hp.snv.chuyenvien', { orgId: province() });
    const asked: readonly (readonly [query: StatisticAsked, step: number])[] = [
      [{ orgId: province() }, 1],
      [{ orgId: province(), year: 2025, occasion: 'annual', movementId: movements[0]?.id }, 5],
      [{ orgId: commune(), branchId: idOf('Trường Mầm non Hoa Sen') }, 5],
    ];
    for (const [query, step] of asked) {
      const { cells, wrong } = await everyCell('hp.snv.chuyenvien', query, step);
      expect(wrong).toEqual([]);
      expect(cells).toBeGreaterThan(500);
    }
  });

  it('open page by page, in words, with a way to the dossier for those who are party to it', async () => {
    const asked = { orgId: province(), line: '0', column: 'de-xuat' };
    const first = await rows('hp.snv.chuyenvien', 'hinh-thuc', asked);
    const second = await rows('hp.snv.chuyenvien', 'hinh-thuc', { ...asked, offset: 100 });
    expect([first.total, first.rows.length, second.rows[0]?.id === first.rows[0]?.id]).toEqual([second.total, 100, false]);
    expect(first).toMatchObject({ line: 'Tổng số', column: 'Đề xuất' });
    expect(first.rows.every((row) => row.open === null)).toBe(true);
    const own = await rows('gp.mn.nguoilap', 'hinh-thuc', { ...asked, orgId: idOf('Trường Mầm non Hoa Sen') });
    expect(own.rows.every((row) => row.open?.to === 'dossier')).toBe(true);
    const given = await rows('hp.snv.chuyenvien', 'hinh-thuc', { ...asked, column: 'dat' });
    expect(given.rows.every((row) => row.state === 'Đạt' && /^2026-0[12]-\d\d$/.test(row.day ?? ''))).toBe(true);
  });

  it('tell the outcomes apart: what was proposed is being considered, decided or withdrawn', async () => {
    const view = await table('gp.chuyenvien', 'hinh-thuc', { orgId: commune() });
    const at = (column: string): number => cell(view, 'Tổng số', column);
    expect(at('de-xuat')).toBe(at('dang-xet') + at('khong-dat') + at('rut') + at('dat') + at('huy-bo'));
    expect(at('dat')).toBeGreaterThan(at('dat-khen-cao'));
    const [given] = await play.rows<{ n: number }>(
      `with recursive under as (select id as below, parent_id as over from org union select predecessor_id, successor_id from org_succession where kind = 'merged'),
         below as (select $1::uuid as id union select u.below from under u join below b on b.id = u.over)
       select count(*)::int as n from nominee_row r join dossier d on d.id = r.dossier_id
       where d.org_id in (select id from below) and d.status <> 'drafting' and d.secrecy = 'none' and r.state = 'awarded'`,
      [commune()],
    );
    expect(at('dat')).toBe(given?.n);
  });

  it('call an award of the province "khen cao" for a commune, and its own for the province', async () => {
    const [of, by] = [
      await table('gp.chuyenvien', 'hinh-thuc', { orgId: commune() }),
      await table('hp.snv.chuyenvien', 'hinh-thuc', { orgId: province() }),
    ];
    const name = 'Bằng khen của Chủ tịch Ủy ban nhân dân thành phố';
    expect(cell(of, name, 'dat-khen-cao')).toBe(cell(of, name, 'dat'));
    expect(cell(of, name, 'dat')).toBeGreaterThan(0);
    expect(cell(by, name, 'dat')).toBeGreaterThan(0);
    expect(cell(by, name, 'dat-khen-cao')).toBe(0);
  });

  it('are the sum of those below', async () => {
    const view = await table('hp.snv.chuyenvien', 'don-vi', { orgId: province() });
    const below = view.lines.slice(1).map((line) => line.cells[0] ?? 0);
    expect(below.reduce((a, b) => a + b, 0)).toBe(cell(view, 'Tổng số', 'de-xuat'));
    const commune1 = await table('hp.snv.chuyenvien', 'don-vi', { orgId: commune() });
    expect(cell(view, 'UBND xã Gia Phúc', 'de-xuat')).toBe(cell(commune1, 'Tổng số', 'de-xuat'));
  });

  it('count neither what is still being written nor a state secret', async () => {
    const before = cell(await table('gp.chuyenvien', 'hinh-thuc', { orgId: commune() }), 'Tổng số', 'de-xuat');
    await seedProvince(play.deps.database, { provinceId: HP, dossiers: 6, status: 'drafting', units: [idOf('Trường Mầm non Hoa Sen')] });
    expect(cell(await table('gp.chuyenvien', 'hinh-thuc', { orgId: commune() }), 'Tổng số', 'de-xuat')).toBe(before);
  });

  it('count a movement with those that carry it out', async () => {
    const ids = await play.rows<{ id: string }>('select id from movement where province_id = $1 and org_id = $2 order by id', [
      HP,
      commune(),
    ]);
    const [parent, child] = ids.map((row) => row.id);
    const apart = async (id: string | undefined): Promise<number> =>
      cell(await table('gp.chuyenvien', 'hinh-thuc', { orgId: commune(), movementId: id }), 'Tổng số', 'de-xuat');
    const sum = (await apart(parent)) + (await apart(child));
    await play.rows('update movement set parent_id = $1 where province_id = $2 and id = $3', [parent, HP, child]);
    expect(await apart(parent)).toBe(sum);
    const view = await table('gp.chuyenvien', 'phong-trao', { orgId: commune() });
    expect(view.lines.map(({ depth }) => depth).filter((depth) => depth === 1)).toHaveLength(1);
  });

  it('tell reports in time, late and missing, by the word of the standing office where there is one', async () => {
    const column = async (id: string): Promise<number> =>
      cell(await table('gp.chuyenvien', 'thuc-hien', { orgId: commune() }), 'Tổng số', id);
    const before = [await column('bc-dung-han'), await column('bc-tre'), await column('bc-thieu')];
    expect(before.every((n) => n > 0)).toBe(true);
    await play.rows(
      `insert into movement_report_ruling (province_id, id, work_id, on_time, reason, person_id, position_id, at)
       select province_id, id, id, true, 'Mất điện', id, id, now() from movement_work where kind = 'report' and status = 'done' and done_at::date > due_on limit 1`,
    );
    expect([await column('bc-dung-han'), await column('bc-tre'), await column('bc-thieu')]).toEqual([
      (before[0] ?? 0) + 1,
      (before[1] ?? 0) - 1,
      before[2],
    ]);
    const missing = await rows('gp.chuyenvien', 'thuc-hien', { orgId: commune(), line: '0', column: 'bc-thieu' });
    expect(missing.rows.every((row) => row.state === 'Quá hạn' && row.what === 'Báo cáo' && row.open?.to === 'work')).toBe(true);
  });

  it('are for a body itself and for those above it', async () => {
    const hoaSen = { orgId: idOf('Trường Mầm non Hoa Sen') };
    await expect(table('gp.mn.nguoilap', 'hinh-thuc', hoaSen)).resolves.toBeDefined();
    await expect(table('gp.chutich', 'hinh-thuc', hoaSen)).resolves.toBeDefined();
    await expect(table('hp.snv.giamdoc', 'hinh-thuc', hoaSen)).resolves.toBeDefined();
    await expect(table('mt.chuyenvien', 'hinh-thuc', hoaSen)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(table('gp.mn.nguoilap', 'hinh-thuc', { orgId: commune() })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(table('hp.quantri1', 'hinh-thuc', { orgId: province() })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(menu('hp.uyvien1')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(table('hp.snv.giamdoc', 'hinh-thuc', { orgId: randomUUID() })).rejects.toMatchObject({ code: 'not-found' });
    await expect(menu('gp.chuyenvien')).resolves.toMatchObject({ orgId: commune() });
  });

  it('refuse a cell, a movement or a unit that is not there', async () => {
    const asked = { orgId: commune() };
    await expect(rows('gp.chutich', 'hinh-thuc', { ...asked, line: '99', column: 'dat' })).rejects.toMatchObject({
      code: 'request-invalid',
    });
    await expect(rows('gp.chutich', 'hinh-thuc', { ...asked, line: '0', column: 'x' })).rejects.toMatchObject({ code: 'request-invalid' });
    await expect(table('gp.chutich', 'hinh-thuc', { ...asked, movementId: 'x' })).rejects.toMatchObject({ code: 'request-invalid' });
    await expect(table('gp.chutich', 'hinh-thuc', { ...asked, branchId: province() })).rejects.toMatchObject({ code: 'request-invalid' });
    await expect(table('gp.chutich', 'nothing', asked)).rejects.toMatchObject({ code: 'not-found' });
  });
});

import { join } from 'node:path';
import { PaperTemplates, readSheet, type PaperKind, type PaperMaker } from '@thidua/documents';
import { FactsStore, type ClaimedPrint } from '@thidua/store';
import { HP, RoundPlay } from '../../../../test/harness/round-play';
import { seedProvince } from '../../../../test/harness/statistics-province';
import type { TaskRoom } from '../service-tasks/service-task';
import { statisticPaper, statisticWorkbook } from './statistics';

jest.setTimeout(90_000);

describe('statistical tables on request', () => {
  let play: RoundPlay;
  let room: TaskRoom;
  let orgId = '';
  let html = '';

  beforeAll(async () => {
    play = await RoundPlay.open();
    await seedProvince(play.deps.database, { provinceId: HP, dossiers: 40 });
    orgId = (await play.actor('gp.chutich')).positions[0]?.orgId ?? '';
    const templates = new PaperTemplates(join(__dirname, '../../../../workflows/papers'));
    // The template is filled as for print; only the browser is left out.
    const make = ({ kind, version, data }: { kind: PaperKind; version: number; data: never }): Promise<object> => {
      html = templates.fill(kind, version, data).html;
      return Promise.resolve({ bytes: Buffer.from(html) });
    };
    room = { deps: play.deps, facts: new FactsStore(play.deps.database), maker: { make } as unknown as PaperMaker } as TaskRoom;
  }, 90_000);
  afterAll(() => play.close());

  /** What the gate let through, as a worker gets it. */
  async function ordered(who: string, kind: string, params: object): Promise<ClaimedPrint> {
    const { id } = await play.call(who, 'orderPrint', { body: { kind, params } });
    const [row] = await play.rows<{ params: ClaimedPrint['params']; askedBy: string }>(
      'select params, asked_by as "askedBy" from print_order where id = $1',
      [id],
    );
    const { params: checked = {}, askedBy = '' } = row ?? {};
    return { provinceId: HP, id, kind, params: checked, askedBy, positionId: null, total: 0, attempts: 1, leaseToken: 'x' };
  }
  const progress = (): Promise<void> => Promise.resolve();
  const figure = async (table: string, line: number, column: string): Promise<number> => {
    const view = await play.call('gp.chuyenvien', 'statisticTable', { params: { table }, query: { orgId, year: 2025 } });
    return view.lines[line]?.cells[view.columns.findIndex((one) => one.id === column)] ?? -1;
  };

  it('say on paper what the screen says, and that the form waits for its confirmation', async () => {
    const order = await ordered('gp.chuyenvien', 'bieu-thong-ke', { table: 'bnv-khen-thuong-dia-phuong', orgId, year: 2025 });
    const { fileName } = await statisticPaper(room, order, progress);
    expect(fileName).toBe('thong-ke-bnv-khen-thuong-dia-phuong-2026-03-02.pdf');
    expect(html).toContain('Dữ liệu mẫu, cần cơ quan xác nhận: biểu bnv-khen-thuong-dia-phuong/1');
    expect(html).toContain('UBND xã Gia Phúc; Năm 2025');
    const [total = ''] = /<td><div style="padding-left:0mm">Tổng số<\/div><\/td>(?:<td[^>]*>[^<]*<\/td>)+/.exec(html) ?? [];
    expect(/<td class="c">(\d+)<\/td>/.exec(total)?.[1]).toBe(String(await figure('bnv-khen-thuong-dia-phuong', 0, 'tong')));
  });

  it('are workbooks with figures as numbers, dates as dates and codes as texts', async () => {
    const order = await ordered('gp.chuyenvien', 'bieu-thong-ke-xlsx', { table: 'hinh-thuc', orgId, year: 2025 });
    const { bytes } = await statisticWorkbook(room, order, progress);
    const [figures, about, list] = await readSheet(bytes);
    expect([figures?.name, about?.name, list?.name]).toEqual(['Theo danh hiệu, hình thức', 'Thông tin biểu', 'Danh sách']);
    expect(figures?.rows[1]?.[2]).toBe(await figure('hinh-thuc', 0, 'de-xuat'));
    expect(about?.rows.some((row) => row[2] instanceof Date)).toBe(true);
    const rows = list?.rows.slice(1) ?? [];
    expect(rows).toHaveLength(await figure('hinh-thuc', 0, 'de-xuat'));
    expect(rows.every((row) => typeof row[0] === 'string' && row[6] === 2025)).toBe(true);
    const given = rows.filter((row) => row[8] === 'Đạt');
    expect(given).toHaveLength(await figure('hinh-thuc', 0, 'dat'));
    expect(given.every((row) => row[9] instanceof Date)).toBe(true);
  });

  it('are ordered by those who see them, and for a year that is one', async () => {
    await expect(ordered('mt.chuyenvien', 'bieu-thong-ke', { table: 'hinh-thuc', orgId })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(ordered('gp.chuyenvien', 'bieu-thong-ke', { table: 'x', orgId })).rejects.toMatchObject({ code: 'not-found' });
    await expect(ordered('gp.chuyenvien', 'bieu-thong-ke', { table: 'hinh-thuc', orgId, year: 'x' })).rejects.toMatchObject({
      code: 'request-invalid',
    });
  });
});

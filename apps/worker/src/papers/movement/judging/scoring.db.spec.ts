import { join } from 'node:path';
import { scoresOf } from '@thidua/casework';
import { PaperTemplates, type PaperKind, type PaperMaker } from '@thidua/documents';
import { FactsStore, type ClaimedPrint } from '@thidua/store';
import { pdfWith } from '../../../../../../test/harness/attachment-files';
import { HP, RoundPlay } from '../../../../../../test/harness/round-play';
import { PRINT_KINDS } from '../../../printing/print-kinds';
import type { TaskRoom } from '../../../service-tasks/service-task';
import { movementPlans } from '../movement-plans';

jest.setTimeout(120_000);

const MOVEMENT = 'gp-binh-dan-hoc-vu-so';
const [DESK, CHAIR, HEAD_OF_OFFICE] = ['gp.chuyenvien', 'gp.chutich', 'gp.thuky'] as const;
const [SCHOOL, NURSERY, VILLAGE] = ['Trường Trung học cơ sở Gia Phúc', 'Trường Mầm non Hoa Sen', 'Thôn Đông Hào'] as const;
const SIGN = { outcome: 'sign', signatureMode: 'digital' };
const CRITERIA = [
  { id: 'chuyen-mon', kind: 'base', text: 'Nhiệm vụ chuyên môn', most: '70', movement: false },
  { id: 'phong-trao', kind: 'base', text: 'Kết quả thực hiện phong trào', most: '30', movement: true },
  { id: 'mo-hinh', kind: 'bonus', text: 'Mô hình mới', most: '5', movement: false },
  { id: 'don-thu', kind: 'deduction', text: 'Đơn thư đúng', most: '5', movement: false },
];
type Points = readonly [first: string, second: string, bonus: string, deduction: string];

describe('the year’s scoring of a commune’s bodies', () => {
  let play: RoundPlay;
  let room: TaskRoom;
  let board = '';
  let html = '';
  const texts = new Map<string, string>();

  beforeAll(async () => {
    play = await RoundPlay.open();
    await play.at(Date.UTC(2026, 10, 2, 2));
    const templates = new PaperTemplates(join(__dirname, '../../../../../../workflows/papers'));
    const fill = (kind: PaperKind, data: never): string => templates.fill(kind, 1, data).html;
    const plain = (text: string): string =>
      text
        .replace(/<style[\s\S]*?<\/style>/g, '')
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ');
    const make = ({ kind, data }: { kind: PaperKind; data: never }): Promise<object> => {
      html = plain(fill(kind, data));
      return Promise.resolve({ bytes: Buffer.from(html), text: '', html });
    };
    room = { deps: play.deps, facts: new FactsStore(play.deps.database), maker: { make } as unknown as PaperMaker } as TaskRoom;
    // The real builders and templates; only the browser is left out.
    play.plansOf = async (job) => {
      const plans = (await movementPlans(room, job)) ?? [];
      for (const plan of plans) {
        texts.set(plan.kind, plain(fill(plan.kind, plan.data as never)));
      }
      return plans;
    };
  });
  afterAll(() => play.close());

  const refused = (code: string, details?: object): unknown =>
    expect.objectContaining(details === undefined ? { code } : { code, details: expect.objectContaining(details) as unknown });
  const view = () => play.call(DESK, 'scoreBoard', { params: { id: board } });
  const sheetOf = async (name: string) => {
    const sheet = (await view()).sheets.find(({ orgName }) => orgName === name);
    if (sheet === undefined) {
      throw new Error(`no sheet of ${name}`);
    }
    return sheet;
  };
  const own = async (username: string, name: string) =>
    play.call(username, 'scoreSheet', { params: { id: (await sheetOf(name)).sheetId } });

  async function scoresItself(username: string, name: string, points: Points): Promise<void> {
    const { sheetId, version } = await own(username, name);
    const lines = CRITERIA.map(({ id }, at) => ({ criterion: id, self: points[at] ?? null, note: '' }));
    await play.call(username, 'saveSelfScores', { params: { id: sheetId }, body: { version, lines } });
  }

  async function isGiven(name: string, points: Points, reasons: Readonly<Record<string, string>>): Promise<void> {
    const { sheetId, version } = await sheetOf(name);
    const lines = CRITERIA.map(({ id }, at) => ({ criterion: id, given: points[at] ?? null, reason: reasons[id] ?? null }));
    await play.call(DESK, 'saveGivenScores', { params: { id: board }, body: { sheetId, version, lines } });
  }

  it('begins with the movement’s own row, worth nothing until people say so', async () => {
    const ask = { params: { id: MOVEMENT }, body: { year: 2026, clusterId: null } };
    await expect(play.call('gp.thcs.nguoilap', 'openScoring', ask)).rejects.toEqual(refused('forbidden'));
    ({ workId: board } = await play.call(DESK, 'openScoring', ask));
    await expect(play.call(DESK, 'openScoring', ask)).rejects.toEqual(refused('state-conflict', { reason: 'scoring-open' }));
    expect((await view()).criteria).toMatchObject([{ movement: true, most: '0.00' }]);
    await expect(play.does(DESK, 'Lập bảng tiêu chí chấm điểm', board, {})).rejects.toEqual(
      refused('work-incomplete', {
        problems: [
          { field: 'criteria.phong-trao.most', code: 'required' },
          { field: 'dueOn', code: 'required' },
        ],
      }),
    );
  });

  it('sends the table of criteria to every body that is scored, and to no other', async () => {
    const { version, choices } = await view();
    const bodies = choices.filter(({ name }) => [SCHOOL, NURSERY, VILLAGE].some((one) => one === name)).map(({ orgId }) => orgId);
    const body = { version, criteria: CRITERIA, bodies, dueOn: '2026-11-20' };
    const strange = { ...body, bodies: [...bodies, '00000000-0000-7000-8000-000000000001'] };
    await expect(play.call(DESK, 'saveScoreBoard', { params: { id: board }, body: strange })).rejects.toEqual(refused('request-invalid'));
    await play.call(DESK, 'saveScoreBoard', { params: { id: board }, body });
    await play.does(DESK, 'Lập bảng tiêu chí chấm điểm', board, {});
    expect((await view()).sheets.map(({ orgName, selfTotal }) => [orgName, selfTotal]).toSorted()).toEqual(
      [SCHOOL, NURSERY, VILLAGE].map((name) => [name, '0.00']).toSorted(),
    );
    await expect(own('gp.htx.nguoilap', SCHOOL)).rejects.toEqual(refused('not-found'));
    await expect(play.call('gp.thcs.nguoilap', 'scoreBoard', { params: { id: board } })).rejects.toEqual(refused('not-found'));
  });

  it('lets a body score itself row by row with proofs, and its head stand for it', async () => {
    await scoresItself('gp.thcs.nguoilap', SCHOOL, ['70,1', '30', '2,5', '0']);
    const { sheetId } = await sheetOf(SCHOOL);
    await expect(play.does('gp.thcs.nguoilap', 'Tự chấm điểm', sheetId, {})).rejects.toEqual(
      refused('work-incomplete', { problems: [{ field: 'chuyen-mon', code: 'above-most' }] }),
    );
    await scoresItself('gp.thcs.nguoilap', SCHOOL, ['69,1', '30', '2,5', '0']);
    const proof = { params: { id: sheetId }, query: { place: 'mo-hinh' }, file: { name: 'mo-hinh.pdf', bytes: pdfWith() } };
    const { sha256 } = await play.call('gp.thcs.nguoilap', 'addWorkProof', proof);
    await play.does('gp.thcs.nguoilap', 'Tự chấm điểm', sheetId, {});
    await play.does('gp.thcs.thutruong', 'Duyệt bảng tự chấm', sheetId, { outcome: 'send-back', reason: 'Xem lại' });
    await play.does('gp.thcs.nguoilap', 'Tự chấm điểm', sheetId, {});
    await play.does('gp.thcs.thutruong', 'Duyệt bảng tự chấm', sheetId, { outcome: 'approve' });
    expect(await sheetOf(SCHOOL)).toMatchObject({ status: 'submitted', selfTotal: '101.60', proofs: [{ place: 'mo-hinh', sha256 }] });
    const file = await play.call(DESK, 'workProof', { params: { id: sheetId, sha256 } });
    expect(file).toMatchObject({ mime: 'application/pdf' });
    await expect(scoresItself('gp.thcs.nguoilap', SCHOOL, ['70', '30', '5', '0'])).rejects.toEqual(refused('state-conflict'));
  });

  it('is closed on its day; whoever has not handed in is scored without and named', async () => {
    await scoresItself('gp.mn.nguoilap', NURSERY, ['69', '30', '0', '0']);
    const { sheetId } = await sheetOf(NURSERY);
    await play.does('gp.mn.nguoilap', 'Tự chấm điểm', sheetId, {});
    await play.does('gp.mn.thutruong', 'Duyệt bảng tự chấm', sheetId, { outcome: 'approve' });
    await play.at(Date.UTC(2026, 10, 20, 17));
    await play.pass(0);
    await play.work();
    expect((await view()).may.appraise).toBe(true);
    expect((await sheetOf(VILLAGE)).status).toBe('canceled');
  });

  it('asks a reason for every change of the standing office', async () => {
    await isGiven(SCHOOL, ['69,1', '29,9', '0', '0'], { 'phong-trao': 'Báo cáo chậm 03 ngày' });
    await isGiven(NURSERY, ['69', '30', '0', '0'], {});
    await isGiven(VILLAGE, ['60', '25', '0', '0,5'], Object.fromEntries(CRITERIA.map(({ id }) => [id, 'Không gửi bảng tự chấm'])));
    const { orgId } = await sheetOf(SCHOOL);
    await expect(play.does(DESK, 'Thẩm định điểm', board, {})).rejects.toEqual(
      refused('work-incomplete', { problems: [{ field: `${orgId}.mo-hinh`, code: 'reason-missing' }] }),
    );
    await isGiven(SCHOOL, ['69,1', '29,9', '0', '0'], { 'phong-trao': 'Báo cáo chậm 03 ngày', 'mo-hinh': 'Chưa được nhân rộng' });
    await play.does(DESK, 'Thẩm định điểm', board, {});
    expect((await own('gp.thcs.nguoilap', SCHOOL)).lines.every(({ given, reason }) => given === null && reason === null)).toBe(true);
  });

  it('tells equals as equals in the minutes that the meeting’s chair signs', async () => {
    const task = await play.task(DESK, 'Ghi biên bản họp chấm điểm', board);
    const chairs = task.context['chairs'] as unknown as readonly { value: string; label: string }[];
    const post = (words: string): string => chairs.find(({ label }) => label.includes(words))?.value ?? '';
    const meeting = {
      ...{ date: '2026-11-21', startTime: '14:00', endTime: '16:00', place: 'Phòng họp UBND xã', total: 5 },
      ...{
        chair: post('Trưởng phòng Văn hóa'),
        secretary: post('Chuyên viên'),
        opinions: '',
        conclusions: 'Thống nhất kết quả chấm điểm.',
      },
    };
    await expect(play.complete(DESK, task, { ...meeting, absent: 'Ngô Văn Thành' })).rejects.toEqual(refused('form-invalid'));
    await play.does(DESK, 'Ghi biên bản họp chấm điểm', board, { ...meeting, absent: 'Ngô Văn Thành; Chánh Văn phòng; đi công tác' });
    const minutes = texts.get('bien-ban-cham-diem') ?? '';
    expect(minutes).toContain('Có mặt: 04/05 thành viên');
    expect(minutes).toContain('Báo cáo chậm 03 ngày');
    expect(minutes).toMatch(/Không gửi bảng tự chấm: Thôn Đông Hào/);
    expect(minutes).toContain(`${NURSERY} và ${SCHOOL} cùng 99 điểm, cùng xếp thứ 1`);
    await play.does(DESK, 'Xem dự thảo, trình ký', board, { outcome: 'submit' });
    await play.does(HEAD_OF_OFFICE, 'Ký văn bản', board, SIGN);
  });

  it('stands when the table is signed: totals, ranks, and the reasons told to each body', async () => {
    const { orgId } = await sheetOf(SCHOOL);
    expect(await scoresOf(play.deps, HP, { orgId, movementId: MOVEMENT })).toEqual([]);
    expect(texts.get('bang-cham-diem')).toMatch(/TC1 \(70\).*Thưởng 1 \(5\).*Trừ 1 \(5\)/);
    await play.does(DESK, 'Xem dự thảo, trình ký', board, { outcome: 'submit' });
    await play.does(CHAIR, 'Ký văn bản', board, SIGN);
    expect(await view()).toMatchObject({ status: 'done', sheets: [{ rank: 1, tied: true }, { rank: 1, tied: true }, { rank: 3 }] });
    expect(await scoresOf(play.deps, HP, { orgId, movementId: MOVEMENT })).toMatchObject([
      { self: '101.60', total: '99.00', rank: 1, of: 3, tied: true, year: 2026 },
    ]);
    const told = await own('gp.thcs.nguoilap', SCHOOL);
    expect(told.lines.find(({ criterion }) => criterion === 'phong-trao')).toMatchObject({
      given: '29.90',
      reason: 'Báo cáo chậm 03 ngày',
    });
    expect((await play.call('gp.thon.nguoilap', 'scoreBoards', { params: { id: MOVEMENT } })).mine).toMatchObject([
      { total: '84.50', rank: 3 },
    ]);
  });

  it('is printed as a table and as a workbook by those who score', async () => {
    const order = (kind: string): ClaimedPrint => ({
      ...{ provinceId: HP, id: 'x', kind, askedBy: 'x', positionId: null, total: 0, attempts: 1, leaseToken: 'x' },
      params: { boardId: board, printerId: printer },
    });
    const printer = (await play.actor(DESK)).positions[0]?.orgId ?? '';
    await PRINT_KINDS['bang-cham-diem']?.(room, order('bang-cham-diem'), () => Promise.resolve());
    expect(html).toContain('NGƯỜI LẬP BẢNG');
    const book = await PRINT_KINDS['bang-cham-diem-xlsx']?.(room, order('bang-cham-diem-xlsx'), () => Promise.resolve());
    const sheets = await play.deps.sheets.read(book?.bytes ?? new Uint8Array());
    expect(JSON.stringify(sheets)).toMatch(/Trường Mầm non Hoa Sen.*"69".*"30".*Bằng điểm/);
    const ask = { body: { kind: 'bang-cham-diem', params: { boardId: board } } };
    await expect(play.call('gp.thcs.nguoilap', 'orderPrint', ask)).rejects.toEqual(refused('not-found'));
    await play.call(DESK, 'orderPrint', ask);
  });

  it('scores the members of a cluster too, beside its vote', async () => {
    const { clusters } = await play.call(DESK, 'scoreBoards', { params: { id: MOVEMENT } });
    const cluster = clusters.find(({ name, year }) => name.includes('xã, phường số 1') && year === 2026);
    const opened = await play.call(DESK, 'openScoring', { params: { id: MOVEMENT }, body: { year: 2026, clusterId: cluster?.id ?? '' } });
    const seen = await play.call(DESK, 'scoreBoard', { params: { id: opened.workId } });
    expect([seen.scope, seen.choices.map(({ name }) => name).toSorted()]).toEqual([
      'cluster',
      ['UBND phường Đông Hải', 'UBND xã An Hòa', 'UBND xã Gia Phúc', 'UBND xã Minh Tân'],
    ]);
    const ask = { params: { id: MOVEMENT }, body: { year: 2025, clusterId: cluster?.id ?? '' } };
    await expect(play.call('mt.chuyenvien', 'openScoring', ask)).rejects.toEqual(refused('not-found'));
    const told = await play.call('mt.chuyenvien', 'clusters');
    expect(told.clusters.find(({ id }) => id === cluster?.id)?.scores).toEqual([]);
  });
});

import type { ReportCallView, ReportView } from '@thidua/contract';
import { formatLocalDate } from '@thidua/kernel';
import { pdfWith } from '../../../../../test/harness/attachment-files';
import { RoundPlay } from '../../../../../test/harness/round-play';
import { figureSheets } from './figure-sheets';
import { punctuality } from './punctuality';

const MOVEMENT = 'gp-binh-dan-hoc-vu-so';
const SIGN = { outcome: 'sign', signatureMode: 'digital' };
const SEND = { outcome: 'send', signatureMode: 'digital' };
const [DESK, CHAIR, RECORDS] = ['gp.chuyenvien', 'gp.chutich', 'gp.vanthu'] as const;
const UNITS = ['Trường Trung học cơ sở Gia Phúc', 'Hợp tác xã Nông nghiệp Gia Phúc', 'Thôn Đông Hào'] as const;

jest.setTimeout(90_000);

let play: RoundPlay;
let call: string;
let reports: ReadonlyMap<string, string>;

beforeAll(async () => {
  play = await RoundPlay.open();
  await play.at(Date.UTC(2026, 9, 20, 2));
}, 60_000);
afterAll(() => play.close());

const refused = (code: string, details?: object): unknown =>
  expect.objectContaining(details === undefined ? { code } : { code, details: expect.objectContaining(details) as unknown });
const callView = (username: string): Promise<ReportCallView> => play.call(username, 'reportCall', { params: { id: call } });
const report = (username: string, unit: string): Promise<ReportView> =>
  play.call(username, 'movementReport', { params: { id: reports.get(unit) ?? '' } });
const idOf = (unit: string): string => reports.get(unit) ?? '';

async function fill(username: string, unit: string, figures: object, more: object = {}): Promise<void> {
  const { version } = await report(username, unit);
  const body = { version, figures, texts: { results: 'Mở lớp cho người dân' }, ownFile: false, ...more };
  await play.call(username, 'saveReport', { params: { id: idOf(unit) }, body });
}

describe('a year’s reports of Gia Phúc', () => {
  it('are offered by the plan’s day, with its line, and asked of whoever stands below', async () => {
    const query = { occasion: 'annual', year: 2026 };
    const offer = await play.call(DESK, 'reportOffer', { params: { id: MOVEMENT }, query });
    expect(offer.planDay).toMatchObject({ day: '2026-11-05', source: { from: 513 } });
    expect(offer.recipients.map((one) => one.name)).toEqual(expect.arrayContaining([...UNITS]));
    const interim = await play.call(DESK, 'reportOffer', { params: { id: MOVEMENT }, query: { occasion: 'interim', year: 2027 } });
    expect(interim.planDay).toBeNull();
    await expect(play.call('gp.thcs.nguoilap', 'reportOffer', { params: { id: MOVEMENT }, query })).rejects.toEqual(refused('forbidden'));
  });

  it('count what the standing office has set up beside the plan’s criteria', async () => {
    const form = await play.call(DESK, 'reportForm', { params: { id: MOVEMENT } });
    expect(form.indicators.find((one) => one.id === 'tc-1')?.source).toMatchObject({ from: 221 });
    const line = (id: string, type: string): object => ({
      id,
      name: `Chỉ tiêu ${id}`,
      type,
      unit: '',
      target: null,
      required: true,
      audiences: [],
    });
    const body = { version: form.version, indicators: [line('lop', 'number'), line('ky-nang', 'percent')] };
    const saved = await play.call(DESK, 'saveReportForm', { params: { id: MOVEMENT }, body });
    expect(saved).toMatchObject({ version: 1, fixed: false, indicators: [{ id: 'lop' }, { id: 'ky-nang' }] });
  });

  it('are called once, and every body gets its own', async () => {
    const offer = await play.call(DESK, 'reportOffer', { params: { id: MOVEMENT }, query: { occasion: 'annual', year: 2026 } });
    const recipients = offer.recipients.filter((one) => UNITS.some((unit) => unit === one.name)).map((one) => one.orgId);
    const body = { occasion: 'annual', year: 2026, dueOn: '2026-11-05', recipients };
    ({ id: call } = await play.call(DESK, 'callReports', { params: { id: MOVEMENT }, body }));
    await play.work();
    reports = new Map((await callView(DESK)).reports.map((one) => [one.orgName, one.id]));
    expect([...reports.keys()].sort()).toEqual([...UNITS].sort());
    await expect(play.call(DESK, 'callReports', { params: { id: MOVEMENT }, body })).rejects.toEqual(
      refused('reports-called', { callId: call }),
    );
    await expect(report('mt.th.nguoilap', UNITS[0])).rejects.toEqual(refused('not-found'));
  });

  it('are not sent while something is missing, and say what', async () => {
    const [school] = UNITS;
    const task = await play.task('gp.thcs.nguoilap', 'Lập báo cáo', idOf(school));
    const missing = play.complete('gp.thcs.nguoilap', task, { outcome: 'submit' });
    const problems = ['results', 'lop', 'ky-nang'].map((field) => ({ field, code: 'required' }));
    await expect(missing).rejects.toEqual(refused('work-incomplete', { problems }));
    await expect(fill('gp.thcs.nguoilap', school, { lop: { text: 'nhiều' } })).rejects.toEqual(refused('request-invalid'));
    await fill('gp.thcs.nguoilap', school, { lop: { value: 4 }, 'ky-nang': { part: 40, whole: 50 } });
    await play.does('gp.thcs.nguoilap', 'Lập báo cáo', idOf(school), { outcome: 'submit' });
  });

  it('are on time on the due day, whoever accepts them later', async () => {
    for (const day of [30, 31 + 2, 31 + 5]) {
      await play.at(Date.UTC(2026, 9, day, 16, 30));
      await play.pass(0);
    }
    await play.does('gp.thcs.thutruong', 'Ký, gửi báo cáo', idOf(UNITS[0]), SEND);
    await play.does('gp.thcs.vanthu', 'Cấp số báo cáo', idOf(UNITS[0]), { mode: 'own' });
    expect((await callView(DESK)).counts).toEqual({ asked: 3, sent: 1, accepted: 0, late: 0, missing: 0 });
    expect((await report(DESK, UNITS[0])).papers).toMatchObject([
      { kind: 'bao-cao-phong-trao', state: 'issued', numberText: '01/BC-THCSGP' },
    ]);
  });

  it('remind before the day, on it, and when it is over; no more once it is sent', async () => {
    await play.at(Date.UTC(2026, 10, 6, 4));
    await play.pass(0);
    const sql = `select n.kind from limit_notice n join movement_work w on w.instance_id = n.instance_id where w.id = $1 order by n.at`;
    expect((await play.rows<{ kind: string }>(sql, [idOf(UNITS[2])])).map((one) => one.kind)).toEqual([
      'reminder',
      'due-day',
      'escalation',
    ]);
    expect((await play.rows<{ kind: string }>(sql, [idOf(UNITS[0])])).map((one) => one.kind)).toEqual(['reminder', 'due-day']);
  });

  it('may be the body’s own file with its figures typed in; the day after the due day is late', async () => {
    const [, cooperative] = UNITS;
    await fill('gp.htx.nguoilap', cooperative, { lop: { value: 1.5 }, 'ky-nang': { part: 5, whole: 10 } }, { ownFile: true, texts: {} });
    await expect(play.does('gp.htx.nguoilap', 'Lập báo cáo', idOf(cooperative), { outcome: 'submit' })).rejects.toEqual(
      refused('work-incomplete', { problems: [{ field: 'file', code: 'required' }] }),
    );
    const file = { name: 'bao-cao.pdf', bytes: pdfWith() };
    await play.call('gp.htx.nguoilap', 'useReportFile', { params: { id: idOf(cooperative) }, query: { number: '7/BC-HTX' }, file });
    await play.does('gp.htx.nguoilap', 'Lập báo cáo', idOf(cooperative), { outcome: 'submit' });
    await play.does('gp.htx.thutruong', 'Ký, gửi báo cáo', idOf(cooperative), SEND);
    expect((await callView(DESK)).counts).toEqual({ asked: 3, sent: 2, accepted: 0, late: 1, missing: 1 });
    expect(await report(DESK, cooperative)).toMatchObject({
      ownFile: true,
      file: { numberText: '7/BC-HTX' },
      punctuality: { state: 'late' },
    });
  });

  it('keep the form from changing once somebody has reported by it', async () => {
    const form = await play.call(DESK, 'reportForm', { params: { id: MOVEMENT } });
    expect(form).toMatchObject({ fixed: true, may: { edit: false } });
    const body = { version: form.version, indicators: form.indicators.slice(0, 1) };
    await expect(play.call(DESK, 'saveReportForm', { params: { id: MOVEMENT }, body })).rejects.toEqual(refused('report-form-fixed'));
  });

  it('go back to be mended without losing their day', async () => {
    const [school] = UNITS;
    await play.does(DESK, 'Xem, tiếp nhận báo cáo', idOf(school), { outcome: 'mend', reason: 'Bổ sung số lớp' });
    expect(await report('gp.thcs.nguoilap', school)).toMatchObject({ state: 'mend', mendReason: 'Bổ sung số lớp', may: { fill: true } });
    await fill('gp.thcs.nguoilap', school, { lop: { value: 6 }, 'ky-nang': { part: 40, whole: 50 } });
    await play.does('gp.thcs.nguoilap', 'Lập báo cáo', idOf(school), { outcome: 'submit' });
    await play.does('gp.thcs.thutruong', 'Ký, gửi báo cáo', idOf(school), SEND);
    await play.does('gp.thcs.vanthu', 'Cấp số báo cáo', idOf(school), { mode: 'own' });
    await play.does(DESK, 'Xem, tiếp nhận báo cáo', idOf(school), { outcome: 'accept' });
    expect(await report(DESK, school)).toMatchObject({
      state: 'accepted',
      sentOn: '2026-11-05',
      punctuality: { state: 'on-time', onTime: true },
    });
  });

  it('are judged otherwise only by the standing office, for a reason that stays on the trail', async () => {
    const [, cooperative] = UNITS;
    const rule = (username: string, onTime: boolean | null): Promise<unknown> =>
      play.call(username, 'rulePunctuality', {
        params: { id: idOf(cooperative) },
        body: { onTime, reason: 'Mất điện toàn xã ngày 05/11' },
      });
    await expect(rule('gp.htx.thutruong', true)).rejects.toEqual(refused('forbidden'));
    await rule(DESK, true);
    expect((await report(DESK, cooperative)).punctuality).toMatchObject({ state: 'late', onTime: true, daysLate: 1 });
    const trail = `select action, facts ->> 'onTime' as "onTime" from audit where subject_type = 'movement-work' and subject_id = $1`;
    expect(await play.rows(trail, [idOf(cooperative)])).toEqual([{ action: 'report-punctuality-ruled', onTime: 'true' }]);
  });

  it('count the awards proposed in the movement, and those of no other', async () => {
    const [school] = await play.rows<{ id: string }>('select id from org where name = $1', [UNITS[0]]);
    const row = { kind: 'individual', name: 'Đặng Thị Mai', title: 'Giáo viên', scope: 'inside', award: 'GK_XA' };
    const about = { orgId: school?.id, occasion: 'annual', year: 2026, title: 'Đề nghị khen thưởng', movementId: MOVEMENT };
    const rows = [{ ...row, achievement: 'Dạy kỹ năng số cho phụ huynh vào các buổi tối.' }];
    await play.call('gp.thcs.nguoilap', 'launchDossier', { body: { ...about, rows } });
    await play.call('gp.thcs.nguoilap', 'launchDossier', { body: { ...about, year: 2025, rows } });
    expect((await callView(DESK)).awards).toEqual([
      expect.objectContaining({
        award: 'GK_XA',
        state: 'proposed',
        persons: 1,
        collectives: 0,
        name: expect.stringContaining('Giấy khen') as unknown,
      }),
    ]);
  });

  it('add up, say who is missing, and are compiled with a reason for what is set by hand', async () => {
    const view = await callView(DESK);
    expect(view.figures.map((one) => [one.text, one.sources.length])).toEqual([
      ['7,5', 2],
      ['75% (45/60)', 2],
    ]);
    await expect(play.does(DESK, 'Thu báo cáo của các đơn vị', call, { outcome: 'close' })).rejects.toEqual(
      refused('reports-missing', { count: 1 }),
    );
    await play.does(DESK, 'Thu báo cáo của các đơn vị', call, { outcome: 'close', despiteMissing: true });
    await expect(play.does(DESK, 'Tổng hợp báo cáo', call, { outcome: 'submit' })).rejects.toEqual(refused('work-incomplete'));
    const adjustments = { lop: { figure: { value: 7 }, reason: 'Hai đơn vị cùng kể một lớp' } };
    const body = { version: view.version, texts: { results: 'Toàn xã mở bảy lớp' }, adjustments };
    await play.call(DESK, 'saveCompilation', { params: { id: call }, body });
    await play.does(DESK, 'Tổng hợp báo cáo', call, { outcome: 'submit' });
  });

  it('are signed, numbered and sent to Sở Nội vụ with the document, which opens every source', async () => {
    await play.does(DESK, 'Xem dự thảo, trình ký', call, { outcome: 'submit' });
    await play.does(CHAIR, 'Ký văn bản', call, SIGN);
    await play.does(RECORDS, 'Cấp số văn bản', call, { mode: 'own' });
    const { upward, status } = await callView(DESK);
    expect([status, upward?.askedByName, upward?.state]).toEqual(['done', 'Sở Nội vụ thành phố Hải Phòng', 'sent']);
    const received = await play.call('hp.snv.chuyenvien', 'movementReport', { params: { id: upward?.id ?? '' } });
    expect(received.figures).toEqual({ lop: { value: 7 }, 'ky-nang': { part: 45, whole: 60 } });
    expect(received.papers).toMatchObject([{ kind: 'bao-cao-phong-trao', state: 'issued' }]);
    expect(received.sources.map((one) => one.orgName).sort()).toEqual([...UNITS].sort());
    const source = await play.call('hp.snv.chuyenvien', 'movementReport', { params: { id: idOf(UNITS[0]) } });
    expect(source.figures).toMatchObject({ lop: { value: 6 } });
    await play.does('hp.snv.chuyenvien', 'Xem, tiếp nhận báo cáo', upward?.id ?? '', { outcome: 'accept' });
    expect((await callView(DESK)).upward?.state).toBe('accepted');
  });

  it('make a workbook of totals, sources and days for whoever may open the call', async () => {
    const order = { body: { kind: 'so-lieu-bao-cao', params: { callId: call } } };
    await expect(play.call('gp.thcs.thutruong', 'orderPrint', order)).rejects.toEqual(refused('not-found'));
    expect(await play.call(DESK, 'orderPrint', order)).toEqual({ id: expect.any(String) as unknown });
    const { sheets } = await figureSheets(play.deps, 'HP', call);
    const rows = sheets.map((sheet) => sheet.rows.map((row) => row.slice(0, 5)));
    expect(rows[0]).toEqual([
      ['Chỉ tiêu lop', '', '', 7, null],
      ['Chỉ tiêu ky-nang', '', '', 45, 60],
    ]);
    expect(rows[1]).toHaveLength(4);
    expect(rows[3]?.map(([, , sent, outcome]) => [sent, outcome])).toEqual(
      expect.arrayContaining([
        ['2026-11-05', 'Đúng hạn'],
        ['2026-11-06', 'Gửi muộn'],
        ['', 'Chưa gửi, quá hạn'],
      ]),
    );
  });

  it('prove who reports on time, year by year', async () => {
    const orgs = await play.rows<{ id: string; name: string }>('select id, name from org where name = any($1)', [UNITS]);
    const proved = new Map<string, unknown>();
    for (const { id, name } of orgs) {
      const [due] = await punctuality(play.deps, 'HP', { orgId: id, movementId: MOVEMENT });
      proved.set(name, [
        due?.due === undefined ? null : formatLocalDate(due.due),
        due?.sent === null ? null : due?.sent.day,
        due?.onTime,
        due?.reason,
      ]);
    }
    expect(Object.fromEntries(proved)).toEqual({
      [UNITS[0]]: ['2026-11-05', 5, true, null],
      [UNITS[1]]: ['2026-11-05', 6, true, 'Mất điện toàn xã ngày 05/11'],
      [UNITS[2]]: ['2026-11-05', null, false, null],
    });
  });

  it('begin a new reading of the form with the next call', async () => {
    const form = await play.call(DESK, 'reportForm', { params: { id: MOVEMENT } });
    expect(form).toMatchObject({ fixed: false, version: 1 });
    const indicators = form.indicators.map(({ id, name, type, unit, target, required, audiences }) => ({
      id,
      name,
      type,
      unit,
      target,
      required,
      audiences,
    }));
    const saved = await play.call(DESK, 'saveReportForm', {
      params: { id: MOVEMENT },
      body: { version: 1, indicators: indicators.slice(0, 1) },
    });
    expect(saved.version).toBe(2);
    expect((await report(DESK, UNITS[0])).indicators).toHaveLength(2);
  });
});

describe('sơ kết from the units of Gia Phúc up to the chair of UBND thành phố', () => {
  const CITY = 'hp-binh-dan-hoc-vu-so';
  const indicator = { id: 'lop', name: 'Lớp học đã mở', type: 'number', unit: 'lớp', target: null, required: true, audiences: [] };
  let above: string;

  beforeAll(async () => {
    const { movements, people } = play.deps.stores;
    const commune = await movements.byId('HP', MOVEMENT);
    const { province } = await people.seats('HP');
    await play.deps.database.inTransaction(async (tx) => {
      if (commune !== undefined) {
        const none = { planPaperId: null, planDraftId: null, parentId: null, source: 'blank' as const, atMs: play.deps.clock.nowMs() };
        await movements.insert(tx, 'HP', {
          ...none,
          id: CITY,
          orgId: province?.id ?? '',
          content: { ...commune.content, id: CITY },
          hash: CITY,
        });
        await movements.setParent(tx, 'HP', MOVEMENT, CITY, play.deps.clock.nowMs());
      }
    });
  });

  const called = async (username: string, movement: string, body: object): Promise<string> => {
    const about = { params: { id: movement }, body: { occasion: 'interim', year: 2026, ...body } };
    const { id } = await play.call(username, 'callReports', about);
    await play.work();
    return id;
  };
  const compiledBy = async (username: string, callId: string, results: string): Promise<void> => {
    await play.does(username, 'Thu báo cáo của các đơn vị', callId, { outcome: 'close', despiteMissing: true });
    const { version } = await play.call(username, 'reportCall', { params: { id: callId } });
    await play.call(username, 'saveCompilation', { params: { id: callId }, body: { version, texts: { results }, adjustments: {} } });
    await play.does(username, 'Tổng hợp báo cáo', callId, { outcome: 'submit' });
    await play.does(username, 'Xem dự thảo, trình ký', callId, { outcome: 'submit' });
  };

  it('answers the call from above with what the commune has compiled', async () => {
    const form = await play.call('hp.snv.chuyenvien', 'reportForm', { params: { id: CITY } });
    await play.call('hp.snv.chuyenvien', 'saveReportForm', {
      params: { id: CITY },
      body: { version: form.version, indicators: [indicator] },
    });
    const city = { dueOn: '2026-11-30' };
    const [gp] = await play.rows<{ id: string; school: string }>(
      `select c.id, s.id as school from org c, org s where c.name = 'UBND xã Gia Phúc' and s.name = $1`,
      [UNITS[0]],
    );
    above = await called('hp.snv.chuyenvien', CITY, { ...city, recipients: [gp?.id] });
    call = await called(DESK, MOVEMENT, { dueOn: '2026-11-20', recipients: [gp?.school] });
    reports = new Map((await callView(DESK)).reports.map((one) => [one.orgName, one.id]));
    await fill('gp.thcs.nguoilap', UNITS[0], { lop: { value: 9 } });
    await play.does('gp.thcs.nguoilap', 'Lập báo cáo', idOf(UNITS[0]), { outcome: 'submit' });
    await play.does('gp.thcs.thutruong', 'Ký, gửi báo cáo', idOf(UNITS[0]), SEND);
    await compiledBy(DESK, call, 'Toàn xã mở chín lớp');
    await play.does(CHAIR, 'Ký văn bản', call, SIGN);
    await play.does(RECORDS, 'Cấp số văn bản', call, { mode: 'own' });
    const { reports: got } = await play.call('hp.snv.chuyenvien', 'reportCall', { params: { id: above } });
    expect(got).toMatchObject([{ orgName: 'UBND xã Gia Phúc', state: 'sent', compiledFrom: call, punctuality: { onTime: true } }]);
    await play.does('hp.snv.chuyenvien', 'Xem, tiếp nhận báo cáo', got[0]?.id ?? '', { outcome: 'accept' });
  });

  it('is laid before the chair by Sở Nội vụ, with every source below it', async () => {
    await compiledBy('hp.snv.chuyenvien', above, 'Toàn thành phố mở chín lớp');
    await play.does('hp.snv.giamdoc', 'Ký văn bản', above, SIGN);
    await play.does('hp.snv.vanthu', 'Cấp số văn bản', above, { mode: 'own' });
    const { received } = await play.call('hp.chutich', 'reportCalls', { params: { id: CITY } });
    expect(received).toMatchObject([{ orgName: 'Sở Nội vụ thành phố Hải Phòng', state: 'sent', year: 2026 }]);
    const view = await play.call('hp.chutich', 'movementReport', { params: { id: received[0]?.id ?? '' } });
    expect([view.figures, view.papers.map((paper) => paper.state)]).toEqual([{ lop: { value: 9 } }, ['issued']]);
    expect(await report('hp.chutich', UNITS[0])).toMatchObject({ figures: { lop: { value: 9 } } });
    await play.does('hp.chutich', 'Xem, tiếp nhận báo cáo', received[0]?.id ?? '', { outcome: 'accept' });
    expect(await play.rows(`select 1 from movement_work where movement_id = $1 and status <> 'done'`, [CITY])).toEqual([]);
  });
});

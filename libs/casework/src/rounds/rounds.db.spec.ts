import { RoundPlay } from '../../../../test/harness/round-play';
import {
  appraised,
  COMMUNE,
  COMMUNE_MEMBERS,
  concluded,
  councilHeld,
  elsewhere,
  PROVINCE,
  received,
  STANDING_MEMBERS,
} from '../../../../test/harness/round-story';

const SIGN = { outcome: 'sign', signatureMode: 'digital' };

// A dossier's whole way is some forty transactions; the machine may be busy.
jest.setTimeout(60_000);

describe('a round from receipt to results', () => {
  let harness: RoundPlay;

  beforeAll(async () => {
    harness = await RoundPlay.open();
  }, 60_000);
  afterAll(() => harness.close());

  const stateOf = (dossierId: string): Promise<{ name: string; state: string; reason: string | null; stage: string }[]> =>
    harness.rows('select name, state, reason, stage from nominee_row where dossier_id = $1 order by seq', [dossierId]);
  const statusOf = async (dossierId: string): Promise<string | undefined> =>
    (await harness.rows<{ status: string }>('select status from dossier where id = $1', [dossierId]))[0]?.status;

  it('decides a Giấy khen at the commune and refuses what the council or the appraisal did not carry', async () => {
    const { dossierId, roundId } = await received(harness, 'gp.ck', [
      { name: 'Được Khen', award: 'GK_XA' },
      { name: 'Không Đủ Phiếu', award: 'GK_XA' },
      { name: 'Chưa Đạt', award: 'GK_XA' },
    ]);
    await appraised(harness, COMMUNE, roundId, ['Chưa Đạt']);
    await councilHeld(harness, { bench: COMMUNE, members: COMMUNE_MEMBERS, chair: 'gp.chutich' }, roundId, ['Không Đủ Phiếu']);
    await harness.does('gp.chutich', 'Ký quyết định khen thưởng', roundId, SIGN);
    await harness.does('gp.vanthu', 'Cấp số quyết định', roundId, { mode: 'own' });

    expect(await stateOf(dossierId)).toEqual([
      { name: 'Được Khen', state: 'awarded', reason: null, stage: 'XA' },
      { name: 'Không Đủ Phiếu', state: 'not-recommended', reason: expect.stringContaining('phiếu') as string, stage: 'XA' },
      { name: 'Chưa Đạt', state: 'rejected', reason: 'Chưa đạt tiêu chuẩn: Chưa đủ tiêu chuẩn.', stage: 'XA' },
    ]);
    expect(await statusOf(dossierId)).toBe('closed');
    const view = await harness.call('gp.chuyenvien', 'round', { params: { id: roundId } });
    expect(view).toMatchObject({ status: 'closed', rowCount: 3, dossierCount: 1, openTasks: [] });
    expect(view.papers.filter((paper) => paper.kind === 'quyet-dinh')).toEqual([
      expect.objectContaining({ state: 'issued', numberText: '01/QĐ-UBND', ready: true }),
    ]);
    expect(view.papers.filter((paper) => paper.kind.startsWith('bien-ban')).map((paper) => paper.numberText)).toEqual([
      '01/BB-HĐTĐKT',
      '02/BB-HĐTĐKT',
    ]);
  });

  it('ends a round in which no row meets the standard, without a session', async () => {
    const { dossierId, roundId } = await received(harness, 'gp.mn', [{ name: 'Chưa Đạt', award: 'GK_XA' }]);
    await appraised(harness, COMMUNE, roundId, ['Chưa Đạt']);
    expect(await statusOf(dossierId)).toBe('closed');
    const view = await harness.call('gp.chuyenvien', 'round', { params: { id: roundId } });
    expect(view).toMatchObject({ status: 'closed', sessionId: null });
  });

  it('ends a round without any row', async () => {
    const day = new Date(harness.deps.clock.nowMs() + 86_400_000).toISOString();
    const commune = (await harness.actor('gp.chuyenvien')).positions[0]?.orgId;
    const { roundId } = await harness.call('gp.chuyenvien', 'openRound', {
      body: { orgId: commune, occasion: 'final', year: 2026, title: 'Đợt xét không có hồ sơ', closesAt: day },
    });
    await harness.does('gp.chuyenvien', 'Đóng nhận hồ sơ', roundId, {});
    await harness.does('gp.chuyenvien', 'Thẩm định hồ sơ', roundId, { rows: [] });
    expect((await harness.call('gp.chuyenvien', 'round', { params: { id: roundId } })).status).toBe('closed');
  });

  it('wants a finding for every row, and a reason with a bad one', async () => {
    const { roundId } = await received(harness, 'gp.mn', [{ name: 'Một', award: 'GK_XA' }], { occasion: 'annual', year: 2025 });
    await harness.does('gp.chuyenvien', 'Đóng nhận hồ sơ', roundId, {});
    const task = await harness.task('gp.chuyenvien', 'Thẩm định hồ sơ', roundId);
    await expect(harness.complete('gp.chuyenvien', task, { rows: [] })).rejects.toMatchObject({ code: 'form-invalid' });
    const rowId = (await harness.rows<{ id: string }>('select row_id as id from round_row where round_id = $1', [roundId]))[0]?.id ?? '';
    const rows = [{ rowId, verdict: 'missing-data' }];
    await expect(harness.complete('gp.chuyenvien', task, { rows })).rejects.toMatchObject({ code: 'form-invalid' });
  });

  it('forwards a Bằng khen cấp tỉnh, has the standing council vote and the provincial chair decide', async () => {
    const { dossierId, roundId } = await received(harness, 'gp.thcs', [
      { name: 'Nguyễn Tâm', award: 'BK_TINH' },
      { name: 'Trần Giấy Khen', award: 'GK_XA' },
    ]);
    await appraised(harness, COMMUNE, roundId);
    await councilHeld(harness, { bench: COMMUNE, members: COMMUNE_MEMBERS, chair: 'gp.chutich' }, roundId);
    await harness.does('gp.chutich', 'Ký quyết định khen thưởng', roundId, SIGN);
    await harness.does('gp.vanthu', 'Cấp số quyết định', roundId, { mode: 'own' });
    expect((await stateOf(dossierId)).map((row) => row.state)).toEqual(['open', 'awarded']);
    expect(await statusOf(dossierId)).toBe('accepted');

    await harness.does('gp.chutich', 'Ký tờ trình lên cấp trên', roundId, SIGN);
    await harness.does('gp.vanthu', 'Cấp số tờ trình', roundId, { mode: 'own' });
    const upper =
      (await harness.rows<{ id: string }>('select upper_round_id as id from review_round where id = $1', [roundId]))[0]?.id ?? '';
    const provincial = await harness.call('hp.snv.chuyenvien', 'round', { params: { id: upper } });
    expect(provincial).toMatchObject({ level: 'TINH', rowCount: 1, status: 'collecting' });

    await appraised(harness, PROVINCE, upper);
    await councilHeld(harness, { bench: PROVINCE, members: STANDING_MEMBERS, chair: 'hp.chutich' }, upper);
    await harness.does('hp.snv.giamdoc', 'Ký tờ trình của Sở Nội vụ', upper, SIGN);
    await harness.does('hp.snv.vanthu', 'Cấp số tờ trình của Sở', upper, { mode: 'own' });
    await harness.does('hp.chutich', 'Ký quyết định khen thưởng', upper, SIGN);
    await elsewhere(harness, 'hp', 'QĐ', 2026);
    await harness.does('hp.vanthu', 'Cấp số quyết định', upper, { mode: 'external', number: '1205', date: '2026-03-02' });

    expect((await stateOf(dossierId)).map((row) => [row.state, row.stage])).toEqual([
      ['awarded', 'TINH'],
      ['awarded', 'XA'],
    ]);
    expect(await statusOf(dossierId)).toBe('closed');
    const decisions = await harness.rows(
      'select award, level, role, authority_rule_id as rule, external from decision where round_id = $1',
      [upper],
    );
    expect(decisions).toEqual([{ award: 'BK_TINH', level: 'TINH', role: 'chair', rule: 'AU-07', external: false }]);
    const numbers = await harness.rows(
      `select number_text as n from paper where round_id = $1 and kind in ('to-trinh', 'quyet-dinh') order by 1`,
      [upper],
    );
    expect(numbers).toEqual([{ n: '01/TTr-SNV' }, { n: '1205/QĐ-UBND' }]);
  });

  it('sends what the centre decides there and takes the decisions of the Prime Minister and the President back, each on its own', async () => {
    const people = ['Hoàng Công Tráng', 'Đỗ Huân Chương'].map((name) => ({ name, award: 'BK_TTG' }));
    const more = { occasion: 'unspecified', movementId: 'gp-dmst-cds-2025-2030' };
    const { dossierId, roundId } = await received(harness, 'gp.htx', people, more);
    await appraised(harness, COMMUNE, roundId);
    await councilHeld(harness, { bench: COMMUNE, members: COMMUNE_MEMBERS, chair: 'gp.chutich' }, roundId);
    await harness.does('gp.chutich', 'Ký tờ trình lên cấp trên', roundId, SIGN);
    await harness.does('gp.vanthu', 'Cấp số tờ trình', roundId, { mode: 'own' });
    const upper =
      (await harness.rows<{ id: string }>('select upper_round_id as id from review_round where id = $1', [roundId]))[0]?.id ?? '';
    await appraised(harness, PROVINCE, upper);
    const all = [...STANDING_MEMBERS, 'hp.uyvien3', 'hp.uyvien4', 'hp.uyvien5', 'hp.uyvien6', 'hp.uyvien7'];
    await councilHeld(harness, { bench: PROVINCE, members: all, chair: 'hp.chutich' }, upper);
    await harness.does('hp.chutich', 'Ký tờ trình Thủ tướng Chính phủ', upper, SIGN);
    await harness.does('hp.vanthu', 'Cấp số tờ trình', upper, { mode: 'own' });
    const early = { kind: 'decision', date: '2026-03-02', results: {} };
    await expect(harness.call('hp.snv.chuyenvien', 'recordCentralPaper', { params: { id: upper }, body: early })).rejects.toMatchObject({
      code: 'state-conflict',
    });
    await harness.does('hp.snv.chuyenvien', 'Ghi nhận đã gửi Bộ Nội vụ', upper, { date: '2026-03-02', numberText: '112/SNV-TĐKT' });
    expect((await stateOf(dossierId)).map((row) => row.stage)).toEqual(['TW', 'TW']);

    const record = async (paper: object): Promise<void> => {
      await harness.call('hp.snv.chuyenvien', 'recordCentralPaper', { params: { id: upper }, body: paper });
      await harness.work();
    };
    await record({ kind: 'received', date: '2026-03-02' });
    await record({ kind: 'returned', date: '2026-03-02', ground: 'Thiếu ý kiến hiệp y.' });
    await harness.does('hp.snv.chuyenvien', 'Bổ sung hồ sơ trình trung ương', upper, { note: 'Đã bổ sung văn bản hiệp y.' });
    await harness.does('hp.snv.chuyenvien', 'Ghi nhận đã gửi Bộ Nội vụ', upper, { date: '2026-03-02' });
    await expect(record({ kind: 'decision', date: '2026-03-02', results: {} })).rejects.toMatchObject({ code: 'request-invalid' });
    const [first = '', second = ''] = (
      await harness.rows<{ id: string }>('select id from nominee_row where dossier_id = $1 order by seq', [dossierId])
    ).map(({ id }) => id);
    await record({ kind: 'differs', date: '2026-03-02', awards: { [second]: 'HCLD3' } });
    await harness.does('hp.chutich', 'Thống nhất hình thức khen thưởng', upper, {
      ...{ agreed: 'yes', text: 'Thống nhất hình thức Bộ Nội vụ đề nghị.', numberText: '90/UBND-TĐKT' },
      date: '2026-03-02',
    });

    const decision = (numberText: string, results: object): object => ({ kind: 'decision', date: '2026-03-02', numberText, results });
    const handOver = { date: '2026-03-02', note: 'Đã trao cho đơn vị.' };
    await expect(record(decision('318/QĐ-TTg', { [first]: true, [second]: true }))).rejects.toMatchObject({
      code: 'not-competent',
      details: { award: 'HCLD3', decider: 'Chủ tịch nước', reason: 'central-symbol' },
    });
    await record(decision('318/QĐ-TTg', { [first]: true }));
    expect((await stateOf(dossierId)).map((one) => one.state)).toEqual(['awarded', 'open']);
    await harness.does('hp.snv.chuyenvien', 'Sao gửi quyết định, bàn giao hiện vật', upper, handOver);
    for (const numberText of ['319/QĐ-TTg', '318/QĐ-UBND', '']) {
      await expect(record(decision(numberText, { [second]: true }))).rejects.toMatchObject({ code: 'not-competent' });
    }
    await expect(record(decision('77/QĐ-CTN', { [first]: true }))).rejects.toMatchObject({ code: 'request-invalid' });
    await record(decision('77/QĐ-CTN', { [second]: true }));
    await expect(record(decision('78/QĐ-CTN', { [second]: true }))).rejects.toMatchObject({ code: 'state-conflict' });
    await harness.does('hp.snv.chuyenvien', 'Sao gửi quyết định, bàn giao hiện vật', upper, handOver);

    expect(await statusOf(dossierId)).toBe('closed');
    const view = await harness.call('hp.snv.chuyenvien', 'round', { params: { id: upper } });
    expect(view.status).toBe('closed');
    const dossier = await harness.call('gp.htx.nguoilap', 'dossier', { params: { id: dossierId } });
    expect(dossier.rows.map((row) => [row.state, row.decision?.numberText])).toEqual([
      ['awarded', '318/QĐ-TTg'],
      ['awarded', '77/QĐ-CTN'],
    ]);
    const decisions = await harness.rows('select award, level, role, external from decision where round_id = $1 order by level', [upper]);
    expect(decisions).toEqual([
      { award: 'HCLD3', level: 'CTN', role: 'president', external: true },
      { award: 'BK_TTG', level: 'TTG', role: 'prime-minister', external: true },
    ]);
  });

  it('leaves a held row out and takes it into the next round when it is released', async () => {
    const { dossierId, roundId } = await received(harness, 'gp.thcs', [
      { name: 'Tiếp Tục', award: 'GK_XA' },
      { name: 'Tạm Dừng', award: 'GK_XA' },
    ]);
    await appraised(harness, COMMUNE, roundId);
    const [, held] = await harness.rows<{ id: string; version: number }>(
      'select id, version from nominee_row where dossier_id = $1 order by seq',
      [dossierId],
    );
    await councilHeld(harness, { bench: COMMUNE, members: COMMUNE_MEMBERS, chair: 'gp.chutich' }, roundId);
    await harness.call('gp.chuyenvien', 'holdRow', {
      params: { id: held?.id ?? '' },
      body: { version: held?.version, ground: 'Có đơn kiến nghị.' },
    });
    const task = await harness.task('gp.chutich', 'Ký quyết định khen thưởng', roundId);
    await expect(harness.complete('gp.chutich', task, SIGN)).rejects.toMatchObject({
      code: 'paper-state',
      details: { reason: 'rows-changed' },
    });
    await harness.complete('gp.chutich', task, { ...SIGN, outcome: 'send-back', reason: 'Danh sách đã thay đổi.' });
    await harness.work();
    await harness.does('gp.chuyenvien', 'Hoàn thiện dự thảo quyết định', roundId, { note: 'Bỏ trường hợp tạm dừng.' });
    await harness.does('gp.chutich', 'Ký quyết định khen thưởng', roundId, SIGN);
    await harness.does('gp.vanthu', 'Cấp số quyết định', roundId, { mode: 'own' });
    expect((await stateOf(dossierId)).map((row) => row.state)).toEqual(['awarded', 'held']);
    expect(await statusOf(dossierId)).toBe('accepted');

    const [now] = await harness.rows<{ version: number }>('select version from nominee_row where id = $1', [held?.id]);
    expect(now?.version).toBeGreaterThan(held?.version ?? 0);
    await concluded(harness, 'gp.chuyenvien', held?.id ?? '');
    await harness.work();
    const places = await harness.rows<{ id: string; outcome: string | null }>(
      'select round_id as id, outcome from round_row where row_id = $1 order by joined_at, round_id',
      [held?.id],
    );
    expect(places.map((place) => [place.id === roundId, place.outcome])).toEqual(
      expect.arrayContaining([
        [true, 'held'],
        [false, null],
      ]),
    );
  });
});

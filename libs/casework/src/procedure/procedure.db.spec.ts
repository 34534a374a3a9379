import { dayOf, formatLocalDate, isoOf } from '@thidua/kernel';
import type { ProcedureView } from '@thidua/contract';
import { RoundPlay } from '../../../../test/harness/round-play';
import {
  appraised,
  COMMUNE,
  COMMUNE_MEMBERS,
  concluded,
  councilHeld,
  entries,
  PROVINCE,
  received,
  STANDING_MEMBERS,
} from '../../../../test/harness/round-story';
import { packOfRound } from '../rounds/round-law';
import { demandQuotas } from './demand-quotas';
import { noticeStateOf } from './notice-state';

const SIGN = { outcome: 'sign', signatureMode: 'digital' };
const DAY_MS = 86_400_000;
const WHOLE_COUNCIL = [...STANDING_MEMBERS, 'hp.uyvien3', 'hp.uyvien4', 'hp.uyvien5', 'hp.uyvien6', 'hp.uyvien7'];

// A dossier's whole way is some forty transactions; the machine may be busy.
jest.setTimeout(90_000);

let harness: RoundPlay;

beforeAll(async () => {
  harness = await RoundPlay.open();
}, 60_000);
afterAll(() => harness.close());

const today = (): string => formatLocalDate(dayOf(harness.deps.clock.nowMs()));
const refused = (code: string, details?: object): unknown =>
  expect.objectContaining(details === undefined ? { code } : { code, details: expect.objectContaining(details) as unknown });
const rowOf = async (dossierId: string, name: string): Promise<{ id: string; state: string; reason: string | null; award: string }> => {
  const sql = 'select id, state, reason, award from nominee_row where dossier_id = $1 and name = $2';
  const [row] = await harness.rows<{ id: string; state: string; reason: string | null; award: string }>(sql, [dossierId, name]);
  return row ?? { id: '', state: '', reason: null, award: '' };
};
const procedure = (username: string, roundId: string): Promise<ProcedureView> =>
  harness.call(username, 'roundProcedure', { params: { id: roundId } });

async function ask(username: string, roundId: string, questions: readonly object[]): Promise<readonly string[]> {
  const { opinionIds } = await harness.call(username, 'askOpinions', { params: { id: roundId }, body: { questions } });
  await harness.work();
  return opinionIds;
}

/** Letters of the questions signed and numbered. */
async function sent(roundId: string, signer: string, clerk: string): Promise<void> {
  await harness.does(signer, 'Ký công văn xin ý kiến', roundId, SIGN);
  await harness.does(clerk, 'Cấp số công văn xin ý kiến', roundId, { mode: 'own' });
}

const answer = (more: object = {}): { answer: string; numberText: string; date: string } => ({
  ...{ answer: 'agree', numberText: '12-CV/TU', date: today() },
  ...more,
});

describe('a commune that asks, holds and refuses', () => {
  let roundId: string;
  let dossierId: string;
  const verdicts = { verdict: 'met' };

  beforeAll(async () => {
    ({ dossierId, roundId } = await received(harness, 'gp.ck', [
      { name: 'Được Khen', award: 'GK_XA' },
      { name: 'Không Khen', award: 'GK_XA' },
      { name: 'Bị Tố Cáo', award: 'GK_XA' },
    ]));
    await harness.does('gp.chuyenvien', 'Đóng nhận hồ sơ', roundId, {});
  });

  it('waits for every answer, however long a body is silent (T-03), and goes on when the question is withdrawn with a reason', async () => {
    const inside = (await harness.actor('gp.thcs.nguoilap')).positions[0]?.orgId;
    const subject = 'Việc chấp hành pháp luật của các trường hợp đề nghị khen thưởng.';
    await expect(ask('gp.ck.nguoilap', roundId, [{ kind: 'agency', body: 'Công an xã', subject }])).rejects.toEqual(refused('not-found'));
    const ids = await ask('gp.chuyenvien', roundId, [
      { kind: 'agency', body: 'Công an xã Gia Phúc', subject },
      { kind: 'agency', body: 'Trường THCS Gia Phúc', orgId: inside, subject },
    ]);
    await sent(roundId, 'gp.chutich', 'gp.vanthu');
    expect((await procedure('gp.chuyenvien', roundId)).opinions).toEqual([
      expect.objectContaining({ body: 'Công an xã Gia Phúc', inside: false, state: 'open', dueOn: '2026-03-16', ruleId: 'T-03' }),
      expect.objectContaining({ body: 'Trường THCS Gia Phúc', inside: true, state: 'open' }),
    ]);
    // The body inside the system answers by its own hand.
    await harness.does('gp.thcs.nguoilap', 'Trả lời, ghi nhận ý kiến', roundId, answer({ numberText: '05/THCSGP' }));

    await harness.pass(20 * DAY_MS);
    const task = await harness.task('gp.chuyenvien', 'Thẩm định hồ sơ', roundId);
    const data = { rows: entries(task, () => verdicts) };
    await expect(harness.complete('gp.chuyenvien', task, data)).rejects.toEqual(
      refused('opinion-awaited', {
        ruleId: 'T-03',
        bodies: ['Công an xã Gia Phúc'],
        citation: expect.stringContaining('Điều 34') as string,
      }),
    );
    expect((await procedure('gp.chuyenvien', roundId)).opinions.map((one) => one.state)).toEqual(['overdue', 'answered']);
    // It was reminded and escalated once each, and nothing was decided by it.
    const notices = await harness.rows<{ kind: string; task: string }>(
      `select distinct l.kind, t.element_id as task from limit_notice l join task t on t.id = l.task_id where t.round_id = $1 order by 1, 2`,
      [roundId],
    );
    expect(notices).toEqual(expect.arrayContaining([{ kind: 'escalation', task: 'Task_TraLoi' }]));

    const params = { id: roundId, opinionId: ids[0] ?? '' };
    await harness.call('gp.chuyenvien', 'withdrawOpinion', { params, body: { reason: 'Hỏi lại Công an thành phố theo thẩm quyền.' } });
    await harness.work();
    await expect(harness.call('gp.chuyenvien', 'withdrawOpinion', { params, body: { reason: 'Rút lần nữa.' } })).rejects.toEqual(
      refused('state-conflict'),
    );
    await harness.complete('gp.chuyenvien', await harness.task('gp.chuyenvien', 'Thẩm định hồ sơ', roundId), data);
    await harness.work();
    const events = await harness.rows<{ kind: string }>('select kind from limit_event where round_id = $1 order by seq', [roundId]);
    expect(events.map((event) => event.kind)).toEqual(['opinion-asked', 'opinion-asked', 'opinion-received']);
  });

  it('holds one row, whose clock stands until the closing paper is filed, and votes on it anew in the next round', async () => {
    const { id } = await rowOf(dossierId, 'Bị Tố Cáo');
    await councilHeld(harness, { bench: COMMUNE, members: COMMUNE_MEMBERS, chair: 'gp.chutich' }, roundId);
    const [version] = await harness.rows<{ version: number }>('select version from nominee_row where id = $1', [id]);
    const body = { version: version?.version, kind: 'discipline', ground: 'Đang xem xét kỷ luật.' };
    await harness.call('gp.chuyenvien', 'holdRow', { params: { id }, body });
    expect((await procedure('gp.chuyenvien', roundId)).holds).toEqual([
      expect.objectContaining({ kind: 'discipline', releasedAt: null, paper: null, scanned: false }),
    ]);
    await concluded(harness, 'gp.chuyenvien', id);
    await harness.work();
    expect((await procedure('gp.chuyenvien', roundId)).holds[0]).toMatchObject({
      violation: false,
      paper: { number: '31/KL-UBKT', body: 'Ủy ban Kiểm tra' },
      scanned: true,
    });
    const events = await harness.rows<{ kind: string }>('select kind from limit_event where row_id = $1 order by seq', [id]);
    expect(events.map((event) => event.kind)).toEqual(['held', 'released']);
    const places = await harness.rows<{ round: string; outcome: string | null }>(
      'select round_id as round, outcome from round_row where row_id = $1 order by joined_at, round_id',
      [id],
    );
    // Voted on already: the conclusion wants new minutes, so the row is in the next round and has left this one.
    expect(places).toEqual([
      { round: roundId, outcome: 'held' },
      { round: expect.not.stringContaining(roundId) as string, outcome: null },
    ]);
  });

  it('lets the chair refuse one nominee with a reason and sign the others', async () => {
    const refusal = { outcome: 'refuse', reason: 'Thành tích chưa tiêu biểu.', refusedRows: [(await rowOf(dossierId, 'Không Khen')).id] };
    await harness.does('gp.chutich', 'Ký quyết định khen thưởng', roundId, refusal);
    expect(await rowOf(dossierId, 'Không Khen')).toMatchObject({ state: 'refused', reason: 'Thành tích chưa tiêu biểu.' });
    await harness.does('gp.chutich', 'Ký quyết định khen thưởng', roundId, SIGN);
    await harness.does('gp.vanthu', 'Cấp số quyết định', roundId, { mode: 'own' });
    expect(await rowOf(dossierId, 'Được Khen')).toMatchObject({ state: 'awarded' });
    expect((await harness.call('gp.chuyenvien', 'round', { params: { id: roundId } })).status).toBe('closed');
    const papers = await harness.rows<{ kind: string }>('select kind from paper where round_id = $1', [roundId]);
    expect(papers.map((paper) => paper.kind)).toContain('thong-bao-tu-choi');
  });
});

describe('a province on its way to the Prime Minister', () => {
  let roundId: string;
  let dossierId: string;
  let rowId: string;

  beforeAll(async () => {
    const commune = await received(harness, 'gp.thcs', [{ name: 'Nguyễn Tâm', award: 'CSTDTQ' }], { occasion: 'annual', year: 2025 });
    dossierId = commune.dossierId;
    await appraised(harness, COMMUNE, commune.roundId);
    await councilHeld(harness, { bench: COMMUNE, members: COMMUNE_MEMBERS, chair: 'gp.chutich' }, commune.roundId);
    await harness.does('gp.chutich', 'Ký tờ trình lên cấp trên', commune.roundId, SIGN);
    await harness.does('gp.vanthu', 'Cấp số tờ trình', commune.roundId, { mode: 'own' });
    const sql = 'select upper_round_id as id from review_round where id = $1';
    roundId = (await harness.rows<{ id: string }>(sql, [commune.roundId]))[0]?.id ?? '';
    rowId = (await rowOf(dossierId, 'Nguyễn Tâm')).id;
    await appraised(harness, PROVINCE, roundId);
  });

  const state = async (): Promise<object | undefined> =>
    (await noticeStateOf(harness.deps, 'HP', [rowId], dayOf(harness.deps.clock.nowMs()))).get(rowId);

  it('publishes the list, reads what anybody says of it, and may meet only when the notice has run and every comment is handled (T-01)', async () => {
    const view = await procedure('hp.snv.chuyenvien', roundId);
    expect(view.steps.map(({ ruleId, demanded }) => [ruleId, demanded])).toEqual(
      expect.arrayContaining([
        ['T-01', true],
        ['R-16', true],
      ]),
    );
    expect(await state()).toMatchObject({ required: true, ok: false, why: 'not-published', ruleId: 'T-01' });
    // A row told twice stands on the list once.
    const body = { rowIds: [rowId, rowId], publishedOn: today(), channels: ['Báo và Phát thanh, Truyền hình Hải Phòng'] };
    const late = { ...body, publishedOn: isoOf(harness.deps.clock.nowMs() + 2 * DAY_MS).slice(0, 10) };
    await expect(harness.call('hp.snv.chuyenvien', 'publishNotice', { params: { id: roundId }, body: late })).rejects.toEqual(
      refused('request-invalid'),
    );
    const { noticeId, token, untilOn } = await harness.call('hp.snv.chuyenvien', 'publishNotice', { params: { id: roundId }, body });
    await harness.work();
    const tenth = harness.deps.calendar.addWorkingDays(dayOf(harness.deps.clock.nowMs()), 10);
    expect(untilOn).toBe(formatLocalDate(tenth));
    expect(await state()).toMatchObject({ ok: false, why: 'running', possibleOn: tenth });

    // Anybody reads who is proposed for what, and nothing else.
    const shown = await harness.call('hp.snv.chuyenvien', 'publicNotice', { params: { token } });
    expect(shown).toMatchObject({ open: true, untilOn, rows: [{ name: 'Nguyễn Tâm', awardName: 'Chiến sĩ thi đua toàn quốc' }] });
    expect(JSON.stringify(shown)).not.toContain('Thành tích của');
    await harness.call('hp.snv.chuyenvien', 'leaveComment', {
      params: { token },
      body: { text: 'Tôi đề nghị xem xét lại thành tích này.' },
    });
    const phoned = {
      via: 'phone',
      author: 'Ông Nguyễn Văn Bình',
      contact: '0912 000 000',
      rowId,
      text: 'Người dân phản ánh qua điện thoại.',
    };
    const { commentId } = await harness.call('hp.snv.chuyenvien', 'recordComment', { params: { id: noticeId }, body: phoned });
    await expect(harness.call('gp.chuyenvien', 'recordComment', { params: { id: noticeId }, body: phoned })).rejects.toMatchObject({
      code: expect.stringMatching(/forbidden|not-found/) as string,
    });

    await harness.pass(16 * DAY_MS);
    expect(await state()).toMatchObject({ ok: false, why: 'comments-open' });
    const summary = 'Nhận 02 ý kiến; đã xác minh, không có cơ sở; đã trả lời.';
    const task = await harness.task('hp.snv.chuyenvien', 'Tổng hợp, xử lý ý kiến góp ý', roundId);
    await expect(harness.complete('hp.snv.chuyenvien', task, { summary })).rejects.toEqual(refused('comments-open', { open: 2 }));
    await expect(
      harness.call('hp.snv.chuyenvien', 'leaveComment', { params: { token }, body: { text: 'Góp ý sau khi hết thời gian.' } }),
    ).rejects.toEqual(refused('notice-closed'));
    const [notice] = (await procedure('hp.snv.chuyenvien', roundId)).notices;
    expect(notice).toMatchObject({ state: 'to-sum-up', rowNames: ['Nguyễn Tâm'] });
    for (const comment of notice?.comments ?? []) {
      const handled = { handling: comment.id === commentId ? 'explained' : 'no-ground', text: 'Đã xác minh, trả lời bằng văn bản.' };
      await harness.call('hp.snv.chuyenvien', 'handleComment', { params: { id: comment.id }, body: handled });
    }
    await harness.does('hp.snv.chuyenvien', 'Tổng hợp, xử lý ý kiến góp ý', roundId, { summary });
    expect(await state()).toMatchObject({ ok: true, why: null });
    // Who commented is for the office that runs the round alone.
    expect((await procedure('hp.uyvien1', roundId)).notices[0]).toMatchObject({ summary, comments: [] });
  });

  it('is not submitted without the party committee, nor against it, nor when the achievement is older than six months', async () => {
    await councilHeld(harness, { bench: PROVINCE, members: WHOLE_COUNCIL, chair: 'hp.chutich' }, roundId);
    const sign = async (): Promise<void> => {
      const task = await harness.task('hp.chutich', 'Ký tờ trình Thủ tướng Chính phủ', roundId);
      await harness.complete('hp.chutich', task, SIGN);
    };
    await expect(sign()).rejects.toEqual(refused('opinion-missing', { ruleId: 'R-16', rowId }));
    const question = {
      kind: 'party',
      body: 'Ban Thường vụ Thành ủy',
      subject: 'Xin ý kiến về trường hợp đề nghị khen thưởng.',
      rowIds: [rowId],
    };
    await ask('hp.snv.chuyenvien', roundId, [question]);
    await expect(sign()).rejects.toEqual(refused('opinion-awaited', { bodies: ['Ban Thường vụ Thành ủy'] }));
    await sent(roundId, 'hp.snv.giamdoc', 'hp.snv.vanthu');
    await harness.does(
      'hp.snv.chuyenvien',
      'Trả lời, ghi nhận ý kiến',
      roundId,
      answer({ answer: 'disagree', text: 'Đề nghị xem xét thêm.' }),
    );
    await expect(sign()).rejects.toEqual(refused('opinion-against', { ruleId: 'R-16' }));
    await ask('hp.snv.chuyenvien', roundId, [question]);
    await sent(roundId, 'hp.snv.giamdoc', 'hp.snv.vanthu');
    await harness.does('hp.snv.chuyenvien', 'Trả lời, ghi nhận ý kiến', roundId, answer());

    const ends = async (day: string): Promise<unknown> =>
      harness.deps.database.inTransaction((tx) => tx.query('update nominee_row set achievement_to = $2 where id = $1', [rowId, day]));
    await ends('2025-08-31');
    await expect(sign()).rejects.toEqual(refused('achievement-stale', { ruleId: 'R-10', names: 'Nguyễn Tâm' }));
    await ends('2025-12-31');
    await sign();
    await harness.work();
    await harness.does('hp.vanthu', 'Cấp số tờ trình', roundId, { mode: 'own' });
    await harness.does('hp.snv.chuyenvien', 'Ghi nhận đã gửi Bộ Nội vụ', roundId, { date: today(), numberText: '112/SNV-TĐKT' });
  });

  it('answers the centre, agrees to another form first (R-20), and tells the unit a refusal (T-08)', async () => {
    const record = async (paper: object): Promise<void> => {
      await harness.call('hp.snv.chuyenvien', 'recordCentralPaper', { params: { id: roundId }, body: { date: today(), ...paper } });
      await harness.work();
    };
    await record({ kind: 'opinion-asked', ground: 'Đề nghị làm rõ phạm vi ảnh hưởng của sáng kiến.' });
    const said = { text: 'Sáng kiến đã áp dụng toàn thành phố.', numberText: '115/SNV-TĐKT', date: today() };
    await harness.does('hp.snv.chuyenvien', 'Trả lời ý kiến trung ương hỏi', roundId, said);

    await expect(record({ kind: 'differs', awards: { [rowId]: 'GK_XA' } })).rejects.toEqual(refused('request-invalid'));
    await record({ kind: 'differs', numberText: '901/BNV', awards: { [rowId]: 'BK_TTG' } });
    expect(await rowOf(dossierId, 'Nguyễn Tâm')).toMatchObject({ award: 'CSTDTQ' });
    await harness.does('hp.chutich', 'Thống nhất hình thức khen thưởng', roundId, { ...said, agreed: 'yes' });
    expect(await rowOf(dossierId, 'Nguyễn Tâm')).toMatchObject({ award: 'BK_TTG' });

    await record({ kind: 'decision', numberText: '77/TB-VPCP', results: { [rowId]: false } });
    expect(await rowOf(dossierId, 'Nguyễn Tâm')).toMatchObject({ state: 'refused' });
    const papers = await harness.rows<{ kind: string }>('select kind from paper where round_id = $1', [roundId]);
    expect(papers.map((paper) => paper.kind)).toContain('thong-bao-tu-choi');
    await harness.does('hp.snv.chuyenvien', 'Sao gửi quyết định, bàn giao hiện vật', roundId, { date: today(), note: 'Đã báo đơn vị.' });
    expect((await harness.call('hp.snv.chuyenvien', 'round', { params: { id: roundId } })).status).toBe('closed');
  });
});

describe('the simplified procedure', () => {
  it('runs a round of its own at once, without notice or ballot, and the appraised rows are decided', async () => {
    const clerk = await harness.actor('gp.mn.nguoilap');
    const row = {
      kind: 'individual',
      name: 'Cứu Người',
      title: 'Ngư dân',
      scope: 'inside',
      award: 'GK_XA',
      achievement: 'Dũng cảm cứu người.',
    };
    const body = { orgId: clerk.positions[0]?.orgId, occasion: 'ad-hoc', year: 2026, title: 'Khen đột xuất', rows: [row] };
    const { dossierId } = await harness.call('gp.mn.nguoilap', 'launchDossier', { body: { ...body, simplified: 'life-or-property' } });
    await harness.does('gp.mn.nguoilap', 'Viết tóm tắt thành tích', dossierId, (task) => ({ rows: entries(task, () => ({})) }));
    await harness.does('gp.mn.thutruong', 'Ký tờ trình', dossierId, SIGN);
    await harness.does('gp.mn.vanthu', 'Cấp số tờ trình', dossierId, { mode: 'own' });
    await harness.does('gp.chuyenvien', 'Tiếp nhận, kiểm tra thành phần hồ sơ', dossierId, { outcome: 'accept' });
    const [joined] = await harness.rows<{ id: string }>(
      'select w.round_id as id from round_row w join nominee_row n on n.id = w.row_id where n.dossier_id = $1',
      [dossierId],
    );
    const roundId = joined?.id ?? '';
    await harness.pass(1000);
    await harness.does('gp.chuyenvien', 'Thẩm định hồ sơ', roundId, (task) => ({ rows: entries(task, () => ({ verdict: 'met' })) }));
    await harness.does('gp.chutich', 'Ký quyết định khen thưởng', roundId, SIGN);
    await harness.does('gp.vanthu', 'Cấp số quyết định', roundId, { mode: 'own' });
    const view = await harness.call('gp.chuyenvien', 'round', { params: { id: roundId } });
    expect(view).toMatchObject({ status: 'closed', sessionId: null, rowCount: 1 });
    expect(await rowOf(dossierId, 'Cứu Người')).toMatchObject({ state: 'awarded' });
  });
});

describe('a body of the province', () => {
  it('hands its dossier straight to Sở Nội vụ, which receives it into the round of the province, or turns it away with a reason', async () => {
    const clerk = await harness.actor('gp.ck.nguoilap');
    const orgId = clerk.positions[0]?.orgId;
    await harness.deps.database.inTransaction((tx) =>
      tx.query(`update org set parent_id = (select id from org where kind = 'province' and province_id = 'HP') where id = $1`, [orgId]),
    );
    const row = {
      kind: 'individual',
      name: 'Thợ Giỏi',
      title: 'Công nhân',
      scope: 'inside',
      award: 'BK_TINH',
      achievement: 'Sáng chế máy mới.',
    };
    const body = { orgId, occasion: 'ad-hoc', year: 2026, title: 'Đề nghị tặng Bằng khen', rows: [row] };
    const { dossierId } = await harness.call('gp.ck.nguoilap', 'launchDossier', { body });
    await harness.does('gp.ck.nguoilap', 'Hoàn thiện báo cáo thành tích', dossierId, (task) => ({ rows: entries(task, () => ({})) }));
    await harness.does('gp.ck.nguoilap', 'Ghi kết quả họp bình xét', dossierId, (task) => ({
      ...{ heldAt: '2026-02-27', place: 'Phòng họp', chair: 'Giám đốc', secretary: 'Thư ký', invited: 5, present: 5, method: 'ballot' },
      rows: entries(task, () => ({ yes: 5, no: 0, blank: 0 })),
    }));
    await harness.does('gp.ck.thutruong', 'Ký tờ trình', dossierId, SIGN);
    await harness.does('gp.ck.vanthu', 'Cấp số tờ trình', dossierId, { mode: 'own' });
    const desk = 'Tiếp nhận, kiểm tra thành phần hồ sơ';
    const supplement = { outcome: 'supplement', missing: ['bao-cao'], missingNote: 'Báo cáo chưa có số liệu.' };
    await harness.does('hp.snv.chuyenvien', desk, dossierId, supplement);
    await harness.does('gp.ck.nguoilap', 'Bổ sung hồ sơ', dossierId, (task) => ({ rows: entries(task, () => ({})) }));
    await harness.does('gp.ck.thutruong', 'Ký tờ trình', dossierId, SIGN);
    await harness.does('gp.ck.vanthu', 'Cấp số tờ trình', dossierId, { mode: 'own' });
    await harness.does('hp.snv.chuyenvien', desk, dossierId, { outcome: 'accept' });
    const [place] = await harness.rows(
      `select r.level, n.stage from round_row w join review_round r on r.id = w.round_id join nominee_row n on n.id = w.row_id where n.dossier_id = $1`,
      [dossierId],
    );
    expect(place).toEqual({ level: 'TINH', stage: 'TINH' });
    const events = await harness.rows<{ kind: string }>('select kind from limit_event where dossier_id = $1 order by seq', [dossierId]);
    expect(events.map((event) => event.kind)).toEqual(['received', 'supplement-asked', 'supplement-received', 'complete']);
  });

  it('is proposed for a flag of the Government only within a fifth of the leaders of the clusters (R-17)', async () => {
    const [found] = await harness.rows<{ id: string }>(
      `select r.id from review_round r join round_row w on w.round_id = r.id where r.level = 'TINH' order by r.created_at, r.id limit 1`,
    );
    const { stores, database } = harness.deps;
    const known = await stores.rounds.byId('HP', found?.id ?? '');
    if (known === undefined) {
      throw new Error('no round of the province');
    }
    // A year of its own: whatever the demo's clusters have voted counts for theirs.
    const round = { ...known, year: 2031 };
    const pack = await packOfRound(harness.deps, round);
    const rows = (await stores.roundRows.ofRound('HP', round.id)).map((row) => ({ ...row, award: 'COCP' }));
    const question = { provinceId: 'HP', round, pack, rows, today: dayOf(harness.deps.clock.nowMs()) };
    const demand = (): Promise<void> => database.inTransaction((tx) => demandQuotas(harness.deps, question, tx));
    await expect(demand()).rejects.toEqual(refused('quota-exceeded', { ruleId: 'R-17', leaders: 0, allowed: 0, proposed: rows.length }));
    await database.inTransaction(async (tx) => {
      for (let at = 0; at < 5; at += 1) {
        await tx.query(
          `with k as (insert into cluster (province_id, id, name, level, year, lead_org_id, series)
             values ('HP', gen_random_uuid(), $1, 'TINH', $2, $3, $1) returning id),
           m as (insert into cluster_member (province_id, cluster_id, org_id) select 'HP', id, $3 from k returning cluster_id)
           select cluster_id from m`,
          [`Cụm thi đua số ${at}`, round.year, round.orgId],
        );
      }
      await tx.query(
        `insert into cluster_result (province_id, cluster_id, org_id, rank, yes, total, leader, decided_at)
         select province_id, id, lead_org_id, 1, 5, 5, true, now() from cluster where year = $1`,
        [round.year],
      );
    });
    await expect(demand()).resolves.toBeUndefined();
    const two = { ...question, rows: [...rows, ...rows] };
    await expect(database.inTransaction((tx) => demandQuotas(harness.deps, two, tx))).rejects.toEqual(
      refused('quota-exceeded', { leaders: 5, allowed: 1, proposed: 2 }),
    );
  });
});

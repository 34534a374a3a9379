import { join } from 'node:path';
import type { Movement, PlanRule } from '@thidua/awards';
import { PaperTemplates } from '@thidua/documents';
import { FactsStore } from '@thidua/store';
import { HP, RoundPlay } from '../../../../../../test/harness/round-play';
import { received } from '../../../../../../test/harness/round-story';
import type { SceneRoom } from '../../load-scene';
import { movementPlans } from '../movement-plans';

jest.setTimeout(180_000);

const ROOT = join(__dirname, '../../../../../..');
const MOVEMENT = 'gp-binh-dan-hoc-vu-so';
const CITY = `${MOVEMENT}#150/KH-UBND`;
const DAY = 86_400_000;
const params = { id: MOVEMENT };

describe('a final occasion of xã Gia Phúc, whose plan ties its list to no occasion', () => {
  let play: RoundPlay;
  let workId = '';
  const texts = new Map<string, string>();

  beforeAll(async () => {
    play = await RoundPlay.open();
    await play.at(Date.UTC(2026, 2, 2, 2));
    const templates = new PaperTemplates(join(ROOT, 'workflows/papers'));
    const room: SceneRoom = { deps: play.deps, facts: new FactsStore(play.deps.database) };
    const plain = play.plansOf.bind(play);
    // The real builders and templates for papers of works; only the browser is left out.
    play.plansOf = async (job) => {
      const plans = await movementPlans(room, job);
      for (const plan of plans ?? []) {
        const { html } = templates.fill(plan.kind, 1, plan.data as never);
        texts.set(plan.kind, words(html));
      }
      return plans ?? plain(job);
    };
  });
  afterAll(() => play.close());

  const conflicts = async () => (await play.call('gp.chuyenvien', 'planConflicts', { params })).conflicts;
  type Conflict = Awaited<ReturnType<typeof conflicts>>[number];
  const conflict = async (code: string, award?: string): Promise<Conflict> => {
    const all = await conflicts();
    const found = all.find((one) => one.code === code && (award === undefined || one.awards.join().includes(award)));
    if (found === undefined) {
      throw new Error(`no ${code}: ${all.map((one) => `${one.code} ${one.awards.join()}`).join('; ')}`);
    }
    return found;
  };
  const settle = (username: string, { path, code }: Conflict, ...picked: readonly string[]): Promise<object> =>
    play.call(username, 'settlePlanConflict', { params, body: { path, code, picked, reason: 'Theo hướng dẫn của Sở Nội vụ' } });
  const open = (over: object = {}): Promise<{ workId: string }> =>
    play.call('gp.chuyenvien', 'openOccasion', {
      params,
      body: { occasion: 'final', year: 2030, registerBy: '2026-03-16', closesOn: '2026-04-15', recipients: [], ...over },
    });
  const orgOf = async (name: string): Promise<string> => {
    const [row] = await play.rows<{ id: string }>('select id from org where province_id = $1 and name = $2', [HP, name]);
    return row?.id ?? '';
  };

  it('asks which occasion the list belongs to, with the plan’s lines and the law’s row, and opens nothing before', async () => {
    const asked = await conflict('occasion-open');
    expect(asked).toMatchObject({ plan: { from: 367, to: 377 }, decision: null, pick: 'some' });
    expect(asked.law.citation).not.toBe('');
    expect(asked.choices.map((choice) => choice.label)).toEqual(['Khen thưởng hàng năm', 'Khen thưởng sơ kết', 'Khen thưởng tổng kết']);
    await expect(open()).rejects.toMatchObject({ code: 'plan-choice-open', details: { conflicts: expect.anything() as unknown } });
  });

  it('takes the choice of the standing office alone, with a reason, and only of what is offered', async () => {
    const asked = await conflict('occasion-open');
    await expect(settle('gp.thcs.nguoilap', asked, 'final-review')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(settle('gp.chuyenvien', asked, 'ad-hoc')).rejects.toMatchObject({
      code: 'plan-choice-invalid',
      details: { problem: 'unknown' },
    });
    await settle('gp.chuyenvien', asked, 'interim-review');
    await settle('gp.chuyenvien', asked, 'final-review');
    await expect(conflict('occasion-open')).resolves.toMatchObject({
      decision: { picked: ['final-review'], reason: 'Theo hướng dẫn của Sở Nội vụ' },
    });
    const { replaced } = await play.call('gp.chuyenvien', 'planConflicts', { params });
    expect(replaced.map((one) => one.picked)).toEqual([['interim-review']]);
  });

  it('shows the city’s flag against the launcher the law wants, and a movement of the chain once a person names it', async () => {
    expect((await conflict('law-narrower', 'COTINH')).choices.map((choice) => choice.id)).toEqual(['keep', 'leave-out']);
    const above = {
      ...{ symbol: '150/KH-UBND', dated: '2025-06-16', issuer: 'Ủy ban nhân dân thành phố Hải Phòng', name: 'Bình dân học vụ số' },
      ...{ level: 'TINH', body: 'Ủy ban nhân dân thành phố Hải Phòng', start: '2025', end: '2030' },
      ...{ quote: 'Kế hoạch số 150/KH-UBND', lineFrom: 11, lineTo: 13, reason: 'Kế hoạch của thành phố phát động phong trào' },
    };
    const record = (body: object): Promise<object> => play.call('gp.chuyenvien', 'recordDocumentAbove', { params, body });
    await expect(record({ ...above, lineTo: 9 })).rejects.toMatchObject({ code: 'request-invalid' });
    await record(above);
    const flag = await conflict('law-narrower', 'COTINH');
    expect(flag).toMatchObject({ law: { ruleId: 'E-08-a' }, plan: { from: 373 } });
    expect(flag.choices.map((choice) => choice.id)).toEqual([`under:${CITY}`, 'keep', 'leave-out']);
    await settle('gp.chuyenvien', flag, `under:${CITY}`);
  });

  it('is refused in a year the plan does not name, unless it is said why; and outside of its years at all', async () => {
    const recipients = [await orgOf('Trường Trung học cơ sở Gia Phúc'), await orgOf('Trường Mầm non Hoa Sen')];
    await expect(open({ recipients, year: 2026 })).rejects.toMatchObject({
      code: 'occasion-not-planned',
      details: { why: 'other-year', planned: [2030] },
    });
    await expect(open({ recipients, year: 2031 })).rejects.toMatchObject({ details: { why: 'outside-period' } });
    await expect(open({ recipients, registerBy: '2026-04-20' })).rejects.toMatchObject({ code: 'request-invalid' });
    const stranger = await orgOf('UBND phường Vạn Xuân');
    await expect(open({ recipients: [stranger === '' ? crypto.randomUUID() : stranger] })).rejects.toMatchObject({
      code: 'request-invalid',
    });
    ({ workId } = await open({ recipients, year: 2026, reason: 'Tổng kết sớm theo chỉ đạo của thành phố' }));
    await play.work();
    await expect(open({ recipients, year: 2026, reason: 'Lần nữa' })).rejects.toMatchObject({ code: 'occasion-held', details: { workId } });
  });

  it('invites the units by a signed and numbered notice that lists what the plan offers', async () => {
    await play.does('gp.chuyenvien', 'Xem dự thảo, trình ký', workId, { outcome: 'submit' });
    await expect(play.call('gp.chuyenvien', 'movementOccasion', { params: { id: workId } })).resolves.toMatchObject({ units: [] });
    await play.does('gp.chutich', 'Ký văn bản', workId, { outcome: 'sign', signatureMode: 'wet-ink' });
    await play.does('gp.vanthu', 'Cấp số văn bản', workId, { mode: 'own' });
    const notice = texts.get('thong-bao-mo-dot') ?? '';
    expect(notice).toContain('Cờ thi đua của Ủy ban nhân dân thành phố');
    expect(notice).toContain('Đăng ký thi đua: gửi về Phòng Văn hóa - Xã hội chậm nhất ngày 16/3/2026');
    expect(notice).toContain('do Ủy ban nhân dân thành phố Hải Phòng phát động');
    const { units } = await play.call('gp.chuyenvien', 'movementOccasion', { params: { id: workId } });
    expect(units.map((unit) => [unit.orgName, unit.answer])).toEqual([
      ['Trường Mầm non Hoa Sen', null],
      ['Trường Trung học cơ sở Gia Phúc', null],
    ]);
  });

  const unit = async (org: string): Promise<string> => {
    const [row] = await play.rows<{ id: string }>(
      `select w.id from movement_work w join org o on o.province_id = w.province_id and o.id = w.org_id
       where w.parent_id = $1 and o.name = $2`,
      [workId, org],
    );
    return row?.id ?? '';
  };
  const row = (over: object = {}): object => ({
    ...{ kind: 'collective', personId: null, subjectOrgId: null, name: 'Tổ Khoa học tự nhiên', title: '', award: 'GK_XA' },
    goals: 'Mở 04 lớp hướng dẫn dịch vụ công',
    ...over,
  });

  it('has a unit register what the plan offers, and nothing else', async () => {
    const id = await unit('Trường Trung học cơ sở Gia Phúc');
    const save = (rows: readonly object[]): Promise<object> =>
      play.call('gp.thcs.nguoilap', 'saveRegistration', { params: { id }, body: { rows } });
    await expect(save([row({ award: 'CSTDCS', kind: 'individual' })])).rejects.toMatchObject({
      code: 'award-not-on-menu',
      details: { reason: 'not-on-menu', citation: expect.stringContaining('dòng 371: “Bằng khen của Thủ tướng Chính phủ”') as unknown },
    });
    await expect(save([row({ award: 'COTINH', kind: 'individual' })])).rejects.toMatchObject({ details: { reason: 'nominee-kind' } });
    await expect(save([row({ personId: crypto.randomUUID() })])).rejects.toMatchObject({ code: 'request-invalid' });
    await expect(play.does('gp.thcs.nguoilap', 'Lập đăng ký thi đua', id, { outcome: 'register' })).rejects.toMatchObject({
      code: 'work-incomplete',
    });
    await save([row(), row({ kind: 'individual', name: 'Nguyễn Thị Ánh Tuyết', award: 'BK_TINH' })]);
    await play.does('gp.thcs.nguoilap', 'Lập đăng ký thi đua', id, { outcome: 'register' });
    await expect(save([row()])).rejects.toMatchObject({ code: 'state-conflict' });
    expect(texts.get('phieu-dang-ky-thi-dua')).toContain('Tổ Khoa học tự nhiên');
    expect(texts.get('phieu-dang-ky-thi-dua')).toContain('Tổng số: 1 tập thể, 1 cá nhân');
    await play.does('gp.thcs.thutruong', 'Ký, gửi phiếu đăng ký', id, { outcome: 'sign', signatureMode: 'wet-ink' });
    await expect(save([row()])).rejects.toMatchObject({ code: 'state-conflict' });
    await expect(play.call('gp.thcs.nguoilap', 'registration', { params: { id } })).resolves.toMatchObject({
      answer: 'registered',
      may: { edit: false },
    });
    await expect(play.call('gp.mn.nguoilap', 'registration', { params: { id } })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('closes the list by its day, says who is late, and opens the round for all of them', async () => {
    await expect(play.does('gp.chuyenvien', 'Theo dõi, chốt đăng ký thi đua', workId, {})).rejects.toMatchObject({
      code: 'registrations-missing',
      details: { count: 1 },
    });
    await play.pass(15 * DAY);
    await play.work();
    const seen = await play.call('gp.chuyenvien', 'movementOccasion', { params: { id: workId } });
    expect(seen.units.map((one) => [one.orgName, one.answer, one.registered])).toEqual([
      ['Trường Mầm non Hoa Sen', 'late', 0],
      ['Trường Trung học cơ sở Gia Phúc', 'registered', 2],
    ]);
    expect(seen.counts.map(({ award, collectives, individuals }) => [award, collectives, individuals])).toEqual([
      ['GK_XA', 1, 0],
      ['BK_TINH', 0, 1],
    ]);
    expect(seen.roundCode).toMatch(/^DX-HP-GP-2026-/u);
    await expect(play.deps.stores.rounds.byId(HP, seen.roundId ?? '')).resolves.toMatchObject({ occasion: 'final', movementId: MOVEMENT });
    const [{ count: reminders } = { count: 0 }] = await play.rows<{ count: number }>(
      `select count(*)::int as count from limit_notice n join task t on t.province_id = n.province_id and t.id = n.task_id
       where t.name = 'Lập đăng ký thi đua'`,
    );
    expect(reminders).toBeGreaterThan(0);
  });

  it('offers the flag only under the movement the law opens it under, and keeps under which one a nomination is made', async () => {
    const id = await unit('Trường Trung học cơ sở Gia Phúc');
    await expect(play.does('gp.thcs.nguoilap', 'Nộp hồ sơ đề nghị khen thưởng', id, { outcome: 'submitted' })).rejects.toMatchObject({
      code: 'work-incomplete',
    });
    const about = { occasion: 'final', year: 2026, movementId: MOVEMENT };
    const flag = async (more: object): Promise<object | null | undefined> => {
      const query = { orgId: await orgOf('Trường Trung học cơ sở Gia Phúc'), ...about, ...more };
      const { awards } = await play.call('gp.thcs.nguoilap', 'intakeMenu', { query });
      return awards.find((one) => one.code === 'COTINH')?.refusal;
    };
    await expect(flag({})).resolves.toMatchObject({
      ...{ reason: 'movement-launcher', ruleId: 'E-08-a' },
      citation: expect.stringMatching(/Điều 26 Luật.* dòng 373: “Cờ Thi đua của UBND thành phố”/u) as unknown,
    });
    await expect(flag({ underMovementId: CITY })).resolves.toBeNull();
    const rows = [{ name: 'Tổ Khoa học tự nhiên', award: 'BK_TINH', kind: 'collective' as const }];
    await expect(received(play, 'gp.thcs', rows, { ...about, underMovementId: 'vx-khcn-2025-2030' })).rejects.toMatchObject({
      code: 'award-not-on-menu',
      details: { reason: 'movement-unknown' },
    });
    const { dossierId, roundId } = await received(play, 'gp.thcs', rows, { ...about, underMovementId: CITY });
    const { roundId: opened } = await play.call('gp.chuyenvien', 'movementOccasion', { params: { id: workId } });
    expect(roundId).toBe(opened);
    const view = await play.call('gp.chuyenvien', 'dossier', { params: { id: dossierId } });
    expect(view.underMovement).toMatchObject({ launcherBody: 'Ủy ban nhân dân thành phố Hải Phòng', years: 6 });
    await play.does('gp.thcs.nguoilap', 'Nộp hồ sơ đề nghị khen thưởng', id, { outcome: 'submitted' });
    await expect(play.deps.stores.works.byId(HP, id)).resolves.toMatchObject({ status: 'done' });
  });

  it('judges by the rules of the plan beside the law, never failing what nobody has said', async () => {
    const record = await play.deps.stores.movements.byId(HP, MOVEMENT);
    const rule = { occasions: ['final-review'], awards: ['BK_TINH'], audiences: ['agency'], atLeast: null, ofYears: null };
    const words = { quote: 'thực hiện chế độ thông tin báo cáo đầy đủ, đúng thời gian quy định', line: { from: 273, to: 275 } };
    const rules = [{ ...rule, needs: 'reports-on-time', ...words }] as unknown as readonly PlanRule[];
    const amended = { id: MOVEMENT, hash: 'amended', version: record?.version ?? 1, reason: 'Thử', paperId: null };
    await play.deps.database.inTransaction((tx) =>
      play.deps.stores.movements.amend(tx, HP, {
        ...{ ...amended, content: { ...(record?.content as Movement), rules }, atMs: play.deps.clock.nowMs() },
      }),
    );
    await play.deps.law.refresh();
    const subjectOrgId = await orgOf('Trường Trung học cơ sở Gia Phúc');
    const about = { movementId: MOVEMENT, underMovementId: CITY, occasion: 'final', year: 2026 };
    const body = { kind: 'collective', subjectOrgId, name: 'Trường Trung học cơ sở Gia Phúc', award: 'BK_TINH', ...about };
    const { verdicts } = await play.call('gp.thcs.nguoilap', 'nomineeCheck', { body });
    expect(verdicts.find((one) => one.ruleId === 'KH-01')).toMatchObject({
      verdict: 'missing-data',
      citation: expect.stringContaining('dòng 273–275: “thực hiện chế độ thông tin báo cáo') as unknown,
    });
  });

  it('lets invitations lapse and ends with the closing day; the round goes on', async () => {
    await play.pass(30 * DAY);
    await play.work();
    await expect(play.deps.stores.works.byId(HP, workId)).resolves.toMatchObject({ status: 'done' });
    await expect(play.deps.stores.works.byId(HP, await unit('Trường Mầm non Hoa Sen'))).resolves.toMatchObject({ status: 'done' });
  });
});

function words(html: string): string {
  return html
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

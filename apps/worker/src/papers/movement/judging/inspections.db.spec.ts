import { join } from 'node:path';
import { inspectionResults, inspectionText } from '@thidua/casework';
import { PaperTemplates } from '@thidua/documents';
import { FactsStore } from '@thidua/store';
import { pdfWith } from '../../../../../../test/harness/attachment-files';
import { HP, RoundPlay } from '../../../../../../test/harness/round-play';
import { received } from '../../../../../../test/harness/round-story';
import type { SceneRoom } from '../../load-scene';
import { movementPlans } from '../movement-plans';

jest.setTimeout(120_000);

const MOVEMENT = 'gp-binh-dan-hoc-vu-so';
const [DESK, CHAIR, DEPUTY, RECORDS] = ['gp.chuyenvien', 'gp.chutich', 'gp.phochutich', 'gp.vanthu'] as const;
const [SCHOOL, NURSERY] = ['Trường Trung học cơ sở Gia Phúc', 'Trường Mầm non Hoa Sen'] as const;
const SIGN = { outcome: 'sign', signatureMode: 'digital' };
const ITEMS = [
  { id: 'ke-hoach', text: 'Ban hành kế hoạch, phát động phong trào thi đua' },
  { id: 'bao-cao', text: 'Thực hiện chế độ báo cáo' },
];

describe('the year’s inspection of a movement', () => {
  let play: RoundPlay;
  let inspection = '';
  let units: ReadonlyMap<string, string> = new Map();
  const texts = new Map<string, string>();

  beforeAll(async () => {
    play = await RoundPlay.open();
    await play.at(Date.UTC(2026, 2, 12, 2));
    const templates = new PaperTemplates(join(__dirname, '../../../../../../workflows/papers'));
    const room: SceneRoom = { deps: play.deps, facts: new FactsStore(play.deps.database) };
    // The real builders and templates; only the browser is left out.
    const others = play.plansOf.bind(play);
    play.plansOf = async (job) => {
      const plans = await movementPlans(room, job);
      if (plans === undefined) {
        return others(job);
      }
      for (const plan of plans) {
        const { html } = templates.fill(plan.kind, 1, plan.data as never);
        const text = html.replace(/<style[\s\S]*?<\/style>/g, '').replace(/<[^>]+>/g, ' ');
        texts.set(plan.kind, text.replace(/\s+/g, ' '));
      }
      return plans;
    };
  });
  afterAll(() => play.close());

  const refused = (code: string, details?: object): unknown =>
    expect.objectContaining(details === undefined ? { code } : { code, details: expect.objectContaining(details) as unknown });
  const view = () => play.call(DESK, 'inspection', { params: { id: inspection } });
  const unit = (username: string, name: string) => play.call(username, 'inspectedUnit', { params: { id: units.get(name) ?? '' } });
  const idOf = (name: string): string => units.get(name) ?? '';

  async function issue(about: string, signer: string, numbered = true): Promise<void> {
    await play.does(DESK, 'Xem dự thảo, trình ký', about, { outcome: 'submit' });
    await play.does(signer, 'Ký văn bản', about, SIGN);
    if (numbered) {
      await play.does(RECORDS, 'Cấp số văn bản', about, { mode: 'own' });
    }
  }

  async function found(name: string, results: Readonly<Record<string, readonly [result: string | null, remark: string]>>): Promise<void> {
    const { version } = await unit(DESK, name);
    const findings = Object.entries(results).map(([item, [result, remark]]) => ({ item, result, remark, documents: 'Kế hoạch số 15' }));
    const people = {
      inspectors: [{ name: 'Lê Thị Hồng Loan', title: 'Trưởng đoàn' }],
      representatives: [{ name: 'Hiệu trưởng', title: 'Hiệu trưởng' }],
    };
    const body = { version, startTime: '08:00', endTime: '11:00', ...people, requests: [], findings };
    await play.call(DESK, 'saveFindings', { params: { id: idOf(name) }, body });
  }

  it('is opened by the standing office alone, once for a year, with a checklist from the plan', async () => {
    const ask = { params: { id: MOVEMENT }, body: { year: 2026, dueOn: null } };
    await expect(play.call('gp.thcs.nguoilap', 'openInspection', ask)).rejects.toEqual(refused('forbidden'));
    ({ workId: inspection } = await play.call(DESK, 'openInspection', ask));
    await expect(play.call(DESK, 'openInspection', ask)).rejects.toEqual(refused('state-conflict', { reason: 'inspection-open' }));
    const { items, may, choices } = await view();
    expect([items.length > 3, items[0]?.text.startsWith('Ban hành kế hoạch'), may]).toEqual([true, true, { plan: true, team: false }]);
    expect(choices.bodies.map(({ name }) => name)).toEqual(expect.arrayContaining([SCHOOL, NURSERY]));
    expect(choices.bodies.map(({ name }) => name).join()).not.toMatch(/MTTQ|Đoàn TNCS/);
  });

  it('has no paper while the plan lacks something, and says what', async () => {
    await expect(play.does(DESK, 'Lập kế hoạch kiểm tra', inspection, {})).rejects.toEqual(
      refused('work-incomplete', { problems: ['periodFrom', 'periodTo', 'bodies'].map((field) => ({ field, code: 'required' })) }),
    );
    const { version, choices } = await view();
    const orgId = (name: string): string => choices.bodies.find((one) => one.name === name)?.orgId ?? '';
    const bodies = [
      { orgId: orgId(SCHOOL), date: '2026-04-21', place: 'Trụ sở nhà trường' },
      { orgId: orgId(NURSERY), date: '2026-04-22', place: 'Trụ sở nhà trường' },
    ];
    const body = { version, periodFrom: '2026-01-01', periodTo: '2026-03-31', items: ITEMS, bodies };
    await play.call(DESK, 'saveInspectionPlan', { params: { id: inspection }, body });
    await expect(play.call(DESK, 'saveInspectionPlan', { params: { id: inspection }, body })).rejects.toEqual(
      refused('state-conflict', { reason: 'changed-meanwhile' }),
    );
    await play.does(DESK, 'Lập kế hoạch kiểm tra', inspection, {});
    expect(texts.get('ke-hoach-kiem-tra')).toContain('Trường Trung học cơ sở Gia Phúc 21/4/2026 Trụ sở nhà trường');
    await issue(inspection, CHAIR);
  });

  it('names a team with a leader of our own, and decides it', async () => {
    await expect(play.does(DESK, 'Lập Đoàn kiểm tra', inspection, {})).rejects.toEqual(refused('work-incomplete'));
    const { version, choices } = await view();
    const leader = choices.posts.find(({ title }) => title.startsWith('Phó Chủ tịch UBND'));
    const team = [
      { name: leader?.name, title: leader?.title, role: 'leader', positionId: leader?.positionId },
      { name: 'Nguyễn Thị Minh Vân', title: 'Chuyên viên', role: 'secretary', positionId: null },
    ];
    await play.call(DESK, 'saveInspectionTeam', { params: { id: inspection }, body: { version, team } });
    await play.does(DESK, 'Lập Đoàn kiểm tra', inspection, {});
    expect(texts.get('quyet-dinh-doan-kiem-tra')).toMatch(
      /Căn cứ Kế hoạch số 01\/KH-UBND ngày 12\/3\/2026 của Ủy ban nhân dân xã Gia Phúc/,
    );
    await issue(inspection, CHAIR);
    units = new Map((await view()).units.map(({ orgName, workId }) => [orgName, workId]));
    expect([...units.keys()]).toEqual([SCHOOL, NURSERY]);
  });

  it('tells the body, and nobody beside it, when the team comes', async () => {
    const lich = (name: string): Promise<void> =>
      play.does(DESK, 'Chốt lịch kiểm tra', idOf(name), (task) => ({ ...task.values, contact: 'Phòng Văn hóa - Xã hội' }));
    await lich(SCHOOL);
    expect(texts.get('thong-bao-kiem-tra')).toMatch(/Quyết định số 01\/QĐ-UBND ngày 12\/3\/2026.*Từ 08:00, ngày 21 tháng 4 năm 2026/);
    await issue(idOf(SCHOOL), CHAIR);
    expect((await play.call('gp.thcs.thutruong', 'movementWork', { params: { id: idOf(SCHOOL) } })).papers).toMatchObject([
      { kind: 'thong-bao-kiem-tra', state: 'issued', numberText: '01/TB-UBND' },
    ]);
    await expect(unit('gp.mn.thutruong', SCHOOL)).rejects.toEqual(refused('not-found'));
    await lich(NURSERY);
    await issue(idOf(NURSERY), CHAIR);
  });

  it('has an answer to every item, and a word where something was not met', async () => {
    await play.at(Date.UTC(2026, 3, 21, 5));
    await found(SCHOOL, { 'ke-hoach': ['met', ''], 'bao-cao': ['unmet', ''] });
    const proof = { params: { id: idOf(SCHOOL) }, query: { place: 'bao-cao' }, file: { name: 'cong-van.pdf', bytes: pdfWith() } };
    await play.call(DESK, 'addWorkProof', proof);
    await expect(play.does(DESK, 'Kiểm tra, ghi kết quả', idOf(SCHOOL), {})).rejects.toEqual(
      refused('work-incomplete', { problems: [{ field: 'bao-cao.remark', code: 'required' }] }),
    );
    await expect(play.call('gp.thcs.nguoilap', 'addWorkProof', proof)).rejects.toEqual(refused('state-conflict'));
    await found(SCHOOL, { 'ke-hoach': ['met', ''], 'bao-cao': ['unmet', 'Báo cáo quý I gửi chậm 03 ngày'] });
    await play.does(DESK, 'Kiểm tra, ghi kết quả', idOf(SCHOOL), {});
    expect(texts.get('bien-ban-kiem-tra')).toContain('Chưa đạt. Báo cáo quý I gửi chậm 03 ngày. Kế hoạch số 15; cong-van.pdf');
    expect(texts.get('bien-ban-kiem-tra')).not.toContain('Đã ký trên hệ thống');
  });

  it('is signed by the body, which may object first, and then by the head of the team', async () => {
    const reason = 'Báo cáo đã gửi đúng hạn qua văn thư';
    await play.does('gp.thcs.thutruong', 'Đơn vị được kiểm tra ký biên bản', idOf(SCHOOL), { outcome: 'send-back', reason });
    await play.does(DESK, 'Kiểm tra, ghi kết quả', idOf(SCHOOL), {});
    const answer = 'Nhà trường sẽ gửi đúng hạn.';
    await play.does('gp.thcs.thutruong', 'Đơn vị được kiểm tra ký biên bản', idOf(SCHOOL), { outcome: 'sign', answer });
    expect((await unit(DESK, SCHOOL)).signed?.title).toContain('Hiệu trưởng');
    expect(texts.get('bien-ban-kiem-tra')).toMatch(/Nhà trường sẽ gửi đúng hạn\..*Đã ký trên hệ thống 21\/4\/2026 12:00/);
    await issue(idOf(SCHOOL), DEPUTY, false);
    const { papers } = await play.call(DESK, 'movementWork', { params: { id: idOf(SCHOOL) } });
    expect(papers.find(({ kind }) => kind === 'bien-ban-kiem-tra')).toMatchObject({ state: 'issued', numberText: null });
  });

  it('is concluded with a day for what must be mended; a conclusion in the making is not shown to the body', async () => {
    await expect(play.does(DESK, 'Dự thảo kết luận kiểm tra', idOf(SCHOOL), {})).rejects.toEqual(refused('work-incomplete'));
    const { version, suggested } = await unit(DESK, SCHOOL);
    expect(suggested).toBe('with-shortcomings');
    const body = {
      ...{ version, result: 'with-shortcomings', summary: ['Trường có 02 nội dung được kiểm tra.'], strengths: ['Có kế hoạch riêng'] },
      ...{ shortcomings: ['Báo cáo chậm'], violations: [], awards: [] },
      requests: [{ request: 'Báo cáo bổ sung quý I', dueOn: '2026-05-15' }],
    };
    await play.call(DESK, 'saveConclusion', { params: { id: idOf(SCHOOL) }, body });
    expect((await unit('gp.thcs.nguoilap', SCHOOL)).conclusion.shortcomings).toEqual([]);
    await play.does(DESK, 'Dự thảo kết luận kiểm tra', idOf(SCHOOL), {});
    expect(await results(SCHOOL)).toEqual([]);
    await issue(idOf(SCHOOL), CHAIR);
    expect(texts.get('ket-luan-kiem-tra')).toContain('Báo cáo bổ sung quý I');
    expect((await unit('gp.thcs.nguoilap', SCHOOL)).conclusion.shortcomings).toEqual(['Báo cáo chậm']);
  });

  it('is late when the day passes, and closed when the mending is accepted', async () => {
    await play.at(Date.UTC(2026, 4, 18, 2));
    expect(await unit(DESK, SCHOOL)).toMatchObject({ late: true, followUpDue: '2026-05-15' });
    const mend = { report: 'Đã gửi báo cáo bổ sung', doneOn: '2026-05-18' };
    await play.does('gp.thcs.nguoilap', 'Khắc phục theo kết luận kiểm tra', idOf(SCHOOL), mend);
    await play.does(DESK, 'Xác nhận kết quả khắc phục', idOf(SCHOOL), { outcome: 'send-back', reason: 'Thiếu số liệu' });
    await play.does('gp.thcs.nguoilap', 'Khắc phục theo kết luận kiểm tra', idOf(SCHOOL), mend);
    await play.does(DESK, 'Xác nhận kết quả khắc phục', idOf(SCHOOL), { outcome: 'accept' });
    const [result] = await results(SCHOOL);
    expect(result).toMatchObject({ result: 'with-shortcomings', met: 1, unmet: 1, closed: true, numberText: '01/KL-UBND' });
    expect(result === undefined ? '' : inspectionText(result)).toBe(
      'Kiểm tra ngày 21/04/2026: còn hạn chế, thiếu sót (1 đạt, 1 chưa đạt); Kết luận số 01/KL-UBND; khắc phục xong ngày 18/05/2026',
    );
    expect((await view()).status).toBe('open');
  });

  it('ends with its last body, which had nothing to mend', async () => {
    await found(NURSERY, { 'ke-hoach': ['met', ''], 'bao-cao': ['met', ''] });
    await play.does(DESK, 'Kiểm tra, ghi kết quả', idOf(NURSERY), {});
    await play.does('gp.mn.thutruong', 'Đơn vị được kiểm tra ký biên bản', idOf(NURSERY), { outcome: 'sign' });
    await issue(idOf(NURSERY), DEPUTY, false);
    const { version } = await unit(DESK, NURSERY);
    const lists = { strengths: [], shortcomings: [], violations: [], awards: [], requests: [] };
    await play.call(DESK, 'saveConclusion', {
      params: { id: idOf(NURSERY) },
      body: { version, result: 'passed', summary: ['Trường thực hiện tốt.'], ...lists },
    });
    await play.does(DESK, 'Dự thảo kết luận kiểm tra', idOf(NURSERY), {});
    await issue(idOf(NURSERY), CHAIR);
    expect(await view()).toMatchObject({ status: 'done', units: [{ status: 'done' }, { status: 'done', result: 'passed' }] });
    const list = await play.call('gp.mn.nguoilap', 'inspections', { params: { id: MOVEMENT } });
    expect([list.may.open, list.inspections.map(({ units: seen }) => seen.map(({ orgName }) => orgName))]).toEqual([false, [[NURSERY]]]);
  });

  it('stands as a proof beside the body where it is nominated', async () => {
    const { orgId } = await unit(DESK, SCHOOL);
    const rows = [{ name: SCHOOL, award: 'GK_XA', kind: 'collective' as const, subjectOrgId: orgId }];
    const { dossierId, roundId } = await received(play, 'gp.thcs', rows);
    for (const seen of [
      await play.call('gp.thcs.nguoilap', 'dossier', { params: { id: dossierId } }),
      await play.call(DESK, 'round', { params: { id: roundId } }),
    ]) {
      const [proof] = seen.rows[0]?.record ?? [];
      expect(proof).toMatchObject({ kind: 'inspection', workId: idOf(SCHOOL) });
      expect(proof?.text).toContain('“Bình dân học vụ số”: Kiểm tra ngày 21/04/2026');
    }
  });

  it('leaves no name and no text on the trail', async () => {
    const trail = await play.rows<{ facts: unknown }>(`select facts from audit where action like 'inspection-%'`);
    expect(trail.length).toBeGreaterThan(10);
    expect(JSON.stringify(trail)).not.toMatch(/Hồng Loan|Báo cáo chậm|gửi chậm/);
  });

  async function results(name: string): ReturnType<typeof inspectionResults> {
    const { orgId } = await unit(DESK, name);
    return inspectionResults(play.deps, HP, { orgId, movementId: MOVEMENT });
  }
});

import { join } from 'node:path';
import { modelCounts } from '@thidua/casework';
import { PaperTemplates, type PaperDataOf, type PaperKind } from '@thidua/documents';
import type { JsonObject } from '@thidua/kernel';
import { FactsStore } from '@thidua/store';
import { pdfWith } from '../../../../../../test/harness/attachment-files';
import { HP, RoundPlay } from '../../../../../../test/harness/round-play';
import type { SceneRoom } from '../../load-scene';
import { conferenceProgramme, honourRoll, invitations, nameCards } from '../../round/ceremony-papers';
import { movementPlans } from '../movement-plans';
import { conferenceScene } from './conference-scene';

const MOVEMENT = 'gp-binh-dan-hoc-vu-so';
const SIGN = { outcome: 'sign', signatureMode: 'digital' };
const [DESK, CHAIR, RECORDS] = ['gp.chuyenvien', 'gp.chutich', 'gp.vanthu'] as const;
const [TEACHER, HEAD, CENTRE] = ['gp.thcs.nguoilap', 'gp.thcs.thutruong', 'gp.tt.nguoilap'] as const;

jest.setTimeout(120_000);

let play: RoundPlay;
let room: SceneRoom;
const templates = new PaperTemplates(join(__dirname, '../../../../../../workflows/papers'));
const papers = new Map<string, string>();
const orgs = new Map<string, string>();
const org = (name: string): string => orgs.get(name) ?? '';
const at = { params: { id: MOVEMENT } };
const refused = (code: string, details?: object): unknown =>
  expect.objectContaining(details === undefined ? { code } : { code, details: expect.objectContaining(details) as unknown });
const titled = (title: string, parent?: string): Promise<readonly { id: string; org: string; status: string }[]> =>
  play.rows(
    `select w.id, o.name as org, w.status from movement_work w join org o on o.id = w.org_id where w.title = $1 and ($2::uuid is null or w.parent_id = $2)
     order by o.name`,
    [title, parent ?? null],
  );
const status = async (id: string): Promise<string | undefined> =>
  (await play.rows<{ status: string }>('select status from movement_work where id = $1', [id]))[0]?.status;

/** What the paper says, without its looks. */
function printed(kind: PaperKind, data: object): string {
  const { html } = templates.fill(kind, 1, data as PaperDataOf<PaperKind>); // frozen data of its own builder
  return html
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

beforeAll(async () => {
  play = await RoundPlay.open();
  await play.at(Date.UTC(2026, 4, 18, 2));
  room = { deps: play.deps, facts: new FactsStore(play.deps.database) };
  // The real builders and templates; only the browser is left out.
  play.plansOf = async (job) => {
    const plans = (await movementPlans(room, job)) ?? [];
    for (const plan of plans) {
      papers.set(plan.kind, printed(plan.kind, plan.data));
    }
    return plans;
  };
  for (const row of await play.rows<{ id: string; name: string }>('select id, name from org')) {
    orgs.set(row.name, row.id);
  }
}, 60_000);
afterAll(() => play.close());

describe('a model of the movement', () => {
  const TEXT = {
    ...{ kind: 'individual', name: 'Bà Nguyễn Thị Ánh Tuyết', title: 'Giáo viên', audience: 'woman', subjectId: null },
    ...{ deeds: 'Mở lớp kỹ năng số buổi tối cho người lớn tuổi.', results: '142 người tự nộp được hồ sơ trực tuyến', spread: '' },
  };
  let id = '';
  const model = (username: string = TEACHER) => play.call(username, 'movementModel', { params: { id } });
  const told = (body: JsonObject = {}): { params: { id: string }; body: JsonObject } => ({ params: { id }, body });

  it('is introduced by a unit, and its slip is not put forward empty', async () => {
    const body = { ...TEXT, orgId: org('Trường Trung học cơ sở Gia Phúc'), results: '' };
    await expect(play.call('gp.mn.nguoilap', 'introduceModel', { ...at, body })).rejects.toEqual(refused('forbidden'));
    ({ id } = await play.call(TEACHER, 'introduceModel', { ...at, body }));
    const task = await play.task(TEACHER, 'Hoàn thiện phiếu giới thiệu điển hình', id);
    const problems = [{ field: 'results', code: 'required' }];
    await expect(play.complete(TEACHER, task, {})).rejects.toEqual(refused('work-incomplete', { problems }));
    await expect(play.call('mt.th.nguoilap', 'movementModel', { params: { id } })).rejects.toEqual(refused('not-found'));
  });

  it('is written by its unit until the head has signed the slip', async () => {
    const { version } = await model();
    const written = await play.call(TEACHER, 'writeModel', told({ ...TEXT, version }));
    expect(written).toMatchObject({ missing: [], may: { write: true, nominate: false } });
    await expect(play.call(TEACHER, 'writeModel', told({ ...TEXT, version }))).rejects.toEqual(refused('state-conflict'));
    await expect(play.call(DESK, 'writeModel', told({ ...TEXT, version: version + 1 }))).rejects.toEqual(refused('forbidden'));
    await play.does(TEACHER, 'Hoàn thiện phiếu giới thiệu điển hình', id, {});
    await play.does(TEACHER, 'Xem dự thảo, trình ký', id, { outcome: 'submit' });
    await play.does(HEAD, 'Ký văn bản', id, SIGN);
    await play.work();
    const slip = papers.get('phieu-gioi-thieu-dien-hinh') ?? '';
    expect(slip).toContain('Kính gửi: Ủy ban nhân dân xã Gia Phúc (qua Phòng Văn hóa - Xã hội)');
    expect(slip).toContain('Bà Nguyễn Thị Ánh Tuyết, Giáo viên (Phụ nữ).');
    expect(slip).toContain('- 142 người tự nộp được hồ sơ trực tuyến.');
    expect(slip).toContain('Chưa có sự đồng ý cho đăng, phát: không công khai thông tin về điển hình này.');
    expect(await model()).toMatchObject({ state: 'introduced', may: { write: false } });
    await expect(play.call(TEACHER, 'writeModel', told({ ...TEXT, version: version + 1 }))).rejects.toEqual(refused('state-conflict'));
  });

  it('is chosen with a reason; without consent nobody is asked to publish it', async () => {
    const task = await play.task(DESK, 'Xem xét, lựa chọn điển hình', id);
    expect(task.values['publishers']).toEqual([org('Trung tâm Văn hóa, Thể thao và Truyền thông xã Gia Phúc')]);
    const publishers = task.values['publishers'] as string[];
    await play.does(DESK, 'Xem xét, lựa chọn điển hình', id, {
      ...{ outcome: 'select', reason: 'Cách làm dễ nhân rộng', publishers, publishBy: '2026-06-30' },
    });
    expect(await model()).toMatchObject({ state: 'selected', reason: 'Cách làm dễ nhân rộng', consent: { stands: false }, tasks: [] });
    expect(await status(id)).toBe('done');
  });

  it('goes to the communication body when the consent is there, and its publication is recorded with day and channel', async () => {
    await play.call(TEACHER, 'giveConsent', told({ by: TEXT.name, on: '2026-05-18', photo: false }));
    const [task] = (await model()).tasks;
    expect(task).toMatchObject({ orgName: 'Trung tâm Văn hóa, Thể thao và Truyền thông xã Gia Phúc', status: 'open', dueOn: '2026-06-30' });
    const work = { params: { id: task?.id ?? '' } };
    expect(await model(CENTRE)).toMatchObject({ name: TEXT.name, may: { publish: true } });
    await expect(play.does(CENTRE, 'Đăng, phát gương điển hình', work.params.id, {})).rejects.toEqual(refused('work-incomplete'));
    const body = { publishedOn: '2026-05-18', channel: 'Đài truyền thanh xã', link: '', withPhoto: true };
    await expect(play.call(CENTRE, 'recordPublication', { ...work, body })).rejects.toEqual(refused('consent-missing', { what: 'photo' }));
    await play.call(CENTRE, 'recordPublication', { ...work, body: { ...body, withPhoto: false } });
    await play.does(CENTRE, 'Đăng, phát gương điển hình', work.params.id, {});
    expect(await status(work.params.id)).toBe('done');
    const counts = { introduced: 1, selected: 1, published: 1, publications: 1 };
    expect(await modelCounts(play.deps, HP, { movementId: MOVEMENT, year: 2026 })).toEqual(counts);
  });

  it('becomes a nomination by one click, under the movement’s menu', async () => {
    const ask = { occasion: 'annual', year: 2026, award: 'GK_XA' };
    await expect(play.call(DESK, 'nominateModel', told(ask))).rejects.toEqual(refused('forbidden'));
    await expect(play.call(TEACHER, 'nominateModel', told({ ...ask, award: 'BK_TTG' }))).rejects.toEqual(refused('award-not-on-menu'));
    const { dossierId } = await play.call(TEACHER, 'nominateModel', told(ask));
    const [row] = await play.rows<JsonObject>(
      'select r.name, r.title, r.achievement, d.movement_id from nominee_row r join dossier d on d.id = r.dossier_id where d.id = $1',
      [dossierId],
    );
    expect(row).toEqual({ name: TEXT.name, title: TEXT.title, achievement: `${TEXT.deeds}\n${TEXT.results}`, movement_id: MOVEMENT });
    expect((await model()).dossierId).toBe(dossierId);
  });

  it('is taken down when the consent is withdrawn', async () => {
    await play.call(TEACHER, 'withdrawConsent', told({ reason: 'Không muốn xuất hiện nữa' }));
    const takeDown = (await titled('Gỡ thông tin về điển hình đã rút sự đồng ý', id))[0]?.id ?? '';
    const [posted] = (await model()).publications;
    expect(posted?.takenDownOn).toBeNull();
    await play.does(CENTRE, 'Gỡ thông tin đã đăng', takeDown, { takenDownOn: '2026-05-18', note: 'Đã gỡ bản ghi phát lại' });
    expect((await model()).publications).toMatchObject([{ takenDownOn: '2026-05-18' }]);
    const facts = await play.rows<{ text: string }>(`select string_agg(facts::text, ' ') as text from audit where subject_id = $1`, [id]);
    expect(facts[0]?.text ?? '').not.toContain('Tuyết');
  });
});

describe('a duty of the plan', () => {
  const PKT = 'Phòng Kinh tế xã Gia Phúc';
  let id = '';
  const duty = (username = 'gp.kt.nguoilap') => play.call(username, 'movementDuty', { params: { id } });

  it('is proposed from the plan’s roles with the body they mean and the line', async () => {
    const { roles, orgs: bodies } = await play.call(DESK, 'movementDuties', at);
    expect(roles.find((role) => role.role === 'budget')).toMatchObject({
      body: 'Phòng Kinh tế',
      orgId: org(PKT),
      line: 556,
      assigned: false,
    });
    expect(roles.find((role) => role.role === 'villages')?.orgId).toBeNull();
    expect(bodies.find((body) => body.name.startsWith('Ủy ban MTTQ'))?.cooperation).toBe(true);
  });

  it('on money becomes a task of Phòng Kinh tế beside the award fund', async () => {
    await play.call(CHAIR, 'allotFund', {
      params: { orgId: org('UBND xã Gia Phúc'), year: '2026' },
      body: { amount: 80_000_000, citation: 'Quyết định giao dự toán số 01/QĐ-UBND' },
    });
    const body = {
      role: 'budget',
      orgId: org(PKT),
      asked: 'Bố trí kinh phí tổ chức phong trào năm 2026',
      dueOn: '2026-06-30',
      planned: 30_000_000,
      year: 2026,
    };
    await expect(play.call('gp.kt.nguoilap', 'assignDuty', { ...at, body })).rejects.toEqual(refused('forbidden'));
    ({ id } = await play.call(DESK, 'assignDuty', { ...at, body }));
    expect(await duty()).toMatchObject({ planLine: 556, planned: 30_000_000, fund: { allotted: 80_000_000 }, may: { report: true } });
    await expect(play.does('gp.kt.nguoilap', 'Bố trí, báo cáo kinh phí', id, {})).rejects.toEqual(
      refused('work-incomplete', { problems: ['doneText', 'doneOn', 'spent'].map((field) => ({ field, code: 'required' })) }),
    );
  });

  it('is reported with what was spent and a file, sent back once, then accepted', async () => {
    const report = { planned: 30_000_000, spent: 28_400_000, doneText: 'Đã chi cho hai lớp tập huấn', doneOn: '2026-05-18' };
    await play.call('gp.kt.nguoilap', 'reportDuty', { params: { id }, body: { ...report, version: (await duty()).version } });
    const file = { name: 'bang-ke.pdf', bytes: pdfWith({}) };
    await play.call('gp.kt.nguoilap', 'uploadDutyFile', { params: { id }, file });
    await play.does('gp.kt.nguoilap', 'Bố trí, báo cáo kinh phí', id, {});
    await play.does(DESK, 'Xác nhận kết quả nhiệm vụ', id, { outcome: 'send-back', reason: 'Thiếu chứng từ lớp thứ hai' });
    expect((await duty()).status).toBe('open');
    await play.does('gp.kt.nguoilap', 'Bố trí, báo cáo kinh phí', id, {});
    await play.does(DESK, 'Xác nhận kết quả nhiệm vụ', id, { outcome: 'accept' });
    expect(await duty(DESK)).toMatchObject({ status: 'done', spent: 28_400_000, fileName: 'bang-ke.pdf' });
    expect((await play.call(DESK, 'movementDuties', at)).totals).toMatchObject({ planned: 30_000_000, spent: 28_400_000, open: 0 });
  });

  it('asks Mặt trận to join in, and is taken back when it is not needed', async () => {
    const body = {
      role: 'front',
      orgId: org('Ủy ban MTTQ Việt Nam xã Gia Phúc'),
      asked: 'Tuyên truyền trong đoàn viên, hội viên',
      dueOn: null,
      planned: null,
      year: 2026,
    };
    const opened = await play.call(DESK, 'assignDuty', { ...at, body });
    expect(await titled('Đề nghị phối hợp: Tuyên truyền trong đoàn viên, hội viên')).toHaveLength(1);
    await play.call(DESK, 'takeDutyBack', { params: { id: opened.id }, body: { reason: 'Đã có trong kế hoạch của Mặt trận' } });
    await play.work();
    expect(await status(opened.id)).toBe('canceled');
  });
});

describe('indicators and contests', () => {
  it('stand in the register that appraisal reads, with the paper behind them', async () => {
    const school = org('Trường Trung học cơ sở Gia Phúc');
    const lines = [{ code: 'DVC', name: 'Tỷ lệ hồ sơ trực tuyến', unit: '%', target: 80, better: 'more' }];
    const draft = { orgId: org('UBND xã Gia Phúc'), title: 'Bộ chỉ tiêu chuyển đổi số năm 2026', year: 2026, lines };
    await expect(play.call(TEACHER, 'draftIndicators', { ...at, body: draft })).rejects.toEqual(refused('forbidden'));
    const { id } = await play.call(DESK, 'draftIndicators', { ...at, body: draft });
    const value = { params: { id }, body: { orgId: school, values: [{ code: 'DVC', value: 86.5 }] } };
    await expect(play.call(DESK, 'recordIndicators', value)).rejects.toEqual(refused('state-conflict', { reason: 'set-not-issued' }));
    await play.call(DESK, 'issueIndicators', { params: { id }, body: { number: '15/QĐ-UBND', date: '2026-05-10' } });
    await play.call(DESK, 'recordIndicators', value);
    await expect(play.call(DESK, 'recordIndicators', value)).rejects.toEqual(refused('evidence-twice'));
    await play.call(DESK, 'recordContest', {
      ...at,
      body: {
        ...{ name: 'Hội thi Tin học trẻ xã Gia Phúc', organiser: 'Đoàn TNCS Hồ Chí Minh xã', heldOn: '2026-05-12', scope: 'commune' },
        paper: { number: '16/QĐ-UBND', date: '2026-05-15', body: 'UBND xã Gia Phúc' },
        results: [
          { name: 'Trường Trung học cơ sở Gia Phúc', kind: 'collective', subjectId: school, prize: 'Giải Nhất' },
          { name: 'Em Lê Gia Hân', kind: 'individual', subjectId: null, prize: 'Giải Ba' },
        ],
      },
    });
    const { facts } = await play.call(DESK, 'subjectEvidence', { params: { id: school } });
    expect(facts.map((fact) => fact.text)).toEqual(
      expect.arrayContaining([
        'Chỉ số DVC “Tỷ lệ hồ sơ trực tuyến” năm 2026: 86,5 %, chỉ tiêu 80 (đạt) (số 15/QĐ-UBND ngày 10/05/2026 của UBND xã Gia Phúc)',
        'Giải thưởng “Hội thi Tin học trẻ xã Gia Phúc: Giải Nhất” năm 2026 (số 16/QĐ-UBND ngày 15/05/2026 của UBND xã Gia Phúc)',
      ]),
    );
    const board = await play.call(TEACHER, 'movementIndicators', at);
    expect(board.sets[0]).toMatchObject({ state: 'issued', bodies: [{ values: [{ code: 'DVC', met: true }] }], may: { value: false } });
    expect(board.contests[0]?.results.map((one) => one.inRegister)).toEqual([true, false]);
  });
});

describe('a conference of the movement', () => {
  let id = '';
  const view = (username: string = DESK) => play.call(username, 'conference', { params: { id } });
  const PLAN = {
    ...{ event: 'Hội nghị sơ kết Phong trào “Bình dân học vụ số”', date: '2026-06-20', startTime: '08:00', place: 'Hội trường xã' },
    ...{ chair: 'Chủ tịch UBND xã', presenter: '', honoursFrom: null, notes: [], items: [{ time: '', content: 'Báo cáo sơ kết', by: '' }] },
  };

  it('is not invited to before day, place, programme and guests are settled', async () => {
    const body = { title: PLAN.event, occasion: 'interim', year: 2026 };
    await expect(play.call(TEACHER, 'openConference', { ...at, body })).rejects.toEqual(refused('forbidden'));
    ({ id } = await play.call(DESK, 'openConference', { ...at, body }));
    const task = 'Chuẩn bị hội nghị: thời gian, chương trình, khách mời';
    expect((await view()).missing).toEqual(['date', 'startTime', 'place', 'chair', 'items', 'guests']);
    await expect(play.does(DESK, task, id, {})).rejects.toEqual(refused('work-incomplete'));
    await play.call(DESK, 'planConference', { params: { id }, body: { ...PLAN, version: (await view()).version } });
    const asked = {
      recipients: true,
      honourees: true,
      models: true,
      guests: [{ name: 'Ông Lê Văn Tám', title: 'Nguyên Chủ tịch UBND xã' }],
    };
    const { added } = await play.call(DESK, 'askGuests', { params: { id }, body: asked });
    expect(added).toBeGreaterThan(5);
    expect((await play.call(DESK, 'askGuests', { params: { id }, body: { ...asked, guests: [] } })).added).toBe(0);
    await play.does(DESK, task, id, {});
  });

  it('is invited to under a number, and moved once with new invitations', async () => {
    const invite = async (): Promise<void> => {
      await play.does(DESK, 'Xem dự thảo, trình ký', id, { outcome: 'submit' });
      await play.does(CHAIR, 'Ký văn bản', id, SIGN);
      await play.does(RECORDS, 'Cấp số văn bản', id, { mode: 'own' });
    };
    await invite();
    const letter = papers.get('giay-moi') ?? '';
    expect(letter).toContain('- Đại diện lãnh đạo Trường Trung học cơ sở Gia Phúc;');
    expect(letter).toContain('- Ông Lê Văn Tám, Nguyên Chủ tịch UBND xã.');
    expect(letter).toContain('Thời gian: 08:00, ngày 20 tháng 6 năm 2026.');
    expect(await view()).toMatchObject({ missing: [], may: { prepare: false, close: true } });
    await play.call(DESK, 'moveConference', { params: { id }, body: { reason: 'Trùng lịch họp của thành phố' } });
    await play.work();
    const again = await view();
    await play.call(DESK, 'planConference', { params: { id }, body: { ...PLAN, date: '2026-06-25', version: again.version } });
    await play.does(DESK, 'Chuẩn bị hội nghị: thời gian, chương trình, khách mời', id, {});
    await invite();
    const [paper] = await play.rows<{ n: number }>(
      `select count(*)::int as n from paper where work_id = $1 and kind = 'giay-moi' and state = 'issued'`,
      [id],
    );
    expect(paper?.n).toBe(2);
  });

  it('is closed after its day with attendance, and not before', async () => {
    const close = { conclusion: 'Phong trào đạt các mục tiêu của giai đoạn' };
    const early = play.does(DESK, 'Tổ chức, ghi nhận hội nghị', id, close);
    await expect(early).rejects.toEqual(refused('work-incomplete'));
    await play.at(Date.UTC(2026, 5, 25, 5));
    const { guests } = await view();
    await play.call(DESK, 'markAttendance', { params: { id }, body: { ids: guests.map((guest) => guest.id), attended: true } });
    await play.does(DESK, 'Tổ chức, ghi nhận hội nghị', id, close);
    expect(await view(CHAIR)).toMatchObject({ status: 'done', conclusion: close.conclusion });
  });

  it('prints its programme and cards for whoever runs it, and no running order without an award', async () => {
    const order = (kind: string, username: string = DESK): Promise<unknown> =>
      play.call(username, 'orderPrint', { body: { kind, params: { workId: id } } });
    await expect(order('chuong-trinh-hoi-nghi')).resolves.toHaveProperty('id');
    await expect(order('bang-ten')).resolves.toHaveProperty('id');
    await expect(order('danh-sach-vinh-danh')).resolves.toHaveProperty('id');
    await expect(order('kich-ban-trao-thuong')).rejects.toEqual(refused('request-invalid', { fields: ['rows'] }));
    await expect(order('bang-ten', TEACHER)).rejects.toEqual(refused('not-found'));
  });

  it('names in its list of honours whoever was chosen, and invites under the number that was signed', async () => {
    const { scene, ceremony, decisions, models, invitation } = await conferenceScene(room, HP, id);
    const drawn = { ceremony, decisions, maker: 'Nguyễn Thị Minh Vân' };
    const roll = printed('danh-sach-vinh-danh', honourRoll(scene, drawn, models));
    expect(roll).toContain('Công bố tại Hội nghị sơ kết Phong trào “Bình dân học vụ số”, ngày 25 tháng 6 năm 2026, Hội trường xã.');
    expect(roll).toMatch(/1 Bà Nguyễn Thị Ánh Tuyết Giáo viên 142 người tự nộp được hồ sơ trực tuyến/);
    expect(printed('chuong-trinh-hoi-nghi', conferenceProgramme(scene, drawn))).toContain('Báo cáo sơ kết');
    expect(printed('bang-ten', nameCards(scene, drawn))).toContain('Ông Lê Văn Tám');
    const [letter] = invitations(scene, drawn);
    expect(letter?.guests).toHaveLength(1);
    expect(invitation).toMatchObject({ number: expect.stringMatching(/^\d+$/) as string, date: '2026-05-18' });
  });
});

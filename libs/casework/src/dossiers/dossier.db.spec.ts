import type { DossierView, TaskView } from '@thidua/contract';
import type { JsonObject } from '@thidua/kernel';
import { RoundPlay } from '../../../../test/harness/round-play';
import { concluded } from '../../../../test/harness/round-story';

let harness: RoundPlay;

beforeAll(async () => {
  harness = await RoundPlay.open();
}, 60_000);
afterAll(() => harness.close());

const PAPER = { number: '31/KL-UBKT', date: '2026-03-02', body: 'Ủy ban Kiểm tra' };
const WORK = 'Xây dựng kho học liệu số dùng chung cho toàn trường, hai năm liền hoàn thành xuất sắc nhiệm vụ.';
const ROW = {
  kind: 'individual',
  name: 'Nguyễn Thị Thanh Tâm',
  title: 'Phó Hiệu trưởng',
  scope: 'inside',
  award: 'GK_XA',
  achievement: WORK,
} as const;

async function orgOf(username: string): Promise<string> {
  return (await harness.actor(username)).positions[0]?.orgId ?? '';
}

async function launch(
  title: string,
  rows: readonly (typeof ROW | (Omit<typeof ROW, 'award' | 'name'> & { award: string; name: string }))[] = [ROW],
): Promise<string> {
  const body = { orgId: await orgOf('gp.thcs.nguoilap'), occasion: 'ad-hoc' as const, year: 2026, title, rows: [...rows] };
  return (await harness.call('gp.thcs.nguoilap', 'launchDossier', { body })).dossierId;
}

function taskOf(username: string, name: string, dossierId: string): Promise<TaskView> {
  return harness.task(username, name, dossierId);
}

async function complete(username: string, task: TaskView, data: JsonObject, key?: string): Promise<unknown> {
  const body = { version: task.version, data: data as never };
  return harness.call(username, 'completeTask', { params: { id: task.id }, body, ...(key === undefined ? {} : { key }) });
}

const rowsOf = (task: TaskView): JsonObject[] => task.values['rows'] as JsonObject[];

async function report(dossierId: string): Promise<void> {
  const task = await taskOf('gp.thcs.nguoilap', 'Hoàn thiện báo cáo thành tích', dossierId);
  await complete('gp.thcs.nguoilap', task, { rows: rowsOf(task), measures: 'Đổi mới cách làm.', compliance: 'Chấp hành tốt.' });
}

async function meet(dossierId: string): Promise<void> {
  const task = await taskOf('gp.thcs.nguoilap', 'Ghi kết quả họp bình xét', dossierId);
  await complete('gp.thcs.nguoilap', task, meeting(task));
  await harness.work();
}

function meeting(task: TaskView): JsonObject {
  return {
    heldAt: '2026-02-27',
    place: 'Phòng họp',
    chair: 'Hiệu trưởng',
    secretary: 'Người lập hồ sơ',
    invited: 24,
    present: 22,
    method: 'ballot',
    rows: rowsOf(task).map((row) => ({ ...row, yes: 21, no: 1, blank: 0 })),
  };
}

/** Through the unit to the commune's desk. */
async function submit(dossierId: string): Promise<void> {
  await report(dossierId);
  await meet(dossierId);
  await harness.does('gp.thcs.thutruong', 'Ký tờ trình', dossierId, { outcome: 'sign', signatureMode: 'digital' });
  await harness.does('gp.thcs.vanthu', 'Cấp số tờ trình', dossierId, { mode: 'own' });
}

async function receive(dossierId: string, data: JsonObject): Promise<void> {
  const task = await taskOf('gp.chuyenvien', 'Tiếp nhận, kiểm tra thành phần hồ sơ', dossierId);
  await complete('gp.chuyenvien', task, data);
  await harness.work();
}

const view = (username: string, id: string): Promise<DossierView> => harness.call(username, 'dossier', { params: { id } });
const refused = (code: string, details: JsonObject = {}): object =>
  expect.objectContaining({ code, details: expect.objectContaining(details) as unknown }) as object;

describe('a dossier', () => {
  it('takes a code of its commune and stands with the clerk', async () => {
    const id = await launch('Đề nghị tặng Giấy khen đột xuất');
    const dossier = await view('gp.thcs.nguoilap', id);
    expect(dossier.code).toMatch(/^HP-GP-2026-\d{4}$/);
    expect(dossier).toMatchObject({
      status: 'drafting',
      stage: 'UNIT',
      rowCount: 1,
      openTasks: [{ name: 'Hoàn thiện báo cáo thành tích', mine: true }],
    });
    expect(dossier.rows[0]).toMatchObject({ awardName: 'Giấy khen của Chủ tịch Ủy ban nhân dân xã', decider: { ruleId: 'AU-04' } });
  });

  it('is received into a round with its law pinned', async () => {
    const id = await launch('Đề nghị tặng Giấy khen tháng ba');
    await submit(id);
    await receive(id, { outcome: 'accept' });
    const dossier = await view('gp.chuyenvien', id);
    expect(dossier).toMatchObject({ status: 'accepted', stage: 'XA', pack: { id: 'vn-2025-nd152' } });
    expect(dossier.roundIds).toHaveLength(1);
    expect(dossier.ladder.map((step) => step.state)).toEqual(['done', 'current', 'not-needed', 'not-needed']);
    const { entries } = await harness.call('gp.thcs.nguoilap', 'dossierTimeline', { params: { id } });
    expect(entries.map((entry) => entry.text)).toEqual(
      expect.arrayContaining([
        'Lập hồ sơ',
        'Hoàn thiện báo cáo thành tích',
        'Ghi kết quả họp bình xét',
        'Tiếp nhận hồ sơ, đưa vào đợt xét',
      ]),
    );
  });

  it('comes back for a supplement with what was typed before', async () => {
    const id = await launch('Đề nghị tặng Giấy khen cần bổ sung');
    await submit(id);
    const desk = await taskOf('gp.chuyenvien', 'Tiếp nhận, kiểm tra thành phần hồ sơ', id);
    await expect(complete('gp.chuyenvien', desk, { outcome: 'supplement' })).rejects.toEqual(refused('supplement-missing'));
    await receive(id, { outcome: 'supplement', missing: ['bao-cao'] });
    const task = await taskOf('gp.thcs.nguoilap', 'Bổ sung hồ sơ', id);
    expect(task.values).toMatchObject({ measures: 'Đổi mới cách làm.', rows: [{ name: ROW.name, achievement: WORK }] });
    await complete('gp.thcs.nguoilap', task, { ...task.values, measures: 'Có số liệu năm 2025.' });
    expect((await view('gp.thcs.nguoilap', id)).status).toBe('supplement');
  });

  it('is turned away with the reason on every row', async () => {
    const id = await launch('Đề nghị tặng Giấy khen không đúng đối tượng');
    await submit(id);
    const desk = await taskOf('gp.chuyenvien', 'Tiếp nhận, kiểm tra thành phần hồ sơ', id);
    await expect(complete('gp.chuyenvien', desk, { outcome: 'reject' })).rejects.toEqual(
      refused('form-invalid', { problems: [{ path: 'reason', code: 'required', label: 'Lý do', detail: {} }] }),
    );
    await receive(id, { outcome: 'reject', reason: 'Không thuộc đối tượng của đợt xét này.' });
    const dossier = await view('gp.thcs.nguoilap', id);
    expect(dossier).toMatchObject({ status: 'rejected', openTasks: [] });
    expect(dossier.rows[0]).toMatchObject({ state: 'rejected', reason: 'Không thuộc đối tượng của đợt xét này.' });
  });

  it('is withdrawn by its unit, and its process ends', async () => {
    const id = await launch('Đề nghị tặng Giấy khen rồi rút');
    await submit(id);
    const body = { reason: 'Đơn vị xin rút để hoàn thiện.' };
    await expect(harness.call('gp.chuyenvien', 'withdrawDossier', { params: { id }, body })).rejects.toEqual(refused('forbidden'));
    await harness.call('gp.thcs.nguoilap', 'withdrawDossier', { params: { id }, body });
    await harness.work();
    const dossier = await view('gp.thcs.nguoilap', id);
    expect(dossier).toMatchObject({ status: 'withdrawn', openTasks: [], may: { withdraw: false, whyNot: 'closed' } });
    expect(dossier.rows[0]?.state).toBe('withdrawn');
  });

  it('does not exist for a stranger', async () => {
    const id = await launch('Đề nghị tặng Giấy khen của trường');
    await expect(view('mt.chuyenvien', id)).rejects.toEqual(refused('not-found'));
    await expect(view('gp.chuyenvien', id)).rejects.toEqual(refused('not-found'));
    await expect(view('vx.thcs.nguoilap', id)).rejects.toEqual(refused('not-found'));
  });

  it('is found by a nominee without marks', async () => {
    const id = await launch('Đề nghị có người tên lạ', [{ ...ROW, name: 'Đỗ Thị Ngọc Ẩn' }]);
    const ask = {
      params: {},
      query: { q: 'do thi ngoc an' },
      body: undefined,
      actor: await harness.actor('gp.thcs.thutruong'),
      key: null,
      file: null,
    };
    const { dossiers } = await harness.casework.handlers.dossiers(ask);
    expect(dossiers.map((dossier) => dossier.id)).toEqual([id]);
  });
});

describe('launching is refused', () => {
  const body = async (more: object): Promise<never> =>
    ({
      orgId: await orgOf('gp.thcs.nguoilap'),
      occasion: 'ad-hoc',
      year: 2026,
      title: 'Đề nghị khen thưởng',
      rows: [ROW],
      ...more,
    }) as never;

  it('for another unit', async () => {
    const other = await body({ orgId: await orgOf('gp.mn.nguoilap') });
    await expect(harness.call('gp.thcs.nguoilap', 'launchDossier', { body: other })).rejects.toEqual(refused('forbidden'));
  });

  it('for an award that the plan does not tie to the occasion', async () => {
    const rows = [{ ...ROW, award: 'BK_TTG' }];
    const asked = await body({ movementId: 'gp-dmst-cds-2025-2030', occasion: 'annual', rows });
    await expect(harness.call('gp.thcs.nguoilap', 'launchDossier', { body: asked })).rejects.toEqual(
      refused('award-not-on-menu', { award: 'BK_TTG', reason: 'needs-choice' }),
    );
    const chosen = await body({ movementId: 'gp-dmst-cds-2025-2030', occasion: 'unspecified', rows });
    await expect(harness.call('gp.thcs.nguoilap', 'launchDossier', { body: chosen })).resolves.toHaveProperty('code');
  });

  it("for another commune's movement", async () => {
    const asked = await body({ movementId: 'vx-khcn-2025-2030', occasion: 'annual' });
    await expect(harness.call('gp.thcs.nguoilap', 'launchDossier', { body: asked })).rejects.toEqual(
      refused('award-not-on-menu', { reason: 'movement-unknown' }),
    );
  });

  it('for a kind of nominee the award is not for', async () => {
    const asked = await body({ occasion: 'annual', rows: [{ ...ROW, award: 'GDVH' }] });
    await expect(harness.call('gp.thcs.nguoilap', 'launchDossier', { body: asked })).rejects.toEqual(
      refused('award-not-on-menu', { reason: 'nominee-kind' }),
    );
  });
});

describe('completing a task', () => {
  it('is refused to other posts, of a version gone by, and a second time', async () => {
    const id = await launch('Đề nghị để thử quyền');
    const task = await taskOf('gp.thcs.nguoilap', 'Hoàn thiện báo cáo thành tích', id);
    const data = { rows: rowsOf(task) };
    await expect(complete('gp.thcs.thutruong', task, data)).rejects.toEqual(refused('not-your-task'));
    await expect(complete('gp.thcs.nguoilap', { ...task, version: task.version + 1 }, data)).rejects.toEqual(refused('task-changed'));
    await complete('gp.thcs.nguoilap', task, data);
    await expect(complete('gp.thcs.nguoilap', task, data)).rejects.toEqual(refused('task-not-open', { status: 'completed' }));
  });

  it('names every wrong field by its path and writes nothing', async () => {
    const id = await launch('Đề nghị có lỗi biểu mẫu');
    await report(id);
    const task = await taskOf('gp.thcs.nguoilap', 'Ghi kết quả họp bình xét', id);
    const wrong = { ...meeting(task), present: 30, place: 'x'.repeat(201), colour: 'red' };
    await expect(complete('gp.thcs.nguoilap', task, wrong)).rejects.toEqual(
      refused('form-invalid', {
        problems: expect.arrayContaining([
          expect.objectContaining({ path: 'place', code: 'too-long' }),
          expect.objectContaining({ path: 'colour', code: 'unknown-key' }),
        ]) as never,
      }),
    );
    await expect(complete('gp.thcs.nguoilap', task, { ...meeting(task), present: 30 })).rejects.toEqual(
      refused('form-invalid', { problems: [expect.objectContaining({ path: 'present', code: 'too-large' }) as never] }),
    );
    const again = await taskOf('gp.thcs.nguoilap', 'Ghi kết quả họp bình xét', id);
    expect(again).toMatchObject({ id: task.id, version: task.version, status: 'open' });
  });

  it('gives a repeat the first answer, and refuses another body under the key', async () => {
    const id = await launch('Đề nghị gửi hai lần');
    const task = await taskOf('gp.thcs.nguoilap', 'Hoàn thiện báo cáo thành tích', id);
    const key = '7b1f8f0c-5d9a-4e41-9b3a-2f7a5c1d0e11';
    const data = { rows: rowsOf(task) };
    const [first, second] = await Promise.all([
      complete('gp.thcs.nguoilap', task, data, key),
      complete('gp.thcs.nguoilap', task, data, key),
    ]);
    expect(second).toEqual(first);
    expect(first).toMatchObject({ taskId: task.id, ended: false, next: [{ name: 'Ghi kết quả họp bình xét' }] });
    await expect(complete('gp.thcs.nguoilap', task, { ...data, measures: 'khác' }, key)).rejects.toEqual(refused('idempotency-key-reused'));
  });

  it('keeps a draft for its writer alone', async () => {
    const id = await launch('Đề nghị có nháp');
    const task = await taskOf('gp.thcs.nguoilap', 'Hoàn thiện báo cáo thành tích', id);
    await harness.call('gp.thcs.nguoilap', 'saveDraft', { params: { id: task.id }, body: { body: { measures: 'đang viết' } } });
    expect((await taskOf('gp.thcs.nguoilap', task.name, id)).draft?.body).toEqual({ measures: 'đang viết' });
    const seen = await harness.call('gp.thcs.thutruong', 'task', { params: { id: task.id } });
    expect(seen).toMatchObject({ draft: null, authority: { allowed: false, code: 'not-your-task' } });
  });
});

describe('a row', () => {
  it('waits while it is held and goes on in its round when nothing was wrong', async () => {
    const id = await launch('Đề nghị có đơn thư', [ROW, { ...ROW, name: 'Phạm Thị Ngọc Diệp' }]);
    await submit(id);
    await receive(id, { outcome: 'accept' });
    const before = await view('gp.chuyenvien', id);
    const row = before.rows[1];
    const params = { id: row?.id ?? '' };
    const ground = 'Có đơn kiến nghị đang được xem xét.';
    await expect(harness.call('gp.thcs.nguoilap', 'holdRow', { params, body: { version: row?.version ?? 0, ground } })).rejects.toEqual(
      refused('forbidden'),
    );
    await harness.call('gp.chuyenvien', 'holdRow', { params, body: { version: row?.version ?? 0, ground } });
    const held = (await view('gp.chuyenvien', id)).rows[1];
    expect(held).toMatchObject({ state: 'held', reason: ground });
    expect(held?.verdicts.find((verdict) => verdict.ruleId === 'R-04')?.verdict).toBe('not-met');
    await expect(
      harness.call('gp.chuyenvien', 'releaseRow', {
        params,
        body: { version: row?.version ?? 0, conclusion: 'Không vi phạm.', violation: false, paper: PAPER },
      }),
    ).rejects.toEqual(refused('task-changed'));
    // Nothing resumes without the paper that concludes.
    const body = { version: held?.version ?? 0, conclusion: 'Không vi phạm.', violation: false, paper: PAPER };
    await expect(harness.call('gp.chuyenvien', 'releaseRow', { params, body })).rejects.toEqual(refused('state-conflict'));
    await concluded(harness, 'gp.chuyenvien', params.id);
    const after = await view('gp.chuyenvien', id);
    expect(after.rows[1]).toMatchObject({ state: 'open', reason: null });
    expect(after.roundIds).toEqual(before.roundIds);
  });

  it('leaves with the conclusion when there was a violation, and the dossier learns it', async () => {
    const id = await launch('Đề nghị có vi phạm');
    await submit(id);
    await receive(id, { outcome: 'accept' });
    const row = (await view('gp.chuyenvien', id)).rows[0];
    const params = { id: row?.id ?? '' };
    await harness.call('gp.chuyenvien', 'holdRow', { params, body: { version: row?.version ?? 0, ground: 'Đang thanh tra.' } });
    await concluded(harness, 'gp.chuyenvien', params.id, true);
    await harness.work();
    const dossier = await view('gp.thcs.nguoilap', id);
    expect(dossier.rows[0]).toMatchObject({ state: 'rejected', reason: 'Kết luận có vi phạm.' });
    expect(dossier.status).toBe('closed');
  });

  it('withdrawn as the last one takes the dossier with it', async () => {
    const id = await launch('Đề nghị rút từng người');
    const row = (await view('gp.thcs.nguoilap', id)).rows[0];
    const body = { version: row?.version ?? 0, reason: 'Cá nhân xin rút.' };
    await harness.call('gp.thcs.nguoilap', 'withdrawRow', { params: { id: row?.id ?? '' }, body });
    await harness.work();
    expect(await view('gp.thcs.nguoilap', id)).toMatchObject({ status: 'withdrawn', openTasks: [] });
  });
});

import { randomUUID } from 'node:crypto';
import type { AnswerOf, TakerView } from '@thidua/contract';
import { HP, RoundPlay } from '../../../../test/harness/round-play';

jest.setTimeout(60_000);

const INTAKE = 'Tiếp nhận, kiểm tra thành phần hồ sơ';
const REASON = 'Chuyên viên nghỉ thai sản từ 02/3/2026';

describe('handing an open task on', () => {
  let play: RoundPlay;
  let dossier: string;
  let commune: string;

  beforeAll(async () => {
    play = await RoundPlay.open();
    commune = (await play.actor('gp.chuyenvien')).positions[0]?.orgId ?? '';
    dossier = await launch('Đề nghị khen thưởng chuyển đổi số');
    await play.does('gp.mn.nguoilap', 'Hoàn thiện báo cáo thành tích', dossier, (task) => ({ rows: task.values['rows'] ?? [] }));
    await play.does('gp.mn.nguoilap', 'Ghi kết quả họp bình xét', dossier, (task) => ({
      ...{ heldAt: '2026-02-27', place: 'P', chair: 'C', secretary: 'S', invited: 9, present: 9, method: 'ballot' },
      rows: (task.values['rows'] as object[]).map((row) => ({ ...row, yes: 9, no: 0, blank: 0 })),
    }));
  }, 60_000);
  afterAll(() => play.close());

  async function launch(title: string): Promise<string> {
    const orgId = (await play.actor('gp.mn.nguoilap')).positions[0]?.orgId;
    const row = {
      ...{ kind: 'individual', name: 'Nguyễn Văn Ẩn', title: 'Giáo viên', scope: 'inside', award: 'GK_XA' },
      achievement: 'Nuôi dạy trẻ tốt, được phụ huynh tin yêu.',
    };
    const body = { orgId, occasion: 'ad-hoc', year: 2026, title, rows: [row] };
    return (await play.call('gp.mn.nguoilap', 'launchDossier', { body })).dossierId;
  }

  const openTask = async (name: string): Promise<{ id: string; version: number }> => {
    const [task] = await play.rows<{ id: string; version: number }>(
      `select id, version from task where dossier_id = $1 and name = $2 and status = 'open'`,
      [dossier, name],
    );
    return task ?? { id: '', version: 0 };
  };
  const takers = async (name: string): Promise<AnswerOf<'taskTakers'>> =>
    play.call('hp.quantri1', 'taskTakers', { params: { id: (await openTask(name)).id } });
  const hand = async (
    name: string,
    body: { orgId?: string; role?: string; version?: number },
    told: { username?: string; key?: string } = {},
  ): Promise<AnswerOf<'reassignTask'>> => {
    const { id, version } = await openTask(name);
    const asked = { version, orgId: commune, role: 'council-secretary', reason: REASON, ...body };
    return play.call(told.username ?? 'hp.quantri1', 'reassignTask', { params: { id }, body: asked, key: told.key ?? randomUUID() });
  };
  const inboxOf = async (username: string): Promise<readonly string[]> =>
    (await play.call(username, 'tasks', { query: {} })).tasks.map((task) => task.name);

  it('never gives a signature of the head to anybody else, and says what to do instead', async () => {
    const list = await takers('Ký tờ trình');
    expect(list.takers.filter((one) => one.fault === null)).toEqual([]);
    expect(list.says).toContain('Bổ nhiệm người giữ chức vụ, hoặc lập ủy quyền');
    const { id: orgId } = await unit();
    await expect(hand('Ký tờ trình', { orgId, role: 'clerk' })).rejects.toMatchObject({
      code: 'stand-in-refused',
      details: { fault: 'named-by-law' },
    });
  });

  async function unit(): Promise<{ id: string }> {
    return { id: (await play.actor('gp.mn.nguoilap')).positions[0]?.orgId ?? '' };
  }

  it('offers the offices of the body that may do such a step, and says of the others why not', async () => {
    await play.does('gp.mn.thutruong', 'Ký tờ trình', dossier, { outcome: 'sign', signatureMode: 'digital' });
    await play.does('gp.mn.vanthu', 'Cấp số tờ trình', dossier, { mode: 'own' });
    const { takers: list, task, says } = await takers(INTAKE);
    expect(task).toMatchObject({
      posts: ['Chuyên viên thẩm định, UBND xã Gia Phúc'],
      status: 'open',
      about: { kind: 'dossier', id: dossier },
    });
    const by = (role: string): TakerView | undefined => list.find((one) => one.role === role);
    expect(by('council-secretary')).toMatchObject({ fault: null, says: null, roleName: 'Thư ký Hội đồng' });
    expect(by('appraiser')?.fault).toBe('has-it');
    expect([by('chair')?.fault, by('deputy-chair')?.fault, by('records-clerk')?.fault]).toEqual(['wrong-role', 'wrong-role', 'wrong-role']);
    expect(new Set(list.map((one) => one.orgId))).toEqual(new Set([commune]));
    expect(says).toBeNull();
  });

  it('is for administrators only', async () => {
    await expect(hand(INTAKE, {}, { username: 'gp.chutich' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(hand(INTAKE, {}, { username: 'gp.chuyenvien' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(play.call('gp.chutich', 'taskTakers', { params: { id: (await openTask(INTAKE)).id } })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it.each([
    ['a post that is not competent', { role: 'records-clerk' }, { code: 'stand-in-refused', details: { fault: 'wrong-role' } }],
    ['the chair who decides later', { role: 'chair' }, { code: 'stand-in-refused', details: { fault: 'wrong-role' } }],
    ['a post nobody holds', { role: 'clerk' }, { code: 'stand-in-refused', details: { fault: 'nobody-there' } }],
    ['a task that has changed', { version: 99 }, { code: 'state-conflict', details: { reason: 'task-moved' } }],
  ])('refuses %s', async (_what, body, refusal) => {
    await expect(hand(INTAKE, body)).rejects.toMatchObject(refusal);
  });

  it('refuses the office of another body', async () => {
    const orgId = (await play.actor('vx.chuyenvien')).positions[0]?.orgId ?? '';
    await expect(hand(INTAKE, { orgId, role: 'appraiser' })).rejects.toMatchObject({ details: { fault: 'nobody-there' } });
  });

  it('refuses whoever is on the list themselves', async () => {
    const { personId } = await play.actor('gp.thuky');
    await play.rows('update nominee_row set person_id = $2 where dossier_id = $1', [dossier, personId]);
    await expect(hand(INTAKE, {})).rejects.toMatchObject({ code: 'stand-in-refused', details: { fault: 'own-row' } });
    await play.rows('update nominee_row set person_id = null where dossier_id = $1', [dossier]);
  });

  it('moves nothing when it is refused', async () => {
    expect(await inboxOf('gp.chuyenvien')).toContain(INTAKE);
    expect(await play.rows('select 1 from task_reassignment')).toEqual([]);
  });

  describe('that is lawful', () => {
    const key = randomUUID();
    let before: { id: string; version: number };

    beforeAll(async () => {
      before = await openTask(INTAKE);
      await hand(INTAKE, {}, { key });
    });

    it('moves it to the inbox of the other post, with its due day', async () => {
      expect(await inboxOf('gp.thuky')).toContain(INTAKE);
      expect(await inboxOf('gp.chuyenvien')).not.toContain(INTAKE);
      const rows = await play.rows('select i.due_at = t.due_at as kept from inbox i join task t on t.id = i.task_id where t.id = $1', [
        before.id,
      ]);
      expect(rows).toEqual([{ kept: true }]);
    });

    it('happens once under its key', async () => {
      const again = await hand(INTAKE, { version: before.version }, { key });
      expect(again).toMatchObject({
        taskId: before.id,
        version: before.version + 1,
        holders: [{ title: 'Trưởng phòng Văn hóa - Xã hội' }],
      });
      expect(await play.rows('select 1 from task_reassignment where task_id = $1', [before.id])).toHaveLength(1);
    });

    it('is told in the trail and the history of the dossier with both posts and the reason', async () => {
      const { entries } = await play.call('gp.thuky', 'dossierTimeline', { params: { id: dossier } });
      const line = entries.find((entry) => entry.action === 'task-reassigned');
      expect(line).toMatchObject({ person: 'Phạm Quang Hùng', position: 'Quản trị hệ thống, Sở Khoa học và Công nghệ' });
      expect(line?.text).toBe(
        `Giao lại việc «${INTAKE}»: Chuyên viên thẩm định, UBND xã Gia Phúc → Thư ký Hội đồng, UBND xã Gia Phúc. Lý do: ${REASON}`,
      );
      const [audit] = await play.rows<{ facts: string }>(
        `select facts::text from audit where subject_type = 'dossier' and subject_id = $1 and action = 'task-reassigned'`,
        [dossier],
      );
      expect(audit?.facts).not.toContain('thai sản');
    });

    it('is told to whoever had it and to whoever has it', async () => {
      const told = async (username: string): Promise<unknown> => (await play.call(username, 'limitNotices')).reassigned;
      const notice = { taskName: INTAKE, reason: REASON, to: 'Thư ký Hội đồng, UBND xã Gia Phúc' };
      expect(await told('gp.chuyenvien')).toEqual([expect.objectContaining({ ...notice, mine: false })]);
      expect(await told('gp.thuky')).toEqual([expect.objectContaining({ ...notice, mine: true })]);
      expect(await told('gp.vanthu')).toEqual([]);
    });

    it('stops whoever still has it open and names who has it now (check 2)', async () => {
      const data = { outcome: 'accept' };
      const late = { params: { id: before.id }, body: { version: before.version, data } };
      await expect(play.call('gp.chuyenvien', 'completeTask', late)).rejects.toMatchObject({
        code: 'task-changed',
        details: { holder: expect.stringContaining('Trưởng phòng Văn hóa - Xã hội') as string },
      });
      const fresh = { params: { id: before.id }, body: { version: before.version + 1, data } };
      await expect(play.call('gp.chuyenvien', 'completeTask', fresh)).rejects.toMatchObject({ code: 'not-your-task' });
    });

    it('shows administrators the matter without its nominees', async () => {
      const seen = await play.call('hp.quantri1', 'matter', { params: { id: dossier }, query: { kind: 'dossier' } });
      expect(seen).toMatchObject({
        about: { kind: 'dossier', title: 'Đề nghị khen thưởng chuyển đổi số' },
        mayOpen: false,
        openTasks: [{ name: INTAKE, mayReassign: true, posts: ['Thư ký Hội đồng, UBND xã Gia Phúc'] }],
      });
      expect(JSON.stringify(seen)).not.toContain('Nguyễn Văn Ẩn');
      await expect(play.call('gp.chutich', 'matter', { params: { id: dossier }, query: { kind: 'dossier' } })).rejects.toMatchObject({
        code: 'forbidden',
      });
    });

    it('leaves the step to be done by its new post, and nothing to hand on afterwards', async () => {
      await play.does('gp.thuky', INTAKE, dossier, (task) => ({ ...task.values, outcome: 'accept' }));
      const asked = { version: before.version + 1, orgId: commune, role: 'appraiser', reason: REASON };
      await expect(play.call('hp.quantri1', 'reassignTask', { params: { id: before.id }, body: asked })).rejects.toMatchObject({
        code: 'state-conflict',
        details: { reason: 'task-closed' },
      });
    });
  });

  it('is asked for where nobody holds the post any more', async () => {
    const stranded = async (): Promise<AnswerOf<'strandedTasks'>['tasks']> => (await play.call('hp.quantri1', 'strandedTasks')).tasks;
    expect(await stranded()).toEqual([]);
    const other = await launch('Đề nghị khen thưởng học kỳ');
    await play.rows(
      `update position set valid_to = date '2026-03-01' where province_id = $1 and role = 'clerk' and org_id = (select org_id from dossier where id = $2)`,
      [HP, other],
    );
    expect(await stranded()).toEqual([
      expect.objectContaining({
        name: 'Hoàn thiện báo cáo thành tích',
        posts: ['Người lập hồ sơ, Trường Mầm non Hoa Sen', 'Chuyên viên thẩm định, Trường Mầm non Hoa Sen'],
        about: expect.objectContaining({ kind: 'dossier', id: other }) as object,
        mayReassign: true,
      }),
    ]);
    dossier = other;
    const { id: orgId } = await unit();
    await hand('Hoàn thiện báo cáo thành tích', { orgId, role: 'head' });
    expect(await stranded()).toEqual([]);
    await expect(play.call('gp.chutich', 'strandedTasks')).rejects.toMatchObject({ code: 'forbidden' });
  });
});

import type { AnswerOf } from '@thidua/contract';
import { RoundPlay } from '../../../../test/harness/round-play';

let harness: RoundPlay;
let submitted: string;
let drafting: string;

beforeAll(async () => {
  harness = await RoundPlay.open();
  submitted = await launch('Đề nghị khen thưởng chuyển đổi số', 'Nguyễn Văn Ẩn');
  drafting = await launch('Đề nghị khen thưởng học kỳ', 'Trần Thị Bình');
  await harness.does('gp.mn.nguoilap', 'Hoàn thiện báo cáo thành tích', submitted, (task) => ({ rows: task.values['rows'] ?? [] }));
  await harness.does('gp.mn.nguoilap', 'Ghi kết quả họp bình xét', submitted, (task) => ({
    ...{ heldAt: '2026-02-27', place: 'P', chair: 'C', secretary: 'S', invited: 9, present: 9, method: 'ballot' },
    rows: (task.values['rows'] as object[]).map((row) => ({ ...row, yes: 9, no: 0, blank: 0 })),
  }));
  await harness.does('gp.mn.thutruong', 'Ký tờ trình', submitted, { outcome: 'sign', signatureMode: 'digital' });
  await harness.does('gp.mn.vanthu', 'Cấp số tờ trình', submitted, { mode: 'own' });
}, 60_000);
afterAll(() => harness.close());

async function launch(title: string, name: string): Promise<string> {
  const orgId = (await harness.actor('gp.mn.nguoilap')).positions[0]?.orgId;
  const row = { kind: 'individual', name, title: 'Giáo viên', scope: 'inside', award: 'GK_XA', achievement: 'Nuôi dạy trẻ tốt.' };
  const body = { orgId, occasion: 'ad-hoc', year: 2026, title, rows: [row] };
  return (await harness.call('gp.mn.nguoilap', 'launchDossier', { body })).dossierId;
}

async function inbox(username: string, query: object = {}): Promise<AnswerOf<'tasks'>> {
  return harness.casework.handlers.tasks({
    params: {},
    query,
    body: undefined,
    actor: await harness.actor(username),
    key: null,
    file: null,
  });
}

describe('the inbox', () => {
  it('holds tasks without a due date too', async () => {
    const { tasks, counts } = await inbox('gp.mn.nguoilap');
    expect(tasks).toEqual([
      expect.objectContaining({
        dossierId: drafting,
        awards: ['Giấy khen của Chủ tịch UBND xã'],
        deadline: expect.objectContaining({ state: 'none' }) as object,
      }),
    ]);
    expect(counts).toEqual({ all: 1, overdue: 0, atRisk: 0, onTime: 1 });
  });

  it('counts working days to the limit of the step', async () => {
    const { tasks } = await inbox('gp.chuyenvien');
    expect(tasks).toEqual([expect.objectContaining({ dossierId: submitted, name: 'Tiếp nhận, kiểm tra thành phần hồ sơ' })]);
    expect(tasks[0]?.deadline).toMatchObject({
      dueAt: expect.stringContaining('T17:00:00+07:00') as string,
      workingDaysLeft: 3,
      legalDays: 3,
    });
  });

  it('finds a nominee without marks, and filters by what is due', async () => {
    expect((await inbox('gp.chuyenvien', { q: 'nguyen van an' })).tasks).toHaveLength(1);
    expect((await inbox('gp.chuyenvien', { q: 'tran thi binh' })).tasks).toHaveLength(0);
    expect((await inbox('gp.chuyenvien', { filter: 'overdue' })).tasks).toHaveLength(0);
    expect((await inbox('gp.chuyenvien', { filter: 'on-time' })).tasks).toHaveLength(1);
    expect((await inbox('gp.chuyenvien', { step: 'council' })).tasks).toHaveLength(0);
  });

  it('shows nothing to a stranger', async () => {
    const [task] = (await inbox('gp.chuyenvien')).tasks;
    await expect(harness.call('vx.chuyenvien', 'task', { params: { id: task?.id ?? '' } })).rejects.toEqual(
      expect.objectContaining({ code: 'not-found' }),
    );
    await expect(harness.call('mt.chuyenvien', 'task', { params: { id: task?.id ?? '' } })).rejects.toEqual(
      expect.objectContaining({ code: 'not-found' }),
    );
  });
});

describe('the role picker', () => {
  it('says what waits for everyone', async () => {
    const { accounts, password } = await harness.call('gp.mn.nguoilap', 'demoAccounts', {});
    expect(password).toBe('thidua');
    expect(accounts.find((account) => account.username === 'gp.chuyenvien')).toMatchObject({ face: 'commune', waiting: 1 });
    expect(accounts.find((account) => account.username === 'hp.quantri1')).toMatchObject({ face: 'admin' });
    expect(accounts.find((account) => account.username === 'hp.snv.giamdoc')).toMatchObject({ face: 'province' });
  });
});

describe('the wizard', () => {
  it('offers each plan’s menu by occasion, with who decides', async () => {
    const { movements, withoutMovement } = await harness.call('gp.mn.nguoilap', 'movements', {});
    expect(movements.map((movement) => movement.id).toSorted()).toEqual(['gp-binh-dan-hoc-vu-so', 'gp-dmst-cds-2025-2030']);
    const general = movements.find((one) => one.id === 'gp-dmst-cds-2025-2030')?.occasions.find((one) => one.occasion === 'unspecified');
    expect(general?.awards.find((award) => award.code === 'BK_TTG')).toMatchObject({ decider: 'Thủ tướng Chính phủ' });
    expect(general?.awards.find((award) => award.code === 'BK_TINH')?.name).toContain('thành phố');
    expect(withoutMovement.map((one) => one.occasion)).toEqual(['annual', 'ad-hoc']);
  });
});

import type { AnswerOf } from '@thidua/contract';
import { RoundPlay } from '../../../../test/harness/round-play';

jest.setTimeout(60_000);

describe('an incident', () => {
  let play: RoundPlay;
  let dossier: string;

  beforeAll(async () => {
    play = await RoundPlay.open();
    const orgId = (await play.actor('gp.mn.nguoilap')).positions[0]?.orgId;
    const row = { kind: 'individual', name: 'Nguyễn Văn Ẩn', title: '', scope: 'inside', award: 'GK_XA', achievement: 'Nuôi dạy trẻ tốt.' };
    const body = { orgId, occasion: 'ad-hoc', year: 2026, title: 'Đề nghị khen thưởng học kỳ', rows: [row] };
    dossier = (await play.call('gp.mn.nguoilap', 'launchDossier', { body })).dossierId;
    await play.does('gp.mn.nguoilap', 'Hoàn thiện báo cáo thành tích', dossier, (task) => ({ rows: task.values['rows'] ?? [] }));
    const meeting = await play.task('gp.mn.nguoilap', 'Ghi kết quả họp bình xét', dossier);
    await play.complete('gp.mn.nguoilap', meeting, {
      ...{ heldAt: '2026-02-27', place: 'P', chair: 'C', secretary: 'S', invited: 9, present: 9, method: 'ballot' },
      rows: (meeting.values['rows'] as object[]).map((one) => ({ ...one, yes: 9, no: 0, blank: 0 })),
    });
    await fail('template-unknown', 'Không có mẫu văn bản bao-cao-thanh-tich.');
  }, 60_000);
  afterAll(() => play.close());

  const admin = 'hp.quantri1';
  const fail = async (cause: string, detail: string): Promise<void> => {
    await play.jobs.giveUp(await play.claim('make-papers', dossier), cause, detail);
  };
  const list = (query: Readonly<Record<string, unknown>> = {}): Promise<AnswerOf<'incidents'>> => play.call(admin, 'incidents', { query });
  const open = async (): Promise<string> => (await list()).incidents[0]?.id ?? '';
  const one = (id: string): Promise<AnswerOf<'incident'>> => play.call(admin, 'incident', { params: { id } });
  const failed = async (): Promise<number> =>
    (await play.call(admin, 'queues')).queues.find((queue) => queue.group === 'job' && queue.name === 'make-papers')?.failed ?? 0;
  const retry = (id: string): Promise<unknown> => play.call(admin, 'retryIncident', { params: { id } });

  it('names its step, its process and the hồ sơ it stops', async () => {
    const { incidents, total, causes, processes } = await list();
    expect(incidents).toEqual([
      expect.objectContaining({
        about: { kind: 'dossier', id: dossier, code: 'HP-GP-2026-0001', title: 'Đề nghị khen thưởng học kỳ' },
        processName: 'Hồ sơ đề nghị khen thưởng',
        cause: 'template-unknown',
        resolvedAt: null,
      }),
    ]);
    expect(incidents[0]?.elementName).toMatch(/tờ trình|báo cáo/i);
    expect({ total, causes }).toEqual({ total: 1, causes: [{ cause: 'template-unknown', count: 1 }] });
    expect(processes).toEqual([{ key: 'ho-so', name: 'Hồ sơ đề nghị khen thưởng', count: 1 }]);
  });

  it('is found by cause, process, code and title, and by nothing else', async () => {
    const found = async (query: Readonly<Record<string, unknown>>): Promise<number> => (await list(query)).incidents.length;
    expect(await found({ cause: 'template-unknown' })).toBe(1);
    expect(await found({ cause: 'facts-missing' })).toBe(0);
    expect(await found({ process: 'ho-so', q: 'GP-2026' })).toBe(1);
    expect(await found({ q: 'học kỳ' })).toBe(1);
    expect(await found({ q: '100%' })).toBe(0);
    expect(await found({ state: 'resolved' })).toBe(0);
  });

  it('is nobody else’s business', async () => {
    await expect(play.call('gp.chutich', 'incidents', { query: {} })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(play.call('gp.chutich', 'incident', { params: { id: await open() } })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(one(dossier)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('tells after a retry that it is queued, that it failed again and why, and at last that it is done', async () => {
    const first = await open();
    expect(await one(first)).toMatchObject({ now: 'open', openId: first, queued: null });
    expect(await failed()).toBe(1);

    await retry(first);
    expect(await one(first)).toMatchObject({ now: 'queued', openId: null, queued: { attempts: 0, lastError: null } });
    expect((await list()).incidents).toEqual([]);
    expect((await list({ state: 'resolved' })).incidents).toEqual([expect.objectContaining({ id: first, resolvedBy: 'Phạm Quang Hùng' })]);
    await expect(retry(first)).rejects.toMatchObject({ code: 'state-conflict', details: { reason: 'incident-settled' } });

    await fail('contents-missing', 'Thiếu tên đơn vị.');
    const second = await open();
    expect(await one(first)).toMatchObject({ now: 'again', openId: second });

    await retry(second);
    await play.work();
    expect(await failed()).toBe(0);
    const { now, lines, tasks } = await one(first);
    expect(now).toBe('done');
    expect(lines.map(({ kind, cause, who }) => [kind, cause, who])).toEqual([
      ['raised', 'template-unknown', null],
      ['retried', null, 'Phạm Quang Hùng'],
      ['again', 'contents-missing', null],
      ['retried', null, 'Phạm Quang Hùng'],
    ]);
    expect(tasks).toEqual([expect.objectContaining({ name: 'Ký tờ trình', mayReassign: true })]);
  });

  it('leaves timers to be read with the hồ sơ they belong to', async () => {
    const [instance] = await play.rows<{ id: string }>('select id from process_instance where dossier_id = $1', [dossier]);
    const now = play.deps.clock.nowMs();
    for (const due of [now - 60_000, now + 3_600_000]) {
      await play.rows(
        `insert into timer (province_id, id, instance_id, element_id, due_at, org_id)
         select province_id, gen_random_uuid(), id, 'Task_TiepNhan', $2, org_id from process_instance where id = $1`,
        [instance?.id, new Date(due)],
      );
    }
    const { timers, total, due } = await play.call(admin, 'timers');
    const own = timers.filter((timer) => timer.about?.id === dossier);
    expect(own.map((timer) => [timer.kind, timer.name, timer.due])).toEqual([
      ['step', 'Tiếp nhận, kiểm tra thành phần hồ sơ', true],
      ['step', 'Tiếp nhận, kiểm tra thành phần hồ sơ', false],
    ]);
    expect(timers.map((timer) => timer.dueAt)).toEqual(timers.map((timer) => timer.dueAt).toSorted());
    expect({ total: total >= 2, due }).toEqual({ total: true, due: 1 });
    await expect(play.call('gp.chutich', 'timers')).rejects.toMatchObject({ code: 'forbidden' });
  });
});

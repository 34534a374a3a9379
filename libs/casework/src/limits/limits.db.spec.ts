import type { Pack } from '@thidua/awards';
import type { CalendarPlanPreview, DossierLimits, LimitLine } from '@thidua/contract';
import { ClockStore } from '@thidua/store';
import { HP, RoundPlay } from '../../../../test/harness/round-play';
import { received } from '../../../../test/harness/round-story';
import { noteLimit } from './note-limit';

const APPRAISAL = 'Thẩm định hồ sơ';

// A dossier's whole way is some forty transactions; the machine may be busy.
jest.setTimeout(60_000);

describe('limits and due days', () => {
  let play: RoundPlay;

  beforeAll(async () => {
    play = await RoundPlay.open();
  }, 60_000);
  afterAll(() => play.close());

  /** 9 o'clock of a day. */
  async function on(day: string): Promise<void> {
    const { database, clock } = play.deps;
    await database.inTransaction((tx) => new ClockStore(database).setTo(tx, Date.parse(`${day}T09:00:00+07:00`), { frozen: true }));
    await clock.refresh();
  }

  const limits = (dossierId: string): Promise<DossierLimits> => play.call('gp.chuyenvien', 'dossierLimits', { params: { id: dossierId } });
  const lineOf = async (dossierId: string, ruleId: string): Promise<LimitLine | undefined> =>
    (await limits(dossierId)).lines.find((line) => line.ruleId === ruleId);
  const closed = async (roundId: string): Promise<void> => play.does('gp.chuyenvien', 'Đóng nhận hồ sơ', roundId, {});
  const dueOf = async (roundId: string): Promise<string | null> =>
    (await play.task('gp.chuyenvien', APPRAISAL, roundId)).deadline.dueAt?.slice(0, 10) ?? null;

  /** Proposed by one administrator. */
  async function proposed(...days: readonly object[]): Promise<readonly string[]> {
    return (await play.call('hp.quantri1', 'proposeCalendarPlan', { body: { days, pairs: [] } })).ids;
  }

  /** Approved by the other without moving anything. */
  async function approved(ids: readonly string[], by = 'hp.quantri2'): Promise<void> {
    await play.call(by, 'settleCalendarDays', { body: { approve: ids, withdraw: [], fingerprint: 'x', moveDueDays: false } });
  }

  const NOTHING = { days: [], pairs: [], approve: [], withdraw: [] };
  const preview = (change: object): Promise<CalendarPlanPreview> =>
    play.call('hp.quantri1', 'previewCalendarPlan', { body: { ...NOTHING, ...change } });

  /** The province's reading of the pack in use, with one limit changed. */
  async function localLimit(id: string, ruleId: string, change: object): Promise<void> {
    const base = play.deps.law.effective(HP).find((pack) => pack.id === 'vn-2025-nd152');
    if (base === undefined) {
      throw new Error('the pack in use is loaded');
    }
    const content: Pack = {
      ...base,
      id: `${base.id}+${id}`,
      basedOn: base.id,
      province: HP,
      limits: base.limits.map((row) => (row.id === ruleId ? { ...row, ...change } : row)),
    };
    const pack = { id: content.id, hash: `hash-${id}`, content, from: '2025-07-01', to: '2026-09-30' };
    await play.deps.database.inTransaction((tx) => play.deps.stores.law.addPack(tx, pack, [], play.deps.clock.nowMs() + 1));
    await play.deps.law.refresh();
  }

  it('count ten working days over Tết and over 2/9 (check 25)', async () => {
    await on('2026-02-13');
    const first = await received(play, 'gp.ck', [{ name: 'A', award: 'GK_XA' }]);
    expect(await lineOf(first.dossierId, 'T-17')).toMatchObject({
      legalDays: 10,
      startedOn: '2026-02-13',
      dueOn: '2026-03-06',
      status: 'running',
    });
    await closed(first.roundId);
    expect(await dueOf(first.roundId)).toBe('2026-03-20');
    await on('2026-08-20');
    const second = await received(play, 'gp.mn', [{ name: 'B', award: 'GK_XA' }]);
    expect(await lineOf(second.dossierId, 'T-17')).toMatchObject({ dueOn: '2026-09-07' });
    expect(await lineOf(first.dossierId, 'T-17')).toMatchObject({ overdue: true });
  });

  it('move only when somebody says so, as seen, all at once and with a line each (check 25)', async () => {
    await on('2026-03-02');
    const { roundId } = await received(play, 'gp.ck', [{ name: 'C', award: 'LDTT' }], { occasion: 'annual', year: 2025 });
    await closed(roundId);
    expect(await dueOf(roundId)).toBe('2026-03-30');
    const ids = await proposed({ date: '2026-03-11', kind: 'closure', name: 'Đại hội', citation: 'Công văn số 12/UBND ngày 02/3/2026' });
    await expect(approved(ids, 'hp.quantri1')).rejects.toMatchObject({ code: 'four-eyes' });
    const before = await play.call('hp.quantri1', 'dueDayChanges');
    expect(before.changed).toBe(0);
    await approved(ids);
    expect(await dueOf(roundId)).toBe('2026-03-30');
    const seen = await play.call('hp.quantri1', 'dueDayChanges');
    const line = seen.tasks.find((task) => task.roundId === roundId);
    expect(line).toMatchObject({ ruleId: 'T-16', moved: true, oldDue: '2026-03-30T17:00:00+07:00', newDue: '2026-03-31T17:00:00+07:00' });
    const apply = (fingerprint: string): Promise<{ changed: number }> =>
      play.call('hp.quantri1', 'applyDueDayChanges', { body: { fingerprint, reason: 'Nghỉ đại hội' } });
    await expect(apply(before.fingerprint)).rejects.toMatchObject({ code: 'due-days-stale' });
    expect(await apply(seen.fingerprint)).toMatchObject({ changed: seen.changed });
    expect(await dueOf(roundId)).toBe('2026-03-31');
    const told = await play.rows<{ facts: { ruleId: string } }>(
      `select facts from audit where subject_id = $1 and subject_type = 'round' and action = 'due-day-moved'`,
      [roundId],
    );
    expect(told.map((entry) => entry.facts.ruleId)).toEqual(['T-16']);
    const after = await play.call('hp.quantri1', 'dueDayChanges');
    expect([after.changed, after.applied[0]?.reason]).toEqual([0, 'Nghỉ đại hội']);
  });

  it('move when the province changes a limit of the pack its files are pinned to', async () => {
    await localLimit('t16', 'T-16', { amount: { value: 15, unit: 'working-day' } });
    const seen = await play.call('hp.quantri1', 'dueDayChanges');
    const line = seen.tasks.find((task) => task.oldDue === '2026-03-31T17:00:00+07:00');
    expect(line).toMatchObject({ moved: true, newDue: '2026-03-24T17:00:00+07:00' });
    await play.call('hp.quantri1', 'applyDueDayChanges', { body: { fingerprint: seen.fingerprint, reason: 'Rút ngắn thời hạn' } });
    expect((await play.call('hp.quantri1', 'dueDayChanges')).changed).toBe(0);
  });

  it('are for administrators alone to recompute, and the calendar to change', async () => {
    const refused = { code: 'forbidden' };
    await expect(play.call('gp.chutich', 'dueDayChanges')).rejects.toMatchObject(refused);
    const day = { date: '2026-06-01', kind: 'closure', name: 'Nghỉ', citation: 'CV 1' };
    await expect(play.call('gp.chutich', 'proposeCalendarPlan', { body: { days: [day], pairs: [] } })).rejects.toMatchObject(refused);
    await expect(play.call('gp.chutich', 'previewCalendarPlan', { body: NOTHING })).rejects.toMatchObject(refused);
    await expect(play.call('gp.chutich', 'readCalendarFile', { body: { text: '' } })).rejects.toMatchObject(refused);
  });

  it('follow an office that is closed, a Saturday that is worked and a half day, and no longer when the day is withdrawn', async () => {
    const commune = (await play.actor('gp.chuyenvien')).positions[0]?.orgId ?? '';
    const { calendars } = play.deps;
    const cite = { name: 'N', citation: 'CV 2' };
    const ids = await proposed(
      { date: '2026-06-01', kind: 'closure', orgId: commune, ...cite },
      { date: '2026-06-06', kind: 'working-day', ...cite },
      { date: '2026-06-02', kind: 'half-day', closesAt: 11, ...cite },
    );
    await approved(ids);
    const day = (n: number): { year: number; month: number; day: number } => ({ year: 2026, month: 6, day: n });
    expect([calendars.of(HP).isWorkingDay(day(1)), calendars.of(HP, commune).isWorkingDay(day(1))]).toEqual([true, false]);
    expect([calendars.of(HP).isWorkingDay(day(6)), calendars.of(HP).closingHour(day(2))]).toEqual([true, 11]);
    expect(calendars.of('TN').isWorkingDay(day(6))).toBe(false);
    const one = { approve: [], withdraw: ids.slice(0, 1), fingerprint: 'x', moveDueDays: false };
    await play.call('hp.quantri1', 'settleCalendarDays', { body: one });
    expect(calendars.of(HP, commune).isWorkingDay(day(1))).toBe(true);
  });

  it.each([
    ['a day to work on that is worked', { date: '2026-06-03', kind: 'working-day' }, 'not-a-rest-day'],
    ['a half day without its hour', { date: '2026-06-03', kind: 'half-day' }, 'closing-hour'],
    ['an office nobody knows', { date: '2026-06-03', kind: 'closure', orgId: '01900000-0000-7000-8000-000000000001' }, 'office-unknown'],
    ['a year without a table', { date: '2040-06-01', kind: 'holiday' }, 'year-unknown'],
    ['a day that has a row', { date: '2026-06-06', kind: 'holiday' }, 'day-taken'],
  ])('refuse %s, with all days of the plan', async (_, day, code) => {
    const cite = { name: 'Nghỉ', citation: 'CV 3' };
    const days = [
      { date: '2026-06-10', kind: 'closure', ...cite },
      { ...cite, ...day },
    ];
    expect((await preview({ days })).problems).toEqual([{ date: day.date, code }]);
    await expect(proposed(...days)).rejects.toMatchObject({
      code: 'calendar-plan-refused',
      details: { problems: [{ date: day.date, code }] },
    });
    const { local } = await play.call('hp.quantri1', 'workingCalendar');
    expect(local.some((one) => one.date === '2026-06-10')).toBe(false);
  });

  it('are seen before days are saved, and move with the approval exactly as seen', async () => {
    await on('2026-07-01');
    const { roundId } = await received(play, 'gp.mn', [{ name: 'S', award: 'LDTT' }], { occasion: 'annual', year: 2025 });
    await closed(roundId);
    const due = await dueOf(roundId);
    const plan = {
      days: [{ date: '2026-07-08', kind: 'closure', name: 'Diễn tập', citation: 'Công văn số 30/UBND' }],
      pairs: [{ off: '2026-07-09', worked: '2026-07-11', name: 'Hoán đổi', citation: 'Công văn số 31/UBND' }],
    };
    const hash = async (): Promise<unknown> =>
      play.rows(`select (select md5(string_agg(t::text, ',' order by t.id)) from task t) as tasks,
        (select count(*) from calendar_day) as days, (select count(*) from audit) as lines, (select count(*) from idempotency) as answers`);
    const rows = await hash();
    const first = await preview(plan);
    const line = first.moved.find((task) => task.roundId === roundId);
    expect([line?.byDays, line?.oldDue?.slice(0, 10), first.problems]).toEqual([true, due, []]);
    expect(await hash()).toEqual(rows);
    const { ids } = await play.call('hp.quantri1', 'proposeCalendarPlan', { body: plan });
    const { local } = await play.call('hp.quantri2', 'workingCalendar');
    expect(local.filter((day) => ids.includes(day.id)).map((day) => [day.date, day.kind, day.pairDate, day.mayApprove])).toEqual([
      ['2026-07-08', 'closure', null, true],
      ['2026-07-09', 'swap-day', '2026-07-11', true],
      ['2026-07-11', 'working-day', '2026-07-09', true],
    ]);
    // One half named: the other comes along.
    const named = ids.slice(0, 2);
    const seen = await preview({ approve: named });
    expect(seen.moved).toEqual(first.moved);
    const settle = (fingerprint: string): Promise<{ days: number; moved: number }> =>
      play.call('hp.quantri2', 'settleCalendarDays', { body: { approve: named, withdraw: [], fingerprint, moveDueDays: true } });
    await expect(settle((await preview({ approve: ids.slice(0, 1) })).fingerprint)).rejects.toMatchObject({ code: 'due-days-stale' });
    expect(await settle(seen.fingerprint)).toEqual({ days: 3, moved: seen.moved.length });
    expect(await dueOf(roundId)).toBe(line?.newDue?.slice(0, 10));
    expect((await play.call('hp.quantri1', 'dueDayChanges')).applied[0]?.reason).toBe(
      'Lịch làm việc: thêm 08/07/2026 (Diễn tập), 09/07/2026 (Hoán đổi), 11/07/2026 (Hoán đổi)',
    );
    const told = await play.rows<{ action: string }>(`select action from audit where subject_type = 'calendar' and subject_id = any($1)`, [
      ids,
    ]);
    expect(told.filter((entry) => entry.action === 'calendar-day-approved')).toHaveLength(3);
  });

  it('move back when days are withdrawn, both halves of a swap together', async () => {
    const { local } = await play.call('hp.quantri1', 'workingCalendar');
    const withdraw = local.filter((day) => day.date === '2026-07-11').map((day) => day.id);
    const seen = await preview({ withdraw });
    const body = { approve: [], withdraw, fingerprint: seen.fingerprint, moveDueDays: true };
    expect((await play.call('hp.quantri1', 'settleCalendarDays', { body })).days).toBe(2);
    const days = (await play.call('hp.quantri1', 'workingCalendar')).local.map((day) => day.date);
    expect([days.includes('2026-07-09'), days.includes('2026-07-08')]).toEqual([false, true]);
    await expect(play.call('hp.quantri1', 'settleCalendarDays', { body })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('read the days of a calendar file against the tables, and say why the others are left out', async () => {
    const event = (name: string, from: string, more = ''): string =>
      `BEGIN:VEVENT\r\nSUMMARY:${name}\r\nDTSTART;VALUE=DATE:${from}\r\n${more}END:VEVENT\r\n`;
    const file = [
      event('Quốc khánh', '20260902'),
      event('Ngày hội', '20260703'),
      event('Đi làm bù', '20260718'),
      event('Hội chợ', '20260719'),
      event('Họp', '20260701', 'RRULE:FREQ=WEEKLY\r\n'),
    ].join('');
    const text = `BEGIN:VCALENDAR\r\n${file}END:VCALENDAR\r\n`;
    const read = await play.call('hp.quantri1', 'readCalendarFile', { body: { text } });
    expect(read.days.map((day) => [day.date, day.kind, day.state])).toEqual([
      ['2026-07-03', 'holiday', 'new'],
      ['2026-07-18', 'working-day', 'new'],
      ['2026-07-19', null, 'rest'],
      ['2026-09-02', 'holiday', 'known'],
    ]);
    expect(read.problems).toMatchObject([{ line: 18, name: 'Họp', text: expect.stringContaining('FREQ=WEEKLY') as string }]);
    const wrong = await play.call('hp.quantri1', 'readCalendarFile', { body: { text: '%PDF-1.7' } });
    expect([wrong.days, wrong.refusal?.slice(0, 32)]).toEqual([[], 'Tệp không phải lịch iCalendar: d']);
  });

  it('begin with the complete file: a supplement keeps them from starting, and both readings are shown (check 26)', async () => {
    await on('2026-04-01');
    const dossierId = await submitted('gp.thcs', 'D');
    const intake = 'Tiếp nhận, kiểm tra thành phần hồ sơ';
    await play.does('gp.chuyenvien', intake, dossierId, { outcome: 'supplement', missing: ['to-trinh'], reason: 'Thiếu tờ trình' });
    await on('2026-04-03');
    expect(await lineOf(dossierId, 'T-17')).toMatchObject({ status: 'not-started', dueOn: null, elapsedDays: 0 });
    await play.does('gp.thcs.nguoilap', 'Bổ sung hồ sơ', dossierId, (task) => ({ rows: task.values['rows'] ?? [] }));
    await on('2026-04-07');
    await resent('gp.thcs', dossierId);
    await play.does('gp.chuyenvien', intake, dossierId, { outcome: 'accept' });
    await on('2026-04-10');
    const { events } = await limits(dossierId);
    expect(events.map((event) => event.kind)).toEqual(['received', 'supplement-asked', 'supplement-received', 'complete']);
    const line = await lineOf(dossierId, 'T-17');
    expect(line).toMatchObject({
      onSupplement: 'restart',
      onOpinion: 'none',
      legalDays: 10,
      startedOn: '2026-04-07',
      dueOn: '2026-04-21',
      elapsedDays: 3,
    });
    expect(line?.readings.map(({ from, elapsedDays, dueOn }) => [from, elapsedDays, dueOn])).toEqual([
      ['received', 7, '2026-04-15'],
      ['complete', 3, '2026-04-21'],
    ]);
    expect(line?.citation).not.toBe('');
  });

  it('stand for an opinion only where the row says so, and for a held nominee alone (check 26)', async () => {
    await on('2026-05-05');
    const { dossierId } = await received(play, 'gp.mn', [
      { name: 'E', award: 'GK_XA' },
      { name: 'F', award: 'GK_XA' },
    ]);
    const note = (kind: 'opinion-asked' | 'opinion-received' | 'held' | 'released', rowId: string | null = null): Promise<void> =>
      play.deps.database.inTransaction((tx) =>
        noteLimit(play.deps, tx, { provinceId: HP, dossierId, rowId, kind, atMs: play.deps.clock.nowMs() }),
      );
    await on('2026-05-06');
    await note('opinion-asked');
    const [row] = await play.rows<{ id: string }>('select id from nominee_row where dossier_id = $1 and seq = 1', [dossierId]);
    await note('held', row?.id ?? '');
    await on('2026-05-12');
    const held = (await limits(dossierId)).lines.filter((line) => line.ruleId === 'T-17');
    expect(held.map(({ rowSeqs, status, dueOn, elapsedDays }) => [rowSeqs, status, dueOn, elapsedDays])).toEqual([
      [[1], 'paused', null, 1],
      [[2], 'running', '2026-05-19', 5],
    ]);
    await note('released', row?.id ?? '');
    const after = (await limits(dossierId)).lines.filter((line) => line.ruleId === 'T-17');
    expect(after.map(({ rowSeqs, status, dueOn }) => [rowSeqs, status, dueOn])).toEqual([
      [[1], 'running', '2026-05-25'],
      [[2], 'running', '2026-05-19'],
    ]);
  });

  it('pause from receipt where the province writes so, with no change of code (check 26)', async () => {
    await on('2026-05-18');
    await localLimit('t17', 'T-17', { startsAt: 'received', onSupplement: 'pause', onOpinion: 'pause' });
    const { dossierId, roundId } = await received(play, 'gp.thcs', [{ name: 'G', award: 'GK_XA' }]);
    await closed(roundId);
    expect(await dueOf(roundId)).toBe('2026-06-12');
    const note = (kind: 'opinion-asked' | 'opinion-received', about: object): Promise<void> =>
      play.deps.database.inTransaction((tx) => noteLimit(play.deps, tx, { provinceId: HP, kind, atMs: play.deps.clock.nowMs(), ...about }));
    await on('2026-05-20');
    await note('opinion-asked', { dossierId });
    expect(await lineOf(dossierId, 'T-17')).toMatchObject({ status: 'paused', dueOn: null, onOpinion: 'pause' });
    await on('2026-05-22');
    await note('opinion-received', { dossierId });
    expect(await lineOf(dossierId, 'T-17')).toMatchObject({ status: 'running', startedOn: '2026-05-18', dueOn: '2026-06-03' });
  });

  it('tell the latest safe day for an award, back from a session', async () => {
    await on('2026-03-02');
    const { plans } = await play.call('hp.snv.chuyenvien', 'latestSafeDays', { query: { award: 'CSTDTQ', council: '2026-09-15' } });
    expect(plans[0]?.steps.map((step) => step.ruleId)).toContain('T-06');
    expect(plans[0]?.steps.map((step) => step.endOn).at(0)).toBe('2026-09-15');
    expect(plans[0]?.passed).toBe(false);
  });

  it('stay with the pack of the day of receipt when it lapses; a new dossier is under the next one (check 23)', async () => {
    const packOf = async (dossierId: string): Promise<string | undefined> =>
      (await play.call('gp.chuyenvien', 'dossier', { params: { id: dossierId } })).pack?.id;
    await on('2027-02-26');
    const before = await received(play, 'gp.ck', [{ name: 'H', award: 'GK_XA' }], { year: 2027 });
    await on('2027-03-02');
    const after = await received(play, 'gp.mn', [{ name: 'I', award: 'GK_XA' }], { year: 2027 });
    expect([await packOf(before.dossierId), await packOf(after.dossierId)]).toEqual(['vn-2026-l2026', 'vn-2027-next-mo-phong']);
    expect(after.roundId).not.toBe(before.roundId);
    expect(await lineOf(before.dossierId, 'T-17')).toMatchObject({ startedOn: '2027-02-26', dueOn: '2027-03-12' });
  });

  it('warn of the next year from 1 October, and of a year without a table', async () => {
    await on('2026-09-30');
    const noticed = async (): Promise<readonly string[]> =>
      (await play.call('hp.quantri1', 'workingCalendar')).notices.map((notice) => `${notice.kind} ${String(notice.year)}`);
    expect(await noticed()).toEqual(['unconfirmed 2026']);
    await on('2026-10-01');
    expect(await noticed()).toEqual(['unconfirmed 2026', 'unconfirmed 2027']);
    await on('2031-10-01');
    expect(await noticed()).toContain('year-missing 2032');
  });

  /** A dossier at the commune's desk that nobody has looked at. */
  async function submitted(unit: string, name: string): Promise<string> {
    const clerk = await play.actor(`${unit}.nguoilap`);
    const row = {
      kind: 'individual',
      name,
      title: 'Nhân viên',
      scope: 'inside',
      award: 'GK_XA',
      achievement: `Thành tích xuất sắc của ${name} trong năm.`,
    };
    const { dossierId } = await play.call(`${unit}.nguoilap`, 'launchDossier', {
      body: { orgId: clerk.positions[0]?.orgId, occasion: 'ad-hoc', year: 2026, title: `Đề nghị khen thưởng ${name}`, rows: [row] },
    });
    await play.does(`${unit}.nguoilap`, 'Hoàn thiện báo cáo thành tích', dossierId, (task) => ({ rows: task.values['rows'] ?? [] }));
    await play.does(`${unit}.nguoilap`, 'Ghi kết quả họp bình xét', dossierId, (task) => ({
      heldAt: '2026-03-27',
      place: 'Phòng họp',
      chair: 'Thủ trưởng',
      secretary: 'Thư ký',
      invited: 5,
      present: 5,
      method: 'ballot',
      rows: (Array.isArray(task.values['rows']) ? task.values['rows'] : []).map((one) => ({ ...(one as object), yes: 5, no: 0, blank: 0 })),
    }));
    await resent(unit, dossierId);
    return dossierId;
  }

  async function resent(unit: string, dossierId: string): Promise<void> {
    const open = await play.rows<{ name: string }>(`select name from task where status = 'open' and dossier_id = $1`, [dossierId]);
    if (open.some((task) => task.name === 'Ký tờ trình')) {
      await play.does(`${unit}.thutruong`, 'Ký tờ trình', dossierId, { outcome: 'sign', signatureMode: 'digital' });
      await play.does(`${unit}.vanthu`, 'Cấp số tờ trình', dossierId, { mode: 'own' });
    }
  }
});

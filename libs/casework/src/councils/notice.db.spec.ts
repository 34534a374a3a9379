import type { CouncilSessionView, SessionPlanView } from '@thidua/contract';
import { dayOf, formatLocalDate, isoOf } from '@thidua/kernel';
import { randomUUID } from 'node:crypto';
import { RoundPlay } from '../../../../test/harness/round-play';
import { appraised, PROVINCE, received } from '../../../../test/harness/round-story';
import { openRoundFor } from '../rounds/open-round-for';

jest.setTimeout(60_000);

const OPEN = 'Mở phiên họp Hội đồng';

/** Acceptance check 18 of product.md: T-01, and the quorum of a provincial council (V-13). */
describe('a row whose public notice is short', () => {
  let play: RoundPlay;
  let roundId: string;
  let short: string;
  let free: string;

  beforeAll(async () => {
    play = await RoundPlay.open();
    const { dossierId } = await received(play, 'gp.ck', [
      { name: 'Toàn quốc', award: 'GK_XA' },
      { name: 'Bằng khen', award: 'GK_XA' },
    ]);
    await play.rows(
      `with x as (update nominee_row set award = case name when 'Toàn quốc' then 'CSTDTQ' else 'BK_TINH' end, stage = 'TINH' where dossier_id = $1) select 1`,
      [dossierId],
    );
    const rows = await play.rows<{ id: string; name: string }>('select id, name from nominee_row where dossier_id = $1', [dossierId]);
    short = rows.find((row) => row.name === 'Toàn quốc')?.id ?? '';
    free = rows.find((row) => row.name === 'Bằng khen')?.id ?? '';
    const [province] = await play.rows<{ id: string; pack: string }>(
      `select o.id, (select pack_hash from dossier where id = $1) as pack from org o where o.province_id = 'HP' and o.kind = 'province'`,
      [dossierId],
    );
    const { deps } = play;
    const wanted = {
      provinceId: 'HP',
      level: 'TINH' as const,
      orgId: province?.id ?? '',
      occasion: 'annual',
      movementId: null,
      year: 2026,
    };
    const opened = await deps.database.inTransaction((tx) =>
      openRoundFor(deps, tx, { ...wanted, packHash: province?.pack ?? '', nowMs: deps.clock.nowMs(), rowIds: rows.map((row) => row.id) }),
    );
    roundId = opened.id;
    await appraised(play, PROVINCE, roundId);
  }, 60_000);
  afterAll(() => play.close());

  const plan = async (): Promise<SessionPlanView> => {
    const handler = play.casework.handlers.sessionPlan as unknown as (asked: object) => Promise<SessionPlanView>;
    const actor = await play.actor(PROVINCE.secretary);
    return handler({ params: { id: roundId }, query: {}, body: undefined, actor, key: null, file: null });
  };
  const noticeOf = async (): Promise<SessionPlanView['items'][number]['notice'] | undefined> =>
    (await plan()).items.find((item) => item.rowId === short)?.notice;
  const open = async (more: object = {}): Promise<void> => {
    const closesAt = isoOf(play.deps.clock.nowMs() + 7_200_000);
    await play.does(PROVINCE.secretary, OPEN, roundId, { place: 'Phòng họp', closesAt, ...more });
  };
  const today = (): string => formatLocalDate(dayOf(play.deps.clock.nowMs()));

  it('cannot be on the agenda before it is published; the day it becomes possible is told', async () => {
    expect(today()).toBe('2026-03-02');
    // Ten working days from Monday 2 March 2026, the first not counted: Monday 16 March.
    expect(await noticeOf()).toMatchObject({
      ruleId: 'T-01',
      ok: false,
      why: 'not-published',
      publishedOn: null,
      possibleOn: '2026-03-16',
    });
    expect((await plan()).items.map((item) => [item.rowId === short, item.onAgenda])).toEqual(
      expect.arrayContaining([
        [true, false],
        [false, true],
      ]),
    );
    await expect(open()).rejects.toMatchObject({
      code: 'notice-too-short',
      details: {
        ruleId: 'T-01',
        citation: 'khoản 2 Điều 44 Nghị định số 152/2025/NĐ-CP',
        possibleOn: '2026-03-16',
        names: 'Toàn quốc',
        rowIds: [short],
      },
    });
  });

  it('may be on it once the notice has run ten working days and its comments are handled, and not a day sooner', async () => {
    const notice = randomUUID();
    const person = (await play.actor(PROVINCE.secretary)).personId;
    const { database, stores, clock } = play.deps;
    const published = { publishedOn: '2026-03-02', untilOn: '2026-03-16', channels: ['web'], token: 'cong-khai', ruleId: 'T-01' };
    await database.inTransaction((tx) =>
      stores.notices.publish(tx, 'HP', { ...published, id: notice, roundId, rowIds: [short], by: person, atMs: clock.nowMs() }),
    );
    await play.advance(11 * 86_400_000);
    expect(today()).toBe('2026-03-13');
    expect(await noticeOf()).toMatchObject({ ok: false, why: 'running', publishedOn: '2026-03-02', possibleOn: '2026-03-16' });
    await expect(open()).rejects.toMatchObject({ code: 'notice-too-short', details: { possibleOn: '2026-03-16', why: 'running' } });
    await play.advance(3 * 86_400_000);
    expect(await noticeOf()).toMatchObject({ ok: false, why: 'comments-open' });
    await play.rows(
      `with n as (update public_notice set closed_at = $2, closed_by = $3, summary = 'Không có ý kiến' where id = $1) select 1`,
      [notice, new Date(play.deps.clock.nowMs()), person],
    );
    expect(await noticeOf()).toMatchObject({ ok: true });
    expect((await plan()).items.every((item) => item.onAgenda)).toBe(true);
  });

  it('meets as the full council because of it, with 80 % of eleven members there (V-13)', async () => {
    const { body, total, quorum, members } = await plan();
    expect([body, total]).toEqual(['full', 11]);
    expect(quorum).toMatchObject({ ruleId: 'V-13b', needed: 9, present: 11, met: true, confirmed: false });
    const absent = members.slice(-3).map((member) => member.personId);
    await expect(open({ absent })).rejects.toMatchObject({
      code: 'quorum-not-met',
      details: { present: 8, needed: 9, total: 11, ruleId: 'V-13b' },
    });
  });

  it('is carried over when the secretary leaves it off; what is left meets in the standing body of six', async () => {
    await open({ leaveOff: [short] });
    const { sessionId } = await play.call(PROVINCE.secretary, 'round', { params: { id: roundId } });
    const session: CouncilSessionView = await play.call(PROVINCE.secretary, 'councilSession', { params: { id: sessionId ?? '' } });
    expect([session.body, session.total, session.items.map((item) => item.rowId)]).toEqual(['standing', 6, [free]]);
    expect(session.quorum).toEqual({ present: 6, needed: 5, ruleId: 'V-13b' });
  });
});

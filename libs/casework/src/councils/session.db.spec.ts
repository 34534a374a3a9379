import { pdfWith } from '../../../../test/harness/attachment-files';
import type { Pack, QuorumRow } from '@thidua/awards';
import type { CouncilSessionView, SessionPlanView, TaskView } from '@thidua/contract';
import { fraction, isoOf, localDate, type JsonObject } from '@thidua/kernel';
import { Sweeper } from '@thidua/runtime';
import { FactsStore } from '@thidua/store';
import { RoundPlay } from '../../../../test/harness/round-play';
import { appraised, COMMUNE, COMMUNE_MEMBERS, counted, received, sessionOpened, team, voted } from '../../../../test/harness/round-story';

// A dossier's whole way is some forty transactions; the machine may be busy.
jest.setTimeout(60_000);

const OPEN = 'Mở phiên họp Hội đồng';
const COUNT = 'Kiểm phiếu, lập biên bản';

/** Acceptance checks 15, 16 and 17 of product.md, and what law.md 4 asks of a session (V-05, V-12 to V-15, R-07). */
describe('a council session', () => {
  let play: RoundPlay;

  beforeAll(async () => {
    play = await RoundPlay.open();
  }, 60_000);
  afterAll(() => play.close());

  /** Rows before the commune's council of nine, whatever the award. */
  async function before(rows: readonly { name: string; award?: string; personId?: string; kind?: 'collective' }[]): Promise<string> {
    const { roundId, dossierId } = await received(
      play,
      'gp.ck',
      rows.map((row) => ({ ...row, award: 'GK_XA' })),
    );
    for (const { name, award } of rows.filter((row) => row.award !== undefined)) {
      await play.rows('update nominee_row set award = $3 where dossier_id = $1 and name = $2 returning id', [dossierId, name, award]);
    }
    await appraised(play, COMMUNE, roundId);
    return roundId;
  }

  const plan = (username: string, roundId: string, query: object = {}): Promise<SessionPlanView> => {
    const handler = play.casework.handlers.sessionPlan as unknown as (asked: object) => Promise<SessionPlanView>;
    return play.actor(username).then((actor) => handler({ params: { id: roundId }, query, body: undefined, actor, key: null, file: null }));
  };
  const view = (username: string, id: string): Promise<CouncilSessionView> => play.call(username, 'councilSession', { params: { id } });
  const personOf = async (username: string): Promise<string> => (await play.actor(username)).personId;
  const declare = (username: string, roundId: string, body: object): Promise<unknown> =>
    play.call(username, 'declareRecusal', { params: { id: roundId }, body: { reason: 'Người thân của người được đề nghị', ...body } });
  const opening = async (roundId: string, more: JsonObject = {}): Promise<void> => {
    const closesAt = isoOf(play.deps.clock.nowMs() + 7_200_000);
    await play.does('gp.thuky', OPEN, roundId, { place: 'Phòng họp', closesAt, ...more });
  };

  /** The law of a round changed for a moment, as another pack would have it. */
  async function underPack(change: (pack: Pack) => Pack, work: () => Promise<void>): Promise<void> {
    const packs = play.deps.law.packs as Map<string, Pack>; // the book of the process is a map; only tests write in it
    const kept = [...packs];
    try {
      for (const [hash, pack] of kept) {
        packs.set(hash, change(pack));
      }
      await work();
    } finally {
      for (const [hash, pack] of kept) {
        packs.set(hash, pack);
      }
    }
  }
  const withQuorum = (share: QuorumRow['share']): ((pack: Pack) => Pack) => {
    const row: QuorumRow = {
      ...{
        id: 'V-13',
        awards: [],
        levels: ['XA'],
        share,
        text: 'x',
        citation: 'điểm b khoản 4 Điều 8 Quy chế',
        confirmed: false,
        source: 'S24',
      },
      ...{ note: null, province: null, effectiveFrom: localDate(2024, 1, 1), effectiveTo: null },
    };
    return (pack) => ({ ...pack, quorums: [row] });
  };

  describe('check 15: nine members', () => {
    it('fails 90 % and passes 80 % with eight votes, and both stand in the facts of the minutes', async () => {
      const roundId = await before([
        { name: 'Toàn quốc', award: 'CSTDTQ' },
        { name: 'Cờ', award: 'COCP', kind: 'collective' },
      ]);
      const sessionId = await sessionOpened(play, COMMUNE, roundId);
      for (const member of COMMUNE_MEMBERS) {
        await voted(play, member, sessionId, () => (member === 'gp.uyvien6' ? 'no' : 'yes'));
      }
      await counted(play, 'gp.thuky', roundId);
      const { items, team: counters } = await view('gp.uyvien1', sessionId);
      expect(items.map((item) => [item.name, item.ruleId, item.count?.sentence])).toEqual(
        expect.arrayContaining([
          ['Toàn quốc', 'V-01', 'Không đạt (88,9% < 90%)'],
          ['Cờ', 'V-02', 'Đạt (88,9% ≥ 80%)'],
        ]),
      );
      expect(counters).toHaveLength(3);
      expect(counters.filter((one) => one.head)).toHaveLength(1);
      const rows = await play.rows<{ name: string; outcome: string }>(
        'select n.name, w.outcome from round_row w join nominee_row n on n.id = w.row_id where w.round_id = $1 order by 1',
        [roundId],
      );
      expect(rows).toEqual([
        { name: 'Cờ', outcome: 'recommended' },
        { name: 'Toàn quốc', outcome: 'not-recommended' },
      ]);
      const facts = await new FactsStore(play.deps.database).session('HP', roundId);
      expect(facts).toMatchObject({
        ...{ total: 9, present: 9 },
        ballots: { issued: 9, returned: 9, valid: 9, invalid: 0, written: 0 },
        items: [
          { yes: 8, no: 1, recused: 0, secret: true },
          { yes: 8, no: 1, recused: 0, secret: true },
        ],
      });
      expect(facts?.team.map((one) => one.head)).toEqual([true, false, false]);
    });

    it('wants three to count, none of them on the agenda', async () => {
      const roundId = await before([{ name: 'Ủy viên', personId: await personOf('gp.uyvien1') }, { name: 'B' }]);
      const sessionId = await sessionOpened(play, COMMUNE, roundId);
      for (const member of COMMUNE_MEMBERS) {
        await voted(play, member, sessionId);
      }
      const task = await play.task('gp.thuky', COUNT, roundId);
      const offered = (task.context['countingTeam'] as { value: string }[]).map((one) => one.value);
      expect(offered).toHaveLength(8);
      expect(offered).not.toContain(await personOf('gp.uyvien1'));
      const alone = play.complete('gp.thuky', task, { head: offered[0] ?? '' });
      await expect(alone).rejects.toMatchObject({ code: 'form-invalid', details: { problems: [{ path: 'team', code: 'too-few' }] } });
      await play.complete('gp.thuky', task, team(task));
      expect((await view('gp.uyvien2', sessionId)).items.map((item) => item.count?.yes)).toEqual([8, 9]);
    });
  });

  describe('check 16: conflicts of interest before the session opens', () => {
    it('says in red that nine with one recused cannot reach 90 %, keeps the total, and takes no declaration after the opening', async () => {
      const roundId = await before([
        { name: 'Toàn quốc', award: 'CSTDTQ' },
        { name: 'Khen', award: 'GK_XA' },
      ]);
      const clear = await plan('gp.thuky', roundId);
      expect(clear.items.find((item) => item.award === 'CSTDTQ')).toMatchObject({ feasible: true, needed: 9, recused: [] });
      const rowId = clear.items.find((item) => item.award === 'CSTDTQ')?.rowId ?? '';
      await expect(declare('gp.chuyenvien', roundId, { rowIds: [rowId] })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(declare('hp.snv.thuky', roundId, { rowIds: [rowId] })).rejects.toMatchObject({ code: 'not-found' });
      await expect(declare('gp.uyvien2', roundId, { rowIds: [roundId] })).rejects.toMatchObject({ code: 'form-invalid' });
      await declare('gp.uyvien1', roundId, { rowIds: [rowId] });

      const red = await plan('gp.thuky', roundId);
      expect(red.total).toBe(9);
      expect(red.items.map((item) => [item.award, item.feasible, item.line])).toEqual(
        expect.arrayContaining([
          ['CSTDTQ', false, 'Tổng 9; cần 9 phiếu cho ngưỡng 90%; 1 không biểu quyết do xung đột lợi ích: không thể đạt.'],
          ['GK_XA', true, 'Tổng 9; cần 5 phiếu để quá bán: có thể đạt.'],
        ]),
      );
      expect(red.recusals).toMatchObject([
        { bySelf: true, rowId, name: 'Toàn quốc', reason: 'Người thân của người được đề nghị', ruling: null },
      ]);

      await opening(roundId);
      const sessionId = (await play.call('gp.thuky', 'round', { params: { id: roundId } })).sessionId ?? '';
      await expect(declare('gp.uyvien2', roundId, { rowIds: [rowId] })).rejects.toMatchObject({ code: 'recusal-too-late' });
      const mine = await view('gp.uyvien1', sessionId);
      expect(mine.items.find((item) => item.rowId === rowId)).toMatchObject({ recused: true, feasible: false, ownRow: false });
      for (const member of COMMUNE_MEMBERS) {
        await voted(play, member, sessionId);
      }
      await counted(play, 'gp.thuky', roundId);
      const { items } = await view('gp.uyvien1', sessionId);
      expect(items.find((item) => item.rowId === rowId)?.count).toMatchObject({ yes: 8, total: 9, sentence: 'Không đạt (88,9% < 90%)' });
      expect(items.find((item) => item.rowId !== rowId)?.count).toMatchObject({ yes: 9, total: 9 });
    });

    it('can reach 90 % with ten members', async () => {
      const [council] = await play.rows<{ id: string }>(
        `select c.id from council c join org o on o.province_id = c.province_id and o.id = c.org_id where c.province_id = 'HP' and o.name like '%Gia Phúc%'`,
      );
      const person = await personOf('gp.chuyenvien');
      const [position] = (await play.actor('gp.chuyenvien')).positions;
      const tenth = [council?.id, person, position?.id];
      await play.rows(
        `insert into council_member (province_id, council_id, person_id, position_id, role, standing) values ('HP', $1, $2, $3, 'member', false) returning 1`,
        tenth,
      );
      try {
        const roundId = await before([{ name: 'Toàn quốc', award: 'CSTDTQ' }]);
        await declare('gp.uyvien1', roundId, {});
        expect((await plan('gp.thuky', roundId)).items).toMatchObject([
          { feasible: true, line: 'Tổng 10; cần 9 phiếu cho ngưỡng 90%; 1 không biểu quyết do xung đột lợi ích: có thể đạt.' },
        ]);
      } finally {
        await play.rows('delete from council_member where council_id = $1 and person_id = $2 returning 1', tenth.slice(0, 2));
      }
    });

    it('lets the secretary record it for a member and the chair decline it; a declined one does not bind', async () => {
      const roundId = await before([{ name: 'A', award: 'CSTDTQ' }]);
      await declare('gp.thuky', roundId, { personId: await personOf('gp.uyvien3') });
      const [one] = (await plan('gp.chutich', roundId)).recusals;
      expect(one).toMatchObject({ bySelf: false, rowId: null });
      const rule = (username: string, accepted: boolean): Promise<unknown> =>
        play.call(username, 'ruleOnRecusal', { params: { id: roundId }, body: { recusalId: one?.id, accepted } });
      await expect(rule('gp.uyvien1', false)).rejects.toMatchObject({ code: 'forbidden' });
      await rule('gp.chutich', false);
      const after = await plan('gp.uyvien3', roundId);
      expect(after.recusals).toMatchObject([{ mine: true, ruling: 'declined' }]);
      expect(after.items).toMatchObject([{ feasible: true, recused: [] }]);
      await rule('gp.chutich', true);
      expect((await plan('gp.uyvien3', roundId)).items).toMatchObject([{ feasible: false }]);
    });
  });

  describe('check 17: the roll is frozen and the ballot secret', () => {
    it('goes on as it was when members leave and join after the opening', async () => {
      const roundId = await before([{ name: 'A' }]);
      const sessionId = await sessionOpened(play, COMMUNE, roundId);
      const left = await personOf('gp.uyvien5');
      const [removed] = await play.rows<{ council_id: string; position_id: string; role: string; standing: boolean }>(
        `with gone as (delete from council_member where person_id = $1 returning council_id, position_id, role, standing) select * from gone`,
        [left],
      );
      try {
        for (const member of COMMUNE_MEMBERS) {
          await voted(play, member, sessionId);
        }
        const { roll, total, votedCount } = await view('gp.chutich', sessionId);
        expect([roll.length, total, votedCount]).toEqual([9, 9, 9]);
        await counted(play, 'gp.thuky', roundId);
        expect((await view('gp.chutich', sessionId)).items[0]?.count).toMatchObject({ yes: 9, total: 9, share: '100%' });
      } finally {
        await play.rows(
          `insert into council_member (province_id, council_id, person_id, position_id, role, standing) values ('HP', $1, $2, $3, $4, $5) returning 1`,
          [removed?.council_id, left, removed?.position_id, removed?.role, removed?.standing],
        );
      }
    });

    it('shows the administrator no more than anybody, before and after: no count, no vote of a person', async () => {
      const roundId = await before([{ name: 'A' }]);
      const sessionId = await sessionOpened(play, COMMUNE, roundId);
      for (const member of COMMUNE_MEMBERS) {
        await voted(play, member, sessionId, () => (member === 'gp.uyvien4' ? 'no' : 'yes'));
      }
      const [admin] = await play.rows<{ username: string }>(
        `select a.username from account a join position p on p.province_id = a.province_id and p.person_id = a.person_id
         where a.province_id = 'HP' and p.role = 'admin' limit 1`,
      );
      const asked = view(admin?.username ?? '', sessionId);
      await asked.then(
        (seen) => {
          expect(seen.items.map((item) => item.count)).toEqual([null]);
        },
        (refused: unknown) => {
          expect(refused).toMatchObject({ code: 'not-found' });
        },
      );
      await counted(play, 'gp.thuky', roundId);
      const [item] = (await view('gp.thuky', sessionId)).items;
      expect(item?.count).toMatchObject({ yes: 8, no: 1 });
      expect(item?.openVotes).toEqual([]);
      expect(await play.rows('select 1 from open_vote where session_id = $1', [sessionId])).toEqual([]);
    });

    it('keeps who voted what of an award the pack votes on openly, and tells it with the result only', async () => {
      await underPack(
        (pack) => ({ ...pack, ballots: pack.ballots.map((row) => ({ ...row, secret: row.id !== 'V-10' })) }),
        async () => {
          const roundId = await before([
            { name: 'Khen', award: 'GK_XA' },
            { name: 'Kín', award: 'CSTDCS' },
          ]);
          const sessionId = await sessionOpened(play, COMMUNE, roundId);
          for (const member of COMMUNE_MEMBERS) {
            await voted(play, member, sessionId, () => (member === 'gp.uyvien4' ? 'no' : 'yes'));
          }
          const openVotes = async (): Promise<number[]> => (await view('gp.uyvien1', sessionId)).items.map((item) => item.openVotes.length);
          expect(await openVotes()).toEqual([0, 0]);
          await counted(play, 'gp.thuky', roundId);
          const { items } = await view('gp.uyvien1', sessionId);
          const [open, secret] = [items.find((item) => !item.secret), items.find((item) => item.secret)];
          expect(open?.openVotes.filter((one) => one.vote === 'no')).toHaveLength(1);
          expect([open?.openVotes.length, secret?.openVotes.length]).toEqual([9, 0]);
        },
      );
    });
  });

  describe('quorum', () => {
    it('refuses to open without it, with the numbers and the rule; postponed, it opens on the new day', async () => {
      await underPack(withQuorum(fraction(4, 5)), async () => {
        const roundId = await before([{ name: 'A' }]);
        const absent = await Promise.all(['gp.uyvien5', 'gp.uyvien6'].map(personOf));
        expect((await plan('gp.thuky', roundId, { absent: absent.join(',') })).quorum).toMatchObject({ present: 7, needed: 8, met: false });
        await expect(opening(roundId, { absent })).rejects.toMatchObject({
          code: 'quorum-not-met',
          details: { present: 7, needed: 8, total: 9, ruleId: 'V-13', citation: 'điểm b khoản 4 Điều 8 Quy chế' },
        });
        const nextAt = isoOf(play.deps.clock.nowMs() + 3 * 86_400_000);
        const postpone = (username: string): Promise<unknown> =>
          play.call(username, 'postponeSession', {
            params: { id: roundId },
            body: { nextAt, reason: 'Chưa đủ thành viên dự họp', absent },
          });
        await expect(postpone('gp.uyvien1')).rejects.toMatchObject({ code: 'forbidden' });
        await postpone('gp.thuky');
        expect((await plan('gp.uyvien1', roundId)).postponements).toEqual([
          { reason: 'Chưa đủ thành viên dự họp', nextAt, present: 7, needed: 8, total: 9 },
        ]);
        await play.advance(3 * 86_400_000);
        await opening(roundId, { absent: absent.slice(1) });
        const { sessionId } = await play.call('gp.thuky', 'round', { params: { id: roundId } });
        expect((await view('gp.uyvien1', sessionId ?? '')).quorum).toEqual({ present: 8, needed: 8, ruleId: 'V-13' });
      });
    });

    it('lets a session whose members left be postponed, its ballots unread, and never one a quorum has voted in', async () => {
      await underPack(withQuorum(fraction(2, 3)), async () => {
        const roundId = await before([{ name: 'A' }]);
        const sessionId = await sessionOpened(play, COMMUNE, roundId);
        for (const member of COMMUNE_MEMBERS.slice(0, 5)) {
          await voted(play, member, sessionId);
        }
        await play.advance(3 * 3_600_000);
        await fireTimers();
        const task = await play.task('gp.thuky', COUNT, roundId);
        const nextAt = isoOf(play.deps.clock.nowMs() + 86_400_000);
        const away = { postpone: true, nextAt, opinions: 'Bốn thành viên có việc đột xuất.' };
        await play.complete('gp.thuky', task, away);
        await play.work();
        expect(await play.rows('select status from council_session where id = $1', [sessionId])).toEqual([{ status: 'postponed' }]);
        expect(await play.rows('select sum(n)::int as n from ballot_count where session_id = $1', [sessionId])).toEqual([{ n: 0 }]);

        await opening(roundId);
        const second = (await play.call('gp.thuky', 'round', { params: { id: roundId } })).sessionId ?? '';
        expect(second).not.toBe(sessionId);
        for (const member of COMMUNE_MEMBERS) {
          await voted(play, member, second);
        }
        const again = await play.task('gp.thuky', COUNT, roundId);
        const later = { ...away, nextAt: isoOf(play.deps.clock.nowMs() + 86_400_000) };
        await expect(play.complete('gp.thuky', again, later)).rejects.toMatchObject({
          code: 'state-conflict',
          details: { reason: 'quorum-took-part', voted: 9, needed: 6 },
        });
      });
    });
  });

  /** The sweeper's part: timers that are due. */
  const fireTimers = (): Promise<number> => new Sweeper(play.deps).fireDueTimers(50);

  describe('written opinions of absent members', () => {
    const choicesFor = (seen: CouncilSessionView, vote: string): JsonObject =>
      Object.fromEntries(seen.items.filter((item) => !item.ownRow && !item.recused).map((item) => [item.id, vote]));

    it('warns before a lone one is sent, seals it, and counts it in the same total', async () => {
      const roundId = await before([{ name: 'A' }, { name: 'B' }]);
      const sessionId = await sessionOpened(play, COMMUNE, roundId, ['gp.uyvien5', 'gp.uyvien6']);
      const seen = await view('gp.uyvien5', sessionId);
      expect(seen.myBallot).toBe('write');
      expect(seen.secrecy).toMatchObject({ atRisk: true, sent: 0, asked: 2 });
      expect(seen.secrecy?.sentence).toContain('Đã có 0/2 ý kiến bằng văn bản');
      const send = (username: string, body: object, key?: string): Promise<unknown> =>
        play.call(username, 'writeOpinion', { params: { id: sessionId }, body, ...(key === undefined ? {} : { key }) });
      const choices = choicesFor(seen, 'yes');
      await expect(send('gp.uyvien5', { choices })).rejects.toMatchObject({
        code: 'secrecy-not-acknowledged',
        details: { sent: 0, asked: 2 },
      });
      await expect(send('gp.uyvien1', { choices, acknowledged: true })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(send('gp.uyvien5', { choices: {}, acknowledged: true })).rejects.toMatchObject({ code: 'vote-incomplete' });
      await send('gp.uyvien5', { choices, acknowledged: true }, '01900000-0000-7000-8000-0000000000aa');
      await expect(send('gp.uyvien5', { choices, acknowledged: true })).rejects.toMatchObject({ code: 'already-voted' });

      const next = await view('gp.uyvien6', sessionId);
      expect(next.secrecy).toMatchObject({ atRisk: false, sent: 1, asked: 2 });
      expect(next.opinions).toMatchObject([{ kind: 'typed', opened: false }]);
      await send('gp.uyvien6', { choices: choicesFor(next, 'no') });

      // Nothing in the database tells what was written: no column, payload or kept answer holds an option, and both envelopes are alike in size.
      const sizes = await play.rows<{ n: number }>('select distinct length(sealed)::int as n from written_opinion where session_id = $1', [
        sessionId,
      ]);
      expect(sizes).toHaveLength(1);
      const [kept] = await play.rows<{ hash: string }>(
        `select body_hash as hash from idempotency where client_key = '01900000-0000-7000-8000-0000000000aa'`,
      );
      expect(kept?.hash).toMatch(/^[0-9a-f]{64}$/);

      for (const member of COMMUNE_MEMBERS.slice(0, 7)) {
        await voted(play, member, sessionId);
      }
      await counted(play, 'gp.thuky', roundId);
      const closed = await view('gp.uyvien1', sessionId);
      expect(closed.items.map((item) => item.count)).toMatchObject([
        { yes: 8, no: 1, total: 9 },
        { yes: 8, no: 1, total: 9 },
      ]);
      expect(closed.roll.filter((member) => member.attendance === 'written')).toHaveLength(2);
    });

    it('waits for those asked in writing, or for the announced time', async () => {
      const roundId = await before([{ name: 'A' }]);
      const sessionId = await sessionOpened(play, COMMUNE, roundId, ['gp.uyvien6']);
      for (const member of COMMUNE_MEMBERS.slice(0, 8)) {
        await voted(play, member, sessionId);
      }
      await expect(play.task('gp.thuky', COUNT, roundId)).rejects.toThrow('no open task');
      const choices = choicesFor(await view('gp.uyvien6', sessionId), 'blank');
      await play.call('gp.uyvien6', 'writeOpinion', { params: { id: sessionId }, body: { choices, acknowledged: true } });
      await play.work();
      await counted(play, 'gp.thuky', roundId);
      expect((await view('gp.uyvien1', sessionId)).items[0]?.count).toMatchObject({ yes: 8, blank: 1, total: 9 });
    });

    it('asks nobody in writing where the pack does not, and counts the absent out before the opening', async () => {
      await underPack(
        (pack) => ({ ...pack, ballots: pack.ballots.map((row) => ({ ...row, absentInWriting: false })) }),
        async () => {
          const roundId = await before([{ name: 'Toàn quốc', award: 'CSTDTQ' }]);
          const absent = await personOf('gp.uyvien6');
          expect((await plan('gp.thuky', roundId, { absent })).items).toMatchObject([
            { feasible: false, line: 'Tổng 9; cần 9 phiếu cho ngưỡng 90%; 1 vắng mặt, không lấy ý kiến bằng văn bản: không thể đạt.' },
          ]);
          await opening(roundId, { absent: [absent] });
          const { sessionId } = await play.call('gp.thuky', 'round', { params: { id: roundId } });
          const seen = await view('gp.uyvien6', sessionId ?? '');
          expect([seen.myBallot, seen.secrecy, seen.myTaskId]).toEqual(['closed', null, null]);
        },
      );
    });

    it('opens a scanned paper for the secretary at the count only, and counts what the team reads', async () => {
      const roundId = await before([{ name: 'A' }]);
      const sessionId = await sessionOpened(play, COMMUNE, roundId, ['gp.uyvien5', 'gp.uyvien6']);
      const scan = { name: 'y-kien.pdf', bytes: pdfWith({ text: 'dong y' }) };
      const upload = async (username: string, acknowledged: boolean): Promise<void> => {
        const handler = play.casework.handlers.uploadOpinion as unknown as (asked: object) => Promise<unknown>;
        const query = acknowledged ? { acknowledged: '1' } : {};
        await handler({ params: { id: sessionId }, query, body: undefined, actor: await play.actor(username), key: null, file: scan });
      };
      await expect(upload('gp.uyvien5', false)).rejects.toMatchObject({ code: 'secrecy-not-acknowledged' });
      await upload('gp.uyvien5', true);
      await upload('gp.uyvien6', false);
      const sender = await personOf('gp.uyvien5');
      const read = (username: string): Promise<unknown> =>
        play.call(username, 'opinionScan', { params: { id: sessionId, personId: sender } });
      await expect(read('gp.thuky')).rejects.toMatchObject({ code: 'counts-sealed' });
      await expect(read('gp.uyvien1')).rejects.toMatchObject({ code: 'forbidden' });
      const open = (): Promise<{ opinions: readonly object[] }> => play.call('gp.thuky', 'openOpinions', { params: { id: sessionId } });
      await expect(open()).rejects.toMatchObject({ code: 'counts-sealed' });
      for (const member of COMMUNE_MEMBERS.slice(0, 7)) {
        await voted(play, member, sessionId, () => 'no');
      }
      await play.work();
      const task: TaskView = await play.task('gp.thuky', COUNT, roundId);
      const rows = (yes: number, no: number): JsonObject[] =>
        (task.values['rows'] as JsonObject[]).map((row) => ({ rowId: row['rowId'] ?? '', yes, no, blank: 0 }));
      const sums = { ...team(task), paper: true, rows: rows(1, 0), invalid: [await personOf('gp.uyvien6')] };
      await expect(play.complete('gp.thuky', task, sums)).rejects.toMatchObject({ code: 'counts-sealed' });
      expect((await view('gp.thuky', sessionId)).mayOpenOpinions).toBe(true);
      expect((await open()).opinions).toHaveLength(2);
      expect(await read('gp.thuky')).toMatchObject({ mime: 'application/pdf', bytes: scan.bytes });
      const wrong = play.complete('gp.thuky', task, { ...sums, rows: rows(2, 0) });
      await expect(wrong).rejects.toMatchObject({
        code: 'form-invalid',
        details: { problems: [{ code: 'written-sum', detail: { expected: 1 } }] },
      });
      await play.complete('gp.thuky', task, sums);
      await expect(read('gp.thuky')).rejects.toMatchObject({ code: 'counts-sealed' });
      const facts = await new FactsStore(play.deps.database).session('HP', roundId);
      expect(facts?.ballots).toEqual({ issued: 9, returned: 9, valid: 8, invalid: 1, written: 2 });
      expect(facts?.items).toMatchObject([{ yes: 1, no: 7, blank: 0, passed: false }]);
    });
  });

  describe('more who passed than may be recommended (R-07)', () => {
    it('asks the council to choose among equals, tells whom the rule prefers, and keeps its choice for the minutes', async () => {
      const people = await play.rows<{ id: string; gender: string }>(
        `select p.id, p.gender from person p where p.province_id = 'HP' and not exists
           (select 1 from council_member m where m.province_id = p.province_id and m.person_id = p.id) order by p.gender desc, p.id`,
      );
      const [she, he] = [people.find((one) => one.gender === 'nu')?.id ?? '', people.find((one) => one.gender === 'nam')?.id ?? ''];
      const roundId = await before([{ name: 'Chị', personId: she }, { name: 'Anh', personId: he }, { name: 'Nhất' }]);
      const closesAt = isoOf(play.deps.clock.nowMs() + 7_200_000);
      await play.does('gp.thuky', OPEN, roundId, { place: 'P', closesAt, limited: true, places: [{ rowId: 'GK_XA', places: 2 }] });
      const sessionId = (await play.call('gp.thuky', 'round', { params: { id: roundId } })).sessionId ?? '';
      for (const member of COMMUNE_MEMBERS) {
        await voted(play, member, sessionId, (name) => (name !== 'Nhất' && member === 'gp.uyvien6' ? 'no' : 'yes'));
      }
      const task = await play.task('gp.thuky', COUNT, roundId);
      const refused = await play.complete('gp.thuky', task, team(task)).then(
        () => undefined,
        (error: unknown) => error as { code: string; details: JsonObject },
      );
      expect(refused).toMatchObject({
        code: 'tie-to-break',
        details: { ruleId: 'R-07', citation: 'khoản 6 Điều 4 Nghị định số 152/2025/NĐ-CP', placesLeft: 1, preferred: 'Chị' },
      });
      expect((await view('gp.thuky', sessionId)).status).toBe('open');
      const [sheRow, heRow] = await Promise.all(
        ['Chị', 'Anh'].map(async (name) => (await view('gp.thuky', sessionId)).items.find((item) => item.name === name)?.rowId ?? ''),
      );
      const withoutReason = play.complete('gp.thuky', task, { ...team(task), tie: true, chosen: [heRow ?? ''] });
      await expect(withoutReason).rejects.toMatchObject({ details: { problems: [{ path: 'tieReason', code: 'required' }] } });
      await play.complete('gp.thuky', task, { ...team(task), tie: true, chosen: [sheRow ?? ''] });
      const closed = await view('gp.thuky', sessionId);
      expect(Object.fromEntries(closed.items.map((item) => [item.name, item.count?.chosen]))).toEqual({
        Chị: true,
        Anh: false,
        Nhất: true,
      });
      expect(closed.tieBreaks).toMatchObject([{ places: 2, chosen: ['Chị'], ruleId: 'R-07' }]);
      const outcomes = await play.rows<{ name: string; outcome: string }>(
        'select n.name, w.outcome from round_row w join nominee_row n on n.id = w.row_id where w.round_id = $1',
        [roundId],
      );
      expect(Object.fromEntries(outcomes.map((row) => [row.name, row.outcome]))).toEqual({
        ...{ Chị: 'recommended', Nhất: 'recommended', Anh: 'not-recommended' },
      });
    });

    it('prefers the collective whose register says at least 70 % women', async () => {
      const orgs = await play.rows<{ id: string }>(`select id from org where province_id = 'HP' and kind = 'unit' order by id limit 2`);
      const roundId = await before([
        { name: 'Tổ 70', kind: 'collective' },
        { name: 'Tổ 69', kind: 'collective' },
      ]);
      for (const [index, name] of ['Tổ 70', 'Tổ 69'].entries()) {
        await play.rows(
          `with x as (update nominee_row n set subject_org_id = $2 from round_row w where w.row_id = n.id and w.round_id = $1 and n.name = $3) select 1`,
          [roundId, orgs[index]?.id, name],
        );
        await play.rows(
          `with x as (insert into collective_year (province_id, id, org_id, year, members, women, source, created_at)
             values ('HP', gen_random_uuid(), $1, 2025, 100, $2, 'manual', now())) select 1`,
          [orgs[index]?.id, 70 - index],
        );
      }
      const closesAt = isoOf(play.deps.clock.nowMs() + 7_200_000);
      await play.does('gp.thuky', OPEN, roundId, { place: 'P', closesAt, limited: true, places: [{ rowId: 'GK_XA', places: 1 }] });
      const sessionId = (await play.call('gp.thuky', 'round', { params: { id: roundId } })).sessionId ?? '';
      for (const member of COMMUNE_MEMBERS) {
        await voted(play, member, sessionId);
      }
      const task = await play.task('gp.thuky', COUNT, roundId);
      await expect(play.complete('gp.thuky', task, team(task))).rejects.toMatchObject({
        code: 'tie-to-break',
        details: { preferred: 'Tổ 70', unknown: '', placesLeft: 1 },
      });
    });
  });

  describe('the agenda', () => {
    it('does not open on nothing', async () => {
      const roundId = await before([{ name: 'A' }]);
      const [only] = (await plan('gp.thuky', roundId)).items;
      await expect(opening(roundId, { leaveOff: [only?.rowId ?? ''] })).rejects.toMatchObject({
        code: 'state-conflict',
        details: { reason: 'empty-agenda' },
      });
    });

    it('leaves off what is held or withdrawn, and carries what the secretary leaves off over to the next round', async () => {
      const roundId = await before([{ name: 'Vào' }, { name: 'Để sau' }, { name: 'Giữ' }]);
      await play.rows(
        `update nominee_row n set state = 'held' from round_row w where w.row_id = n.id and w.round_id = $1 and n.name = 'Giữ' returning 1`,
        [roundId],
      );
      const seen = await plan('gp.thuky', roundId);
      expect(seen.off).toMatchObject([{ name: 'Giữ', state: 'held' }]);
      expect(seen.items.map((item) => item.name).sort()).toEqual(['Vào', 'Để sau'].sort());
      const later = seen.items.find((item) => item.name === 'Để sau')?.rowId ?? '';
      await opening(roundId, { leaveOff: [later] });
      const { sessionId } = await play.call('gp.thuky', 'round', { params: { id: roundId } });
      expect((await view('gp.thuky', sessionId ?? '')).items.map((item) => item.name)).toEqual(['Vào']);
      const places = await play.rows<{ here: boolean; outcome: string | null; status: string }>(
        `select w.round_id = $1 as here, w.outcome, r.status from round_row w join review_round r on r.id = w.round_id where w.row_id = $2 order by 1 desc`,
        [roundId, later],
      );
      expect(places).toEqual([
        { here: true, outcome: 'carried-over', status: 'council' },
        { here: false, outcome: null, status: 'collecting' },
      ]);
    });
  });
});

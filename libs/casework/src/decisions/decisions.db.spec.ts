import { formatLocalDate, dayOf } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import { RoundPlay, HP } from '../../../../test/harness/round-play';
import { appraised, COMMUNE, COMMUNE_MEMBERS, councilHeld, received, type StoryRow } from '../../../../test/harness/round-story';
import { ky } from '../acts/ky';
import type { ActContext } from '../acts/act';
import { packByHash } from '../law/pack-of';
import { lockTask } from '../tasks/load-task';
import { decisionPlans } from './decision-plans';

const SIGN = { outcome: 'sign', signatureMode: 'digital' };
const NAME = 'Ký quyết định khen thưởng';

// A dossier's whole way is some forty transactions; the machine may be busy.
jest.setTimeout(60_000);

describe('a decision', () => {
  let play: RoundPlay;

  beforeAll(async () => {
    play = await RoundPlay.open();
  }, 60_000);
  afterAll(() => play.close());

  async function atSignature(
    rows: readonly StoryRow[],
    more: Parameters<typeof received>[3] = {},
  ): Promise<{ roundId: string; dossierId: string }> {
    const { roundId, dossierId } = await received(play, 'gp.ck', rows, more);
    await appraised(play, COMMUNE, roundId);
    await councilHeld(play, { bench: COMMUNE, members: COMMUNE_MEMBERS, chair: 'gp.chutich' }, roundId);
    return { roundId, dossierId };
  }

  const decisionsOf = (roundId: string): Promise<object[]> =>
    play.rows(
      `select d.award, d.capacity, d.on_behalf_of is not null as lent, count(n.id)::int as rows, bool_and(p.decision_id = d.id) as paper
       from decision d left join nominee_row n on n.decision_id = d.id left join paper p on p.id = d.paper_id
       where d.round_id = $1 group by d.id, d.award, d.capacity, lent order by 1, 4`,
      [roundId],
    );

  it('is one per award, each with its paper and its list', async () => {
    const rows = [
      { name: 'A', award: 'GK_XA' },
      { name: 'B', award: 'GK_XA' },
      { name: 'C', award: 'LDTT' },
    ];
    const { roundId } = await atSignature(rows, { occasion: 'annual', year: 2025 });
    await play.does('gp.chutich', NAME, roundId, SIGN);
    expect(await decisionsOf(roundId)).toEqual([
      { award: 'GK_XA', capacity: 'self', lent: false, rows: 2, paper: true },
      { award: 'LDTT', capacity: 'self', lent: false, rows: 1, paper: true },
    ]);
    await play.does('gp.vanthu', 'Cấp số quyết định', roundId, { mode: 'own' });
    const states = await play.rows(`select distinct state from paper where round_id = $1 and kind = 'quyet-dinh'`, [roundId]);
    expect(states).toEqual([{ state: 'issued' }]);
  });

  it('is refused to any other post with rule and citation, and nothing has changed', async () => {
    const { roundId } = await atSignature([{ name: 'A', award: 'GK_XA' }]);
    const task = await play.task('gp.chutich', NAME, roundId);
    for (const username of ['gp.thcs.thutruong', 'hp.chutich', 'gp.chuyenvien', 'gp.vanthu']) {
      await expect(play.complete(username, task, SIGN)).rejects.toMatchObject({
        code: expect.stringMatching(/^(not-competent|not-your-task|not-found)$/) as string,
      });
    }
    await expect(play.complete('hp.chutich', task, SIGN)).rejects.toMatchObject({
      code: 'not-competent',
      details: { ruleId: 'AU-04', citation: expect.stringContaining('Điều 80') as string },
    });
    const opened = (username: string): Promise<unknown> => play.call(username, 'task', { params: { id: task.id } });
    await expect(opened('hp.chutich')).rejects.toMatchObject({ code: 'not-competent', details: { ruleId: 'AU-04' } });
    // A chair of the same level elsewhere would be competent at home: to him there is no such task.
    await expect(opened('mt.chutich')).rejects.toMatchObject({ code: 'not-found' });
    expect(await decisionsOf(roundId)).toEqual([]);
    expect((await play.task('gp.chutich', NAME, roundId)).version).toBe(task.version);
  });

  it('is refused by the deciding act itself when the guard before it is passed by', async () => {
    const { roundId } = await atSignature([{ name: 'A', award: 'GK_XA' }]);
    const task = await play.task('gp.chutich', NAME, roundId);
    const sign = async (username: string): Promise<void> => {
      const actor = await play.actor(username);
      const [position] = actor.positions;
      await play.deps.database.inTransaction(async (tx) => {
        const { task: record } = await lockTask(play.deps, tx, HP, task.id);
        const nowMs = play.deps.clock.nowMs();
        if (position === undefined) {
          throw new Error('the cast has posts');
        }
        const context: ActContext = {
          deps: play.deps,
          tx,
          actor,
          acting: { position, capacity: 'self', onBehalfOf: null, delegation: null },
          task: record,
          data: SIGN,
          nowMs,
          today: dayOf(nowMs),
        };
        await ky(context);
      });
    };
    for (const username of ['gp.chuyenvien', 'hp.chutich', 'mt.chutich']) {
      await expect(sign(username)).rejects.toMatchObject({ code: 'not-competent' });
    }
    expect(await decisionsOf(roundId)).toEqual([]);
  });

  it('is refused by the database, whoever writes the row', async () => {
    const { roundId } = await atSignature([{ name: 'A', award: 'GK_XA' }]);
    const round = await play.deps.stores.rounds.byId(HP, roundId);
    const chair = await play.actor('gp.phochutich');
    const [position] = chair.positions;
    const day = formatLocalDate(dayOf(play.deps.clock.nowMs()));
    const row = {
      id: newId(play.deps.clock),
      orgId: round?.orgId ?? '',
      roundId,
      award: 'GK_XA',
      level: 'XA',
      role: 'chair',
      packHash: round?.packHash ?? '',
      ruleId: 'AU-04',
      ruleFrom: '2024-01-01',
      positionId: position?.id ?? '',
      personId: chair.personId,
      capacity: 'self' as const,
      onBehalfOf: null,
      date: day,
      external: false,
      paperId: null,
      centralPaperId: null,
    };
    const write = (change: object): Promise<void> =>
      play.deps.database.inTransaction((tx) => play.deps.stores.decisions.insert(tx, HP, { ...row, ...change }));
    await expect(write({})).rejects.toMatchObject({ code: 'not-competent' });
    await expect(write({ award: 'BK_TINH' })).rejects.toMatchObject({ code: 'not-competent' });
    await expect(write({ date: '2023-12-31' })).rejects.toMatchObject({ code: 'not-competent' });
  });

  it('is signed KT. by the deputy when the chair stands on the list', async () => {
    const { personId } = await play.actor('gp.chutich');
    const { roundId } = await atSignature([
      { name: 'Chủ tịch', award: 'GK_XA', personId },
      { name: 'Khác', award: 'GK_XA' },
    ]);
    const task = await play.task('gp.chutich', NAME, roundId);
    await expect(play.complete('gp.chutich', task, SIGN)).rejects.toMatchObject({
      code: 'own-row',
      details: { ruleId: 'H-01', deputies: [{ title: expect.stringContaining('Phó Chủ tịch') as string }] },
    });
    expect(await decisionsOf(roundId)).toEqual([]);
    await play.does('gp.phochutich', NAME, roundId, SIGN);
    expect(await decisionsOf(roundId)).toEqual([{ award: 'GK_XA', capacity: 'KT', lent: true, rows: 2, paper: true }]);
  });

  it('splits the own row off, with a warning, when the deputy stands on the list too', async () => {
    const [chair, deputy] = [await play.actor('gp.chutich'), await play.actor('gp.phochutich')];
    const { roundId } = await atSignature([
      { name: 'Chủ tịch', award: 'GK_XA', personId: chair.personId },
      { name: 'Phó Chủ tịch', award: 'GK_XA', personId: deputy.personId },
    ]);
    const task = await play.task('gp.chutich', NAME, roundId);
    await expect(play.complete('gp.phochutich', task, SIGN)).rejects.toMatchObject({ code: 'own-row' });
    await play.complete('gp.chutich', task, SIGN);
    expect(await decisionsOf(roundId)).toEqual([
      { award: 'GK_XA', capacity: 'self', lent: false, rows: 1, paper: true },
      { award: 'GK_XA', capacity: 'self', lent: false, rows: 1, paper: true },
    ]);
    const [line] = await play.rows<{ facts: { warning: string } }>(
      `select a.facts from audit a join review_round r on r.instance_id = a.subject_id where r.id = $1 and a.action = 'decision-signed'`,
      [roundId],
    );
    expect(line?.facts.warning).toContain('H-01');
  });

  it('is neither signed nor refused by whom the chair lent TUQ.', async () => {
    const chair = await play.actor('gp.chutich');
    const { roundId } = await atSignature([
      { name: 'Chủ tịch', award: 'GK_XA', personId: chair.personId },
      { name: 'Khác', award: 'GK_XA' },
    ]);
    const [from, to] = [chair.positions[0]?.id, (await play.actor('gp.vanthu')).positions[0]?.id];
    const body = { fromPosition: from, toPosition: to, capacity: 'TUQ', paper: 'Giấy ủy quyền số 2', from: '2026-03-01', to: '2026-12-31' };
    const { delegationId } = await play.call('gp.chutich', 'grantDelegation', { body: { ...body, steps: ['decision'] } });
    await play.call('gp.vanthu', 'acceptDelegation', { params: { id: delegationId } });
    await play.at(play.deps.clock.nowMs());
    const task = await play.task('gp.chutich', NAME, roundId);
    for (const data of [SIGN, { outcome: 'refuse', reason: 'Không khen.' }]) {
      await expect(play.complete('gp.vanthu', task, data)).rejects.toMatchObject({
        code: 'not-competent',
        details: { reason: 'capacity' },
      });
    }
  });

  it('splits the own row off when the only deputy may sign no more', async () => {
    const chair = await play.actor('gp.chutich');
    const { roundId } = await atSignature([
      { name: 'Chủ tịch', award: 'GK_XA', personId: chair.personId },
      { name: 'Khác', award: 'GK_XA' },
    ]);
    const round = await play.deps.stores.rounds.byId(HP, roundId);
    const plans = async (): Promise<readonly (string | null)[]> => {
      const pack = await packByHash(play.deps, round?.packHash ?? '');
      if (round === undefined) {
        throw new Error('the round is there');
      }
      const found = await decisionPlans(play.deps, { provinceId: HP, round, pack, day: formatLocalDate(dayOf(play.deps.clock.nowMs())) });
      return found.map((plan) => (plan.split === null ? null : 'own'));
    };
    expect(await plans()).toEqual([null]);
    const end = `update delegation set ended_at = $2 where from_position = $1 and capacity = 'KT'`;
    await play.rows(end, [chair.positions[0]?.id, new Date()]);
    expect(await plans()).toEqual([null, 'own']);
    await play.rows(end, [chair.positions[0]?.id, null]);
  });

  it('is made once when two requests sign at the same time', async () => {
    const { roundId } = await atSignature([{ name: 'A', award: 'GK_XA' }]);
    const task = await play.task('gp.chutich', NAME, roundId);
    const sent = await Promise.allSettled(['gp.chutich', 'gp.phochutich', 'gp.chutich'].map((who) => play.complete(who, task, SIGN)));
    expect(sent.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await decisionsOf(roundId)).toHaveLength(1);
  });

  it('is sent back only with a reason, and then nothing is signed', async () => {
    const { roundId } = await atSignature([{ name: 'A', award: 'GK_XA' }]);
    const task = await play.task('gp.chutich', NAME, roundId);
    await expect(play.complete('gp.chutich', task, { ...SIGN, outcome: 'send-back' })).rejects.toMatchObject({ code: 'form-invalid' });
    await play.complete('gp.chutich', task, { ...SIGN, outcome: 'send-back', reason: 'Viết lại căn cứ.' });
    await play.does('gp.chuyenvien', 'Hoàn thiện dự thảo quyết định', roundId, { note: 'Đã viết lại.' });
    const papers = await play.rows(`select state from paper where round_id = $1 and kind = 'quyet-dinh'`, [roundId]);
    expect(papers).toEqual([{ state: 'drafted' }]);
  });
});

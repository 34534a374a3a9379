import { RoundPlay } from '../../../../test/harness/round-play';
import { appraised, COMMUNE, COMMUNE_MEMBERS, counted, received, sessionOpened, voted } from '../../../../test/harness/round-story';

// A dossier's whole way is some forty transactions; the machine may be busy.
jest.setTimeout(60_000);

describe('a secret ballot', () => {
  let play: RoundPlay;

  beforeAll(async () => {
    play = await RoundPlay.open();
  }, 60_000);
  afterAll(() => play.close());

  async function session(
    names: readonly { name: string; personId?: string }[],
    absent: readonly string[] = [],
  ): Promise<{ roundId: string; sessionId: string; dossierId: string }> {
    const { roundId, dossierId } = await received(
      play,
      'gp.ck',
      names.map((one) => ({ ...one, award: 'GK_XA' })),
    );
    await appraised(play, COMMUNE, roundId);
    return { roundId, dossierId, sessionId: await sessionOpened(play, COMMUNE, roundId, absent) };
  }

  const countOf = async (sessionId: string): Promise<number> =>
    (await play.rows<{ n: number }>('select coalesce(sum(n), 0)::int as n from ballot_count where session_id = $1', [sessionId]))[0]?.n ??
    -1;
  const ballotOf = async (
    username: string,
    sessionId: string,
    option: string,
  ): Promise<{ taskId: string; taskVersion: number; choices: Record<string, string> }> => {
    const view = await play.call(username, 'councilSession', { params: { id: sessionId } });
    return { taskId: view.myTaskId ?? '', taskVersion: 1, choices: Object.fromEntries(view.items.map((item) => [item.id, option])) };
  };

  it('counts one ballot of ten sent at once by the same member', async () => {
    const { sessionId } = await session([{ name: 'A' }]);
    const body = await ballotOf('gp.uyvien1', sessionId, 'yes');
    const sent = await Promise.allSettled(
      Array.from({ length: 10 }, () => play.call('gp.uyvien1', 'castBallot', { params: { id: sessionId }, body })),
    );
    expect(sent.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const codes = sent.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code?: string }).code] : []));
    expect(new Set(codes)).toEqual(new Set(['already-voted']));
    expect(await countOf(sessionId)).toBe(1);
  });

  it('answers a repeat under the same key, whatever it now says, and counts nothing more', async () => {
    const { sessionId } = await session([{ name: 'A' }]);
    const key = '01900000-0000-7000-8000-00000000beef';
    const first = await ballotOf('gp.uyvien2', sessionId, 'yes');
    const again = await ballotOf('gp.uyvien2', sessionId, 'no');
    await play.call('gp.uyvien2', 'castBallot', { params: { id: sessionId }, body: first, key });
    const answer = await play.call('gp.uyvien2', 'castBallot', {
      params: { id: sessionId },
      body: { ...again, taskId: first.taskId },
      key,
    });
    expect(answer).toEqual({ done: true });
    const counts = await play.rows('select option, n from ballot_count where session_id = $1 and n > 0', [sessionId]);
    expect(counts).toEqual([{ option: 'yes', n: 1 }]);
  });

  it('counts the ballots of all members sent at once', async () => {
    const { sessionId } = await session([{ name: 'A' }, { name: 'B' }]);
    await Promise.all(COMMUNE_MEMBERS.map((member) => voted(play, member, sessionId, (name) => (name === 'A' ? 'yes' : 'no'))));
    const counts = await play.rows(
      `select n.name, c.option, c.n from ballot_count c join session_item i on i.id = c.item_id join nominee_row n on n.id = i.row_id
       where c.session_id = $1 and c.n > 0 order by 1`,
      [sessionId],
    );
    expect(counts).toEqual([
      { name: 'A', option: 'yes', n: 9 },
      { name: 'B', option: 'no', n: 9 },
    ]);
  });

  it('refuses who is no member, who left out a row, and who comes too late', async () => {
    const { sessionId } = await session([{ name: 'A' }, { name: 'B' }]);
    const body = await ballotOf('gp.uyvien1', sessionId, 'yes');
    const cast = (username: string, with_: object): Promise<unknown> =>
      play.call(username, 'castBallot', { params: { id: sessionId }, body: with_ });
    await expect(cast('gp.chuyenvien', body)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(cast('hp.snv.thuky', body)).rejects.toMatchObject({ code: 'not-found' });
    await expect(cast('gp.uyvien2', body)).rejects.toMatchObject({ code: 'forbidden' });
    const [one] = Object.keys(body.choices);
    await expect(cast('gp.uyvien1', { ...body, choices: { [one ?? '']: 'yes' } })).rejects.toMatchObject({ code: 'vote-incomplete' });
    expect(await countOf(sessionId)).toBe(0);
    await play.advance(3 * 3_600_000);
    await expect(cast('gp.uyvien1', body)).rejects.toMatchObject({ code: 'session-closed' });
  });

  it('cannot be completed as an ordinary task', async () => {
    const { sessionId } = await session([{ name: 'A' }]);
    const view = await play.call('gp.uyvien1', 'councilSession', { params: { id: sessionId } });
    const told = { params: { id: view.myTaskId ?? '' }, body: { version: 1, data: {} } };
    await expect(play.call('gp.uyvien1', 'completeTask', told)).rejects.toMatchObject({ code: 'state-conflict' });
  });

  it('is not kept as a draft under a name', async () => {
    const { sessionId } = await session([{ name: 'A' }]);
    const { taskId, choices } = await ballotOf('gp.uyvien1', sessionId, 'yes');
    await expect(play.call('gp.uyvien1', 'saveDraft', { params: { id: taskId }, body: { body: choices } })).rejects.toMatchObject({
      code: 'state-conflict',
    });
    expect(await play.rows('select 1 from task_draft where task_id = $1', [taskId])).toEqual([]);
  });

  it('keeps the denominator when a member does not vote on the own row', async () => {
    const { personId } = await play.actor('gp.uyvien1');
    const { roundId, sessionId } = await session([{ name: 'Ủy viên', personId }, { name: 'B' }]);
    const mine = await play.call('gp.uyvien1', 'councilSession', { params: { id: sessionId } });
    expect(mine.items.map((item) => item.ownRow)).toEqual([true, false]);
    for (const member of COMMUNE_MEMBERS) {
      await voted(play, member, sessionId);
    }
    await counted(play, 'gp.thuky', roundId);
    const view = await play.call('gp.uyvien1', 'councilSession', { params: { id: sessionId } });
    expect(view.items.map((item) => item.count)).toEqual([
      { yes: 8, no: 0, blank: 0, total: 9, share: '88,9%', passed: true, sentence: 'Đạt (88,9% > 50%)', chosen: null },
      { yes: 9, no: 0, blank: 0, total: 9, share: '100%', passed: true, sentence: 'Đạt (100% > 50%)', chosen: null },
    ]);
  });

  it('shows no count before the session is closed, not even to its secretary', async () => {
    const { sessionId } = await session([{ name: 'A' }]);
    await voted(play, 'gp.chutich', sessionId);
    for (const username of ['gp.thuky', 'gp.chutich', 'gp.uyvien1']) {
      const view = await play.call(username, 'councilSession', { params: { id: sessionId } });
      expect(view.items.map((item) => item.count)).toEqual([null]);
      expect(view.votedCount).toBe(1);
    }
    const items = await play.rows('select yes, no, blank, passed from session_item where session_id = $1', [sessionId]);
    expect(items).toEqual([{ yes: null, no: null, blank: null, passed: null }]);
  });

  it('is not closed while a present member may still vote', async () => {
    const { roundId, sessionId } = await session([{ name: 'A' }]);
    await voted(play, 'gp.chutich', sessionId);
    await expect(play.task('gp.thuky', 'Kiểm phiếu, lập biên bản', roundId)).rejects.toThrow('no open task');
  });

  it('leaves nowhere in the database who voted what', async () => {
    const { roundId, sessionId } = await session([{ name: 'A' }, { name: 'B' }]);
    const odd = 'gp.uyvien3';
    for (const member of COMMUNE_MEMBERS) {
      await voted(play, member, sessionId, () => (member === odd ? 'blank' : 'yes'));
    }
    await counted(play, 'gp.thuky', roundId);
    const items = await play.rows<{ id: string }>('select id from session_item where session_id = $1', [sessionId]);
    const tables = await play.rows<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema in ('public', 'bullmq') and table_type = 'BASE TABLE'`,
    );
    const naming: string[] = [];
    for (const { name } of tables) {
      for (const { id } of items) {
        const found = await play.rows(`select 1 from ${name} t where to_jsonb(t)::text like '%' || $1 || '%' limit 1`, [id]);
        naming.push(...(found.length > 0 ? [name] : []));
      }
    }
    // Only the items themselves and their counters know of items: no event, audit line, message, job, payload or stored answer does.
    expect([...new Set(naming)].sort()).toEqual(['ballot_count', 'session_item']);
    const columns = await play.rows<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'ballot_count' order by 1`,
    );
    expect(columns.map((column) => column.name)).toEqual(['item_id', 'n', 'option', 'province_id', 'session_id']);
    const touched = await play.rows<{ n: number }>('select count(distinct xmin::text)::int as n from ballot_count where session_id = $1', [
      sessionId,
    ]);
    expect(touched).toEqual([{ n: 1 }]);
  });

  it('gives every voter the same kept answer and a body hash that says nothing of the choices', async () => {
    const { sessionId } = await session([{ name: 'A' }]);
    const body = await ballotOf('gp.uyvien1', sessionId, 'blank');
    const key = '01900000-0000-7000-8000-0000000cafe1';
    await play.call('gp.uyvien1', 'castBallot', { params: { id: sessionId }, body, key });
    const [kept] = await play.rows<{ hash: string; answer: object }>(
      'select body_hash as hash, answer from idempotency where client_key = $1',
      [key],
    );
    expect(kept?.answer).toEqual({ done: true });
    expect(kept?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(kept?.hash).not.toContain('blank');
  });
});

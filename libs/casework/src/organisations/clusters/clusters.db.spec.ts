import { isoOf, type JsonObject } from '@thidua/kernel';
import { RoundPlay } from '../../../../../test/harness/round-play';

jest.setTimeout(120_000);

const SIGN: JsonObject = { outcome: 'sign', signatureMode: 'digital' };
const CLUSTER = 'Cụm thi đua các xã, phường số 1';

/** The year's meeting of a cluster: called, voted on, counted, signed; its leader is what flags rest on. */
describe('a cluster that names its leader', () => {
  let play: RoundPlay;
  let clusterId = '';
  let roundId = '';

  beforeAll(async () => {
    play = await RoundPlay.open();
    const [cluster] = await play.rows<{ id: string }>('select id from cluster where name = $1 and year = 2026', [CLUSTER]);
    clusterId = cluster?.id ?? '';
  });
  afterAll(async () => {
    await play.close();
  });

  const closesAt = (): string => isoOf(play.deps.clock.nowMs() + 3_600_000);
  const orgId = async (name: string): Promise<string> =>
    (await play.rows<{ id: string }>('select id from org where name = $1', [name]))[0]?.id ?? '';

  /** One vote of a head, by the name of the body. */
  async function votes(username: string, body: string): Promise<void> {
    const [meeting] = await play.rows<{ id: string }>('select id from cluster_meeting where round_id = $1 order by turn desc limit 1', [
      roundId,
    ]);
    const view = await play.call(username, 'clusterMeeting', { params: { id: meeting?.id ?? '' } });
    const task = await play.call(username, 'task', { params: { id: view.myTaskId ?? '' } });
    await play.call(username, 'castClusterBallot', {
      params: { id: view.id },
      body: { taskId: task.id, taskVersion: task.version, orgId: await orgId(body) },
    });
  }

  it('is called by its lead body only, once a year', async () => {
    await expect(play.call('mt.chuyenvien', 'openClusterMeeting', { params: { id: clusterId } })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const called = await play.call('gp.chuyenvien', 'openClusterMeeting', { params: { id: clusterId } });
    roundId = called.roundId;
    await expect(play.call('gp.chuyenvien', 'openClusterMeeting', { params: { id: clusterId } })).rejects.toMatchObject({
      code: 'state-conflict',
      details: { reason: 'cluster-has-met' },
    });
  });

  it('does not vote with less than two thirds of its members', async () => {
    const absent = await Promise.all(['UBND xã Minh Tân', 'UBND xã An Hòa'].map(orgId));
    const short = { place: 'Hội trường', closesAt: closesAt(), absent };
    await expect(play.does('gp.chuyenvien', 'Mở họp bình xét cụm, khối', roundId, short)).rejects.toMatchObject({ code: 'quorum-not-met' });
  });

  it('gives each head one vote, none for his own body, and shows no counts before it is over', async () => {
    await play.does('gp.chuyenvien', 'Mở họp bình xét cụm, khối', roundId, { place: 'Hội trường', closesAt: closesAt() });
    await expect(votes('gp.chutich', 'UBND xã Gia Phúc')).rejects.toMatchObject({ code: 'forbidden', details: { reason: 'own-body' } });
    await votes('gp.chutich', 'UBND xã Minh Tân');
    await votes('mt.chutich', 'UBND xã Gia Phúc');
    const [meeting] = await play.rows<{ id: string }>('select id from cluster_meeting where round_id = $1', [roundId]);
    const view = await play.call('mt.chutich', 'clusterMeeting', { params: { id: meeting?.id ?? '' } });
    expect([view.votes, view.myBallot, view.roll.filter((one) => one.voted).length]).toEqual([null, 'cast', 2]);
    await expect(
      play.does('gp.chuyenvien', 'Kiểm phiếu, xếp hạng', roundId, {}).catch((error: unknown) => {
        throw error;
      }),
    ).rejects.toThrow(/no open task/);
    await expect(play.call('gp.thcs.thutruong', 'clusterMeeting', { params: { id: view.id } })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('keeps no row that joins a person and a choice', async () => {
    const columns = await play.rows<{ n: number }>(
      `select count(*)::int as n from information_schema.columns where table_name in ('cluster_roll', 'cluster_count') and column_name like '%choice%'`,
    );
    expect(columns).toEqual([{ n: 0 }]);
    const minhTan = await orgId('UBND xã Minh Tân');
    const told = await play.rows<{ n: number }>(
      `select count(*)::int as n from idempotency where answer::text like $1 or body_hash like $1`,
      [`%${minhTan}%`],
    );
    expect(told).toEqual([{ n: 0 }]);
  });

  it('votes again among those who tied', async () => {
    await votes('ah.chutich', 'UBND xã Gia Phúc');
    await votes('dh.chutich', 'UBND xã Minh Tân');
    await play.does('gp.chuyenvien', 'Kiểm phiếu, xếp hạng', roundId, {});
    await play.does('gp.chuyenvien', 'Mở họp bình xét cụm, khối', roundId, { place: 'Hội trường', closesAt: closesAt() });
    const [turn] = await play.rows<{ turn: number; candidates: string[] }>(
      'select turn, candidates from cluster_meeting where round_id = $1 order by turn desc limit 1',
      [roundId],
    );
    expect(turn?.turn).toBe(2);
    expect([...(turn?.candidates ?? [])].toSorted()).toEqual([await orgId('UBND xã Gia Phúc'), await orgId('UBND xã Minh Tân')].toSorted());
    for (const [username, body] of [
      ['gp.chutich', 'UBND xã Minh Tân'],
      ['mt.chutich', 'UBND xã Gia Phúc'],
      ['ah.chutich', 'UBND xã Gia Phúc'],
      ['dh.chutich', 'UBND xã Gia Phúc'],
    ] as const) {
      await votes(username, body);
    }
    await play.does('gp.chuyenvien', 'Kiểm phiếu, xếp hạng', roundId, { notes: 'Thống nhất suy tôn xã Gia Phúc.' });
  });

  it('rests on signed minutes: the leader is there when they are issued, and not before', async () => {
    const results = (): Promise<readonly { rank: number; yes: number; leader: boolean; name: string }[]> =>
      play.rows(
        `select r.rank, r.yes, r.leader, o.name from cluster_result r join org o on o.id = r.org_id where r.cluster_id = $1 order by r.rank, o.name`,
        [clusterId],
      );
    expect(await results()).toEqual([]);
    await play.does('gp.chutich', 'Ký biên bản họp cụm, khối', roundId, SIGN);
    expect(await results()).toEqual([
      { rank: 1, yes: 3, leader: true, name: 'UBND xã Gia Phúc' },
      { rank: 2, yes: 1, leader: false, name: 'UBND xã Minh Tân' },
      { rank: 3, yes: 0, leader: false, name: 'UBND phường Đông Hải' },
      { rank: 3, yes: 0, leader: false, name: 'UBND xã An Hòa' },
    ]);
    const { clusters } = await play.call('mt.chuyenvien', 'clusters');
    const told = clusters.find((one) => one.id === clusterId);
    expect(told?.results[0]).toMatchObject({ orgName: 'UBND xã Gia Phúc', leader: true, yes: 3, total: 4 });
    expect(await play.rows('select status from review_round where id = $1', [roundId])).toEqual([{ status: 'closed' }]);
  });

  it('can be set up for another year without code', async () => {
    const members = await Promise.all(['UBND xã Gia Phúc', 'UBND xã Minh Tân', 'UBND xã An Hòa'].map(orgId));
    const body = { name: 'Cụm thi đua số 9', series: 'cum-xa-9', level: 'TINH', year: 2027, leadOrgId: members[0], memberIds: members };
    await expect(play.call('gp.chutich', 'addCluster', { body })).rejects.toMatchObject({ code: 'forbidden' });
    await play.call('hp.quantri1', 'addCluster', { body });
    await expect(play.call('hp.quantri1', 'addCluster', { body })).rejects.toMatchObject({ code: 'state-conflict' });
    const { clusters } = await play.call('ah.chutich', 'clusters');
    expect(clusters.map((one) => one.name)).toContain('Cụm thi đua số 9');
    // Whoever sets them up sees all of them, and no other body those of others.
    const all = await play.call('hp.quantri2', 'clusters');
    expect(all.clusters.map((one) => one.name)).toEqual(expect.arrayContaining(['Cụm thi đua số 9', 'Khối thi đua các trường học']));
    expect(clusters.map((one) => one.name)).not.toContain('Khối thi đua các trường học');
  });
});

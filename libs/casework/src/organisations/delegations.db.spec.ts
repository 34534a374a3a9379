import { RoundPlay } from '../../../../test/harness/round-play';
import { entries } from '../../../../test/harness/round-story';

jest.setTimeout(120_000);

/** Powers that are lent: by a paper, within its bounds, never further than the law lets them go (NĐ 30/2020 art. 13; checks 13 and 14). */
describe('a power that is lent', () => {
  let play: RoundPlay;

  beforeAll(async () => {
    play = await RoundPlay.open();
  });
  afterAll(async () => {
    await play.close();
  });

  const post = async (username: string, role: string): Promise<string> =>
    (
      await play.rows<{ id: string }>(
        'select p.id from position p join account a on a.person_id = p.person_id where a.username = $1 and p.role = $2',
        [username, role],
      )
    )[0]?.id ?? '';

  /** From one person's post to another's, as the first of them asks. */
  async function lend(
    [lender, fromRole]: readonly [string, string],
    [taker, toRole]: readonly [string, string],
    more: Readonly<Record<string, unknown>>,
    by = lender,
  ): Promise<string> {
    const body = { fromPosition: await post(lender, fromRole), toPosition: await post(taker, toRole), from: '2026-03-01', ...more };
    return (await play.call(by, 'grantDelegation', { body })).delegationId;
  }

  const accept = async (username: string, id: string): Promise<void> => {
    await play.call(username, 'acceptDelegation', { params: { id } });
    await play.at(play.deps.clock.nowMs());
  };

  const HEAD = ['gp.thcs.thutruong', 'head'] as const;
  const DEPUTY = ['gp.thcs.phohieutruong', 'deputy-head'] as const;
  const CLERK = ['gp.thcs.vanthu', 'records-clerk'] as const;
  const TUQ = { capacity: 'TUQ', paper: 'Giấy ủy quyền số 05/GUQ-THCSGP ngày 01/3/2026', to: '2026-06-30', steps: ['sign'] };
  const TL = { capacity: 'TL', paper: 'Quyết định số 09/QĐ-THCSGP ngày 01/3/2026', to: '2026-12-31', steps: ['sign'] };

  it('is lent by the one who holds it', async () => {
    await expect(lend(HEAD, CLERK, TUQ, DEPUTY[0])).rejects.toMatchObject({ code: 'forbidden' });
    await expect(lend(['gp.chutich', 'chair'], CLERK, TUQ)).rejects.toMatchObject({
      code: 'delegation-refused',
      details: { reason: 'other-body' },
    });
  });

  it('wants an end and a content for TUQ.', async () => {
    await expect(lend(HEAD, DEPUTY, { ...TUQ, to: undefined })).rejects.toMatchObject({ details: { reason: 'unbounded' } });
    await expect(lend(HEAD, DEPUTY, { ...TUQ, steps: undefined })).rejects.toMatchObject({ details: { reason: 'unbounded' } });
  });

  it('is not passed on when it is TUQ. (check 14)', async () => {
    const base = await lend(HEAD, DEPUTY, TUQ);
    await accept(DEPUTY[0], base);
    const onward = { ...TUQ, restsOn: base };
    await expect(lend(HEAD, CLERK, onward, DEPUTY[0])).rejects.toMatchObject({
      code: 'delegation-refused',
      details: { reason: 'not-passed-on', citation: 'Điều 13 Nghị định số 30/2020/NĐ-CP' },
    });
    const { delegations } = await play.call(DEPUTY[0], 'delegations');
    expect(delegations.find((one) => one.id === base)).toMatchObject({ state: 'in-force', mayPassOn: false, mayEnd: true });
  });

  it('is passed on as TL. within its days, and ends with what it rests on', async () => {
    const base = await lend(HEAD, DEPUTY, TL);
    await accept(DEPUTY[0], base);
    await expect(lend(HEAD, CLERK, { ...TL, to: '2027-01-31', restsOn: base }, DEPUTY[0])).rejects.toMatchObject({
      details: { reason: 'wider-than-its-ground' },
    });
    const next = await lend(HEAD, CLERK, { ...TL, restsOn: base }, DEPUTY[0]);
    await accept(CLERK[0], next);
    await play.call(HEAD[0], 'endDelegation', { params: { id: base }, body: { reason: 'Hết việc được giao' } });
    const { delegations } = await play.call(HEAD[0], 'delegations');
    expect([base, next].map((id) => delegations.find((one) => one.id === id)?.state)).toEqual(['ended', 'ended']);
  });

  it('is passed on for no other steps and awards than it was lent for, nor after its ground has ended', async () => {
    const base = await lend(HEAD, DEPUTY, { ...TL, awards: ['GK_XA'] });
    const onward = { ...TL, awards: ['GK_XA'], restsOn: base };
    await expect(lend(HEAD, CLERK, onward, DEPUTY[0])).rejects.toMatchObject({ details: { reason: 'ground-not-in-force' } });
    await accept(DEPUTY[0], base);
    for (const wider of [{ steps: undefined }, { steps: ['sign', 'decision'] }, { awards: undefined }, { awards: ['GK_XA', 'BK_TINH'] }]) {
      await expect(lend(HEAD, CLERK, { ...onward, ...wider }, DEPUTY[0])).rejects.toMatchObject({
        details: { reason: 'wider-than-its-ground' },
      });
    }
    const next = await lend(HEAD, CLERK, onward, DEPUTY[0]);
    await play.call(HEAD[0], 'endDelegation', { params: { id: base }, body: { reason: 'Hết việc được giao' } });
    await expect(lend(HEAD, CLERK, onward, DEPUTY[0])).rejects.toMatchObject({ details: { reason: 'ground-not-in-force' } });
    await expect(play.call(CLERK[0], 'acceptDelegation', { params: { id: next } })).rejects.toMatchObject({ code: 'state-conflict' });
  });

  it('is KT. for a deputy only', async () => {
    const kt = { capacity: 'KT', paper: 'Quyết định số 10/QĐ-THCSGP ngày 01/3/2026' };
    await expect(lend(HEAD, CLERK, kt)).rejects.toMatchObject({ code: 'delegation-refused', details: { reason: 'not-a-deputy' } });
  });

  it('decides the awards it is lent for and no other, asked beforehand as at the signature', async () => {
    const [chair, deputy] = [await post('gp.chutich', 'chair'), await post('gp.phochutich', 'deputy-chair')];
    const ask = (award: string): Promise<object> =>
      play.call('gp.phochutich', 'checkCompetence', {
        body: { award, positionId: deputy, capacity: 'KT', onBehalfOf: chair, date: '2026-03-02' },
      });
    expect(await ask('CSTDCS')).toMatchObject({ ruleId: 'AU-05' });
    const bound = (scope: object): Promise<unknown> =>
      play.rows('update delegation set scope = $1 where from_position = $2 and to_position = $3', [JSON.stringify(scope), chair, deputy]);
    await bound({ awards: ['GK_XA'] });
    expect(await ask('GK_XA')).toMatchObject({ ruleId: 'AU-04' });
    await expect(ask('CSTDCS')).rejects.toMatchObject({ code: 'not-competent', details: { reason: 'not-lent' } });
    await bound({ steps: ['sign'] });
    await expect(ask('GK_XA')).rejects.toMatchObject({ code: 'not-competent', details: { reason: 'not-lent' } });
    await bound({});
  });

  it('lends nothing before it is accepted, acts for the steps it names, and tells of both people and the paper (check 13)', async () => {
    const clerk = await play.actor('gp.thcs.nguoilap');
    const { dossierId } = await play.call('gp.thcs.nguoilap', 'launchDossier', {
      body: {
        ...{ orgId: clerk.positions[0]?.orgId, occasion: 'ad-hoc', year: 2026, title: 'Khen thưởng đột xuất' },
        rows: [
          {
            kind: 'individual',
            name: 'Đỗ Thị Minh',
            title: 'Giáo viên',
            scope: 'inside',
            award: 'GK_XA',
            achievement: 'Cứu người bị nạn trên đường đi dạy.',
          },
        ],
      },
    });
    await play.does('gp.thcs.nguoilap', 'Hoàn thiện báo cáo thành tích', dossierId, (task) => ({ rows: entries(task, () => ({})) }));
    await play.does('gp.thcs.nguoilap', 'Ghi kết quả họp bình xét', dossierId, (task) => ({
      ...{
        heldAt: '2026-02-27',
        place: 'Phòng họp',
        chair: 'Hiệu trưởng',
        secretary: 'Thư ký',
        invited: 10,
        present: 10,
        method: 'ballot',
      },
      rows: entries(task, () => ({ yes: 10, no: 0, blank: 0 })),
    }));
    const sign = { outcome: 'sign', signatureMode: 'digital' };
    const lent = await lend(HEAD, CLERK, { ...TL, paper: 'Quyết định số 12/QĐ-THCSGP ngày 01/3/2026' });
    await expect(play.does(CLERK[0], 'Ký tờ trình', dossierId, sign)).rejects.toMatchObject({ code: 'not-your-task' });
    await accept(CLERK[0], lent);
    await play.does(CLERK[0], 'Ký tờ trình', dossierId, sign);
    const { entries: lines } = await play.call('gp.thcs.nguoilap', 'dossierTimeline', { params: { id: dossierId } });
    const signed = lines.find((line) => line.action === 'papers-signed');
    expect(signed?.onBehalfOf).toMatch(/^Hiệu trưởng .+, .+ \(Quyết định số 12\/QĐ-THCSGP ngày 01\/3\/2026\)$/);
    expect(signed?.person).not.toBeNull();
    expect(signed?.facts).toMatchObject({ capacity: 'TL' });
  });
});

/** What screens and papers ask of a body: what it was on a day. */
describe('bodies as of a day', () => {
  let play: RoundPlay;

  beforeAll(async () => {
    play = await RoundPlay.open();
  });
  afterAll(async () => {
    await play.close();
  });

  it('shows ended bodies on the days they lived and on no other', async () => {
    const names = async (day: string): Promise<readonly string[]> =>
      (await play.call('gp.chutich', 'organisations', { query: { day } })).organisations.map((org) => org.name);
    expect(await names('2025-06-30')).toContain('UBND thị xã Kinh Xuân');
    expect(await names('2025-07-01')).not.toContain('UBND thị xã Kinh Xuân');
    expect(await names('2025-06-30')).not.toContain('UBND xã Gia Phúc');
  });

  it('takes a dated change and keeps what was before', async () => {
    const list = await play.call('hp.quantri1', 'organisations', { query: {} });
    const id = list.organisations.find((org) => org.name === 'Trạm Y tế xã Minh Tân')?.id ?? '';
    const body = { from: '2026-04-01', name: 'Trạm Y tế Minh Tân', symbol: 'TYTMT', paper: 'Quyết định số 77/QĐ-UBND ngày 20/3/2026' };
    await expect(play.call('gp.chutich', 'changeOrganisation', { params: { id }, body })).rejects.toMatchObject({ code: 'forbidden' });
    await play.call('hp.quantri1', 'changeOrganisation', { params: { id }, body });
    const on = async (day: string): Promise<readonly string[]> => {
      const org = await play.call('gp.chutich', 'organisation', { params: { id }, query: { day } });
      return [org.name, org.symbol];
    };
    expect(await on('2026-03-31')).toEqual(['Trạm Y tế xã Minh Tân', 'TYT']);
    expect(await on('2026-04-01')).toEqual(['Trạm Y tế Minh Tân', 'TYTMT']);
  });

  it('ends a body with its successor, and hands over by an administrator once its last day has passed', async () => {
    const list = await play.call('hp.quantri1', 'organisations', { query: {} });
    const idOf = (name: string): string => list.organisations.find((org) => org.name === name)?.id ?? '';
    const [from, to] = [idOf('Thôn Tây Hào'), idOf('Thôn Đông Hào')];
    const ending = {
      lastDay: '2026-03-31',
      kind: 'merged',
      paper: 'Nghị quyết số 3/NQ-HĐND',
      successors: [{ orgId: to, takesOpenFiles: true }],
    };
    await play.call('hp.quantri1', 'endOrganisation', { params: { id: from }, body: ending });
    await expect(play.call('hp.quantri1', 'handOverOrganisation', { params: { id: from } })).rejects.toMatchObject({
      code: 'state-conflict',
      details: { reason: 'organisation-not-ended' },
    });
    const clerk = await play.actor('gp.tayhao.nguoilap');
    const { dossierId } = await play.call('gp.tayhao.nguoilap', 'launchDossier', {
      body: {
        ...{ orgId: clerk.positions[0]?.orgId, occasion: 'ad-hoc', year: 2026, title: 'Khen thưởng đột xuất của thôn' },
        rows: [
          {
            kind: 'household',
            name: 'Hộ ông Lê Văn Đồng',
            title: 'Hộ gia đình',
            scope: 'inside',
            award: 'GK_XA',
            achievement: 'Hiến đất mở đường liên thôn.',
          },
        ],
      },
    });
    await play.at(Date.UTC(2026, 3, 1, 2));
    expect(await play.call('hp.quantri1', 'handOverOrganisation', { params: { id: from } })).toEqual({ rounds: 0, rows: 0, dossiers: 1 });
    await play.does('gp.thon.nguoilap', 'Hoàn thiện báo cáo thành tích', dossierId, (task) => ({ rows: entries(task, () => ({})) }));
    const view = await play.call('hp.quantri1', 'organisation', { params: { id: to }, query: {} });
    expect(view.predecessors).toMatchObject([{ name: 'Thôn Tây Hào', kind: 'merged', takesOpenFiles: true }]);
    await play.at(Date.UTC(2026, 2, 2, 2));
  });
});

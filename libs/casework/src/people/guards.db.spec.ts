import { RoundPlay } from '../../../../test/harness/round-play';
import { sheets } from '../../../../test/harness/sheets';
import { REGISTER_TABLES } from './registers/register-tables';

jest.setTimeout(60_000);

const [ADMIN, OTHER] = ['tn.quantri1', 'tn.quantri2'];
const PAPER = 'Quyết định số 21/QĐ-UBND';
const OWN = { code: 'state-conflict', details: { reason: 'own-appointment' } };

describe('what the keepers of the registers may not do', () => {
  let play: RoundPlay;
  let province: string;
  let school: string;
  let self: { personId: string; fullName: string; born: Date };
  let someone: readonly string[];

  beforeAll(async () => {
    play = await RoundPlay.open('TN');
    await play.at(Date.parse('2026-03-02T09:00:00+07:00'));
    const orgs = (await play.call(ADMIN, 'organisations')).organisations;
    province = orgs.find((org) => org.bodyKind === 'province')?.id ?? '';
    const parentId = orgs.find((org) => org.level === 'XA')?.id ?? '';
    school = await addSchool('Trường Mầm non Sao Mai', parentId);
    const { personId } = await play.actor(ADMIN);
    const [person] = await play.deps.stores.people.persons('TN', [personId]);
    self = { personId, fullName: person?.fullName ?? '', born: new Date(`${person?.born ?? '1980-01-01'}T00:00:00Z`) };
    const names = ['Vũ Canh Một', 'Vũ Canh Hai', 'Vũ Canh Ba'];
    const made = [];
    for (const fullName of names) {
      made.push((await play.call(ADMIN, 'addPerson', { body: { fullName } })).personId);
    }
    someone = made;
  }, 60_000);
  afterAll(() => play.close());

  const addSchool = async (name: string, parentId: string): Promise<string> =>
    (
      await play.call(ADMIN, 'addOrganisation', {
        body: { kind: 'school', name, parentId, symbol: 'MN', from: '2025-08-01', paper: PAPER },
      })
    ).orgId;
  const post = (role: 'head' | 'deputy-head' | 'clerk', from = '2025-08-01', to?: string) => ({
    ...{ orgId: school, role, title: 'Chức vụ', from, ...(to === undefined ? {} : { to }) },
  });
  const codesOf = async (kind: 'people' | 'rosters', row: readonly (string | Date | null)[]): Promise<readonly string[]> => {
    const { name, columns } = REGISTER_TABLES[kind];
    const file = { name: 'bang.xlsx', bytes: await sheets.write([{ name, columns, rows: [row] }]) };
    await expect(play.call(ADMIN, 'applyRegister', { query: { kind }, file })).rejects.toMatchObject({ code: 'import-refused' });
    return (await play.call(ADMIN, 'previewRegister', { query: { kind }, file })).lines.flatMap((line) =>
      line.problems.map((one) => one.code),
    );
  };
  const outcomes = async (tries: readonly Promise<unknown>[]): Promise<readonly string[]> =>
    (await Promise.allSettled(tries)).map((one) =>
      one.status === 'fulfilled' ? 'done' : String((one.reason as { details?: { reason?: string } }).details?.reason),
    );

  it('gives oneself no post, no seat and no lent power, by hand or by a table', async () => {
    const [one = ''] = someone;
    await expect(play.call(ADMIN, 'appointPerson', { params: { id: self.personId }, body: post('head') })).rejects.toMatchObject(OWN);
    const { positionId } = await play.call(ADMIN, 'appointPerson', { params: { id: one }, body: post('head') });
    await expect(
      play.call(ADMIN, 'endPost', {
        params: { id: positionId },
        body: { lastDay: '2026-03-02', paper: PAPER, replacement: { personId: self.personId } },
      }),
    ).rejects.toMatchObject(OWN);
    const members = [self.personId, ...someone].map((personId, index) => ({
      ...{ personId, role: index === 0 ? ('chair' as const) : ('member' as const), standing: true },
    }));
    const roster = { orgId: province, name: 'Hội đồng của quản trị viên', paper: PAPER, from: '2026-05-01', members };
    await expect(play.call(ADMIN, 'addRoster', { body: roster })).rejects.toMatchObject(OWN);

    const admin = await play.actor(ADMIN);
    const chair = await play.actor('tn.chutich');
    const [fromPosition = '', toPosition = ''] = [chair, admin].map((actor) => actor.positions[0]?.id);
    const lend = { fromPosition, toPosition, capacity: 'TUQ', paper: PAPER, from: '2026-03-02', to: '2026-12-31', steps: ['sign'] };
    await expect(play.call(ADMIN, 'grantDelegation', { body: lend })).rejects.toMatchObject(OWN);
    // By another administrator it is that one's act.
    await expect(play.call(OTHER, 'appointPerson', { params: { id: self.personId }, body: post('clerk') })).resolves.toHaveProperty(
      'positionId',
    );

    const begin = new Date(Date.UTC(2025, 7, 1));
    const unit = 'Trường Mầm non Sao Mai';
    expect(
      await codesOf('people', [self.fullName, self.born, null, unit, null, 'Phó', 'Phó thủ trưởng đơn vị', begin, null, null]),
    ).toContain('own-appointment');
    const seat = Object.fromEntries(REGISTER_TABLES.rosters.columns.map((column) => [column.key, null as string | Date | null]));
    const row = {
      ...seat,
      unit,
      council: 'Hội đồng trường',
      paper: PAPER,
      from: begin,
      name: self.fullName,
      born: self.born,
      role: 'Chủ tịch Hội đồng',
    };
    expect(await codesOf('rosters', Object.values(row))).toContain('own-appointment');
  });

  it('tells two administrators of each other: one head, one council, one change a day, one account', async () => {
    const [, two = '', three = ''] = someone;
    const other = await addSchool('Trường Mầm non Sao Hôm', province);
    const at = { ...post('head'), orgId: other };
    const members = [two, three].map((personId, index) => ({
      ...{ personId, role: index === 0 ? ('chair' as const) : ('member' as const), standing: true },
    }));
    const roster = { orgId: other, name: 'Hội đồng trường Sao Hôm', paper: PAPER, from: '2026-03-01', members };
    const change = { params: { id: other }, body: { from: '2025-09-01', symbol: 'SH', paper: PAPER } };
    const twice = async (act: (by: string, n: number) => Promise<unknown>): Promise<readonly string[]> =>
      (await outcomes([act(ADMIN, 0), act(OTHER, 1)])).toSorted();
    expect(await twice((by, n) => play.call(by, 'appointPerson', { params: { id: n === 0 ? two : three }, body: at }))).toEqual([
      'done',
      'post-held',
    ]);
    expect(await twice((by) => play.call(by, 'addRoster', { body: roster }))).toEqual(['council-later', 'done']);
    expect(await twice((by) => play.call(by, 'changeOrganisation', change))).toEqual(['change-on-that-day', 'done']);
    const account = (n: number) => ({ params: { id: two }, body: { username: `vu.canh.hai${n}` } });
    expect(await twice((by, n) => play.call(by, 'openAccount', account(n)))).toEqual(['account-known', 'done']);
    const lines = await play.rows<{ action: string }>('select action from audit where subject_id = $1', [other]);
    expect(lines.filter((line) => line.action === 'organisation-changed')).toHaveLength(1);
  });

  it('keeps a person as the other administrator has left it', async () => {
    const [one = ''] = someone;
    const seen = { fullName: 'Vũ Canh Một', gender: null, born: null };
    const change = (by: string, to: object): Promise<unknown> =>
      play.call(by, 'changePerson', { params: { id: one }, body: { ...seen, ...to, seen } });
    await change(OTHER, { born: '1980-01-02' });
    await expect(change(ADMIN, { gender: 'nu' })).rejects.toMatchObject({ details: { reason: 'person-changed' } });
    expect(await play.deps.stores.people.persons('TN', [one])).toMatchObject([{ born: '1980-01-02', gender: null }]);
  });

  it('holds no connection while it asks for another: a dozen at once all end', async () => {
    const [one = ''] = someone;
    const posts = [];
    for (let n = 0; n < 12; n += 1) {
      const days = { from: `2026-${String(n + 1).padStart(2, '0')}-02`, to: `2026-${String(n + 1).padStart(2, '0')}-20` };
      posts.push(
        (await play.call(ADMIN, 'appointPerson', { params: { id: one }, body: post('deputy-head', days.from, days.to) })).positionId,
      );
    }
    const end = (id: string, n: number): Promise<unknown> =>
      play.call(ADMIN, 'endPost', { params: { id }, body: { lastDay: `2026-${String(n + 1).padStart(2, '0')}-10`, paper: PAPER } });
    expect(new Set(await outcomes(posts.map(end)))).toEqual(new Set(['done']));
  });

  it('lends nothing beyond the term of either post, and nothing outlives its body', async () => {
    const [one = '', two = '', three = ''] = someone;
    const holder = (await play.deps.stores.people.holders('TN', { orgId: school, role: 'head' }, '2026-03-02'))[0]?.id ?? '';
    const taker = (await play.call(ADMIN, 'appointPerson', { params: { id: two }, body: post('deputy-head', '2026-03-01', '2026-06-30') }))
      .positionId;
    const lend = (days: object): Promise<{ delegationId: string }> =>
      play.call(ADMIN, 'grantDelegation', {
        body: { fromPosition: holder, toPosition: taker, capacity: 'TL', paper: PAPER, from: '2026-03-02', ...days },
      });
    const refusal = { code: 'delegation-refused', details: { reason: 'outside-term' } };
    await expect(lend({})).rejects.toMatchObject(refusal);
    await expect(lend({ to: '2026-07-01' })).rejects.toMatchObject(refusal);
    await expect(lend({ from: '2026-02-01', to: '2026-05-01' })).rejects.toMatchObject(refusal);
    const { delegationId } = await lend({ to: '2026-06-30' });
    const members = [one, two, three].map((personId, index) => ({
      ...{ personId, role: index === 0 ? ('chair' as const) : ('member' as const), standing: true },
    }));
    const roster = { orgId: school, name: 'Hội đồng trường Sao Mai', paper: PAPER, from: '2026-03-01', members };
    const { councilId } = await play.call(ADMIN, 'addRoster', { body: roster });

    const whole = { params: { id: province }, body: { lastDay: '2026-03-31', kind: 'ended' as const, paper: PAPER, successors: [] } };
    await expect(play.call(ADMIN, 'endOrganisation', whole)).rejects.toMatchObject({ details: { reason: 'whole-province' } });
    await play.call(ADMIN, 'endOrganisation', { ...whole, params: { id: school } });
    const [lent] = (await play.call(ADMIN, 'allDelegations')).delegations.filter((line) => line.id === delegationId);
    const council = (await play.call(ADMIN, 'rosters')).rosters.find((line) => line.id === councilId);
    expect([lent?.to, council?.to, council?.endedBy]).toEqual(['2026-03-31', '2026-03-31', PAPER]);
  });
});

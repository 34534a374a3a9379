import { randomUUID } from 'node:crypto';
import { RoundPlay } from '../../../../test/harness/round-play';

jest.setTimeout(60_000);

const ADMIN = 'tn.quantri1';
const PAPER = 'Quyết định số 20/QĐ-UBND';

describe('bodies, posts, councils and lent powers as administrators keep them', () => {
  let play: RoundPlay;
  let province: string;
  let commune: string;
  const added: string[] = [];

  beforeAll(async () => {
    play = await RoundPlay.open('TN');
    await play.at(Date.parse('2026-03-02T09:00:00+07:00'));
    const orgs = (await play.call(ADMIN, 'organisations')).organisations;
    province = orgs.find((org) => org.bodyKind === 'province')?.id ?? '';
    commune = orgs.find((org) => org.level === 'XA')?.id ?? '';
    for (const name of ['Trường Tiểu học Một', 'Trường Tiểu học Hai']) {
      const body = { kind: 'school' as const, name, parentId: commune, symbol: 'TH', from: '2025-08-01', paper: PAPER };
      added.push((await play.call(ADMIN, 'addOrganisation', { body })).orgId);
    }
  }, 60_000);
  afterAll(() => play.close());

  const person = async (fullName: string, orgId: string, role: string): Promise<{ personId: string; positionId: string | null }> =>
    play.call(ADMIN, 'addPerson', { body: { fullName, post: { orgId, role, title: `Chức vụ ${role}`, from: '2025-08-01' } } });
  const trail = async (id: string): Promise<readonly string[]> =>
    (await play.rows<{ action: string }>('select action from audit where subject_id = $1 order by id', [id])).map((line) => line.action);
  const waitAt = (principal: string, taskId = randomUUID()): Promise<unknown> =>
    play.rows('insert into inbox (province_id, principal, due_at, task_id) values ($1, $2, now(), $3)', ['TN', principal, taskId]);

  it('refuses strangers, twins, rings and what may not stand there', async () => {
    const [one = '', two = ''] = added;
    const school = {
      kind: 'school' as const,
      name: 'Trường TIỂU học một',
      parentId: commune,
      symbol: 'TH',
      from: '2025-09-01',
      paper: PAPER,
    };
    await expect(play.call('tn.chutich', 'addOrganisation', { body: school })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(play.call(ADMIN, 'addOrganisation', { body: school })).rejects.toMatchObject({
      details: { reason: 'organisation-known' },
    });
    await expect(play.call(ADMIN, 'addOrganisation', { body: { ...school, kind: 'commune' } })).rejects.toMatchObject({
      code: 'request-invalid',
    });
    const move = (id: string, parentId: string): Promise<unknown> =>
      play.call(ADMIN, 'moveOrganisation', { params: { id }, body: { parentId, from: '2026-02-01', paper: PAPER } });
    await move(two, one);
    await expect(move(one, two)).rejects.toMatchObject({ details: { reason: 'parent-loop' } });
    const on = async (day: string): Promise<string | null> =>
      (await play.call(ADMIN, 'organisation', { params: { id: two }, query: { day } })).parentId;
    expect([await on('2026-01-31'), await on('2026-02-01')]).toEqual([commune, one]);
    await move(two, commune);
    expect(await trail(two)).toEqual(['organisation-added', 'organisation-moved', 'organisation-moved']);
  });

  it('keeps an earlier new name when a new symbol comes', async () => {
    const [one = ''] = added;
    const change = (body: object): Promise<unknown> => play.call(ADMIN, 'changeOrganisation', { params: { id: one }, body });
    await change({ from: '2025-10-01', name: 'Trường Tiểu học Kim Đồng', paper: PAPER });
    await change({ from: '2025-11-01', symbol: 'KĐ', paper: PAPER });
    const seen = await play.call(ADMIN, 'organisation', { params: { id: one }, query: {} });
    expect([seen.name, seen.symbol]).toEqual(['Trường Tiểu học Kim Đồng', 'KĐ']);
  });

  it('ends a post only when somebody takes its open tasks, and never hands on a ballot', async () => {
    const [one = ''] = added;
    const head = await person('Đỗ Thử Trưởng', one, 'head');
    const next = await play.call(ADMIN, 'addPerson', { body: { fullName: 'Đỗ Thử Kế' } });
    await expect(person('Đỗ Thử Khác', one, 'head')).rejects.toMatchObject({ details: { reason: 'post-held' } });
    await waitAt(`pos:${one}/head`);
    await waitAt(`person:${head.personId}`);
    const asked = { params: { id: head.positionId ?? '' } };
    const end = { lastDay: '2026-03-01', paper: PAPER };
    expect(await play.call(ADMIN, 'postEnding', { ...asked, query: { lastDay: '2026-03-01' } })).toMatchObject({
      tasks: 1,
      ballots: 1,
      others: [],
    });
    await expect(play.call(ADMIN, 'endPost', { ...asked, body: end })).rejects.toMatchObject({
      code: 'post-needs-holder',
      details: { tasks: 1 },
    });

    const done = await play.call(ADMIN, 'endPost', { ...asked, body: { ...end, replacement: { personId: next.personId } } });
    expect(done).toMatchObject({ tasks: 1, ballots: 1, others: ['Đỗ Thử Kế'] });
    const holders = await play.deps.stores.people.holders('TN', { orgId: one, role: 'head' }, '2026-03-02');
    expect(holders.map((holder) => [holder.fullName, holder.title])).toEqual([['Đỗ Thử Kế', 'Chức vụ head']]);
    expect(await play.rows('select principal from inbox where principal = $1', [`person:${head.personId}`])).toHaveLength(1);
    expect(await trail(head.positionId ?? '')).toEqual(['appointed', 'post-ended']);
  });

  it('asks before a namesake, finds people without marks, and tells of inboxes nobody opens', async () => {
    await expect(play.call(ADMIN, 'addPerson', { body: { fullName: 'Đỗ Thử Kế'.normalize('NFD') } })).rejects.toMatchObject({
      code: 'person-known',
    });
    await play.call(ADMIN, 'addPerson', { body: { fullName: 'Đỗ Thử Kế', namesake: true } });
    await waitAt(`pos:${added[1] ?? ''}/records-clerk`);
    // A task of several posts is open to whoever holds one of them.
    const shared = randomUUID();
    await waitAt(`pos:${added[0] ?? ''}/head`, shared);
    await waitAt(`pos:${added[0] ?? ''}/deputy-head`, shared);
    const found = await play.call(ADMIN, 'people', { query: { q: 'do thu ke' } });
    expect(found.stranded.map((one) => one.role)).not.toContain('deputy-head');
    expect(found.total).toBe(2);
    expect(found.people.flatMap((one) => one.posts.map((post) => post.state))).toEqual(['now']);
    expect(found.stranded).toContainEqual({ orgId: added[1], orgName: 'Trường Tiểu học Hai', role: 'records-clerk', tasks: 1 });
  });

  it('lets several bodies end in one act for one after them, with their people but never two heads', async () => {
    const [one = '', two = ''] = added;
    await person('Hai Thử Trưởng', two, 'head');
    await person('Hai Thử Văn', two, 'records-clerk');
    const merged = await play.call(ADMIN, 'mergeOrganisations', {
      body: {
        ...{ predecessorIds: [one, two], lastDay: '2026-03-15', kind: 'merged', paper: PAPER, takesOpenFiles: true, keepsPosts: true },
        successor: { kind: 'school', name: 'Trường Tiểu học Chung', parentId: commune, symbol: 'THC' },
      },
    });
    expect(merged).toMatchObject({
      posts: 1,
      vacant: [{ role: 'head', held: ['Hai Thử Trưởng, Chức vụ head', 'Đỗ Thử Kế, Chức vụ head'] }],
    });
    const seen = await play.call(ADMIN, 'organisation', { params: { id: merged.successorId }, query: { day: '2026-03-16' } });
    expect([seen.validFrom, seen.predecessors.map((old) => old.name).toSorted()]).toEqual([
      '2026-03-16',
      ['Trường Tiểu học Hai', 'Trường Tiểu học Một'],
    ]);
    await expect(
      play.call(ADMIN, 'mergeOrganisations', {
        body: {
          ...{ predecessorIds: [one], lastDay: '2026-03-20', kind: 'merged', paper: PAPER, takesOpenFiles: true, keepsPosts: false },
          successor: { orgId: merged.successorId },
        },
      }),
    ).rejects.toMatchObject({ details: { reason: 'organisation-ended' } });
  });

  it('replaces a council by the next decision and lets nobody into an open session', async () => {
    const old = (await play.call(ADMIN, 'rosters')).rosters.find((roster) => roster.orgId === province && roster.state === 'now');
    const members = (old?.members ?? []).slice(0, 4).map(({ personId }, index) => ({
      ...{ personId, role: index === 0 ? ('chair' as const) : ('member' as const), standing: index === 0 },
    }));
    const body = { orgId: province, name: 'Hội đồng Thi đua - Khen thưởng tỉnh', paper: PAPER, from: '2026-04-01', members };
    await expect(play.call(ADMIN, 'addRoster', { body: { ...body, members: [...members, ...members] } })).rejects.toMatchObject({
      code: 'request-invalid',
    });
    const { councilId } = await play.call(ADMIN, 'addRoster', { body });
    const after = (await play.call(ADMIN, 'rosters')).rosters;
    expect(after.find((roster) => roster.id === old?.id)).toMatchObject({ to: '2026-03-31', endedBy: PAPER });
    expect(after.find((roster) => roster.id === councilId)).toMatchObject({ state: 'later', members: { length: 4 } });
    const seats = await play.rows<{ n: number }>(
      `select count(*)::int as n from position where org_id = $1 and role = 'council-member' and (valid_to is null or valid_to >= '2026-04-01')`,
      [province],
    );
    expect(seats).toEqual([{ n: 4 }]);
  });

  it('writes down lent powers for others, which they take on themselves, and lets none come back', async () => {
    const deputy = await play.actor('tn.phochutich');
    const chair = await play.actor('tn.chutich');
    const ids = [chair, deputy].map((actor) => actor.positions.find((post) => post.role.endsWith('chair'))?.id ?? '');
    const [fromPosition = '', toPosition = ''] = ids;
    const lend = (over: object): Promise<{ delegationId: string }> =>
      play.call(ADMIN, 'grantDelegation', {
        body: { fromPosition, toPosition, capacity: 'TL', paper: PAPER, from: '2026-03-02', ...over },
      });
    const ring = { fromPosition: toPosition, toPosition: fromPosition, capacity: 'Q' };
    await expect(lend(ring)).rejects.toMatchObject({ code: 'delegation-refused', details: { reason: 'cycle' } });
    await expect(
      play.deps.database.inTransaction((tx) =>
        play.deps.stores.delegations.insert(tx, 'TN', {
          ...{ id: randomUUID(), capacity: 'Q', paper: PAPER, scope: {}, from: '2026-03-02', to: null, restsOn: null },
          ...{ fromPosition: toPosition, toPosition: fromPosition, grantedBy: toPosition },
        }),
      ),
    ).rejects.toMatchObject({ details: { constraint: 'delegation_cycle' } });
    const { delegationId } = await lend({});
    const listed = async (): Promise<object | undefined> =>
      (await play.call(ADMIN, 'allDelegations')).delegations.find((one) => one.id === delegationId);
    expect(await listed()).toMatchObject({ state: 'waiting', acceptedAt: null, mayEnd: true, mayAccept: false });
    await expect(play.call(ADMIN, 'acceptDelegation', { params: { id: delegationId } })).rejects.toMatchObject({ code: 'forbidden' });
    await play.call('tn.phochutich', 'acceptDelegation', { params: { id: delegationId } });
    await play.call(ADMIN, 'endDelegation', { params: { id: delegationId }, body: { reason: 'Thu hồi theo văn bản' } });
    expect(await trail(delegationId)).toEqual(['delegation-granted', 'delegation-accepted', 'delegation-ended']);
  });

  it('resets an account so that nobody stays in, and closes it', async () => {
    const added = await play.call(ADMIN, 'addPerson', { body: { fullName: 'Tài Khoản Thử' } });
    const opened = await play.call(ADMIN, 'openAccount', { params: { id: added.personId }, body: { username: 'tai.khoan.thu' } });
    await play.call(ADMIN, 'activateAccount', { body: { username: 'tai.khoan.thu', code: opened.code, password: 'mat-khau-dai' } });
    const { token } = await play.casework.sessions.signIn({ username: 'tai.khoan.thu', password: 'mat-khau-dai' });
    const again = await play.call(ADMIN, 'resetAccount', { params: { id: opened.accountId } });
    expect(await play.casework.sessions.resolve(token)).toBeUndefined();
    await expect(play.casework.sessions.signIn({ username: 'tai.khoan.thu', password: 'mat-khau-dai' })).rejects.toMatchObject({
      code: 'sign-in-failed',
    });
    const state = { params: { id: opened.accountId }, body: { disabled: true, reason: 'Nghỉ việc' } };
    await play.call(ADMIN, 'setAccountState', state);
    const late = { body: { username: 'tai.khoan.thu', code: again.code, password: 'mat-khau-khac' } };
    await expect(play.call(ADMIN, 'activateAccount', late)).rejects.toMatchObject({ code: 'activation-refused' });
    const { lines } = await play.call(ADMIN, 'auditLines', { query: { action: 'account-disabled' } });
    expect(lines[0]).toMatchObject({ action: 'account-disabled', facts: [{ name: 'Lý do', value: 'Nghỉ việc' }] });
    // Decision 12: texts of people stand beside the trail, under their hash.
    const kept = `select count(*)::int as n from audit where facts::text like '%Nghỉ việc%'`;
    expect(await play.rows<{ n: number }>(kept, [])).toEqual([{ n: 0 }]);
    expect(await trail(opened.accountId)).toEqual(['account-opened', 'account-activated', 'account-reset', 'account-disabled']);
  });
});

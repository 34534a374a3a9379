import { HP, RoundPlay } from '../../../../test/harness/round-play';
import { sheets } from '../../../../test/harness/sheets';
import type { Casework } from '../casework';
import { installAll } from '../install/install-all';
import { installProvincesDue } from '../install/install-province';
import { readWorkflowFiles } from '../install/read-workflow-files';
import { openCasework } from '../open-casework';

jest.setTimeout(120_000);

const FIRST = { fullName: 'Trần Thị Quản Lý', title: 'Quản trị hệ thống, Văn phòng UBND tỉnh', username: 'quantri1' };
const SECOND = { fullName: 'Lê Văn Vận Hành', title: 'Quản trị hệ thống, Sở Khoa học và Công nghệ', username: 'quantri2' };
const PROVINCE = { kind: 'province', name: 'Tây Ninh', from: '2025-07-01' } as const;
const refused = (code: string): object => expect.objectContaining({ code }) as object;

/** One walk, in order: a demo is cleared, and becomes a house of its own. */
describe('from the demo to a house of its own', () => {
  let play: RoundPlay;
  let house: Casework;
  let code = '';
  const files = readWorkflowFiles();
  const paper = files.processes.find((one) => one.folder === 'ban-hanh-van-ban');
  const few = { ...files, processes: paper === undefined ? [] : [paper] };

  const make = (more: { code?: string } = {}): Promise<{ username: string; code: string }> =>
    house.handlers.makeAdministrators({
      body: { code, province: PROVINCE, first: { ...FIRST, password: 'mat-khau-rat-dai' }, second: SECOND, ...more },
    } as never); // nobody is signed in: the route asks for no more

  beforeAll(async () => {
    play = await RoundPlay.open();
  });
  afterAll(async () => {
    await house.close();
    await play.close();
  });

  it('refuses everybody but an administrator who typed the words', async () => {
    await expect(play.call('gp.chutich', 'clearDemo', { body: { typed: 'XÓA DỮ LIỆU MẪU' } })).rejects.toEqual(refused('forbidden'));
    await expect(play.call('hp.quantri1', 'clearDemo', { body: { typed: 'xóa' } })).rejects.toEqual(refused('clearing-not-confirmed'));
    expect(await play.rows('select id from account limit 1')).toHaveLength(1);
  });

  it('clears people, processes and trails, and keeps law and the diagrams of the province', async () => {
    const drawn = { ...(await drawing()), origin: 'tenant', name: 'Ban hành, bản của thành phố' };
    await play.deps.database.inTransaction((tx) => play.deps.definitions.release(tx, HP, drawn));
    const [before] = await play.rows<{ n: number }>('select count(*)::int as n from authority_rule');
    ({ code } = await play.call('hp.quantri1', 'clearDemo', { body: { typed: 'xóa dữ liệu mẫu' } }));
    const [left] = await play.rows<Record<string, number>>(
      `select (select count(*)::int from org) as orgs, (select count(*)::int from audit) as lines, (select count(*)::int from process_definition) as processes,
         (select count(*)::int from movement) as movements, (select count(*)::int from authority_rule) as rules, (select epoch from installation) as epoch,
         (select count(*)::int from kept_diagram) as kept`,
    );
    expect(left).toEqual({ orgs: 0, lines: 0, processes: 0, movements: 0, rules: before?.n, epoch: 1, kept: 1 });
    await expect(play.rows('delete from audit')).rejects.toThrow(/written once|append-only|audit/i);
  });

  it('stays cleared when it is started as a demo again, on the real clock', async () => {
    const settings = { databaseUrl: play.databaseUrl, databasePool: 4, demo: true, clock: 'movable', sheets } as const;
    house = await openCasework({ ...settings, publicUrl: 'http://localhost:3000' });
    await installAll(house.deps, few);
    expect(house.deps).toMatchObject({ demo: false, simulatedClock: false, publicUrl: null });
    expect(await play.rows('select id from account')).toEqual([]);
    expect(Math.abs(house.deps.clock.nowMs() - Date.now())).toBeLessThan(60_000);
    await expect(house.sessions.demoSignIn('018f0000-0000-7000-8000-00000000dead')).rejects.toEqual(refused('not-found'));
  });

  it('opens to the code and to nothing else, once', async () => {
    expect(await house.handlers.setup({} as never)).toEqual({ mode: 'real', open: true });
    await expect(make({ code: 'AAAA-BBBB-CCCC' })).rejects.toEqual(refused('setup-code-wrong'));
    const typed = code.toLowerCase().replaceAll('-', ' ');
    // Two who send it at once: one house is made.
    const tries = await Promise.allSettled([make({ code: typed }), make({ code: typed })]);
    const [made] = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(tries.filter((one) => one.status === 'rejected').map((one) => one.reason as unknown)).toEqual([refused('setup-closed')]);
    expect(made).toMatchObject({ username: 'quantri2', code: expect.stringMatching(/^\w{4}-\w{4}-\w{4}$/) as string });
    await expect(make()).rejects.toEqual(refused('setup-closed'));
    expect(await house.handlers.setup({} as never)).toEqual({ mode: 'real', open: false });
  });

  it('gives the new province its processes, and the diagram that was kept', async () => {
    expect(await installProvincesDue(house.deps, () => few)).toBe(1);
    expect(await installProvincesDue(house.deps, () => few)).toBe(0);
    expect(await play.rows('select province_id, version, status, origin, name from process_definition order by version')).toEqual([
      { province_id: 'TNI', version: 1, status: 'published', origin: 'shipped/1', name: expect.any(String) as string },
      { province_id: 'TNI', version: 2, status: 'published', origin: 'tenant', name: 'Ban hành, bản của thành phố' },
    ]);
  });

  it('tells the first administrator what is there and what is missing', async () => {
    const { token } = await house.sessions.signIn({ username: 'quantri1', password: 'mat-khau-rat-dai' });
    const session = await house.sessions.resolve(token);
    const told = await house.handlers.setupProgress({ actor: session?.actor } as never);
    expect(told).toMatchObject({
      ...{ mode: 'real', provinceName: 'UBND tỉnh Tây Ninh', processes: { done: 1, total: 1, finished: true } },
      counts: { communes: 0, people: 2, administrators: 2, movements: 0 },
    });
    expect(told.steps.map(({ step, state }) => `${step} ${state}`).slice(0, 3)).toEqual([
      'province done',
      'organisations open',
      'people open',
    ]);
    expect(told.gaps).toContainEqual({ kind: 'province', role: 'chair', count: 1, examples: ['UBND tỉnh Tây Ninh'] });
    expect(told.gaps).toContainEqual({ kind: 'province', role: 'council', count: 1, examples: ['UBND tỉnh Tây Ninh'] });
  });

  async function drawing(): Promise<{ key: string; name: string; xml: string; resources: never }> {
    const [row] = await play.rows<{ key: string; name: string; xml: string; resources: never }>(
      `select key, name, xml, resources from process_definition where province_id = $1 and key = 'ban-hanh-van-ban'`,
      [HP],
    );
    if (row === undefined) {
      throw new Error('the demo has the process');
    }
    return { ...row, xml: row.xml.replace(/<bpmn:process ([^>]*)name="[^"]*"/, '<bpmn:process $1name="Ban hành, bản của thành phố"') };
  }
});

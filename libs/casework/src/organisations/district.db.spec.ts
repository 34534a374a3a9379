import { instantOf, isoOf, localDate, type JsonObject } from '@thidua/kernel';
import { RoundPlay } from '../../../../test/harness/round-play';
import { appraised, councilHeld, received, type Bench } from '../../../../test/harness/round-story';
import { handOverDue } from './hand-over';

const TAN_DAN: Bench = { appraiser: 'td.chuyenvien', secretary: 'td.thuky' };
const KINH_XUAN: Bench = { appraiser: 'kx.chuyenvien', secretary: 'kx.thuky' };
const GIA_PHUC: Bench = { appraiser: 'gp.chuyenvien', secretary: 'gp.thuky' };
const members = (prefix: string, n: number): string[] => [
  ...['chutich', 'phochutich', 'thuky'].map((post) => `${prefix}.${post}`),
  ...Array.from({ length: n }, (_, at) => `${prefix}.uyvien${String(at + 1)}`),
];
const SIGN: JsonObject = { outcome: 'sign', signatureMode: 'digital' };
const JUNE = instantOf(localDate(2025, 6, 9), 9);
const LAST_DAY = instantOf(localDate(2025, 6, 30), 9);
const JULY = instantOf(localDate(2025, 7, 1), 9);

jest.setTimeout(120_000);

/** The district tier on both sides of 2025-06-30: what it decided in time stands, what it left open goes to its successors. */
describe('the district tier', () => {
  let play: RoundPlay;

  beforeAll(async () => {
    play = await RoundPlay.open();
    await play.at(JUNE);
  });
  afterAll(async () => {
    await play.close();
  });

  /** From the school through xã Tân Dân into a round of the thị xã; answers that round. */
  async function atDistrict(
    rows: readonly { name: string; award: string }[],
    year: number,
  ): Promise<{ dossierId: string; roundId: string }> {
    const { dossierId, roundId } = await received(play, 'td.thcs', rows, { occasion: 'annual', year });
    await appraised(play, TAN_DAN, roundId);
    await councilHeld(play, { bench: TAN_DAN, members: members('td', 4), chair: 'td.chutich' }, roundId);
    await play.does('td.chutich', 'Ký tờ trình lên cấp trên', roundId, SIGN);
    await play.does('td.vanthu', 'Cấp số tờ trình', roundId, { mode: 'own' });
    return { dossierId, roundId: await roundAt('HUYEN', dossierId) };
  }

  async function roundAt(level: string, dossierId: string): Promise<string> {
    const found = await play.rows<{ id: string }>(
      `select distinct v.id, v.created_at from review_round v join round_row w on w.round_id = v.id join nominee_row n on n.id = w.row_id
        where v.level = $1 and n.dossier_id = $2 order by v.created_at desc`,
      [level, dossierId],
    );
    return found[0]?.id ?? `no round of level ${level}`;
  }

  const decisions = (
    dossierId: string,
  ): Promise<{ name: string; level: string; rule: string; state: string; date: string; pack: string }[]> =>
    play.rows(
      `select n.name, x.level, x.authority_rule_id as rule, n.state, x.date::text as date, p.id as pack from nominee_row n join decision x on x.id = n.decision_id
         join pack p on p.hash = x.pack_hash where n.dossier_id = $1 order by n.seq`,
      [dossierId],
    );

  let left: { dossierId: string; roundId: string };

  it('runs unit, xã, thị xã, tỉnh for a hồ sơ received before the tier ended, and decides by AU-06', async () => {
    const { dossierId, roundId } = await atDistrict(
      [
        { name: 'Nguyễn Thị Thêu', award: 'CSTDCS' },
        { name: 'Trần Văn Cày', award: 'BK_TINH' },
      ],
      2025,
    );
    await appraised(play, KINH_XUAN, roundId);
    await councilHeld(play, { bench: KINH_XUAN, members: members('kx', 6), chair: 'kx.chutich' }, roundId);
    await play.does('kx.chutich', 'Ký quyết định khen thưởng', roundId, SIGN);
    await play.does('kx.vanthu', 'Cấp số quyết định', roundId, { mode: 'own' });
    await play.does('kx.chutich', 'Ký tờ trình lên cấp tỉnh', roundId, SIGN);
    await play.does('kx.vanthu', 'Cấp số tờ trình', roundId, { mode: 'own' });
    expect(await decisions(dossierId)).toEqual([
      {
        name: 'Nguyễn Thị Thêu',
        level: 'HUYEN',
        rule: 'AU-06',
        state: 'awarded',
        date: '2025-06-09',
        pack: expect.stringContaining('vn-2024-nd98') as string,
      },
    ]);
    expect(await roundAt('TINH', dossierId)).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('lets the district chair sign on the last day of the tier', async () => {
    left = await atDistrict(
      [
        { name: 'Lê Thị Gặt', award: 'CSTDCS' },
        { name: 'Phạm Văn Hái', award: 'BK_TINH' },
      ],
      2024,
    );
    await appraised(play, KINH_XUAN, left.roundId);
    await councilHeld(play, { bench: KINH_XUAN, members: members('kx', 6), chair: 'kx.chutich' }, left.roundId);
    await play.at(LAST_DAY);
    const task = await play.task('kx.chutich', 'Ký quyết định khen thưởng', left.roundId);
    expect(task.authority).toMatchObject({ allowed: true, ruleId: 'AU-06' });
  });

  it('refuses a district signature of a later day, by the verb and by the database (AU-06)', async () => {
    await play.at(LAST_DAY);
    const chair = await play.actor('kx.chutich');
    await play.at(JULY);
    const [post] = await play.rows<{ id: string; org: string; person: string }>(
      `select p.id, p.org_id as org, p.person_id as person from position p join account a on a.person_id = p.person_id where a.username = 'kx.chutich' and p.role = 'chair'`,
    );
    await expect(
      play.call('kx.chutich', 'checkCompetence', {
        body: { award: 'CSTDCS', positionId: post?.id, date: '2025-07-01', receivedOn: '2025-06-09' },
      }),
    ).rejects.toMatchObject({ code: 'not-competent', details: { ruleId: 'AU-05', lapsed: { ruleId: 'AU-06', until: '2025-06-30' } } });
    // Even one who kept his session from the day before gets no further than the verb.
    const [task] = await play.rows<{ id: string; version: number }>(
      `select id, version from task where status = 'open' and round_id = $1 and name = 'Ký quyết định khen thưởng'`,
      [left.roundId],
    );
    const key = { accountId: chair.accountId, route: 'completeTask', clientKey: chair.accountId, bodyHash: 'x' };
    const stale = {
      params: { id: task?.id ?? '' },
      query: {},
      body: { version: task?.version ?? 0, data: { outcome: 'sign', signatureMode: 'digital' } },
      actor: chair,
      key,
      file: null,
    };
    await expect(play.casework.handlers.completeTask(stale)).rejects.toMatchObject({
      code: 'not-competent',
      details: { lapsed: { ruleId: 'AU-06', citation: 'khoản 2 Điều 80 Luật Thi đua, khen thưởng năm 2022', until: '2025-06-30' } },
    });
    await expect(
      play.deps.database.inTransaction((tx) =>
        tx.query(
          `insert into decision (province_id, id, org_id, round_id, award, level, role, pack_hash, authority_rule_id, authority_from, position_id, person_id, capacity, date)
           select 'HP', gen_random_uuid(), $2, $3, 'CSTDCS', 'HUYEN', 'chair', r.pack_hash, 'AU-06', '2024-01-01', $1, $4, 'self', '2025-07-01'
             from review_round r where r.id = $3`,
          [post?.id, post?.org, left.roundId, post?.person],
        ),
      ),
    ).rejects.toMatchObject({ details: { constraint: 'decision_in_force' } });
  });

  it('moves what was open that day to the recorded successors with its pack and day of receipt', async () => {
    const before = await play.rows<{ received: Date }>('select received_at as received from dossier where id = $1', [left.dossierId]);
    // Two bodies of Hải Phòng end that day, four of Hưng Yên.
    expect(await handOverDue(play.deps)).toBe(2 + 4);
    await play.work();
    const [xa, tinh] = [await roundAt('XA', left.dossierId), await roundAt('TINH', left.dossierId)];
    const rows = await play.rows(
      `select n.name, v.level, o.name as body, p.id as pack, v.status from nominee_row n join round_row w on w.row_id = n.id join review_round v on v.id = w.round_id
         join org o on o.id = v.org_id join pack p on p.hash = v.pack_hash where v.id = any($1) and n.dossier_id = $2 order by n.seq`,
      [[xa, tinh], left.dossierId],
    );
    const pack = expect.stringContaining('vn-2024-nd98') as string;
    expect(rows).toEqual([
      { name: 'Lê Thị Gặt', level: 'XA', body: 'UBND xã Gia Phúc', pack, status: 'collecting' },
      { name: 'Phạm Văn Hái', level: 'TINH', body: 'UBND thành phố Hải Phòng', pack, status: 'collecting' },
    ]);
    const [old] = await play.rows<{ status: string; handed: string | null }>(
      'select status, handed_to as handed from review_round where id = $1',
      [left.roundId],
    );
    expect(old?.status).toBe('closed');
    expect([xa, tinh]).toContain(old?.handed);
    expect(await play.rows('select received_at as received from dossier where id = $1', [left.dossierId])).toEqual(before);
    expect(await handOverDue(play.deps)).toBe(0);
  });

  it('tells of the hand-over on the dossier and on the round, and keeps the old papers in sight of the successor', async () => {
    const timeline = await play.call('gp.chuyenvien', 'dossierTimeline', { params: { id: left.dossierId } });
    expect(timeline.entries.map((entry) => entry.text)).toContain('Bàn giao cho cơ quan kế thừa: UBND xã Tân Dân → UBND xã Gia Phúc');
    const xa = await roundAt('XA', left.dossierId);
    const round = await play.call('gp.chuyenvien', 'round', { params: { id: xa } });
    expect(round.rows.map((row) => row.name)).toEqual(['Lê Thị Gặt']);
    const old = await play.call('gp.chuyenvien', 'round', { params: { id: left.roundId } });
    expect(old.papers.map((paper) => paper.kind)).toContain('bien-ban-hoi-dong');
    const [unit] = await play.rows<{ id: string }>(`select id from org where name = 'Trường Trung học cơ sở Tân Dân'`);
    const now = await play.call('gp.chuyenvien', 'organisation', { params: { id: unit?.id ?? '' } });
    const parent = await play.call('gp.chuyenvien', 'organisation', { params: { id: now.parentId ?? '' } });
    expect([parent.name, now.changes.map((change) => change.parentName)]).toEqual(['UBND xã Gia Phúc', ['UBND xã Tân Dân']]);
    expect(parent.predecessors.map((one) => one.name).toSorted()).toEqual(['UBND thị xã Kinh Xuân', 'UBND xã Tân Dân']);
  });

  it('lets the commune chair decide it from then on, by AU-05 and under the pack it was received under', async () => {
    const roundId = await roundAt('XA', left.dossierId);
    await appraised(play, GIA_PHUC, roundId);
    await councilHeld(play, { bench: GIA_PHUC, members: members('gp', 6), chair: 'gp.chutich' }, roundId);
    await play.does('gp.chutich', 'Ký quyết định khen thưởng', roundId, SIGN);
    await play.does('gp.vanthu', 'Cấp số quyết định', roundId, { mode: 'own' });
    expect(await decisions(left.dossierId)).toEqual([
      {
        name: 'Lê Thị Gặt',
        level: 'XA',
        rule: 'AU-05',
        state: 'awarded',
        date: isoOf(JULY).slice(0, 10),
        pack: expect.stringContaining('vn-2024-nd98') as string,
      },
    ]);
  });
});

import type { JsonObject } from '@thidua/kernel';
import { HP, RoundPlay } from '../../../../test/harness/round-play';
import { councilHeld, entries, type Bench, type StoryRow } from '../../../../test/harness/round-story';

const BENCH: Bench = { appraiser: 'hp.syt.nguoilap', secretary: 'hp.syt.thuky' };
const MEMBERS = ['hp.syt.thutruong', 'hp.syt.phogiamdoc', 'hp.syt.thuky', ...[1, 2, 3, 4, 5, 6].map((n) => `hp.syt.uyvien${n}`)];
const SIGN = { outcome: 'sign', signatureMode: 'digital' };

jest.setTimeout(120_000);

/** W1: a unit's own head decides, from the review meeting to the paper in hand. */
describe('a unit that decides itself', () => {
  let play: RoundPlay;

  beforeAll(async () => {
    play = await RoundPlay.open();
  });
  afterAll(async () => {
    await play.close();
  });

  /** A dossier of the own route up to its round. */
  async function inRound(unit: string, rows: readonly StoryRow[]): Promise<{ dossierId: string; roundId: string }> {
    const clerk = await play.actor(`${unit}.nguoilap`);
    const { dossierId } = await play.call(`${unit}.nguoilap`, 'launchDossier', {
      body: {
        orgId: clerk.positions[0]?.orgId,
        occasion: 'annual',
        year: 2025,
        route: 'own',
        title: 'Xét khen thưởng năm 2025 của đơn vị',
        rows: rows.map(({ kind = 'individual', ...row }) => ({
          ...row,
          kind,
          title: 'Viên chức',
          scope: 'inside',
          achievement: `Thành tích của ${row.name}, hoàn thành xuất sắc nhiệm vụ.`,
        })),
      },
    });
    await play.does(`${unit}.nguoilap`, 'Hoàn thiện báo cáo thành tích', dossierId, (task) => ({ rows: entries(task, () => ({})) }));
    await play.does(`${unit}.nguoilap`, 'Ghi kết quả họp bình xét', dossierId, (task) => ({
      ...{ heldAt: '2026-02-27', place: 'Phòng họp', chair: 'Thủ trưởng', secretary: 'Thư ký', invited: 10, present: 10, method: 'ballot' },
      rows: entries(task, () => ({ yes: 10, no: 0, blank: 0 })),
    }));
    await play.does(`${unit}.thutruong`, 'Ký biên bản họp bình xét', dossierId, SIGN);
    const [joined] = await play.rows<{ id: string }>(
      'select w.round_id as id from round_row w join nominee_row n on n.id = w.row_id where n.dossier_id = $1 limit 1',
      [dossierId],
    );
    return { dossierId, roundId: joined?.id ?? '' };
  }

  const check = (unit: string, roundId: string, more: JsonObject = {}): Promise<void> =>
    play.does(`${unit}.nguoilap`, 'Kiểm tra hồ sơ, điều kiện, tiêu chuẩn', roundId, (task) => ({
      rows: entries(task, (): JsonObject => ({ verdict: 'met' })),
      ...more,
    }));

  const outcome = (
    dossierId: string,
  ): Promise<{ name: string; state: string; status: string; level: string; rule: string; capacity: string }[]> =>
    play.rows(
      `select n.name, n.state, d.status, x.level, x.authority_rule_id as rule, x.capacity from nominee_row n
         join dossier d on d.id = n.dossier_id left join decision x on x.id = n.decision_id where n.dossier_id = $1 order by n.seq`,
      [dossierId],
    );

  it('gives CSTĐCS after its own council, by the deputy where the head stands on the list (AU-01, V-07, decision 27)', async () => {
    const head = await play.actor('hp.syt.thutruong');
    const { dossierId, roundId } = await inRound('hp.syt', [
      { name: 'Giám đốc Sở Y tế', award: 'CSTDCS', personId: head.personId },
      { name: 'Trần Thị Kim Anh', award: 'CSTDCS' },
      { name: 'Lê Văn Hòa', award: 'CSTDCS' },
    ]);
    await check('hp.syt', roundId);
    await councilHeld(play, { bench: BENCH, members: MEMBERS, chair: 'hp.syt.thutruong' }, roundId, ['Lê Văn Hòa']);
    await expect(play.does('hp.syt.thutruong', 'Ký quyết định khen thưởng', roundId, SIGN)).rejects.toMatchObject({
      code: 'own-row',
      details: { ruleId: 'H-01' },
    });
    await play.does('hp.syt.phogiamdoc', 'Ký quyết định khen thưởng', roundId, SIGN);
    await play.does('hp.syt.vanthu', 'Cấp số quyết định', roundId, { mode: 'own' });
    expect(await outcome(dossierId)).toEqual([
      { name: 'Giám đốc Sở Y tế', state: 'awarded', status: 'closed', level: 'UNIT', rule: 'AU-01', capacity: 'KT' },
      { name: 'Trần Thị Kim Anh', state: 'awarded', status: 'closed', level: 'UNIT', rule: 'AU-01', capacity: 'KT' },
      { name: 'Lê Văn Hòa', state: 'not-recommended', status: 'closed', level: null, rule: null, capacity: null },
    ]);
  });

  it('names both people and the paper in the trail of a deputy (check 13)', async () => {
    const [round] = await play.rows<{ id: string }>(`select id from review_round where level = 'UNIT' limit 1`);
    const { entries: lines } = await play.call('hp.syt.nguoilap', 'roundTimeline', { params: { id: round?.id ?? '' } });
    const signed = lines.find((line) => line.action === 'decision-signed');
    const [head] = await play.rows<{ name: string }>(
      `select p.full_name as name from person p join account a on a.person_id = p.id where a.username = 'hp.syt.thutruong'`,
    );
    expect(signed?.person).toMatch(/\p{L}/u);
    expect(signed?.onBehalfOf).toBe(`Giám đốc Sở Y tế, ${head?.name ?? ''} (Quyết định phân công số 21/QĐ-SYT ngày 08/01/2026)`);
  });

  it('lets the chair of a board decide giấy khen and nothing else (AU-03)', async () => {
    const { roundId } = await inRound('gp.ck', [
      { name: 'Phạm Văn Thợ', award: 'GK_DN' },
      { name: 'Đỗ Thị Hàn', award: 'LDTT' },
    ]);
    await expect(check('gp.ck', roundId, { decider: 'board-chair' })).rejects.toMatchObject({
      code: 'not-competent',
      details: { ruleId: 'AU-03' },
    });
    const paper = await inRound('gp.ck', [{ name: 'Phạm Văn Tiện', award: 'GK_DN' }]);
    await check('gp.ck', paper.roundId, { decider: 'board-chair' });
    await play.does('gp.ck.hoidong', 'Chủ tịch Hội đồng ký quyết định tặng giấy khen', paper.roundId, SIGN);
    await play.does('gp.ck.vanthu', 'Cấp số quyết định', paper.roundId, { mode: 'own' });
    expect(await outcome(paper.dossierId)).toEqual([
      { name: 'Phạm Văn Tiện', state: 'awarded', status: 'closed', level: 'UNIT', rule: 'AU-03', capacity: 'self' },
    ]);
  });

  it('asks the chair of a board about the awards that are left on the list, not about those found wanting', async () => {
    const { dossierId, roundId } = await inRound('gp.ck', [
      { name: 'Bùi Thị Trượt', award: 'CSTDCS' },
      { name: 'Cao Văn Đạt', award: 'GK_DN' },
    ]);
    await play.does('gp.ck.nguoilap', 'Kiểm tra hồ sơ, điều kiện, tiêu chuẩn', roundId, (task) => ({
      rows: entries(task, (row): JsonObject => ({
        verdict: row['name'] === 'Cao Văn Đạt' ? 'met' : 'not-met',
        note: 'Chưa có sáng kiến.',
      })),
      decider: 'board-chair',
    }));
    const name = 'Chủ tịch Hội đồng ký quyết định tặng giấy khen';
    const task = await play.task('gp.ck.hoidong', name, roundId);
    expect(task.authority).toMatchObject({ allowed: true, ruleId: 'AU-03' });
    await play.does('gp.ck.hoidong', name, roundId, SIGN);
    await play.does('gp.ck.vanthu', 'Cấp số quyết định', roundId, { mode: 'own' });
    expect(await outcome(dossierId)).toMatchObject([{ state: expect.not.stringMatching('awarded') as string }, { state: 'awarded' }]);
  });

  it('lets the director decide the titles of the enterprise (AU-02)', async () => {
    const { dossierId, roundId } = await inRound('gp.ck', [{ name: 'Vũ Thị Phay', award: 'LDTT' }]);
    await check('gp.ck', roundId);
    await play.does('gp.ck.thutruong', 'Ký quyết định khen thưởng', roundId, { ...SIGN, outcome: 'send-back', reason: 'Bổ sung căn cứ' });
    await play.does('gp.ck.nguoilap', 'Hoàn thiện dự thảo quyết định', roundId, { note: 'Đã bổ sung căn cứ theo ý kiến.' });
    await play.does('gp.ck.thutruong', 'Ký quyết định khen thưởng', roundId, SIGN);
    await play.does('gp.ck.vanthu', 'Cấp số quyết định', roundId, { mode: 'own' });
    expect(await outcome(dossierId)).toMatchObject([{ state: 'awarded', rule: 'AU-02', capacity: 'self' }]);
  });

  it('refuses the own route to a body without legal personality', async () => {
    await expect(inRound('gp.thon', [{ name: 'Nguyễn Văn Thôn', award: 'GK_UNIT' }])).rejects.toMatchObject({ code: 'award-not-on-menu' });
  });

  it('withdraws a dossier from the round of its unit', async () => {
    const { dossierId, roundId } = await inRound('hp.syt', [{ name: 'Ngô Văn Rút', award: 'GK_UNIT' }]);
    await play.call('hp.syt.nguoilap', 'withdrawDossier', { params: { id: dossierId }, body: { reason: 'Đơn vị rút theo văn bản số 5' } });
    await play.work();
    await check('hp.syt', roundId).catch(() => undefined);
    const rows = await play.rows(`select state from nominee_row where dossier_id = $1 and province_id = $2`, [dossierId, HP]);
    expect(rows).toEqual([{ state: 'withdrawn' }]);
  });
});

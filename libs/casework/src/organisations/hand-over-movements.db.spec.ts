import type { ReportCallView } from '@thidua/contract';
import { instantOf, localDate } from '@thidua/kernel';
import { RoundPlay } from '../../../../test/harness/round-play';
import { installAll } from '../install/install-all';
import { handOverDue } from './hand-over';

const MOVEMENT = 'hp-hoa-phong-2025-2030';
const JUNE = instantOf(localDate(2025, 6, 16), 9);
const JULY = instantOf(localDate(2025, 7, 1), 9);
const [OLD_DESK, NEW_DESK, CLERK, HEAD] = ['xhp.chuyenvien', 'hm.chuyenvien', 'xhp.thcs.nguoilap', 'xhp.thcs.thutruong'] as const;
const SCHOOL = 'Trường Trung học cơ sở Hòa Phong';

const FIGURES = { number: { value: 1 }, percent: { part: 1, whole: 2 }, text: { text: 'Đã làm.' } } as const;

jest.setTimeout(120_000);

/** Xã Hòa Phong ended with the tier of districts; phường Hòa Mỹ goes on with its movement. */
describe('the movement of a commune that ends', () => {
  let play: RoundPlay;
  let call = '';
  const view = (username: string): Promise<ReportCallView> => play.call(username, 'reportCall', { params: { id: call } });
  const reportOf = async (name: string): Promise<string> => (await view(NEW_DESK)).reports.find((one) => one.orgName === name)?.id ?? '';

  beforeAll(async () => {
    play = await RoundPlay.open('HY');
    await play.at(JUNE);
  }, 60_000);
  afterAll(async () => {
    await play.close();
  });

  it('is run by its officers as long as it stands', async () => {
    const query = { occasion: 'annual', year: 2025 };
    const offer = await play.call(OLD_DESK, 'reportOffer', { params: { id: MOVEMENT }, query });
    const front = 'Ủy ban MTTQ Việt Nam xã Hòa Phong';
    const recipients = offer.recipients.filter((one) => [SCHOOL, front].includes(one.name)).map((one) => one.orgId);
    expect(recipients).toHaveLength(2);
    const body = { occasion: 'annual', year: 2025, dueOn: '2025-11-28', recipients };
    ({ id: call } = await play.call(OLD_DESK, 'callReports', { params: { id: MOVEMENT }, body }));
    await play.work();
    await expect(view(NEW_DESK)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('passes with its works to whoever comes after it, and so do the reports asked of bodies that end', async () => {
    await play.at(JULY);
    await handOverDue(play.deps);
    await play.work();
    await play.deps.law.refresh();
    const detail = await play.call(NEW_DESK, 'movementDetail', { params: { id: MOVEMENT } });
    expect(detail).toMatchObject({ orgName: 'UBND phường Hòa Mỹ', state: 'in-force', may: { run: true } });
    const { orgName, reports } = await view(NEW_DESK);
    expect([orgName, ...reports.map((one) => one.orgName).sort()]).toEqual([
      'UBND phường Hòa Mỹ',
      SCHOOL,
      'Ủy ban MTTQ Việt Nam phường Hòa Mỹ',
    ]);
    const trail = await play.rows(`select facts from audit where subject_type = 'movement' and action = 'handed-over'`);
    expect(trail).toMatchObject([{ facts: { movementId: MOVEMENT, toOrgId: detail.orgId } }]);
  });

  it('goes on where it was: a unit reports to the successor, whose desk takes the report in', async () => {
    const id = await reportOf(SCHOOL);
    const report = await play.call(CLERK, 'movementReport', { params: { id } });
    const figures = Object.fromEntries(report.indicators.map((one) => [one.id, FIGURES[one.type]]));
    const body = { version: report.version, figures, texts: { results: 'Đã làm.' }, ownFile: false };
    await play.call(CLERK, 'saveReport', { params: { id }, body });
    await play.does(CLERK, 'Lập báo cáo', id, { outcome: 'submit' });
    await play.does(HEAD, 'Ký, gửi báo cáo', id, { outcome: 'send', signatureMode: 'digital' });
    await play.does('xhp.thcs.vanthu', 'Cấp số báo cáo', id, { mode: 'own' });
    await play.does(NEW_DESK, 'Xem, tiếp nhận báo cáo', id, { outcome: 'accept' });
    expect((await view(NEW_DESK)).counts).toMatchObject({ asked: 2, sent: 1, accepted: 1 });
  });

  it('shows whoever runs it the papers of its works, also those others did for others', async () => {
    const { papers } = await play.call(NEW_DESK, 'movementReport', { params: { id: await reportOf(SCHOOL) } });
    const [paper] = papers;
    await play.rows('update movement_work set asked_by_org = org_id where id = (select work_id from paper where id = $1)', [paper?.id]);
    const read = { params: { id: paper?.id ?? '' } };
    await expect(play.call(NEW_DESK, 'paper', read)).resolves.toMatchObject({ kind: 'bao-cao-phong-trao' });
    await expect(play.call('mh.chuyenvien', 'paper', read)).rejects.toMatchObject({ code: 'not-found' });
    const office = (await play.actor('hy.snv.chuyenvien')).positions.map((one) => one.orgId);
    await play.rows(`update movement set org_id = (select parent_id from org where id = $1) where id = $2`, [office[0], MOVEMENT]);
    await expect(play.call('hy.snv.chuyenvien', 'paper', read)).resolves.toMatchObject({ kind: 'bao-cao-phong-trao' });
    await play.rows(`update movement set org_id = (select id from org where name = 'UBND phường Hòa Mỹ') where id = $1`, [MOVEMENT]);
  });

  it('is not put back under the ended commune when the software is installed again', async () => {
    await installAll(play.deps);
    await play.deps.law.refresh();
    expect((await play.call(NEW_DESK, 'movementDetail', { params: { id: MOVEMENT } })).orgName).toBe('UBND phường Hòa Mỹ');
    expect(await handOverDue(play.deps)).toBe(0);
  });
});

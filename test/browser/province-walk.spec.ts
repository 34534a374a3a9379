import type { RoundView } from '@thidua/contract';
import { awaitClosed, roundOf } from '../../apps/cli/src/cases/finish';
import { MINH_TAN } from '../../apps/cli/src/people/cast';
import { collective, individual } from '../../apps/cli/src/people/nominees';
import {
  appraiseAndVote,
  communeBench,
  communeSubmission,
  countAndSign,
  departmentSubmission,
  provinceBench,
  signAndNumberRound,
  vote,
} from '../../apps/cli/src/steps/round';
import { awaitTask, findTask } from '../../apps/cli/src/steps/tasks';
import { launchAndSubmit, receive } from '../../apps/cli/src/steps/unit';
import { until } from '../../apps/cli/src/until';
import { expectWatermark, look } from './hands/looks';
import { expect, test, type Stage } from './hands/stage';
import { finish, openTask, work } from './hands/work';

const AWARD = 'BK_TINH';
const PERSON = 'Trần Thu Phương';

test('Sở Nội vụ thẩm định, tổng hợp; Chủ tịch UBND thành phố ký Bằng khen', async ({ stage }) => {
  const dossierId = await test.step('đơn vị và xã làm phần mình', () => climbToProvince(stage));
  const round = await test.step('Sở Nội vụ thẩm định, tổng hợp', () => departmentAppraises(stage, dossierId));
  await test.step('Hội đồng cấp tỉnh họp', () => councilMeets(stage, round));
  await test.step('Giám đốc Sở trình, Chủ tịch ký, văn thư cấp số', () => chairSigns(stage, round, dossierId));
});

async function climbToProvince(stage: Stage): Promise<string> {
  const { cast } = stage;
  const { dossierId } = await launchAndSubmit(cast, {
    unit: 'mt.th',
    title: 'Đề nghị tặng Bằng khen năm học 2025',
    occasion: 'annual',
    year: 2025,
    rows: [
      individual(PERSON, 'Hiệu trưởng', AWARD, 'Lãnh đạo nhà trường đạt chuẩn quốc gia mức độ 2.'),
      collective('Tổ chuyên môn khối 4, 5', AWARD, 'Dạy học phân hóa có ứng dụng công nghệ thông tin.'),
    ],
  });
  await receive(cast, 'mt', dossierId, 'accept');
  const roundId = await roundOf(await cast.as('mt.chuyenvien'), dossierId, 0);
  await appraiseAndVote(cast, communeBench(cast, MINH_TAN), roundId, {});
  await signAndNumberRound(cast, roundId, communeSubmission('mt'));
  return dossierId;
}

async function departmentAppraises(stage: Stage, dossierId: string): Promise<RoundView> {
  const appraiser = await stage.cast.as('hp.snv.chuyenvien');
  const roundId = await roundOf(appraiser, dossierId, 1);
  const round = await until('tờ trình của xã tới Sở Nội vụ', async () => {
    const view = await appraiser.call<RoundView>('round', { params: { id: roundId } });
    return view.rowCount >= 2 ? view : undefined;
  });
  const page = await stage.enter('hp.snv.chuyenvien');
  await page.getByRole('link', { name: 'Đợt xét', exact: true }).click();
  await page.getByRole('link', { name: round.code }).click();
  await expect(page.getByRole('heading', { level: 1, name: round.code })).toBeVisible();
  await expect(page.getByRole('heading', { name: '2 trường hợp đề nghị' })).toBeVisible();
  await look(page, '20-dot-xet-so');

  await openTask(page, 'Đóng nhận hồ sơ', round.code);
  await finish(page, 'Đóng nhận hồ sơ');
  await awaitTask(appraiser, 'Thẩm định hồ sơ', { roundId });
  await openTask(page, 'Thẩm định hồ sơ', round.code);
  await expect(work(page)).toContainText(PERSON);
  await page.getByRole('button', { name: /Chọn «Đạt» cho 2 dòng còn trống/ }).click();
  await look(page, '21-viec-so-tham-dinh');
  await finish(page, 'Hoàn thành thẩm định');

  await until('bảng tổng hợp của Sở Nội vụ', async () => {
    const view = await appraiser.call<RoundView>('round', { params: { id: roundId } });
    return view.papers.some((paper) => paper.kind === 'bang-tong-hop' && paper.ready) ? view : undefined;
  });
  await page.goto(`/dot-xet/${roundId}`);
  await expect(page.getByRole('row').filter({ hasText: /Bảng tổng hợp/i })).toBeVisible();
  await expectWatermark(page.getByRole('group', { name: /Sơ đồ: Đợt xét khen thưởng cấp tỉnh/ }));
  await stage.leave(page);
  return round;
}

async function councilMeets(stage: Stage, round: RoundView): Promise<void> {
  const bench = provinceBench(stage.cast, 'hp');
  const secretary = await stage.cast.as(bench.secretary);
  const chair = await stage.cast.as('hp.snv.giamdoc');
  const meets = await until('phiên họp hoặc tờ trình của Sở', async () => {
    if ((await findTask(secretary, 'Mở phiên họp Hội đồng', { roundId: round.id })) !== undefined) {
      return { council: true };
    }
    return (await findTask(chair, 'Ký tờ trình của Sở Nội vụ', { roundId: round.id })) === undefined ? undefined : { council: false };
  });
  if (meets.council) {
    await vote(stage.cast, bench, round.id, {});
    await countAndSign(stage.cast, bench, round.id);
  }
}

async function chairSigns(stage: Stage, round: RoundView, dossierId: string): Promise<void> {
  await signAndNumberRound(stage.cast, round.id, departmentSubmission('hp'));
  const chair = await stage.cast.as('hp.chutich');
  await awaitTask(chair, 'Ký quyết định khen thưởng', { roundId: round.id });
  const page = await stage.enter('hp.chutich');
  await openTask(page, 'Ký quyết định khen thưởng', round.code);
  await expect(page.getByText(/Đúng thẩm quyền: Chủ tịch UBND thành phố/)).toBeVisible();
  await expect(work(page).getByRole('region', { name: 'Danh sách đề nghị' })).toContainText(PERSON);
  await expect(page.getByRole('tab', { name: /Phiếu trình/i })).toBeVisible();
  await page
    .getByRole('tab', { name: /Quyết định/i })
    .first()
    .click();
  await look(page, '22-viec-chu-tich-ky');
  await finish(page, 'Ký');
  await stage.leave(page);

  const clerk = await stage.enter('hp.vanthu');
  await awaitTask(await stage.cast.as('hp.vanthu'), 'Cấp số quyết định', { roundId: round.id });
  await openTask(clerk, 'Cấp số quyết định', round.code);
  await finish(clerk, 'Cấp số');
  await stage.leave(clerk);

  const view = await awaitClosed(await stage.cast.as('mt.th.nguoilap'), dossierId);
  expect(view.rows.map((row) => row.state)).toEqual(['awarded', 'awarded']);
  const unit = await stage.enter('mt.th.nguoilap');
  await unit.goto(`/ho-so/${dossierId}`);
  await expect(unit.getByRole('article', { name: PERSON })).toContainText('UBND thành phố Hải Phòng');
  await expect(unit.getByRole('article', { name: PERSON })).toContainText('Đã khen thưởng');
  await look(unit, '23-ho-so-bang-khen');
  await stage.leave(unit);
}

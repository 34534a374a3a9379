import type { Page } from '@playwright/test';
import type { CouncilSessionView, DossierView, RoundView, TaskView } from '@thidua/contract';
import { awaitClosed, roundOf } from '../../apps/cli/src/cases/finish';
import { GIA_PHUC } from '../../apps/cli/src/people/cast';
import { castOne } from '../../apps/cli/src/steps/round';
import { awaitTask } from '../../apps/cli/src/steps/tasks';
import { until } from '../../apps/cli/src/until';
import { expectAccessible, expectNoSideways, expectWatermark, look } from './hands/looks';
import { expect, test, type Stage } from './hands/stage';
import { expectDone, fillDay, finish, laterText, openTask, pick, pickFound, work } from './hands/work';

const TITLE = 'Đề nghị tặng Giấy khen thành tích cứu nạn mùa mưa bão';
const COLLECTIVE = 'Đội xung kích phòng, chống thiên tai';
const UNIT = 'gp.thcs';

test('một hồ sơ Giấy khen đi từ đơn vị tới quyết định và thông báo kết quả', async ({ stage }) => {
  const dossier = await test.step('đơn vị lập hồ sơ bằng các bước hướng dẫn', () => launchByWizard(stage));
  await test.step('đơn vị làm báo cáo, ghi họp bình xét', () => reportAndMeeting(stage, dossier));
  await test.step('thủ trưởng ký, văn thư đơn vị cấp số', () => unitSignsAndNumbers(stage, dossier));
  const round = await test.step('xã tiếp nhận, đóng nhận, thẩm định', () => communeReceives(stage, dossier));
  await test.step('Hội đồng họp, bỏ phiếu kín, kiểm phiếu', () => councilVotes(stage, round));
  await test.step('Chủ tịch ký biên bản và quyết định, văn thư cấp số', () => chairDecides(stage, round, dossier));
  await test.step('đơn vị thấy kết quả', () => unitSeesResult(stage, dossier));
});

interface Subject {
  readonly id: string;
  readonly code: string;
}

async function launchByWizard(stage: Stage): Promise<Subject> {
  const page = await stage.visit('/dang-nhap');
  await expect(page.getByText('Dữ liệu mẫu, người và số liệu hư cấu')).toBeVisible();
  await look(page, '01-dang-nhap');
  await stage.pick(page, `${UNIT}.nguoilap`);
  await page.getByRole('navigation', { name: 'Điều hướng chính' }).getByRole('link', { name: 'Lập đề nghị' }).click();

  await page.getByRole('radio', { name: /Không theo phong trào/ }).check();
  await page.getByRole('radio', { name: 'Khen thưởng đột xuất' }).check();
  await expect(page.getByText(/Giấy khen của Chủ tịch/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(page.getByRole('alert')).toContainText('Nội dung đề nghị cần ít nhất 5 ký tự.');
  await page.getByLabel('Nội dung đề nghị').fill(TITLE);
  await look(page, '02-lap-ho-so-dip');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();

  await nominees(page);
  for (const box of await page.getByLabel(/Thành tích của/).all()) {
    await box.fill('Di chuyển 42 hộ dân tới nơi an toàn trong đêm 07/9, không để xảy ra thiệt hại về người.');
  }
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(3);
  await expect(page.getByRole('table')).toContainText('Chủ tịch');
  await look(page, '04-lap-ho-so-kiem-tra');
  await page.getByRole('button', { name: 'Lập hồ sơ' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Hoàn thiện báo cáo thành tích' })).toBeVisible();
  const taskId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const clerk = await stage.cast.as(`${UNIT}.nguoilap`);
  const task = await clerk.call<TaskView>('task', { params: { id: taskId } });
  await stage.leave(page);
  return { id: task.dossierId ?? '', code: task.code };
}

/** One known person found by name without marks, one collective typed in. */
async function nominees(page: Page): Promise<void> {
  await pickFound(page.getByLabel('Tìm cá nhân, tập thể đã có'), 'nguyen');
  const first = page.getByRole('group', { name: /^1\. / });
  await pick(first, 'Hình thức khen thưởng', /Giấy khen của Chủ tịch/);
  await page.getByRole('button', { name: 'Thêm bằng tay' }).click();
  const second = page.getByRole('group', { name: /Trường hợp 2/ });
  await pick(second, 'Đối tượng', 'Tập thể');
  await pick(second, 'Hình thức khen thưởng', /Giấy khen của Chủ tịch/);
  await second.getByLabel('Họ tên, tên tập thể hoặc hộ').fill(COLLECTIVE);
  await expect(page.getByRole('group', { name: `2. ${COLLECTIVE}` })).toContainText(/do .* quyết định/);
  await look(page, '03-lap-ho-so-doi-tuong');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
}

async function reportAndMeeting(stage: Stage, dossier: Subject): Promise<void> {
  const page = await stage.enter(`${UNIT}.nguoilap`);
  await openTask(page, 'Hoàn thiện báo cáo thành tích', dossier.code);
  await page.getByLabel('Biện pháp, sáng kiến đã áp dụng').fill('Tổ chức trực canh, cảnh báo sớm qua loa và tin nhắn.');
  await expect(page.getByText(/Đã lưu lúc/)).toBeVisible();
  await look(page, '05-viec-bao-cao');
  const note = await finish(page, 'Hoàn thành báo cáo');
  await expect(note).toContainText('Ghi kết quả họp bình xét');

  await openTask(page, 'Ghi kết quả họp bình xét', dossier.code);
  const clock = await (await stage.cast.as(`${UNIT}.nguoilap`)).call<{ now: string }>('clock');
  await fillDay(work(page), 'Thời gian họp', laterText(clock.now, -24).slice(0, 10));
  await page.getByLabel('Địa điểm').fill('Phòng họp Hội đồng sư phạm');
  await page.getByLabel('Người chủ trì').fill('Thủ trưởng đơn vị');
  await page.getByLabel('Thư ký cuộc họp').fill('Người lập hồ sơ');
  await page.getByLabel('Số người được triệu tập').fill('24');
  await page.getByLabel('Số người có mặt').fill('22');
  await page.getByLabel('Hình thức biểu quyết').selectOption({ label: 'Bỏ phiếu kín' });
  for (const row of await work(page).getByRole('group').filter({ hasText: 'Đồng ý' }).all()) {
    await row.getByLabel('Đồng ý', { exact: false }).first().fill('21');
    await row.getByLabel('Không đồng ý').fill('1');
    await row.getByLabel('Ý kiến khác').fill('0');
    await expect(row.getByText('21/22 đồng ý, đạt 95,5%')).toBeVisible();
  }
  await look(page, '06-viec-hop-binh-xet');
  await finish(page, 'Ghi kết quả bình xét');
  await stage.leave(page);
}

async function unitSignsAndNumbers(stage: Stage, dossier: Subject): Promise<void> {
  await awaitTask(await stage.cast.as(`${UNIT}.thutruong`), 'Ký tờ trình', { dossierId: dossier.id });
  const head = await stage.enter(`${UNIT}.thutruong`);
  await openTask(head, 'Ký tờ trình', dossier.code);
  await expect(head.getByRole('tab', { name: /Tờ trình/i })).toBeVisible();
  await look(head, '07-viec-ky-to-trinh');
  await finish(head, 'Ký');
  await stage.leave(head);
  const clerk = await stage.enter(`${UNIT}.vanthu`);
  await awaitTask(await stage.cast.as(`${UNIT}.vanthu`), 'Cấp số tờ trình', { dossierId: dossier.id });
  await openTask(clerk, 'Cấp số tờ trình', dossier.code);
  await finish(clerk, 'Cấp số');
  await stage.leave(clerk);
}

async function communeReceives(stage: Stage, dossier: Subject): Promise<RoundView> {
  const appraiser = await stage.cast.as('gp.chuyenvien');
  const page = await stage.enter('gp.chuyenvien');
  const intake = await awaitTask(appraiser, 'Tiếp nhận, kiểm tra thành phần hồ sơ', { dossierId: dossier.id });
  expect(intake.deadline.legalDays ?? intake.deadline.workingDaysLeft).not.toBeNull();
  await openTask(page, intake.name, dossier.code);
  await expectWatermark(page.getByRole('group', { name: /Sơ đồ: Hồ sơ đề nghị khen thưởng/ }));
  await look(page, '08-viec-tiep-nhan');
  await expectAccessible(page);
  await finish(page, 'Tiếp nhận');

  const roundId = await roundOf(appraiser, dossier.id, 0);
  const round = await until('hồ sơ trong đợt xét', async () => {
    const view = await appraiser.call<RoundView>('round', { params: { id: roundId } });
    return view.rowCount >= 2 ? view : undefined;
  });
  await awaitTask(appraiser, 'Đóng nhận hồ sơ', { roundId });
  await openTask(page, 'Đóng nhận hồ sơ', round.code);
  await finish(page, 'Đóng nhận hồ sơ');
  await awaitTask(appraiser, 'Thẩm định hồ sơ', { roundId });
  await openTask(page, 'Thẩm định hồ sơ', round.code);
  await page.getByRole('button', { name: /Chọn «Đạt» cho 2 dòng còn trống/ }).click();
  await page.getByLabel('Ý kiến thẩm định chung').fill('Hồ sơ đúng đối tượng, đủ thành phần.');
  await look(page, '09-viec-tham-dinh');
  await finish(page, 'Hoàn thành thẩm định');
  await stage.leave(page);
  return round;
}

async function councilVotes(stage: Stage, round: RoundView): Promise<void> {
  const secretary = await stage.cast.as('gp.thuky');
  const page = await stage.enter('gp.thuky');
  await awaitTask(secretary, 'Mở phiên họp Hội đồng', { roundId: round.id });
  await openTask(page, 'Mở phiên họp Hội đồng', round.code);
  await expect(page.getByRole('region', { name: 'Chương trình phiên họp' })).toContainText(COLLECTIVE);
  await page.getByLabel('Địa điểm họp').fill('Phòng họp số 1, trụ sở UBND xã');
  const clock = await secretary.call<{ now: string }>('clock');
  await fillDay(work(page), 'Giờ kết thúc bỏ phiếu', laterText(clock.now, 6));
  await look(page, '10-viec-mo-phien');
  await finish(page, 'Mở phiên họp');

  const sessionId = await until('phiên họp mở', async () => {
    const view = await secretary.call<RoundView>('round', { params: { id: round.id } });
    return view.sessionId ?? undefined;
  });
  await voteOnPhone(stage, round);
  const members = stage.cast.communeMembers(GIA_PHUC).filter((member) => member !== PHONE_MEMBER);
  for (const [index, member] of members.entries()) {
    await castOne(await stage.cast.as(member), sessionId, index, {});
  }

  await page.getByRole('link', { name: 'Mở đợt xét' }).click();
  await page.getByRole('link', { name: 'Phiên họp Hội đồng' }).click();
  await expect(page.getByRole('heading', { name: 'Đã bỏ phiếu: 9/9' })).toBeVisible();
  await expect(page.getByText(/niêm phong/)).toBeVisible();
  await look(page, '12-phien-hop-thu-ky');
  await awaitTask(secretary, 'Kiểm phiếu, lập biên bản', { roundId: round.id });
  await openTask(page, 'Kiểm phiếu, lập biên bản', round.code);
  await page.getByLabel('Trưởng ban kiểm phiếu').selectOption({ index: 4 });
  for (const index of [0, 1]) {
    await page.getByRole('group', { name: 'Thành viên ban kiểm phiếu' }).getByRole('checkbox').nth(index).check();
  }
  await look(page, '13-viec-kiem-phieu');
  await finish(page, 'Công bố kết quả kiểm phiếu');
  const session = await secretary.call<CouncilSessionView>('councilSession', { params: { id: sessionId } });
  expect(session.items.map((item) => item.count?.passed)).toEqual([true, true]);
  await page.goto(`/phien-hop/${sessionId}`);
  await expect(page.getByText('9 đồng ý, 0 không đồng ý, 0 trắng trên tổng số 9 thành viên')).toHaveCount(2);
  await look(page, '14-ket-qua-kiem-phieu');
  await stage.leave(page);
}

const PHONE_MEMBER = 'gp.uyvien4';

async function voteOnPhone(stage: Stage, round: RoundView): Promise<void> {
  await awaitTask(await stage.cast.as(PHONE_MEMBER), 'Bỏ phiếu kín', { roundId: round.id });
  const phone = await stage.enter(PHONE_MEMBER, { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  await expectNoSideways(phone);
  await look(phone, '11a-hop-viec-dien-thoai');
  await phone.getByRole('link', { name: 'Bỏ phiếu kín', exact: true }).click();
  const ballot = phone.getByRole('form', { name: 'Phiếu bầu' });
  await expect(ballot.getByText('2/2 trường hợp để phiếu trắng')).toBeVisible();
  await expect(ballot.getByRole('radio', { name: 'Phiếu trắng', checked: true })).toHaveCount(2);
  await expectNoSideways(phone);
  await expectAccessible(phone);
  for (const yes of await ballot.getByRole('radio', { name: 'Đồng ý', exact: true }).all()) {
    await yes.check();
  }
  await expect(ballot.getByText('Đã chọn đủ 2 trường hợp')).toBeVisible();
  await look(phone, '11b-phieu-bau-dien-thoai');
  await ballot.getByRole('button', { name: 'Bỏ phiếu' }).click();
  await expect(phone.getByText('Đã bỏ phiếu. Kết quả chỉ công bố khi phiên kết thúc.')).toBeVisible();
  await expectNoSideways(phone);
  await stage.leave(phone);
}

async function chairDecides(stage: Stage, round: RoundView, dossier: Subject): Promise<void> {
  const chair = await stage.cast.as('gp.chutich');
  const page = await stage.enter('gp.chutich');
  await awaitTask(chair, 'Ký biên bản họp Hội đồng', { roundId: round.id });
  await openTask(page, 'Ký biên bản họp Hội đồng', round.code);
  await finish(page, 'Ký');

  await awaitTask(chair, 'Ký quyết định khen thưởng', { roundId: round.id });
  await openTask(page, 'Ký quyết định khen thưởng', round.code);
  await expect(page.getByText(/Đúng thẩm quyền: Chủ tịch/)).toBeVisible();
  await expect(page.getByRole('tab', { name: /Phiếu trình/i })).toBeVisible();
  await look(page, '15-viec-ky-quyet-dinh');
  // A hasty double press: the second finds nothing left to decide.
  const completions: number[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/completion')) {
      completions.push(response.status());
    }
  });
  await work(page).getByRole('button', { name: 'Ký', exact: true }).dblclick();
  await expectDone(page, 'Ký quyết định khen thưởng');
  expect(completions.filter((status) => status === 200)).toHaveLength(1);
  await stage.leave(page);

  const clerk = await stage.enter('gp.vanthu');
  await awaitTask(await stage.cast.as('gp.vanthu'), 'Cấp số quyết định', { roundId: round.id });
  await openTask(clerk, 'Cấp số quyết định', round.code);
  await finish(clerk, 'Cấp số');
  await stage.leave(clerk);
  const view = await awaitClosed(await stage.cast.as(`${UNIT}.nguoilap`), dossier.id);
  expect(view.papers.filter((paper) => paper.kind === 'quyet-dinh')).toHaveLength(1);
}

async function unitSeesResult(stage: Stage, dossier: Subject): Promise<void> {
  const view = await (await stage.cast.as(`${UNIT}.nguoilap`)).call<DossierView>('dossier', { params: { id: dossier.id } });
  const number = view.papers.find((paper) => paper.kind === 'quyet-dinh')?.numberText ?? '';
  expect(number).toMatch(/^\d+\/QĐ-UBND$/);

  const page = await stage.enter(`${UNIT}.nguoilap`);
  await page.getByRole('link', { name: 'Hồ sơ', exact: true }).click();
  await page.getByRole('link', { name: dossier.code }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  const ladder = page.getByRole('list', { name: 'Các cấp xét' }).getByRole('listitem');
  await expect(ladder).toHaveCount(4);
  await expect(ladder.filter({ hasText: 'Đã qua' })).toHaveCount(2);
  await expect(ladder.filter({ hasText: 'Không cần cấp này' })).toHaveCount(2);
  for (const name of [COLLECTIVE, view.rows[0]?.name ?? '']) {
    await expect(page.getByRole('article', { name })).toContainText('Đã khen thưởng');
    await expect(page.getByRole('article', { name })).toContainText(number);
  }
  await expect(page.getByRole('row').filter({ hasText: 'Thông báo kết quả' })).toContainText('Đã ban hành');
  await expectAccessible(page);

  const decision = page.getByRole('row').filter({ hasText: number }).filter({ hasText: 'Quyết định' });
  await expect(decision).toContainText('Đã ban hành');
  const address = await decision.getByRole('link', { name: 'PDF' }).getAttribute('href');
  const pdf = await page.request.get(address ?? '');
  expect(pdf.status()).toBe(200);
  expect(pdf.headers()['content-type']).toContain('application/pdf');
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await decision.getByRole('button', { name: /Xem / }).click();
  await expect(page.getByTitle(/Bản xem: /)).toBeVisible();

  const drawing = page.getByRole('group', { name: 'Sơ đồ: Hồ sơ đề nghị khen thưởng' });
  await expect(drawing.locator('.done-node').first()).toBeVisible();
  await expectWatermark(drawing);
  await look(page, '16-ho-so-ket-qua');
  await stage.leave(page);
}

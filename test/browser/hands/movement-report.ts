import type { Page } from '@playwright/test';
import type { ReportCallView, ReportView } from '@thidua/contract';
import { doStep } from '../../../apps/cli/src/steps/works';
import { advanceTo, todayOf } from '../../../apps/cli/src/steps/clock';
import { until } from '../../../apps/cli/src/until';
import type { Launched } from './movement-launch';
import { dayLater, lookOver, type Walk } from './movement-walk';
import { expect } from './stage';
import { fillDay } from './work';

const DEPARTMENT = 'tn.snv.chuyenvien';
const OFFICE = 'vx.chuyenvien';
const UNIT = 'vx.thcs.nguoilap';
const SCHOOL = 'Trường Trung học cơ sở Vạn Xuân';
const HAMLET = 'Tổ dân phố số 5';
const COMMUNE = 'UBND phường Vạn Xuân';
const DONE = 'Trồng 120 cây xanh; 100% lớp học phân loại rác tại nguồn.';
const SIGNED = { outcome: 'send', signatureMode: 'digital' };

/** Both offices call for the report of the year; one unit sends it in time, one is late; it is compiled and goes up twice. */
export async function yearlyReport(walk: Walk, province: Launched, commune: Launched): Promise<void> {
  const { cast } = walk.stage;
  const above = await call(walk, DEPARTMENT, province, { days: 8, left: ['Sở Khoa học'], seen: '110-so-yeu-cau-bao-cao' });
  const mine = await call(walk, OFFICE, commune, {
    days: 1,
    left: ['Phòng Kinh tế', 'Trung tâm Dịch vụ', 'MTTQ'],
    seen: '111-yeu-cau-bao-cao',
  });
  const school = await reportOf(walk, mine, SCHOOL);
  await walk.do({
    ...{ who: UNIT, workId: school, name: 'Lập báo cáo', verb: 'Chuyển thủ trưởng ký, gửi', seen: '112-lap-bao-cao' },
    fill: async (page) => fillReport(walk, page, school),
  });
  await walk.do({
    who: 'vx.thcs.thutruong',
    workId: school,
    name: 'Ký, gửi báo cáo',
    verb: 'Ký và gửi báo cáo',
    seen: '113-ky-gui-bao-cao',
  });
  await doStep(await cast.as('vx.thcs.vanthu'), school, 'Cấp số báo cáo', { mode: 'own' });
  await walk.do({ who: OFFICE, workId: school, name: 'Xem, tiếp nhận báo cáo', verb: 'Tiếp nhận', seen: '114-tiep-nhan-bao-cao' });
  await lateOne(walk, mine);
  await compile(walk, OFFICE, mine, SCHOOL);
  await doStep(await cast.as('vx.chutich'), mine, 'Ký văn bản', { outcome: 'sign', signatureMode: 'digital' });
  await doStep(await cast.as('vx.vanthu'), mine, 'Cấp số văn bản', { mode: 'own' });
  await atDepartment(walk, above);
}

/** The day passes: the office sees who has not sent; what then comes is late. */
async function lateOne(walk: Walk, callId: string): Promise<void> {
  const { cast } = walk.stage;
  const office = await cast.as(OFFICE);
  const hamlet = await reportOf(walk, callId, HAMLET);
  await advanceTo(office, dayLater(await todayOf(office), 3));
  const page = await walk.page(OFFICE);
  await page.goto(`/phong-trao/viec/${callId}`);
  await expect(page.getByText('1 chưa gửi, quá hạn')).toBeVisible();
  await expect(page.getByRole('row', { name: HAMLET })).toContainText('Chưa gửi, quá');
  await expect(page.getByRole('row', { name: SCHOOL })).toContainText('Đúng hạn');
  await lookOver(page, '115-thu-bao-cao');
  const clerk = await cast.as('vx.tdp.nguoilap');
  const { version, indicators } = await clerk.call<ReportView>('movementReport', { params: { id: hamlet } });
  const figures = Object.fromEntries(indicators.filter(({ required }) => required).map(({ id, type }) => [id, FIGURES[type]]));
  const body = { version, figures, texts: { results: 'Các hộ thu gom rác đúng giờ.' }, ownFile: false };
  await clerk.call('saveReport', { params: { id: hamlet }, body });
  await doStep(clerk, hamlet, 'Lập báo cáo', { outcome: 'submit' });
  await doStep(await cast.as('vx.tdp.thutruong'), hamlet, 'Ký, gửi báo cáo', SIGNED);
  await doStep(office, hamlet, 'Xem, tiếp nhận báo cáo', { outcome: 'accept' });
  await page.reload();
  await expect(page.getByText('1 gửi muộn')).toBeVisible();
  await expect(page.getByRole('row', { name: HAMLET })).toContainText('Muộn');
  await walk.do({
    who: OFFICE,
    workId: callId,
    name: 'Thu báo cáo của các đơn vị',
    verb: 'Đóng thu, chuyển tổng hợp',
    seen: '116-dong-thu',
  });
}

const FIGURES = { number: { value: 2 }, percent: { part: 4, whole: 5 }, text: { text: 'Đã thực hiện.' } } as const;

/** The commune's report answers what Sở Nội vụ has asked; its own goes to the chair of UBND tỉnh. */
async function atDepartment(walk: Walk, callId: string): Promise<void> {
  const { cast } = walk.stage;
  const fromCommune = await reportOf(walk, callId, COMMUNE);
  await walk.do({
    ...{ who: DEPARTMENT, workId: fromCommune, name: 'Xem, tiếp nhận báo cáo', verb: 'Tiếp nhận', seen: '118-so-tiep-nhan' },
    fill: async (page) => {
      await expect(page.getByText(DONE)).toBeVisible();
      await expect(page.getByRole('table', { name: 'Báo cáo đã tổng hợp' })).toContainText(HAMLET);
      await expect(page.getByRole('row', { name: /^Báo cáo: .*\/BC-UBND/ })).toBeVisible();
    },
  });
  await walk.do({ who: DEPARTMENT, workId: callId, name: 'Thu báo cáo của các đơn vị', verb: 'Đóng thu, chuyển tổng hợp' });
  await compile(walk, DEPARTMENT, callId, COMMUNE);
  await doStep(await cast.as('tn.snv.giamdoc'), callId, 'Ký văn bản', { outcome: 'sign', signatureMode: 'digital' });
  await doStep(await cast.as('tn.snv.vanthu'), callId, 'Cấp số văn bản', { mode: 'own' });
  const upward = await until('báo cáo của Sở Nội vụ tới Chủ tịch UBND tỉnh', async () => {
    const view = await (await cast.as(DEPARTMENT)).call<ReportCallView>('reportCall', { params: { id: callId } });
    return view.upward?.id;
  });
  await walk.do({ who: 'tn.chutich', workId: upward, name: 'Xem, tiếp nhận báo cáo', verb: 'Tiếp nhận', seen: '119-chu-tich-tinh-xem' });
}

/** Words of a body are taken over, the compiled report is kept and put forward with its paper. */
async function compile(walk: Walk, who: string, workId: string, from: string): Promise<void> {
  await walk.do({
    ...{ who, workId, name: 'Tổng hợp báo cáo', verb: 'Chuyển soạn báo cáo', ...(who === OFFICE ? { seen: '117-tong-hop' } : {}) },
    fill: async (page) => {
      const results = page.getByLabel(/^Kết quả thực hiện/);
      await page
        .locator('.field')
        .filter({ has: results })
        .getByText(/đơn vị có nêu$/)
        .click();
      await page
        .getByRole('button', { name: `Lấy nội dung của ${from}` })
        .first()
        .click();
      await expect(results).toHaveValue(new RegExp(DONE));
      await page.getByRole('button', { name: 'Lưu nội dung tổng hợp' }).click();
      await expect(page.getByText('Có thay đổi chưa lưu.')).toBeHidden();
    },
  });
  await walk.do({ who, workId, name: 'Xem dự thảo, trình ký', verb: 'Trình ký', paper: true });
}

async function fillReport(walk: Walk, page: Page, id: string): Promise<void> {
  const { indicators } = await (await walk.stage.cast.as(UNIT)).call<ReportView>('movementReport', { params: { id } });
  for (const { id: figure, type, required } of indicators.filter((one) => one.required || one.type !== 'text')) {
    expect(required || type !== 'text').toBe(true);
    await page.locator(`[id="figure-${figure}"]`).fill(type === 'text' ? DONE : '24');
    if (type === 'percent') {
      await page.locator(`[id="figure-${figure}-whole"]`).fill('24');
    }
  }
  await page.getByLabel(/^Kết quả thực hiện/).fill(DONE);
  await expect(page.getByText('Đã lưu.')).toBeVisible();
}

interface Calling {
  readonly days: number;
  readonly left: readonly string[];
  readonly seen: string;
}

async function call(walk: Walk, who: string, { movementId }: Launched, { days, left, seen }: Calling): Promise<string> {
  const page = await walk.page(who);
  await page.goto(`/phong-trao/${movementId}`);
  await page.getByRole('tab', { name: 'Báo cáo' }).click();
  await page.getByRole('button', { name: 'Yêu cầu báo cáo' }).click();
  await expect(page.getByText(/Kế hoạch nêu: “.*15\/12 hằng năm/)).toBeVisible();
  const due = dayLater(await todayOf(await walk.stage.cast.as(who)), days);
  await fillDay(page.locator('body'), 'Hạn gửi báo cáo', due.split('-').reverse().join('/'));
  for (const name of left) {
    await page
      .getByRole('group', { name: /^Nơi được yêu cầu báo cáo/ })
      .getByLabel(new RegExp(name))
      .uncheck();
  }
  await lookOver(page, seen);
  await page.getByRole('button', { name: /^Gửi yêu cầu đến/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Đợt báo cáo năm/ })).toBeVisible();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

function reportOf({ stage }: Walk, callId: string, orgName: string): Promise<string> {
  return until(`báo cáo của ${orgName}`, async () => {
    const person = await stage.cast.as(orgName === COMMUNE ? DEPARTMENT : OFFICE);
    const { reports } = await person.call<ReportCallView>('reportCall', { params: { id: callId } });
    return reports.find((line) => line.orgName === orgName)?.id;
  });
}

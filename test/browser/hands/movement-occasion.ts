import type { Page } from '@playwright/test';
import { doStep } from '../../../apps/cli/src/steps/works';
import { todayOf } from '../../../apps/cli/src/steps/clock';
import { until } from '../../../apps/cli/src/until';
import type { Launched } from './movement-launch';
import { dayLater, lookOver, works, type Walk } from './movement-walk';
import { expect } from './stage';
import { fillDay } from './work';

const DEPARTMENT = 'tn.snv.chuyenvien';
const OFFICE = 'vx.chuyenvien';
const UNIT = 'vx.thcs.nguoilap';
const SCHOOL = 'Trường Trung học cơ sở Vạn Xuân';
const GOALS = 'Trồng 150 cây xanh; nhân rộng mô hình phân loại rác tại lớp.';

/** Sở Nội vụ and Phòng VH-XH each open the sơ kết of their movement; answers the commune's. */
export async function openReviews(walk: Walk, province: Launched, commune: Launched): Promise<string> {
  const { cast } = walk.stage;
  const above = await openInterim(walk, DEPARTMENT, province, { left: [], seen: '120-so-mo-so-ket' });
  await walk.do({ who: DEPARTMENT, workId: above, name: 'Xem dự thảo, trình ký', verb: 'Trình ký', paper: true });
  await doStep(await cast.as('tn.chutich'), above, 'Ký văn bản', { outcome: 'sign', signatureMode: 'digital' });

  const left = ['Phòng Kinh tế', 'Trung tâm Dịch vụ', 'MTTQ', 'Tổ dân phố'];
  const occasion = await openInterim(walk, OFFICE, commune, { left, seen: '121-mo-so-ket' });
  await walk.do({
    who: OFFICE,
    workId: occasion,
    name: 'Xem dự thảo, trình ký',
    verb: 'Trình ký',
    paper: true,
    seen: '122-thong-bao-so-ket',
  });
  await doStep(await cast.as('vx.chutich'), occasion, 'Ký văn bản', { outcome: 'sign', signatureMode: 'digital' });
  await doStep(await cast.as('vx.vanthu'), occasion, 'Cấp số văn bản', { mode: 'own' });
  return occasion;
}

/** A unit registers, its head signs; the office closes registration and its round is there. */
export async function registerAndClose(walk: Walk, commune: Launched, occasion: string): Promise<void> {
  await register(walk, commune);
  await walk.do({
    ...{
      who: OFFICE,
      workId: occasion,
      name: 'Theo dõi, chốt đăng ký thi đua',
      verb: 'Chốt đăng ký, mở đợt xét',
      seen: '125-chot-dang-ky',
    },
    fill: async (page) => {
      await expect(page.getByRole('row', { name: SCHOOL })).toContainText('Đã đăng ký');
    },
  });
  await seeRound(walk, occasion);
}

/** The unit's list is kept on the task itself, and signed by its head. */
async function register(walk: Walk, { movementId }: Launched): Promise<void> {
  const office = await walk.stage.cast.as(OFFICE);
  const { id } = await until('việc đăng ký của trường', async () =>
    (await works(office, movementId, 'registration')).find((one) => one.orgName === SCHOOL),
  );
  await walk.do({
    ...{ who: UNIT, workId: id, name: 'Lập đăng ký thi đua', verb: 'Trình thủ trưởng ký phiếu đăng ký', seen: '123-lap-dang-ky' },
    fill: async (page) => {
      await page.getByRole('button', { name: 'Thêm dòng' }).click();
      await page.getByLabel('Họ tên, tên tập thể').fill('Tổ Khoa học tự nhiên');
      await page.getByLabel('Hình thức', { exact: true }).selectOption({ label: 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh' });
      await page.getByLabel('Nội dung phấn đấu').fill(GOALS);
      await page.getByRole('button', { name: 'Lưu danh sách' }).click();
      await expect(page.getByText('Đã lưu danh sách.')).toBeVisible();
    },
  });
  await walk.do({
    ...{
      who: 'vx.thcs.thutruong',
      workId: id,
      name: 'Ký, gửi phiếu đăng ký',
      verb: 'Ký, gửi phiếu đăng ký',
      paper: true,
      seen: '124-ky-dang-ky',
    },
    fill: async (page) => {
      await expect(page.getByText(GOALS)).toBeVisible();
    },
  });
}

async function seeRound(walk: Walk, occasion: string): Promise<void> {
  const page = await walk.page(OFFICE);
  await page.goto(`/phong-trao/viec/${occasion}`);
  await expect(page.getByRole('link', { name: /^Đợt xét / })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('1 tập thể, 0 hộ, 0 cá nhân đăng ký')).toBeVisible();
  await lookOver(page, '126-dot-so-ket');
}

interface Opening {
  readonly left: readonly string[];
  readonly seen: string;
}

async function openInterim(walk: Walk, who: string, { movementId }: Launched, { left, seen }: Opening): Promise<string> {
  const page = await walk.page(who);
  const today = await todayOf(await walk.stage.cast.as(who));
  await page.goto(`/phong-trao/${movementId}`);
  await page.getByRole('tab', { name: 'Khen thưởng' }).click();
  const interim = page.getByRole('region', { name: 'Khen thưởng sơ kết' });
  await expect(interim).toContainText('kế hoạch nêu năm 2026');
  await interim.getByRole('button', { name: 'Mở đợt' }).click();
  await fillDay(interim, 'Hạn đăng ký thi đua (để trống nếu không đăng ký)', inWords(dayLater(today, 10)));
  await fillDay(interim, 'Hạn nộp hồ sơ', inWords(dayLater(today, 40)));
  for (const name of left) {
    await interim.getByLabel(new RegExp(name)).uncheck();
  }
  await lookOver(page, seen);
  return sent(page);
}

async function sent(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Trình thông báo mở đợt' }).click();
  await expect(page.getByRole('region', { name: 'Thời hạn, đợt xét' })).toBeVisible();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

const inWords = (day: string): string => day.split('-').toReversed().join('/');

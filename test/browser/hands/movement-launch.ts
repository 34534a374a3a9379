import type { Locator, Page } from '@playwright/test';
import type { MovementDetail, PlanDraftView, WorkView } from '@thidua/contract';
import { doStep } from '../../../apps/cli/src/steps/works';
import { until } from '../../../apps/cli/src/until';
import { MOVEMENT, OF_COMMUNE, OF_PROVINCE, planText, settleDraft, type PlanOf } from './movement-plan';
import { lookOver, works, type Walk } from './movement-walk';
import { expect } from './stage';

const DEPARTMENT = 'tn.snv.chuyenvien';
const OFFICE = 'vx.chuyenvien';
const UNIT = 'vx.thcs.nguoilap';
const SCHOOL = 'Trường Trung học cơ sở Vạn Xuân';
const SIGN = { name: 'Ký văn bản', verb: 'Ký' };

export interface Launched {
  readonly workId: string;
  readonly movementId: string;
}

/** Sở Nội vụ puts the province's plan forward; the chair signs it. */
export async function launchProvince(walk: Walk): Promise<Launched> {
  const page = await walk.page(DEPARTMENT);
  await toLaunchForm(walk, DEPARTMENT, OF_PROVINCE);
  await expect(recipient(page, 'MTTQ')).toContainText('Đề nghị phối hợp');
  await expect(recipient(page, 'MTTQ').getByRole('checkbox')).not.toBeChecked();
  for (const name of ['Báo và Phát thanh', 'Sở Tài chính', 'xã Sông Cầu']) {
    await recipient(page, name).getByRole('checkbox').uncheck();
  }
  await lookOver(page, '90-phat-dong-tinh');
  const launched = await launch(walk, DEPARTMENT);
  await walk.do({ who: DEPARTMENT, workId: launched.workId, name: 'Xem dự thảo, trình ký', verb: 'Trình ký', paper: true });
  await doStep(await walk.stage.cast.as('tn.chutich'), launched.workId, SIGN.name, { outcome: 'sign', signatureMode: 'digital' });
  await doStep(await walk.stage.cast.as('tn.vanthu'), launched.workId, 'Cấp số văn bản', { mode: 'own' });
  await inForce(walk, DEPARTMENT, launched.movementId);
  return launched;
}

/** Phòng VH-XH puts the commune's plan forward under the province's movement; chair and văn thư sign and number it. */
export async function launchCommune(walk: Walk, above: Launched): Promise<Launched> {
  const page = await walk.page(OFFICE);
  await toLaunchForm(walk, OFFICE, OF_COMMUNE);
  await expect(page.getByRole('combobox', { name: 'Thực hiện phong trào của cấp trên' })).toHaveValue(above.movementId);
  await expect(page.getByLabel('Đơn vị có kế hoạch chậm nhất ngày')).toHaveValue('30/09/2026');
  await recipient(page, 'MTTQ').getByRole('checkbox').check();
  await lookOver(page, '91-phat-dong-phuong');
  const launched = await launch(walk, OFFICE);
  const { workId, movementId } = launched;
  await lookOver(page, '92-viec-phat-dong');
  await walk.do({ who: OFFICE, workId, name: 'Xem dự thảo, trình ký', verb: 'Trình ký', paper: true });
  await walk.do({ who: 'vx.chutich', workId, ...SIGN, paper: true, seen: '93-chu-tich-ky-ke-hoach' });
  await walk.do({ who: 'vx.vanthu', workId, name: 'Cấp số văn bản', verb: 'Cấp số', seen: '94-van-thu-cap-so' });
  await inForce(walk, OFFICE, movementId);
  return launched;
}

/** The school finds its work in the inbox, copies the plan for itself, its head signs; the offices above see it. */
export async function unitPlan(walk: Walk, { movementId }: Launched, province: Launched): Promise<void> {
  const { cast } = walk.stage;
  const [clerk, office] = [await cast.as(UNIT), await cast.as(OFFICE)];
  const asked = await until('việc xây dựng kế hoạch của trường', async () =>
    (await works(office, movementId, 'unit-plan')).find((work) => work.orgName === SCHOOL),
  );
  const page = await walk.page(UNIT);
  await page.goto('/phong-trao/du-thao');
  await page.getByLabel('Từ phong trào đang có').selectOption({ value: movementId });
  await page.getByRole('button', { name: 'Chép kế hoạch' }).click();
  await expect(page.getByRole('heading', { level: 1, name: MOVEMENT })).toBeVisible();
  const draftId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await expect(page.getByRole('listitem').filter({ hasText: 'Cơ quan thực hiện' })).toContainText(`Đơn vị · ${SCHOOL}`);
  const title = page.getByRole('listitem').filter({ hasText: 'Trích yếu' });
  await title.getByRole('button', { name: /^Sửa/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Trích yếu').fill(`Kế hoạch thực hiện Phong trào thi đua “${MOVEMENT}” của ${SCHOOL}`);
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(title).toContainText('Đã sửa');
  await settleDraft(clerk, draftId);
  await page.reload();
  await lookOver(page, '95-du-thao-cua-don-vi');
  await page.goto('/viec');
  await expect(page.getByRole('link', { name: 'Xây dựng kế hoạch của đơn vị', exact: true })).toBeVisible();
  await lookOver(page, '96-viec-cua-don-vi');
  await walk.do({
    ...{ who: UNIT, workId: asked.id, name: 'Xây dựng kế hoạch của đơn vị', verb: 'Gửi kế hoạch của đơn vị', seen: '97-ke-hoach-don-vi' },
    fill: async () => {
      await page.getByLabel('Kế hoạch của đơn vị (dự thảo đã đủ nội dung)').selectOption({ value: draftId });
    },
  });
  const child = await until(
    'kế hoạch của trường trình ký',
    async () => (await clerk.call<PlanDraftView>('planDraft', { params: { id: draftId } })).movementId ?? undefined,
  );
  const own = await until('việc phát động của trường', async () => (await works(clerk, child, 'plan'))[0]?.id);
  await walk.do({ who: UNIT, workId: own, name: 'Xem dự thảo, trình ký', verb: 'Trình ký', paper: true });
  await walk.do({ who: 'vx.thcs.thutruong', workId: own, ...SIGN, paper: true });
  await doStep(await cast.as('vx.thcs.vanthu'), own, 'Cấp số văn bản', { mode: 'own' });
  await until('kế hoạch của trường đã xong', async () => {
    const { status } = await office.call<WorkView>('movementWork', { params: { id: asked.id } });
    return status === 'done' ? status : undefined;
  });
  await seeAnswers(walk, { movementId, province });
}

async function seeAnswers(
  walk: Walk,
  { movementId, province }: { readonly movementId: string; readonly province: Launched },
): Promise<void> {
  const page = await walk.page(OFFICE);
  await page.goto(`/phong-trao/${movementId}`);
  await lookOver(page, '99-phong-trao-tong-quan');
  await page.getByRole('tab', { name: 'Nơi nhận, kế hoạch đơn vị' }).click();
  await expect(page.getByText('1/4 đơn vị được giao đã có kế hoạch; 0 đơn vị quá hạn.')).toBeVisible();
  await expect(page.getByRole('row', { name: SCHOOL })).toContainText('Xong');
  await lookOver(page, '100-noi-nhan');
  const above = await walk.page(DEPARTMENT);
  await above.goto(`/phong-trao/${province.movementId}?muc=chuoi`);
  await expect(above.getByRole('tabpanel')).toContainText(SCHOOL);
  await lookOver(above, '101-chuoi-phong-trao');
}

/** Uploads a plan as a file, has its fields settled, and opens the form of the launch. */
async function toLaunchForm(walk: Walk, who: string, plan: PlanOf): Promise<void> {
  const page = await walk.page(who);
  await page.getByRole('navigation', { name: 'Điều hướng chính' }).getByRole('link', { name: 'Phong trào' }).click();
  await page.getByRole('link', { name: 'Dự thảo kế hoạch' }).click();
  const file = { name: 'ke-hoach.txt', mimeType: 'text/plain', buffer: Buffer.from(planText(plan)) };
  await page.getByLabel('Kế hoạch đã có (PDF có chữ, Word hoặc TXT)').setInputFiles(file);
  await expect(page.getByRole('heading', { level: 1, name: MOVEMENT })).toBeVisible({ timeout: 30_000 });
  await settleDraft(await walk.stage.cast.as(who), new URL(page.url()).pathname.split('/').at(-1) ?? '');
  await page.reload();
  await page.getByRole('link', { name: 'Trình phát động' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Phát động: ${MOVEMENT}` })).toBeVisible();
}

const recipient = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: 'Nơi nhận' }).getByRole('row').filter({ hasText: name });

async function launch(walk: Walk, who: string): Promise<Launched> {
  const page = await walk.page(who);
  await page.getByRole('button', { name: 'Trình phát động' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /· Phát động: / })).toBeVisible();
  const workId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const { movementId } = await (await walk.stage.cast.as(who)).call<WorkView>('movementWork', { params: { id: workId } });
  return { workId, movementId };
}

async function inForce(walk: Walk, who: string, movementId: string): Promise<void> {
  const person = await walk.stage.cast.as(who);
  await until('phong trào có hiệu lực', async () => {
    const { state } = await person.call<MovementDetail>('movementDetail', { params: { id: movementId } });
    return state === 'in-force' ? state : undefined;
  });
}

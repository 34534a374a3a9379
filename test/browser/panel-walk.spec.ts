import type { Locator, Page } from '@playwright/test';
import type { DefinitionView } from '@thidua/contract';
import { expectAccessible, look } from './hands/looks';
import { expect, test } from './hands/stage';
import { pick } from './hands/work';

const PROCESS = 'Đợt xét khen thưởng cấp xã';

const panel = (page: Page): Locator => page.getByRole('region', { name: 'Thuộc tính' });
const canvas = (page: Page): Locator => page.getByRole('application', { name: 'Vùng vẽ sơ đồ' });
const problems = (page: Page): Locator => page.getByRole('region', { name: 'Kiểm tra sơ đồ' });

test('quản trị viên mới: thẩm định còn 8 ngày, thêm bước kiểm tra chéo, không gõ biểu thức nào; sai luật thì báo đúng chỗ', async ({
  stage,
}) => {
  const page = await stage.enter('hp.quantri1');
  await page.getByRole('link', { name: 'Quy trình' }).click();
  const process = page.getByRole('region', { name: PROCESS });
  const edit = process.getByRole('button', { name: `Sửa quy trình ${PROCESS}` });
  await edit
    .or(process.getByRole('link', { name: 'Mở bản đang sửa' }))
    .first()
    .click();
  await expect(canvas(page).locator('.djs-element').first()).toBeVisible();
  const draftId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await test.step('đặt thời hạn riêng 8 ngày trong hạn 20 ngày của quy định', () => shorten(page));
  await test.step('thêm bước kiểm tra chéo', () => crossCheck(page));
  const admin = await stage.cast.as('hp.quantri1');
  await expect
    .poll(async () => (await admin.call<DefinitionView>('definition', { params: { id: draftId } })).xml)
    .toMatch(/<thidua:deadline workingDays="8" [^>]*within="T-16"[\s\S]*<thidua:fourEyes tasks="Task_ThamDinh"/);
  await test.step('dài hơn luật thì bị từ chối đúng chỗ', () => tooLong(page));
  await stage.leave(page);
  await admin.call('discardDraft', { params: { id: draftId }, body: { note: 'Chỉ thử' } });
});

async function shorten(page: Page): Promise<void> {
  await canvas(page).locator('[data-element-id="Task_ThamDinh"]').first().click();
  await panel(page).getByText('Theo quy định', { exact: true }).click();
  await expect(panel(page)).toContainText('20 ngày làm việc, tính từ ngày nhận đủ hồ sơ');
  await expect(panel(page)).toContainText('Hôm nay:');
  await look(page, '35-bang-thuoc-tinh');
  await expectAccessible(page);
  await panel(page).getByText('Đặt riêng').click();
  await panel(page).getByLabel('Thời hạn (ngày làm việc)').fill('8');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Thay đổi so với bản đang dùng' })).toContainText('8 ngày làm việc');
}

async function crossCheck(page: Page): Promise<void> {
  await panel(page).getByRole('button', { name: 'Thêm bước ngay sau bước này' }).click();
  await expect(panel(page)).toContainText('Bước này chưa có người thực hiện.');
  await panel(page).getByLabel('Tên').fill('Kiểm tra chéo kết quả thẩm định');
  await pick(panel(page), 'Cơ quan', 'UBND xã, phường');
  await pick(panel(page), 'Chức danh', 'Thư ký Hội đồng');
  await pick(panel(page), 'Kiểm tra chéo', 'Thẩm định hồ sơ');
  await page.keyboard.press('Escape');
  await pick(panel(page), 'Biểu mẫu', 'Hoàn thiện dự thảo');
  await expect(problems(page)).toContainText('Không có lỗi, có thể đề xuất ban hành.');
  await expect(page.getByText('Kiểm tra chéo kết quả thẩm định').first()).toBeVisible();
  await look(page, '36-kiem-tra-cheo');
}

async function tooLong(page: Page): Promise<void> {
  await canvas(page).locator('[data-element-id="Task_ThamDinh"]').first().click();
  await panel(page).getByLabel('Thời hạn (ngày làm việc)').fill('40');
  await page.keyboard.press('Enter');
  const line = problems(page).getByRole('listitem').filter({ hasText: 'limit-unlawful' });
  await expect(line).toContainText('dài hơn 20 ngày của T-16');
  await expect(problems(page).getByRole('heading', { name: 'Pháp luật' })).toBeVisible();
  await expect(canvas(page).locator('[data-element-id="Task_ThamDinh"].problem-node')).toBeVisible();
  await look(page, '37-loi-phap-luat');
}

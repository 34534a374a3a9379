import { individual } from '../../apps/cli/src/people/nominees';
import { launchAndSubmit, type UnitPlan } from '../../apps/cli/src/steps/unit';
import { expectAccessible, expectNoSideways, look } from './hands/looks';
import { expect, test } from './hands/stage';

const PLAN: UnitPlan = {
  unit: 'vx.cn',
  title: 'Đề nghị tặng Giấy khen có sổ văn bản',
  occasion: 'ad-hoc',
  year: 2026,
  rows: [individual('Đặng Thị Sổ', 'Công nhân', 'GK_XA', 'Phát hiện và dập tắt đám cháy tại kho vật tư của công ty.')],
};

test('Sổ đăng ký văn bản: tìm, nguồn số, in sổ; đạt chuẩn tiếp cận', async ({ stage }) => {
  await launchAndSubmit(stage.cast, PLAN);
  const page = await stage.enter('vx.cn.vanthu');
  await page.getByRole('link', { name: 'Sổ văn bản' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sổ đăng ký văn bản' })).toBeVisible();
  const lines = page.locator('table.register tbody tr');
  await expect(lines.filter({ hasText: '01/TTr' })).toHaveCount(1);
  await look(page, '60-so-van-ban');
  await expectAccessible(page);
  await page.getByLabel('Tìm trong sổ').fill('không có văn bản này');
  await expect(page.getByText('Không có dòng nào khớp.')).toBeVisible();
  await page.getByLabel('Tìm trong sổ').fill('');
  await page.getByRole('button', { name: 'In sổ (PDF)' }).click();
  await expect(page.getByRole('link', { name: /Mở|Tải|In sổ/ }).first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Đổi nguồn số' })).toHaveCount(0);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSideways(page);

  const head = await stage.enter('vx.cn.thutruong');
  await head.getByRole('link', { name: 'Sổ văn bản' }).click();
  await head.getByRole('button', { name: 'Đổi nguồn số' }).click();
  const dialog = head.getByRole('dialog');
  await expectAccessible(head);
  for (const type of ['Tờ trình', 'Quyết định', 'Thông báo', 'Kết luận', 'Báo cáo', 'Giấy mời', 'Công văn', 'Bản sao']) {
    await dialog.getByLabel(type, { exact: true }).uncheck();
  }
  await dialog.getByLabel('Lý do, văn bản quy định').fill('Dùng hệ thống quản lý văn bản của công ty.');
  await look(head, '61-nguon-so');
  await dialog.getByRole('button', { name: 'Đổi nguồn số' }).click();
  await expect(dialog).toBeHidden();
  await expect(head.getByRole('row', { name: /Kế hoạch/ })).toContainText('Hệ thống quản lý văn bản');
});

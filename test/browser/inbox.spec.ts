import { individual } from '../../apps/cli/src/people/nominees';
import { launch } from '../../apps/cli/src/steps/unit';
import { expectAccessible, expectNoSideways, look } from './hands/looks';
import { expect, test, type Stage } from './hands/stage';

const UNIT = 'gp.htx';

test('trang đăng nhập: chọn vai, mật khẩu sai, tiếng Anh; đạt chuẩn tiếp cận', async ({ stage }) => {
  const page = await stage.visit('/');
  await expect(page).toHaveURL(/\/dang-nhap/);
  for (const face of ['Đơn vị', 'Hội đồng, UBND xã', 'Sở Nội vụ, UBND tỉnh', 'Quản trị']) {
    await expect(page.getByRole('region', { name: face, exact: true }).getByRole('button').first()).toBeVisible();
  }
  await expectAccessible(page);
  await page.getByLabel('Tên đăng nhập').fill(`${UNIT}.nguoilap`);
  await page.getByLabel('Mật khẩu', { exact: true }).fill('sai mật khẩu');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('alert')).toContainText('Tên đăng nhập hoặc mật khẩu không đúng.');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await look(page, '50-sign-in-english');
});

test('Việc của tôi: J, K, Enter, / và ? bằng bàn phím; đạt chuẩn tiếp cận', async ({ stage }) => {
  await threeTasks(stage);
  const page = await stage.enter(`${UNIT}.nguoilap`);
  const grid = page.getByRole('grid');
  const rows = grid.getByRole('row').filter({ has: page.getByRole('gridcell') });
  await expect(rows).toHaveCount(3);
  await look(page, '51-viec-cua-toi');
  await expectAccessible(page);
  await expect(grid).toBeFocused();
  await expect(rows.nth(0)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('j');
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');

  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Phím tắt' });
  await expect(help).toContainText('Xuống việc kế tiếp');
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await page.keyboard.press('/');
  const search = page.getByRole('searchbox', { name: 'Tìm trong việc của tôi' });
  await expect(search).toBeFocused();
  const code = (await rows.nth(2).getByRole('gridcell').first().textContent()) ?? '';
  await search.fill(code);
  await search.press('Enter');
  await expect(rows).toHaveCount(1);

  await grid.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Hoàn thiện báo cáo thành tích' })).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSideways(page);
  await look(page, '52-viec-tren-dien-thoai');
});

async function threeTasks(stage: Stage): Promise<void> {
  for (const number of [1, 2, 3]) {
    await launch(stage.cast, {
      unit: UNIT,
      title: `Đề nghị khen thưởng mô hình rau an toàn số ${number}`,
      occasion: 'ad-hoc',
      year: 2026,
      rows: [individual('Đỗ Văn Hưng', 'Tổ trưởng', 'GK_XA', 'Chuyển đổi 12 ha sang rau an toàn.')],
    });
  }
}

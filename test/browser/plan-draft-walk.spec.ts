import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectNoSideways, look } from './hands/looks';
import { expect, test } from './hands/stage';

const OWN = join(__dirname, '../plans');
const SEEDS = join(__dirname, '../../../shared/domain/seeds');
const [VAN_XUAN, TAN_LAP, THAI_NGUYEN] = ['000_8955408b60bb73bc.txt', '001_aaaccfd72d3eb5f5.txt', '002_ac0e27126e093df9.txt'];

async function upload(page: Page, path: string): Promise<void> {
  await page.goto('/phong-trao/du-thao');
  await expect(page.getByRole('heading', { level: 1, name: 'Dự thảo kế hoạch' })).toBeVisible();
  await page.getByLabel('Kế hoạch đã có (PDF có chữ, Word hoặc TXT)').setInputFiles(path);
  await expect(page.getByRole('heading', { level: 2, name: 'Kiểm tra căn cứ' })).toBeVisible({ timeout: 30_000 });
}

/** The fields of one group whose text holds these words. */
const fields = (page: Page, group: string, words: string | RegExp): Locator =>
  page.getByRole('region', { name: group, exact: true }).getByRole('listitem').filter({ hasText: words });

const findings = (page: Page): Locator => page.getByRole('region', { name: 'Kiểm tra căn cứ' }).getByRole('listitem');

test.describe('kế hoạch mẫu', () => {
  test.skip(!existsSync(SEEDS), 'the plans in ../shared/domain/seeds are absent');

  test('48: kế hoạch Vạn Xuân đọc đủ, không tự đặt giai đoạn, căn cứ sai được chỉ ra', async ({ stage }) => {
    const page = await stage.enter('vx.chuyenvien');
    await upload(page, join(SEEDS, VAN_XUAN));

    const name = fields(page, 'Phong trào và văn bản cấp trên', 'Tên phong trào');
    await expect(name).toContainText('Thái Nguyên thi đua đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số');
    const period = fields(page, 'Thời gian, giai đoạn', 'Thời gian thực hiện');
    await expect(period).toContainText('từ ngày ban hành đến 12/2030');
    await period.getByRole('button', { name: /dòng 134–136/ }).click();
    await expect(page.locator('.draft-line-lit mark')).toHaveText([/Phong trào thi đua được tổ chức từ ngày ban hành/, /tháng 12\/2030/]);
    await expect(fields(page, 'Thời gian, giai đoạn', /^Giai đoạn \d/)).toHaveCount(0);
    await expect(page.getByText('Kế hoạch không chia giai đoạn và không nêu thời điểm sơ kết, tổng kết.')).toBeVisible();

    const awards = 'Hình thức khen thưởng theo dịp';
    const words = async (occasion: string): Promise<readonly string[]> => [
      ...new Set(
        await fields(page, awards, new RegExp(`^Hình thức khen thưởng.*${occasion} ·`))
          .locator('q')
          .allTextContents(),
      ),
    ];
    expect(await words('tổng kết')).toEqual([
      'Huân chương Lao động',
      'Bằng khen của Thủ tướng Chính phủ',
      'Bằng khen của Chủ tịch UBND tỉnh',
      'Giấy khen của Thủ trưởng cơ quan, đơn vị, địa phương, doanh nghiệp',
    ]);
    expect(await words('hằng năm, sơ kết')).toEqual([
      'Bằng khen của Chủ tịch UBND tỉnh',
      'Giấy khen của Thủ trưởng cơ quan, đơn vị, địa phương, doanh nghiệp',
    ]);
    await expect(findings(page).filter({ hasText: '115/KH-UBND và 155/KH-UBND' })).toHaveCount(1);
    await expect(findings(page).filter({ hasText: '62-CTr/TU' })).toHaveCount(0);

    await page.getByLabel('Tải văn bản cấp trên để đối chiếu').setInputFiles(join(SEEDS, THAI_NGUYEN));
    const differs = findings(page).filter({ hasText: '62-CTr/TU' });
    await expect(differs).toContainText('60-CTr/TU');
    await expect(differs.getByRole('button', { name: /^dòng/ })).toHaveCount(5);
    await look(page, '80-du-thao-van-xuan');
    await differs.getByRole('button', { name: /^dòng/ }).last().click();
    await expect(page.locator('.draft-line-lit mark')).toContainText('62-CTr/TU');
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSideways(page);
  });

  test('48: kế hoạch Tân Lập đọc ra hai giai đoạn và hỏi số, ngày, người ký', async ({ stage }) => {
    const page = await stage.enter('tl.chuyenvien');
    await upload(page, join(SEEDS, TAN_LAP));
    const phases = fields(page, 'Thời gian, giai đoạn', /^Giai đoạn/);
    await expect(phases.locator('.draft-value')).toHaveText([
      'Giai đoạn 1: từ 2025 đến 2027 · sơ kết 2027',
      'Giai đoạn 2: từ 2027 đến 2030 · tổng kết 2030',
    ]);
    const asked = page.getByRole('region', { name: 'Cần bổ sung, xác nhận' });
    for (const question of ['chưa có số', 'chưa có đủ ngày', 'tên người ký', 'ai phát động', 'ngày nộp báo cáo']) {
      await expect(asked).toContainText(question);
    }
    await expect(fields(page, 'Thể thức', 'Số, ký hiệu')).toContainText('Kế hoạch không nêu');
  });
});

test('một dự thảo được xác nhận, sửa, đánh dấu không có đến khi trình được', async ({ stage }) => {
  const page = await stage.enter('vx.chuyenvien');
  await upload(page, join(OWN, 'hai-loc.txt'));
  await expect(page.getByText('Không phát hiện sai sót về căn cứ, ký hiệu, địa danh và bố cục.')).toBeVisible();

  const number = fields(page, 'Thể thức', 'Số, ký hiệu');
  await number.getByRole('button', { name: /^Sửa/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Số, ký hiệu').fill('22/KH-UBND');
  await dialog.getByLabel('Từ dòng').fill('900');
  await expect(dialog.getByRole('button', { name: 'Lưu' })).toBeDisabled();
  await dialog.getByLabel('Từ dòng').fill('5');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(dialog).toBeHidden();
  await expect(number).toContainText('22/KH-UBND');
  await expect(number).toContainText('Đã sửa');

  await fields(page, 'Phân công thực hiện', 'Chấm điểm')
    .getByRole('button', { name: /Không đúng, bỏ/ })
    .click();
  await expect(fields(page, 'Phân công thực hiện', 'Chấm điểm')).toContainText('Kế hoạch không có');
  const groups = page.getByRole('button', { name: /^Xác nhận cả/ });
  while ((await groups.count()) > 0) {
    const before = await groups.count();
    await groups.first().click();
    await expect(groups).toHaveCount(before - 1);
    await expect(groups.or(page.getByRole('link', { name: 'Trình phát động' })).first()).toBeEnabled();
  }
  const singles = page.getByRole('button', { name: /^Xác nhận ?:/ });
  while ((await singles.count()) > 0) {
    const before = await singles.count();
    await singles.first().click();
    await expect(singles).toHaveCount(before - 1);
  }
  await look(page, '81-du-thao-xong');
  await expect(page.getByRole('link', { name: 'Trình phát động' })).toBeVisible();
});

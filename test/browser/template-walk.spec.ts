import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSideways, look } from './hands/looks';
import { expect, test } from './hands/stage';

const NAME = 'Tờ trình của thành phố Hải Phòng';
/** Eight by eight in red; a real emblem is a picture like it. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGM4IiaDFTEMLQkAMjA9gUcQVegAAAAASUVORK5CYII=';

test('mẫu riêng: soạn, thấy lỗi tại dòng, in thử, người thứ hai cho áp dụng, thôi áp dụng', async ({ stage }) => {
  const ann = await stage.enter('hp.quantri1');
  await test.step('danh sách loại văn bản', async () => {
    await ann.getByRole('navigation', { name: 'Điều hướng chính' }).getByRole('link', { name: 'Quản trị' }).click();
    await ann.getByRole('main').getByRole('link', { name: 'Mẫu văn bản' }).click();
    await expect(ann.getByRole('heading', { level: 1, name: 'Mẫu văn bản' })).toBeVisible();
    await ann.getByLabel('Tìm loại văn bản').fill('to trinh');
    await expect(ann.getByRole('link', { name: 'Tờ trình', exact: true })).toBeVisible();
    await expect(ann.getByRole('link', { name: 'Giấy khen' })).toHaveCount(0);
    await expectAccessible(ann);
    await look(ann, '70-mau-van-ban');
  });
  await test.step('danh mục trường', async () => {
    await ann.getByRole('link', { name: 'Tờ trình', exact: true }).click();
    await expect(ann.getByRole('heading', { level: 1, name: 'Tờ trình' })).toBeVisible();
    await ann.getByLabel('Tìm trường').fill('phiếu đồng ý');
    await expect(ann.getByRole('rowheader', { name: 'rows[].votes.yes' })).toBeVisible();
    await expectAccessible(ann);
    await expectNoSideways(ann);
    await look(ann, '71-loai-van-ban');
  });
  await test.step('lỗi hiện tại dòng', async () => {
    await ann.getByRole('button', { name: 'Soạn mẫu riêng' }).click();
    await ann.getByLabel('Tên mẫu').fill(NAME);
    const source = ann.getByLabel('Nguồn của mẫu', { exact: true });
    const text = await source.inputValue();
    await source.fill(text.replace('{{opening}}', '{{openning}}'));
    await ann.getByRole('button', { name: 'Lưu và kiểm tra' }).click();
    const faults = ann.getByRole('group', { name: 'Kiểm tra khi lưu' });
    await expect(faults).toContainText('Văn bản loại này có thể không có trường “openning”');
    await expect(faults).toContainText('Có phải “opening” (Đoạn mở đầu');
    await faults.getByRole('button', { name: 'Dòng 6' }).click();
    await expect(source).toBeFocused();
    await expect(ann.getByRole('button', { name: 'In thử' })).toBeDisabled();
    await expectAccessible(ann);
    await look(ann, '72-mau-co-loi');
    await source.fill(text);
  });
  await test.step('tiêu đề riêng, in thử, đề nghị', async () => {
    await ann.getByLabel('Dòng nhỏ dưới tên cơ quan').fill('Số 18 Hoàng Diệu, Hồng Bàng, Hải Phòng');
    await ann.getByLabel('Biểu trưng', { exact: true }).setInputFiles({
      name: 'bieu-trung.png',
      mimeType: 'image/png',
      buffer: Buffer.from(PNG, 'base64'),
    });
    await expect(ann.getByAltText('Biểu trưng đang dùng')).toBeVisible();
    await ann.getByRole('button', { name: 'Lưu và kiểm tra' }).click();
    await expect(ann.getByText('Không có lỗi.')).toBeVisible();
    await expect(ann.getByRole('button', { name: 'Đề nghị áp dụng' })).toBeDisabled();
    await ann.getByRole('button', { name: 'In thử' }).click();
    await expect(ann.getByRole('link', { name: /^Mở tệp: In thử/ })).toBeVisible({ timeout: 60_000 });
    await ann.reload();
    await expect(ann.getByRole('group', { name: 'Kết quả in thử' })).toBeVisible();
    await look(ann, '73-da-in-thu');
    await ann.getByRole('button', { name: 'Đề nghị áp dụng' }).click();
    await expect(ann.getByText('Người đề nghị không tự cho áp dụng; cần người thứ hai.')).toBeVisible();
  });
  const address = new URL(ann.url()).pathname;
  await test.step('người thứ hai cho áp dụng', async () => {
    const bob = await stage.enter('hp.quantri2');
    await bob.goto(address);
    await bob.getByRole('button', { name: 'Cho áp dụng' }).click();
    await expect(bob.getByText('Đang áp dụng').first()).toBeVisible();
    await expectAccessible(bob);
    await expectNoSideways(bob);
    await look(bob, '74-da-ap-dung');
    await withdraw(bob);
  });
});

async function withdraw(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Thôi áp dụng' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lý do').fill('Dùng lại mẫu chung');
  await dialog.getByRole('button', { name: 'Thôi áp dụng' }).click();
  await expect(page.getByText('Đã thôi áp dụng')).toBeVisible();
  await page.getByRole('link', { name: 'Tờ trình' }).first().click();
  await expect(page.getByText('Dùng lại mẫu chung')).toBeVisible();
  await look(page, '75-cac-mau');
}

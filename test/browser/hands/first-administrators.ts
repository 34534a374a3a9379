import { expect, type Page } from '@playwright/test';

export const SETUP_PASSWORD = 'mat-khau-rat-dai';

/** The first form of an empty house: the province, and two people of whom the first types a password. `code` where it is not there already. */
export async function fillFirst(page: Page, province: string, code?: string): Promise<void> {
  const who = async (group: string, fields: Readonly<Record<string, string>>): Promise<void> => {
    for (const [label, value] of Object.entries(fields)) {
      await page.getByRole('group', { name: group }).getByLabel(label).fill(value);
    }
  };
  if (code !== undefined) {
    await page.getByLabel('Mã cài đặt').fill(code);
  }
  await page.getByLabel('Tên tỉnh, thành phố').fill(province);
  await who('Người thứ nhất', {
    'Họ và tên': 'Trần Thị Quản Lý',
    'Chức danh': 'Quản trị hệ thống, Văn phòng UBND tỉnh',
    'Tên đăng nhập': 'quantri1',
  });
  await page.getByLabel('Mật khẩu', { exact: true }).fill(SETUP_PASSWORD);
  await expect(page.getByText('Cần họ tên, chức danh và tên đăng nhập hợp lệ của người thứ hai.')).toBeVisible();
  await who('Người thứ hai', {
    'Họ và tên': 'Lê Văn Vận Hành',
    'Chức danh': 'Quản trị hệ thống, Sở Khoa học và Công nghệ',
    'Tên đăng nhập': 'quantri2',
  });
}

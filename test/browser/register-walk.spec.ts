import type { Locator } from '@playwright/test';
import { expectAccessible, expectNoSideways, look } from './hands/looks';
import { filled } from './hands/province-sheets';
import { expect, test, type Stage } from './hands/stage';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const OFFICE = 'Sở Nội vụ tỉnh Đắk Lắk';
const day = (year: number, month: number, date: number): Date => new Date(Date.UTC(year, month - 1, date));

const person = (name: string, born: string | Date, unit = OFFICE): Readonly<Record<string, string | Date>> => ({
  ...{ 'Họ và tên': name, 'Ngày sinh': born, 'Đơn vị (mã hoặc tên)': unit },
  ...{ 'Chức vụ': 'Chuyên viên', 'Vai trò': 'Người lập hồ sơ', 'Từ ngày': day(2025, 7, 1) },
});
const GOOD = person('Y Thử Nhập', day(1990, 4, 3));

test('bảng nhân sự có lỗi: kết luận ở từng dòng, không ghi gì; sửa rồi nhập; hoàn tác', async ({ stage }) => {
  const page = await stage.enter('dl.quantri1');
  await page.goto('/nhap-danh-muc');
  const part = page.locator('details').filter({ has: page.getByText('Nhập nhân sự', { exact: false }) });
  await part.locator('summary').click();
  const template = await (await stage.cast.as('dl.quantri1')).bytes('registerTemplate', { query: { kind: 'people' } });
  const give = async (name: string, buffer: Buffer): Promise<void> => {
    await part.locator('input[type=file]').setInputFiles({ name, mimeType: XLSX, buffer });
  };
  const apply = part.getByRole('button', { name: /^Nhập/ });

  await test.step('không phải bảng tính, bảng trống, sai cột', async () => {
    await give('danh-sach.xlsx', Buffer.from('Họ và tên;Đơn vị'));
    await expect(part.getByRole('alert')).toContainText('Tệp không đúng loại như tên của nó');
    await give('trong.xlsx', await filled(template, []));
    await expect(part.getByRole('alert')).toContainText('Bảng không có dòng dữ liệu nào: điền từ dòng 2, ngay dưới tên cột.');
    const other = await (await stage.cast.as('dl.quantri1')).bytes('registerTemplate', { query: { kind: 'rosters' } });
    await give('hoi-dong.xlsx', Buffer.from(other));
    await expect(part.getByRole('alert')).toContainText('Thiếu cột “Chức vụ”. Dùng đúng mẫu bảng đã tải về.');
    await expect(apply).toBeDisabled();
  });

  await test.step('mỗi dòng sai nói sai ở đâu, sửa thế nào', async () => {
    const lines = [
      GOOD,
      GOOD,
      person('Y Thử Ngày', '03/04/1990'),
      person('H Thử Lịch', '31/02/1990'),
      person('Y Thử Đơn Vị'.normalize('NFD'), day(1988, 1, 1), 'Sở Không Có'),
    ];
    await give('nhan-su.xlsx', await filled(template, lines));
    await expect(part.getByText('1 dòng mới, 0 dòng đã có, 4 dòng sai.')).toBeVisible();
    await says(part, 3, 'Trùng với dòng 2 của bảng: xóa một trong hai dòng.');
    await says(part, 4, 'Ô “Ngày sinh” đang là chữ “03/04/1990”');
    await says(part, 5, 'lịch không có ngày này');
    await says(part, 6, 'Không tìm thấy đơn vị “Sở Không Có” trong phạm vi được nhập: kiểm tra tên');
    await expect(apply).toBeDisabled();
    await expectAccessible(page);
    await look(page, '118-bang-nhan-su-co-loi');
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSideways(page);
    await look(page, '119-bang-nhan-su-co-loi-dien-thoai');
    await page.setViewportSize({ width: 1366, height: 800 });
    expect(await foundIn(stage, 'Y Thử Nhập')).toBe(0);
  });

  await test.step('sửa, nhập, hoàn tác', async () => {
    await give('nhan-su.xlsx', await filled(template, [GOOD, person('H Thử Lịch', day(1990, 2, 28))]));
    await part.getByRole('button', { name: 'Nhập 2 dòng' }).click();
    await expect(part.getByRole('status').filter({ hasText: 'Đã nhập' })).toBeVisible();
    const done = page.getByRole('region', { name: 'Đã nhập' }).getByRole('listitem').first();
    await expect(done).toContainText('nhan-su.xlsx');
    await look(page, '120-da-nhap');
    expect(await foundIn(stage, 'Y Thử Nhập')).toBe(1);
    await done.getByRole('button', { name: 'Hoàn tác lần nhập này' }).click();
    await expect(done).toContainText('đã hoàn tác');
    expect(await foundIn(stage, 'Y Thử Nhập')).toBe(0);
  });
});

async function says(part: Locator, row: number, text: string): Promise<void> {
  const line = part.getByRole('row').filter({ has: part.page().getByRole('cell', { name: String(row), exact: true }) });
  await expect(line).toContainText('Sai');
  await expect(line).toContainText(text);
}

/** How many people of a name the province has. */
async function foundIn(stage: Stage, q: string): Promise<number> {
  return (await (await stage.cast.as('dl.quantri1')).call<{ total: number }>('people', { query: { q } })).total;
}

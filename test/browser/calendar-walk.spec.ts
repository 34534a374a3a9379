import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSideways, look } from './hands/looks';
import { expect, test, type Stage } from './hands/stage';

// Days of a year far ahead: nothing that other files do is counted by them.
const YEAR = '2028';

async function calendarOf(stage: Stage, username: string): Promise<Page> {
  const page = await stage.enter(username);
  await page.goto('/lich-lam-viec');
  await page.getByRole('group', { name: 'Năm', exact: true }).getByRole('button', { name: YEAR }).click();
  return page;
}

test('ma trận thẩm quyền: lọc, mở dòng, thấy vì sao không đặt riêng được', async ({ stage }) => {
  const page = await stage.enter('hp.quantri1');
  await page.goto('/goi-quy-dinh/ma-tran');
  await page.getByLabel('Tìm', { exact: true }).fill('bang khen cua chu tich');
  const line = page.getByRole('row').filter({ hasText: 'Bằng khen của Chủ tịch Ủy ban nhân dân thành phố' });
  await expect(line).toContainText('Chủ tịch UBND cấp tỉnh');
  await expect(line).toContainText('trong 20 ngày làm việc, từ ngày đủ hồ sơ; bổ sung thì tính lại từ đầu');
  await expect(page.getByRole('row')).toHaveCount(2);
  await look(page, '60-ma-tran');
  await expectAccessible(page);
  await line.getByRole('button', { name: 'Dòng AU-07: xem, xác nhận' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('không giao cho địa phương đặt riêng');
  await expect(dialog.getByRole('button', { name: 'Đặt giá trị của địa phương' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Đóng' }).click();
  await line.getByRole('button', { name: 'Dòng T-19: xem, xác nhận' }).click();
  await dialog.getByRole('button', { name: 'Đặt giá trị của địa phương' }).click();
  await expect(page.getByRole('dialog')).toContainText('Giá trị của địa phương cho dòng T-19');
});

test('lịch làm việc: nhiều ngày, cặp hoán đổi và tệp .ics; xem hạn trước khi lưu; người thứ hai duyệt', async ({ stage }) => {
  const ann = await calendarOf(stage, 'hp.quantri1');
  const plan = ann.getByRole('region', { name: 'Soạn thay đổi lịch' });

  // Two days by keyboard, on the grid.
  await ann.getByRole('button', { name: /^Thứ Ba 01\/02\/2028/ }).focus();
  await ann.keyboard.press('Space');
  await ann.keyboard.press('ArrowRight');
  await ann.keyboard.press('Space');
  await plan.getByLabel('Tên', { exact: true }).fill('Diễn tập phòng thủ');
  await plan.getByLabel('Căn cứ', { exact: true }).fill('Công văn số 12/UBND-NC ngày 02/3/2026');
  await plan.getByRole('button', { name: 'Thêm 2 ngày vào bản soạn' }).click();

  // A file that is no calendar, then one that is.
  await plan.getByText('Tệp lịch .ics').click();
  const file = plan.getByLabel('Tệp lịch (.ics)');
  await file.setInputFiles({ name: 'anh.ics', mimeType: 'text/calendar', buffer: Buffer.from([0xff, 0xd8, 0xff]) });
  await expect(plan.getByRole('alert')).toContainText('không phải văn bản UTF-8');
  await file.setInputFiles({ name: 'trang.ics', mimeType: 'text/calendar', buffer: Buffer.from('<html></html>') });
  await expect(plan.getByRole('alert')).toContainText('dòng đầu phải là BEGIN:VCALENDAR');
  const event = (name: string, lines: string): string => `BEGIN:VEVENT\r\nSUMMARY:${name}\r\n${lines}\r\nEND:VEVENT\r\n`;
  const events = [
    event('Ngày hội văn hóa', `DTSTART;VALUE=DATE:${YEAR}0203`),
    event('Họp giao ban', `DTSTART;TZID=Asia/Ho_Chi_Minh:${YEAR}0207T080000`),
  ];
  const text = `BEGIN:VCALENDAR\r\n${events.join('')}END:VCALENDAR\r\n`;
  await file.setInputFiles({ name: 'lich.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) });
  await expect(plan.getByRole('status')).toContainText('1 ngày mới');
  await expect(plan).toContainText('Sự kiện theo giờ, không phải nghỉ trọn ngày');
  await plan.getByLabel('Căn cứ', { exact: true }).fill('Kế hoạch số 5/KH-UBND');
  await plan.getByRole('button', { name: 'Thêm 1 ngày vào bản soạn' }).click();

  // A swap with a day that is worked anyway is told at the place, before anything is saved.
  await plan.getByText('Cặp ngày hoán đổi').click();
  const pair = async (off: string, worked: string): Promise<void> => {
    await plan.getByLabel('Nghỉ ngày làm việc').fill(off);
    await ann.keyboard.press('Enter');
    await plan.getByLabel('Làm bù vào ngày nghỉ').fill(worked);
    await ann.keyboard.press('Enter');
    await plan.getByLabel('Tên', { exact: true }).fill('Hoán đổi');
    await plan.getByLabel('Căn cứ', { exact: true }).fill('Công văn số 13/UBND-NC');
    await plan.getByRole('button', { name: 'Thêm cặp ngày vào bản soạn' }).click();
  };
  await pair(`14/02/${YEAR}`, `15/02/${YEAR}`);
  await plan.getByRole('button', { name: 'Xem hạn thay đổi' }).click();
  await expect(plan.getByRole('alert')).toContainText(`15/02/${YEAR}: là ngày làm việc rồi, không làm bù được`);
  await expect(plan.getByRole('button', { name: /^Đề xuất/ })).toBeDisabled();
  await plan.getByRole('button', { name: `Bỏ ngày 14/02/${YEAR} khỏi bản soạn` }).click();
  await pair(`14/02/${YEAR}`, `19/02/${YEAR}`);
  await plan.getByRole('button', { name: 'Xem hạn thay đổi' }).click();
  await expect(plan.getByText(/đang mở/)).toBeVisible();
  await look(ann, '61-lich-soan');
  await expectAccessible(ann);
  await plan.getByRole('button', { name: 'Đề xuất 4 thay đổi' }).click();
  await expect(plan).toContainText('Đã đề xuất 5 ngày');
  const own = ann.getByRole('region', { name: 'Ngày của địa phương, cơ quan' });
  await expect(own.getByRole('button', { name: /^Duyệt/ })).toHaveCount(0);

  const bob = await calendarOf(stage, 'hp.quantri2');
  const local = bob.getByRole('region', { name: 'Ngày của địa phương, cơ quan' });
  await local.getByRole('checkbox', { name: `Chọn ngày 14/02/${YEAR}` }).check();
  await local.getByRole('button', { name: 'Duyệt 1 ngày đã chọn' }).click();
  const dialog = bob.getByRole('dialog');
  await expect(dialog).toContainText(`19/02/${YEAR} · Làm bù`);
  await look(bob, '62-lich-duyet');
  await expectAccessible(bob);
  await dialog.getByRole('button', { name: 'Duyệt 2 ngày' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(
    bob.getByRole('button', { name: new RegExp(`^Thứ Bảy 19/02/${YEAR}; Làm bù, Hoán đổi, của địa phương, đã duyệt`) }),
  ).toBeVisible();

  // Nothing stays behind for other files.
  for (const day of [`01/02/${YEAR}`, `02/02/${YEAR}`, `03/02/${YEAR}`, `14/02/${YEAR}`]) {
    await local.getByRole('button', { name: `Bỏ ngày ${day}` }).click();
    await dialog.getByRole('button', { name: /^Bỏ \d ngày/ }).click();
    await expect(dialog).toHaveCount(0);
  }
  await expect(local.getByRole('rowheader').filter({ hasText: YEAR })).toHaveCount(0);
});

test('lịch làm việc: đọc được trên điện thoại', async ({ stage }) => {
  const page = await stage.enter('gp.chuyenvien', { viewport: { width: 360, height: 740 } });
  await page.goto('/lich-lam-viec');
  await expect(page.getByRole('table', { name: /^Tháng 1\// })).toBeVisible();
  await expectNoSideways(page);
  await expectAccessible(page);
});

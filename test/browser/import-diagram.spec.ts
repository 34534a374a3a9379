import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectNoSideways, look } from './hands/looks';
import { expect, test } from './hands/stage';

const FIXTURES = join(__dirname, '..', 'fixtures', 'import');
const CAMUNDA = join(FIXTURES, 'camunda7-khen-dot-xuat.bpmn');
const BROKEN = join(FIXTURES, 'signavio-thieu-tham-chieu.bpmn');
/** Written in Java there. */
const MAIL = 'Activity_5742173';
const PROCESS = 'Khen thưởng đột xuất';

test('quản trị viên nhập sơ đồ Camunda 7: bản nháp có báo cáo chuyển đổi, dấu trên phần tử, bản gốc tải lại được', async ({ stage }) => {
  test.setTimeout(120_000);
  const page = await stage.enter('hp.quantri1');
  await page.getByRole('link', { name: 'Quy trình' }).click();
  await test.step('tệp không phải sơ đồ, hoặc sẽ mất nội dung, bị từ chối bằng lời', () => refusedFiles(page));
  await test.step('tệp Camunda 7 thành bản nháp', () => importCamunda(page));
  await test.step('báo cáo lọc được, bấm một dòng thì chọn phần tử', () => readReport(page));
  await test.step('bản gốc tải về y nguyên', () => downloadOriginal(page));
  await test.step('xóa một dấu, lỗi tương ứng mất đi; hoàn tác thì trở lại', () => settleMark(page));
  await test.step('các lỗi có lời, cách sửa và chỉ vào sơ đồ', () => readProblems(page));
  await stage.leave(page);
});

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Nhập sơ đồ từ công cụ khác' });
const reportOf = (page: Page): Locator => page.getByRole('region', { name: 'Báo cáo chuyển đổi' });
const problemsOf = (page: Page): Locator => page.getByRole('region', { name: 'Kiểm tra sơ đồ' });
const marksOf = (page: Page): Locator => page.getByRole('region', { name: 'Chưa chuyển đổi được' });
const canvasOf = (page: Page): Locator => page.getByRole('application', { name: 'Vùng vẽ sơ đồ' });

async function refusedFiles(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Nhập sơ đồ' }).click();
  const dialog = dialogOf(page);
  await expect(dialog).toContainText('Camunda 7');
  await look(page, '60-nhap-so-do');
  const input = dialog.getByLabel('Tệp sơ đồ');
  await input.setInputFiles({ name: 'anh.bpmn', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]) });
  await expect(dialog.getByRole('alert')).toContainText('Không nhập được anh.bpmn');
  await expect(dialog.getByRole('alert')).toContainText('Tệp không phải văn bản');

  await input.setInputFiles(BROKEN);
  const refusal = dialog.getByRole('alert').filter({ hasText: 'signavio-thieu-tham-chieu.bpmn' });
  await expect(refusal.getByRole('listitem').first()).toContainText('Phải sửa');
  await expect(refusal.getByRole('listitem').first()).toContainText(/trỏ tới thứ không có|không đọc hiểu được/);
  await expect(dialog.getByRole('button', { name: 'Chọn tệp khác' })).toBeEnabled();
  await look(page, '61-tu-choi-tep');
  await expectAccessible(page);
}

async function importCamunda(page: Page): Promise<void> {
  await dialogOf(page).getByLabel('Tệp sơ đồ').setInputFiles(CAMUNDA);
  await expect(page.getByRole('heading', { level: 1, name: `${PROCESS} · Bản nháp` })).toBeVisible();
  await expect(canvasOf(page).locator('.djs-element').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Đề xuất ban hành' })).toBeDisabled();
  await expect(reportOf(page)).toContainText('Tệp viết cho Camunda 7.');
  await look(page, '62-ban-nhap-da-nhap');
  await expectNoSideways(page);
  await expectAccessible(page);
}

async function readReport(page: Page): Promise<void> {
  const report = reportOf(page);
  const rows = report.getByRole('row');
  const all = await rows.count();
  await report.getByRole('button', { name: /^Giữ nguyên nghĩa/ }).click();
  await expect(rows.filter({ hasText: 'Không chuyển được' })).toHaveCount(0);
  expect(await rows.count()).toBeLessThan(all);
  await report.getByRole('button', { name: /^Không chuyển được/ }).click();
  await expect(rows.filter({ hasText: 'Giữ nguyên nghĩa' })).toHaveCount(0);
  // A word of the whole process: no shape, its mark stands in the panel all the same.
  await rows.filter({ hasText: 'camunda:candidateStarterGroups' }).click();
  await expect(marksOf(page)).toContainText('camunda:candidateStarterGroups');
  await rows.filter({ hasText: 'camunda:class' }).click();
  await expect(canvasOf(page).locator(`[data-element-id="${MAIL}"].selected`)).toBeVisible();
  await expect(marksOf(page)).toContainText('3 chỗ chưa chuyển đổi được');
  await expect(marksOf(page)).toContainText('Mã Java «vn.gov.thidua.GuiThu» không chạy được ở đây.');
  await look(page, '63-bao-cao-va-dau');
}

async function downloadOriginal(page: Page): Promise<void> {
  const waiting = page.waitForEvent('download');
  await reportOf(page).getByRole('button', { name: 'Tải bản gốc' }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toBe('khen-dot-xuat.bpmn');
  expect(readFileSync(await file.path(), 'utf8')).toBe(readFileSync(CAMUNDA, 'utf8'));
}

async function settleMark(page: Page): Promise<void> {
  const marked = problemsOf(page).getByRole('listitem').filter({ hasText: 'not-convertible' });
  await expect(marked.first()).toBeVisible();
  const before = await marked.count();
  await marksOf(page).getByRole('button', { name: 'Đã thay, xóa dấu camunda:class' }).click();
  await expect(marksOf(page)).toContainText('2 chỗ chưa chuyển đổi được');
  await expect(marked).toHaveCount(before - 1);
  await expect(reportOf(page).getByRole('row').filter({ hasText: 'camunda:class' })).toContainText('Đã xử lý');
  await expect(page.getByText('Đã lưu bản nháp')).toBeVisible();
  await look(page, '64-da-xoa-dau');
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(marked).toHaveCount(before);
}

async function readProblems(page: Page): Promise<void> {
  const first = problemsOf(page).getByRole('listitem').filter({ hasText: 'not-convertible' }).first();
  await expect(first).toContainText('Phải sửa');
  await expect(first).toContainText('Thay bằng cách của hệ thống này rồi xóa dấu đó.');
  await first.getByRole('button').first().click();
  await expect(marksOf(page)).toBeVisible();
}

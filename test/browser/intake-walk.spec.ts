import { readFileSync } from 'node:fs';
import type { DossierView } from '@thidua/contract';
import { awaitTask } from '../../apps/cli/src/steps/tasks';
import { expectAccessible, expectNoSideways, look } from './hands/looks';
import { expect, test } from './hands/stage';
import { openTask, pick, work } from './hands/work';

/** The smallest PDF with a page that binders take. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;
const SCAN = { name: 'to-trinh.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) };

test('nhập thay hồ sơ giấy: quét, nộp, người thứ hai đối chiếu; người nhập không tự tiếp nhận', async ({ stage }) => {
  const page = await stage.enter('gp.chuyenvien');
  await page.getByRole('navigation', { name: 'Điều hướng chính' }).getByRole('link', { name: 'Nhập thay' }).click();
  await pick(page.locator('main'), 'Đơn vị nộp bản giấy', 'Thôn Đông Hào');
  await page.getByRole('radio', { name: /Không theo phong trào/ }).check();
  await page.getByRole('radio', { name: 'Khen thưởng đột xuất' }).check();
  await expect(page.getByText('Nơi tiếp nhận: UBND xã Gia Phúc', { exact: true })).toBeVisible();
  await page.getByText(/Vì sao \d+ danh hiệu/).click();
  await expect(page.getByText(/chỉ xét hằng năm/).first()).toBeVisible();
  await page.getByLabel('Nội dung đề nghị').fill('Đề nghị tặng Giấy khen làm đường thôn');
  await look(page, '60-nhap-thay-dip');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();

  await page.getByRole('button', { name: 'Thêm bằng tay' }).click();
  const row = page.getByRole('group', { name: /Trường hợp 1/ });
  await row.getByLabel('Họ tên, tên tập thể hoặc hộ').fill('Hộ ông Vũ Đình Hòa');
  const named = page.getByRole('group', { name: '1. Hộ ông Vũ Đình Hòa' });
  await pick(named, 'Đối tượng', 'Hộ gia đình');
  await pick(named, 'Hình thức khen thưởng', /Giấy khen của Chủ tịch/);
  await look(page, '61-nhap-thay-doi-tuong');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByLabel(/Thành tích của/).fill('Hiến 200 m² đất và 60 ngày công làm đường thôn.');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await look(page, '62-nhap-thay-kiem-tra');
  await page.getByRole('button', { name: 'Lập hồ sơ nhập thay' }).click();

  const paper = page.getByRole('region', { name: 'Hồ sơ giấy nhập thay' });
  await expect(paper.getByText(/Còn thiếu bản quét/)).toBeVisible();
  const code = ((await page.getByRole('heading', { level: 1 }).textContent()) ?? '').split(' · ')[0] ?? '';
  await paper.getByLabel('Số, ký hiệu trên giấy').fill('03/TTr-ĐH');
  for (let left = 5; left > 0 && (await paper.getByText(/Còn thiếu bản quét/).isVisible()); left -= 1) {
    const before = await paper.getByText(/Còn thiếu bản quét/).textContent();
    await paper.getByLabel('Tệp quét PDF, PNG hoặc JPG').setInputFiles(SCAN);
    await expect(paper.getByText(before ?? '', { exact: true })).toBeHidden();
  }
  await look(page, '63-nhap-thay-ban-quet');
  await paper.getByRole('button', { name: 'Nộp bản giấy' }).click();
  await expect(paper.getByText('Người nhập không tự mình tiếp nhận hồ sơ này.')).toBeVisible();
  const desk = await stage.cast.as('gp.chuyenvien');
  await awaitTask(desk, 'Tiếp nhận, kiểm tra thành phần hồ sơ', { dossierId: new URL(page.url()).pathname.split('/').at(-1) ?? '' });
  await openTask(page, 'Tiếp nhận, kiểm tra thành phần hồ sơ', code);
  await work(page).getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
  await expect(work(page).getByRole('alert')).toContainText('four-eyes');
  await look(page, '64-nhap-thay-bon-mat');

  const second = await stage.enter('gp.thuky');
  await second.goto('/ho-so');
  await second.getByRole('link', { name: code }).click();
  await second.getByRole('button', { name: 'Đã đối chiếu với bản giấy' }).click();
  await expect(second.getByText(/đã đối chiếu với bản giấy lúc/)).toBeVisible();
  await expect(second.getByText('Nộp bản giấy').first()).toBeVisible();
  await look(second, '65-nhap-thay-doi-chieu');
  await expectNoSideways(second);
});

test('nhiều người từ tệp XLSX, người được đề nghị tự xác nhận bằng đường dẫn một lần', async ({ stage }) => {
  const page = await stage.enter('gp.mn.nguoilap');
  await page.goto('/ho-so/moi');
  await page.getByRole('radio', { name: /Không theo phong trào/ }).check();
  await page.getByRole('radio', { name: 'Thi đua thường niên' }).check();
  await page.getByLabel('Nội dung đề nghị').fill('Đề nghị công nhận Lao động tiên tiến');
  await page.getByText('Tùy chọn khác', { exact: false }).click();
  await look(page, '66-tuy-chon');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByText('Nhập nhiều người một lúc', { exact: false }).click();
  const form = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Tải biểu mẫu' }).click();
  const file = await (await form).path();
  await page.getByLabel('Nhập danh sách từ tệp XLSX').setInputFiles({
    name: 'danh-sach.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: readFileSync(file),
  });
  await expect(page.getByText('Đưa vào được 1 trên 1 dòng')).toBeVisible();
  await expect(page.getByText(/chưa có trong danh bạ/)).toBeVisible();
  await look(page, '67-tu-tep-xlsx');
  await page.getByRole('button', { name: 'Đưa 1 dòng vào danh sách' }).click();
  const row = page.getByRole('group', { name: '1. Nguyễn Văn Mẫu' });
  await expect(row.getByText('Đối chiếu tiêu chuẩn', { exact: false })).toBeVisible();
  await row.getByText('Thông tin thêm', { exact: false }).click();
  await look(page, '68-doi-tuong-them');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await look(page, '69-kiem-tra');
  await page.getByRole('button', { name: 'Lập hồ sơ' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hoàn thiện báo cáo thành tích' })).toBeVisible();

  await page.goto('/ho-so');
  await page
    .getByRole('link', { name: /^HP-GP-/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Tạo đường dẫn 7 ngày' }).click();
  const link = await page.getByLabel(/đường dẫn chỉ hiện một lần/).inputValue();
  await look(page, '70-duong-dan');

  const nominee = await stage.visit(new URL(link).pathname, { viewport: { width: 390, height: 800 } });
  await expect(nominee.getByText('Nguyễn Văn Mẫu')).toBeVisible();
  await nominee.getByRole('button', { name: 'Xác nhận và gửi' }).click();
  await expect(nominee.getByRole('alert')).toContainText('Chưa đánh dấu xác nhận.');
  await nominee
    .getByRole('textbox', { name: /^Thành tích/ })
    .first()
    .fill('Ba năm liền hoàn thành tốt nhiệm vụ, có một sáng kiến cấp trường.');
  await nominee.getByLabel('Họ tên người xác nhận').fill('Nguyễn Văn Mẫu');
  await nominee.getByRole('checkbox').check();
  await look(nominee, '71-nguoi-duoc-de-nghi');
  await expectAccessible(nominee);
  await expectNoSideways(nominee);
  await nominee.getByRole('button', { name: 'Xác nhận và gửi' }).click();
  await expect(nominee.getByRole('status')).toContainText('Đã ghi nhận.');
  const again = await stage.visit(new URL(link).pathname);
  await expect(again.getByRole('alert')).toContainText('Đường dẫn không còn dùng được');
  await page.reload();
  await expect(page.getByText(/Nguyễn Văn Mẫu đã xác nhận lúc/)).toBeVisible();
  await expect(page.getByText('Người được đề nghị xác nhận báo cáo thành tích')).toBeVisible();
});

test('chọn độ mật dừng mọi ô nhập, chỉ còn mã hồ sơ giấy', async ({ stage }) => {
  const page = await stage.enter('gp.thcs.nguoilap');
  await page.goto('/ho-so/moi');
  await page.getByRole('radio', { name: /Không theo phong trào/ }).check();
  await page.getByRole('radio', { name: 'Khen thưởng đột xuất' }).check();
  await page.getByLabel('Nội dung đề nghị').fill('Nội dung không được lưu');
  await page.getByText('Tùy chọn khác', { exact: false }).click();
  await pick(page.locator('main'), 'Độ mật', 'Tối mật');
  await expect(page.getByRole('alert')).toContainText('Đã chọn độ mật Tối mật: dừng nhập');
  await expect(page.getByLabel('Nội dung đề nghị')).toHaveCount(0);
  await page.getByLabel('Ký hiệu nơi giữ').fill('TU-01/N2');
  await look(page, '72-do-mat');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Cấp mã hồ sơ giấy' }).click();
  const custody = page.getByRole('region', { name: 'Nơi giữ bản giấy' });
  await expect(custody.getByRole('cell', { name: 'TU-01/N2' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hồ sơ giấy có độ mật');
  await look(page, '73-ho-so-mat');
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const clerk = await stage.cast.as('gp.thcs.nguoilap');
  expect(await clerk.call<DossierView>('dossier', { params: { id } })).toMatchObject({ title: '', rows: [], papers: [] });
  await page.getByRole('link', { name: 'Hồ sơ', exact: true }).click();
  await expect(page.getByText('Hồ sơ giấy có độ mật').first()).toBeVisible();
});

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

test('sơ đồ kẹt: cảnh báo chỉ đường đi trên sơ đồ; thực đơn đổi loại đủ loại phần tử, bằng tiếng Việt', async ({ stage }) => {
  const page = await stage.enter('hp.quantri1');
  await page.getByRole('link', { name: 'Quy trình' }).click();
  await page.getByRole('button', { name: 'Nhập sơ đồ' }).click();
  const file = { name: 'ket.bpmn', mimeType: 'application/xml', buffer: Buffer.from(STUCK) };
  await dialogOf(page).getByLabel('Tệp sơ đồ').setInputFiles(file);
  await expect(page.getByRole('heading', { level: 1, name: 'Lấy ý kiến · Bản nháp' })).toBeVisible();
  await expect(reportOf(page)).toContainText('được mở nguyên như vậy');
  await test.step('đường đi dẫn tới chỗ kẹt', () => showStuckPath(page));
  await test.step('đổi loại phần tử', () => replaceMenu(page));
  await test.step('hẹn giờ ở biên nhận thời gian', () => setTimer(page));
  await stage.leave(page);
});

async function showStuckPath(page: Page): Promise<void> {
  const stuck = problemsOf(page).getByRole('listitem').filter({ hasText: 'unsound' }).first();
  await expect(stuck).toContainText('chờ mãi một nhánh không đi tới');
  await expect(stuck, 'names, not ids').toContainText('Bắt đầu, Đồng ý?, ');
  const lit = canvasOf(page).locator('.path-node');
  await expect(lit).toHaveCount(0);
  await stuck.getByRole('button', { name: 'Xem trên sơ đồ' }).click();
  for (const id of ['Start', 'F1', 'Split', 'Join']) {
    await expect(canvasOf(page).locator(`.djs-element[data-element-id="${id}"].path-node`)).toBeAttached();
  }
  await look(page, '65-duong-di-ket');
  await stuck.getByRole('button', { name: 'Thôi xem' }).click();
  await page.mouse.move(0, 0);
  await expect(lit).toHaveCount(0);
}

async function replaceMenu(page: Page): Promise<void> {
  await canvasOf(page).locator('[data-element-id="A"]').first().click();
  const menu = page.locator('.djs-popup');
  await page.locator('.djs-context-pad .entry[data-action="replace"]').click();
  await expect(menu).toBeVisible();
  for (const name of ['Bước gửi', 'Bước chờ nhận', 'Bước tính toán', 'Gọi quy trình khác', 'Quy trình con tùy biến (mở rộng)']) {
    await expect(menu.getByText(name, { exact: true })).toBeAttached();
  }
  await look(page, '66-doi-loai-buoc');
  await menu.getByText('Bước chờ nhận', { exact: true }).click();
  await commit(page, 'Tên thông điệp', 'y-kien', /<bpmn:message [^>]*name="y-kien"/);
  await commit(page, 'Khóa đối chiếu', '=dossierId', /correlationKey="=dossierId"/);
  await canvasOf(page).locator('[data-element-id="Split"]').first().click();
  await page.locator('.djs-context-pad .entry[data-action="replace"]').click();
  for (const name of ['Cổng song song', 'Cổng chọn nhiều', 'Cổng phức hợp', 'Cổng chờ sự kiện']) {
    await expect(menu.getByText(name, { exact: true })).toBeAttached();
  }
  await look(page, '67-doi-loai-cong');
  await page.keyboard.press('Escape');
}

async function setTimer(page: Page): Promise<void> {
  await canvasOf(page).locator('[data-element-id="Remind"]').first().click();
  await expect(panelOf(page).getByLabel('Sau một khoảng')).toHaveValue('P2D');
  await commit(page, 'Sau một khoảng', 'P5D', />P5D</);
  await expect(page.getByText('Đã lưu bản nháp')).toBeVisible();
  await look(page, '68-hen-gio');
}

/** Typed and left, as a form field; the drawing is saved by itself. */
async function commit(page: Page, label: string, text: string, written: RegExp): Promise<void> {
  const isSaved = (xml: unknown): boolean => typeof xml === 'string' && written.test(xml);
  const saved = page.waitForRequest(
    (request) => request.method() === 'PUT' && isSaved((request.postDataJSON() as { readonly xml?: unknown }).xml),
  );
  await panelOf(page).getByLabel(label).fill(text);
  await panelOf(page).getByLabel('Tên', { exact: true }).focus();
  await saved;
}

const panelOf = (page: Page): Locator => page.getByRole('region', { name: 'Thuộc tính' });

const box = (id: string, x: number, y: number, width: number, height: number): string =>
  `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${String(x)}" y="${String(y)}" width="${String(width)}" height="${String(height)}"/></bpmndi:BPMNShape>`;
const flow = (id: string, from: string, to: string, condition = ''): string =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${condition}</bpmn:sequenceFlow>`;
const edge = (id: string, ...points: readonly (readonly [number, number])[]): string =>
  `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${points.map(([x, y]) => `<di:waypoint x="${String(x)}" y="${String(y)}"/>`).join('')}</bpmndi:BPMNEdge>`;

/** One branch is chosen, and then both are waited for. */
const STUCK = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="Defs" targetNamespace="http://thidua.vn/kiem-tra">
<bpmn:process id="lay-y-kien" name="Lấy ý kiến" isExecutable="true">
<bpmn:startEvent id="Start" name="Bắt đầu"/><bpmn:exclusiveGateway id="Split" name="Đồng ý?" default="F3"/>
<bpmn:manualTask id="A" name="Ghi ý kiến"/><bpmn:manualTask id="B" name="Hỏi lại"/><bpmn:parallelGateway id="Join"/><bpmn:endEvent id="End" name="Xong"/>
<bpmn:boundaryEvent id="Remind" name="Nhắc" attachedToRef="B" cancelActivity="false"><bpmn:timerEventDefinition id="T"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P2D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:endEvent id="Reminded" name="Đã nhắc"/>
${flow('F1', 'Start', 'Split')}${flow('F2', 'Split', 'A', '<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=1 = 1</bpmn:conditionExpression>')}${flow('F3', 'Split', 'B')}${flow('F4', 'A', 'Join')}${flow('F5', 'B', 'Join')}${flow('F6', 'Join', 'End')}${flow('F7', 'Remind', 'Reminded')}
</bpmn:process>
<bpmndi:BPMNDiagram id="D"><bpmndi:BPMNPlane id="Pl" bpmnElement="lay-y-kien">
${box('Start', 160, 162, 36, 36)}${box('Split', 250, 155, 50, 50)}${box('A', 360, 60, 100, 80)}${box('B', 360, 220, 100, 80)}${box('Join', 520, 155, 50, 50)}${box('End', 640, 162, 36, 36)}${box('Remind', 400, 282, 36, 36)}${box('Reminded', 520, 350, 36, 36)}
${edge('F1', [196, 180], [250, 180])}${edge('F2', [275, 155], [275, 100], [360, 100])}${edge('F3', [275, 205], [275, 260], [360, 260])}${edge('F4', [460, 100], [545, 100], [545, 155])}${edge('F5', [460, 260], [545, 260], [545, 205])}${edge('F6', [570, 180], [640, 180])}${edge('F7', [418, 318], [418, 368], [520, 368])}
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;

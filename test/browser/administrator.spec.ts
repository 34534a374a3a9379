import type { Locator, Page } from '@playwright/test';
import type { DefinitionView, DossierView } from '@thidua/contract';
import { Refused } from '../../apps/cli/src/session';
import { individual } from '../../apps/cli/src/people/nominees';
import { launch, writeReport, type UnitPlan } from '../../apps/cli/src/steps/unit';
import { expectAccessible, expectNoSideways, expectWatermark, look } from './hands/looks';
import { expect, test, type Stage } from './hands/stage';
import { pick } from './hands/work';

const PROCESS = 'Hồ sơ đề nghị khen thưởng';
const TASK = 'Task_TiepNhan';
const TASK_NAME = 'Tiếp nhận, kiểm tra thành phần hồ sơ';
const LIMIT = 'Thời hạn (ngày làm việc)';
const LIMIT_IN_WORDS = `Bước «${TASK_NAME}»: 3 → 8 ngày làm việc`;

test('quản trị viên sửa thời hạn, bị từ chối khi thiếu người thực hiện, đề xuất; người khác ban hành; hồ sơ đang chạy ở lại bản 1', async ({
  stage,
}) => {
  const before = await launched(stage, 'trước khi có bản mới');
  const admin = await stage.enter('hp.quantri1');
  const draftId = await test.step('mở bản sửa', () => openDraft(admin));
  await test.step('sửa thời hạn từ 10 còn 8 ngày làm việc', () => changeLimit(admin));
  await test.step('bỏ người thực hiện thì không đề xuất được', () => loseAssignee(stage, admin, draftId));
  await test.step('sửa lại và đề xuất', () => mendAndPropose(stage, admin, draftId));
  await stage.leave(admin);
  await test.step('quản trị viên khác ban hành', () => publishByAnother(stage));
  await test.step('hồ sơ đang chạy ở lại bản 1, hồ sơ mới theo bản 2', () => versionsStay(stage, draftId, before));
});

const plan = (title: string): UnitPlan => ({
  unit: 'gp.mn',
  title: `Đề nghị khen thưởng ${title}`,
  occasion: 'ad-hoc',
  year: 2026,
  rows: [individual('Hoàng Thị Lan', 'Giáo viên', 'GK_XA', 'Xây dựng góc thư viện cho trẻ.')],
});

async function launched(stage: Stage, title: string): Promise<DossierView> {
  const { dossierId } = await launch(stage.cast, plan(title));
  return (await stage.cast.as('gp.mn.nguoilap')).call<DossierView>('dossier', { params: { id: dossierId } });
}

async function openDraft(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Quy trình' }).click();
  await look(page, '30-quy-trinh');
  await page.getByRole('button', { name: `Sửa quy trình ${PROCESS}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${PROCESS} · Bản nháp` })).toBeVisible();
  const drawing = canvas(page);
  await expect(drawing.locator('.djs-element').first()).toBeVisible();
  await expectWatermark(drawing);
  await expect(page.getByText('Không có lỗi, có thể đề xuất ban hành.')).toBeVisible();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

function canvas(page: Page): Locator {
  return page.getByRole('application', { name: 'Vùng vẽ sơ đồ' });
}

function panel(page: Page): Locator {
  return page.getByRole('region', { name: 'Thuộc tính' });
}

async function changeLimit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Vừa khung' }).click();
  await canvas(page).locator(`[data-element-id="${TASK}"]`).first().click();
  await expect(panel(page)).toContainText(TASK);
  await expect(panel(page).getByLabel('Tên')).toHaveValue(TASK_NAME);
  await commitLimit(page, '10');
  await loseNetwork(page);
  await commitLimit(page, '8');
  await expect(page.getByRole('region', { name: 'Thay đổi so với bản đang dùng' })).toContainText(LIMIT_IN_WORDS);
  await look(page, '31-sua-quy-trinh');
}

/** What is drawn while the network is gone stays in the browser, and is saved by itself when it is back. */
async function loseNetwork(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await panel(page).getByLabel(LIMIT).fill('9');
  await panel(page).getByLabel('Tên').focus();
  const told = page.getByRole('alert').filter({ hasText: 'Mất kết nối với máy chủ, bản vẽ chưa lưu được.' });
  await expect(told).toContainText('Bản vẽ vẫn giữ trong trình duyệt này');
  await expect(page.getByRole('button', { name: 'Đề xuất ban hành' })).toBeDisabled();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('thidua.draft.')).length)).toBe(1);
  await look(page, '31a-mat-ket-noi');
  await page.context().setOffline(false);
  await expect(told).toBeHidden();
  await expect(page.getByText('Đã lưu bản nháp')).toBeVisible({ timeout: 30_000 });
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('thidua.draft.')).length)).toBe(0);
}

/** Typed and left, as a form field; the drawing is saved by itself. */
async function commitLimit(page: Page, days: string): Promise<void> {
  const saved = page.waitForResponse(
    (response) => response.request().method() === 'PUT' && response.url().includes('/process-definitions/'),
  );
  await panel(page).getByLabel(LIMIT).fill(days);
  await panel(page).getByLabel('Tên').focus();
  expect((await saved).status()).toBe(200);
  await expect(panel(page).getByLabel(LIMIT)).toHaveValue(days);
  await expect(page.getByText('Đã lưu bản nháp')).toBeVisible();
}

async function loseAssignee(stage: Stage, page: Page, draftId: string): Promise<void> {
  const office = panel(page).locator('.ant-select').first();
  await office.hover();
  await office.locator('.ant-select-clear').click();
  await expect(panel(page).getByText('Bước này chưa có người thực hiện.')).toBeVisible();
  const problems = page.getByRole('region', { name: 'Kiểm tra sơ đồ' });
  await expect(problems.getByRole('listitem').filter({ hasText: 'chưa có người thực hiện' })).toContainText(TASK_NAME);
  await expect(problems).toContainText('assignee-missing');
  await expect(problems, 'no English hint').not.toContainText('Name an assignee');
  await expect(canvas(page).locator(`[data-element-id="${TASK}"].problem-node`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Đề xuất ban hành' })).toBeDisabled();
  await expect(page.getByText('Sơ đồ còn lỗi, sửa hết rồi mới đề xuất hoặc ban hành được.')).toBeVisible();
  await look(page, '32-thieu-nguoi-thuc-hien');

  const admin = await stage.cast.as('hp.quantri1');
  const refusal = await refusalOf(admin.call('proposeDefinition', { params: { id: draftId }, body: { note: 'Thử đề xuất' } }));
  expect(refusal.code).toBe('diagram-refused');
  expect(JSON.stringify(refusal.details)).toContain(TASK);
}

async function mendAndPropose(stage: Stage, page: Page, draftId: string): Promise<void> {
  await pick(panel(page), 'Cơ quan', 'UBND xã, phường');
  await pick(panel(page), 'Chức danh', 'Chuyên viên thẩm định');
  await expect(page.getByText('Không có lỗi, có thể đề xuất ban hành.')).toBeVisible();
  await page.getByRole('button', { name: 'Đề xuất ban hành' }).click();
  const dialog = page.getByRole('dialog', { name: `Đề xuất ban hành ${PROCESS}` });
  await dialog.getByRole('textbox').fill('Công văn số 12/VP: thời hạn tiếp nhận 8 ngày làm việc');
  await dialog.getByRole('button', { name: 'Đề xuất ban hành' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${PROCESS} · Chờ ban hành` })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ban hành', exact: true })).toBeDisabled();
  await expect(page.getByText('Người đề xuất không được tự ban hành. Cần một quản trị viên khác.')).toBeVisible();
  await look(page, '33-da-de-xuat');

  const admin = await stage.cast.as('hp.quantri1');
  const view = await admin.call<DefinitionView>('definition', { params: { id: draftId } });
  expect(view.xml).toMatch(/workingDays="8"/);
  const refusal = await refusalOf(admin.call('publishDefinition', { params: { id: draftId }, body: { note: 'Tự ban hành' } }));
  expect(refusal.code).toBe('proposer-cannot-publish');
}

async function refusalOf(call: Promise<unknown>): Promise<Refused> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(Refused);
  return outcome as Refused;
}

async function publishByAnother(stage: Stage): Promise<void> {
  const page = await stage.enter('hp.quantri2');
  await page.getByRole('link', { name: 'Quy trình' }).click();
  const process = page.getByRole('region', { name: PROCESS });
  await process.getByRole('link', { name: 'Mở bản đang sửa' }).click();
  await expect(page.getByRole('group', { name: `Sơ đồ: ${PROCESS}` })).toBeVisible();
  await expectWatermark(page.getByRole('group', { name: `Sơ đồ: ${PROCESS}` }));
  await expect(page.getByRole('button', { name: 'Trả lại để sửa' })).toBeVisible();
  await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: `Ban hành ${PROCESS}` });
  await expect(dialog.getByRole('link', { name: 'Chạy thử trên hồ sơ đang chạy' })).toHaveAttribute('href', /\/chay-thu$/);
  await expect(dialog.getByLabel('Áp dụng từ ngày')).toHaveValue('2026-03-02');
  await expect(dialog.getByLabel('Chỉ hồ sơ mới')).toBeChecked();
  await dialog.getByLabel('Ghi chú').fill('Đã kiểm tra, đồng ý');
  await expectAccessible(page);
  await look(page, '33a-ban-hanh');
  await dialog.getByRole('button', { name: 'Ban hành', exact: true }).click();
  const done = page.getByRole('status').filter({ hasText: `Đã ban hành phiên bản 2 của «${PROCESS}»` });
  await expect(done).toContainText(`Mã phiên bản trên máy chủ: ${new URL(page.url()).pathname.split('/').at(-1) ?? '?'}`);
  await expect(page.getByRole('heading', { level: 1, name: `${PROCESS} · Phiên bản 2` })).toBeVisible();
  await look(page, '33b-da-ban-hanh');
  await page.getByRole('link', { name: 'Quy trình' }).first().click();
  await expect(process.getByRole('row', { name: /^Phiên bản 2/ })).toContainText('Đang dùng');
  await expect(process.getByRole('row', { name: /^Phiên bản 1/ })).toContainText('Thôi dùng');
  await look(page, '34-da-ban-hanh');
  await process.getByRole('link', { name: 'So sánh với phiên bản 1' }).click();
  await compared(page);
  await stage.leave(page);
}

/** Product check 38: two versions side by side, the changed limit in words and on both drawings. */
async function compared(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: `So sánh phiên bản · ${PROCESS}` })).toBeVisible();
  for (const side of ['Bản trước: Phiên bản 1', 'Bản sau: Phiên bản 2']) {
    const drawing = page.getByRole('group', { name: side });
    await expect(drawing.locator(`[data-element-id="${TASK}"].changed-node`)).toBeVisible();
    await expectWatermark(drawing);
  }
  const words = page.getByRole('region', { name: 'Thay đổi bằng lời' });
  await words.getByRole('button', { name: LIMIT_IN_WORDS }).click();
  await expect(page.getByRole('group', { name: 'Bản trước: Phiên bản 1' }).locator(`[data-element-id="${TASK}"].selected`)).toBeVisible();
  await expectAccessible(page);
  await expectNoSideways(page);
  await look(page, '35-so-sanh');
}

async function versionsStay(stage: Stage, draftId: string, before: DossierView): Promise<void> {
  const after = await launched(stage, 'sau khi có bản mới');
  const page = await stage.enter('hp.quantri2');
  await page.goto(`/quy-trinh/${draftId}`);
  const running = page.getByRole('region', { name: 'Hồ sơ trên phiên bản này' });
  await expect(running.getByRole('row').filter({ hasText: after.code })).toContainText('Phiên bản 2');
  await expect(running.getByText(before.code)).toHaveCount(0);
  await page.getByRole('link', { name: 'Quy trình' }).first().click();
  await page.getByRole('region', { name: PROCESS }).getByRole('link', { name: 'Phiên bản 1', exact: true }).click();
  await expect(running.getByRole('row').filter({ hasText: before.code })).toContainText('Phiên bản 1');
  await expect(running.getByText(after.code)).toHaveCount(0);
  await stage.leave(page);

  // The dossier on version 1 goes on there.
  await writeReport(stage.cast, plan('trước khi có bản mới'), before.id);
  const clerk = await stage.enter('gp.mn.nguoilap');
  await clerk.goto(`/ho-so/${before.id}`);
  await expect(clerk.getByRole('heading', { name: `${PROCESS} · phiên bản 1` })).toBeVisible();
  await expect(clerk.getByRole('region', { name: 'Việc đang mở' })).toContainText('Ghi kết quả họp bình xét');
  await stage.leave(clerk);
}

import type { Page } from '@playwright/test';
import type { DefinitionView, DossierView } from '@thidua/contract';
import { individual } from '../../apps/cli/src/people/nominees';
import { launch } from '../../apps/cli/src/steps/unit';
import { expectAccessible, expectNoSideways, look } from './hands/looks';
import { expect, test, type Stage } from './hands/stage';

const KEY = 'ho-so';
const TITLE = 'Chạy thử trên hồ sơ đang chạy';

test('quản trị viên chạy thử bản mới trên hồ sơ đang chạy, chuyển 5 hồ sơ rồi hoàn tác: vẫn đúng những việc cũ', async ({ stage }) => {
  const dossiers: DossierView[] = [];
  for (let n = 1; n <= 5; n += 1) {
    dossiers.push(await launched(stage, n));
  }
  const definitionId = await test.step('bản mới được ban hành', () => published(stage));
  const page = await stage.enter('hp.quantri1');
  await page.goto(`/quy-trinh/${definitionId}`);
  await page.getByRole('link', { name: TITLE }).click();
  await test.step('kết quả cộng lại đúng số hồ sơ đang chạy, không ghi gì', () => addsUp(page));
  await test.step('mở một hồ sơ: trước và sau', () => beforeAndAfter(page, dossiers[0]?.code ?? ''));
  await test.step('chuyển 5 hồ sơ', () => moves(page, dossiers));
  expect(await tasksOf(stage, dossiers)).toEqual(dossiers.map((one) => one.openTasks.map(({ id }) => id)));
  await test.step('hoàn tác', () => takesBack(page));
  expect(await tasksOf(stage, dossiers)).toEqual(dossiers.map((one) => one.openTasks.map(({ id }) => id)));
});

async function launched(stage: Stage, n: number): Promise<DossierView> {
  const rows = [individual('Hoàng Thị Lan', 'Giáo viên', 'GK_XA', 'Xây dựng góc thư viện cho trẻ.')];
  const plan = { unit: 'gp.mn', title: `Đề nghị khen thưởng trước bản mới, số ${n}`, occasion: 'ad-hoc' as const, year: 2026, rows };
  const { dossierId } = await launch(stage.cast, plan);
  return (await stage.cast.as('gp.mn.nguoilap')).call<DossierView>('dossier', { params: { id: dossierId } });
}

async function published(stage: Stage): Promise<string> {
  const [first, second] = [await stage.cast.as('hp.quantri1'), await stage.cast.as('hp.quantri2')];
  const { id } = await first.call<{ id: string }>('createDraft', { body: { key: KEY } });
  const params = { id };
  const { xml, rev } = await first.call<DefinitionView>('definition', { params });
  const shorter = xml.replace(/(id="Task_TiepNhan"[\s\S]*?<thidua:deadline )[^>]*\/>/, '$1workingDays="1"/>');
  await first.call('saveDiagram', { params, body: { xml: shorter, rev } });
  await first.call('proposeDefinition', { params, body: { note: 'Công văn số 12/VP: tiếp nhận trong 1 ngày' } });
  await second.call('publishDefinition', { params, body: { note: 'Đồng ý', appliesTo: 'chosen' } });
  return id;
}

async function addsUp(page: Page): Promise<void> {
  await expect(page.getByText('Không có gì được ghi.')).toBeVisible();
  const counts = await page.getByRole('group', { name: 'Số hồ sơ theo kết quả' }).getByRole('button').locator('strong').allTextContents();
  expect(counts).toHaveLength(6);
  const total = counts.reduce((sum, text) => sum + Number(text), 0);
  expect(total).toBeGreaterThanOrEqual(5);
  await expect(page.getByText(`${total} hồ sơ đang chạy ở các phiên bản khác.`)).toBeVisible();
  await expectAccessible(page);
  await expectNoSideways(page);
  await look(page, '36-chay-thu');
}

async function beforeAndAfter(page: Page, code: string): Promise<void> {
  await page.getByLabel('Mã hồ sơ').fill(code);
  await page.getByRole('button', { name: `Xem trước và sau của ${code}` }).click();
  const dialog = page.getByRole('dialog', { name: `${code}: trước và sau khi chuyển` });
  await expect(dialog.getByRole('row').filter({ hasText: 'Tiếp nhận, kiểm tra thành phần hồ sơ' })).toContainText('1 ngày làm việc');
  await look(page, '37-truoc-va-sau');
  await dialog.getByRole('button', { name: 'Đóng' }).click();
}

async function moves(page: Page, dossiers: readonly DossierView[]): Promise<void> {
  for (const { code } of dossiers) {
    await page.getByLabel('Mã hồ sơ').fill(code);
    await page.getByRole('checkbox', { name: `Chọn ${code}` }).check();
  }
  await page.getByRole('button', { name: 'Chuyển 5 hồ sơ' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Công văn số 12/VP');
  await dialog.getByRole('button', { name: 'Chuyển', exact: true }).click();
  const result = page.getByRole('dialog', { name: 'Đã chuyển 5 hồ sơ, 0 hồ sơ không chuyển được' });
  await expect(result.getByText('Đã chuyển', { exact: true })).toHaveCount(5);
  await look(page, '38-da-chuyen');
  await result.getByRole('button', { name: 'Đóng' }).click();
}

async function takesBack(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Hoàn tác 5 hồ sơ' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác', exact: true }).click();
  await expect(page.getByText('chuyển 0, không chuyển được 0, đã hoàn tác 5')).toBeVisible();
  await look(page, '39-da-hoan-tac');
}

async function tasksOf(stage: Stage, dossiers: readonly DossierView[]): Promise<readonly (readonly string[])[]> {
  const clerk = await stage.cast.as('gp.mn.nguoilap');
  const now: string[][] = [];
  for (const { id } of dossiers) {
    now.push((await clerk.call<DossierView>('dossier', { params: { id } })).openTasks.map((task) => task.id));
  }
  return now;
}

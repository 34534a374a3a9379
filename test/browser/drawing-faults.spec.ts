import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Session } from '../../apps/cli/src/session';
import { largeDiagram } from '../bench/large-diagram';
import { expectAccessible, expectNoSideways, expectWatermark, look } from './hands/looks';
import { expect, test } from './hands/stage';

const FIXTURES = join(__dirname, '..', 'fixtures', 'drawings');
const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Nhập sơ đồ từ công cụ khác' });
const canvasOf = (page: Page): Locator => page.getByRole('application', { name: 'Vùng vẽ sơ đồ' });
const problemsOf = (page: Page): Locator => page.getByRole('region', { name: 'Kiểm tra sơ đồ' });
const proposing = (page: Page): Locator => page.getByRole('button', { name: 'Đề xuất ban hành' });
const shapeOf = (page: Page, id: string): Locator => canvasOf(page).locator(`.djs-element[data-element-id="${id}"]`);

async function importing(page: Page): Promise<Locator> {
  await page.goto('/quy-trinh');
  await page.getByRole('button', { name: 'Nhập sơ đồ' }).click();
  return dialogOf(page).getByLabel('Tệp sơ đồ');
}

test('kiểm tra 37: sơ đồ Camunda Modeler có phần tử hệ thống không chạy: được nêu tên và tô trên hình, phần còn lại vẫn mở', async ({
  stage,
}) => {
  const page = await stage.enter('hy.quantri1');
  await (await importing(page)).setInputFiles(join(FIXTURES, 'camunda8-kho-du-lieu.bpmn'));
  await expect(page.getByRole('heading', { level: 1, name: 'Lưu hồ sơ · Bản nháp' })).toBeVisible();
  for (const id of ['StartEvent_1', 'Activity_1soan', 'Activity_1luu', 'Event_1xong', 'DataStoreReference_0kho']) {
    await expect(shapeOf(page, id)).toBeVisible();
  }
  await expectWatermark(canvasOf(page));
  await expect(page.locator('.editor-canvas .problem-node.djs-shape')).toHaveCount(1);
  await expect(shapeOf(page, 'DataStoreReference_0kho')).toHaveClass(/problem-node/);
  const only = problemsOf(page).getByRole('listitem');
  await expect(only).toHaveCount(1);
  await expect(only).toContainText('Kho lưu trữ của huyện là loại phần tử hệ thống không chạy. Đổi sang loại khác hoặc xóa.');
  await expect(proposing(page)).toBeDisabled();
  await look(page, '114-phan-tu-khong-chay');

  await only.getByRole('button', { name: 'Kho lưu trữ của huyện' }).click();
  await expect(shapeOf(page, 'DataStoreReference_0kho')).toHaveClass(/selected/);
  await page.locator('.djs-context-pad .entry[data-action="delete"]').click();
  await expect(page.getByText('Không có lỗi, có thể đề xuất ban hành.')).toBeVisible();
  await expect(proposing(page)).toBeEnabled();
});

test('kiểm tra 42: vòng lặp không lối ra và điểm kết thúc không tới được: báo ngay tại hình', async ({ stage }) => {
  const page = await stage.enter('hy.quantri1');
  await (await importing(page)).setInputFiles(join(FIXTURES, 'vong-lap-khong-loi-ra.bpmn'));
  await expect(page.getByRole('heading', { level: 1, name: 'Vòng lặp · Bản nháp' })).toBeVisible();
  const lines = problemsOf(page).getByRole('listitem');
  await expect(lines).toHaveCount(4);
  await expect(lines.filter({ hasText: 'unsound' })).toContainText('dẫn vào chỗ không có đường ra');
  await expect(lines.filter({ hasText: 'unsound' })).toContainText('Soạn văn bản');
  await expect(lines.filter({ hasText: 'Xong' })).toContainText('không có đường nào đi tới');
  for (const id of ['Again', 'Store', 'Whole', 'End']) {
    await expect(shapeOf(page, id)).toHaveClass(/problem-node/);
  }
  for (const id of ['Start', 'Draft', 'Check']) {
    await expect(shapeOf(page, id)).not.toHaveClass(/problem-node/);
  }
  await lines.filter({ hasText: 'Xong' }).getByRole('button', { name: 'Xong' }).click();
  await expect(shapeOf(page, 'End')).toHaveClass(/selected/);
  await expect(proposing(page)).toBeDisabled();
  await expectAccessible(page);
  await look(page, '115-vong-lap');
});

test('sơ đồ 10.000 phần tử: mở thành danh sách có lời báo, máy chủ không bắt người khác chờ; quá mức nhận thì nói rõ', async ({
  stage,
}) => {
  test.setTimeout(180_000);
  const page = await stage.enter('hy.quantri1');
  const input = await importing(page);
  await test.step('tệp dài quá mức nhận', async () => {
    const buffer = Buffer.from(`<a>${'x'.repeat(6_000_001)}</a>`);
    await input.setInputFiles({ name: 'qua-dai.bpmn', mimeType: 'application/xml', buffer });
    await expect(dialogOf(page).getByRole('alert')).toContainText('Tệp dài quá 6 triệu ký tự.');
  });

  // Ten thousand shapes and lines, and wrong in one place: the list of problems must be of use too.
  const xml = largeDiagram(4900)
    .replace('name="Việc B0check"', 'name="Việc không ai làm"')
    .replace(/(không ai làm">)[\s\S]*?(<\/bpmn:userTask>)/, '$1$2');
  const others = watchOthers(await stage.cast.as('hy.quantri2'));
  const began = performance.now();
  await input.setInputFiles({ name: 'rat-lon.bpmn', mimeType: 'application/xml', buffer: Buffer.from(xml) });
  await expect(page.getByRole('heading', { level: 1, name: 'Quy trình lớn · Bản nháp' })).toBeVisible({ timeout: 100_000 });
  const list = page.getByRole('region', { name: 'Danh sách phần tử' });
  await expect(list.getByRole('status')).toContainText('nên không vẽ');
  const took = performance.now() - began;
  const slowest = await others.stop();
  expect(slowest, `another request while the diagram was examined for ${Math.round(took)} ms`).toBeLessThan(Math.max(1000, took / 3));

  const wrong = problemsOf(page).getByRole('listitem').filter({ hasText: 'Việc không ai làm' }).first();
  await wrong.getByRole('button', { name: 'Việc không ai làm' }).click();
  await expect(list.getByRole('listitem').first()).toContainText('B0check');
  await expect(list.getByRole('listitem').first()).toBeInViewport();
  await list.getByLabel('Tìm phần tử').fill('B7check');
  await expect(list.getByText('Hiện 3 trong 3 phần tử')).toBeVisible();
  const some = problemsOf(page).getByRole('list').first().getByRole('listitem');
  await expect(some).toHaveCount(100);
  await problemsOf(page)
    .getByRole('button', { name: /^Xem thêm, còn/ })
    .click();
  await expect(some).toHaveCount(200);
  await expectAccessible(page);
  await look(page, '116-so-do-rat-lon');
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSideways(page);
  await look(page, '117-so-do-rat-lon-dien-thoai');
});

/** Asks as somebody else would, one request after the other, until stopped; answers how long the slowest took, in ms. */
function watchOthers(session: Session): { readonly stop: () => Promise<number> } {
  const watch = { isOn: true };
  const slowest = (async () => {
    let longest = 0;
    while (watch.isOn) {
      const began = performance.now();
      await session.call('me');
      longest = Math.max(longest, performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return longest;
  })();
  return {
    stop: () => {
      watch.isOn = false;
      return slowest;
    },
  };
}

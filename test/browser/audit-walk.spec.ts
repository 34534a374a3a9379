import type { Locator, Page } from '@playwright/test';
import { individual } from '../../apps/cli/src/people/nominees';
import { launch } from '../../apps/cli/src/steps/unit';
import { bySql } from './hands/by-sql';
import { expectAccessible, expectNoSideways, look } from './hands/looks';
import { expect, test, type Stage } from './hands/stage';

interface Line {
  readonly id: string;
  readonly facts: string;
}

/** Check 45: editing a row by SQL makes 'Kiểm tra chuỗi' fail at that row. */
test('quản trị viên tìm trong nhật ký; một dòng bị sửa bằng SQL thì kiểm tra chuỗi chỉ đúng dòng đó', async ({ stage }) => {
  const code = await dossierOf(stage);
  const page = await stage.enter('hp.quantri1');
  await page.goto('/quan-tri');
  await page.getByRole('link', { name: /^Nhật ký/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nhật ký' })).toBeVisible();
  await test.step('tìm theo mã hồ sơ và việc, bằng lời', () => found(page, code));
  await test.step('chưa ai sửa gì', async () => {
    await expect((await checked(page)).getByText('không có dòng nào bị sửa, chèn hay mất')).toBeVisible();
    await look(page, '60-nhat-ky');
  });
  const [line] = await bySql<Line>(`select id, facts::text as facts from audit where action = 'dossier-launched' order by id desc limit 1`);
  expect(line).toBeDefined();
  const { id, facts } = line ?? { id: '', facts: '' };
  try {
    await bySql(`update audit set facts = facts || '{"reason": "khác"}' where id = $1`, [id]);
    await test.step('kiểm tra chuỗi chỉ đúng dòng bị sửa', () => failsAt(page, id, code));
  } finally {
    await bySql('update audit set facts = $2::jsonb where id = $1', [id, facts]);
  }
  await expect((await checked(page)).getByText('không có dòng nào bị sửa, chèn hay mất')).toBeVisible();
});

async function dossierOf(stage: Stage): Promise<string> {
  const rows = [individual('Hoàng Thị Lan', 'Giáo viên', 'GK_XA', 'Xây dựng góc thư viện cho trẻ.')];
  const plan = { unit: 'gp.mn', title: 'Đề nghị khen thưởng để xem nhật ký', occasion: 'ad-hoc' as const, year: 2026, rows };
  const { dossierId } = await launch(stage.cast, plan);
  return (await (await stage.cast.as('gp.mn.nguoilap')).call<{ code: string }>('dossier', { params: { id: dossierId } })).code;
}

async function found(page: Page, code: string): Promise<void> {
  const form = page.getByRole('search', { name: 'Tìm trong nhật ký' });
  await form.getByLabel('Đối tượng', { exact: true }).fill(code);
  // A long list: found by typing, without marks.
  const act = form.getByRole('combobox', { name: 'Việc', exact: true });
  await act.fill('lap ho so');
  await expect(page.getByRole('option', { name: 'Lập hồ sơ' })).toBeAttached();
  await act.press('Enter');
  await form.getByRole('button', { name: 'Tìm', exact: true }).click();
  const lines = page.getByRole('region', { name: 'Các việc đã làm' }).getByRole('listitem');
  await expect(lines).toHaveCount(1);
  await expect(lines).toContainText(/: Lập hồ sơ – Hồ sơ /);
  await expect(lines.getByRole('link', { name: new RegExp(`^${code}`) })).toBeVisible();
  await form.getByRole('button', { name: 'Bỏ điều kiện' }).click();
  await expect(form.getByLabel('Đối tượng', { exact: true })).toHaveValue('');
  await expect(page).toHaveURL(/\/nhat-ky$/);
}

async function checked(page: Page): Promise<Locator> {
  const section = page.getByRole('region', { name: 'Kiểm tra chuỗi' });
  const before = page.url();
  await section.getByRole('button', { name: 'Kiểm tra chuỗi', exact: true }).click();
  await expect(page).not.toHaveURL(before);
  return section;
}

async function failsAt(page: Page, id: string, code: string): Promise<void> {
  const section = await checked(page);
  await expect(section.getByRole('alert')).toContainText('1 chuỗi có lỗi');
  await expect(section.getByRole('heading', { level: 3 })).toContainText(code);
  await expect(section.getByText(`Nội dung dòng ${id} không phải nội dung đã ghi.`)).toBeVisible();
  const marked = section.getByRole('listitem').filter({ hasText: 'Dòng bị sửa nội dung' });
  await expect(marked).toContainText(`dòng ${id}`);
  await expectAccessible(page);
  await look(page, '61-kiem-tra-chuoi');
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSideways(page);
  await expectAccessible(page);
  await look(page, '62-kiem-tra-chuoi-360');
  await page.setViewportSize({ width: 1366, height: 768 });
}

import { expect, type Locator, type Page } from '@playwright/test';

/** Opens a task from the inbox by its name and the code of its hồ sơ or đợt xét. */
export async function openTask(page: Page, name: string, code: string): Promise<void> {
  await page.goto('/viec');
  const row = page
    .getByRole('grid')
    .getByRole('row')
    .filter({ hasText: code })
    .filter({ has: page.getByRole('link', { name, exact: true }) });
  await row.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(work(page)).toBeVisible();
}

export function work(page: Page): Locator {
  return page.getByRole('region', { name: 'Việc cần làm' });
}

/** Presses the task's button and waits for the confirmation, which names what comes next. */
export async function finish(page: Page, verb: string): Promise<Locator> {
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await work(page).getByRole('button', { name: verb, exact: true }).click();
  return expectDone(page, name);
}

export async function expectDone(page: Page, name: string): Promise<Locator> {
  const note = page.getByRole('status').filter({ hasText: `Đã xong: ${name}` });
  await expect(note).toBeVisible();
  return note;
}

/** A choice list of the wizard and the modeler: opened, then picked by its label. */
export async function pick(scope: Locator, label: string, option: string | RegExp): Promise<void> {
  const box = scope.getByRole('combobox', { name: label });
  await box.click();
  await choose(box, option);
}

/** Typed into a choice list or a search, then the first thing found is taken. */
export async function pickFound(box: Locator, text: string): Promise<void> {
  await box.fill(text);
  await choose(box, /./);
}

/** In the list of that very box: one that is still closing beside it is not meant. */
async function choose(box: Locator, option: string | RegExp): Promise<void> {
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  const page = box.page();
  const list = page.locator(`[id="${(await box.getAttribute('aria-controls')) ?? ''}"]`);
  const options = page.locator('.ant-select-dropdown').filter({ has: list }).locator('.ant-select-item-option');
  await options.filter({ hasText: option }).first().click();
}

/** A day (or a day with its time), typed as a person would: dd/MM/yyyy or dd/MM/yyyy HH:mm. */
export async function fillDay(scope: Locator, label: string, text: string): Promise<void> {
  const field = scope.getByLabel(label);
  await field.fill(text);
  await field.press('Enter');
  await expect(field).toHaveValue(text);
}

/** `2026-03-02T08:00:00+07:00` and 9 → '02/03/2026 17:00': the business clock in Vietnam, some hours on. */
export function laterText(now: string, hours: number): string {
  const wall = new Date(Date.parse(now) + (7 + hours) * 3_600_000).toISOString();
  return `${wall.slice(0, 10).split('-').reverse().join('/')} ${wall.slice(11, 16)}`;
}

import { expect, type Page } from '@playwright/test';

/** What a person presses before a page shows what its picture is about. */
export const ACTS = {
  selectTask: async (page: Page) => {
    await expect(page.locator('.djs-element').first()).toBeVisible();
    await page.locator('[data-element-id="Task_ThamDinh"]').first().click();
    await expect(page.getByRole('region', { name: 'Thuộc tính' }).getByLabel('Tên')).toBeVisible();
  },
  searchSubject: async (page: Page) => {
    await page.getByRole('textbox', { name: 'Tìm cá nhân, tập thể theo tên' }).fill('nguyen');
    await expect(page.getByRole('link', { name: /^Nguyễn/ }).first()).toBeVisible();
  },
} as const satisfies Readonly<Record<string, (page: Page) => Promise<void>>>;

export type Act = keyof typeof ACTS;

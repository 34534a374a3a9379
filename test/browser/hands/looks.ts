import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/** The bpmn.io mark is in the drawing, seen, and nothing lies over it. */
export async function expectWatermark(canvas: Locator): Promise<void> {
  const mark = canvas.locator('.bjs-powered-by');
  await mark.scrollIntoViewIfNeeded();
  await expect(mark).toBeVisible();
  await expect(mark).toHaveAttribute('href', /bpmn\.io/);
  const isOnTop = await mark.evaluate((link) => {
    const box = link.getBoundingClientRect();
    const points = [
      [box.left + 2, box.top + 2],
      [box.right - 2, box.bottom - 2],
      [box.left + box.width / 2, box.top + box.height / 2],
    ] as const;
    const opacity = Number(getComputedStyle(link).opacity);
    return box.width >= 40 && box.height >= 15 && opacity === 1 && points.every(([x, y]) => link.contains(document.elementFromPoint(x, y)));
  });
  expect(isOnTop, 'the bpmn.io mark is topmost').toBe(true);
}

/** axe finds nothing serious or critical. The PDF frame is the browser's own viewer. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
  expect(grave, `axe on ${new URL(page.url()).pathname}`).toEqual([]);
}

/** Nothing makes the page wider than the screen. */
export async function expectNoSideways(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over, 'no sideways scrolling').toBeLessThanOrEqual(0);
}

/** A picture for people, only with LOOK=folder; the tests do not read it. */
export async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['LOOK'];
  if (folder !== undefined && folder !== '') {
    await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  }
}

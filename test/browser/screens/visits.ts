import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { ACTS } from './acts';
import type { House } from './house';
import type { Screen } from './list';
import { keepPicture } from './picture';
import { untranslated } from './untranslated';

const DESK = { width: 1366, height: 800 };
const PHONE = { width: 360, height: 740 };
/** A longer page is cut: the first screens of it say what it is. */
const TALLEST = 1700;
const SETTLES_WITHIN = 30_000;

interface EmptyHouse {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** One browser for each person, kept while their screens follow each other. */
export class Visits {
  private context: BrowserContext | undefined;
  private who = '';
  private page: Page | undefined;
  private errors: string[] = [];
  private empty: EmptyHouse | undefined;
  bytes = 0;

  constructor(
    private readonly browser: Browser,
    private readonly house: House,
    private readonly out: string,
  ) {}

  /** @returns what is wrong with it, in words */
  async see(screen: Screen, file: string, pathOf: () => Promise<string>): Promise<readonly string[]> {
    const page = await this.pageOf(screen.who);
    const path = await pathOf();
    this.errors = [];
    await page.setViewportSize(DESK);
    await page.goto(path);
    await settled(page);
    if (screen.act !== undefined) {
      await ACTS[screen.act](page);
      await settled(page);
    }
    const wrong = [...(await this.keep(page, file)), ...(await graveOf(page)), ...(await untranslated(page))];
    if (screen.phone) {
      await page.setViewportSize(PHONE);
      await settled(page);
      wrong.push(...(await this.keep(page, `${file}-360`)), ...(await sidewaysOf(page)));
    }
    if (screen.english) {
      await this.inEnglish(page, file);
    }
    return [...wrong, ...this.errors.map((error) => `console: ${error}`)];
  }

  async close(): Promise<void> {
    await this.context?.close();
    await this.empty?.stop();
  }

  private async keep(page: Page, file: string): Promise<readonly string[]> {
    await page.mouse.move(0, 0);
    // A window as high as the page: what is held at its edges stands there, and not over the middle of the picture.
    const tall = await page.evaluate(() => document.documentElement.scrollHeight);
    const window = page.viewportSize() ?? DESK;
    await page.setViewportSize({ ...window, height: Math.min(Math.max(tall, window.height), TALLEST) });
    // A page made to fill its window has grown with it.
    const grown = await page.evaluate(() => document.documentElement.scrollHeight);
    const clip = { x: 0, y: 0, width: window.width, height: Math.min(grown, TALLEST) };
    const picture = await page.screenshot({ fullPage: true, clip, animations: 'disabled', caret: 'hide' });
    await page.setViewportSize(window);
    this.bytes += keepPicture(join(this.out, `${file}.png`), picture);
    return (await page.getByRole('heading', { level: 1 }).count()) === 0 ? [`no heading on ${file}`] : [];
  }

  private async inEnglish(page: Page, file: string): Promise<void> {
    const say = (language: string): Promise<void> =>
      page.evaluate((chosen) => {
        localStorage.setItem('thidua.language', chosen);
      }, language);
    await page.setViewportSize(DESK);
    await say('en');
    await page.reload();
    await settled(page);
    await this.keep(page, `${file}-en`);
    await say('vi');
  }

  private async pageOf(who: string): Promise<Page> {
    if (this.page !== undefined && this.who === who) {
      return this.page;
    }
    await this.context?.close();
    const baseURL = who === 'new-house' ? await this.emptyHouse() : this.house.url;
    this.context = await this.browser.newContext({ baseURL, reducedMotion: 'reduce', viewport: DESK });
    this.context.setDefaultTimeout(SETTLES_WITHIN);
    this.context.on('weberror', (error) => this.errors.push(error.error().message));
    this.context.on('console', (message) => {
      if (message.type() === 'error') {
        this.errors.push(message.text().slice(0, 200));
      }
    });
    if (who !== 'anyone' && who !== 'new-house') {
      const data = { username: who, password: this.house.password };
      const answer = await this.context.request.post('/api/v1/session', { data, headers: { origin: baseURL } });
      expect(answer.status(), `${who} signs in`).toBeLessThan(300);
    }
    [this.page, this.who] = [await this.context.newPage(), who];
    return this.page;
  }

  private async emptyHouse(): Promise<string> {
    const hand = pathToFileURL(join(__dirname, '../hands/empty-house.mjs')).href;
    const { emptyHouse } = (await import(hand)) as { emptyHouse: () => Promise<EmptyHouse> }; // as its own comment says
    this.empty ??= await emptyHouse();
    return this.empty.url;
  }
}

/** Nothing is asked of the server any more, nothing says that it is loading, and the letters are there. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible({ timeout: SETTLES_WITHIN });
  await page.waitForLoadState('networkidle');
  await expect(page.locator('.loading, .ant-spin-spinning, .ant-skeleton')).toHaveCount(0, { timeout: SETTLES_WITHIN });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

async function graveOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `axe ${id}: ${nodes
          .map((node) => node.target.join(' '))
          .slice(0, 3)
          .join(' | ')}`,
    );
}

async function sidewaysOf(page: Page): Promise<readonly string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return over > 0 ? [`360 px: ${over} px sideways`] : [];
}

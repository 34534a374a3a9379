import { expect, test as base, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import type { DemoAccount } from '@thidua/contract';
import { Cast } from '../../../apps/cli/src/people/cast';
import { Session } from '../../../apps/cli/src/session';

export interface Person {
  readonly username: string;
  readonly page: Page;
}

/** The running system seen by several people at once: each in a browser of their own, or over HTTP through `cast`. */
export class Stage {
  private readonly contexts: BrowserContext[] = [];
  private readonly strayRequests: string[] = [];
  private readonly pageErrors: string[] = [];

  private constructor(
    private readonly browser: Browser,
    readonly base: string,
    readonly cast: Cast,
    private readonly accounts: readonly DemoAccount[],
  ) {}

  static async open(browser: Browser, url: string): Promise<Stage> {
    const { accounts, password } = await Session.anonymous(url).call<{ accounts: readonly DemoAccount[]; password: string }>(
      'demoAccounts',
    );
    return new Stage(browser, url, new Cast(url, password), accounts);
  }

  account(username: string): DemoAccount {
    const account = this.accounts.find((one) => one.username === username);
    if (account === undefined) {
      throw new Error(`no demo account ${username}`);
    }
    return account;
  }

  /** A fresh browser at the sign-in page, watched for requests that leave the origin and for errors of the page. */
  async visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ baseURL: this.base, ...options });
    this.contexts.push(context);
    context.on('request', (request) => {
      // Other schemes (data:, blob:, the browser's own PDF viewer) reach no network.
      if (/^(?:http|ws)s?:/.test(request.url()) && new URL(request.url()).host !== new URL(this.base).host) {
        this.strayRequests.push(request.url());
      }
    });
    context.on('weberror', (error) => this.pageErrors.push(error.error().message));
    context.on('console', (message) => {
      if (message.type() === 'error' && /Content Security Policy|Minified React error|Warning:/.test(message.text())) {
        this.pageErrors.push(message.text());
      }
    });
    const page = await context.newPage();
    await page.goto(path);
    return page;
  }

  /** Signs in by one press in the role picker. */
  async enter(username: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.visit('/dang-nhap', options);
    await this.pick(page, username);
    await expect(page.getByRole('heading', { level: 1, name: 'Việc của tôi' })).toBeVisible();
    return page;
  }

  /** Presses the account's button in the role picker of a page that shows it. */
  async pick(page: Page, username: string): Promise<void> {
    const { title, fullName, orgName } = this.account(username);
    const picker = page.getByRole('region', { name: 'Chọn vai để dùng thử' });
    await picker
      .getByRole('button')
      .filter({ hasText: title })
      .filter({ hasText: `${fullName} · ${orgName}` })
      .click();
  }

  async leave(page: Page): Promise<void> {
    await page.context().close();
    this.contexts.splice(this.contexts.indexOf(page.context()), 1);
  }

  async close(): Promise<void> {
    for (const context of this.contexts) {
      await context.close();
    }
    expect(this.strayRequests, 'no request leaves the origin').toEqual([]);
    expect(this.pageErrors, 'no error in the page').toEqual([]);
  }
}

export const test = base.extend<{ stage: Stage }>({
  stage: async ({ browser, baseURL }, use) => {
    const stage = await Stage.open(browser, baseURL ?? '');
    await use(stage);
    await stage.close();
  },
});

export { expect };

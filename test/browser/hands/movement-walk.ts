import type { Page } from '@playwright/test';
import type { WorkSummary } from '@thidua/contract';
import type { Session } from '../../../apps/cli/src/session';
import { awaitStep } from '../../../apps/cli/src/steps/works';
import { expectAccessible, expectNoSideways, look } from './looks';
import { expect, type Stage } from './stage';
import { finish, openTask } from './work';

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1366, height: 800 };

/** One step of a work, done by a person from the inbox. */
export interface Step {
  readonly who: string;
  readonly workId: string;
  readonly name: string;
  readonly verb: string;
  /** Its paper is made and seen first. */
  readonly paper?: boolean;
  readonly fill?: (page: Page) => Promise<void>;
  /** Looked over before it is finished, under this name. */
  readonly seen?: string;
}

/** People of a walk, each in a browser that stays open between their steps. */
export class Walk {
  private readonly pages = new Map<string, Page>();

  constructor(readonly stage: Stage) {}

  async page(who: string): Promise<Page> {
    const page = this.pages.get(who) ?? (await this.stage.enter(who));
    page.setDefaultTimeout(30_000);
    this.pages.set(who, page);
    return page;
  }

  async do({ who, workId, name, verb, paper, fill, seen }: Step): Promise<Page> {
    const { code } = await awaitStep(await this.stage.cast.as(who), workId, name);
    const page = await this.page(who);
    await openTask(page, name, code);
    if (paper === true) {
      await expect(page.getByRole('link', { name: 'Tải PDF' })).toBeVisible({ timeout: 30_000 });
    }
    await fill?.(page);
    if (seen !== undefined) {
      await lookOver(page, seen);
    }
    await finish(page, verb);
    return page;
  }
}

/** A screen as it is on a desk and on a phone: nothing grave for axe, nothing wider than the screen. */
export async function lookOver(page: Page, name: string): Promise<void> {
  await expect(page.locator('.loading')).toHaveCount(0, { timeout: 30_000 });
  await look(page, name);
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await expectNoSideways(page);
  await look(page, `${name}-360`);
  await page.setViewportSize(DESK);
}

/** A day so many days after another, YYYY-MM-DD. */
export function dayLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export async function works(person: Session, movementId: string, kind: WorkSummary['kind']): Promise<readonly WorkSummary[]> {
  const call = { params: { id: movementId }, query: { kind } };
  return (await person.call<{ works: readonly WorkSummary[] }>('movementWorks', call)).works;
}

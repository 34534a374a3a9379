import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { House } from './house';
import { SCREENS, type Screen } from './list';
import { fileOf, listOf } from './list-text';
import { PLACES } from './places';
import { Visits } from './visits';

const OUT = process.env['SCREENS_OUT'] ?? join(__dirname, '../../../docs/screens');
const ONLY = process.env['SCREENS_ONLY'] ?? '';
const FOLDER_LIMIT = 8 * 1024 * 1024;

test('mọi màn hình', async ({ browser, baseURL }) => {
  test.setTimeout(1_800_000);
  const house = await House.open(baseURL ?? '', process.env['SCREENS_DATABASE_URL'] ?? '');
  const chosen = SCREENS.filter((screen) => ONLY === '' || ONLY.split(',').includes(screen.name));
  mkdirSync(OUT, { recursive: true });
  if (ONLY === '') {
    removeOthers();
  }
  const visits = new Visits(browser, house, OUT);
  const wrong: string[] = [];
  for (const screen of chosen) {
    const began = performance.now();
    const said = await visits.see(screen, fileOf(screen), () => pathOf(house, screen)).catch((error: unknown) => [firstLineOf(error)]);
    process.stdout.write(
      `${said.length === 0 ? 'ok  ' : 'FAIL'} ${screen.name}, ${((performance.now() - began) / 1000).toFixed(1)} s${said.map((one) => `\n       ${one}`).join('')}\n`,
    );
    wrong.push(...said.map((one) => `${screen.name}: ${one}`));
  }
  await visits.close();
  if (ONLY === '') {
    writeFileSync(join(OUT, 'README.md'), listOf(SCREENS));
    expect(visits.bytes, 'size of docs/screens').toBeLessThan(FOLDER_LIMIT);
  }
  expect(wrong).toEqual([]);
});

async function pathOf(house: House, { place, route }: Screen): Promise<string> {
  return place === undefined ? route : PLACES[place](house);
}

/** Pictures of screens that are no more. */
function removeOthers(): void {
  const ours = new Set(SCREENS.flatMap((screen) => ['', '-360', '-en'].map((more) => `${fileOf(screen)}${more}.png`)));
  for (const file of readdirSync(OUT)) {
    if (file.endsWith('.png') && !ours.has(file)) {
      rmSync(join(OUT, file));
    }
  }
}

function firstLineOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 3).join(' ');
}

// @ts-check
// `npm run screens`: a picture of every page into docs/screens, and a list of what is wrong with them. On a private demo, or on THIDUA_URL.
// `--only a,b`: these screens alone. `--check`: no picture; that each route of the web app is in the list, and each of the list is drawn.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './install.mjs';
import { ROOT } from './paths.mjs';
import { runPlaywright } from './test-suites.mjs';

const FOLDER = join(ROOT, 'docs', 'screens');

/** @returns {Promise<any>} what a TypeScript file without imports of values exports */
async function exportsOf(path) {
  const { outputText } = ts.transpileModule(readFileSync(join(ROOT, path), 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  return import(`data:text/javascript,${encodeURIComponent(outputText)}`);
}

/** @returns {Promise<string[]>} where routes, list and pictures do not agree */
async function disagreements() {
  const { SCREENS, WITHOUT_PICTURE } = await exportsOf('test/browser/screens/list.ts');
  const app = join(ROOT, 'apps', 'web', 'src', 'app');
  const router = ['router.tsx', 'open-routes.ts'].map((file) => readFileSync(join(app, file), 'utf8'));
  const routes = new Set([...router.join('').matchAll(/\bpath: '([^']+)'/g)].map((match) => match[1] ?? ''));
  const shown = new Set([...SCREENS.map((screen) => screen.route), ...Object.keys(WITHOUT_PICTURE)]);
  const readme = join(FOLDER, 'README.md');
  const told = existsSync(readme) ? readFileSync(readme, 'utf8') : '';
  const pictures = SCREENS.flatMap(({ name, phone, english }, at) =>
    ['', ...(phone ? ['-360'] : []), ...(english ? ['-en'] : [])].map((more) => `${String(at + 1).padStart(2, '0')}-${name}${more}.png`),
  );
  return [
    ...[...routes].filter((route) => !shown.has(route)).map((route) => `${route} has no screen in test/browser/screens/list.ts`),
    ...[...shown].filter((route) => !routes.has(route)).map((route) => `${route} of the list is no route of the web app`),
    ...pictures.filter((file) => !existsSync(join(FOLDER, file))).map((file) => `docs/screens/${file} is missing: npm run screens`),
    ...pictures.filter((file) => !told.includes(file)).map((file) => `docs/screens/README.md does not name ${file}: npm run screens`),
  ];
}

async function draw() {
  await ensureDependencies();
  await ensureBuild();
  const only = process.argv.indexOf('--only');
  const env = only < 0 ? {} : { SCREENS_ONLY: process.argv[only + 1] ?? '' };
  const { failed } = await runPlaywright(env, [], 'test/browser/screens/playwright.config.ts');
  return failed === 0;
}

if (process.argv.includes('--check')) {
  const wrong = await disagreements();
  process.stdout.write(wrong.map((line) => `${line}\n`).join('') || 'routes and screens agree\n');
  process.exitCode = wrong.length === 0 ? 0 : 1;
} else {
  process.exitCode = (await draw()) ? 0 : 1;
}

// @ts-check
// `npm run mutate`: mutation testing (tools/stryker.config.mjs), incremental; fails below its threshold. Arguments go to Stryker.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './install.mjs';
import { ROOT } from './paths.mjs';

await ensureDependencies();
const cache = join(ROOT, 'node_modules', '.cache', 'stryker');
mkdirSync(cache, { recursive: true });
rmSync(join(cache, 'report.json'), { force: true });
const stryker = join(ROOT, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const { status } = spawnSync(process.execPath, [stryker, 'run', join('tools', 'stryker.config.mjs'), ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});
const report = JSON.parse(readFileSync(join(cache, 'report.json'), 'utf8'));
const statuses = Object.values(report.files).flatMap((file) => file.mutants.map((mutant) => mutant.status));
const count = (...names) => statuses.filter((name) => names.includes(name)).length;
const [caught, missed] = [count('Killed', 'Timeout'), count('Survived', 'NoCoverage')];
const score = Math.round((10_000 * caught) / Math.max(1, caught + missed)) / 100;
process.stdout.write(`${JSON.stringify({ mutate: 'engine', caught, missed, score })}\n`);
process.exitCode = status ?? 1;

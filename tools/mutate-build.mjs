// @ts-check
// Compiles the sandbox it is run in, specs included: Stryker's build command. The modules are those of the checkout.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

const [, , checkout = ROOT] = process.argv;
const swc = join(checkout, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
const options = [
  '-d',
  '.mutants',
  '--quiet',
  '--extensions',
  '.ts',
  '--config-file',
  'tools/mutate.swcrc.json',
  '-C',
  `jsc.baseUrl=${process.cwd()}`,
];
const { status } = spawnSync(process.execPath, [swc, 'libs', 'test/harness', ...options], { stdio: 'inherit' });
process.exitCode = status ?? 1;

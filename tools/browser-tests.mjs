// @ts-check
// `npm run test:browser [-- args of playwright]`: the browser tests alone, on a private system.
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './install.mjs';
import { runPlaywright } from './test-suites.mjs';

await ensureDependencies();
await ensureBuild();
const { passed, failed } = await runPlaywright({}, process.argv.slice(2));
process.exitCode = failed === 0 ? 0 : 1;
process.stdout.write(`${passed} passed, ${failed} failed\n`);

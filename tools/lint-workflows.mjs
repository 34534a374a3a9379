// @ts-check
// Every diagram under workflows/ must be one that can be released: examined exactly as at deploy, every reason at once.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { ROOT } from './paths.mjs';
import { filesBelow } from './sources.mjs';

const require = createRequire(import.meta.url);

/** Something a built file exports; its absence must not look like a clean workflow. */
function exported(path, name) {
  const file = join(ROOT, 'dist', 'libs', path);
  const found = existsSync(file) ? require(file)[name] : undefined;
  if (found === undefined) throw new Error(`libs/${path} does not export ${name}`);
  return found;
}

await ensureBuild({ web: false });
const lintIsolated = exported('runtime/src/isolated/lint-isolated.js', 'lintIsolated');
const jobTypes = [...exported('casework/src/index.js', 'JOB_TYPES')];

const read = (path) => readFileSync(join(ROOT, path), 'utf8');
const filesOf = (folder, end) => filesBelow(ROOT, folder, (path) => path.endsWith(end));
const diagrams = filesOf('workflows', '/process.bpmn');
const callable = diagrams.flatMap((path) => [...read(path).matchAll(/<(?:\w+:)?process\s[^>]*\bid="([^"]+)"/g)].map(([, id]) => id));

let faults = 0;
for (const path of diagrams) {
  const release = dirname(path);
  const refusals = await lintIsolated(read(path), {
    jobTypes,
    callable,
    formIds: filesOf(`${release}/forms`, '.form').map((file) => basename(file, '.form')),
    decisions: Object.fromEntries(filesOf(release, '.dmn').map((file) => [basename(file), read(file)])),
  });
  for (const { code, path: element, hint, severity } of refusals) {
    if (severity === 'error') faults += 1;
    process.stderr.write(`${path}: ${severity}: ${code} ${element}: ${hint}\n`);
  }
}
process.stdout.write(`${diagrams.length} diagrams, ${faults} faults\n`);
process.exitCode = faults === 0 && diagrams.length > 0 ? 0 : 1;

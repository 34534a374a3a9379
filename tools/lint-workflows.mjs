// @ts-check
// Every diagram under workflows/ must be one the engine can run: read by libs/bpmn exactly as at deploy, with every reason at once.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { ROOT } from './paths.mjs';
import { filesBelow } from './sources.mjs';

const require = createRequire(import.meta.url);
const BPMN = join(ROOT, 'dist', 'libs', 'bpmn', 'src', 'index.js');

await ensureBuild({ web: false });
if (!existsSync(BPMN)) throw new Error('libs/bpmn is not built');
const { readDiagram } = require(BPMN);
if (typeof readDiagram !== 'function') throw new Error('libs/bpmn does not export readDiagram');

const diagrams = filesBelow(ROOT, 'workflows', (path) => path.endsWith('.bpmn'));
let refused = 0;
for (const path of diagrams) {
  const read = await readDiagram(readFileSync(join(ROOT, path), 'utf8'));
  if (read.ok === true) continue;
  for (const reason of [read.error].flat()) {
    refused += 1;
    process.stderr.write(`${path}: ${typeof reason === 'string' ? reason : JSON.stringify(reason)}\n`);
  }
}
process.stdout.write(`${diagrams.length} diagrams, ${refused} faults\n`);
process.exitCode = refused === 0 && diagrams.length > 0 ? 0 : 1;

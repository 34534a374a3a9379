// @ts-check
// Every diagram under workflows/ must be one that can be released, and every pack one that can be loaded: examined exactly as at deploy
// and at start, every reason at once; packs by their JSON Schema first.
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

const { default: Ajv } = require('ajv/dist/2020');
const { parse } = require('yaml');
const { readPacks } = require(join(ROOT, 'dist/libs/casework/src/install/install-law.js'));
const { authorityDepartures, effectivePack, withSwitched } = require(join(ROOT, 'dist/libs/awards/src/index.js'));
const validate = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(read('workflows/packs/pack.schema.json')));
const files = filesOf('workflows/packs', '/pack.yaml').map((path) => {
  const decisions = `${dirname(path)}/eligibility.dmn`;
  return { path, id: basename(dirname(path)), yaml: read(path), eligibilityDmn: existsSync(join(ROOT, decisions)) ? read(decisions) : '' };
});
const fault = (path, text) => {
  faults += 1;
  process.stderr.write(`${path}: error: ${text}\n`);
};
for (const { path, yaml } of files) {
  if (!validate(parse(yaml))) for (const { instancePath, message } of validate.errors ?? []) fault(path, `${instancePath} ${message}`);
}
try {
  const packs = readPacks({ packs: files });
  for (const pack of packs) {
    const path = `workflows/packs/${pack.id}/pack.yaml`;
    const base = packs.find(({ id }) => id === pack.basedOn);
    if (pack.basedOn !== null && base === undefined) fault(path, `không có gói '${pack.basedOn}' (basedOn)`);
    if (base === undefined) continue;
    const effective = pack.status === 'local' ? effectivePack(base, [pack]) : { ok: true, value: pack };
    if (!effective.ok) for (const problem of effective.error) fault(path, `${problem.path}: ${problem.message}`);
    else for (const { sentence } of authorityDepartures(withSwitched(base, pack), effective.value)) fault(path, sentence);
  }
} catch (error) {
  fault('workflows/packs', error instanceof Error ? error.message : String(error));
}
process.stdout.write(`${diagrams.length} diagrams, ${files.length} packs, ${faults} faults\n`);
process.exitCode = faults === 0 && diagrams.length > 0 && files.length > 0 ? 0 : 1;

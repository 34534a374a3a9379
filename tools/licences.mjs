// @ts-check
// Every package of both lock files must carry a licence that is allowed here (decision 40).
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

const ALLOWED = new Set([
  ...['MIT', 'MIT-0', 'ISC', 'BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'MPL-2.0', 'OFL-1.1'],
  ...['CC0-1.0', 'CC-BY-3.0', 'CC-BY-4.0', 'PostgreSQL', 'BlueOak-1.0.0', 'Unlicense'],
]);

/** Packages whose field is odd or whose licence needed a person's look; each with what was found in the package itself. */
const EXCEPTIONS = {
  argparse: 'Python-2.0: permissive, without copyleft; comes with js-yaml, build tools only',
  'bpmn-js': 'bpmn.io licence: MIT with the watermark kept visible, which our canvases do',
  'cli-table': 'no field; its LICENSE file is MIT',
  pako: 'MIT AND Zlib: both permissive',
  'png-js': 'no field; its LICENSE file is MIT',
};

/** Whether an SPDX expression can be satisfied with allowed licences: OR needs one side, AND both. */
export function isAllowed(expression) {
  const bare = expression.trim().replace(/^\((.*)\)$/, '$1');
  if (/ OR /.test(bare)) return bare.split(/ OR /).some(isAllowed);
  return bare.split(/ AND /).every((part) => ALLOWED.has(part.trim()));
}

/** The licence a package states: today's field, or one of the two old forms. */
export function statedLicence({ license, licenses }) {
  const one = license ?? licenses;
  if (typeof one === 'string') return one;
  if (Array.isArray(one)) return one.map((entry) => entry.type ?? String(entry)).join(' OR ');
  return one?.type;
}

/** @param {{ license?: unknown }} locked what the lock says, for packages of other platforms that are not installed */
function licenceOf(folder, path, locked) {
  const manifest = join(folder, path, 'package.json');
  return statedLicence(existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : locked);
}

/** @returns {string[]} one line per package that may not be used */
export function refusedLicences(folder) {
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).flatMap(([path, locked]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    if (path === '' || name in EXCEPTIONS) return [];
    const licence = licenceOf(folder, path, locked);
    return licence !== undefined && isAllowed(licence) ? [] : [`${path}@${locked.version}: ${licence ?? 'no licence stated'}`];
  });
}

if (process.argv[1] === import.meta.filename) {
  const folders = [ROOT, join(ROOT, 'apps', 'web')].filter((folder) => existsSync(join(folder, 'package-lock.json')));
  const refused = folders.flatMap(refusedLicences);
  for (const line of refused) process.stderr.write(`${line}\n`);
  process.exitCode = refused.length === 0 ? 0 : 1;
}

// @ts-check
// `npm run check:docx`: makes the Word file of every golden Tờ trình and list, opens each with LibreOffice and compares the text it gives
// with the text of the PDF. Says 'skipped' and why where LibreOffice is not installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './paths.mjs';

const LIBREOFFICE = ['soffice', 'libreoffice'];
const PAGE = '\n──\n';

const office = LIBREOFFICE.find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0);
if (office === undefined) {
  process.stdout.write('check:docx skipped: LibreOffice is not installed (apt-get install --no-install-recommends libreoffice-writer)\n');
} else {
  process.exitCode = check(office) ? 0 : 1;
}

/** @param {string} program */
function check(program) {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-docx-'));
  try {
    makeFiles(folder);
    const files = readdirSync(folder).filter((file) => file.endsWith('.docx'));
    openAll(program, folder, files);
    const wrong = files.filter((file) => !isSame(folder, file.slice(0, -5)));
    process.stdout.write(`check:docx: ${files.length - wrong.length} of ${files.length} Word files give the PDF's text in LibreOffice\n`);
    return files.length > 0 && wrong.length === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The spec that compares document.xml keeps the files it makes. */
function makeFiles(folder) {
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const args = [jest, 'test/goldens/word', '--selectProjects', 'papers', '--silent'];
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, GOLDEN_DOCX: folder },
    encoding: 'utf8',
  });
  if (status !== 0) process.stdout.write(stderr);
}

function openAll(program, folder, files) {
  // A profile of its own: a LibreOffice that somebody has open would take the work and answer nothing.
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const args = [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder];
  execFileSync(program, [...args, ...files.map((file) => join(folder, file))], { stdio: 'ignore', timeout: 300_000 });
}

function isSame(folder, name) {
  const found = bare(readFileSync(join(folder, `${name}.txt`), 'utf8'));
  const wanted = bareGolden(readFileSync(join(ROOT, 'test', 'goldens', 'text', `${name}.txt`), 'utf8'));
  if (found === wanted) return true;
  const at = [...wanted].findIndex((letter, index) => letter !== found[index]);
  process.stdout.write(`${name}: PDF “…${wanted.slice(at - 20, at + 40)}…”, Word “…${found.slice(at - 20, at + 40)}…”\n`);
  return false;
}

/** As test/goldens/bare-text.ts: without white space, page numbers, and the table heads that a page repeats. */
function bareGolden(text) {
  const [first, ...others] = text.split(PAGE).map((page, at) => (at === 0 ? page : page.replace(/^\d+\n/, '')));
  return [first, ...others.map((page) => withoutHead(page, first))].map(bare).join('');
}

function withoutHead(page, first) {
  const at = first.indexOf('\nSTT ');
  if (at < 0 || !page.startsWith('STT ')) return page;
  const head = first.slice(at + 1).split('\n');
  const lines = page.split('\n');
  return lines.slice(lines.findIndex((line, index) => line !== head[index])).join('\n');
}

function bare(text) {
  return text
    .replace(/^\uFEFF/, '')
    .normalize('NFC')
    .replace(/\s+/g, '');
}

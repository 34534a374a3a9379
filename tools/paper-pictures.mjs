// @ts-check
// Makes every golden paper and draws its first pages, to be looked at by a person: PNGs of single pages and contact sheets of eight.
// node tools/paper-pictures.mjs FOLDER [--pages 2] [--dpi 80] [--only to-trinh,giay-khen] [--keep]
// --keep draws the PDFs that lie in FOLDER/pdf already.
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ensureDependencies } from './install.mjs';
import { ROOT } from './paths.mjs';

const PER_SHEET = 8;
const COLUMNS = 4;
const GAP = 10;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'string', default: '2' },
    dpi: { type: 'string', default: '80' },
    only: { type: 'string', default: '' },
    keep: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('say into which folder the pictures shall go');
const out = resolve(folder);
const pdfs = join(out, 'pdf');

await ensureDependencies();
if (!values.keep) makePapers();
const drawn = [];
for (const file of chosen()) {
  drawn.push(...(await draw(file)));
}
await sheets(drawn);
process.stdout.write(`${drawn.length} pages of ${chosen().length} papers in ${out}\n`);

/** The goldens' own suite makes them; a paper that is not as agreed is drawn all the same. */
function makePapers() {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(pdfs, { recursive: true });
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const env = { ...process.env, GOLDEN_PDF: pdfs };
  const { status } = spawnSync(process.execPath, [jest, 'test/goldens', '--selectProjects', 'papers', '--silent'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  if (status !== 0) process.stdout.write('some papers are not as they were agreed: npx jest test/goldens --selectProjects papers\n');
}

function chosen() {
  const only = values.only.split(',').filter((name) => name !== '');
  return readdirSync(pdfs).filter((file) => file.endsWith('.pdf') && (only.length === 0 || only.some((name) => file.startsWith(name))));
}

async function draw(/** @type {string} */ file) {
  const task = getDocument({ data: Uint8Array.from(readFileSync(join(pdfs, file))), disableFontFace: true, verbosity: 0 });
  const document = await task.promise;
  const names = [];
  for (let number = 1; number <= Math.min(document.numPages, Number(values.pages)); number += 1) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: Number(values.dpi) / 72 });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    // pdfjs knows this canvas; its types know only the browser's.
    await page.render(/** @type {any} */ ({ canvas: null, canvasContext: canvas.getContext('2d'), viewport })).promise;
    const name = `${file.slice(0, -4)}.${number}.png`;
    writeFileSync(join(out, name), canvas.toBuffer('image/png'));
    names.push(name);
  }
  await task.destroy();
  return names;
}

async function sheets(/** @type {string[]} */ names) {
  for (let from = 0; from < names.length; from += PER_SHEET) {
    const group = names.slice(from, from + PER_SHEET);
    const pictures = await Promise.all(group.map((name) => loadImage(readFileSync(join(out, name)))));
    const [width, height] = [Math.max(...pictures.map((picture) => picture.width)), Math.max(...pictures.map((picture) => picture.height))];
    const rows = Math.ceil(group.length / COLUMNS);
    const canvas = createCanvas(COLUMNS * (width + GAP), rows * (height + GAP));
    const context = canvas.getContext('2d');
    context.fillStyle = '#777777';
    context.fillRect(0, 0, canvas.width, canvas.height);
    pictures.forEach((picture, at) =>
      context.drawImage(picture, (at % COLUMNS) * (width + GAP), Math.floor(at / COLUMNS) * (height + GAP)),
    );
    writeFileSync(join(out, `sheet-${String(from / PER_SHEET + 1).padStart(2, '0')}.png`), canvas.toBuffer('image/png'));
  }
}

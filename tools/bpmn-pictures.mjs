// @ts-check
// Draws the example model of each BPMN element, as bpmn-js shows it, for docs/bpmn. Run after a model in libs/bpmn/elements was changed.
// node tools/bpmn-pictures.mjs [name …]
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './install.mjs';
import { ROOT, SHARED_CACHE } from './paths.mjs';

const MODELS = join(ROOT, 'libs', 'bpmn', 'elements');
const PICTURES = join(ROOT, 'docs', 'bpmn', 'images');
const VIEWER = join(ROOT, 'apps', 'web', 'node_modules', 'bpmn-js', 'dist', 'bpmn-viewer.production.min.js');
const SUFFIX = '.valid.bpmn';

await ensureDependencies();
await ensureBuild({ web: false });
const documents = createRequire(import.meta.url)(join(ROOT, 'dist', 'libs', 'documents', 'src', 'index.js'));
const install = await documents.resolveChromium({
  chromiumPath: process.env['CHROMIUM_PATH'],
  cacheDir: join(SHARED_CACHE, 'chromium'),
});
const { browser } = await documents.launchChromium(install);
try {
  const page = await browser.newPage();
  await page.setContent('<!doctype html><div id="canvas" style="width: 1600px; height: 1000px"></div>');
  await page.addScriptTag({ content: readFileSync(VIEWER, 'utf8') });
  mkdirSync(PICTURES, { recursive: true });
  for (const name of chosenModels()) {
    const svg = await page.evaluate(draw, readFileSync(join(MODELS, `${name}${SUFFIX}`), 'utf8'));
    writeFileSync(join(PICTURES, `${name}.svg`), withoutChance(svg));
    process.stdout.write(`${name}\n`);
  }
} finally {
  await browser.close();
}

function chosenModels() {
  const all = readdirSync(MODELS)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length));
  const named = process.argv.slice(2);
  const unknown = named.find((name) => !all.includes(name));
  if (unknown !== undefined) throw new Error(`no model ${unknown}${SUFFIX} in libs/bpmn/elements`);
  return named.length === 0 ? all : named;
}

/** Runs in the browser. */
async function draw(/** @type {string} */ xml) {
  const viewer = new globalThis.BpmnJS({ container: '#canvas' });
  await viewer.importXML(xml);
  const { svg } = await viewer.saveSVG();
  viewer.destroy();
  return svg;
}

/** bpmn-js names arrow heads by chance; the same model shall give the same file. White, so that it can be read on dark pages too. */
function withoutChance(/** @type {string} */ svg) {
  const names = new Map();
  return `${svg
    .replace('version="1.1">', 'version="1.1" style="background: white">')
    .replace(/\bmarker-(?!end\b|start\b|mid\b)[a-z0-9]+\b/g, (name) => {
      names.set(name, names.get(name) ?? `marker-${names.size + 1}`);
      return names.get(name);
    })}\n`;
}

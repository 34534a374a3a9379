import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PaperMaker, readPdfText } from '@thidua/documents';
import { listen, type Listener } from './listener';

const ROOT = join(__dirname, '../..');
const maker = new PaperMaker({
  papersDir: join(ROOT, 'workflows/papers'),
  cacheDir: join(ROOT, 'node_modules/.cache/thidua/chromium'),
  chromiumPath: 'bundled',
});
const folder = mkdtempSync(join(tmpdir(), 'thidua-jail-'));
const SECRET = join(folder, 'secret.html');
let listener: Listener;

beforeAll(async () => {
  writeFileSync(SECRET, '<p>XUYENTHUNG</p>');
  listener = await listen();
  await maker.warmUp();
}, 60_000);
afterAll(async () => {
  await maker.close();
  await listener.close();
  rmSync(folder, { recursive: true });
});

/** The exits of reliability 5.4, each in a page of its own that no cleaning has touched; `$` is an address of ours. */
const EXITS: Readonly<Record<string, string>> = {
  frame: '<iframe src="$/frame"></iframe>',
  css: '<link rel="stylesheet" href="$/css">',
  'css import': '<style>@import "$/import";</style>',
  img: '<img src="$/img">',
  srcset: '<img srcset="$/srcset 2x">',
  prefetch: '<link rel="prefetch" href="$/prefetch">',
  preconnect: '<link rel="preconnect" href="$"><link rel="dns-prefetch" href="$">',
  fetch: '<script>fetch("$/fetch")</script>',
  ws: '<script>new WebSocket("$/ws".replace("http", "ws"))</script>',
  bg: '<p style="background:url($/bg)">x</p>',
  font: '<style>@font-face{font-family:F;src:url($/font)}p{font-family:F}</style><p>x</p>',
  object: '<object data="$/object"></object>',
  embed: '<embed src="$/embed">',
  worker: '<script>new Worker("$/worker")</script>',
  metarefresh: '<meta http-equiv="refresh" content="0;url=$/refresh">',
  svg: '<svg><image href="$/svg"/></svg>',
  video: '<video src="$/video" autoplay></video>',
  form: '<form action="$/form" id="f"></form><script>f.submit()</script>',
  base: '<base href="$/"><img src="base">',
  file: `<iframe src="file://${SECRET}"></iframe><object data="file://${SECRET}"></object><embed src="file://${SECRET}">`,
};

describe('the jail of the renderer', () => {
  it.each(Object.entries(EXITS))(
    'lets nothing out or in by %s',
    async (_exit, html) => {
      const page = `<!doctype html><html><head><title>x</title></head><body>${html.replaceAll('$', listener.at)}<p>văn bản</p></body></html>`;
      // Giving up is an answer, too: what counts is that nobody came and nothing was read.
      const pdf = await maker.render(page).catch((error: unknown) => error);
      const text = pdf instanceof Uint8Array ? (await readPdfText(pdf)).join(' ') : '';
      expect(text).not.toContain('XUYENTHUNG');
      expect(listener.visits).toEqual([]);
    },
    30_000,
  );

  it('still prints what is in the page itself', async () => {
    const [text] = await readPdfText(await maker.render('<p>Quyết định số 57</p>'));
    expect(text).toBe('Quyết định số 57');
  });
});

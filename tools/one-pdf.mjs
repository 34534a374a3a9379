// @ts-check
// Makes one paper from the sample of its kind and writes it to a file: shows that PDF works on this machine.
// node tools/one-pdf.mjs OUT.pdf [CHROMIUM_PATH]
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT, SHARED_CACHE } from './paths.mjs';

const { PaperMaker } = createRequire(import.meta.url)(join(ROOT, 'dist', 'libs', 'documents', 'src', 'index.js'));
const [out = 'one.pdf', chromiumPath = process.env['CHROMIUM_PATH']] = process.argv.slice(2);
let version = '';
const maker = new PaperMaker({
  papersDir: join(ROOT, 'workflows', 'papers'),
  cacheDir: join(SHARED_CACHE, 'chromium'),
  chromiumPath,
  onLaunch: (launched) => (version = launched),
});
try {
  const words = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM. Độc lập - Tự do - Hạnh phúc';
  const bytes = await maker.render(`<!doctype html><html lang="vi"><meta charset="utf-8"><title>Thử</title><p>${words}</p></html>`);
  if (!Buffer.from(bytes.subarray(0, 5)).equals(Buffer.from('%PDF-'))) throw new Error('that is no PDF');
  writeFileSync(out, bytes);
  process.stdout.write(`${out}: ${bytes.length} bytes, ${version}\n`);
} finally {
  await maker.close();
}

import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { pipeline } from 'node:stream/promises';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import { untar } from './tar';

const inflate = promisify(brotliDecompress);

/** Where the bundled browser lies once unpacked: `binary`, its shared libraries, its fontconfig folder. */
export interface UnpackedChromium {
  readonly binary: string;
  readonly libFolder: string;
  readonly fontFolder: string;
  readonly version: string;
}

/**
 * Unpacks @sparticuz/chromium once into `cacheDir/chromium-<version>`. We never use the package's own unpacking: it
 * trusts whatever `chromium` lies in the system's temp folder, and leaves the libraries packed outside Lambda.
 */
export async function unpackBundled(cacheDir: string): Promise<UnpackedChromium> {
  const home = packageFolder();
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  const folder = join(cacheDir, `chromium-${version}`);
  if (!existsSync(join(folder, 'complete'))) {
    await unpackInto(folder, join(home, 'bin'));
  }
  return { binary: join(folder, 'chromium'), libFolder: join(folder, 'lib'), fontFolder: join(folder, 'etc'), version };
}

async function unpackInto(folder: string, bin: string): Promise<void> {
  const draft = `${folder}.${process.pid}-${randomBytes(4).toString('hex')}`;
  await mkdir(draft, { recursive: true });
  try {
    await pipeline(
      createReadStream(join(bin, 'chromium.br'), { highWaterMark: 1 << 22 }),
      createBrotliDecompress({ chunkSize: 1 << 21 }),
      createWriteStream(join(draft, 'chromium'), { mode: 0o755 }),
    );
    await untar(await inflate(await readFile(join(bin, 'al2023.tar.br'))), draft);
    await untar(await inflate(await readFile(join(bin, 'fonts.tar.br'))), draft);
    await mkdir(join(draft, 'etc'), { recursive: true });
    await writeFile(join(draft, 'etc', 'fonts.conf'), fontConfig(join(folder, 'fonts')));
    await writeFile(join(draft, 'complete'), '');
    await moveOver(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Renames in one go; a complete folder put there meanwhile by another process wins. */
async function moveOver(draft: string, folder: string): Promise<void> {
  try {
    await rename(draft, folder);
  } catch (error) {
    if (existsSync(join(folder, 'complete'))) {
      return;
    }
    // A folder without its mark is a leftover of an older layout, never of our own rename.
    if (!existsSync(folder)) {
      throw error;
    }
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  }
}

function fontConfig(fonts: string): string {
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    `<fontconfig><dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${fonts}/.cache</cachedir></fontconfig>`,
    '',
  ].join('\n');
}

function packageFolder(): string {
  let folder = dirname(require.resolve('@sparticuz/chromium'));
  while (!existsSync(join(folder, 'bin', 'chromium.br'))) {
    const parent = dirname(folder);
    if (parent === folder) {
      throw new Error('@sparticuz/chromium is installed without its bin folder');
    }
    folder = parent;
  }
  return folder;
}

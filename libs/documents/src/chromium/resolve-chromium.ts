import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { BrowserMissing } from '../errors';
import { unpackBundled } from './unpack-bundled';

/** A browser that can be started: its program and the whole environment it runs in. */
export interface ChromiumInstall {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
  readonly source: 'given' | 'system' | 'bundled';
}

export interface ResolveChromiumOptions {
  /** CHROMIUM_PATH: a program, or 'bundled' to skip every system browser; without it a system browser, else the bundled one. */
  readonly chromiumPath?: string | undefined;
  /** Our own cache folder, made when missing; also HOME of the browser. */
  readonly cacheDir: string;
}

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Finds the browser for papers and browser tests; throws BrowserMissing. The first bundled call unpacks 190 MB (2–4 s). */
export async function resolveChromium(options: ResolveChromiumOptions): Promise<ChromiumInstall> {
  const { chromiumPath, cacheDir } = options;
  await mkdir(cacheDir, { recursive: true });
  const env = { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: cacheDir, LANG: 'C.UTF-8', TZ: 'Asia/Ho_Chi_Minh' };
  if (chromiumPath !== undefined && chromiumPath !== '' && chromiumPath !== 'bundled') {
    if (!existsSync(chromiumPath)) {
      throw new BrowserMissing(`no browser at ${chromiumPath}`, { tried: [chromiumPath] });
    }
    return { executablePath: chromiumPath, env, source: 'given' };
  }
  const system = chromiumPath === 'bundled' ? undefined : SYSTEM_BROWSERS.find((path) => existsSync(path));
  if (system !== undefined) {
    return { executablePath: system, env, source: 'system' };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new BrowserMissing('the bundled browser is for linux x64; set CHROMIUM_PATH', { tried: SYSTEM_BROWSERS });
  }
  const unpacked = await unpackBundled(cacheDir);
  return {
    executablePath: unpacked.binary,
    env: { ...env, LD_LIBRARY_PATH: unpacked.libFolder, FONTCONFIG_PATH: unpacked.fontFolder },
    source: 'bundled',
  };
}

import { launch, type Browser } from 'puppeteer-core';
import type { ChromiumInstall } from './resolve-chromium';

/**
 * Never the package's own `chromium.args`: those switch web security off. --no-sandbox because we must run as root and
 * in containers without user namespaces; the page itself has no script, no network and no resolver.
 */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--font-render-hinting=none',
  '--disable-quic',
  '--host-resolver-rules=MAP * ~NOTFOUND',
] as const;

/** Puppeteer's own timeouts do not bound a render; this one bounds every single call (ms). */
export const PROTOCOL_TIMEOUT_MS = 15_000;

/** Starts a headless browser on a pipe, in a process group of its own, with nothing of our environment. */
export function launchChromium(install: ChromiumInstall): Promise<Browser> {
  return launch({
    executablePath: install.executablePath,
    env: { ...install.env },
    args: [...ARGUMENTS],
    headless: install.source === 'bundled' ? 'shell' : true,
    pipe: true,
    protocolTimeout: PROTOCOL_TIMEOUT_MS,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/** SIGKILL to the whole group: a renderer that spins does not answer a polite close. */
export function killGroup(browser: Browser): void {
  const pid = browser.process()?.pid;
  if (pid === undefined) {
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') {
      throw error;
    }
  }
}

import { readFileSync } from 'node:fs';
import { launch, type Browser } from 'puppeteer-core';
import type { ChromiumInstall } from './resolve-chromium';

/** Never the package's own `chromium.args`: those switch web security off. */
const ARGUMENTS = [
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--font-render-hinting=none',
  '--disable-quic',
  // Two walls besides offline mode; each of the three alone stopped every request (reliability 5.4).
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
] as const;

/** Puppeteer's own timeouts do not bound a render; this one bounds every single call (ms). */
export const PROTOCOL_TIMEOUT_MS = 15_000;

export interface LaunchedChromium {
  readonly browser: Browser;
  /** Whether Chromium's own sandbox is on; off for root and where user namespaces are missing. */
  readonly sandboxed: boolean;
}

/** Starts a headless browser on a pipe, in a process group of its own, with nothing of our environment; in its sandbox where the host allows. */
export async function launchChromium(install: ChromiumInstall): Promise<LaunchedChromium> {
  if (sandboxPossible()) {
    try {
      return { browser: await start(install, []), sandboxed: true };
    } catch (error) {
      // The kernel may still refuse (seccomp, AppArmor): the weaker mode is better than no paper, and /health says it.
      if (!(error instanceof Error)) {
        throw error;
      }
    }
  }
  return { browser: await start(install, ['--no-sandbox']), sandboxed: false };
}

async function start(install: ChromiumInstall, more: readonly string[]): Promise<Browser> {
  const browser = await launch({
    executablePath: install.executablePath,
    env: { ...install.env },
    args: [...ARGUMENTS, ...more],
    headless: install.source === 'bundled' ? 'shell' : true,
    pipe: true,
    protocolTimeout: PROTOCOL_TIMEOUT_MS,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  // Puppeteer takes its own listeners off when it lets a browser go; a pipe that breaks after that would end our process with it.
  for (const pipe of browser.process()?.stdio ?? []) {
    pipe?.on('error', () => undefined);
  }
  return browser;
}

/** Chromium refuses its sandbox to root, and needs user namespaces without a setuid helper. */
function sandboxPossible(): boolean {
  return (
    process.getuid?.() !== 0 &&
    setting('/proc/sys/user/max_user_namespaces') > 0 &&
    setting('/proc/sys/kernel/unprivileged_userns_clone') > 0
  );
}

/** A kernel switch that is not there stands open. */
function setting(path: string): number {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return 1;
    }
    throw error;
  }
}

/** SIGKILL to the whole group: a renderer that spins does not answer a polite close, and one whose browser died must not stay behind. */
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

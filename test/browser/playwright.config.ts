import { defineConfig } from '@playwright/test';

/** Found by tools/test-suites.mjs with libs/documents: a browser given, of the system, or bundled. */
const { executablePath, env } = JSON.parse(process.env['BROWSER_INSTALL'] ?? '{}') as {
  executablePath?: string;
  env?: Record<string, string>;
}; // written by our own tool

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/browser',
  globalSetup: './global-setup.mjs',
  // One system, one clock, two cores: tests run one after the other.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // Of a machine that does other things besides; a passing walk takes a quarter of it.
  timeout: 300_000,
  // A walk waits for real workers and a real browser: one that passes only at the second try is told at the end of the run, by name.
  retries: 1,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['./results-reporter.mjs']],
  use: {
    ...(process.env['BASE_URL'] === undefined ? {} : { baseURL: process.env['BASE_URL'] }),
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1366, height: 800 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      ...(env === undefined ? {} : { env }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});

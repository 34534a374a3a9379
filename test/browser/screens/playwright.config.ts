import base from '../playwright.config';

export default {
  ...base,
  globalSetup: './global-setup.mjs',
  testDir: '.',
  testMatch: '*.play.ts',
  // What one visit makes is there already at the next one.
  retries: 0,
  outputDir: '../../../test-results/screens',
  reporter: [['line'], ['../results-reporter.mjs']],
  // One long walk: a trace of it would take longer than the walk.
  use: { ...base.use, trace: 'off' as const, screenshot: 'off' as const },
};

// @ts-check
// Counts each test once, whatever its retries, for `npm test` (PLAYWRIGHT_RESULTS) and for a person: `N passed, N failed`.
import { writeFileSync } from 'node:fs';

/** @typedef {import('@playwright/test/reporter').Suite} Suite */

export default class ResultsReporter {
  /** @type {Suite | undefined} */
  suite;
  broken = 0;

  /** @param {unknown} _config @param {Suite} suite */
  onBegin(_config, suite) {
    this.suite = suite;
  }

  /** A file that does not load or a set-up that fails belongs to no test. */
  onError() {
    this.broken += 1;
  }

  onEnd() {
    const tests = this.suite?.allTests() ?? [];
    const count = (outcomes) => tests.filter((test) => outcomes.includes(test.outcome())).length;
    const skipped = tests
      .filter((test) => test.outcome() === 'skipped')
      .map((test) => ({
        name: test.titlePath().filter(Boolean).join(' › '),
        why: test.annotations.find(({ type }) => type === 'skip')?.description ?? 'chưa chạy / not run',
      }));
    const passed = count(['expected', 'flaky']);
    const failed = count(['unexpected']) + this.broken;
    const file = process.env['PLAYWRIGHT_RESULTS'];
    if (file !== undefined) writeFileSync(file, JSON.stringify({ passed, failed, skipped }));
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
  }
}

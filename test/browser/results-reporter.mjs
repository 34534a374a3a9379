// @ts-check
// Counts each test once, for `npm test` (PLAYWRIGHT_RESULTS) and for a person: `N passed, N failed`.
import { writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** @typedef {import('@playwright/test/reporter').Suite} Suite */

export default class ResultsReporter {
  /** @type {Suite | undefined} */
  suite;
  broken = 0;
  /** @type {{ name: string, why: string }[]} */
  failures = [];

  /** @param {unknown} _config @param {Suite} suite */
  onBegin(_config, suite) {
    this.suite = suite;
  }

  /** A file that does not load or a set-up that fails belongs to no test. */
  onError(error) {
    this.broken += 1;
    this.failures.push({ name: 'set-up', why: linesOf(error) });
  }

  onEnd() {
    const tests = this.suite?.allTests() ?? [];
    const count = (outcomes) => tests.filter((test) => outcomes.includes(test.outcome())).length;
    const skipped = tests
      .filter((test) => test.outcome() === 'skipped')
      .map((test) => ({
        name: nameOf(test),
        why: test.annotations.find(({ type }) => type === 'skip')?.description ?? 'chưa chạy / not run',
      }));
    for (const test of tests.filter((one) => one.outcome() === 'unexpected')) {
      this.failures.push({ name: nameOf(test), why: linesOf(test.results.at(-1)?.error) });
    }
    const flaky = tests
      .filter((one) => one.outcome() === 'flaky')
      .map((test) => ({ name: nameOf(test), why: linesOf(test.results[0]?.error) }));
    for (const one of flaky) process.stdout.write(`đạt ở lần hai / passed at the second try: ${one.name}\n      ${one.why}\n`);
    const passed = count(['expected', 'flaky']);
    const failed = count(['unexpected']) + this.broken;
    const file = process.env['PLAYWRIGHT_RESULTS'];
    if (file !== undefined) writeFileSync(file, JSON.stringify({ passed, failed, skipped, flaky, failures: this.failures }));
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
  }
}

/** @param {import('@playwright/test/reporter').TestCase} test */
function nameOf(test) {
  return test.titlePath().filter(Boolean).join(' › ');
}

/** What went wrong and where, without colours: the message's first lines, what was waited for, and our own line. @param {import('@playwright/test/reporter').TestError | undefined} error */
function linesOf(error) {
  const [message = '', log = ''] = stripVTControlCharacters(error?.message ?? error?.value ?? '').split('Call log:');
  const at = error?.location === undefined ? '' : `${error.location.file.split('/').at(-1)}:${error.location.line}`;
  const lines = [...message.split('\n').slice(0, 6), ...log.split('\n').slice(0, 6), at];
  return lines.filter((line) => line.trim() !== '').join('\n      ');
}

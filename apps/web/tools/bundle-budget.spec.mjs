// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { ENTRY_KB, measure } from './bundle-budget.mjs';

const measured = measure();

// Without a build there is nothing to weigh; `npm test` of the repository builds first.
describe.skipIf(measured === null)('bundle budget', () => {
  it('keeps the entry within what a phone loads at once', () => {
    expect(measured?.entryKb).toBeLessThanOrEqual(ENTRY_KB);
  });

  it.each(measured?.routes ?? [])('keeps $name within its limit', ({ addsKb, limitKb }) => {
    expect(addsKb).toBeLessThanOrEqual(limitKb);
  });

  it('loads every page on demand', () => {
    expect(measured?.routes.length).toBeGreaterThanOrEqual(12);
  });
});

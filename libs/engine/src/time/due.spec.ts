import { dueOf } from './due';

const NOW = Date.parse('2026-03-02T09:00:00+07:00');

describe('the due time of a timer', () => {
  it.each([
    ['date', '2026-01-01T08:00', Date.parse('2026-01-01T08:00:00+07:00')],
    ['duration', 'PT1H', NOW + 3_600_000],
    ['cycle', 'R3/PT1H', NOW + 3_600_000],
    ['cycle', '0 0 10 * * *', NOW + 3_600_000],
  ] as const)('of %s %s', (kind, text, dueMs) => {
    expect(dueOf(kind, text, NOW)?.dueMs).toBe(dueMs);
  });

  it('brings its cycle', () => {
    expect(dueOf('cycle', 'R3/PT1H', NOW)?.cycle).toEqual({ remaining: 3, everyMs: 3_600_000 });
  });

  it.each([
    ['date', 'PT1H'],
    ['duration', '2026-01-01T08:00'],
    ['cycle', 'PT1H'],
  ] as const)('is none for %s %s', (kind, text) => {
    expect(dueOf(kind, text, NOW)).toBeUndefined();
  });
});

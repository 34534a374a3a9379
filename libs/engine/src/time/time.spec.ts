import { afterFiring, parseCycle } from './cycle';
import { addDuration, parseDuration } from './duration';
import { parseInstant } from './instant';

const at = (text: string): number => Date.parse(text);
const HOUR_MS = 3_600_000;

describe('duration', () => {
  it.each([
    ['P1Y2M', { months: 14, ms: 0 }],
    ['P2W', { months: 0, ms: 14 * 24 * HOUR_MS }],
    ['P1DT1H30M1.5S', { months: 0, ms: 25.5 * HOUR_MS + 1500 }],
    ['-PT1H', { months: 0, ms: -HOUR_MS }],
  ])('reads %s', (text, duration) => {
    expect(parseDuration(text)).toEqual(duration);
  });

  it.each(['', 'P', 'PT', 'P1DT', '1D', 'P1.5D', 'soon'])('refuses %p', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it('clamps months to the last day', () => {
    expect(addDuration(at('2026-01-31T08:00:00+07:00'), { months: 1, ms: 0 })).toBe(at('2026-02-28T08:00:00+07:00'));
  });
});

describe('instant', () => {
  it.each([
    ['2026-03-02', '2026-03-02T00:00:00+07:00'],
    ['2026-03-02T09:30', '2026-03-02T09:30:00+07:00'],
    ['2026-03-02T09:30:15.250Z', '2026-03-02T09:30:15.250Z'],
    ['2026-03-02T09:30:00-05:30', '2026-03-02T09:30:00-05:30'],
    ['2026-03-02T09:30:00@Asia/Ho_Chi_Minh', '2026-03-02T09:30:00+07:00'],
  ])('reads %s', (text, same) => {
    expect(parseInstant(text)).toBe(at(same));
  });

  it.each(['', '2026-02-30', '2026-03-02T25:00', '2026-03-02T09:30@Europe/Paris', 'tomorrow'])('refuses %p', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});

describe('cycle', () => {
  it('reads the count, the grid and the period', () => {
    expect(parseCycle('R3/2026-03-02T09:00:00+07:00/P1M')).toEqual({
      startMs: at('2026-03-02T09:00:00+07:00'),
      cycle: { remaining: 3, everyMs: 0, everyMonths: 1 },
    });
    expect(parseCycle('R/PT1H')).toEqual({ cycle: { remaining: -1, everyMs: HOUR_MS } });
  });

  it.each(['PT1H', 'R3', 'R/PT0S', 'R/-PT1H', 'R/nonsense/PT1H', '0 0 * *'])('refuses %p', (text) => {
    expect(parseCycle(text)).toBeUndefined();
  });

  it('uses up skipped slots, and ends with the last', () => {
    const cycle = { remaining: 3, everyMs: HOUR_MS };
    expect(afterFiring(0, cycle, 0)).toEqual({ skipped: 0, next: { dueMs: HOUR_MS, cycle: { remaining: 2, everyMs: HOUR_MS } } });
    expect(afterFiring(0, cycle, HOUR_MS)).toEqual({ skipped: 1, next: { dueMs: 2 * HOUR_MS, cycle: { remaining: 1, everyMs: HOUR_MS } } });
    expect(afterFiring(0, cycle, 99 * HOUR_MS)).toEqual({ skipped: 2 });
  });

  it('keeps the day of a monthly grid within one firing', () => {
    const due = at('2026-01-31T08:00:00+07:00');
    const { skipped, next } = afterFiring(due, { remaining: -1, everyMs: 0, everyMonths: 1 }, at('2026-03-15T08:00:00+07:00'));
    expect(skipped).toBe(1);
    expect(next?.dueMs).toBe(at('2026-03-31T08:00:00+07:00'));
  });
});

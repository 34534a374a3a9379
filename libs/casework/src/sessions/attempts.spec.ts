import { Attempts } from './attempts';

describe('Attempts', () => {
  it('rests for 30 s after the fifth failure and forgets on success', () => {
    let now = 0;
    const attempts = new Attempts(() => now);
    for (let n = 0; n < 4; n += 1) {
      attempts.failed('an');
    }
    expect(attempts.lockedFor('an')).toBe(0);
    attempts.failed('an');
    expect(attempts.lockedFor('an')).toBe(30);
    expect(attempts.lockedFor('binh')).toBe(0);
    now = 30_000;
    expect(attempts.lockedFor('an')).toBe(0);
    attempts.failed('an');
    expect(attempts.lockedFor('an')).toBe(30);
    attempts.succeeded('an');
    expect(attempts.lockedFor('an')).toBe(0);
  });

  it('forgets old failures', () => {
    let now = 0;
    const attempts = new Attempts(() => now);
    for (let n = 0; n < 4; n += 1) {
      attempts.failed('an');
    }
    now = 16 * 60_000;
    attempts.failed('an');
    expect(attempts.lockedFor('an')).toBe(0);
  });
});

import { RateWindow } from './rate-window';

describe('a rate window', () => {
  it('lets so many through, then says how long to wait, and opens again as time goes by', () => {
    let now = 0;
    const window = new RateWindow(2, 10_000, () => now);
    expect([window.count(), window.count(), window.count()]).toEqual([0, 0, 10]);
    now = 4_000;
    expect(window.count()).toBe(6);
    now = 10_000;
    expect(window.count()).toBe(0);
  });
});

import { metOf } from './met';

describe('an indicator is met', () => {
  it.each([
    ['more', 80, 80, true],
    ['more', 80, 79.99, false],
    ['less', 5, 5, true],
    ['less', 5, 5.01, false],
    ['more', -1, 0, true],
  ] as const)('%s than %p by %p: %p', (better, target, value, met) => {
    expect(metOf({ better, target }, value)).toBe(met);
  });

  it('or not judged, where the set has no target', () => {
    expect(metOf({ better: 'more', target: null }, 12)).toBeNull();
  });
});

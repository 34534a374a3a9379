import { standingOf } from './standing';

const kinds = (...list: Parameters<typeof standingOf>[1][number]['kind'][]): Parameters<typeof standingOf>[1] =>
  list.map((kind) => ({ kind }));

describe('where a paper stands', () => {
  it.each([
    ['in-force', kinds()],
    ['in-force', kinds('corrected')],
    ['revoked', kinds('revoked')],
    ['revoked-in-part', kinds('corrected', 'revoked-in-part')],
    ['revoked', kinds('revoked-in-part', 'revoked')],
    ['in-force', kinds('revoked', 'restored')],
    ['replaced', kinds('replaced')],
    ['revoked', kinds('replaced', 'revoked')],
    ['revoked', kinds('number-withdrawn')],
  ] as const)('is %s after %j', (standing, marks) => {
    expect(standingOf({ state: 'issued' }, marks)).toBe(standing);
  });

  it('is revoked when the paper is cancelled, whatever its marks say', () => {
    expect(standingOf({ state: 'canceled' }, kinds('restored'))).toBe('revoked');
  });
});

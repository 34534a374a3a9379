import type { Actor, HeldPosition } from '../actor';
import { mayKeepBlank, mayPrintCertificates, maySeeBlank } from './blank';

describe('a certificate blank', () => {
  it.each([
    ['commune', 'appraiser', true, true],
    ['commune', 'records-clerk', true, true],
    ['commune', 'chair', true, false],
    ['commune', 'council-member', true, false],
    ['school', 'clerk', false, false],
  ] as const)('of the commune: %s/%s sees %s, keeps %s', (orgId, role, sees, keeps) => {
    const actor = holding({ orgId, role });
    expect([maySeeBlank(actor, 'commune').allowed, mayKeepBlank(actor, 'commune').allowed]).toEqual([sees, keeps]);
  });

  it('is not there for strangers, and closed to those who only see it', () => {
    expect(maySeeBlank(holding({ orgId: 'school', role: 'clerk' }), 'commune')).toEqual({ allowed: false, code: 'not-found' });
    expect(mayKeepBlank(holding({ orgId: 'commune', role: 'chair' }), 'commune')).toEqual({ allowed: false, code: 'forbidden' });
  });
});

describe('certificates of a round', () => {
  it.each([
    ['province', 'records-clerk', true],
    ['department', 'appraiser', true],
    ['department', 'director', false],
    ['commune', 'appraiser', false],
  ] as const)('of the province and its department may be printed by %s/%s: %s', (orgId, role, may) => {
    expect(mayPrintCertificates(holding({ orgId, role }), ['province', 'department']).allowed).toBe(may);
  });
});

function holding(position: Pick<HeldPosition, 'orgId' | 'role'>): Actor {
  const held = { id: 'p', level: 'XA', version: 1, ...position };
  return { provinceId: 'HP', accountId: 'a', personId: 'x', positions: [held], delegations: [] };
}

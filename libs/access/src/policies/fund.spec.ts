import type { Actor, HeldPosition } from '../actor';
import { mayKeepFund, maySeeFund } from './fund';

const fund = { orgId: 'province', keeperOrgIds: ['department'] };

describe('an award fund', () => {
  it.each([
    ['province', 'chair', true, true],
    ['province', 'clerk', true, false],
    ['department', 'director', true, true],
    ['department', 'finance', true, true],
    ['department', 'appraiser', true, false],
    ['commune', 'chair', false, false],
    ['commune', 'finance', false, false],
  ] as const)('of the province: %s/%s sees %s, keeps %s', (orgId, role, sees, keeps) => {
    const actor = holding({ orgId, role });
    expect([maySeeFund(actor, fund).allowed, mayKeepFund(actor, fund).allowed]).toEqual([sees, keeps]);
  });

  it('is not there for strangers, and closed to those who only read', () => {
    expect(maySeeFund(holding({ orgId: 'commune', role: 'chair' }), fund)).toEqual({ allowed: false, code: 'not-found' });
    expect(mayKeepFund(holding({ orgId: 'province', role: 'clerk' }), fund)).toEqual({ allowed: false, code: 'forbidden' });
  });
});

function holding(position: Pick<HeldPosition, 'orgId' | 'role'>): Actor {
  const held = { id: 'p', level: 'XA', version: 1, ...position };
  return { provinceId: 'HP', accountId: 'a', personId: 'x', positions: [held], delegations: [] };
}

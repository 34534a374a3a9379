import type { Actor, HeldPosition } from '../actor';
import { mayReadRegister, maySetNumberSource } from './register';

function holding(...posts: readonly (readonly [org: string, role: string])[]): Actor {
  const positions = posts.map(([orgId, role], at): HeldPosition => ({ id: `p${at}`, orgId, role, level: 'XA', version: 1 }));
  return { provinceId: 'HP', accountId: 'a', personId: 'x', positions, delegations: [] };
}

describe('the register of a body', () => {
  it('is read by its records clerks and heads', () => {
    expect(mayReadRegister(holding(['xa', 'records-clerk']), 'xa').allowed).toBe(true);
    expect(mayReadRegister(holding(['xa', 'chair']), 'xa').allowed).toBe(true);
  });

  it('is closed to its other posts, to other bodies and to administrators', () => {
    for (const actor of [holding(['xa', 'appraiser']), holding(['other', 'records-clerk']), holding(['tinh', 'admin'])]) {
      expect(mayReadRegister(actor, 'xa')).toEqual({ allowed: false, code: 'forbidden' });
    }
  });

  it('gets its numbers from where a head or an administrator says, not the clerk', () => {
    expect(maySetNumberSource(holding(['xa', 'chair']), 'xa').allowed).toBe(true);
    expect(maySetNumberSource(holding(['tinh', 'admin']), 'xa').allowed).toBe(true);
    expect(maySetNumberSource(holding(['xa', 'records-clerk']), 'xa').allowed).toBe(false);
    expect(maySetNumberSource(holding(['other', 'chair']), 'xa').allowed).toBe(false);
  });
});

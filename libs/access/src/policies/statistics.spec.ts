import type { Actor, HeldPosition } from '../actor';
import { maySeeStatistics } from './statistics';

const held = (orgId: string, role: string): HeldPosition => ({ id: `${orgId}/${role}`, orgId, level: 'XA', role, version: 1 });
const actor = (...positions: HeldPosition[]): Actor => ({ provinceId: 'HP', accountId: 'a', personId: 'p', positions, delegations: [] });
const SEEN_BY = ['school', 'commune', 'province'];

describe('figures of a body', () => {
  it.each(['school', 'commune', 'province'])('are seen by who sits at the %s', (orgId) => {
    expect(maySeeStatistics(actor(held(orgId, 'clerk')), SEEN_BY).allowed).toBe(true);
  });

  it('are not seen by the commune next door', () => {
    expect(maySeeStatistics(actor(held('other-commune', 'chair')), SEEN_BY)).toEqual({ allowed: false, code: 'forbidden' });
  });

  it.each(['council-member', 'admin'])('are not seen by who is only %s there', (role) => {
    expect(maySeeStatistics(actor(held('commune', role)), SEEN_BY).allowed).toBe(false);
    expect(maySeeStatistics(actor(held('commune', role), held('commune', 'chair')), SEEN_BY).allowed).toBe(true);
  });
});

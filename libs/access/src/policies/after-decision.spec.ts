import type { Actor } from '../actor';
import { mayChangePaper, mayPursueRevocation } from './after-decision';

const actor = (orgId: string, role: string): Actor => ({
  provinceId: 'HP',
  accountId: 'a',
  personId: 'p',
  positions: [{ id: 'x', orgId, level: 'XA', role, version: 1 }],
  delegations: [],
});

describe('after a decision', () => {
  it.each(['appraiser', 'clerk', 'head', 'chair', 'deputy-chair', 'director'])('a %s of a body concerned opens a revocation', (role) => {
    expect(mayPursueRevocation(actor('xa', role), ['unit', 'xa'])).toMatchObject({ allowed: true, position: { role } });
  });

  it.each([
    ['appraiser', 'other'],
    ['council-member', 'xa'],
    ['records-clerk', 'xa'],
    ['admin', 'xa'],
  ])('a %s of %s does not', (role, org) => {
    expect(mayPursueRevocation(actor(org, role), ['unit', 'xa'])).toEqual({ allowed: false, code: 'forbidden' });
  });

  it('the records clerk asks for copies and corrections of papers of the own body only', () => {
    expect(mayChangePaper(actor('xa', 'records-clerk'), ['xa']).allowed).toBe(true);
    expect(mayChangePaper(actor('unit', 'records-clerk'), ['xa'])).toEqual({ allowed: false, code: 'forbidden' });
    expect(mayChangePaper(actor('xa', 'council-member'), ['xa'])).toEqual({ allowed: false, code: 'forbidden' });
  });
});

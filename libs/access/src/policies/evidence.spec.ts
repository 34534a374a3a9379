import type { Actor } from '../actor';
import { mayAddEvidence, mayConfirmEvidence, maySeeEvidence } from './evidence';

const at = { own: ['school'], above: ['xa', 'so'] };

function holding(orgId: string, role: string): Actor {
  const position = { id: 'p', orgId, role, level: 'XA', version: 1 };
  return { provinceId: 'HP', accountId: 'a', personId: 'x', positions: [position], delegations: [] };
}

describe('the register of evidence', () => {
  it('is read by who belongs to the body or stands above it, and does not exist for others', () => {
    expect(maySeeEvidence(holding('school', 'records-clerk'), at).allowed).toBe(true);
    expect(maySeeEvidence(holding('so', 'head'), at).allowed).toBe(true);
    expect(maySeeEvidence(holding('other', 'chair'), at)).toEqual({ allowed: false, code: 'not-found' });
  });

  it.each(['council-member', 'admin'])('does not exist for a %s', (role) => {
    expect(maySeeEvidence(holding('xa', role), at)).toEqual({ allowed: false, code: 'not-found' });
  });

  it('is added to by the own clerk, unconfirmed, and by the appraiser above, confirmed', () => {
    expect(mayAddEvidence(holding('school', 'clerk'), at)).toMatchObject({ allowed: true, confirms: false });
    expect(mayAddEvidence(holding('xa', 'appraiser'), at)).toMatchObject({ allowed: true, confirms: true });
    expect(mayAddEvidence(holding('xa', 'chair'), at)).toEqual({ allowed: false, code: 'forbidden' });
    expect(mayAddEvidence(holding('other', 'clerk'), at)).toEqual({ allowed: false, code: 'forbidden' });
  });

  it('is confirmed by appraisers only', () => {
    expect(mayConfirmEvidence(holding('xa', 'appraiser'), at).allowed).toBe(true);
    expect(mayConfirmEvidence(holding('school', 'clerk'), at)).toEqual({ allowed: false, code: 'forbidden' });
    expect(mayConfirmEvidence(holding('other', 'appraiser'), at)).toEqual({ allowed: false, code: 'forbidden' });
  });
});

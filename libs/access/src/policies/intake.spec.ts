import type { Actor } from '../actor';
import { mayCompareEntry, mayKeepPaper, mayPropose, mayStandAtDesk } from './intake';

const SCHOOL = 'school';
const COMMUNE = 'commune';

function actor(orgId: string, role: string, personId = 'p1'): Actor {
  const position = { id: `${orgId}-${role}`, orgId, level: 'UNIT', role, version: 1 };
  return { provinceId: 'HP', accountId: 'a', personId, positions: [position], delegations: [] };
}

describe('intake', () => {
  it.each(['clerk', 'head'])("lets a unit's %s propose", (role) => {
    expect(mayPropose(actor(SCHOOL, role), SCHOOL, COMMUNE)).toMatchObject({ allowed: true });
  });

  it('lets the receiving office propose in the place of a unit, and no other post of it', () => {
    expect(mayPropose(actor(COMMUNE, 'appraiser'), SCHOOL, COMMUNE)).toMatchObject({ allowed: true });
    expect(mayPropose(actor(COMMUNE, 'chair'), SCHOOL, COMMUNE)).toEqual({ allowed: false, code: 'forbidden' });
    expect(mayStandAtDesk(actor(COMMUNE, 'chair'), COMMUNE)).toEqual({ allowed: false, code: 'forbidden' });
  });

  it('has an entry compared with the paper by another person of the same body', () => {
    const entry = { deskOrgId: COMMUNE, enteredBy: 'p1' };
    expect(mayCompareEntry(actor(COMMUNE, 'appraiser'), entry)).toEqual({ allowed: false, code: 'four-eyes' });
    expect(mayCompareEntry(actor(COMMUNE, 'council-secretary', 'p2'), entry)).toMatchObject({ allowed: true });
    expect(mayCompareEntry(actor(SCHOOL, 'head', 'p3'), entry)).toEqual({ allowed: false, code: 'forbidden' });
  });

  it('leaves a secret paper with who keeps it', () => {
    expect(mayKeepPaper(actor(COMMUNE, 'appraiser'), COMMUNE)).toMatchObject({ allowed: true });
    expect(mayKeepPaper(actor(SCHOOL, 'clerk'), COMMUNE)).toEqual({ allowed: false, code: 'forbidden' });
  });
});

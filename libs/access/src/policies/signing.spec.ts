import type { Actor } from '../actor';
import { mayKeepCredential } from './signing';

const actor = (...held: readonly [id: string, orgId: string, role: string][]): Actor => ({
  provinceId: 'HP',
  accountId: 'a',
  personId: 'p',
  positions: held.map(([id, orgId, role]) => ({ id, orgId, role, level: 'XA', version: 1 })),
  delegations: [],
});
const post = { kind: 'position', positionId: 'chair', orgId: 'xa' } as const;
const seal = { kind: 'org', orgId: 'xa' } as const;

describe('mayKeepCredential', () => {
  it.each([
    ['its holder', actor(['chair', 'xa', 'chair']), true, false],
    ['the records clerk of the body', actor(['clerk', 'xa', 'records-clerk']), false, true],
    ['the clerk of another body', actor(['clerk', 'other', 'records-clerk']), false, false],
    ['another post of the body', actor(['member', 'xa', 'appraiser']), false, false],
    ['an administrator', actor(['root', 'tinh', 'admin']), true, true],
  ])('%s', (_who, who, ofPost, ofSeal) => {
    expect([mayKeepCredential(who, post).allowed, mayKeepCredential(who, seal).allowed]).toEqual([ofPost, ofSeal]);
  });
});

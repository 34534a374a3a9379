import type { Actor, HeldPosition } from '../actor';
import { mayActForUnit, mayKeepRecords, mayReviewRow, mayRunRound, maySeeDossier } from './dossier';
import { mayAdminister, mayPublish } from './process';

function holding(...posts: readonly (readonly [org: string, role: string])[]): Actor {
  const positions = posts.map(([orgId, role], at): HeldPosition => ({ id: `p${at}`, orgId, role, level: 'XA', version: 1 }));
  return { provinceId: 'HP', accountId: 'a', personId: 'x', positions, delegations: [] };
}

describe('sight of a dossier', () => {
  const dossier = { orgId: 'school', parties: ['xa'] };

  it('belongs to the owner and the parties', () => {
    expect(maySeeDossier(holding(['school', 'clerk']), dossier).allowed).toBe(true);
    expect(maySeeDossier(holding(['xa', 'appraiser']), dossier).allowed).toBe(true);
  });

  it('is denied to others as if it did not exist', () => {
    expect(maySeeDossier(holding(['other', 'chair']), dossier)).toEqual({ allowed: false, code: 'not-found' });
  });
});

describe('acting for an organisation', () => {
  it('lets a clerk or head act for the own unit only', () => {
    expect(mayActForUnit(holding(['school', 'clerk']), 'school').allowed).toBe(true);
    expect(mayActForUnit(holding(['school', 'records-clerk']), 'school')).toEqual({ allowed: false, code: 'forbidden' });
    expect(mayActForUnit(holding(['other', 'clerk']), 'school')).toEqual({ allowed: false, code: 'forbidden' });
  });

  it('lets the standing body review rows and run rounds', () => {
    expect(mayReviewRow(holding(['xa', 'appraiser']), ['xa']).allowed).toBe(true);
    expect(mayReviewRow(holding(['xa', 'chair']), ['xa'])).toEqual({ allowed: false, code: 'forbidden' });
    expect(mayRunRound(holding(['xa', 'council-secretary']), 'xa').allowed).toBe(true);
  });

  it('lets only the records clerk keep records', () => {
    expect(mayKeepRecords(holding(['xa', 'records-clerk']), 'xa').allowed).toBe(true);
    expect(mayKeepRecords(holding(['xa', 'chair']), 'xa')).toEqual({ allowed: false, code: 'forbidden' });
  });
});

describe('publishing a diagram', () => {
  it('is for administrators', () => {
    expect(mayAdminister(holding(['xa', 'chair']))).toEqual({ allowed: false, code: 'forbidden' });
  });

  it('is refused to the person who proposed it, whatever posts are held', () => {
    expect(mayPublish(holding(['tinh', 'admin'], ['tinh', 'chair']), 'x')).toEqual({ allowed: false, code: 'proposer-cannot-publish' });
    expect(mayPublish(holding(['tinh', 'admin']), 'y').allowed).toBe(true);
  });
});

import type { Actor } from '../actor';
import { mayRunMovement, maySeeWork, mayWorkFor } from './movement';

const held = (orgId: string, role: string): Actor['positions'][number] =>
  ({
    ...{ id: `${orgId}/${role}`, orgId, role, version: 1, title: role, orgName: orgId },
    ...({ level: 'XA', validFrom: null, validTo: null } as object),
  }) as unknown as Actor['positions'][number];
const actor = (...positions: Actor['positions'][number][]): Actor => ({ positions, delegations: [] }) as unknown as Actor;

describe('who does what in a movement', () => {
  it.each([
    ['the appraiser of the standing office runs it', 'xa', 'appraiser', true],
    ['so does its secretary', 'xa', 'council-secretary', true],
    ['its chair signs and does not run', 'xa', 'chair', false],
    ['the appraiser of another commune does not', 'xa-khac', 'appraiser', false],
    ['an administrator does not', 'xa', 'admin', false],
  ])('%s', (_, org, role, expected) => {
    expect(mayRunMovement(actor(held(org, role)), 'xa').allowed).toBe(expected);
  });

  it.each([
    ['clerk', true],
    ['head', true],
    ['records-clerk', false],
    ['council-member', false],
  ])('work asked of a unit is done by its %s: %s', (role, expected) => {
    expect(mayWorkFor(actor(held('truong', role)), 'truong').allowed).toBe(expected);
  });

  it('is seen by every body in it and by no other', () => {
    expect(maySeeWork(actor(held('truong', 'records-clerk')), ['xa', 'truong']).allowed).toBe(true);
    expect(maySeeWork(actor(held('cho', 'head')), ['xa', 'truong'])).toEqual({ allowed: false, code: 'not-found' });
  });
});

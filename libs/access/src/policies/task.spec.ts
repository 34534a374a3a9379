import type { Actor, DelegationScope, ReceivedDelegation } from '../actor';
import { mayTakeTask, type TaskAtHand } from './task';

const chair = { id: 'p-chair', orgId: 'xa', level: 'XA', role: 'chair', version: 1 };
const deputy = { id: 'p-deputy', orgId: 'xa', level: 'XA', role: 'deputy-chair', version: 1 };
const base = { provinceId: 'HP', accountId: 'a', delegations: [] };
const signing: TaskAtHand = { candidateGroups: ['pos:xa/chair'], assignee: null, step: 'decision', excludedPersons: [] };

function actor(over: Partial<Actor>): Actor {
  return { ...base, personId: 'x', positions: [], ...over };
}

function lend(scope: DelegationScope = {}): ReceivedDelegation {
  return { id: 'd', paper: 'Quyết định số 01', scope, capacity: 'KT', toPosition: 'p-deputy', from: { ...chair, personId: 'boss' } };
}

describe('mayTakeTask', () => {
  it('lets the holder of the post act as himself', () => {
    expect(mayTakeTask(actor({ positions: [chair] }), signing)).toMatchObject({ allowed: true, capacity: 'self', onBehalfOf: null });
  });

  it('refuses another post of the same organisation', () => {
    expect(mayTakeTask(actor({ positions: [deputy] }), signing)).toEqual({ allowed: false, code: 'not-your-task' });
  });

  it('refuses the same role of another organisation', () => {
    expect(mayTakeTask(actor({ positions: [{ ...chair, orgId: 'other' }] }), signing)).toEqual({ allowed: false, code: 'not-your-task' });
  });

  it('lets a deputy with KT. act, naming the head on whose behalf', () => {
    expect(mayTakeTask(actor({ positions: [deputy], delegations: [lend()] }), signing)).toMatchObject({
      allowed: true,
      capacity: 'KT',
      onBehalfOf: 'p-chair',
      delegation: { id: 'd', paper: 'Quyết định số 01' },
    });
  });

  it('never lets a stand-in near a ballot', () => {
    const ballot = { ...signing, step: 'ballot' };
    expect(mayTakeTask(actor({ positions: [deputy], delegations: [lend()] }), ballot)).toEqual({ allowed: false, code: 'not-your-task' });
  });

  it('keeps a stand-in to the steps that were lent', () => {
    const forSigning = actor({ positions: [deputy], delegations: [lend({ steps: ['sign'] })] });
    expect(mayTakeTask(forSigning, signing)).toEqual({ allowed: false, code: 'not-your-task' });
    expect(mayTakeTask(forSigning, { ...signing, step: 'sign' })).toMatchObject({ allowed: true, capacity: 'KT' });
    expect(mayTakeTask(forSigning, { ...signing, step: null })).toEqual({ allowed: false, code: 'not-your-task' });
  });

  it('keeps four eyes by person, not by post', () => {
    expect(mayTakeTask(actor({ positions: [chair] }), { ...signing, excludedPersons: ['x'] })).toEqual({
      allowed: false,
      code: 'four-eyes',
    });
  });

  it('gives an assigned task to that person only', () => {
    const ballot: TaskAtHand = { candidateGroups: [], assignee: 'person:y', step: 'ballot', excludedPersons: [] };
    expect(mayTakeTask(actor({ positions: [chair] }), ballot)).toEqual({ allowed: false, code: 'not-your-task' });
    expect(mayTakeTask(actor({ personId: 'y', positions: [chair] }), ballot)).toMatchObject({ allowed: true });
  });
});

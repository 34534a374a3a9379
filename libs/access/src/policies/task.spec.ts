import type { Actor } from '../actor';
import { mayTakeTask, type TaskAtHand } from './task';

const chair = { id: 'p-chair', orgId: 'xa', level: 'XA', role: 'chair', version: 1 };
const deputy = { id: 'p-deputy', orgId: 'xa', level: 'XA', role: 'deputy-chair', version: 1 };
const base = { provinceId: 'HP', accountId: 'a', delegations: [] };
const signing: TaskAtHand = { candidateGroups: ['pos:xa/chair'], assignee: null, step: 'decision', excludedPersons: [] };

function actor(over: Partial<Actor>): Actor {
  return { ...base, personId: 'x', positions: [], ...over };
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
    const lent = { capacity: 'KT' as const, toPosition: 'p-deputy', from: { ...chair, personId: 'boss' } };
    expect(mayTakeTask(actor({ positions: [deputy], delegations: [lent] }), signing)).toMatchObject({
      allowed: true,
      capacity: 'KT',
      onBehalfOf: 'p-chair',
    });
  });

  it('never lets a stand-in near a ballot', () => {
    const lent = { capacity: 'KT' as const, toPosition: 'p-deputy', from: { ...chair, personId: 'boss' } };
    const ballot = { ...signing, step: 'ballot' };
    expect(mayTakeTask(actor({ positions: [deputy], delegations: [lent] }), ballot)).toEqual({ allowed: false, code: 'not-your-task' });
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

import { differences, stateDifferences, type Observation } from './judge';

const seen = (over: Partial<Observation> = {}): Observation => ({
  ended: true,
  trace: ['a', 'b', 'a'],
  events: [
    ['enter', 'A'],
    ['exit', 'A'],
    ['enter', 'B'],
    ['exit', 'B'],
  ],
  waitingAt: [],
  failures: [],
  variables: { n: 1 },
  localVariables: () => undefined,
  ...over,
});

const fields = (found: readonly { readonly field: string }[]): string[] => found.map(({ field }) => field);

describe('judge', () => {
  it('asks nothing of fields that are absent', () => {
    expect(differences({}, seen({ ended: false, waitingAt: ['A'] }), [])).toEqual([]);
  });

  it('lets no failure pass that was not asked for', () => {
    expect(fields(differences({}, seen({ failures: ['incident'] }), []))).toEqual(['failed']);
  });

  it('misses a failure that was asked for', () => {
    expect(fields(differences({ failed: true }, seen(), []))).toEqual(['failed']);
  });

  it('compares the trace as a multiset: number counts, order does not', () => {
    expect(differences({ trace: ['b', 'a', 'a'] }, seen(), [])).toEqual([]);
    expect(fields(differences({ trace: ['a', 'b'] }, seen(), []))).toEqual(['trace']);
  });

  it('compares events as a multiset and shows what is missing and what is too much', () => {
    const found = differences({ events: [...seen().events, ['enter', 'C']] }, seen(), []);
    expect(found).toEqual([{ field: 'events', expected: ['enter C'], actual: [] }]);
  });

  it('leaves racy elements out on both sides', () => {
    const events = seen().events.filter(([, element]) => element === 'A');
    expect(differences({ events }, seen(), ['B'])).toEqual([]);
  });

  it('wants every exit after its enter', () => {
    const events = [...seen().events].reverse();
    expect(fields(differences({ events }, seen({ events }), []))).toEqual(['events']);
  });

  it('takes the order from the first enter of the named elements', () => {
    expect(differences({ order: ['A', 'B'] }, seen(), [])).toEqual([]);
    expect(fields(differences({ order: ['B', 'A'] }, seen(), []))).toEqual(['order']);
    expect(fields(differences({ order: ['A', 'B', 'C'] }, seen(), []))).toEqual(['order']);
  });

  it('compares where it waits as a set', () => {
    expect(stateDifferences({ waitingAt: ['B', 'A'] }, seen({ waitingAt: ['A', 'B'] }))).toEqual([]);
    expect(fields(stateDifferences({ waitingAt: [] }, seen({ waitingAt: ['A'] })))).toEqual(['waitingAt']);
  });

  it('takes a variable that does not exist for null and looks at no other than the listed', () => {
    expect(stateDifferences({ variables: { missing: null } }, seen())).toEqual([]);
    expect(fields(stateDifferences({ variables: { n: 2 } }, seen()))).toEqual(['variables']);
  });

  it('tells when nothing waits where local variables are asked for', () => {
    expect(fields(stateDifferences({ localVariables: { A: { n: 1 } } }, seen()))).toEqual(['localVariables of A']);
  });

  it('knows that a model that runs was not refused', () => {
    expect(fields(differences({ rejected: true }, seen(), []))).toEqual(['rejected']);
  });
});

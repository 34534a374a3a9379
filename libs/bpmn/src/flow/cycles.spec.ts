import { cycles } from './cycles';

describe('cycles', () => {
  const of = (graph: Readonly<Record<number, readonly number[]>>): readonly (readonly number[])[] =>
    cycles(Object.keys(graph).map(Number), (node) => graph[node] ?? []).map((cycle) => [...cycle].sort((a, b) => a - b));

  it('finds none in a chain or a diamond', () => {
    expect(of({ 0: [1], 1: [2], 2: [] })).toEqual([]);
    expect(of({ 0: [1, 2], 1: [3], 2: [3], 3: [] })).toEqual([]);
  });

  it('finds a loop, a node that leads to itself, and two loops apart', () => {
    expect(of({ 0: [1], 1: [2], 2: [1] })).toEqual([[1, 2]]);
    expect(of({ 0: [0] })).toEqual([[0]]);
    expect(of({ 0: [1], 1: [0, 2], 2: [3], 3: [2] })).toEqual([
      [2, 3],
      [0, 1],
    ]);
  });

  it('joins loops that share a node', () => {
    expect(of({ 0: [1, 2], 1: [0], 2: [0] })).toEqual([[0, 1, 2]]);
  });

  it('survives a chain of 20,000', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => index);
    expect(cycles(chain, (node) => (node < 19_999 ? [node + 1] : []))).toEqual([]);
  });
});

import { and, buildGraph, chain, end, start, task, userTask, xor, read } from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

describe('parallel gateway', () => {
  const forkJoin = buildGraph('p', {
    nodes: [start('s'), and('fork'), userTask('a'), userTask('b'), and('join'), end('e')],
    flows: [
      ['s', 'fork'],
      ['fork', 'a'],
      ['fork', 'b'],
      ['a', 'join'],
      ['b', 'join'],
      ['join', 'e'],
    ],
  });

  it('opens every way out in document order', () => {
    expect(new Play(forkJoin).start().waiting()).toEqual(['a', 'b']);
  });

  it('waits for a token on each way in, keeps it in the state, and goes on once', () => {
    const play = new Play(forkJoin).start().complete('b');
    expect(play.state?.elements['1']?.joins).toEqual({ 4: 1 });
    play.complete('a');
    expect(play.completed().filter((id) => id === 'join')).toHaveLength(1);
    expect(play.state?.status).toBe('completed');
  });

  it('counts per flow: two tokens on one way in do not make a pair, and the surplus is kept', () => {
    const play = new Play(
      buildGraph('p', {
        nodes: [start('s'), and('fork'), task('m'), userTask('b'), and('join'), task('after'), end('e')],
        // m is reached twice, so its one flow carries two tokens.
        flows: [
          ['s', 'fork'],
          ['fork', 'm'],
          ['fork', 'm'],
          ['fork', 'b'],
          ['m', 'join'],
          ['b', 'join'],
          ['join', 'after'],
          ['after', 'e'],
        ],
      }),
    ).start();
    expect(play.completed()).not.toContain('join');
    play.complete('b');
    expect(play.completed().filter((id) => id === 'after')).toHaveLength(1);
    expect(play.state).toMatchObject({ status: 'active', elements: { 1: { joins: { 4: 1 } } } });
  });

  it('does not ask conditions on its ways out', () => {
    const play = new Play(
      buildGraph('p', {
        nodes: [start('s'), and('fork'), task('a'), task('b')],
        flows: [
          ['s', 'fork'],
          ['fork', 'a', { when: read('no') }],
          ['fork', 'b', { when: read('no') }],
        ],
      }),
    ).start({ no: false });
    expect(play.completed()).toEqual(['s', 'fork', 'a', 'b']);
  });

  it('moves one token at a time, first in first out', () => {
    const play = new Play(
      buildGraph('p', {
        nodes: [start('s'), and('fork'), task('a1'), task('a2'), task('b1'), task('b2')],
        flows: [['s', 'fork'], ...chain('fork', 'a1', 'a2'), ...chain('fork', 'b1', 'b2')],
      }),
    ).start();
    expect(play.completed()).toEqual(['s', 'fork', 'a1', 'b1', 'a2', 'b2']);
  });

  it('joins again in each round of a loop', () => {
    const play = new Play(
      buildGraph('p', {
        nodes: [start('s'), xor('merge'), and('fork'), task('a'), task('b'), and('join'), userTask('again'), xor('g'), end('e')],
        flows: [
          ...chain('s', 'merge', 'fork'),
          ...chain('fork', 'a', 'join', 'again', 'g'),
          ...chain('fork', 'b', 'join'),
          ['g', 'merge', { when: read('more') }],
          ['g', 'e', { otherwise: true }],
        ],
      }),
    ).start();
    play.complete('again', { more: true }).complete('again', { more: false });
    expect(play.completed().filter((id) => id === 'join')).toHaveLength(2);
    expect(play.state?.status).toBe('completed');
  });

  it('ends its scope when two tokens came in the same step', () => {
    const graph = buildGraph('p', {
      nodes: [start('s'), and('fork'), and('join'), end('e')],
      flows: [
        ['s', 'fork'],
        ['fork', 'join'],
        ['fork', 'join'],
        ['join', 'e'],
      ],
    });
    expect(new Play(graph).start().state?.status).toBe('completed');
  });
});

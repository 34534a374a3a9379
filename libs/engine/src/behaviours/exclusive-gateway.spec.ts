import { buildGraph, end, formula, read, start, task, xor, type FlowSpec } from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

const graph = (...flows: FlowSpec[]): ReturnType<typeof buildGraph> =>
  buildGraph('p', { nodes: [start('s'), xor('g'), task('a'), task('b'), task('c'), end('e')], flows: [['s', 'g'], ...flows] });

describe('exclusive gateway', () => {
  const two: FlowSpec[] = [
    ['g', 'a', { when: read('first') }],
    ['g', 'b', { when: read('second') }],
  ];

  it('takes the first flow in document order whose condition holds', () => {
    const play = new Play(graph(...two)).start({ first: true, second: true });
    expect(play.completed()).toEqual(['s', 'g', 'a']);
  });

  it('takes the default flow when no condition holds, wherever it is drawn', () => {
    const play = new Play(graph(['g', 'c', { otherwise: true }], ...two)).start({ first: false, second: false });
    expect(play.completed()).toEqual(['s', 'g', 'c']);
  });

  it('raises an incident when nothing holds and no default is drawn, and chooses again when it is repaired', () => {
    const play = new Play(graph(...two)).start({ first: false, second: false });
    expect(play.causes()).toEqual(['no-flow-chosen']);
    play.resolve({ second: true });
    expect(play.completed()).toEqual(['s', 'g', 'b']);
    expect(play.state?.status).toBe('completed');
  });

  it('raises an incident when a condition is neither true nor false', () => {
    const play = new Play(graph(...two)).start({});
    expect(play.causes()).toEqual(['condition-not-boolean']);
    expect(play.resolve({ first: true }).causes()).toEqual([]);
    expect(play.completed()).toContain('a');
  });

  it('does not ask the condition of a later flow', () => {
    const boom = formula('boom', () => {
      throw new Error('asked');
    });
    expect(new Play(graph(['g', 'a', { when: read('first') }], ['g', 'b', { when: boom }])).start({ first: true }).completed()).toContain(
      'a',
    );
  });

  it('lets every arriving token pass', () => {
    const play = new Play(
      buildGraph('p', {
        nodes: [start('s'), task('t'), xor('g'), task('a'), end('e')],
        flows: [
          ['s', 't'],
          ['t', 'g'],
          ['t', 'g'],
          ['g', 'a'],
          ['a', 'e'],
        ],
      }),
    ).start();
    expect(play.completed().filter((id) => id === 'a')).toHaveLength(2);
  });
});

import { buildGraph, chain, formula, mapping, read, scriptTask, start, userTask } from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

const double = formula('2 * n', ({ n }) => Number(n) * 2);

describe('script task', () => {
  it('sets its result and goes on in the same step', () => {
    const graph = buildGraph('p', { nodes: [start('s'), scriptTask('f', double, 'twice'), userTask('u')], flows: chain('s', 'f', 'u') });
    const play = new Play(graph).start({ n: 4 });
    expect([play.variable('twice'), play.waiting()]).toEqual([8, ['u']]);
  });

  it('keeps its result to itself but for what is mapped out', () => {
    const facts = { outputs: [mapping(read('twice'), 'kept')] };
    const graph = buildGraph('p', { nodes: [start('s'), scriptTask('f', double, 'twice', facts)], flows: chain('s', 'f') });
    const play = new Play(graph).start({ n: 4 });
    expect(play.eventsOf('variables-set').at(-1)?.values).toEqual({ kept: 8 });
  });
});

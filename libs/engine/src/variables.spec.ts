import { buildGraph, chain, mapping, formula, read, serviceTask, start, subProcess, userTask } from '../../../test/harness/graph-builder';
import { Play } from '../../../test/harness/engine-play';

const play = (facts: Record<string, unknown>): Play =>
  new Play(buildGraph('p', { nodes: [start('s'), serviceTask('t', 'x', facts), userTask('after')], flows: chain('s', 't', 'after') }));

describe('variables', () => {
  it('without output mappings go up to the nearest scope that has them, else to the process', () => {
    const inner = { nodes: [start('is'), serviceTask('t')], flows: chain('is', 't') };
    const graph = buildGraph('p', {
      nodes: [start('s'), subProcess('sub', inner, { inputs: [mapping(read('seed'), 'near')] }), userTask('after')],
      flows: chain('s', 'sub', 'after'),
    });
    const one = new Play(graph).start({ seed: 1 });
    one.complete('t', { near: 2, far: 3 });
    expect(one.variable('near')).toBeUndefined();
    expect(one.variable('far')).toBe(3);
  });

  it('stop at a local variable of the element itself', () => {
    const one = play({ inputs: [mapping(read('x'), 'x')] }).start({ x: 1 });
    expect(one.complete('t', { x: 2 }).variable('x')).toBe(1);
  });

  it('with output mappings stay local, and only mapped values go up', () => {
    const one = play({
      outputs: [
        mapping(
          formula('a + b', ({ a, b }) => Number(a) + Number(b)),
          'sum',
        ),
      ],
    }).start({ a: 1 });
    one.complete('t', { b: 2 });
    expect(one.variable('sum')).toBe(3);
    expect(one.variable('b')).toBeUndefined();
  });

  it('are mapped in order, a later mapping sees an earlier one', () => {
    const one = play({ inputs: [mapping(read('x'), 'y'), mapping(read('y'), 'z')] }).start({ x: 1 });
    expect(one.effectsOf('create-job')[0]?.variables).toEqual({ x: 1, y: 1, z: 1 });
  });
});

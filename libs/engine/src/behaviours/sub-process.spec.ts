import {
  buildGraph,
  chain,
  end,
  mapping,
  read,
  start,
  subProcess,
  task,
  terminateEnd,
  userTask,
  and,
} from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

describe('embedded subprocess', () => {
  const inner = { nodes: [start('is'), userTask('u'), end('ie')], flows: chain('is', 'u', 'ie') };

  it('runs its inside and goes on when no token is left in it', () => {
    const play = new Play(
      buildGraph('p', { nodes: [start('s'), subProcess('sub', inner), end('e')], flows: chain('s', 'sub', 'e') }),
    ).start();
    expect(play.waiting()).toEqual(['u']);
    play.complete('u');
    expect(play.completed()).toEqual(['s', 'is', 'u', 'ie', 'sub', 'e']);
  });

  it('has variables of its own: inputs stay inside, a variable it does not have goes to the process', () => {
    const play = new Play(
      buildGraph('p', {
        nodes: [start('s'), subProcess('sub', inner, { inputs: [mapping(read('x'), 'x')] }), userTask('after')],
        flows: chain('s', 'sub', 'after'),
      }),
    ).start({ x: 1 });
    play.complete('u', { x: 2, y: 3 });
    expect(play.variable('x')).toBe(1);
    expect(play.variable('y')).toBe(3);
  });

  it('hands out what its output mappings name', () => {
    const play = new Play(
      buildGraph('p', {
        nodes: [
          start('s'),
          subProcess('sub', inner, { inputs: [mapping(read('x'), 'x')], outputs: [mapping(read('x'), 'result')] }),
          userTask('after'),
        ],
        flows: chain('s', 'sub', 'after'),
      }),
    ).start({ x: 1 });
    play.complete('u', { x: 2 });
    expect(play.variable('x')).toBe(1);
    expect(play.variable('result')).toBe(2);
  });

  it('is ended by a terminate end inside it, and only it', () => {
    const play = new Play(
      buildGraph('p', {
        nodes: [
          start('s'),
          and('fork'),
          userTask('beside'),
          subProcess('sub', {
            nodes: [start('is'), and('if'), userTask('u'), userTask('stop'), terminateEnd('t')],
            flows: [
              ['is', 'if'],
              ['if', 'u'],
              ['if', 'stop'],
              ['stop', 't'],
            ],
          }),
          task('after'),
        ],
        flows: [
          ['s', 'fork'],
          ['fork', 'beside'],
          ['fork', 'sub'],
          ['sub', 'after'],
        ],
      }),
    ).start();
    play.complete('stop');
    expect(play.terminated()).toEqual(['u']);
    expect(play.completed()).toContain('after');
    expect(play.waiting()).toEqual(['beside']);
  });
});

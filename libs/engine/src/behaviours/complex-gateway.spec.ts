import { and, buildGraph, complex, end, formula, read, start, userTask, xor, type FlowSpec } from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

const atLeast = (count: number) => formula(`activationCount >= ${count}`, ({ activationCount }) => Number(activationCount) >= count);
const flows: readonly FlowSpec[] = [
  ['s', 'fork'],
  ['fork', 'a'],
  ['fork', 'b'],
  ['fork', 'c'],
  ['a', 'join'],
  ['b', 'join'],
  ['c', 'join'],
  ['join', 'after'],
  ['after', 'e'],
];
const three = (condition?: Parameters<typeof complex>[1]): Play =>
  new Play(
    buildGraph('p', {
      nodes: [
        start('s'),
        and('fork'),
        userTask('a'),
        userTask('b'),
        userTask('c'),
        complex('join', condition),
        userTask('after'),
        end('e'),
      ],
      flows,
    }),
  ).start();

describe('complex gateway', () => {
  it('fires as soon as its activation condition holds, and once only', () => {
    const play = three(atLeast(2)).complete('a');
    expect(play.waiting()).toEqual(['b', 'c']);
    expect(play.complete('b').waiting()).toEqual(['c', 'after']);
    expect(play.complete('c').waiting()).toEqual(['after']);
  });

  it('swallows what it is owed, so that the scope can end', () => {
    const play = three(atLeast(1)).complete('a').complete('after').complete('b');
    expect(play.state?.status).toBe('active');
    expect(play.complete('c').state?.status).toBe('completed');
  });

  it('is ready for a second round once all it was owed has come', () => {
    const play = three(atLeast(1)).complete('a').complete('b').complete('c');
    expect(play.eventsOf('gateway-reset')).toHaveLength(1);
    expect(play.state?.elements['1']).not.toHaveProperty('owed');
  });

  it('takes a late token of the same step and lets the scope end', () => {
    const graph = buildGraph('p', {
      nodes: [start('s'), and('fork'), and('x'), and('y'), complex('join', atLeast(2)), end('e')],
      flows: [
        ['s', 'fork'],
        ['fork', 'x'],
        ['fork', 'join'],
        ['fork', 'join'],
        ['x', 'y'],
        ['x', 'y'],
        ['y', 'join'],
        ['join', 'e'],
      ],
    });
    expect(new Play(graph).start().state?.status).toBe('completed');
  });

  it('that is owed what can no longer come is reset without a token', () => {
    const graph = buildGraph('p', {
      nodes: [start('s'), and('fork'), xor('turn'), complex('join', atLeast(1)), end('e'), end('away')],
      flows: [
        ['s', 'fork'],
        ['fork', 'join'],
        ['fork', 'turn'],
        ['turn', 'join', { when: read('back') }],
        ['turn', 'away', { otherwise: true }],
        ['join', 'e'],
      ],
    });
    expect(new Play(graph).start({ back: false }).state?.status).toBe('completed');
  });

  it('without a condition waits for every flow', () => {
    const play = three().complete('a').complete('b');
    expect(play.waiting()).toEqual(['c']);
    expect(play.complete('c').waiting()).toEqual(['after']);
  });

  it('splits as an inclusive gateway', () => {
    const play = new Play(
      buildGraph('p', {
        nodes: [start('s'), complex('split'), userTask('a'), userTask('b')],
        flows: [
          ['s', 'split'],
          ['split', 'a', { when: read('x') }],
          ['split', 'b', { otherwise: true }],
        ],
      }),
    );
    expect(play.start({ x: false }).waiting()).toEqual(['b']);
  });
});

import {
  boundary,
  buildGraph,
  chain,
  formula,
  literal,
  mapping,
  message,
  read,
  receiveTask,
  start,
  timer,
  userTask,
} from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

const graph = (facts: Record<string, unknown> = {}, starts = true) =>
  buildGraph('p', {
    nodes: [
      ...(starts ? [start('s')] : []),
      receiveTask('r', message('paper', literal('k')), facts),
      boundary('late', 'r', timer('duration', literal('P1D'))),
      userTask('after'),
      userTask('too-late'),
    ],
    flows: [...(starts ? [['s', 'r'] as const] : []), ['r', 'after'], ['late', 'too-late']],
  });

describe('receive task', () => {
  it('waits for its message and maps what it brings', () => {
    const play = new Play(graph({ outputs: [mapping(read('number'), 'so')] })).start();
    expect(play.catching()).toEqual(['late', 'r']);
    expect(play.correlate('r', { number: 7 }).variable('so')).toBe(7);
    expect(play.waiting()).toEqual(['after']);
  });

  it('is interrupted as any activity', () => {
    const play = new Play(graph()).start().fire('late');
    expect([play.waiting(), play.catching()]).toEqual([['too-late'], []]);
  });

  it('runs once per item', () => {
    const play = new Play(
      buildGraph('p', {
        nodes: [
          start('s'),
          receiveTask(
            'r',
            message(
              'paper',
              formula('who', ({ who }) => who),
            ),
            {
              multiInstance: { sequential: false, inputCollection: literal(['a', 'b']), inputElement: 'who' },
            },
          ),
          userTask('after'),
        ],
        flows: chain('s', 'r', 'after'),
      }),
    ).start();
    expect(play.effectsOf('open-subscription').map(({ correlationKey }) => correlationKey)).toEqual(['a', 'b']);
    expect(play.correlate('r').correlate('r').waiting()).toEqual(['after']);
  });

  it('starts a process: the message that came is its own', () => {
    const play = new Play(graph({ instantiate: true }, false)).start({ number: 7 }, 'r');
    expect([play.completed(), play.waiting(), play.catching()]).toEqual([['r'], ['after'], []]);
  });

  it('raises an incident without a key', () => {
    const play = new Play(
      buildGraph('p', { nodes: [start('s'), receiveTask('r', message('paper', read('none')))], flows: chain('s', 'r') }),
    ).start();
    expect(play.causes()).toEqual(['correlation-key-missing']);
  });
});

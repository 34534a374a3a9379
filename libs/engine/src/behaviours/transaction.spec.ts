import {
  and,
  boundary,
  buildGraph,
  chain,
  end,
  error,
  errorEnd,
  handles,
  literal,
  start,
  subProcess,
  task,
  timer,
  transaction,
  userTask,
  type NodeSpec,
} from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

const cancelEnd = (id: string): NodeSpec => end(id, { trigger: { kind: 'cancel' } });
const around = (inside: Parameters<typeof transaction>[1], facts = {}) =>
  buildGraph('p', {
    nodes: [
      start('s'),
      transaction('t', inside, facts),
      boundary('canceled', 't', { kind: 'cancel' }),
      boundary('failed', 't', error()),
      boundary('slow', 't', timer('duration', literal('P1D'))),
      end('done'),
      end('undone'),
      end('broken'),
    ],
    flows: [
      ['s', 't'],
      ['t', 'done'],
      ['canceled', 'undone'],
      ['failed', 'broken'],
    ],
  });

describe('transaction', () => {
  it('ends as a subprocess when nothing is cancelled', () => {
    const play = new Play(around({ nodes: [start('in'), task('a')], flows: chain('in', 'a') })).start();
    expect(play.completed().slice(-2)).toEqual(['t', 'done']);
  });

  it('cancelled: ends what is active, undoes what was completed, then leaves by the cancel boundary', () => {
    const inside = {
      nodes: [
        start('in'),
        task('a'),
        ...handles(userTask('undo-a'), 'a'),
        and('fork'),
        userTask('active'),
        userTask('ask'),
        cancelEnd('cancel'),
      ],
      flows: [...chain('in', 'a', 'fork', 'active'), ...chain('fork', 'ask', 'cancel')],
    };
    const play = new Play(around(inside)).start().complete('ask');
    expect([play.waiting(), play.catching(), play.terminated()]).toEqual([['undo-a'], [], ['active']]);
    play.complete('undo-a');
    expect(play.completed().slice(-2)).toEqual(['canceled', 'undone']);
    expect([play.terminated(), play.state?.status]).toEqual([['active', 't'], 'completed']);
  });

  it('undoes a nested subprocess from inside it', () => {
    const inside = {
      nodes: [
        start('in'),
        task('a'),
        ...handles(task('undo-a'), 'a'),
        subProcess('sub', { nodes: [start('deep'), cancelEnd('cancel')], flows: chain('deep', 'cancel') }),
      ],
      flows: chain('in', 'a', 'sub'),
    };
    expect(new Play(around(inside)).start().completed().slice(-3)).toEqual(['undo-a', 'canceled', 'undone']);
  });

  it('an error is a hazard: nothing is undone', () => {
    const inside = {
      nodes: [start('in'), task('a'), ...handles(task('undo-a'), 'a'), errorEnd('bad', 'E')],
      flows: chain('in', 'a', 'bad'),
    };
    const play = new Play(around(inside)).start();
    expect(play.completed()).not.toContain('undo-a');
    expect(play.completed().at(-1)).toBe('broken');
  });

  it('one of several runs cancels them all, since the boundary is the body’s', () => {
    const facts = { multiInstance: { sequential: true, inputCollection: literal([1, 2]), inputElement: 'item' } };
    const play = new Play(around({ nodes: [start('in'), cancelEnd('cancel')], flows: chain('in', 'cancel') }, facts)).start();
    expect([play.completed().slice(-2), play.state?.status]).toEqual([['canceled', 'undone'], 'completed']);
  });

  it('without a cancel boundary is gone and its scope goes on', () => {
    const graph = buildGraph('p', {
      nodes: [start('s'), transaction('t', { nodes: [start('in'), cancelEnd('cancel')], flows: chain('in', 'cancel') })],
      flows: chain('s', 't'),
    });
    expect(new Play(graph).start()).toMatchObject({ state: { status: 'completed' } });
  });
});

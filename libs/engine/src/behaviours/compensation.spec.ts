import {
  and,
  boundary,
  buildGraph,
  chain,
  compensation,
  end,
  error,
  errorEnd,
  eventSubProcess,
  handles,
  literal,
  mapping,
  message,
  read,
  start,
  subProcess,
  task,
  throwEvent,
  userTask,
  type NodeSpec,
} from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

const undone = (id: string): NodeSpec => userTask(id);

describe('compensation', () => {
  const line = buildGraph('p', {
    nodes: [
      start('s'),
      task('a'),
      ...handles(undone('undo-a'), 'a'),
      task('b'),
      ...handles(undone('undo-b'), 'b'),
      userTask('c'),
      ...handles(undone('undo-c'), 'c'),
      throwEvent('undo', compensation()),
      end('e'),
    ],
    flows: chain('s', 'a', 'b', 'undo', 'e'),
  });

  it('undoes what was completed, last first, one after the other; the thrower waits', () => {
    const play = new Play(line).start();
    expect([play.waiting(), play.state?.status]).toEqual([['undo-b'], 'active']);
    play.complete('undo-b');
    expect([play.waiting(), play.completed()]).toEqual([['undo-a'], ['s', 'a', 'b', 'undo-b']]);
    play.complete('undo-a');
    expect(play.completed().slice(-3)).toEqual(['undo-a', 'undo', 'e']);
    expect(play.state?.status).toBe('completed');
  });

  it('has a handler per completion: a loop and each child of a multi-instance', () => {
    const items = { multiInstance: { sequential: false, inputCollection: literal([1, 2]), inputElement: 'item' } };
    const play = new Play(
      buildGraph('p', {
        nodes: [start('s'), task('a', items), ...handles(task('undo-a'), 'a'), end('e', { trigger: compensation(2) })],
        flows: chain('s', 'a', 'e'),
      }),
    ).start();
    expect(play.completed().filter((id) => id === 'undo-a')).toHaveLength(2);
    expect(play.state?.status).toBe('completed');
  });

  it('undoes one activity alone when asked for it, and nothing twice', () => {
    const graph = buildGraph('p', {
      nodes: [
        start('s'),
        task('a'),
        ...handles(task('undo-a'), 'a'),
        task('b'),
        ...handles(task('undo-b'), 'b'),
        throwEvent('one', compensation(2)),
        throwEvent('rest', compensation()),
        end('e'),
      ],
      flows: chain('s', 'a', 'b', 'one', 'rest', 'e'),
    });
    const play = new Play(graph).start();
    expect(play.completed().filter((id) => id.startsWith('undo'))).toEqual(['undo-a', 'undo-b']);
  });

  it('passes when nothing was completed, nor anything active or interrupted counts', () => {
    const graph = buildGraph('p', {
      nodes: [
        start('s'),
        userTask('a'),
        ...handles(task('undo-a'), 'a'),
        boundary('stop', 'a', message('stop', literal('k'))),
        throwEvent('undo', compensation()),
        end('e'),
      ],
      flows: chain('s', 'a').concat(chain('stop', 'undo', 'e')),
    });
    const play = new Play(graph).start().correlate('stop');
    expect(play.completed()).toEqual(['s', 'stop', 'undo', 'e']);
  });

  describe('of a completed subprocess', () => {
    const inside = (own: readonly NodeSpec[]) =>
      buildGraph('p', {
        nodes: [
          start('s'),
          subProcess(
            'sub',
            {
              nodes: [
                start('in'),
                task('a'),
                ...handles(userTask('undo-a', {}, { inputs: [mapping(read('local'), 'seen')] }), 'a'),
                ...own,
              ],
              flows: chain('in', 'a'),
            },
            { inputs: [mapping(literal('kept'), 'local')] },
          ),
          throwEvent('undo', compensation()),
          end('e'),
        ],
        flows: chain('s', 'sub', 'undo', 'e'),
      });

    it('undoes what was done inside, with the variables it had', () => {
      const play = new Play(inside([])).start();
      expect([play.waiting(), play.lastSet('seen')]).toEqual([['undo-a'], 'kept']);
      expect(play.complete('undo-a').state?.status).toBe('completed');
      expect(play.completed().filter((id) => id === 'sub')).toHaveLength(1);
    });

    it('leaves it to its compensation event subprocess', () => {
      const own = eventSubProcess('esp', {
        nodes: [
          start('esp-in', { trigger: { kind: 'compensation' }, interrupting: true }),
          userTask('tell'),
          throwEvent('then-a', compensation()),
          end('esp-end'),
        ],
        flows: chain('esp-in', 'tell', 'then-a', 'esp-end'),
      });
      const play = new Play(inside([own])).start();
      expect(play.waiting()).toEqual(['tell']);
      expect(play.complete('tell').waiting()).toEqual(['undo-a']);
      play.complete('undo-a');
      expect(play.completed().slice(-5)).toEqual(['then-a', 'esp-end', 'esp', 'undo', 'e']);
    });

    it('has a handler of its own before that of its inside, which it replaces', () => {
      const graph = buildGraph('p', {
        nodes: [
          start('s'),
          subProcess('sub', { nodes: [start('in'), task('a'), ...handles(task('undo-a'), 'a')], flows: chain('in', 'a') }),
          ...handles(task('undo-sub'), 'sub'),
          end('e', { trigger: compensation() }),
        ],
        flows: chain('s', 'sub', 'e'),
      });
      expect(
        new Play(graph)
          .start()
          .completed()
          .filter((id) => id.startsWith('undo')),
      ).toEqual(['undo-sub']);
    });
  });

  it('of a subprocess with both runs its event subprocess first, then its handler', () => {
    const own = eventSubProcess('esp', {
      nodes: [start('esp-in', { trigger: { kind: 'compensation' }, interrupting: true }), end('esp-end')],
      flows: chain('esp-in', 'esp-end'),
    });
    const graph = buildGraph('p', {
      nodes: [
        start('s'),
        subProcess('sub', { nodes: [start('in'), own] }),
        ...handles(task('undo-sub'), 'sub'),
        end('e', { trigger: compensation() }),
      ],
      flows: chain('s', 'sub', 'e'),
    });
    expect(new Play(graph).start().completed().slice(-5)).toEqual(['esp-in', 'esp-end', 'esp', 'undo-sub', 'e']);
  });

  it('a body without anything to undo leaves nothing behind', () => {
    const items = { multiInstance: { sequential: false, inputCollection: literal([1, 2]) } };
    const graph = buildGraph('p', {
      nodes: [start('s'), task('plain', items), task('a'), ...handles(task('undo-a'), 'a'), userTask('u')],
      flows: chain('s', 'plain', 'a', 'u'),
    });
    expect(new Play(graph).start().state?.elements['1']?.completed).toHaveLength(1);
  });

  it('reaches from an error event subprocess what was completed in its scope', () => {
    const graph = buildGraph('p', {
      nodes: [
        start('s'),
        task('a'),
        ...handles(userTask('undo-a'), 'a'),
        errorEnd('bad', 'E'),
        eventSubProcess('esp', {
          nodes: [start('caught', { trigger: error('E'), interrupting: true }), throwEvent('undo', compensation()), end('esp-end')],
          flows: chain('caught', 'undo', 'esp-end'),
        }),
      ],
      flows: chain('s', 'a', 'bad'),
    });
    const play = new Play(graph).start();
    expect(play.waiting()).toEqual(['undo-a']);
    expect(play.complete('undo-a').state?.status).toBe('completed');
  });

  it('forgets the thrower that is gone when its handler ends', () => {
    const graph = buildGraph('p', {
      nodes: [
        start('s'),
        task('a'),
        ...handles(userTask('undo-a'), 'a'),
        subProcess('sub', { nodes: [start('in'), userTask('u')], flows: chain('in', 'u') }),
        throwEvent('undo', compensation()),
        end('e'),
        eventSubProcess('esp', {
          nodes: [start('halt', { trigger: message('halt', literal('k')), interrupting: true }), end('esp-end')],
          flows: chain('halt', 'esp-end'),
        }),
      ],
      flows: chain('s', 'a', 'undo', 'e'),
    });
    const play = new Play(graph).start().correlate('halt');
    expect([play.state?.status, play.terminated().sort()]).toEqual(['completed', ['undo', 'undo-a']]);
  });

  it('ends its scope by a handler that outlives its thrower', () => {
    const esp = eventSubProcess('esp', {
      nodes: [
        start('mail', { trigger: message('m', literal('k')), interrupting: false }),
        and('fork'),
        throwEvent('undo', compensation()),
        userTask('x'),
        end('out', { trigger: { kind: 'terminate' } }),
      ],
      flows: [...chain('mail', 'fork', 'undo'), ...chain('fork', 'x', 'out')],
    });
    const nodes = [start('s'), task('a'), ...handles(userTask('undo-a'), 'a'), userTask('u'), esp];
    const play = new Play(buildGraph('p', { nodes, flows: chain('s', 'a', 'u') })).start().correlate('mail').complete('u').complete('x');
    expect([play.waiting(), play.terminated()]).toEqual([['undo-a'], ['undo']]);
    expect(play.complete('undo-a').state?.status).toBe('completed');
  });
});

import {
  and,
  boundary,
  buildGraph,
  catchEvent,
  chain,
  end,
  eventSubProcess,
  literal,
  mapping,
  read,
  signal,
  start,
  throwEvent,
  userTask,
} from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

const thrown = (name = literal('go')): object => ({ kind: 'signal', signal: name });

describe('signal', () => {
  const both = buildGraph('p', {
    nodes: [
      start('s'),
      and('fork'),
      throwEvent('shout', thrown(), { inputs: [mapping(literal(7), 'loud')] }),
      catchEvent('named', signal(literal('go')), { outputs: [mapping(read('loud'), 'heard')] }),
      catchEvent('any', signal()),
      catchEvent('other', signal(literal('stop'))),
      end('e'),
    ],
    flows: [...chain('s', 'fork', 'shout', 'e'), ['fork', 'named'], ['fork', 'any'], ['fork', 'other']],
  });

  it('reaches every catcher of the instance before the thrower goes on, with what its inputs name', () => {
    const play = new Play(both).start();
    expect(play.completed()).toEqual(['s', 'fork', 'named', 'any', 'shout', 'e']);
    expect([play.catching(), play.variable('heard')]).toEqual([['other'], 7]);
  });

  it('is handed to the runtime for the others', () => {
    expect(new Play(both).start().effectsOf('broadcast-signal')).toMatchObject([{ signal: 'go', variables: { loud: 7 } }]);
  });

  it('from outside is refused when nobody waits for it', () => {
    const play = new Play(both).start();
    expect(play.try({ type: 'signal', signal: 'unheard', variables: {} })).toMatchObject({ rejection: { code: 'signal-not-awaited' } });
    expect(play.signal('stop').state?.status).toBe('completed');
  });

  it('interrupts by a boundary event, or adds a token each time', () => {
    const graph = (interrupting: boolean) =>
      buildGraph('p', {
        nodes: [start('s'), userTask('u'), boundary('heard', 'u', signal(literal('go')), interrupting), userTask('then')],
        flows: [
          ['s', 'u'],
          ['heard', 'then'],
        ],
      });
    expect(new Play(graph(true)).start().signal('go').waiting()).toEqual(['then']);
    expect(new Play(graph(false)).start().signal('go').signal('go').waiting()).toEqual(['u', 'then', 'then']);
  });

  it('starts the interrupting event subprocess alone when two of a scope hear it', () => {
    const esp = (id: string, interrupting: boolean) =>
      eventSubProcess(id, {
        nodes: [start(`${id}-in`, { trigger: signal(literal('go')), interrupting }), userTask(`${id}-u`)],
        flows: chain(`${id}-in`, `${id}-u`),
      });
    const play = new Play(
      buildGraph('p', { nodes: [start('s'), userTask('u'), esp('soft', false), esp('hard', true)], flows: chain('s', 'u') }),
    );
    expect(play.start().signal('go').waiting()).toEqual(['hard-u']);
  });

  it('ends its own thrower when an interrupting event subprocess hears it', () => {
    const esp = eventSubProcess('esp', {
      nodes: [start('in', { trigger: signal(), interrupting: true }), end('out')],
      flows: chain('in', 'out'),
    });
    const play = new Play(
      buildGraph('p', { nodes: [start('s'), end('shout', { trigger: thrown() }), esp], flows: chain('s', 'shout') }),
    ).start();
    expect([play.terminated(), play.state?.status]).toEqual([['shout'], 'completed']);
  });

  it('carried by the runtime reaches only the waits it was carried to', () => {
    const graph = buildGraph('p', {
      nodes: [start('s'), and('fork'), catchEvent('a', signal(literal('go'))), catchEvent('b', signal())],
      flows: [
        ['s', 'fork'],
        ['fork', 'a'],
        ['fork', 'b'],
      ],
    });
    const play = new Play(graph).start();
    play.must({ type: 'signal', signal: 'go', variables: {}, only: play.openIds('signal', 'b') });
    expect(play.catching()).toEqual(['a']);
  });

  it.each([
    ['thrown', [start('s'), end('x', { trigger: thrown(read('name')) })]],
    ['waited for', [start('s'), catchEvent('x', signal(read('name')))]],
  ])('without a name raises an incident when it is %s', (_, nodes) => {
    const play = new Play(buildGraph('p', { nodes, flows: chain('s', 'x') })).start({ name: 3 });
    expect(play.causes()).toEqual(['signal-not-text']);
    expect(play.resolve({ name: 'go' }).causes()).toEqual([]);
  });
});

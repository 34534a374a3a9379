import {
  and,
  buildGraph,
  chain,
  eventSubProcess,
  literal,
  mapping,
  message,
  read,
  start,
  subProcess,
  task,
  userTask,
  scriptTask,
} from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

describe('a process without start events', () => {
  it('begins at everything no flow leads to', () => {
    const graph = buildGraph('p', { nodes: [userTask('a'), userTask('b'), userTask('c')], flows: chain('a', 'c') });
    expect(new Play(graph).start().waiting()).toEqual(['a', 'b']);
  });

  it('listens to its event subprocesses from there, once', () => {
    const esp = eventSubProcess('esp', { nodes: [start('in', { trigger: message('m', literal('k')), interrupting: true })] });
    const play = new Play(buildGraph('p', { nodes: [userTask('a'), userTask('b'), esp] })).start();
    expect(play.catching()).toEqual(['in']);
    expect(play.correlate('in').state?.status).toBe('completed');
  });

  it('a subprocess does the same', () => {
    const graph = buildGraph('p', {
      nodes: [start('s'), subProcess('sub', { nodes: [userTask('a'), userTask('b')] })],
      flows: chain('s', 'sub'),
    });
    expect(new Play(graph).start().complete('b').complete('a').state?.status).toBe('completed');
  });
});

describe('data objects and properties', () => {
  const held = (data: object): Play =>
    new Play(
      buildGraph('p', {
        nodes: [
          start('s'),
          subProcess(
            'sub',
            { nodes: [start('in'), scriptTask('set', literal('new'), 'paper'), userTask('u')], flows: chain('in', 'set', 'u') },
            { data },
          ),
          userTask('after', {}, { inputs: [mapping(read('paper'), 'seen')] }),
        ],
        flows: chain('s', 'sub', 'after'),
      }),
    ).start();

  it('belong to their scope: what is written there stays there', () => {
    const play = held([{ name: 'paper' }]).complete('u');
    expect([play.lastSet('paper'), play.variable('paper'), play.lastSet('seen')]).toEqual(['new', undefined, null]);
  });

  it('begin with their initial value', () => {
    const play = held([{ name: 'form', initial: literal('blank') }]);
    expect(play.eventsOf('variables-set')[0]?.values).toEqual({ form: 'blank' });
  });

  it('of a process yield to what it was started with', () => {
    const graph = buildGraph('p', { nodes: [start('s'), userTask('u')], flows: chain('s', 'u') });
    const root = {
      ...graph,
      elements: graph.elements.map((element, at) => (at === 0 ? { ...element, data: [{ name: 'a' }, { name: 'b' }] } : element)),
    };
    const play = new Play(root).start({ a: 1 });
    expect([play.variable('a'), play.variable('b')]).toEqual([1, null]);
  });
});

describe('token quantities', () => {
  it('an activity waits for its start quantity, whatever flows bring it, and keeps the surplus', () => {
    const graph = buildGraph('p', {
      nodes: [start('s'), and('fork'), task('a'), task('b'), task('c'), userTask('u', {}, { startQuantity: 2 })],
      flows: [
        ['s', 'fork'],
        ['fork', 'a'],
        ['fork', 'b'],
        ['fork', 'c'],
        ['a', 'u'],
        ['b', 'u'],
        ['c', 'u'],
      ],
    });
    const play = new Play(graph).start();
    expect([play.waiting(), play.state?.elements['1']?.joins]).toEqual([['u'], { 6: 1 }]);
  });

  it('and hands on its completion quantity', () => {
    const graph = buildGraph('p', {
      nodes: [start('s'), task('a', { completionQuantity: 2 }), userTask('u')],
      flows: chain('s', 'a', 'u'),
    });
    expect(new Play(graph).start().waiting()).toEqual(['u', 'u']);
    const pair = buildGraph('p', {
      nodes: [start('s'), task('a', { completionQuantity: 4 }), userTask('u', {}, { startQuantity: 2 })],
      flows: chain('s', 'a', 'u'),
    });
    expect(new Play(pair).start().waiting()).toEqual(['u', 'u']);
  });
});

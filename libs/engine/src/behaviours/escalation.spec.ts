import {
  boundary,
  buildGraph,
  callActivity,
  chain,
  end,
  escalation,
  eventSubProcess,
  mapping,
  literal,
  message,
  read,
  start,
  subProcess,
  throwEvent,
  userTask,
  type NodeSpec,
} from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

const around = (thrower: NodeSpec, caught: object, interrupting: boolean): Play =>
  new Play(
    buildGraph('p', {
      nodes: [
        start('s'),
        subProcess('sub', {
          nodes: [start('in'), thrower, ...(thrower.type === 'endEvent' ? [] : [userTask('u')])],
          flows: thrower.type === 'endEvent' ? chain('in', thrower.id) : chain('in', thrower.id, 'u'),
        }),
        boundary('caught', 'sub', caught, interrupting),
        userTask('told'),
      ],
      flows: [
        ['s', 'sub'],
        ['caught', 'told'],
      ],
    }),
  ).start();
const higher = throwEvent('up', escalation('E-1'), { inputs: [mapping(literal('why'), 'reason')] });

describe('escalation', () => {
  it('caught without interrupting lets the thrower go on', () => {
    expect(around(higher, escalation('E-1'), false).waiting()).toEqual(['told', 'u']);
  });

  it('caught by an interrupting event ends the scope', () => {
    const play = around(higher, escalation(), true);
    expect([play.waiting(), play.terminated(), play.variable('reason')]).toEqual([['told'], ['sub'], 'why']);
  });

  it('uncaught is no error', () => {
    const play = around(higher, escalation('E-2'), true);
    expect([play.waiting(), play.causes()]).toEqual([['u'], []]);
  });

  it('ends its token at an end event, caught or not', () => {
    expect(around(end('up', { trigger: escalation('E-1') }), escalation('E-1'), false).completed()).toContain('sub');
  });

  it('prefers its own code to a catch-all of the same level', () => {
    const graph = buildGraph('p', {
      nodes: [
        start('s'),
        subProcess('sub', { nodes: [start('in'), end('up', { trigger: escalation('E-1') })], flows: chain('in', 'up') }),
        boundary('all', 'sub', escalation()),
        boundary('own', 'sub', escalation('E-1')),
        userTask('a'),
        userTask('b'),
      ],
      flows: [
        ['s', 'sub'],
        ['all', 'a'],
        ['own', 'b'],
      ],
    });
    expect(new Play(graph).start().waiting()).toEqual(['b']);
  });

  it('goes through a call to the caller', () => {
    const called = { q: buildGraph('q', { nodes: [start('qs'), end('up', { trigger: escalation('E-1') })], flows: chain('qs', 'up') }) };
    const graph = buildGraph('p', {
      nodes: [start('s'), callActivity('c', 'q'), boundary('caught', 'c', escalation('E-1'), false), userTask('told'), userTask('after')],
      flows: [...chain('s', 'c', 'after'), ['caught', 'told']],
    });
    expect(new Play(graph, { called }).start().waiting().sort()).toEqual(['after', 'told']);
  });

  it('thrown in an event subprocess is not caught by its own start', () => {
    const esp = eventSubProcess('esp', {
      nodes: [
        start('in', { trigger: [escalation('E-1'), message('m', literal('k'))], interrupting: false }),
        end('again', { trigger: escalation('E-1') }),
      ],
      flows: chain('in', 'again'),
    });
    const play = new Play(buildGraph('p', { nodes: [start('s'), userTask('u'), esp], flows: chain('s', 'u') })).start();
    expect(play.correlate('in').completed()).toEqual(['s', 'in', 'again', 'esp']);
  });

  it('is caught by another event subprocess of the scope', () => {
    const esp = (id: string, trigger: object, last: NodeSpec) =>
      eventSubProcess(id, { nodes: [start(`${id}-in`, { trigger, interrupting: false }), last], flows: chain(`${id}-in`, last.id) });
    const nodes = [
      start('s'),
      userTask('u'),
      esp('first', message('m', literal('k')), end('up', { trigger: escalation('E-1') })),
      esp('second', escalation('E-1'), userTask('heard', { priority: read('none') })),
    ];
    expect(new Play(buildGraph('p', { nodes, flows: chain('s', 'u') })).start().correlate('first-in').waiting()).toEqual(['u', 'heard']);
  });
});

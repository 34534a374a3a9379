import {
  boundary,
  buildGraph,
  chain,
  compensation,
  end,
  error,
  errorEnd,
  escalation,
  eventSubProcess,
  handles,
  literal,
  mapping,
  message,
  read,
  signal,
  start,
  subProcess,
  task,
  throwEvent,
  userTask,
  type NodeSpec,
} from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

const esp = (id: string, trigger: object, ...nodes: readonly NodeSpec[]): NodeSpec =>
  eventSubProcess(id, {
    nodes: [start(`${id}-in`, { trigger, interrupting: true }), ...nodes],
    flows: chain(`${id}-in`, ...nodes.map((node) => node.id)),
  });
const twice = { multiInstance: { sequential: true, inputCollection: literal([1, 2]) } };
const again = { standardLoop: { testBefore: false, maximum: 2 } };

describe('an error', () => {
  const around = (facts: Readonly<Record<string, unknown>>, ...inside: readonly NodeSpec[]): Play =>
    new Play(
      buildGraph('p', {
        nodes: [
          start('s'),
          subProcess('sub', { nodes: [start('in'), errorEnd('bad', 'E'), ...inside], flows: chain('in', 'bad') }, facts),
          boundary('out', 'sub', error('E')),
          userTask('after'),
          userTask('outside'),
        ],
        flows: [...chain('s', 'sub', 'after'), ['out', 'outside']],
      }),
    ).start();

  it.each([
    ['a subprocess', {}],
    ['a run of a multi-instance subprocess', twice],
    ['a run of a looping subprocess', again],
  ])('in %s is caught by its own event subprocess', (_, facts) => {
    const play = around(facts, esp('mend', error('E'), userTask('mended')));
    expect([play.waiting(), play.terminated()]).toEqual([['mended'], []]);
  });

  it.each([
    ['a subprocess', {}],
    ['a run of a multi-instance subprocess', twice],
    ['a run of a looping subprocess', again],
  ])('in the event subprocess of %s goes outwards', (_, facts) => {
    const play = around(facts, esp('mend', error('E'), errorEnd('worse', 'E')));
    expect([play.waiting(), play.completed()]).toEqual([['outside'], ['s', 'in', 'bad', 'mend-in', 'worse', 'out']]);
  });

  it('is written down with its code, and brings what its inputs name', () => {
    const inputs = [mapping(literal('late'), 'why')];
    const graph = buildGraph('p', {
      nodes: [
        start('s'),
        subProcess('sub', { nodes: [start('in'), errorEnd('bad', 'E', { inputs })], flows: chain('in', 'bad') }),
        boundary('out', 'sub', error('E')),
        userTask('outside'),
      ],
      flows: [
        ['s', 'sub'],
        ['out', 'outside'],
      ],
    });
    const play = new Play(graph).start();
    expect(play.eventsOf('error-thrown')).toEqual([{ v: 1, type: 'error-thrown', key: 5, errorCode: 'E' }]);
    expect([play.variable('why'), play.completed()]).toEqual(['late', ['s', 'in', 'bad', 'out']]);
  });

  it('is not caught by an escalation of the same code', () => {
    const graph = buildGraph('p', {
      nodes: [
        start('s'),
        subProcess('sub', { nodes: [start('in'), errorEnd('bad', 'E')], flows: chain('in', 'bad') }),
        boundary('escalated', 'sub', escalation('E')),
        boundary('any', 'sub', escalation()),
        boundary('timed', 'sub', message('m', literal('k'))),
        boundary('failed', 'sub', error('E')),
        userTask('outside'),
      ],
      flows: [
        ['s', 'sub'],
        ['failed', 'outside'],
      ],
    });
    expect(new Play(graph).start().waiting()).toEqual(['outside']);
  });

  it('of a compensation is caught neither inside nor at the boundary of the subprocess that is over', () => {
    const inside = [esp('undo', { kind: 'compensation' }, errorEnd('stuck', 'E')), esp('mend', error('E'), userTask('mended'))];
    const graph = buildGraph('p', {
      nodes: [
        start('s'),
        subProcess('sub', { nodes: [start('in'), task('a'), ...inside], flows: chain('in', 'a') }),
        boundary('out', 'sub', error('E')),
        end('e', { trigger: compensation() }),
        userTask('outside'),
      ],
      flows: [...chain('s', 'sub', 'e'), ['out', 'outside']],
    });
    const play = new Play(graph).start();
    expect([play.causes(), play.waiting(), play.eventsOf('scope-interrupted')]).toEqual([['error-uncaught'], [], []]);
  });
});

describe('an escalation', () => {
  it('is written down with its code, and brings what its inputs name', () => {
    const inputs = [mapping(literal('help'), 'need')];
    const graph = buildGraph('p', {
      nodes: [
        start('s'),
        subProcess('sub', {
          nodes: [start('in'), throwEvent('ask', escalation('X'), { inputs }), userTask('u')],
          flows: chain('in', 'ask', 'u'),
        }),
        boundary('heard', 'sub', escalation('X'), false),
        userTask('outside'),
      ],
      flows: [
        ['s', 'sub'],
        ['heard', 'outside'],
      ],
    });
    const play = new Play(graph).start();
    expect(play.eventsOf('escalation-thrown')).toEqual([{ v: 1, type: 'escalation-thrown', key: 5, escalationCode: 'X' }]);
    expect([play.variable('need'), play.waiting()]).toEqual(['help', ['outside', 'u']]);
  });

  it.each([
    ['escalation', { kind: 'escalation', escalationCode: 'X' }, escalation('X')],
    ['error', { kind: 'error', errorCode: 'X' }, error('X')],
  ])('or %s thrown by a multi-instance activity ends it when it interrupts', (_, throws, trigger) => {
    const facts = { multiInstance: { sequential: true, inputCollection: literal([1, 2]), behavior: { kind: 'each', throws } } };
    const graph = buildGraph('p', {
      nodes: [
        start('s'),
        subProcess('sub', { nodes: [start('in'), task('t', facts)], flows: chain('in', 't') }),
        boundary('heard', 'sub', trigger),
        userTask('outside'),
      ],
      flows: [
        ['s', 'sub'],
        ['heard', 'outside'],
      ],
    });
    const play = new Play(graph).start();
    expect([play.waiting(), play.completed(), play.terminated()]).toEqual([['outside'], ['s', 'in', 't', 'heard'], ['t', 'sub']]);
  });
});

describe('an interrupting event subprocess', () => {
  it('closes the other starts of its scope, not the boundary around it', () => {
    const graph = buildGraph('p', {
      nodes: [
        start('s'),
        subProcess('sub', {
          nodes: [
            start('in'),
            userTask('u'),
            esp('one', message('one', literal('k')), userTask('v')),
            esp('two', message('two', literal('k'))),
          ],
          flows: chain('in', 'u'),
        }),
        boundary('stop', 'sub', message('stop', literal('k'))),
        userTask('stopped'),
      ],
      flows: [
        ['s', 'sub'],
        ['stop', 'stopped'],
      ],
    });
    const play = new Play(graph).start().correlate('one-in');
    expect([play.waiting(), play.catching()]).toEqual([['v'], ['stop']]);
    expect(play.correlate('stop').waiting()).toEqual(['stopped']);
  });

  it('hears a signal before the boundary around its scope does, and alone among the starts', () => {
    const soft = eventSubProcess('soft', { nodes: [start('soft-in', { trigger: signal(), interrupting: false })] });
    const graph = buildGraph('p', {
      nodes: [
        start('s'),
        subProcess('sub', { nodes: [start('in'), userTask('u'), soft, esp('hard', signal(), userTask('v'))], flows: chain('in', 'u') }),
        boundary('stop', 'sub', signal()),
        userTask('stopped'),
      ],
      flows: [
        ['s', 'sub'],
        ['stop', 'stopped'],
      ],
    });
    const play = new Play(graph).start().signal('go');
    expect([play.completed(), play.terminated(), play.waiting()]).toEqual([
      ['s', 'in', 'hard-in', 'stop'],
      ['u', 'hard', 'sub'],
      ['stopped'],
    ]);
    expect(play.eventsOf('signal-caught').map(({ signal: name }) => name)).toEqual(['go', 'go']);
  });
});

describe('event subprocesses', () => {
  const soft = (id: string, trigger: object): NodeSpec =>
    eventSubProcess(id, {
      nodes: [start(`${id}-in`, { trigger, interrupting: false }), userTask(`${id}-u`)],
      flows: chain(`${id}-in`, `${id}-u`),
    });
  const once = { kind: 'timer', timer: { kind: 'duration', expression: literal('P1D') } };

  it('listen once: what was heard is not waited for again by what comes later', () => {
    const graph = buildGraph('p', {
      nodes: [
        start('s'),
        userTask('a'),
        ...handles(userTask('undo-a'), 'a'),
        userTask('b', {}, twice),
        throwEvent('undo', compensation()),
        end('e'),
        soft('remind', once),
      ],
      flows: chain('s', 'a', 'b', 'undo', 'e'),
    });
    const play = new Play(graph).start().fire('remind-in').complete('a').complete('b').complete('b');
    expect([play.waiting(), play.catching()]).toEqual([['remind-u', 'undo-a'], []]);
    expect(play.complete('undo-a').catching()).toEqual([]);
  });

  it('listen for each run of a multi-instance subprocess, not for the whole of it', () => {
    const items = { multiInstance: { sequential: false, inputCollection: literal([1, 2]) } };
    const sub = subProcess('sub', { nodes: [userTask('u'), soft('remind', message('m', literal('k')))] }, items);
    const play = new Play(buildGraph('p', { nodes: [sub] })).start();
    expect(play.catching()).toEqual(['remind-in', 'remind-in']);
  });

  it('listen in an inner scope while an outer one waits already', () => {
    const inner = subProcess('sub', {
      nodes: [start('in'), userTask('u'), soft('inner', message('m', literal('k')))],
      flows: chain('in', 'u'),
    });
    const play = new Play(
      buildGraph('p', { nodes: [start('s'), inner, soft('outer', message('n', literal('k')))], flows: chain('s', 'sub') }),
    ).start();
    expect(play.catching()).toEqual(['outer-in', 'inner-in']);
  });

  it('that cannot listen keep what their start brought', () => {
    const graph = buildGraph('p', {
      nodes: [start('s', { trigger: message('m') }), userTask('u'), soft('remind', message('n', read('key')))],
      flows: chain('s', 'u'),
    });
    const play = new Play(graph).start({ note: 1 }, 's');
    expect([play.causes(), play.resolve({ key: 'k' }).waiting()]).toEqual([['correlation-key-missing'], ['u']]);
  });
});

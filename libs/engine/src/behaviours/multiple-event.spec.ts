import {
  boundary,
  buildGraph,
  catchEvent,
  chain,
  end,
  literal,
  mapping,
  message,
  read,
  signal,
  start,
  throwEvent,
  timer,
  userTask,
} from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

const three = [message('m', literal('k')), signal(literal('go')), timer('duration', literal('P1D'))];

describe('multiple catch', () => {
  const any = buildGraph('p', { nodes: [start('s'), catchEvent('c', three), userTask('u')], flows: chain('s', 'c', 'u') });
  const all = buildGraph('p', {
    nodes: [start('s'), catchEvent('c', three, { parallelMultiple: true }), userTask('u')],
    flows: chain('s', 'c', 'u'),
  });

  it('is done by the first of its events, which closes the others', () => {
    const play = new Play(any).start();
    expect(play.catching()).toEqual(['c', 'c', 'c']);
    expect([play.signal('go').waiting(), play.catching()]).toEqual([['u'], []]);
  });

  it('parallel: remembers each, in any order, and keeps what they brought', () => {
    const play = new Play(all).start().fire('c').correlate('c', { note: 1 });
    expect([play.catching(), play.waiting()]).toEqual([['c'], []]);
    play.signal('go', { tone: 2 });
    expect([play.waiting(), play.variable('note'), play.variable('tone')]).toEqual([['u'], 1, 2]);
  });

  it('parallel at a boundary that does not interrupt waits for all of them again', () => {
    const graph = buildGraph('p', {
      nodes: [
        start('s'),
        userTask('u'),
        {
          ...boundary('b', 'u', three.slice(0, 2), false),
          facts: { triggers: three.slice(0, 2), parallelMultiple: true, interrupting: false },
        },
        userTask('then'),
      ],
      flows: [
        ['s', 'u'],
        ['b', 'then'],
      ],
    });
    const play = new Play(graph).start().signal('go').correlate('b');
    expect([play.waiting(), play.catching()]).toEqual([
      ['u', 'then'],
      ['b', 'b'],
    ]);
    expect(play.effectsOf('open-subscription').map(({ once }) => once)).toEqual([true, true]);
    expect(play.correlate('b').signal('go').waiting()).toEqual(['u', 'then', 'then']);
  });

  it('parallel at a boundary hands on what each brought from where the boundary event stands', () => {
    const facts = { triggers: three.slice(0, 2), parallelMultiple: true, interrupting: true };
    const graph = buildGraph('p', {
      nodes: [
        start('s'),
        userTask('u', {}, { inputs: [mapping(literal(0), 'note')] }),
        { ...boundary('b', 'u', [], true), facts },
        userTask('then'),
      ],
      flows: [
        ['s', 'u'],
        ['b', 'then'],
      ],
    });
    expect(new Play(graph).start().correlate('b', { note: 1 }).signal('go').variable('note')).toBe(1);
  });

  it('opens nothing when one of its events cannot be waited for', () => {
    const graph = buildGraph('p', { nodes: [start('s'), catchEvent('c', [...three, signal(read('none'))])], flows: chain('s', 'c') });
    expect(new Play(graph).start()).toMatchObject({ state: { waits: {} } });
  });
});

describe('multiple throw', () => {
  const job = { kind: 'job', job: { type: 'send', retries: 3 } };
  const thrown = [
    { kind: 'signal', signal: literal('one') },
    job,
    { kind: 'message', message: { name: 'm', correlationKey: literal('k') } },
  ];

  it('throws each of its events in order, waiting for a worker in between', () => {
    const play = new Play(buildGraph('p', { nodes: [start('s'), throwEvent('t', thrown), end('e')], flows: chain('s', 't', 'e') })).start();
    expect([play.waiting(), play.effectsOf('publish-message')]).toEqual([['t'], []]);
    play.complete('t', { receipt: 5 });
    expect([play.effectsOf('broadcast-signal').length, play.effectsOf('publish-message').length]).toEqual([1, 1]);
    expect([play.lastSet('receipt'), play.state?.status]).toEqual([5, 'completed']);
  });

  it('does not throw again what was thrown when a later one is repaired', () => {
    const parts = [
      { kind: 'signal', signal: literal('one') },
      { kind: 'signal', signal: read('two') },
    ];
    const play = new Play(buildGraph('p', { nodes: [start('s'), end('e', { trigger: parts })], flows: chain('s', 'e') })).start({ two: 1 });
    expect(play.causes()).toEqual(['signal-not-text']);
    play.resolve({ two: 'two' });
    expect(play.effectsOf('broadcast-signal').map(({ signal: name }) => name)).toEqual(['one', 'two']);
  });

  it('by one worker alone completes with what it brings; an inline handler does it within the step', () => {
    const graph = buildGraph('p', { nodes: [start('s'), throwEvent('t', job), userTask('u')], flows: chain('s', 't', 'u') });
    expect(new Play(graph).start().complete('t', { x: 1 }).variable('x')).toBe(1);
    expect(new Play(graph, { inline: () => () => ({ x: 2 }) }).start().variable('x')).toBe(2);
  });

  it('makes a failed job again', () => {
    const play = new Play(buildGraph('p', { nodes: [start('s'), end('e', { trigger: job })], flows: chain('s', 'e') })).start();
    play.must({ type: 'fail-job', jobId: play.openIds('job', 'e')[0] ?? '', cause: 'down', detail: 'x' });
    expect(play.resolve().complete('e').state?.status).toBe('completed');
  });
});

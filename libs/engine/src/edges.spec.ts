import {
  adHoc,
  boundary,
  buildGraph,
  catchEvent,
  chain,
  complex,
  conditional,
  end,
  eventGateway,
  eventSubProcess,
  formula,
  literal,
  message,
  read,
  receiveTask,
  serviceTask,
  start,
  subProcess,
  task,
  throwEvent,
  timer,
  userTask,
  xor,
  and,
  type NodeSpec,
} from '../../../test/harness/graph-builder';
import { Play } from '../../../test/harness/engine-play';

const line = (...nodes: readonly NodeSpec[]): Play =>
  new Play(buildGraph('p', { nodes, flows: chain(...nodes.filter(({ on }) => on === undefined).map(({ id }) => id)) }));

describe('commands on what is not open', () => {
  const play = line(start('s'), userTask('u')).start();

  it.each([
    [{ type: 'complete-task', taskId: 'x', variables: {} }, 'task-not-open'],
    [{ type: 'complete-job', jobId: 'x', variables: {} }, 'job-not-open'],
    [{ type: 'throw-job-error', jobId: 'x', errorCode: 'E', message: '', variables: {} }, 'job-not-open'],
    [{ type: 'fail-job', jobId: 'x', cause: 'c', detail: '' }, 'job-not-open'],
    [{ type: 'fire-timer', timerId: 'x' }, 'timer-not-open'],
    [{ type: 'correlate', subscriptionId: 'x', variables: {} }, 'subscription-not-open'],
    [{ type: 'resolve-incident', incidentId: 'x' }, 'incident-not-open'],
  ] as const)('rejects %j', (command, code) => {
    expect(play.try(command)).toMatchObject({ ok: false, rejection: { code } });
  });
});

describe('graphs that no reader lets through', () => {
  it('a flow into what cannot be entered is a bug, not an incident', () => {
    const graph = buildGraph('p', {
      nodes: [start('s'), userTask('u'), boundary('b', 'u', message('m', literal('k')))],
      flows: [['s', 'b']],
    });
    expect(() => new Play(graph).start()).toThrow("'b' (boundaryEvent) cannot be entered");
  });

  it('nor can a wait lead to what catches nothing', () => {
    const graph = buildGraph('p', {
      nodes: [start('s'), eventGateway('g'), { ...catchEvent('c', message('m', literal('k'))), type: 'endEvent' }],
      flows: chain('s', 'g', 'c'),
    });
    const play = new Play(graph).start();
    expect(() => play.correlate('c')).toThrow("'c' (endEvent) cannot be triggered");
  });
});

describe('waits that cannot be opened', () => {
  it('hold a process without start events at its first element', () => {
    const esp = eventSubProcess('esp', { nodes: [start('in', { trigger: message('m', read('key')), interrupting: true })] });
    const play = new Play(buildGraph('p', { nodes: [userTask('a'), esp] })).start();
    expect([play.causes(), play.waiting()]).toEqual([['correlation-key-missing'], []]);
    expect(play.resolve({ key: 'k' }).waiting()).toEqual(['a']);
  });

  it('hold an ad-hoc subprocess at its beginning', () => {
    const esp = eventSubProcess('esp', { nodes: [start('in', { trigger: message('m', read('key')), interrupting: true })] });
    const play = line(start('s'), adHoc('ask', { nodes: [userTask('a'), esp] }, { activeElements: literal(['a']) })).start();
    expect(play.causes()).toEqual(['correlation-key-missing']);
    expect(play.resolve({ key: 'k' }).waiting()).toEqual(['a']);
  });

  it('a message without a key expression names no source', () => {
    const play = line(start('s'), receiveTask('r', message('m'))).start();
    expect(Object.values(play.state?.incidents ?? {})[0]?.detail).toContain('neither text nor a number: ');
  });

  it.each([
    ['R/PT1H', 'without end would never leave'],
    ['never', 'is no cycle'],
  ])('a repeating timer of %s on a catch event %s', (text) => {
    expect(
      line(start('s'), catchEvent('c', timer('cycle', literal(text))))
        .start()
        .causes(),
    ).toEqual(['timer-not-readable']);
  });
});

describe('a repeating timer on a catch event', () => {
  it('sends a token each time and ends with its last firing', () => {
    const play = line(start('s'), catchEvent('c', timer('cycle', literal('R2/PT1H'))), userTask('u'))
      .start()
      .fire('c');
    expect([play.waiting(), play.catching()]).toEqual([['u'], ['c']]);
    expect([play.fire('c').waiting(), play.catching()]).toEqual([['u', 'u'], []]);
  });

  it('stays with an incident when no way out can be chosen', () => {
    const graph = buildGraph('p', {
      nodes: [start('s'), catchEvent('c', timer('cycle', literal('R2/PT1H'))), userTask('a'), userTask('b')],
      flows: [
        ['s', 'c'],
        ['c', 'a', { when: read('x') }],
        ['c', 'b', { when: read('y') }],
      ],
    });
    expect(new Play(graph).start({ x: false, y: false }).fire('c').causes()).toEqual(['no-flow-chosen']);
  });

  it('of no firings passes at once, as a catch event of a link does', () => {
    expect(
      line(start('s'), catchEvent('c', timer('cycle', literal('R0/PT1H'))), userTask('u'))
        .start()
        .waiting(),
    ).toEqual(['u']);
    expect(line(start('s'), throwEvent('to'), catchEvent('from', []), userTask('u')).start().waiting()).toEqual(['u']);
  });
});

describe('a gateway that owes nothing more', () => {
  it('of two complex ones in a scope only the one that fired is reset', () => {
    const first = formula('activationCount >= 1', ({ activationCount }) => Number(activationCount) >= 1);
    const graph = buildGraph('p', {
      nodes: [
        start('s'),
        and('fork'),
        userTask('a'),
        userTask('b'),
        userTask('c'),
        userTask('d'),
        complex('x', first),
        complex('y', first),
        end('e'),
        end('f'),
      ],
      flows: [
        ['s', 'fork'],
        ...['a', 'b', 'c', 'd'].map((id) => ['fork', id] as const),
        ['a', 'x'],
        ['b', 'x'],
        ['c', 'y'],
        ['d', 'y'],
        ['x', 'e'],
        ['y', 'f'],
      ],
    });
    const play = new Play(graph).start().complete('a').complete('c');
    expect(Object.keys(play.state?.elements['1']?.owed ?? {})).toHaveLength(2);
    play.complete('b');
    expect(Object.keys(play.state?.elements['1']?.owed ?? {})).toHaveLength(1);
    expect(play.complete('d').state?.status).toBe('completed');
  });

  it('its tokens are gone with an interrupted scope', () => {
    const first = formula('activationCount >= 1', ({ activationCount }) => Number(activationCount) >= 1);
    const esp = eventSubProcess('esp', {
      nodes: [start('in', { trigger: message('m', literal('k')), interrupting: true }), userTask('then')],
      flows: chain('in', 'then'),
    });
    const graph = buildGraph('p', {
      nodes: [start('s'), and('fork'), userTask('a'), userTask('b'), complex('x', first), end('e'), esp],
      flows: [
        ['s', 'fork'],
        ['fork', 'a'],
        ['fork', 'b'],
        ['a', 'x'],
        ['b', 'x'],
        ['x', 'e'],
      ],
    });
    const play = new Play(graph).start().complete('a').correlate('in');
    expect(play.state?.elements['1']).not.toHaveProperty('owed');
    expect(play.complete('then').state?.status).toBe('completed');
  });
});

describe('values of the wrong kind', () => {
  it.each([
    ['date', 5],
    ['date', 'soon'],
    ['duration', true],
  ] as const)('a timer %s of %p cannot be read', (kind, value) => {
    expect(
      line(start('s'), catchEvent('c', timer(kind, literal(value))))
        .start()
        .causes(),
    ).toEqual(['timer-not-readable']);
  });

  it.each([
    [{ dueDate: literal(3) }, 'due-date-not-date'],
    [{ dueDate: literal('soon') }, 'due-date-not-date'],
    [{ priority: literal('high') }, 'priority-not-number'],
    [{ assignee: literal(3) }, 'assignee-not-text'],
    [{ candidateGroups: literal(['a', 3]) }, 'candidate-groups-not-list'],
    [{ candidateGroups: literal('a') }, 'candidate-groups-not-list'],
  ])('a task with %j cannot be opened', (facts, cause) => {
    expect(line(start('s'), userTask('u', facts)).start().causes()).toEqual([cause]);
  });

  it('a condition on a way out that is neither true nor false stops the token there', () => {
    const graph = buildGraph('p', {
      nodes: [start('s'), task('t'), userTask('a'), userTask('b')],
      flows: [
        ['s', 't'],
        ['t', 'a', { when: read('x') }],
        ['t', 'b', { otherwise: true }],
      ],
    });
    const play = new Play(graph).start({ x: 'maybe' });
    expect(play.causes()).toEqual(['condition-not-boolean']);
    expect(play.resolve({ x: true }).waiting()).toEqual(['a']);
  });
});

describe('starts', () => {
  it('a process that begins by messages alone must be told by which', () => {
    const graph = buildGraph('p', { nodes: [start('m', { trigger: message('m') }), userTask('u')], flows: chain('m', 'u') });
    expect(new Play(graph).try({ type: 'start', variables: {} })).toMatchObject({ rejection: { code: 'start-event-unknown' } });
    expect(new Play(graph).start({}, 'm').waiting()).toEqual(['u']);
  });

  it('an empty subprocess is done at once', () => {
    expect(
      line(start('s'), subProcess('sub', { nodes: [] }), userTask('u'))
        .start()
        .waiting(),
    ).toEqual(['u']);
  });

  it('a process without start events may begin by waiting', () => {
    const graph = buildGraph('p', {
      nodes: [receiveTask('r', message('m', literal('k'))), eventGateway('g'), catchEvent('c', message('n', literal('k')))],
      flows: chain('g', 'c'),
    });
    expect(new Play(graph).start().catching()).toEqual(['r', 'c']);
  });

  it('an event-based gateway before what catches nothing opens nothing', () => {
    expect(line(start('s'), eventGateway('g'), userTask('u')).start()).toMatchObject({ state: { waits: {}, incidents: {} } });
  });

  it('a monthly timer keeps its period from one firing to the next', () => {
    const graph = buildGraph('p', {
      nodes: [start('s'), userTask('u'), boundary('b', 'u', timer('cycle', literal('R2/P1M')), false), userTask('r')],
      flows: [
        ['s', 'u'],
        ['b', 'r'],
      ],
    });
    expect(new Play(graph).start().fire('b').fire('b').catching()).toEqual([]);
  });

  it('a cron timer keeps its expression from one firing to the next', () => {
    const graph = buildGraph('p', {
      nodes: [start('s'), userTask('u'), boundary('b', 'u', timer('cycle', literal('0 0 9 * * *')), false), userTask('r')],
      flows: [
        ['s', 'u'],
        ['b', 'r'],
      ],
    });
    const play = new Play(graph).start().fire('b').fire('b');
    expect([play.waiting(), play.catching()]).toEqual([['u', 'r', 'r'], ['b']]);
  });
});

describe('steps', () => {
  it('are bounded also when a gateway turns for ever', () => {
    const graph = buildGraph('p', {
      nodes: [start('s'), xor('x'), task('t'), end('e')],
      flows: [
        ['s', 'x'],
        ['x', 't'],
        ['t', 'x'],
        ['x', 'e', { otherwise: true }],
      ],
    });
    expect(new Play(graph, { stepCap: 50 }).try({ type: 'start', variables: {} })).toMatchObject({ rejection: { code: 'step-limit' } });
  });

  it('a condition that holds a subprocess ends it before it begins', () => {
    const graph = buildGraph('p', {
      nodes: [
        start('s'),
        subProcess('sub', { nodes: [start('in'), serviceTask('j')], flows: chain('in', 'j') }),
        boundary('b', 'sub', conditional(read('x'))),
        userTask('u'),
      ],
      flows: [
        ['s', 'sub'],
        ['b', 'u'],
      ],
    });
    expect(new Play(graph).start({ x: true }).terminated()).toEqual(['sub']);
  });
});

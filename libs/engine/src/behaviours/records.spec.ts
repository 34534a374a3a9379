import {
  adHoc,
  boundary,
  buildGraph,
  callActivity,
  chain,
  compensation,
  end,
  eventSubProcess,
  formula,
  handles,
  literal,
  mapping,
  message,
  read,
  signal,
  start,
  subProcess,
  task,
  terminateEnd,
  throwEvent,
  transaction,
  userTask,
  and,
  type NodeSpec,
} from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

const undoing = (...nodes: readonly NodeSpec[]): NodeSpec =>
  eventSubProcess('esp', {
    nodes: [start('esp-in', { trigger: { kind: 'compensation' }, interrupting: true }), ...nodes],
    flows: chain('esp-in', ...nodes.map(({ id }) => id)),
  });
const undone = (id: string, handler: NodeSpec = task(`undo-${id}`)): readonly NodeSpec[] => [task(id), ...handles(handler, id)];
const line = (...nodes: readonly NodeSpec[]): Play => {
  const drawn = nodes.filter(({ on, facts }) => on === undefined && !('isForCompensation' in facts));
  return new Play(buildGraph('p', { nodes, flows: chain(...drawn.map(({ id }) => id)) }));
};
const kept = (play: Play): unknown => play.state?.elements['1']?.completed;

describe('what is kept to be undone', () => {
  it('is nothing for what has no handler, itself or inside', () => {
    const plain = subProcess('plain', { nodes: [start('in'), task('t')], flows: chain('in', 't') });
    const play = line(start('s'), task('t'), plain, userTask('u'), ...undone('a'), userTask('v')).start();
    expect(play.state?.elements['1']).not.toHaveProperty('completed');
    expect(kept(play.complete('u'))).toEqual([{ kind: 'handler', element: 5 }]);
  });

  it('is a subprocess with the variables it had, if any, and what was done inside', () => {
    const sub = (id: string, facts = {}): NodeSpec =>
      subProcess(id, { nodes: [start(`${id}-in`), ...undone(`${id}-a`)], flows: chain(`${id}-in`, `${id}-a`) }, facts);
    const play = line(start('s'), sub('x'), sub('y', { inputs: [mapping(literal(1), 'one')] }), userTask('u')).start();
    expect(kept(play)).toStrictEqual([
      { kind: 'scope', element: 2, inner: [{ kind: 'handler', element: 6 }] },
      { kind: 'scope', element: 3, variables: { one: 1 }, inner: [{ kind: 'handler', element: 10 }] },
    ]);
  });

  it('is a subprocess that undoes itself, also with nothing done inside', () => {
    const sub = subProcess('sub', { nodes: [start('in'), undoing(throwEvent('none', compensation()), userTask('tell'))] });
    const play = line(start('s'), sub, userTask('u'), throwEvent('undo', compensation()), end('e')).start();
    expect(kept(play)).toStrictEqual([{ kind: 'scope', element: 2, inner: [] }]);
    expect(play.complete('u').waiting()).toEqual(['tell']);
    expect(play.eventsOf('compensation-triggered')).toEqual([
      { v: 1, type: 'compensation-triggered', key: 6, from: [{ scope: 1, positions: [0] }] },
    ]);
    expect(play.complete('tell').state?.status).toBe('completed');
  });

  it('is no handler: what undid something is not undone', () => {
    const handler = subProcess('undo-a', { nodes: [start('in'), ...undone('b')], flows: chain('in', 'b') });
    const play = line(
      start('s'),
      ...undone('a', handler),
      throwEvent('one', compensation()),
      throwEvent('two', compensation()),
      end('e'),
    ).start();
    expect([play.completed().filter((id) => id.startsWith('undo')), play.state?.status]).toEqual([['undo-a'], 'completed']);
  });

  it('is nothing of a called process', () => {
    const called = buildGraph('c', { nodes: [start('cs'), ...undone('b')], flows: chain('cs', 'b') });
    const graph = buildGraph('p', {
      nodes: [start('s'), callActivity('call', 'c'), userTask('u')],
      flows: [
        ['s', 'call'],
        ['call', 'u', { when: read('x') }],
      ],
    });
    const play = new Play(graph, { called: { c: called } }).start({ x: false });
    expect(play.causes()).toEqual(['no-flow-chosen']);
    expect(Object.values(play.state?.elements ?? {}).filter(({ completed }) => completed !== undefined)).toEqual([]);
  });
});

describe('undoing', () => {
  it('one activity names its places, oldest first, and leaves the rest', () => {
    const play = line(
      start('s'),
      ...undone('a'),
      ...undone('b'),
      ...undone('c'),
      throwEvent('one', compensation(5)),
      userTask('u'),
    ).start();
    expect(play.eventsOf('compensation-triggered')).toEqual([
      { v: 1, type: 'compensation-triggered', key: 6, from: [{ scope: 1, positions: [1] }] },
    ]);
    expect(kept(play)).toEqual([
      { kind: 'handler', element: 2 },
      { kind: 'handler', element: 8 },
    ]);
  });

  it('nothing says nothing', () => {
    const play = line(
      start('s'),
      throwEvent('undo', compensation()),
      ...undone('a'),
      throwEvent('all', compensation()),
      throwEvent('more', compensation()),
      userTask('u'),
    ).start();
    expect(play.eventsOf('compensation-triggered')).toHaveLength(1);
    expect(play.state?.elements['1']).not.toHaveProperty('completed');
  });

  it('from an event subprocess names only the scopes that have something', () => {
    const esp = eventSubProcess('esp', {
      nodes: [
        start('in', { trigger: message('m', literal('k')), interrupting: false }),
        ...undone('b'),
        throwEvent('undo', compensation()),
        end('out'),
      ],
      flows: chain('in', 'b', 'undo', 'out'),
    });
    const graph = buildGraph('p', { nodes: [start('s'), userTask('u'), esp], flows: chain('s', 'u') });
    expect(new Play(graph).start().correlate('in').eventsOf('compensation-triggered')).toMatchObject([{ from: [{ positions: [0] }] }]);
  });

  it('a subprocess within one step lets its scope end, and forgets it', () => {
    const sub = subProcess('sub', { nodes: [start('in'), ...undone('a')], flows: chain('in', 'a') });
    const play = line(start('s'), sub, end('e', { trigger: compensation() })).start();
    expect(play.state?.status).toBe('completed');
    expect(play.eventsOf('scope-released')).toEqual([{ v: 1, type: 'scope-released', key: 7 }]);
    const more = line(start('s'), sub, throwEvent('undo', compensation()), userTask('u')).start();
    expect(Object.keys(more.state?.elements ?? {})).toEqual(['1', '9']);
  });

  it('goes on when its thrower is gone', () => {
    const esp = eventSubProcess('esp', {
      nodes: [
        start('in', { trigger: message('m', literal('k')), interrupting: false }),
        and('fork'),
        throwEvent('undo', compensation()),
        userTask('stop'),
        terminateEnd('halt'),
      ],
      flows: [...chain('in', 'fork', 'undo'), ...chain('fork', 'stop', 'halt')],
    });
    const graph = buildGraph('p', {
      nodes: [start('s'), task('a'), ...handles(userTask('undo-a'), 'a'), userTask('u'), esp],
      flows: chain('s', 'a', 'u'),
    });
    const play = new Play(graph).start().correlate('in').complete('stop');
    expect([play.terminated(), play.waiting()]).toEqual([['undo'], ['u', 'undo-a']]);
    expect(play.complete('undo-a').complete('u').state?.status).toBe('completed');
  });

  it('asked for by a multi-instance activity lets that go on by itself', () => {
    const behavior = { kind: 'one', throws: compensation() };
    const loop = { multiInstance: { sequential: true, inputCollection: literal([1, 2]), behavior } };
    const play = line(start('s'), ...undone('a', userTask('undo-a')), userTask('u', {}, loop), end('e'))
      .start()
      .complete('u');
    expect(play.waiting()).toEqual(['undo-a', 'u']);
    expect(play.complete('undo-a').complete('u').state?.status).toBe('completed');
  });

  it('an ad-hoc subprocess asks nothing of it again', () => {
    const done = formula('enough', ({ enough }) => enough === true);
    const ask = adHoc(
      'ask',
      { nodes: [task('a'), undoing(userTask('tell'))] },
      { activeElements: literal(['a']), completionCondition: done },
    );
    const play = line(start('s'), ask, throwEvent('undo', compensation()), end('e')).start({ enough: true });
    expect(play.waiting()).toEqual(['tell']);
    expect(play.try({ type: 'complete-ad-hoc', key: play.keyOf('ask') })).toMatchObject({ rejection: { code: 'ad-hoc-not-open' } });
    play.complete('tell');
    expect([play.state?.status, play.completed().slice(-3)]).toEqual(['completed', ['esp', 'undo', 'e']]);
  });
});

describe('a cancelled transaction', () => {
  const cancel = (...boundaries: readonly NodeSpec[]): Play =>
    new Play(
      buildGraph('p', {
        nodes: [
          start('s'),
          transaction('t', {
            nodes: [start('in'), ...undone('a', userTask('undo-a')), end('cancel', { trigger: { kind: 'cancel' } })],
            flows: chain('in', 'a', 'cancel'),
          }),
          ...boundaries,
          userTask('off'),
          userTask('late'),
        ],
        flows: [['s', 't'], ['canceled', 'off'], ...(boundaries.length > 1 ? [['stop', 'late'] as const] : [])],
      }),
    ).start();

  it('leaves by its cancel boundary, whatever else is drawn at it', () => {
    const play = cancel(boundary('stop', 't', message('m', literal('k'))), boundary('canceled', 't', [signal(), { kind: 'cancel' }]));
    expect([play.catching(), play.complete('undo-a').waiting()]).toEqual([[], ['off']]);
  });

  it('has nothing left to undo but what it is about to', () => {
    const play = cancel(boundary('canceled', 't', { kind: 'cancel' }));
    const held = Object.values(play.state?.elements ?? {}).find(({ pending }) => pending !== undefined);
    expect(held).toMatchObject({ pending: [], interrupted: true });
    expect(held).not.toHaveProperty('completed');
  });
});

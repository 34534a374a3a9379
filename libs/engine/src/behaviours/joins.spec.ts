import {
  and,
  boundary,
  buildGraph,
  catchEvent,
  chain,
  complex,
  conditional,
  end,
  escalation,
  eventGateway,
  formula,
  literal,
  mapping,
  message,
  or,
  read,
  receiveTask,
  scriptTask,
  signal,
  start,
  subProcess,
  task,
  throwEvent,
  timer,
  userTask,
  xor,
  type FlowSpec,
  type NodeSpec,
} from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

const played = (nodes: readonly NodeSpec[], flows: readonly FlowSpec[]): Play => new Play(buildGraph('p', { nodes, flows }));
const enough = (least: number) => formula(`activationCount >= ${least}`, ({ activationCount }) => Number(activationCount) >= least);

describe('a join', () => {
  it('counts tokens of its own scope alone: each run of a multi-instance subprocess joins by itself', () => {
    const inside = {
      nodes: [start('in'), or('split'), userTask('a'), userTask('b'), or('join')],
      flows: [...chain('in', 'split', 'a', 'join'), ...chain('split', 'b', 'join')],
    };
    const items = { multiInstance: { sequential: false, inputCollection: literal([1, 2]) } };
    const play = played([start('s'), subProcess('sub', inside, items)], chain('s', 'sub')).start();
    expect(play.waiting()).toEqual(['a', 'b', 'a', 'b']);
    expect(play.complete('a').complete('b').completed().slice(-2)).toEqual(['join', 'sub']);
    expect(play.waiting()).toEqual(['a', 'b']);
  });

  it.each([
    ['on their way', task, ['s', 'in', 'in', 'split', 'split', 'a', 'join', 'sub', 'b', 'join', 'sub', 'sub']],
    ['at work', userTask, ['s', 'in', 'in', 'split', 'split', 'a', 'join', 'sub']],
  ])('does not wait for tokens of another run, %s', (_, work, completed) => {
    const inside = {
      nodes: [start('in'), or('split'), work('a'), work('b'), or('join')],
      flows: [
        ['in', 'split'],
        ['split', 'a', { when: formula('item', ({ item }) => item === 1) }],
        ['split', 'b', { otherwise: true }],
        ['a', 'join'],
        ['b', 'join'],
      ] satisfies readonly FlowSpec[],
    };
    const items = { multiInstance: { sequential: false, inputCollection: literal([1, 2]), inputElement: 'item' } };
    const play = played([start('s'), subProcess('sub', inside, items)], chain('s', 'sub')).start();
    if (work === userTask) {
      play.complete('a');
    }
    expect(play.completed()).toEqual(completed);
  });

  it('inclusive waits for a token that waits at another join in front of it', () => {
    const play = played(
      [start('s'), and('fork'), userTask('a'), userTask('b'), userTask('c'), and('both'), or('join'), userTask('u')],
      [
        ...chain('s', 'fork', 'a', 'join', 'u'),
        ...chain('fork', 'b', 'both', 'join'),
        ['fork', 'c'],
        ['c', 'both', { when: read('on') }],
        ['c', 'a', { otherwise: true }],
      ],
    )
      .start()
      .complete('a')
      .complete('b')
      .complete('c', { on: false });
    expect(play.waiting()).toEqual(['a']);
    expect(play.complete('a').waiting()).toEqual([]);
    expect(play.state?.status).toBe('active');
  });

  it('of an activity takes as many tokens as its start quantity, also of one flow', () => {
    const play = played(
      [start('s'), and('fork'), userTask('a', {}, { completionQuantity: 2 }), userTask('b'), userTask('t', {}, { startQuantity: 2 })],
      [...chain('s', 'fork', 'a', 't'), ...chain('fork', 'b', 't')],
    ).start();
    expect(play.complete('a').waiting()).toEqual(['b', 't']);
    expect(play.complete('b').waiting()).toEqual(['t']);
    expect(play.state?.elements['1']?.joins).toEqual({ 4: 1 });
  });

  it('without a token does not fire, whatever its condition says', () => {
    const play = played(
      [start('s'), or('split'), userTask('a'), userTask('b'), userTask('c'), or('first'), complex('second', literal(true)), userTask('u')],
      [
        ['s', 'split'],
        ['split', 'a', { when: literal(true) }],
        ['split', 'b', { when: literal(true) }],
        ['split', 'c', { when: literal(false) }],
        ...chain('a', 'first'),
        ...chain('b', 'first'),
        ['c', 'second'],
        ['c', 'second'],
        ['second', 'u'],
      ],
    )
      .start()
      .complete('a');
    expect(play.waiting()).toEqual(['b']);
    expect(play.complete('b').state?.status).toBe('completed');
  });

  it('says what it is owed, and nothing when all have come', () => {
    const nodes = [start('s'), and('fork'), userTask('a'), userTask('b'), userTask('c'), complex('join', enough(2)), userTask('u')];
    const flows = [...chain('s', 'fork', 'a', 'join', 'u'), ...chain('fork', 'b', 'join'), ...chain('fork', 'c', 'join')];
    const play = played(nodes, flows).start().complete('a').complete('c');
    expect(play.eventsOf('gateway-fired')).toEqual([{ v: 1, type: 'gateway-fired', scope: 1, element: 'join', owed: ['b-join'] }]);
    const all = [start('s'), and('fork'), userTask('a'), userTask('b'), complex('join'), or('other'), userTask('u')];
    const whole = played(all, [...chain('s', 'fork', 'a', 'join', 'u'), ...chain('fork', 'b', 'join')])
      .start()
      .complete('a')
      .complete('b');
    expect([whole.waiting(), whole.eventsOf('gateway-fired')]).toEqual([['u'], []]);
    expect(whole.state?.elements['1']).not.toHaveProperty('owed');
  });

  it('inclusive fires with the tokens it has and leaves those of its next round', () => {
    const play = played(
      [start('s'), or('split'), userTask('a'), userTask('b'), or('join'), userTask('u')],
      [['s', 'split'], ['split', 'a', { when: read('x') }], ['split', 'b', { otherwise: true }], ...chain('a', 'join', 'u'), ['b', 'join']],
    )
      .start({ x: true })
      .complete('a');
    expect([play.waiting(), play.eventsOf('join-consumed')]).toEqual([['u'], [{ v: 1, type: 'join-consumed', scope: 1, element: 'join' }]]);
    expect(play.eventsOf('gateway-fired')).toEqual([]);
  });
});

describe('an exclusive gateway', () => {
  it('takes one flow also without conditions, and ends its token without flows', () => {
    expect(
      played([start('s'), xor('x'), userTask('a'), userTask('b')], [...chain('s', 'x', 'a'), ['x', 'b']])
        .start()
        .waiting(),
    ).toEqual(['a']);
    expect(played([start('s'), xor('x')], chain('s', 'x')).start().state?.status).toBe('completed');
  });

  it('takes its default last, wherever it is drawn', () => {
    const flows: readonly FlowSpec[] = [
      ['s', 'x'],
      ['x', 'a', { otherwise: true }],
      ['x', 'b', { when: read('y') }],
    ];
    const play = (y: boolean): Play => played([start('s'), xor('x'), userTask('a'), userTask('b')], flows).start({ y });
    expect([play(true).waiting(), play(false).waiting()]).toEqual([['b'], ['a']]);
  });

  it('stops at a condition that is neither true nor false', () => {
    const play = played(
      [start('s'), or('x'), userTask('a'), userTask('b')],
      [
        ['s', 'x'],
        ['x', 'a', { when: read('y') }],
        ['x', 'b', { otherwise: true }],
      ],
    ).start({ y: 3 });
    expect([play.causes(), play.waiting()]).toEqual([['condition-not-boolean'], []]);
  });
});

describe('the cap of steps', () => {
  const line = (stepCap: number) =>
    new Play(
      buildGraph('p', {
        nodes: [start('s'), and('fork'), task('a'), task('b'), or('join'), end('e')],
        flows: [...chain('s', 'fork', 'a', 'join', 'e'), ...chain('fork', 'b', 'join')],
      }),
      { stepCap },
    ).try({ type: 'start', variables: {} });

  it('counts every element, a join too', () => {
    expect(line(6)).toMatchObject({ ok: true });
    expect(line(5)).toMatchObject({ ok: false, rejection: { code: 'step-limit', detail: 'more than 5 elements in one step' } });
  });

  it('is the usual one when it is 0', () => {
    expect(line(0)).toMatchObject({ ok: true });
  });
});

describe('a condition', () => {
  const watched = (condition: object, ...more: readonly NodeSpec[]): Play =>
    played(
      [start('s'), userTask('u'), { ...boundary('when', 'u', condition) }, ...more, userTask('then')],
      [...chain('s', 'u'), ['when', 'then'], ...more.map(({ id }) => [id, 'then'] as const)],
    );

  it('is asked when one of several variables it reads changes, and only then', () => {
    const play = watched(conditional(formula('n + m >= 3', ({ n, hidden }) => Number(n) >= 3 || hidden === true))).start({ n: 1, m: 0 });
    expect(play.set({ hidden: true }).waiting()).toEqual(['u']);
    expect(play.set({ n: 2 }).waiting()).toEqual(['then']);
  });

  it('that an earlier one has ended is not asked any more', () => {
    const play = watched(conditional(read('x')), boundary('too', 'u', conditional(read('x'))))
      .start({ x: false })
      .set({ x: true });
    expect([play.waiting(), play.completed(), play.eventsOf('condition-changed')]).toEqual([
      ['then'],
      ['s', 'when'],
      [{ v: 1, type: 'condition-changed', conditionId: 'id-1', held: true }],
    ]);
  });

  it('may be one of several things an event waits for', () => {
    const play = played(
      [start('s'), catchEvent('c', [signal(literal('go')), conditional(read('x'))]), userTask('u')],
      chain('s', 'c', 'u'),
    ).start();
    expect(play.set({ x: true }).waiting()).toEqual(['u']);
  });

  it('does not end with a step that sets what nobody watches', () => {
    const play = played([start('s'), scriptTask('set', literal(1), 'x'), userTask('u')], chain('s', 'set', 'u')).start();
    expect(play.set({ x: 2 }).waiting()).toEqual(['u']);
  });
});

describe('several things to wait for, all of them', () => {
  const both = [message('m', literal('k')), message('n', literal('k'))];

  it('are counted for each token that waits', () => {
    const play = played(
      [start('s'), and('fork'), catchEvent('c', both, { parallelMultiple: true }), userTask('u')],
      [
        ['s', 'fork'],
        ['fork', 'c'],
        ['fork', 'c'],
        ['c', 'u'],
      ],
    ).start();
    const [first = '', second = ''] = play.openIds('subscription', 'c');
    play
      .must({ type: 'correlate', subscriptionId: first, variables: {} })
      .must({ type: 'correlate', subscriptionId: second, variables: {} });
    expect([play.waiting(), play.catching()]).toEqual([['u'], ['c', 'c']]);
  });

  it('keep what came first where the event has variables of its own', () => {
    const own = { parallelMultiple: true, inputs: [mapping(literal(0), 'note')] };
    const play = played([start('s'), catchEvent('c', both, own)], chain('s', 'c'))
      .start()
      .correlate('c', { note: 1 });
    expect(play.eventsOf('variables-set').map(({ scope, values }) => [scope, values])).toEqual([
      [3, { note: 0 }],
      [3, { note: 1 }],
    ]);
  });

  it('are counted for each boundary event of an activity', () => {
    const all = (id: string): NodeSpec => {
      const drawn = boundary(id, 'u', both);
      return { ...drawn, facts: { ...drawn.facts, parallelMultiple: true } };
    };
    const play = played(
      [start('s'), userTask('u'), all('x'), all('y'), userTask('then')],
      [
        ['s', 'u'],
        ['y', 'then'],
      ],
    ).start();
    expect(play.correlate('x').correlate('y').correlate('y').waiting()).toEqual(['then']);
  });

  it('are not waited for again when that has become impossible', () => {
    const pair = [message('m', read('key')), message('n', literal('k'))];
    const drawn = boundary('x', 'u', pair, false);
    const x = { ...drawn, facts: { ...drawn.facts, parallelMultiple: true } };
    const play = played(
      [start('s'), userTask('u'), x, userTask('then')],
      [
        ['s', 'u'],
        ['x', 'then'],
      ],
    )
      .start({ key: 'k' })
      .set({ key: null });
    expect(play.correlate('x').correlate('x').waiting()).toEqual(['u', 'then']);
    expect(play.catching()).toEqual([]);
  });
});

describe('a repeating timer', () => {
  const cycle = timer('cycle', literal('R2/PT1H'));

  it('behind an event-based gateway is entered once', () => {
    const play = played([start('s'), eventGateway('g'), catchEvent('c', cycle), userTask('u')], chain('s', 'g', 'c', 'u'))
      .start()
      .fire('c');
    expect([play.waiting(), play.catching()]).toEqual([['u'], []]);
    expect(play.eventsOf('flow-taken').map(({ flow }) => flow)).toEqual(['s-g', 'g-c', 'c-u']);
  });

  it('takes the flow from the gateway, wherever else flows come from', () => {
    const nodes = [start('s'), xor('x'), eventGateway('g'), catchEvent('c', message('m', literal('k')))];
    const play = played(nodes, [
      ['s', 'x'],
      ['x', 'c', { when: literal(false) }],
      ['x', 'g', { otherwise: true }],
      ['g', 'c'],
    ]).start();
    expect(play.correlate('c').eventsOf('flow-taken').at(-1)?.flow).toBe('g-c');
  });

  it('does not hold another event that waits for a message', () => {
    const play = played(
      [start('s'), and('fork'), catchEvent('c', cycle), catchEvent('d', message('m', literal('k'))), userTask('u')],
      [['s', 'fork'], ...chain('fork', 'c', 'u'), ...chain('fork', 'd')],
    ).start();
    expect(play.correlate('d').completed()).toEqual(['s', 'fork', 'd']);
    expect(play.fire('c').fire('c').completed()).toEqual(['s', 'fork', 'd', 'c']);
  });
});

describe('where a process is started by name', () => {
  const waitsFor = (id: string): NodeSpec => catchEvent(id, message(id, literal('k')));
  const gated = played([eventGateway('g', true), waitsFor('c'), userTask('u')], chain('g', 'c', 'u'));

  it('at an instantiating gateway it waits there, at an event behind it goes on', () => {
    gated.start({}, 'g');
    expect([gated.catching(), gated.completed()]).toEqual([['c'], []]);
    const play = played([eventGateway('g', true), waitsFor('c'), userTask('u')], chain('g', 'c', 'u')).start({}, 'c');
    expect([play.completed(), play.waiting()]).toEqual([['g', 'c'], ['u']]);
  });

  it('does not begin at an unknown element, nor behind what does not instantiate', () => {
    const plain = buildGraph('p', { nodes: [start('s'), eventGateway('g'), waitsFor('c')], flows: chain('s', 'g', 'c') });
    const receiving = buildGraph('p', {
      nodes: [receiveTask('r', message('m'), { instantiate: true }), userTask('u')],
      flows: chain('r', 'u'),
    });
    const refused = { ok: false, rejection: { code: 'start-event-unknown' } };
    expect(new Play(plain).try({ type: 'start', variables: {}, startElementId: 'nowhere' })).toMatchObject(refused);
    expect(new Play(plain).try({ type: 'start', variables: {}, startElementId: 'c' })).toMatchObject(refused);
    expect(new Play(receiving).try({ type: 'start', variables: {}, startElementId: 'u' })).toMatchObject(refused);
    expect(new Play(receiving).try({ type: 'start', variables: {} })).toMatchObject(refused);
    expect(new Play(receiving).start({}, 'r').waiting()).toEqual(['u']);
  });

  it('says a business key only when it has one', () => {
    const graph = buildGraph('p', { nodes: [start('s')] });
    const facts = { v: 1, type: 'instance-started', processId: 'p', definitionId: 'p', variables: {} };
    expect(new Play(graph).start().events[0]).toStrictEqual(facts);
    expect(new Play(graph).must({ type: 'start', variables: {}, businessKey: 'HS-1' }).events[0]).toStrictEqual({
      ...facts,
      businessKey: 'HS-1',
    });
  });
});

describe('an event that throws', () => {
  it('one thing says nothing of parts', () => {
    const play = played([start('s'), throwEvent('t', escalation('X')), userTask('u')], chain('s', 't', 'u')).start();
    expect(play.eventsOf('part-thrown')).toEqual([]);
  });

  it('a signal among others lets those on their way arrive first', () => {
    const two = [escalation('X'), { kind: 'signal', signal: literal('go') }];
    const play = played(
      [start('s'), and('fork'), throwEvent('t', two), catchEvent('c', signal(literal('go'))), end('e')],
      [...chain('s', 'fork', 't', 'e'), ['fork', 'c']],
    ).start();
    expect([play.completed(), play.eventsOf('part-thrown')]).toMatchObject([
      ['s', 'fork', 'c', 't', 'e'],
      [{ key: 5 }, { key: 5 }],
    ]);
    expect(play.eventsOf('signal-thrown')).toEqual([{ v: 1, type: 'signal-thrown', key: 5, signal: 'go' }]);
  });

  it('nothing goes before what is behind it', () => {
    const play = played(
      [start('s'), and('fork'), throwEvent('t'), task('a')],
      [
        ['s', 'fork'],
        ['fork', 't'],
        ['fork', 'a'],
      ],
    ).start();
    expect(play.completed()).toEqual(['s', 'fork', 't', 'a']);
  });

  it('a signal without a name has an incident', () => {
    const nameless = { kind: 'signal', signal: literal('') };
    expect(
      played([start('s'), throwEvent('t', nameless)], chain('s', 't'))
        .start()
        .causes(),
    ).toEqual(['signal-not-text']);
  });

  it('a signal reaches those who wait in the order they began to wait', () => {
    const play = played(
      [
        start('s'),
        and('fork'),
        catchEvent('a', signal()),
        catchEvent('b', signal()),
        userTask('u', {}, { inputs: [mapping(literal(1), 'x')] }),
      ],
      [
        ['s', 'fork'],
        ['fork', 'b'],
        ['fork', 'a'],
        ['fork', 'u'],
      ],
    ).start();
    expect(play.signal('go').completed()).toEqual(['s', 'fork', 'b', 'a']);
  });
});

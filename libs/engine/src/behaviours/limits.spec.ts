import {
  adHoc,
  buildGraph,
  callActivity,
  chain,
  end,
  errorEnd,
  eventSubProcess,
  formula,
  literal,
  mapping,
  message,
  read,
  start,
  task,
  userTask,
  type NodeSpec,
} from '../../../../test/harness/graph-builder';
import { Play, type PlayOptions } from '../../../../test/harness/engine-play';

const line = (nodes: readonly NodeSpec[], options: PlayOptions = {}): Play =>
  new Play(
    buildGraph('p', { nodes, flows: chain(...nodes.filter(({ type }) => type !== 'eventSubProcess').map(({ id }) => id)) }),
    options,
  );

const esp = eventSubProcess('esp', {
  nodes: [start('in', { trigger: message('m', literal('k')), interrupting: true }), userTask('v'), end('out')],
  flows: chain('in', 'v', 'out'),
});

describe('an ad-hoc subprocess that is not open', () => {
  const activate = (play: Play, key: number): object => play.try({ type: 'activate-ad-hoc', key, elementIds: ['a'], variables: {} });
  const refused = { rejection: { code: 'ad-hoc-not-open' } };

  it('is the body around several of them', () => {
    const items = { multiInstance: { sequential: false, inputCollection: literal([1, 2]) } };
    const play = line([start('s'), adHoc('ask', { nodes: [userTask('a')] }, {}, items)]).start();
    const body = play.keyOf('ask');
    expect([activate(play, body), activate(play, body + 1)]).toMatchObject([refused, { ok: true }]);
    expect(play.waiting()).toEqual(['a']);
  });

  it('is one that was interrupted, and no other element', () => {
    const play = line([start('s'), adHoc('ask', { nodes: [userTask('a'), esp] })])
      .start()
      .correlate('in');
    expect(activate(play, play.keyOf('ask'))).toMatchObject(refused);
    expect([activate(play, play.keyOf('v')), activate(play, 99)]).toMatchObject([refused, refused]);
  });

  it.each([
    ['has a condition', { activeElements: literal(['a']), completionCondition: formula('enough', () => 'perhaps') }],
    ['waits for people', {}],
    ['has more to begin', { activeElements: literal(['a', 'a']), ordering: 'sequential' }],
  ])('ends with what interrupted it, also when it %s', (_, definition) => {
    const ask = adHoc('ask', { nodes: [userTask('a'), esp] }, definition);
    const play = line([start('s'), ask, userTask('u')])
      .start()
      .correlate('in');
    expect(play.waiting()).toEqual(['v']);
    expect([play.complete('v').waiting(), play.causes()]).toEqual([['u'], []]);
  });
});

describe('an ad-hoc subprocess with a broken condition', () => {
  it('has nothing to ask any more once it was interrupted', () => {
    const condition = read('enough');
    const ask = adHoc(
      'ask',
      { nodes: [userTask('a'), userTask('b'), esp] },
      { activeElements: literal(['a', 'b']), completionCondition: condition },
    );
    const play = line([start('s'), ask, userTask('u')])
      .start({ enough: 'perhaps' })
      .complete('a')
      .correlate('in');
    expect([play.causes(), play.waiting()]).toEqual([['completion-condition-broken'], ['v']]);
    expect(play.resolve({ enough: true }).waiting()).toEqual(['v']);
  });
});

describe('calls', () => {
  it('go fifty deep, not deeper', () => {
    const self = buildGraph('p', { nodes: [start('s'), callActivity('c', 'p')], flows: chain('s', 'c') });
    const play = new Play(self, { called: { p: self } }).start();
    expect(play.eventsOf('element-activated').filter(({ element }) => element === 'p')).toHaveLength(50);
    expect([play.state?.graphs, play.eventsOf('graph-bound')]).toEqual([['p'], []]);
  });

  it('give back nothing when neither mappings nor the call ask for it', () => {
    const q = buildGraph('q', { nodes: [start('qs'), userTask('u')], flows: chain('qs', 'u') });
    const play = line([start('s'), callActivity('c', 'q'), userTask('after')], { called: { q } })
      .start()
      .complete('u', { x: 1 });
    expect([play.variable('x'), play.waiting()]).toEqual([undefined, ['after']]);
  });
});

describe('a task', () => {
  const opened = (definition: object, facts: Readonly<Record<string, unknown>> = {}, options: PlayOptions = {}): unknown =>
    line([start('s'), userTask('u', definition, facts)], options).start().effects[0];
  const plain = { type: 'create-task', taskId: 'id-1', elementId: 'u', graph: 0, name: 'u', candidateGroups: [], priority: 50, local: {} };

  it('says nothing of what the diagram does not say', () => {
    expect(opened({})).toStrictEqual(plain);
  });

  it('without a name in its assignee belongs to nobody', () => {
    expect([opened({ assignee: literal('') }), opened({ assignee: literal(null) })]).toStrictEqual([plain, plain]);
  });

  it('takes its limit from the diagram when it names no row', () => {
    expect(opened({}, { legal: { deadline: { workingDays: 2 } } }, { limitOf: () => 9 })).toMatchObject({
      dueMs: 1_772_416_800_000 + 2 * 86_400_000,
    });
  });
});

describe('a loop', () => {
  const many = (multiInstance: object, facts: object = {}): Play =>
    line([start('s'), task('t', { multiInstance, ...facts }), userTask('u')]).start();

  it.each([
    [0, true],
    [10_000, true],
    [10_001, false],
    [-1, false],
    [1.5, false],
  ])('of %p runs is begun: %p', (count, begun) => {
    const play = line([start('s'), userTask('t', {}, { multiInstance: { sequential: true, cardinality: literal(count) } })]).start();
    expect(play.causes()).toEqual(begun ? [] : ['cardinality-not-number']);
  });

  it('by number counts from one, and each run knows its number alone', () => {
    const play = many({ sequential: false, cardinality: literal(3) });
    expect(play.eventsOf('multi-instance-started')).toEqual([{ v: 1, type: 'multi-instance-started', key: 3, items: [1, 2, 3] }]);
    expect(play.eventsOf('variables-set').map(({ values }) => values)).toEqual([
      { loopCounter: 1 },
      { loopCounter: 2 },
      { loopCounter: 3 },
    ]);
  });

  it('maps the inputs of each run, not of the whole', () => {
    const play = many(
      { sequential: true, inputCollection: literal(['a']), inputElement: 'item' },
      { inputs: [mapping(read('item'), 'x')] },
    );
    expect(play.eventsOf('variables-set').map(({ scope, values }) => [scope, values])).toEqual([
      [4, { loopCounter: 1, item: 'a' }],
      [4, { x: 'a' }],
    ]);
  });

  it('counts as active all it has begun together', () => {
    const two = formula('numberOfActiveInstances', ({ numberOfActiveInstances }) => numberOfActiveInstances === 2);
    const play = many({ sequential: false, inputCollection: literal([1, 2, 3]), completionCondition: two });
    expect(play.completed()).toEqual(['s', 't', 't']);
  });

  it('of one after the other counts as active only those begun', () => {
    const none = formula('numberOfActiveInstances', ({ numberOfActiveInstances }) => numberOfActiveInstances === 0);
    const play = many({ sequential: true, inputCollection: literal([1, 2, 3]), completionCondition: none });
    expect(play.completed()).toEqual(['s', 't', 't']);
  });

  it('without end begins over nothing', () => {
    const play = line([start('s'), userTask('t', {}, { standardLoop: { testBefore: false, maximum: 2 } })]).start();
    expect(play.eventsOf('multi-instance-started')).toEqual([{ v: 1, type: 'multi-instance-started', key: 3, items: [] }]);
  });
});

describe('an instance that ends by an error nobody catches', () => {
  it('waits where it was thrown', () => {
    const play = line([start('s'), errorEnd('bad', 'E')]).start();
    expect([play.causes(), play.eventsOf('error-thrown')]).toEqual([['error-uncaught'], []]);
  });
});

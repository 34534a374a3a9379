import type { ProcessGraph } from '@thidua/bpmn';
import { Play } from '../../../../test/harness/engine-play';
import {
  and,
  boundary,
  buildGraph,
  callActivity,
  catchEvent,
  chain,
  conditional,
  end,
  eventGateway,
  eventSubProcess,
  formula,
  handles,
  literal,
  message,
  or,
  read,
  serviceTask,
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
import type { Decision } from '../decide';
import type { MigrationProblem } from './migration-plan';

const DAY_MS = 86_400_000;
const graph = (nodes: readonly NodeSpec[], flows: readonly FlowSpec[]): ProcessGraph => buildGraph('p', { nodes, flows });
const days = (count: number) => timer('duration', literal(`P${count}D`));

/** Version 1 is 'p', version 2 is 'v2'. */
const between = (one: ProcessGraph, two: ProcessGraph, called: Record<string, ProcessGraph> = {}): Play =>
  new Play(one, { called: { ...called, p: one, v2: two } });
const migrated = (play: Play, mapping: Record<string, string> = {}, renew: readonly string[] = []): Play =>
  play.must({ type: 'migrate', toDefinitionId: 'v2', mapping, renew });
const problems = (play: Play, mapping: Record<string, string> = {}): readonly MigrationProblem[] => {
  const decision: Decision = play.try({ type: 'migrate', toDefinitionId: 'v2', mapping });
  return decision.ok ? [] : (decision.rejection.problems ?? []);
};
const reasons = (play: Play, mapping: Record<string, string> = {}): string[] =>
  problems(play, mapping).map(({ code, element }) => `${code} ${element}`);

const approval = (...steps: readonly NodeSpec[]): ProcessGraph =>
  graph([start('s'), ...steps, end('e')], chain('s', ...steps.map(({ id }) => id), 'e'));

describe('migration of a running instance', () => {
  it('keeps the task and goes on as the new version is drawn', () => {
    const play = between(approval(userTask('a')), approval(userTask('a'), userTask('check'))).start();
    const [taskId] = play.openIds('task', 'a');

    migrated(play);

    expect(play.openIds('task', 'a')).toEqual([taskId]);
    expect(play.complete('a').waiting()).toEqual(['check']);
  });

  it('binds the new version beside the old one and says so', () => {
    const play = migrated(between(approval(userTask('a')), approval(userTask('a'), task('t'))).start());

    expect(play.state?.graphs).toEqual(['p', 'v2']);
    expect(play.eventsOf('instance-migrated')).toMatchObject([{ from: 0, graph: 1, definitionId: 'v2' }]);
    expect(play.effectsOf('change-definition')).toEqual([{ type: 'change-definition', definitionId: 'v2' }]);
  });

  it('goes to the element that the mapping names', () => {
    const play = migrated(between(approval(userTask('a')), approval(userTask('b'))).start(), { a: 'b' });

    expect(play.waiting()).toEqual(['b']);
    expect(play.effectsOf('move-task')).toMatchObject([{ elementId: 'b', graph: 1 }]);
  });

  it('asks a performer again only when it is drawn otherwise', () => {
    const group = (name: string) => ({ candidateGroups: literal([name]) });
    const one = approval(userTask('a', group('pos:x/chair')));
    const same = migrated(between(one, approval(userTask('a', group('pos:x/chair')), task('t'))).start());
    const other = migrated(between(one, approval(userTask('a', group('pos:y/chair')))).start());

    expect(same.effectsOf('move-task')[0]?.performer).toBeUndefined();
    expect(other.effectsOf('move-task')[0]?.performer).toEqual({ candidateGroups: ['pos:y/chair'] });
  });

  it('counts a due date anew only where the plan says so, from when the task was opened', () => {
    const within = (workingDays: number) => approval(userTask('a', {}, { legal: { deadline: { workingDays } } }));
    const play = between(within(10), within(8)).start();
    const [taskId = ''] = play.openIds('task', 'a');
    const openedMs = play.nowMs;
    play.nowMs += 3 * DAY_MS;

    migrated(play);
    const kept = play.effectsOf('move-task')[0];
    play.must({ type: 'migrate', toDefinitionId: 'p', mapping: {}, renew: ['a'], openedMs: { [taskId]: openedMs } });

    expect(kept?.dueMs).toBeUndefined();
    expect(play.effectsOf('move-task')[1]?.dueMs).toBe(openedMs + 10 * DAY_MS);
  });

  it('keeps a job with its type unless it is to be evaluated anew', () => {
    const kept = migrated(between(approval(serviceTask('j', 'one')), approval(serviceTask('j', 'two'))).start());
    const renewed = migrated(between(approval(serviceTask('j', 'one')), approval(serviceTask('j', 'two'))).start(), {}, ['j']);

    expect(Object.values(kept.state?.waits ?? {})).toMatchObject([{ kind: 'job', jobType: 'one' }]);
    expect(Object.values(renewed.state?.waits ?? {})).toMatchObject([{ kind: 'job', jobType: 'two' }]);
    expect(renewed.effectsOf('move-job')[0]?.jobType).toBe('two');
  });

  it('keeps an incident, and repairs it as the new version is drawn', () => {
    const broken = approval(userTask('a', { assignee: literal(7) }));
    const play = migrated(between(broken, approval(userTask('a', { assignee: literal('pos:x/chair') }))).start());

    expect(play.causes()).toEqual(['assignee-not-text']);
    expect(play.resolve().waiting()).toEqual(['a']);
  });

  it('leaves called processes in the version they were called in', () => {
    const inner = buildGraph('q', { nodes: [start('qs'), userTask('qa'), end('qe')], flows: chain('qs', 'qa', 'qe') });
    const one = approval(callActivity('call', 'q'));
    const play = migrated(between(one, approval(callActivity('call', 'q'), userTask('after')), { q: inner }).start());

    expect(play.state?.graphs).toEqual(['p', 'q', 'v2']);
    expect(play.complete('qa').waiting()).toEqual(['after']);
  });

  it('migrates a second time, and back to a version it has had', () => {
    const play = migrated(between(approval(userTask('a')), approval(userTask('a'), userTask('b'))).start());

    play.must({ type: 'migrate', toDefinitionId: 'p', mapping: {} });

    expect(play.state?.graphs).toEqual(['p', 'v2']);
    expect(play.complete('a').state?.status).toBe('completed');
  });
});

describe('boundary events and event subprocesses under migration', () => {
  const withTimer = (id: string, count: number, interrupting = true): ProcessGraph =>
    graph(
      [start('s'), userTask('a'), boundary(id, 'a', days(count), interrupting), task('late'), end('e'), end('e2')],
      [...chain('s', 'a', 'e'), ...chain(id, 'late', 'e2')],
    );
  const plain = approval(userTask('a'));

  it('opens what came new and closes what is gone', () => {
    const opened = migrated(between(plain, withTimer('t', 5)).start());
    const closed = migrated(between(withTimer('t', 5), plain).start());

    expect(opened.catching()).toEqual(['t']);
    expect(opened.fire('t').completed()).toContain('late');
    expect(closed.catching()).toEqual([]);
    expect(closed.effectsOf('cancel-timer')).toHaveLength(1);
  });

  it('keeps id and due date of a timer that is drawn otherwise, unless it is to be renewed', () => {
    const play = between(withTimer('t', 10), withTimer('t', 8)).start();
    const [id] = play.openIds('timer', 't');
    const before = JSON.stringify(play.state?.waits[id ?? '']);

    migrated(play);
    const { dueMs } = play.effectsOf('start-timer')[0] ?? {};
    const renewed = migrated(between(withTimer('t', 10), withTimer('t', 8)).start(), {}, ['t']);

    expect(play.openIds('timer', 't')).toEqual([id]);
    expect(play.state?.waits[id ?? '']).toMatchObject({ dueMs });
    expect(before).toContain(String(dueMs));
    expect(renewed.effectsOf('start-timer').map((timer) => timer.dueMs - renewed.nowMs)).toEqual([10 * DAY_MS, 8 * DAY_MS]);
  });

  it('keeps the timer under another id of its element and tells its row', () => {
    const play = migrated(between(withTimer('t', 5), withTimer('u', 5)).start(), { t: 'u' });

    expect(play.catching()).toEqual(['u']);
    expect(play.effectsOf('move-wait')).toMatchObject([{ wait: 'timer', elementId: 'u' }]);
    expect(play.effectsOf('start-timer')).toHaveLength(1);
  });

  it('does not fire a non-interrupting event again that has fired', () => {
    const play = between(withTimer('t', 5, false), withTimer('t', 5, false))
      .start()
      .fire('t');

    migrated(play);

    expect(play.catching()).toEqual([]);
  });

  it('opens a timer anew that interrupts now and did not before', () => {
    const play = migrated(between(withTimer('t', 5, false), withTimer('t', 5)).start());

    expect(play.fire('t').terminated()).toEqual(['a']);
  });

  it('opens a new event subprocess and does not open one again that has fired', () => {
    const withdrawal = eventSubProcess('withdraw', {
      nodes: [start('ws', { trigger: message('withdraw', read('key')), interrupting: false }), userTask('w'), end('we')],
      flows: chain('ws', 'w', 'we'),
    });
    const reminder = eventSubProcess('remind', {
      nodes: [start('rs', { trigger: days(2), interrupting: false }), task('r'), end('re')],
      flows: chain('rs', 'r', 're'),
    });
    const one = graph([start('s'), userTask('a'), end('e'), reminder], chain('s', 'a', 'e'));
    const two = graph([start('s'), userTask('a'), end('e'), reminder, withdrawal], chain('s', 'a', 'e'));
    const play = between(one, two).start({ key: 'k' }).fire('rs');

    migrated(play);

    expect(play.catching()).toEqual(['ws']);
    expect(play.correlate('ws').waiting()).toEqual(['a', 'w']);
  });

  it('keeps what an event-based gateway waits for and opens the way that came new', () => {
    const choice = (...ways: readonly NodeSpec[]): ProcessGraph =>
      graph([start('s'), eventGateway('g'), ...ways, end('e')], [...chain('s', 'g'), ...ways.flatMap(({ id }) => chain('g', id, 'e'))]);
    const answer = catchEvent('answer', message('answer', read('key')));
    const play = between(choice(answer), choice(answer, catchEvent('late', days(3)))).start({ key: 'k' });
    const [id] = play.openIds('subscription', 'answer');

    migrated(play);

    expect(play.openIds('subscription', 'answer')).toEqual([id]);
    expect(play.fire('late').state?.status).toBe('completed');
  });

  it('listens to another message from now on, with its key evaluated', () => {
    const waits = (name: string) => approval(catchEvent('c', message(name, read('key'))));
    const play = migrated(between(waits('old'), waits('new')).start({ key: 'k' }));

    expect(play.effectsOf('open-subscription').map((one) => one.message)).toEqual(['old', 'new']);
    expect(play.effectsOf('close-subscription')).toHaveLength(1);
  });

  it('asks a condition at once that is drawn otherwise', () => {
    const when = (least: number) => formula(`n > ${least}`, ({ n }) => Number(n) > least);
    const waits = (least: number) => approval(catchEvent('c', conditional(when(least))));
    const play = migrated(between(waits(5), waits(1)).start({ n: 3 }));

    expect(play.state?.status).toBe('completed');
  });

  it('keeps waiting for the signal it waited for', () => {
    const waits = (name: string) => approval(catchEvent('c', signal(literal(name))));
    const play = migrated(between(waits('one'), waits('two')).start());

    expect(play.signal('one').state?.status).toBe('completed');
  });
});

describe('joins under migration', () => {
  const forked = (kind: (id: string) => NodeSpec, ...ways: readonly string[]): ProcessGraph =>
    graph(
      [start('s'), kind('fork'), ...ways.map((id) => userTask(id)), kind('join'), userTask('after'), end('e')],
      [...chain('s', 'fork'), ...ways.flatMap((id) => chain('fork', id, 'join')), ...chain('join', 'after', 'e')],
    );

  it('keeps tokens that wait at a parallel join', () => {
    const play = between(forked(and, 'a', 'b'), forked(and, 'a', 'b'))
      .start()
      .complete('a');

    expect(migrated(play).complete('b').waiting()).toEqual(['after']);
  });

  it('lets an inclusive join wait for those alone that can still come', () => {
    const play = between(forked(or, 'a', 'b'), forked(or, 'a', 'b', 'c'))
      .start()
      .complete('a');

    expect(migrated(play).complete('b').waiting()).toEqual(['after']);
  });

  it('fires a join at once that has all its tokens in the new version', () => {
    const two = graph(
      [start('s'), and('fork'), userTask('a'), userTask('b'), userTask('c'), and('join'), userTask('after'), end('e'), end('e2')],
      [...chain('s', 'fork', 'a', 'join', 'after', 'e'), ...chain('fork', 'b', 'join'), ...chain('fork', 'c', 'e2')],
    );
    const play = between(forked(and, 'a', 'b', 'c'), two)
      .start()
      .complete('a')
      .complete('b');

    expect(migrated(play).waiting()).toEqual(['c', 'after']);
  });

  it('refuses where a join would wait for a token that cannot come any more', () => {
    const play = between(forked(and, 'a', 'b'), forked(and, 'a', 'b', 'c'))
      .start()
      .complete('a');

    expect(reasons(play)).toEqual(['join-starved join']);
  });

  it('takes an instance that has still to come to the fork', () => {
    const before = (two: boolean): ProcessGraph => {
      const ways = two ? ['a', 'b', 'c'] : ['a', 'b'];
      return graph(
        [start('s'), userTask('first'), and('fork'), ...ways.map((id) => userTask(id)), and('join'), end('e')],
        [...chain('s', 'first', 'fork'), ...ways.flatMap((id) => chain('fork', id, 'join')), ...chain('join', 'e')],
      );
    };
    const play = migrated(between(before(false), before(true)).start());

    expect(play.complete('first').waiting()).toEqual(['a', 'b', 'c']);
  });

  it('takes a token behind a step that was added to its way', () => {
    const two = graph(
      [start('s'), and('fork'), userTask('a'), userTask('more'), userTask('b'), and('join'), userTask('after'), end('e')],
      [...chain('s', 'fork', 'a', 'more', 'join', 'after', 'e'), ...chain('fork', 'b', 'join')],
    );
    const play = between(forked(and, 'a', 'b'), two)
      .start()
      .complete('a');

    expect(migrated(play).complete('b').waiting()).toEqual(['after']);
  });

  it('refuses tokens of two ways on one', () => {
    const play = between(forked(and, 'a', 'b', 'c'), forked(and, 'a', 'c'))
      .start()
      .complete('a')
      .complete('b');

    expect(reasons(play, { 'b-join': 'a-join' })).toEqual(['unmapped-flow join']);
  });

  it('refuses a token at a join whose flow is gone', () => {
    const play = between(forked(and, 'a', 'b', 'c'), forked(and, 'a', 'b'))
      .start()
      .complete('c')
      .complete('a');

    expect(problems(play)).toMatchObject([{ code: 'unmapped-flow', element: 'join', detail: 'c-join' }]);
  });
});

describe('migration is refused', () => {
  const one = approval(userTask('a'));

  it.each<[reason: string, to: ProcessGraph]>([
    ['unmapped-element a', approval(userTask('b'))],
    ['changed-type a', approval(serviceTask('a'))],
    ['changed-scope a', graph([start('s'), subProcess('sub', approvalInside('a')), end('e')], chain('s', 'sub', 'e'))],
    ['changed-loop a', approval(userTask('a', {}, { multiInstance: { sequential: false, inputCollection: read('list') } }))],
    ['wait-not-openable t', withBoundary(timer('duration', literal('soon')))],
    ['work-not-readable a', approval(userTask('a', { assignee: literal(7) }))],
  ])('with %s', (reason, to) => {
    const play = between(one, to).start();
    const before = play.state;

    expect(reasons(play)).toEqual([reason]);
    expect(play.state).toBe(before);
  });

  it('for another process, the same version, or a mapping of what is not there', () => {
    const other = buildGraph('q', { nodes: [start('s'), userTask('a')], flows: chain('s', 'a') });

    expect(reasons(between(one, other).start())).toEqual(['other-process p']);
    expect(reasons(between(one, one).start())).toEqual(['same-version p']);
    expect(reasons(between(one, approval(userTask('a'))).start(), { z: 'a' })).toEqual(['mapping-unknown z']);
  });

  it('when a called process is running and its call leads elsewhere', () => {
    const inner = buildGraph('q', { nodes: [start('qs'), userTask('qa')], flows: chain('qs', 'qa') });
    const play = between(approval(callActivity('call', 'q')), approval(callActivity('call', 'z')), { q: inner }).start();

    expect(reasons(play)).toEqual(['changed-call call']);
  });

  it('when a completed activity would lose its compensation', () => {
    const undone = (kept: boolean): ProcessGraph =>
      graph(
        [
          start('s'),
          task('book'),
          ...(kept ? handles(task('cancel'), 'book') : []),
          userTask('a'),
          throwEvent('undo', { kind: 'compensation' }),
          end('e'),
        ],
        chain('s', 'book', 'a', 'undo', 'e'),
      );
    const kept = migrated(between(undone(true), undone(true)).start());

    expect(reasons(between(undone(true), undone(false)).start())).toEqual(['unmapped-compensation book']);
    expect(kept.complete('a').completed()).toContain('cancel');
  });

  it('after the instance has ended', () => {
    const play = between(one, approval(userTask('a')))
      .start()
      .complete('a');
    const decision = play.try({ type: 'migrate', toDefinitionId: 'v2', mapping: {} });

    expect(decision).toMatchObject({ ok: false, rejection: { code: 'instance-not-active' } });
  });
});

describe('undoing a migration', () => {
  const one = withBoundary(days(10));
  const two = approval(userTask('a'), userTask('check'));

  it('brings everything back under its own id', () => {
    const play = between(one, two).start();
    const before = play.state;

    undone(migrated(play), before);

    expect({ ...play.state, graphs: [] }).toEqual({ ...before, graphs: [] });
    expect(play.effectsOf('start-timer').map(({ timerId, dueMs }) => [timerId, dueMs])).toHaveLength(2);
    expect(new Set(play.effectsOf('start-timer').map(({ timerId }) => timerId)).size).toBe(1);
    expect(play.effectsOf('change-definition').at(-1)?.definitionId).toBe('p');
    expect(play.complete('a').state?.status).toBe('completed');
  });

  it('brings back tokens at joins, what can be compensated, conditions and variables', () => {
    const drawn = (extra: boolean): ProcessGraph =>
      graph(
        [
          start('s'),
          task('book'),
          ...handles(task('cancel'), 'book'),
          and('fork'),
          userTask('a'),
          userTask('b'),
          boundary('when', 'b', conditional(formula(extra ? 'n > 1' : 'n > 5', ({ n }) => Number(n) > (extra ? 1 : 5))), false),
          and('join'),
          end('e'),
          ...(extra ? [task('more')] : []),
        ],
        [...chain('s', 'book', 'fork', 'a', 'join', ...(extra ? ['more'] : []), 'e'), ...chain('fork', 'b', 'join')],
      );
    const play = between(drawn(false), drawn(true)).start({ n: 0 }).complete('a');
    const before = play.state;

    undone(migrated(play), before);

    expect({ ...play.state, graphs: [] }).toEqual({ ...before, graphs: [] });
    expect(play.complete('b').state?.status).toBe('completed');
  });

  it('is refused once a token has moved', () => {
    const play = between(one, two).start();
    const before = play.state;
    migrated(play).complete('a');
    const decision = play.try({ type: 'undo-migration', before: before ?? nothing() });

    expect(decision).toMatchObject({ ok: false, rejection: { code: 'migration-not-undoable' } });
  });

  it('is refused with the state of another instance', () => {
    const play = between(one, two).start();
    const before = between(two, one).start().state ?? nothing();
    migrated(play);

    expect(play.try({ type: 'undo-migration', before: { ...before, graphs: ['v2'] } })).toMatchObject({
      ok: false,
      rejection: { code: 'migration-not-undoable', detail: 'the state before belongs to another instance' },
    });
  });
});

function approvalInside(id: string): { nodes: readonly NodeSpec[]; flows: readonly FlowSpec[] } {
  return { nodes: [start('in'), userTask(id), end('out')], flows: chain('in', id, 'out') };
}

function withBoundary(trigger: object): ProcessGraph {
  return graph(
    [start('s'), userTask('a'), boundary('t', 'a', trigger), end('e'), xor('x')],
    [...chain('s', 'a', 'e'), ...chain('t', 'x', 'e')],
  );
}

function undone(play: Play, before: Play['state']): Play {
  return play.must({ type: 'undo-migration', before: before ?? nothing() });
}

function nothing(): never {
  throw new Error('there is no state');
}

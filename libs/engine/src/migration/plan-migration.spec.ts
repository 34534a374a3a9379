import { Play } from '../../../../test/harness/engine-play';
import {
  and,
  boundary,
  buildGraph,
  chain,
  end,
  literal,
  start,
  subProcess,
  task,
  timer,
  userTask,
} from '../../../../test/harness/graph-builder';
import { planMigration } from './plan-migration';
import { suggestMapping } from './suggest-mapping';

const forked = (boundaryId: string, days: number) =>
  buildGraph('p', {
    nodes: [
      start('s'),
      and('fork'),
      userTask('a'),
      userTask('b'),
      boundary(boundaryId, 'b', timer('duration', literal(`P${days}D`)), false),
      task('late'),
      and('join'),
      end('e'),
      end('e2'),
    ],
    flows: [...chain('s', 'fork', 'a', 'join', 'e'), ...chain('fork', 'b', 'join'), ...chain(boundaryId, 'late', 'e2')],
  });

describe('planMigration', () => {
  const from = forked('t', 5);
  const play = new Play(from).start().complete('a');
  const state = play.state ?? {
    schema: 1,
    status: 'active',
    processId: 'p',
    graphs: [],
    nextKey: 1,
    elements: {},
    waits: {},
    incidents: {},
  };

  it('tells every move: instances, tokens at joins, waits kept or closed, events that open', () => {
    const plan = planMigration({ state, graphs: [from], from: 0, to: forked('u', 5), mapping: {} });

    expect(plan.problems).toEqual([]);
    expect(plan.moves).toMatchObject([
      { kind: 'element', key: 1, from: 'p', to: 'p' },
      { kind: 'tokens', scope: 1, from: 'a-join', to: 'a-join', count: 1 },
      { kind: 'element', from: 'b', to: 'b' },
      { kind: 'wait', wait: 'timer', from: 't', action: 'close', differs: true },
      { kind: 'wait', wait: 'task', from: 'b', to: 'b', action: 'keep', differs: false },
      { kind: 'open', to: 'u' },
    ]);
  });

  it('marks what is kept although it is drawn otherwise', () => {
    const plan = planMigration({ state, graphs: [from], from: 0, to: forked('t', 8), mapping: {} });

    expect(plan.moves).toContainEqual(expect.objectContaining({ kind: 'wait', from: 't', to: 't', action: 'keep', differs: true }));
  });

  it('tells every reason at once', () => {
    const to = buildGraph('p', { nodes: [start('s'), userTask('c'), end('e')], flows: chain('s', 'c', 'e') });

    expect(
      planMigration({ state, graphs: [from], from: 0, to, mapping: {} }).problems.map(({ code, element }) => `${code} ${element}`),
    ).toEqual(['unmapped-flow join', 'unmapped-element b']);
  });

  it('has nothing to say of an instance that has ended', () => {
    const plan = planMigration({ state: { ...state, status: 'completed' }, graphs: [from], from: 0, to: forked('u', 5), mapping: {} });

    expect(plan).toEqual({ moves: [], problems: [{ code: 'instance-not-active', element: 'p' }] });
  });
});

describe('suggestMapping', () => {
  it('finds what was given another id by its neighbours, boundary events by their host, and what lies in a scope by that scope', () => {
    const drawn = (ids: readonly [string, string, string, string]) =>
      buildGraph('p', {
        nodes: [
          start('s'),
          userTask(ids[0]),
          boundary(ids[1], ids[0], timer('duration', literal('P1D'))),
          subProcess(ids[2], { nodes: [start('in'), userTask(ids[3]), end('out')], flows: chain('in', ids[3], 'out') }),
          end('e'),
        ],
        flows: [...chain('s', ids[0], ids[2], 'e'), ...chain(ids[1], 'e')],
      });

    expect(suggestMapping(drawn(['a', 't', 'sub', 'x']), drawn(['b', 'u', 'part', 'y']))).toEqual({ a: 'b', t: 'u', sub: 'part', x: 'y' });
  });

  it('names nothing when two could be meant', () => {
    const one = buildGraph('p', { nodes: [start('s'), and('f'), userTask('a'), and('j')], flows: chain('s', 'f', 'a', 'j') });
    const two = buildGraph('p', {
      nodes: [start('s'), and('f'), userTask('b'), userTask('c'), and('j')],
      flows: [...chain('s', 'f', 'b', 'j'), ...chain('f', 'c', 'j')],
    });

    expect(suggestMapping(one, two)).toEqual({});
  });
});

import {
  and,
  boundary,
  buildGraph,
  catchEvent,
  chain,
  conditional,
  eventSubProcess,
  formula,
  read,
  scriptTask,
  serviceTask,
  start,
  subProcess,
  userTask,
  literal,
  message,
} from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

const enough = formula('n >= 3', ({ n }) => Number(n ?? 0) >= 3);
const watched = (interrupting: boolean) =>
  buildGraph('p', {
    nodes: [start('s'), userTask('u'), boundary('when', 'u', conditional(enough), interrupting), userTask('then')],
    flows: [
      ['s', 'u'],
      ['when', 'then'],
    ],
  });

describe('conditional event', () => {
  it('is caught when a variable it reads makes it true', () => {
    const graph = buildGraph('p', {
      nodes: [start('s'), catchEvent('c', conditional(enough)), userTask('u')],
      flows: chain('s', 'c', 'u'),
    });
    const play = new Play(graph).start({ n: 1 }).set({ n: 2 });
    expect(play.catching()).toEqual(['c']);
    expect(play.set({ n: 3 }).waiting()).toEqual(['u']);
  });

  it('is asked at entry', () => {
    expect(new Play(watched(true)).start({ n: 5 }).waiting()).toEqual(['then']);
  });

  it('takes the place of an activity before it does anything', () => {
    const graph = buildGraph('p', {
      nodes: [start('s'), serviceTask('job'), boundary('when', 'job', conditional(enough)), userTask('then')],
      flows: [
        ['s', 'job'],
        ['when', 'then'],
      ],
    });
    expect(new Play(graph).start({ n: 5 }).effectsOf('create-job')).toEqual([]);
  });

  it('counts when it becomes true: not again while it stays so, again after it was false', () => {
    const play = new Play(watched(false)).start({ n: 3 }).set({ n: 4 });
    expect(play.waiting().sort()).toEqual(['then', 'u']);
    expect(play.set({ n: 0 }).set({ n: 9 }).waiting().sort()).toEqual(['then', 'then', 'u']);
  });

  it('is not asked when another variable changes', () => {
    const play = new Play(watched(false)).start().set({ other: 1 });
    expect(play.eventsOf('condition-changed')).toEqual([]);
  });

  it('sees a change made beside it within the same step', () => {
    const graph = buildGraph('p', {
      nodes: [start('s'), and('fork'), catchEvent('c', conditional(enough)), scriptTask('set', literal(3), 'n'), userTask('u')],
      flows: [...chain('s', 'fork', 'c', 'u'), ['fork', 'set']],
    });
    expect(new Play(graph).start().waiting()).toEqual(['u']);
  });

  it.each([
    [true, ['esp-u']],
    [false, ['u', 'esp-u']],
  ])('starts an event subprocess, interrupting %s', (interrupting, waiting) => {
    const esp = eventSubProcess('esp', {
      nodes: [start('in', { trigger: conditional(enough), interrupting }), userTask('esp-u')],
      flows: chain('in', 'esp-u'),
    });
    const graph = buildGraph('p', { nodes: [start('s'), userTask('u'), esp], flows: chain('s', 'u') });
    expect(new Play(graph).start().set({ n: 3 }).waiting()).toEqual(waiting);
    expect(new Play(graph).start({ n: 3 }).waiting().sort()).toEqual([...waiting].sort());
  });

  it('closes with its host', () => {
    const graph = buildGraph('p', {
      nodes: [
        start('s'),
        subProcess('sub', { nodes: [start('in'), userTask('u')], flows: chain('in', 'u') }),
        boundary('when', 'sub', conditional(read('x')), false),
        userTask('t'),
      ],
      flows: [
        ['s', 'sub'],
        ['sub', 't'],
      ],
    });
    const play = new Play(graph).start().complete('u');
    expect(play.catching()).toEqual([]);
    expect(play.set({ x: true }).waiting()).toEqual(['t']);
  });

  it('of a nested event subprocess sees what its start event brought', () => {
    const inner = eventSubProcess('inner', {
      nodes: [start('cond', { trigger: conditional(read('x')), interrupting: true }), userTask('inner-u')],
      flows: chain('cond', 'inner-u'),
    });
    const outer = eventSubProcess('outer', {
      nodes: [start('mail', { trigger: message('m', literal('k')), interrupting: false }), userTask('outer-u'), inner],
      flows: chain('mail', 'outer-u'),
    });
    const graph = buildGraph('p', { nodes: [start('s'), userTask('u'), outer], flows: chain('s', 'u') });
    expect(new Play(graph).start({ x: true }).correlate('mail', { x: false }).waiting()).toEqual(['u', 'outer-u']);
    expect(new Play(graph).start({ x: false }).correlate('mail', { x: true }).waiting()).toEqual(['u', 'inner-u']);
  });
});

import * as build from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';
import { waitingPlaces } from './waiting-places';

const { buildGraph, chain, literal, start, userTask } = build;

/** What every token of an instance waits for, by element. */
function waitingAt(play: Play): Record<string, string> {
  if (play.state === undefined) {
    throw new Error('not started');
  }
  const graphs = play.graphs();
  return Object.fromEntries(waitingPlaces(play.state, (index) => graphs[index]).map((place) => [place.elementId, place.waitsFor]));
}

/** start → the node → a task behind it. */
const before = (node: build.NodeSpec, more: readonly build.NodeSpec[] = []) =>
  buildGraph('p', { nodes: [start('s'), node, userTask('after'), ...more], flows: chain('s', node.id, 'after') });

describe('a token says what it waits for', () => {
  it.each<[string, build.NodeSpec, string]>([
    ['a person', userTask('x'), 'task'],
    ['a worker', build.serviceTask('x'), 'job'],
    ['a time', build.catchEvent('x', build.timer('duration', literal('PT1H'))), 'timer'],
    ['a message', build.receiveTask('x', build.message('m', literal('k'))), 'message'],
    ['a signal', build.catchEvent('x', build.signal(literal('go'))), 'signal'],
    ['a condition', build.catchEvent('x', build.conditional(build.read('open'))), 'condition'],
    ['whoever begins a step', build.adHoc('x', { nodes: [userTask('inner')] }), 'ad-hoc'],
    [
      'a message and a signal',
      build.catchEvent('x', [build.message('m', literal('k')), build.signal(literal('go'))], { parallelMultiple: true }),
      'event',
    ],
  ])('%s', (_what, node, waitsFor) => {
    expect(waitingAt(new Play(before(node)).start())).toEqual({ x: waitsFor });
  });

  it('its own matter, not the reminder at its edge', () => {
    const graph = before(userTask('x'), [build.boundary('remind', 'x', build.timer('duration', literal('PT1H')), false)]);
    expect(waitingAt(new Play(graph).start())).toEqual({ x: 'task' });
  });

  it('the first of several events', () => {
    const graph = buildGraph('p', {
      nodes: [
        start('s'),
        build.eventGateway('x'),
        build.catchEvent('call', build.signal(literal('call'))),
        build.catchEvent('late', build.timer('duration', literal('PT1H'))),
      ],
      flows: [...chain('s', 'x', 'call'), ['x', 'late']],
    });
    expect(waitingAt(new Play(graph).start())).toEqual({ x: 'event' });
  });

  it('the branches that a join still lacks, with how many have come', () => {
    const graph = buildGraph('p', {
      nodes: [start('s'), build.and('fork'), userTask('slow'), build.task('quick'), build.task('swift'), build.and('join')],
      flows: [...chain('s', 'fork', 'slow', 'join'), ...chain('fork', 'quick', 'join'), ...chain('fork', 'swift', 'join')],
    });
    const play = new Play(graph).start();
    expect(waitingAt(play)).toEqual({ slow: 'task', join: 'join' });
    const places = play.state === undefined ? [] : waitingPlaces(play.state, () => graph);
    expect(places.find((place) => place.elementId === 'join')?.count).toBe(2);
  });

  it('the steps inside, and those speak for themselves', () => {
    const inside = { nodes: [start('s2'), userTask('inner')], flows: chain('s2', 'inner') };
    expect(waitingAt(new Play(before(build.subProcess('x', inside))).start())).toEqual({ x: 'children', inner: 'task' });
  });

  it('the process it calls', () => {
    const called = buildGraph('called', { nodes: [start('s2'), userTask('inner')], flows: chain('s2', 'inner') });
    const play = new Play(before(build.callActivity('x', 'called')), { called: { called } }).start();
    expect(waitingAt(play)).toEqual({ x: 'call', inner: 'task' });
  });

  it('the undoing of what was done', () => {
    const graph = buildGraph('p', {
      nodes: [start('s'), build.task('done'), ...build.handles(userTask('undo'), 'done'), build.throwEvent('x', build.compensation())],
      flows: chain('s', 'done', 'x'),
    });
    expect(waitingAt(new Play(graph).start())).toEqual({ x: 'compensation', undo: 'task' });
  });

  it('somebody who mends what went wrong, also before the first of several instances', () => {
    const play = new Play(before(build.catchEvent('x', build.timer('date', literal('soon'))))).start();
    expect(waitingAt(play)).toEqual({ x: 'incident' });
    const several = userTask('x', {}, { multiInstance: { sequential: false, inputCollection: build.read('nothing') } });
    expect(waitingAt(new Play(before(several)).start())).toEqual({ x: 'incident' });
  });

  it('each of several instances of an activity, not their frame', () => {
    const several = userTask('x', {}, { multiInstance: { sequential: false, inputCollection: literal([1, 2, 3]) } });
    const play = new Play(before(several)).start();
    const graph = play.graphs()[0];
    const places = play.state === undefined ? [] : waitingPlaces(play.state, () => graph);
    expect(places).toEqual([expect.objectContaining({ elementId: 'x', count: 3, waitsFor: 'task' })]);
  });
});

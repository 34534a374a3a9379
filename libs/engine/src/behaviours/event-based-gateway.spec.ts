import {
  buildGraph,
  catchEvent,
  conditional,
  eventGateway,
  literal,
  mapping,
  message,
  read,
  receiveTask,
  signal,
  start,
  timer,
  userTask,
} from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

const graph = (instantiate = false) =>
  buildGraph('p', {
    nodes: [
      ...(instantiate ? [] : [start('s')]),
      eventGateway('g', instantiate),
      catchEvent('note', message('note', read('key')), { outputs: [mapping(read('text'), 'answer')] }),
      catchEvent('alarm', timer('duration', literal('P1D'))),
      catchEvent('call', signal(literal('call'))),
      catchEvent('ready', conditional(read('ready'))),
      receiveTask('paper', message('paper', literal('k'))),
      userTask('after-note'),
      userTask('after-alarm'),
    ],
    flows: [
      ...(instantiate ? [] : [['s', 'g'] as const]),
      ['g', 'note'],
      ['g', 'alarm'],
      ['g', 'call'],
      ['g', 'ready'],
      ['g', 'paper'],
      ['note', 'after-note'],
      ['alarm', 'after-alarm'],
    ],
  });
const waiting = (): Play => new Play(graph()).start({ key: 'k', ready: false });

describe('event-based gateway', () => {
  it('waits for all its events itself: none of them is entered', () => {
    const play = waiting();
    expect(play.catching()).toEqual(['note', 'alarm', 'call', 'ready', 'paper']);
    expect(play.eventsOf('element-activated').map(({ element }) => element)).toEqual(['s', 'g']);
  });

  it('lets the first event win and closes the others in the same step', () => {
    const play = waiting().correlate('note', { text: 'yes' });
    expect([play.catching(), play.waiting(), play.variable('answer')]).toEqual([[], ['after-note'], 'yes']);
    expect(play.completed()).toEqual(['s', 'g', 'note']);
  });

  it.each([
    ['alarm', (play: Play) => play.fire('alarm')],
    ['call', (play: Play) => play.signal('call')],
    ['ready', (play: Play) => play.set({ ready: true })],
    ['paper', (play: Play) => play.correlate('paper')],
  ])('goes on by its %s', (id, act) => {
    expect(act(waiting()).completed()).toEqual(['s', 'g', id]);
  });

  it('opens nothing when one of its events cannot be waited for, and tries again once repaired', () => {
    const play = new Play(graph()).start({ ready: false });
    expect([play.causes(), play.catching()]).toEqual([['correlation-key-missing'], []]);
    expect(play.resolve({ key: 'k' }).catching()).toHaveLength(5);
  });

  it('starts a process by one of its events, which has come already', () => {
    const play = new Play(graph(true)).start({ key: 'k' }, 'note');
    expect([play.completed(), play.waiting()]).toEqual([['g', 'note'], ['after-note']]);
  });
});

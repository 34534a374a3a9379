import {
  and,
  boundary,
  buildGraph,
  end,
  literal,
  message,
  or,
  read,
  start,
  task,
  userTask,
  xor,
  type FlowSpec,
  type NodeSpec,
} from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

const play = (nodes: readonly NodeSpec[], flows: readonly FlowSpec[], variables = {}): Play =>
  new Play(buildGraph('p', { nodes, flows })).start(variables);
const fired = (run: Play, id: string): number => run.completed().filter((done) => done === id).length;

describe('inclusive split', () => {
  const split: readonly FlowSpec[] = [
    ['s', 'split'],
    ['split', 'a', { when: read('x') }],
    ['split', 'b', { when: read('y') }],
    ['split', 'c', { otherwise: true }],
  ];
  const nodes = [start('s'), or('split'), userTask('a'), userTask('b'), userTask('c')];

  it.each([
    [{ x: true, y: true }, ['a', 'b']],
    [{ x: false, y: true }, ['b']],
    [{ x: false, y: false }, ['c']],
  ])('takes every flow whose condition holds, the default alone when none does: %j', (variables, expected) => {
    expect(play(nodes, split, variables).waiting()).toEqual(expected);
  });

  it('raises an incident when nothing holds and there is no default, and goes on once repaired', () => {
    const run = play(nodes.slice(0, 4), split.slice(0, 3), { x: false, y: false });
    expect(run.causes()).toEqual(['no-flow-chosen']);
    expect(run.resolve({ y: true }).waiting()).toEqual(['b']);
  });
});

describe('inclusive join (BPMN 2.0 §13.4.3)', () => {
  const fork = [start('s'), and('fork'), userTask('a'), userTask('b'), or('join'), userTask('after')];

  it('waits for a token that can still come, then takes one from each flow', () => {
    const run = play(fork, [
      ['s', 'fork'],
      ['fork', 'a'],
      ['fork', 'b'],
      ['a', 'join'],
      ['b', 'join'],
      ['join', 'after'],
    ]).complete('a');
    expect([run.waiting(), fired(run, 'join')]).toEqual([['b'], 0]);
    run.complete('b');
    expect([run.waiting(), fired(run, 'join')]).toEqual([['after'], 1]);
  });

  it('goes on when the other token takes a way that does not lead to it', () => {
    const run = play(
      [...fork, xor('turn'), end('elsewhere')],
      [
        ['s', 'fork'],
        ['fork', 'a'],
        ['fork', 'b'],
        ['a', 'join'],
        ['b', 'turn'],
        ['turn', 'join', { when: read('back') }],
        ['turn', 'elsewhere', { otherwise: true }],
        ['join', 'after'],
      ],
      { back: false },
    ).complete('a');
    expect(fired(run, 'join')).toBe(0);
    expect(run.complete('b').waiting()).toEqual(['after']);
  });

  it('goes on when the other token dies by a boundary event that leads elsewhere', () => {
    const run = play(
      [...fork, boundary('stop', 'b', message('stop', literal('k'))), end('stopped')],
      [
        ['s', 'fork'],
        ['fork', 'a'],
        ['fork', 'b'],
        ['a', 'join'],
        ['b', 'join'],
        ['stop', 'stopped'],
        ['join', 'after'],
      ],
    ).complete('a');
    expect(fired(run, 'join')).toBe(0);
    expect(run.correlate('stop').waiting()).toEqual(['after']);
  });

  it('counts a boundary event as a way from its activity to the gateway', () => {
    const run = play(
      [...fork, boundary('late', 'b', message('late', literal('k'))), end('done')],
      [
        ['s', 'fork'],
        ['fork', 'a'],
        ['fork', 'b'],
        ['a', 'join'],
        ['b', 'done'],
        ['late', 'join'],
        ['join', 'after'],
      ],
    ).complete('a');
    expect(fired(run, 'join')).toBe(0);
    expect(run.correlate('late').waiting()).toEqual(['after']);
  });

  it('does not wait for a token that can only come by a flow which has one already', () => {
    const run = play(
      [start('s'), and('fork'), task('quick'), userTask('slow'), xor('merge'), task('never'), or('join'), userTask('after')],
      [
        ['s', 'fork'],
        ['fork', 'quick'],
        ['fork', 'slow'],
        ['quick', 'merge'],
        ['slow', 'merge'],
        ['merge', 'join'],
        ['merge', 'never', { when: read('no') }],
        ['never', 'join'],
        ['join', 'after'],
      ],
    );
    expect([fired(run, 'join'), run.waiting()]).toEqual([1, ['slow', 'after']]);
  });

  it('is not held up by a way through itself', () => {
    const run = play(
      [start('s'), or('join'), userTask('work'), xor('again'), end('e')],
      [
        ['s', 'join'],
        ['join', 'work'],
        ['work', 'again'],
        ['again', 'join', { when: read('more') }],
        ['again', 'e', { otherwise: true }],
      ],
      { more: true },
    );
    expect(run.complete('work').waiting()).toEqual(['work']);
    expect(run.complete('work', { more: false }).state?.status).toBe('completed');
  });

  it('keeps its tokens over a step and fires again for a second round of them', () => {
    const run = play(fork, [
      ['s', 'fork'],
      ['fork', 'a'],
      ['fork', 'a'],
      ['fork', 'b'],
      ['a', 'join'],
      ['b', 'join'],
      ['join', 'after'],
    ]);
    run.complete('a').complete('b');
    // One `a` is still active and can bring a token to a flow that has one: nothing is waited for.
    expect(fired(run, 'join')).toBe(1);
    expect(run.complete('a').waiting()).toEqual(['after', 'after']);
  });
});

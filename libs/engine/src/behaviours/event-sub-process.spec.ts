import {
  and,
  buildGraph,
  chain,
  end,
  error,
  errorEnd,
  eventSubProcess,
  literal,
  message,
  read,
  serviceTask,
  start,
  subProcess,
  task,
  timer,
  userTask,
} from '../../../../test/harness/graph-builder';
import type { NodeSpec } from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

const esp = (id: string, trigger: object, interrupting: boolean): NodeSpec =>
  eventSubProcess(id, {
    nodes: [start(`${id}-start`, { trigger, interrupting }), userTask(`${id}-task`), end(`${id}-end`)],
    flows: chain(`${id}-start`, `${id}-task`, `${id}-end`),
  });

const graphWith = (...inner: NodeSpec[]): ReturnType<typeof buildGraph> =>
  buildGraph('p', { nodes: [start('s'), userTask('u'), end('e'), ...inner], flows: chain('s', 'u', 'e') });

describe('event subprocess', () => {
  it('is waited for from the start of its scope, before anything else', () => {
    const play = new Play(graphWith(esp('w', message('withdraw', read('code')), true))).start({ code: 'HS-1' });
    expect(play.effects.map(({ type }) => type)).toEqual(['open-subscription', 'create-task']);
  });

  it('interrupting: ends the siblings, closes other starts, runs, and the scope completes with it', () => {
    const play = new Play(
      graphWith(esp('w', message('withdraw', literal('k')), true), esp('n', message('note', literal('k')), false)),
    ).start();
    play.correlate('n-start').correlate('w-start', { why: 'w' });
    expect(play.terminated()).toEqual(['u', 'n-task', 'n']);
    expect(play.state?.elements['1']?.interrupted).toBe(true);
    expect(play.catching()).toEqual([]);
    expect(play.variable('why')).toBe('w');
    expect(play.complete('w-task').state?.status).toBe('completed');
  });

  it('not interrupting: runs beside, as often as it is triggered, and the scope waits for it', () => {
    const play = new Play(graphWith(esp('n', message('note', literal('k')), false))).start();
    play.correlate('n-start').correlate('n-start').complete('u');
    expect(play.state?.status).toBe('active');
    expect(play.waiting()).toEqual(['n-task', 'n-task']);
    expect(play.complete('n-task').complete('n-task').state?.status).toBe('completed');
    expect(play.catching()).toEqual([]);
  });

  it('starts by a timer, and repeats by a cycle', () => {
    const play = new Play(graphWith(esp('t', timer('cycle', literal('R2/P1D')), false))).start();
    play.nowMs += 86_400_000;
    play.fire('t-start');
    play.nowMs += 86_400_000;
    play.fire('t-start');
    expect(play.waiting()).toEqual(['u', 't-task', 't-task']);
    expect(play.catching()).toEqual([]);
  });

  it('does not keep its scope alive by waiting', () => {
    const play = new Play(graphWith(esp('w', message('withdraw', literal('k')), true))).start().complete('u');
    expect(play.state?.status).toBe('completed');
    expect(play.effectsOf('close-subscription')).toHaveLength(1);
  });

  it('resets the joins of its scope and drops what waits there', () => {
    const graph = buildGraph('p', {
      nodes: [start('s'), and('f'), task('a'), userTask('b'), and('j'), end('e'), esp('w', message('withdraw', literal('k')), true)],
      flows: [['s', 'f'], ...chain('f', 'a', 'j', 'e'), ...chain('f', 'b', 'j')],
    });
    const play = new Play(graph).start().correlate('w-start').complete('w-task');
    expect(play.state?.status).toBe('completed');
  });

  it('catches an error of its scope; tokens on their way in the same step vanish', () => {
    const graph = buildGraph('p', {
      nodes: [
        start('s'),
        subProcess('sub', {
          nodes: [start('is'), and('f'), errorEnd('bad', 'E-1'), task('never'), userTask('later'), esp('c', error('E-1'), true)],
          flows: [['is', 'f'], ['f', 'bad'], ...chain('f', 'never', 'later')],
        }),
        task('after'),
      ],
      flows: chain('s', 'sub', 'after'),
    });
    const play = new Play(graph).start();
    expect(play.waiting()).toEqual(['c-task']);
    expect(play.completed()).not.toContain('never');
    expect(play.complete('c-task').completed()).toContain('after');
  });

  it('is never caught by its own start, nor by another of the interrupted scope', () => {
    const thrower = (id: string, code?: string): NodeSpec =>
      eventSubProcess(id, {
        nodes: [start(`${id}-start`, { trigger: error(code), interrupting: true }), errorEnd(`${id}-bad`, 'E-1')],
        flows: chain(`${id}-start`, `${id}-bad`),
      });
    const graph = buildGraph('p', { nodes: [start('s'), serviceTask('t'), thrower('x', 'E-1'), thrower('y')], flows: chain('s', 't') });
    const play = new Play(graph).start().throwError('t', 'E-1');
    expect(play.completed()).toEqual(['s', 'x-start']);
    expect(play.causes()).toEqual(['error-uncaught']);
  });

  it('lets an error out of a non-interrupting one be caught by another of the same scope', () => {
    const graph = buildGraph('p', {
      nodes: [
        start('s'),
        userTask('u'),
        eventSubProcess('n', {
          nodes: [start('n-start', { trigger: message('m', literal('k')), interrupting: false }), errorEnd('n-bad', 'E-1')],
          flows: chain('n-start', 'n-bad'),
        }),
        esp('c', error('E-1'), true),
      ],
      flows: chain('s', 'u'),
    });
    expect(new Play(graph).start().correlate('n-start').waiting()).toEqual(['c-task']);
  });

  it('holds the start of its scope with an incident while its key is missing', () => {
    const play = new Play(graphWith(esp('w', message('withdraw', read('code')), true))).start();
    expect(play.causes()).toEqual(['correlation-key-missing']);
    expect(play.waiting()).toEqual([]);
    play.resolve({ code: 'k' });
    expect(play.waiting()).toEqual(['u']);
    expect(play.catching()).toEqual(['w-start']);
  });
});

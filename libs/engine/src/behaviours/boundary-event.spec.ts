import {
  boundary,
  buildGraph,
  chain,
  end,
  error,
  errorEnd,
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

const HOUR_MS = 3_600_000;
const onTask = (...boundaries: NodeSpec[]): Play =>
  new Play(
    buildGraph('p', {
      nodes: [start('s'), userTask('u'), ...boundaries, ...boundaries.map(({ id }) => userTask(`after-${id}`)), userTask('next')],
      flows: [...chain('s', 'u', 'next'), ...boundaries.map(({ id }): [string, string] => [id, `after-${id}`])],
    }),
  );

describe('timer boundary', () => {
  it('takes the place of its activity when it interrupts', () => {
    const play = onTask(boundary('late', 'u', timer('duration', literal('PT1H')))).start();
    expect(play.effectsOf('start-timer')[0]?.dueMs).toBe(play.nowMs + HOUR_MS);
    play.fire('late');
    expect(play.terminated()).toEqual(['u']);
    expect(play.effectsOf('close-task')).toEqual([{ type: 'close-task', taskId: 'id-2', outcome: 'canceled' }]);
    expect(play.waiting()).toEqual(['after-late']);
  });

  it('adds a token when it does not interrupt', () => {
    const play = onTask(boundary('remind', 'u', timer('duration', literal('PT1H')), false))
      .start()
      .fire('remind');
    expect(play.waiting()).toEqual(['u', 'after-remind']);
    expect(play.complete('u').complete('after-remind').complete('next').state?.status).toBe('completed');
  });

  it('is cancelled when its activity completes', () => {
    const play = onTask(boundary('late', 'u', timer('duration', literal('PT1H'))))
      .start()
      .complete('u');
    expect(play.effectsOf('cancel-timer')).toEqual([{ type: 'cancel-timer', timerId: 'id-1' }]);
    expect(play.catching()).toEqual([]);
  });
});

describe('timer cycle on a non-interrupting boundary', () => {
  const cycle = (text: string): Play => onTask(boundary('remind', 'u', timer('cycle', literal(text)), false)).start();

  it('counts the next firing from the previous due date, under a new id', () => {
    const play = cycle('R/PT1H');
    const begun = play.nowMs;
    play.nowMs = begun + HOUR_MS + 60_000;
    play.fire('remind');
    expect(play.effectsOf('start-timer').map(({ timerId, dueMs }) => [timerId, dueMs])).toEqual([
      ['id-1', begun + HOUR_MS],
      ['id-3', begun + 2 * HOUR_MS],
    ]);
    expect(play.try({ type: 'fire-timer', timerId: 'id-1' })).toMatchObject({ rejection: { code: 'timer-not-open' } });
  });

  it('fires as often as it says', () => {
    const play = cycle('R2/PT1H');
    play.nowMs += HOUR_MS;
    play.fire('remind');
    play.nowMs += HOUR_MS;
    play.fire('remind');
    expect(play.catching()).toEqual([]);
    expect(play.completed().filter((id) => id === 'remind')).toHaveLength(2);
  });

  it('fires once when several slots were missed, and records how many were skipped', () => {
    const play = cycle('R/PT1H');
    const begun = play.nowMs;
    play.nowMs = begun + 3.5 * HOUR_MS;
    play.fire('remind');
    expect(play.eventsOf('timer-fired')).toEqual([{ v: 1, type: 'timer-fired', timerId: 'id-1', skipped: 2 }]);
    expect(play.effectsOf('start-timer').at(-1)?.dueMs).toBe(begun + 4 * HOUR_MS);
    expect(play.waiting()).toEqual(['u', 'after-remind']);
  });

  it('ends with its activity', () => {
    const play = cycle('R/PT1H');
    play.fire('remind').complete('u');
    expect(play.catching()).toEqual([]);
  });

  it('is an incident where it would interrupt', () => {
    expect(
      onTask(boundary('late', 'u', timer('cycle', literal('R/PT1H'))))
        .start()
        .causes(),
    ).toEqual(['timer-not-readable']);
  });
});

describe('message boundary', () => {
  it('brings its variables and interrupts', () => {
    const play = onTask(boundary('withdrawn', 'u', message('withdraw', read('code')))).start({ code: 'HS-1' });
    play.correlate('withdrawn', { reason: 'r' });
    expect(play.waiting()).toEqual(['after-withdrawn']);
    expect(play.variable('reason')).toBe('r');
    expect(play.catching()).toEqual([]);
  });

  it('stays open after a correlation when it does not interrupt', () => {
    const play = onTask(boundary('note', 'u', message('note', literal('k')), false)).start();
    expect(play.effectsOf('open-subscription')[0]?.once).toBe(false);
    play.correlate('note').correlate('note');
    expect(play.waiting()).toEqual(['u', 'after-note', 'after-note']);
  });

  it('opens nothing, not even the task, while another boundary has no key', () => {
    const play = onTask(
      boundary('late', 'u', timer('duration', literal('PT1H'))),
      boundary('note', 'u', message('note', read('code'))),
    ).start();
    expect(play.causes()).toEqual(['correlation-key-missing']);
    expect(play.state?.waits).toEqual({});
    play.resolve({ code: 'k' });
    expect(play.catching()).toEqual(['late', 'note']);
    expect(play.waiting()).toEqual(['u']);
  });
});

describe('error boundary', () => {
  const onJob = (...boundaries: NodeSpec[]): Play =>
    new Play(
      buildGraph('p', {
        nodes: [start('s'), serviceTask('t'), ...boundaries, ...boundaries.map(({ id }) => userTask(`after-${id}`))],
        flows: [['s', 't'], ...boundaries.map(({ id }): [string, string] => [id, `after-${id}`])],
      }),
    ).start();

  it('catches the error of a job, with its variables', () => {
    const play = onJob(boundary('refused', 't', error('E-1'))).throwError('t', 'E-1', { why: 'w' });
    expect(play.terminated()).toEqual(['t']);
    expect(play.waiting()).toEqual(['after-refused']);
    expect(play.variable('why')).toBe('w');
  });

  it('prefers its own code to catch-all at the same level', () => {
    const play = onJob(boundary('any', 't', error()), boundary('refused', 't', error('E-1')));
    expect(play.throwError('t', 'E-1').waiting()).toEqual(['after-refused']);
  });

  it('catches any code with catch-all', () => {
    expect(
      onJob(boundary('any', 't', error()), boundary('refused', 't', error('E-1')))
        .throwError('t', 'E-2')
        .waiting(),
    ).toEqual(['after-any']);
  });

  const nested = (inner: NodeSpec[], outer: NodeSpec[]): Play =>
    new Play(
      buildGraph('p', {
        nodes: [
          start('s'),
          subProcess('out', {
            nodes: [
              start('os'),
              subProcess('in', { nodes: [start('is'), errorEnd('bad', 'E-1')], flows: chain('is', 'bad') }),
              ...inner,
              ...inner.map(({ id }) => task(`after-${id}`)),
            ],
            flows: [['os', 'in'], ...inner.map(({ id }): [string, string] => [id, `after-${id}`])],
          }),
          ...outer,
          ...outer.map(({ id }) => task(`after-${id}`)),
        ],
        flows: [['s', 'out'], ...outer.map(({ id }): [string, string] => [id, `after-${id}`])],
      }),
    ).start();

  it('takes the nearest level, even a catch-all below a specific one', () => {
    const play = nested([boundary('near', 'in', error())], [boundary('far', 'out', error('E-1'))]);
    expect(play.completed()).toContain('after-near');
    expect(play.completed()).not.toContain('far');
  });

  it('walks outwards past what does not match, and catches once', () => {
    const play = nested([boundary('near', 'in', error('E-2'))], [boundary('far', 'out', error('E-1'))]);
    expect(play.terminated()).toEqual(['in', 'out']);
    expect(play.completed()).toEqual(['s', 'os', 'is', 'bad', 'far', 'after-far']);
  });

  it('keeps the token at the end event when nothing catches', () => {
    const play = nested([], []);
    expect(play.causes()).toEqual(['error-uncaught']);
    expect(play.state?.status).toBe('active');
  });
});

describe('boundary on a subprocess', () => {
  it('ends all that lives inside', () => {
    const play = new Play(
      buildGraph('p', {
        nodes: [
          start('s'),
          subProcess('sub', { nodes: [start('is'), userTask('u')], flows: chain('is', 'u') }),
          boundary('late', 'sub', timer('duration', literal('P3D'))),
          end('e'),
        ],
        flows: [
          ['s', 'sub'],
          ['late', 'e'],
        ],
      }),
    ).start();
    play.fire('late');
    expect(play.terminated()).toEqual(['u', 'sub']);
    expect(play.state?.status).toBe('completed');
  });
});

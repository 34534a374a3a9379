import {
  buildGraph,
  catchEvent,
  chain,
  literal,
  mapping,
  message,
  read,
  start,
  timer,
  userTask,
} from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

const play = (trigger: object, facts: Record<string, unknown> = {}): Play =>
  new Play(buildGraph('p', { nodes: [start('s'), catchEvent('c', trigger, facts), userTask('u')], flows: chain('s', 'c', 'u') }));

describe('intermediate catch event', () => {
  it('waits for a message under the key its expression gives', () => {
    const one = play(message('decided', read('code'))).start({ code: 'HS-1' });
    expect(one.effectsOf('open-subscription')).toEqual([
      { type: 'open-subscription', subscriptionId: 'id-1', elementId: 'c', message: 'decided', correlationKey: 'HS-1', once: true },
    ]);
    one.correlate('c', { number: 12 });
    expect(one.variable('number')).toBe(12);
    expect(one.waiting()).toEqual(['u']);
    expect(one.effectsOf('close-subscription')).toHaveLength(1);
    expect(one.try({ type: 'correlate', subscriptionId: 'id-1', variables: {} })).toMatchObject({
      rejection: { code: 'subscription-not-open' },
    });
  });

  it('takes from the message only what its output mappings name', () => {
    const one = play(message('decided', literal('k')), { outputs: [mapping(read('number'), 'decisionNumber')] }).start();
    one.correlate('c', { number: 12, secret: 1 });
    expect(one.variable('decisionNumber')).toBe(12);
    expect(one.variable('secret')).toBeUndefined();
  });

  it('accepts a number as key', () => {
    expect(
      play(message('m', literal(7)))
        .start()
        .effectsOf('open-subscription')[0]?.correlationKey,
    ).toBe('7');
  });

  it('raises an incident without a key, and waits once there is one', () => {
    const one = play(message('m', read('code'))).start();
    expect(one.causes()).toEqual(['correlation-key-missing']);
    expect(one.resolve({ code: 'HS-1' }).catching()).toEqual(['c']);
  });

  it('waits for a date', () => {
    const one = play(timer('date', read('day'))).start({ day: '2026-04-01T08:00:00+07:00' });
    expect(one.effectsOf('start-timer')[0]?.dueMs).toBe(Date.parse('2026-04-01T08:00:00+07:00'));
    expect(one.fire('c').waiting()).toEqual(['u']);
    expect(one.try({ type: 'fire-timer', timerId: 'id-1' })).toMatchObject({ rejection: { code: 'timer-not-open' } });
  });

  it('waits for a duration', () => {
    const one = play(timer('duration', literal('P1DT2H'))).start();
    expect(one.effectsOf('start-timer')[0]?.dueMs).toBe(one.nowMs + 26 * 3_600_000);
  });

  it('raises an incident for a timer it cannot read', () => {
    const one = play(timer('duration', read('limit'))).start({ limit: 'soon' });
    expect(one.causes()).toEqual(['timer-not-readable']);
    expect(one.resolve({ limit: 'PT1H' }).catching()).toEqual(['c']);
  });
});

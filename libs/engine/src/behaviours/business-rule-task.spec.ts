import { buildGraph, chain, decision, end, ruleTask, start } from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

const play = (rule: ReturnType<typeof decision>): Play =>
  new Play(buildGraph('p', { nodes: [start('s'), ruleTask('r', rule, 'power'), end('e')], flows: chain('s', 'r', 'e') }));

describe('business rule task', () => {
  it('puts the decision into its result variable and the matched rules into history', () => {
    const one = play(decision('authority', ({ award }) => (award === 'GK' ? 'XA' : 'TINH'))).start({ award: 'GK' });
    expect(one.lastSet('power')).toBe('XA');
    expect(one.eventsOf('decision-evaluated')).toEqual([
      {
        v: 1,
        type: 'decision-evaluated',
        key: 3,
        decisionId: 'authority',
        output: 'XA',
        trace: [{ decisionId: 'authority', ruleIds: ['r1'] }],
      },
    ]);
  });

  it('raises an incident when the decision fails, and decides again on retry', () => {
    const warnings: string[] = ['unknown variable award'];
    const one = play(decision('authority', ({ award }) => award, warnings)).start();
    expect(one.causes()).toEqual(['decision-failed']);
    one.resolve({ award: 'BK' });
    expect(one.lastSet('power')).toBe('BK');
  });

  it('accepts that no rule matched', () => {
    const one = play(decision('authority', () => null)).start();
    expect(one.state?.status).toBe('completed');
    expect(one.lastSet('power')).toBeNull();
  });
});

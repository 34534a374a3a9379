import {
  adHoc,
  boundary,
  buildGraph,
  chain,
  eventSubProcess,
  formula,
  literal,
  message,
  read,
  start,
  task,
  userTask,
  end,
} from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

const ask = (definition: object, facts: Record<string, unknown> = {}) =>
  buildGraph('p', {
    nodes: [
      start('s'),
      adHoc(
        'ask',
        { nodes: [userTask('law'), userTask('money'), task('next'), userTask('people')], flows: chain('money', 'next') },
        definition,
        facts,
      ),
      boundary('stop', 'ask', message('stop', literal('k'))),
      userTask('after'),
    ],
    flows: [
      ['s', 'ask'],
      ['ask', 'after'],
    ],
  });
const both = { activeElements: literal(['law', 'money']) };
const begin = (play: Play, ...elementIds: string[]) =>
  play.try({ type: 'activate-ad-hoc', key: play.keyOf('ask'), elementIds, variables: { why: 'asked' } });

describe('ad-hoc subprocess', () => {
  it('begins what its expression lists and is done when that is done', () => {
    const play = new Play(ask(both)).start();
    expect(play.waiting()).toEqual(['law', 'money']);
    expect(play.complete('money').completed()).toContain('next');
    expect(play.complete('law').waiting()).toEqual(['after']);
  });

  it('sequential: one after the other', () => {
    const play = new Play(ask({ ...both, ordering: 'sequential' })).start();
    expect(play.waiting()).toEqual(['law']);
    expect(play.complete('law').waiting()).toEqual(['money']);
    expect(play.complete('money').waiting()).toEqual(['after']);
  });

  it('over nothing is done at once', () => {
    expect(new Play(ask({ activeElements: literal([]) })).start().waiting()).toEqual(['after']);
  });

  it('without a list waits for people to begin and to end it', () => {
    const play = new Play(ask({})).start();
    expect([play.waiting(), play.state?.status]).toEqual([[], 'active']);
    expect(begin(play, 'people')).toMatchObject({ ok: true });
    expect([play.waiting(), play.variable('why')]).toEqual([['people'], 'asked']);
    play.complete('people');
    expect(begin(play, 'people', 'law')).toMatchObject({ ok: true });
    play.must({ type: 'complete-ad-hoc', key: play.keyOf('ask') });
    expect([play.waiting(), play.terminated()]).toEqual([['after'], ['people', 'law']]);
  });

  const enough = formula('ok', ({ ok }) => ok);

  it('ends the rest when its condition holds', () => {
    const play = new Play(ask({ ...both, completionCondition: enough })).start({ ok: false }).complete('law', { ok: true });
    expect([play.waiting(), play.terminated()]).toEqual([['after'], ['money']]);
  });

  it('or lets the rest finish', () => {
    const play = new Play(ask({ ...both, completionCondition: enough, cancelRemaining: false }))
      .start({ ok: false })
      .complete('law', { ok: true });
    expect(play.waiting()).toEqual(['money']);
    expect(play.complete('money').waiting()).toEqual(['after']);
  });

  it('stays open while its condition does not hold', () => {
    const play = new Play(ask({ ...both, completionCondition: enough })).start({ ok: false }).complete('law').complete('money');
    expect([play.waiting(), play.state?.status]).toEqual([[], 'active']);
    begin(play, 'people');
    expect(play.complete('people', { ok: true }).waiting()).toEqual(['after']);
  });

  it('raises an incident for a condition that answers neither, and asks again once repaired', () => {
    const play = new Play(ask({ ...both, completionCondition: enough })).start({ ok: 'maybe' }).complete('law');
    expect(play.causes()).toEqual(['completion-condition-broken']);
    expect(play.resolve({ ok: true }).waiting()).toEqual(['after']);
  });

  it('stays open when the repaired condition does not hold', () => {
    const play = new Play(ask({ activeElements: literal(['law']), completionCondition: enough })).start({ ok: 'maybe' }).complete('law');
    expect([play.resolve({ ok: false }).causes(), play.state?.status]).toEqual([[], 'active']);
  });

  it.each([
    [read('none'), 'ad-hoc-elements-not-list'],
    [literal(['law', 'ghost']), 'ad-hoc-element-unknown'],
    [literal(['next']), 'ad-hoc-element-unknown'],
    [literal([3]), 'ad-hoc-element-unknown'],
  ])('raises an incident for a list that cannot be begun: %#', (activeElements, cause) => {
    expect(new Play(ask({ activeElements })).start().causes()).toEqual([cause]);
  });

  it('refuses commands it cannot follow, and changes nothing', () => {
    const play = new Play(ask({})).start();
    expect(begin(play, 'people', 'next')).toMatchObject({ rejection: { code: 'element-not-activatable' } });
    expect(play.try({ type: 'activate-ad-hoc', key: 99, elementIds: [], variables: {} })).toMatchObject({
      rejection: { code: 'ad-hoc-not-open' },
    });
    expect(play.try({ type: 'complete-ad-hoc', key: 1 })).toMatchObject({ rejection: { code: 'ad-hoc-not-open' } });
  });

  it('is interrupted as any activity, and runs several times', () => {
    expect(new Play(ask(both)).start().correlate('stop').waiting()).toEqual([]);
    const twice = new Play(ask(both, { multiInstance: { sequential: true, inputCollection: literal([1, 2]) } })).start();
    twice.complete('law').complete('money').complete('law').complete('money');
    expect(twice.waiting()).toEqual(['after']);
  });

  it('of several runs is commanded run by run, never as a whole', () => {
    const play = new Play(ask({}, { multiInstance: { sequential: true, inputCollection: literal([1]) } })).start();
    expect(play.try({ type: 'complete-ad-hoc', key: play.keyOf('ask') })).toMatchObject({ rejection: { code: 'ad-hoc-not-open' } });
  });

  it('cannot be commanded once it is interrupted', () => {
    const esp = eventSubProcess('esp', {
      nodes: [start('in', { trigger: message('halt', literal('k')), interrupting: true }), userTask('wait')],
      flows: chain('in', 'wait'),
    });
    const graph = buildGraph('p', { nodes: [start('s'), adHoc('ask', { nodes: [userTask('law'), esp] })], flows: chain('s', 'ask') });
    const play = new Play(graph).start().correlate('in');
    expect(begin(play, 'law')).toMatchObject({ rejection: { code: 'ad-hoc-not-open' } });
  });

  it('has event subprocesses of its own', () => {
    const esp = eventSubProcess('esp', {
      nodes: [start('in', { trigger: message('halt', literal('k')), interrupting: true }), end('out')],
      flows: chain('in', 'out'),
    });
    const graph = buildGraph('p', {
      nodes: [start('s'), adHoc('ask', { nodes: [userTask('law'), esp] }, { activeElements: literal(['law']) }), userTask('after')],
      flows: chain('s', 'ask', 'after'),
    });
    expect(new Play(graph).start().correlate('in').waiting()).toEqual(['after']);
  });
});

import {
  boundary,
  buildGraph,
  callActivity,
  chain,
  end,
  error,
  errorEnd,
  mapping,
  message,
  read,
  start,
  terminateEnd,
  userTask,
} from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

const caller = (facts: Record<string, unknown> = {}): ReturnType<typeof buildGraph> =>
  buildGraph('p', {
    nodes: [start('s'), callActivity('c', 'q', facts), boundary('failed', 'c', error('E-1')), userTask('after'), userTask('repair')],
    flows: [...chain('s', 'c', 'after'), ['failed', 'repair']],
  });
const call = (propagateAll: boolean): Record<string, unknown> => ({
  call: { processId: 'q', binding: 'deployment', propagateAll, seesAll: false },
});
const called = buildGraph('q', { nodes: [start('qs'), userTask('u'), end('qe')], flows: chain('qs', 'u', 'qe') });

describe('call activity', () => {
  it('runs the called process inside the same instance and returns', () => {
    const play = new Play(caller(), { called: { q: called } }).start();
    expect(play.state?.graphs).toEqual(['p', 'q']);
    expect(play.effectsOf('create-task')[0]).toMatchObject({ elementId: 'u', graph: 1 });
    play.complete('u');
    expect(play.completed()).toEqual(['s', 'qs', 'u', 'qe', 'q', 'c']);
    expect(play.waiting()).toEqual(['after']);
  });

  it('isolates variables: only inputs go in, only outputs come out', () => {
    const facts = { inputs: [mapping(read('code'), 'dossier')], outputs: [mapping(read('verdict'), 'result')] };
    const play = new Play(caller(facts), { called: { q: called } }).start({ code: 'HS-1', hidden: 1 });
    expect(Object.values(play.state?.elements ?? {}).find(({ graph, element }) => graph === 1 && element === 0)?.variables).toEqual({
      dossier: 'HS-1',
    });
    play.complete('u', { verdict: 'agreed', other: 1 });
    expect(play.variable('result')).toBe('agreed');
    expect(play.variable('other')).toBeUndefined();
    expect(play.variable('verdict')).toBeUndefined();
  });

  it('hands back everything when told to, and nothing when not', () => {
    const all = new Play(caller(call(true)), { called: { q: called } }).start().complete('u', { verdict: 'agreed' });
    expect(all.variable('verdict')).toBe('agreed');
    const none = new Play(caller(call(false)), { called: { q: called } }).start().complete('u', { verdict: 'agreed' });
    expect(none.variable('verdict')).toBeUndefined();
  });

  it('passes an error on to the caller', () => {
    const failing = buildGraph('q', { nodes: [start('qs'), userTask('u'), errorEnd('bad', 'E-1')], flows: chain('qs', 'u', 'bad') });
    const play = new Play(caller(), { called: { q: failing } }).start().complete('u');
    expect(play.waiting()).toEqual(['repair']);
    expect(play.terminated()).toEqual(['q', 'c']);
  });

  it('returns normally when the called process terminates itself', () => {
    const ending = buildGraph('q', { nodes: [start('qs'), terminateEnd('t')], flows: chain('qs', 't') });
    expect(new Play(caller(), { called: { q: ending } }).start().waiting()).toEqual(['after']);
  });

  it('raises an incident while the called process is not deployed, and calls it when it is', () => {
    const deployed: Record<string, typeof called> = {};
    const play = new Play(caller(), { called: deployed }).start();
    expect(play.causes()).toEqual(['called-process-unknown']);
    deployed['q'] = called;
    expect(play.resolve().waiting()).toEqual(['u']);
  });

  it('raises an incident when the called process has no plain start', () => {
    const startless = buildGraph('q', { nodes: [start('s', { trigger: message('m') })] });
    expect(new Play(caller(), { called: { q: startless } }).start().causes()).toEqual(['called-process-not-startable']);
  });

  it('raises an incident when a process calls itself without end', () => {
    const self = buildGraph('p', { nodes: [start('s'), callActivity('c', 'p')], flows: chain('s', 'c') });
    expect(new Play(self, { called: { p: self } }).start().causes()).toEqual(['call-too-deep']);
  });

  it('uses a graph that is bound already for a second call', () => {
    const twice = buildGraph('p', {
      nodes: [start('s'), callActivity('a', 'q'), callActivity('b', 'q'), end('e')],
      flows: chain('s', 'a', 'b', 'e'),
    });
    const play = new Play(twice, { called: { q: called } }).start().complete('u').complete('u');
    expect(play.state).toMatchObject({ status: 'completed', graphs: ['p', 'q'] });
  });

  it('begins with a copy of all the caller sees where it is asked to', () => {
    const q = buildGraph('q', { nodes: [start('s'), userTask('u')], flows: chain('s', 'u') });
    const facts = {
      call: { processId: 'q', binding: 'deployment', propagateAll: false, seesAll: true },
      inputs: [mapping(read('a'), 'b')],
    };
    const play = new Play(caller(facts), { called: { q } }).start({ a: 1 });
    expect(play.eventsOf('variables-set').at(-1)?.values).toEqual({ a: 1, b: 1 });
    expect(play.complete('u', { a: 2 }).variable('a')).toBe(1);
  });
});

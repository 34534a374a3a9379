import { buildGraph, chain, end, literal, mapping, read, start, task, throwEvent } from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

const thrown = (key: ReturnType<typeof read>, ttl?: string): object => ({
  kind: 'message',
  message: { name: 'result', correlationKey: key, ...(ttl !== undefined && { ttl }) },
});

describe('throwing a message', () => {
  it('publishes what the inputs name, for 30 days, and goes on', () => {
    const node = throwEvent('m', thrown(read('code')), { inputs: [mapping(read('outcome'), 'outcome')] });
    const play = new Play(buildGraph('p', { nodes: [start('s'), node, end('e')], flows: chain('s', 'm', 'e') }));
    play.start({ code: 'HS-1', outcome: 'agreed', private: 1 });
    expect(play.effectsOf('publish-message')).toEqual([
      {
        type: 'publish-message',
        messageId: 'id-1',
        message: 'result',
        correlationKey: 'HS-1',
        ttlMs: 30 * 86_400_000,
        variables: { outcome: 'agreed' },
      },
    ]);
    expect(play.state?.status).toBe('completed');
  });

  it('does so at an end event too, with its own time to live', () => {
    const node = end('m', { trigger: thrown(literal('k'), 'PT1H') });
    const play = new Play(buildGraph('p', { nodes: [start('s'), node], flows: chain('s', 'm') })).start();
    expect(play.effectsOf('publish-message')[0]?.ttlMs).toBe(3_600_000);
    expect(play.state?.status).toBe('completed');
  });

  it.each(['event', 'end'])('raises an incident without a key (%s)', (kind) => {
    const node = kind === 'end' ? end('m', { trigger: thrown(read('code')) }) : throwEvent('m', thrown(read('code')));
    const play = new Play(buildGraph('p', { nodes: [start('s'), node], flows: chain('s', 'm') })).start();
    expect(play.causes()).toEqual(['correlation-key-missing']);
    expect(play.effectsOf('publish-message')).toEqual([]);
    expect(play.resolve({ code: 'x' }).state?.status).toBe('completed');
  });

  it('passes through when nothing is thrown', () => {
    const play = new Play(buildGraph('p', { nodes: [start('s'), throwEvent('n'), task('a')], flows: chain('s', 'n', 'a') })).start();
    expect(play.completed()).toEqual(['s', 'n', 'a']);
  });
});

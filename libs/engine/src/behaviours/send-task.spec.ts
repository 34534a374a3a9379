import { buildGraph, chain, literal, read, start, userTask, type NodeSpec } from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

const send = (facts: object): NodeSpec => ({ id: 'send', type: 'sendTask', facts: { message: { name: 'm', ...facts } } });
const graph = (facts: object) => buildGraph('p', { nodes: [start('s'), send(facts), userTask('u')], flows: chain('s', 'send', 'u') });

describe('send task', () => {
  it('publishes its message and goes on', () => {
    const play = new Play(graph({ correlationKey: literal('k') })).start();
    expect([play.waiting(), play.effectsOf('publish-message')]).toMatchObject([['u'], [{ message: 'm', correlationKey: 'k' }]]);
  });

  it('stays with an incident without a key', () => {
    const play = new Play(graph({ correlationKey: read('key') })).start();
    expect([play.causes(), play.waiting()]).toEqual([['correlation-key-missing'], []]);
    expect(play.resolve({ key: 'k' }).waiting()).toEqual(['u']);
  });
});

import {
  and,
  boundary,
  buildGraph,
  chain,
  end,
  literal,
  message,
  read,
  serviceTask,
  start,
  task,
  timer,
  userTask,
  xor,
} from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

const simple = buildGraph('p', { nodes: [start('s'), userTask('u'), end('e')], flows: chain('s', 'u', 'e') });

describe('process', () => {
  it('starts with its variables and business key and ends when no token is left', () => {
    const play = new Play(simple).must({ type: 'start', businessKey: 'HS-1', variables: { n: 1 } });
    expect(play.state).toMatchObject({ schema: 1, status: 'active', processId: 'p', businessKey: 'HS-1', graphs: ['p'] });
    expect(play.variable('n')).toBe(1);
    play.complete('u');
    expect(play.events.at(-1)).toEqual({ v: 1, type: 'instance-completed' });
    expect(play.effects.at(-1)).toEqual({ type: 'end-instance', outcome: 'completed' });
    expect(play.state).toMatchObject({ status: 'completed', elements: {}, waits: {} });
  });

  it('waits for all its tokens', () => {
    const play = new Play(
      buildGraph('p', {
        nodes: [start('s'), and('f'), userTask('a'), userTask('b')],
        flows: [
          ['s', 'f'],
          ['f', 'a'],
          ['f', 'b'],
        ],
      }),
    ).start();
    expect(play.complete('a').state?.status).toBe('active');
    expect(play.complete('b').state?.status).toBe('completed');
  });

  describe('with several starts', () => {
    const graph = buildGraph('p', {
      nodes: [start('one'), start('two'), start('mail', { trigger: message('m') }), task('a'), task('b'), task('c')],
      flows: [
        ['one', 'a'],
        ['two', 'b'],
        ['mail', 'c'],
      ],
    });

    it('begins at the one that is named, also at a message start', () => {
      expect(new Play(graph).start({}, 'two').completed()).toEqual(['two', 'b']);
      expect(new Play(graph).start({}, 'mail').completed()).toEqual(['mail', 'c']);
    });

    it('rejects a start that names none or an unknown one', () => {
      const start = { type: 'start', variables: {} } as const;
      expect(new Play(graph).try(start)).toMatchObject({ rejection: { code: 'start-event-ambiguous' } });
      expect(new Play(graph).try({ ...start, startElementId: 'a' })).toMatchObject({ rejection: { code: 'start-event-unknown' } });
    });
  });

  it('rejects commands before the start, after the end, and a second start', () => {
    const set = { type: 'set-variables', variables: {} } as const;
    expect(new Play(simple).try(set)).toMatchObject({ rejection: { code: 'instance-not-active' } });
    const play = new Play(simple).start();
    expect(play.try({ type: 'start', variables: {} })).toMatchObject({ rejection: { code: 'instance-not-active' } });
    play.complete('u');
    expect(play.try(set)).toMatchObject({ rejection: { code: 'instance-not-active' } });
  });

  it('sets variables of the process', () => {
    expect(
      new Play(simple)
        .start({ n: 1 })
        .must({ type: 'set-variables', variables: { n: 2, m: 3 } })
        .variable('n'),
    ).toBe(2);
  });

  it('closes everything when it is cancelled', () => {
    const graph = buildGraph('p', {
      nodes: [start('s'), and('f'), userTask('u'), boundary('late', 'u', timer('duration', literal('P1D'))), serviceTask('t'), xor('g')],
      flows: [
        ['s', 'f'],
        ['f', 'u'],
        ['f', 't'],
        ['f', 'g'],
        ['g', 'u', { when: read('never') }],
      ],
    });
    const play = new Play(graph).start();
    expect(play.causes()).toHaveLength(1);
    play.must({ type: 'cancel', reason: 'withdrawn' });
    expect(play.state).toMatchObject({ status: 'canceled', elements: {}, waits: {}, incidents: {} });
    const closing = play.effects.slice(-5).map(({ type }) => type);
    expect(closing.at(-1)).toBe('end-instance');
    expect(closing.toSorted()).toEqual(['cancel-timer', 'close-job', 'close-task', 'end-instance', 'resolve-incident']);
    expect(play.events.at(-1)).toEqual({ v: 1, type: 'instance-canceled', reason: 'withdrawn' });
  });

  it('rejects a step that goes round without a wait state, and changes nothing', () => {
    const loop = buildGraph('p', {
      nodes: [start('s'), userTask('u'), task('a'), task('b')],
      flows: [...chain('s', 'u', 'a', 'b'), ['b', 'a']],
    });
    const play = new Play(loop, { stepCap: 50 }).start();
    expect(play.try({ type: 'complete-task', taskId: 'id-1', variables: {} })).toMatchObject({ rejection: { code: 'step-limit' } });
    expect(play.waiting()).toEqual(['u']);
  });
});

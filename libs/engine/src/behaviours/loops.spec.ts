import {
  boundary,
  buildGraph,
  chain,
  error,
  formula,
  literal,
  message,
  read,
  serviceTask,
  signal,
  start,
  subProcess,
  userTask,
  type NodeSpec,
} from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

const run = (node: NodeSpec, variables = {}, extra: readonly NodeSpec[] = []): Play =>
  new Play(buildGraph('p', { nodes: [start('s'), node, ...extra, userTask('after')], flows: chain('s', node.id, 'after') })).start(
    variables,
  );
const multi = (facts: object, id = 'u'): NodeSpec => userTask(id, {}, { multiInstance: { sequential: true, ...facts } });
const loop = (standardLoop: object): NodeSpec => userTask('u', {}, { standardLoop });

describe('sequential multi-instance', () => {
  it('runs one after the other, in the order of the list', () => {
    const play = run(
      multi({ inputCollection: literal(['a', 'b']), inputElement: 'who', outputCollection: 'all', outputElement: read('said') }),
    );
    expect([play.waiting(), play.lastSet('who')]).toEqual([['u'], 'a']);
    play.complete('u', { said: 1 });
    expect([play.waiting(), play.lastSet('who')]).toEqual([['u'], 'b']);
    expect(play.complete('u', { said: 2 }).waiting()).toEqual(['after']);
    expect(play.variable('all')).toEqual([1, 2]);
  });

  it('stops when its completion condition holds; the rest is never begun', () => {
    const condition = formula(
      'numberOfCompletedInstances = 1',
      (seen) => seen['numberOfCompletedInstances'] === 1 && seen['numberOfActiveInstances'] === 0,
    );
    const play = run(multi({ inputCollection: literal([1, 2, 3]), completionCondition: condition })).complete('u');
    expect([play.waiting(), play.terminated()]).toEqual([['after'], []]);
  });

  it('with a constant condition stops or runs on', () => {
    const constant = (value: boolean): Play =>
      run(multi({ inputCollection: literal([1, 2]), completionCondition: literal(value) })).complete('u');
    expect([constant(true).waiting(), constant(false).waiting()]).toEqual([['after'], ['u']]);
  });

  it('a body over nothing is done at once', () => {
    expect(run(multi({ inputCollection: literal([]) })).waiting()).toEqual(['after']);
  });

  it.each([
    [literal(2), 2],
    [literal(0), 0],
  ])('runs as often as its cardinality says: %#', (cardinality, times) => {
    const play = run(multi({ sequential: false, cardinality }));
    expect(play.waiting().filter((id) => id === 'u')).toHaveLength(times);
  });

  it.each([[-1], [1.5], ['two'], [10_001]])('raises an incident for the cardinality %p', (cardinality) => {
    const play = run(multi({ cardinality: read('n') }), { n: cardinality });
    expect(play.causes()).toEqual(['cardinality-not-number']);
    expect(play.resolve({ n: 1 }).waiting()).toEqual(['u']);
  });

  it('an error of one run, caught at the body, ends the others', () => {
    const job = serviceTask('j', 'work', { multiInstance: { sequential: false, inputCollection: literal([1, 2]) } });
    const graph = buildGraph('p', {
      nodes: [start('s'), job, boundary('bad', 'j', error('E')), userTask('fix')],
      flows: [
        ['s', 'j'],
        ['bad', 'fix'],
      ],
    });
    const play = new Play(graph).start();
    expect(play.throwError('j', 'E').waiting()).toEqual(['fix']);
  });
});

describe('multi-instance behaviour (BPMN 2.0 §13.3.7)', () => {
  const thrown = { kind: 'signal', signal: literal('done') };
  const heard = (behavior: object): number => {
    const catcher = boundary('heard', 'u', signal(literal('done')), false);
    const play = run(multi({ inputCollection: literal([1, 2, 3]), behavior }), {}, [catcher]);
    play.complete('u').complete('u').complete('u');
    expect(play.waiting()).toContain('after');
    return play.completed().filter((id) => id === 'heard').length;
  };
  const second = formula('numberOfCompletedInstances = 2', (seen) => seen['numberOfCompletedInstances'] === 2);

  it.each([
    [{ kind: 'each', throws: thrown }, 3],
    [{ kind: 'first', throws: thrown }, 1],
    [{ kind: 'complex', entries: [{ condition: second, throws: thrown }] }, 1],
  ])('throws as its kind says: %#', (behavior, times) => {
    expect(heard(behavior)).toBe(times);
  });

  it('ends with the body when the event interrupts it', () => {
    const catcher = boundary('heard', 'u', signal(literal('done')));
    const entries = [
      { condition: literal(true), throws: thrown },
      { condition: literal(true), throws: thrown },
    ];
    const play = run(multi({ inputCollection: literal([1, 2]), behavior: { kind: 'complex', entries } }), {}, [catcher]).complete('u');
    expect([play.waiting(), play.effectsOf('broadcast-signal').length]).toEqual([[], 1]);
  });
});

describe('standard loop', () => {
  const again = formula('again', ({ again: more }) => more);

  it('tested before may not run at all', () => {
    expect(run(loop({ testBefore: true, condition: again }), { again: false }).waiting()).toEqual(['after']);
  });

  it('tested after runs once at least, then while its condition holds', () => {
    const play = run(loop({ testBefore: false, condition: again }), { again: false });
    expect(play.waiting()).toEqual(['u']);
    expect(play.complete('u', { again: true }).waiting()).toEqual(['u']);
    expect(play.complete('u', { again: false }).waiting()).toEqual(['after']);
  });

  it.each([
    [0, 0],
    [2, 2],
  ])('stops at its maximum of %i', (maximum, times) => {
    const play = run(loop({ testBefore: false, maximum }));
    for (let round = 0; round < times; round += 1) {
      play.complete('u');
    }
    expect([play.waiting(), play.completed().filter((id) => id === 'u').length]).toEqual([['after'], times + 1]);
  });

  it('with a constant condition asks nothing', () => {
    expect(run(loop({ testBefore: true, condition: literal(false) })).waiting()).toEqual(['after']);
  });

  it('knows how often it has run', () => {
    const twice = formula('loopCounter < 2', ({ loopCounter }) => Number(loopCounter) < 2);
    expect(
      run(loop({ testBefore: true, condition: twice }))
        .complete('u')
        .complete('u')
        .waiting(),
    ).toEqual(['after']);
  });

  it('raises an incident when its condition is neither true nor false, and asks it again once repaired', () => {
    const play = run(loop({ testBefore: true, condition: again }), { again: 'maybe' });
    expect(play.causes()).toEqual(['loop-condition-not-boolean']);
    expect(play.resolve({ again: true }).waiting()).toEqual(['u']);
  });

  it('is interrupted as a whole', () => {
    const inside = subProcess(
      'sub',
      { nodes: [start('in'), userTask('u')], flows: chain('in', 'u') },
      { standardLoop: { testBefore: true, maximum: 3 } },
    );
    const play = run(inside, {}, [boundary('stop', 'sub', message('stop', literal('k')))])
      .complete('u')
      .correlate('stop');
    expect([play.waiting(), play.state?.status]).toEqual([[], 'completed']);
  });
});

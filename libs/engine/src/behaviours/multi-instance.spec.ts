import {
  boundary,
  buildGraph,
  chain,
  end,
  error,
  errorEnd,
  formula,
  literal,
  read,
  serviceTask,
  start,
  subProcess,
  terminateEnd,
  timer,
  userTask,
} from '../../../../test/harness/graph-builder';
import type { NodeSpec } from '../../../../test/harness/graph-builder';
import { Play } from '../../../../test/harness/engine-play';

const each = (more: object = {}): Record<string, unknown> => ({
  multiInstance: { inputCollection: read('members'), inputElement: 'member', ...more },
});
const play = (node: NodeSpec, ...others: NodeSpec[]): Play =>
  new Play(
    buildGraph('p', {
      nodes: [start('s'), node, ...others, userTask('after'), ...others.map(({ id }) => userTask(`after-${id}`)), end('e')],
      flows: [...chain('s', node.id, 'after', 'e'), ...others.map(({ id }): [string, string] => [id, `after-${id}`])],
    }),
  );
const members = ['a', 'b', 'c'];
const atLeast = (n: number): object => ({
  completionCondition: formula('enough', (variables) => Number(variables['numberOfCompletedInstances']) >= n),
});

describe('parallel multi-instance', () => {
  it('opens one child per item, each with its item and its counter', () => {
    const one = play(userTask('u', {}, each())).start({ members });
    expect(one.effectsOf('create-task').map(({ local }) => local)).toEqual([
      { loopCounter: 1, member: 'a' },
      { loopCounter: 2, member: 'b' },
      { loopCounter: 3, member: 'c' },
    ]);
    expect(one.state?.elements['3']?.loop).toEqual({ items: members, outputs: [null, null, null], completed: 0, next: 3 });
  });

  it('goes on when all children are done', () => {
    const one = play(userTask('u', {}, each()))
      .start({ members })
      .complete('u')
      .complete('u');
    expect(one.waiting()).toEqual(['u']);
    expect(one.complete('u').waiting()).toEqual(['after']);
  });

  it('collects outputs by index, whatever the order', () => {
    const collect = { outputCollection: 'votes', outputElement: read('vote') };
    const one = play(userTask('u', {}, each(collect))).start({ members });
    const ids = one.openIds('task', 'u');
    for (const [n, vote] of [
      [2, 'third'],
      [0, 'first'],
      [1, 'second'],
    ] as const) {
      one.must({ type: 'complete-task', taskId: ids[n] ?? '', variables: { vote } });
    }
    expect(one.variable('votes')).toEqual(['first', 'second', 'third']);
  });

  it('completes at once over an empty list', () => {
    const one = play(userTask('u', {}, each({ outputCollection: 'votes' }))).start({ members: [] });
    expect(one.waiting()).toEqual(['after']);
    expect(one.variable('votes')).toEqual([]);
  });

  it('reads the list once, at entry', () => {
    const one = play(userTask('u', {}, each())).start({ members });
    one.must({ type: 'set-variables', variables: { members: [] } });
    expect(one.waiting()).toHaveLength(3);
  });

  it('ends the other children when its completion condition holds', () => {
    const one = play(userTask('u', {}, each(atLeast(2))))
      .start({ members })
      .complete('u')
      .complete('u');
    expect(one.terminated()).toEqual(['u']);
    expect(one.effectsOf('close-task').map(({ outcome }) => outcome)).toEqual(['completed', 'completed', 'canceled']);
    expect(one.waiting()).toEqual(['after']);
  });

  it('completes when the condition becomes true on the last child, with nothing left to cancel', () => {
    const one = play(userTask('u', {}, each(atLeast(3))))
      .start({ members })
      .complete('u')
      .complete('u')
      .complete('u');
    expect(one.terminated()).toEqual([]);
    expect(one.waiting()).toEqual(['after']);
  });

  it('shows its counters and what was collected to the condition', () => {
    const seen: unknown[] = [];
    const completionCondition = formula('seen', (variables) => {
      const { numberOfInstances, numberOfActiveInstances, numberOfCompletedInstances, numberOfTerminatedInstances, votes } = variables;
      seen.push([numberOfInstances, numberOfActiveInstances, numberOfCompletedInstances, numberOfTerminatedInstances, votes]);
      return false;
    });
    const one = play(userTask('u', {}, each({ completionCondition, outputCollection: 'votes', outputElement: read('vote') })));
    one.start({ members }).complete('u', { vote: 1 }).complete('u', { vote: 0 });
    expect(seen.slice(0, 3).at(0)).toEqual([3, 2, 1, 0, [1, null, null]]);
    expect(seen.at(-1)).toEqual([3, 1, 2, 0, [1, 0, null]]);
  });

  it('stops starting children when the condition holds in the same step', () => {
    const calls: unknown[] = [];
    const graph = buildGraph('p', { nodes: [start('s'), serviceTask('t', 'x', each(atLeast(1))), end('e')], flows: chain('s', 't', 'e') });
    const inline =
      () =>
      (input: { variables: Record<string, unknown> }): Record<string, never> => {
        calls.push(input.variables['member']);
        return {};
      };
    const one = new Play(graph, { inline }).start({ members });
    expect(calls).toEqual(['a']);
    expect(one.state?.status).toBe('completed');
  });

  it('asks a broken completion condition again when it is repaired', () => {
    const one = play(userTask('u', {}, each({ completionCondition: read('enough') })))
      .start({ members })
      .complete('u');
    expect(one.causes()).toEqual(['completion-condition-not-boolean']);
    one.resolve({ enough: true });
    expect(one.waiting()).toEqual(['after']);
  });

  it('raises an incident when the collection is no list', () => {
    const one = play(userTask('u', {}, each())).start({ members: 3 });
    expect(one.causes()).toEqual(['collection-not-list']);
    expect(one.resolve({ members }).waiting()).toHaveLength(3);
  });

  it('has its boundary events once, on the body', () => {
    const one = play(userTask('u', {}, each()), boundary('late', 'u', timer('duration', literal('P1D')))).start({ members });
    expect(one.effectsOf('start-timer')).toHaveLength(1);
    one.fire('late');
    expect(one.terminated()).toEqual(['u', 'u', 'u', 'u']);
    expect(one.waiting()).toEqual(['after-late']);
  });

  it('gives up all children when an error of one is caught at the body', () => {
    const one = play(serviceTask('t', 'x', each()), boundary('bad', 't', error('E-1')))
      .start({ members })
      .complete('t')
      .throwError('t', 'E-1');
    expect(one.waiting()).toEqual(['after-bad']);
    expect(one.effectsOf('close-job')).toHaveLength(3);
  });

  describe('on a subprocess', () => {
    const inside = (last: NodeSpec): NodeSpec =>
      subProcess('sub', { nodes: [start('is'), userTask('u'), last], flows: chain('is', 'u', last.id) }, each());

    it('gives each child a scope of its own', () => {
      const one = play(inside(end('ie')))
        .start({ members })
        .complete('u')
        .complete('u')
        .complete('u');
      expect(one.waiting()).toEqual(['after']);
    });

    it('ends only one child by a terminate end', () => {
      expect(
        play(inside(terminateEnd('t')))
          .start({ members })
          .complete('u')
          .waiting(),
      ).toEqual(['u', 'u']);
    });

    it('is left by an error of one child', () => {
      const one = play(inside(errorEnd('x', 'E-1')), boundary('bad', 'sub', error('E-1')))
        .start({ members })
        .complete('u');
      expect(one.waiting()).toEqual(['after-bad']);
    });
  });
});

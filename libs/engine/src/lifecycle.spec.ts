import { buildGraph, chain, start, userTask } from '../../../test/harness/graph-builder';
import { evolveAll } from './evolve';
import { canMove, canMoveInstance } from './lifecycle';

describe('lifecycle', () => {
  it('lets an active element end once, and nothing come back', () => {
    expect(canMove('none', 'active')).toBe(true);
    expect(canMove('active', 'terminated')).toBe(true);
    expect(canMove('active', 'active')).toBe(false);
    expect(canMove('completed', 'active')).toBe(false);
    expect(canMove('terminated', 'completed')).toBe(false);
  });

  it('lets an active instance complete or be cancelled, once', () => {
    expect(canMoveInstance('active', 'canceled')).toBe(true);
    expect(canMoveInstance('canceled', 'completed')).toBe(false);
  });

  it.each([
    [{ v: 1, type: 'element-completed', key: 9, element: 'u' }, 'element instance 9 cannot go from none to completed'],
    [{ v: 1, type: 'element-activated', key: 1, element: 'u', graph: 0, parent: 0 }, 'element instance 1 cannot go from active to active'],
    [{ v: 1, type: 'instance-completed' }, 'instance cannot go from completed to completed'],
  ] as const)('stops a replay at an event that cannot follow: %j', (event, message) => {
    const graph = buildGraph('p', { nodes: [start('s'), userTask('u')], flows: chain('s', 'u') });
    const begun = { v: 1, type: 'instance-started', processId: 'p', definitionId: 'p', variables: {} } as const;
    const before = event.type === 'instance-completed' ? [begun, event] : [begun];
    expect(() => evolveAll(undefined, [...before, event], [graph])).toThrow(message);
  });
});

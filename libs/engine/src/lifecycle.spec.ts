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
});

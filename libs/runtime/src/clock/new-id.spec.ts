import { newId } from './new-id';

const at = (ms: number): { nowMs: () => number } => ({ nowMs: () => ms });

describe('a new id', () => {
  it('rises within one millisecond in the order made', () => {
    const ids = Array.from({ length: 5000 }, () => newId(at(1_772_000_000_000)));
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('rises with the clock', () => {
    expect(newId(at(2_000)) < newId(at(2_001))).toBe(true);
  });

  it('is a version 7 uuid', () => {
    expect(newId(at(3_000))).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

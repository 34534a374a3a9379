import { describe, expect, it } from 'vitest';
import { marksOf } from './compare-marks';

describe('two versions beside each other', () => {
  const changes = [
    { elementId: 'new', kind: 'added', text: '' },
    { elementId: 'old', kind: 'removed', text: '' },
    { elementId: 'both', kind: 'changed', text: '' },
    { elementId: 'both', kind: 'changed', text: '' },
  ] as const;

  it('show what went on the earlier, what came on the later, what changed on both', () => {
    expect(marksOf([...changes], 'before')).toEqual([
      { id: 'old', kind: 'removed' },
      { id: 'both', kind: 'changed' },
    ]);
    expect(marksOf([...changes], 'after')).toEqual([
      { id: 'new', kind: 'added' },
      { id: 'both', kind: 'changed' },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { fromLines, isPoints, pointsSent, pointsShown, toLines } from './points';

describe('points on screen', () => {
  it('are read with a comma and without noughts that say nothing', () => {
    expect(['12.50', '12.00', '0.05', '100.00', '-0.50', null].map(pointsShown)).toEqual(['12,5', '12', '0,05', '100', '-0,5', '']);
  });

  it('may be typed with comma or dot and at most two places', () => {
    expect(['12', '12,5', '12.25', ''].every(isPoints)).toBe(true);
    expect(['-1', '1,234', '1e2', 'a', '12345', ','].some(isPoints)).toBe(false);
  });

  it('are nothing while nobody has said any', () => {
    expect([pointsSent(' '), pointsSent('0')]).toEqual([null, '0']);
  });
});

describe('lines of a text area', () => {
  it('lose what is empty', () => {
    expect(toLines(' a \n\n b')).toEqual(['a', 'b']);
    expect(fromLines(['a', 'b'])).toBe('a\nb');
  });
});

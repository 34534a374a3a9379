import { editDistance, similar } from './similar';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['abc', 'abc', 0],
    ['abc', 'abd', 1],
    ['abc', 'ab', 1],
    ['abc', 'xabc', 1],
    ['abcd', 'acbd', 1],
    ['kitten', 'sitting', 3],
  ])('from %j to %j', (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance);
    expect(editDistance(other, one)).toBe(distance);
  });
});

describe('similar', () => {
  it('takes the nearest, and the first of equals', () => {
    expect(similar('councl', ['counsel', 'council', 'councils'])).toBe('council');
    expect(similar('rowx', ['rowa', 'rowb'])).toBe('rowa');
  });

  it('allows more slips in longer names, and none in the shortest', () => {
    expect(similar('abc', ['abd'])).toBeUndefined();
    expect(similar('abcd', ['abce'])).toBe('abce');
    expect(similar('abcdefgh', ['abcdefxy'])).toBeUndefined();
    expect(similar('abcdefghi', ['abcdefgxy'])).toBe('abcdefgxy');
  });

  it('does not mind capitals', () => {
    expect(similar('Commune', ['commune'])).toBe('commune');
  });
});

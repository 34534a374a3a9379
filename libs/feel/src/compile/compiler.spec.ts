import { kidAt } from './compiler';
import { parseSyntax } from './syntax';

describe('parts of a syntax', () => {
  it('are where the grammar has them, or the code is wrong', () => {
    const syntax = parseSyntax('a + b', 'Expression');
    const sum = syntax.ok ? kidAt(syntax.value, 0) : undefined;
    expect(sum === undefined ? '' : kidAt(sum, 2).text).toBe('b');
    expect(() => sum && kidAt(sum, 3)).toThrow('there is no part 3 of ArithmeticExpression');
  });
});

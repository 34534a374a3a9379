import { limitMessage } from './evaluate';
import { FeelError } from './feel-error';
import { ofKind } from './of-kind';
import { LimitReached } from './run';

describe('errors that are expected', () => {
  it('are given back when they are of the kind', () => {
    const error = new FeelError('feel-syntax', 'x', 0);
    expect(ofKind(error, FeelError)).toBe(error);
  });

  it('fly on when they are of another', () => {
    expect(() => ofKind(new TypeError('a bug'), FeelError)).toThrow('a bug');
  });

  it('are told as warnings when they are limits', () => {
    expect(limitMessage(new LimitReached('too far'))).toBe('too far');
    expect(limitMessage(new RangeError('stack'))).toBe('evaluation nests too deeply');
    expect(() => limitMessage(new TypeError('a bug'))).toThrow('a bug');
  });
});

import { compileTemplate, renderHtml } from './compile-template';
import { HELPER_DOCS } from './helper-docs';
import { BLOCK_HELPERS, HELPERS } from './helpers';

/** The compiler's own, which no template writes. */
const INTERNAL = new Set(['need', 'maybe']);

describe('the published helpers', () => {
  it('are all that a template may call', () => {
    const callable = [...Object.keys(HELPERS).filter((name) => !INTERNAL.has(name)), ...BLOCK_HELPERS];
    expect(HELPER_DOCS.map(({ name }) => name).toSorted()).toEqual(callable.toSorted());
  });

  it.each(HELPER_DOCS.filter(({ call, prints }) => prints !== '' && /^\{\{\w+ ("[^"]*"|\d+)( \d+)?\}\}$/.test(call)))(
    '$call prints what is promised',
    ({ call, prints }) => {
      expect(renderHtml(compileTemplate(call), {})).toBe(prints);
    },
  );

  it.each(HELPER_DOCS)('$name is shown by a call that compiles', ({ call }) => {
    expect(() => compileTemplate(call)).not.toThrow();
  });
});

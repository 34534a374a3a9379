import type { JsonValue } from '@thidua/kernel';
import { compileTestsCode } from './compile/compile';
import { evaluateSafely } from './evaluate';
import type { Evaluation } from './expression';
import { Run } from './run';
import type { Value } from './value/value';

function test(source: string, input: JsonValue): Evaluation {
  const compiled = compileTestsCode(source);
  if (!compiled.ok) {
    throw compiled.error;
  }
  const { code, slots } = compiled.value;
  const vars = { limit: 5, listed: ['A', 'B'] };
  return evaluateSafely(new Run(0), (run) => code({ vars, locals: new Array<Value>(slots), run }, input));
}

describe('unary tests', () => {
  it.each<[string, JsonValue, boolean]>([
    ['', 1, true],
    ['-', null, true],
    ['5', 5, true],
    ['5', 6, false],
    ['> 5', 6, true],
    ['> 5', 5, false],
    ['< limit', 4, true],
    ['[1..3], > 10', 2, true],
    ['[1..3], > 10', 5, false],
    ['(1..3]', 1, false],
    ['"A", "B"', 'B', true],
    ['not("A", "B")', 'B', false],
    ['not("A")', 'C', true],
    ['listed', 'A', true],
    ['listed', 'C', false],
    ['true', true, true],
    ['true', false, false],
    ['false', false, true],
    ['null', null, true],
    ['null', 1, false],
    ['> 5', null, false],
    ['? > 1 and ? < 5', 3, true],
    ['? > 1 and ? < 5', 5, false],
    ['starts with(?, "Xã")', 'Xã Phú Lâm', true],
    ['count(?) > 1', [1, 2], true],
    ['list contains(?, "x")', ['y'], false],
    ['? in [1..3]', 2, true],
    ['limit > 4', 'anything', true],
    ['!= 5', 6, true],
    ['0.3', 0.3, true],
  ])('%p on %p is %p', (source, input, passes) => {
    expect(test(source, input)).toEqual({ value: passes, warnings: [] });
  });

  it('warns when the input cannot be compared', () => {
    expect(test('> 5', 'x')).toEqual({ value: false, warnings: ['cannot compare string with number'] });
  });

  it('names the variables it reads', () => {
    const compiled = compileTestsCode('? > limit, < other');
    expect(compiled.ok && compiled.value.reads).toEqual(['limit', 'other']);
  });

  it('refuses what is no test', () => {
    expect(compileTestsCode('> 5, )')).toMatchObject({ ok: false, error: { code: 'feel-syntax' } });
  });
});

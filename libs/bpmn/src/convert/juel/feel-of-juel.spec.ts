import { compileExpression } from '@thidua/feel';
import type { JsonObject, JsonValue } from '@thidua/kernel';
import { feelOfJuel } from './feel-of-juel';

function feel(text: string): string {
  const read = feelOfJuel(text);
  return read.ok ? read.value.source : `${read.error.reason}: ${read.error.part}`;
}

function valueOf(text: string, variables: JsonObject): JsonValue {
  const compiled = compileExpression(feel(text));
  if (!compiled.ok) {
    throw new Error(JSON.stringify(compiled.error));
  }
  const { value, warnings } = compiled.value.evaluate(variables, { nowMs: 0 });
  expect(warnings).toEqual([]);
  return value;
}

describe('feelOfJuel', () => {
  it.each([
    ['${approved}', 'approved'],
    ['#{approved}', 'approved'],
    ['${ hồSơ.điểm }', 'hồSơ.điểm'],
    ["${row['đơn vị'].cấp}", 'get value(row, "đơn vị").cấp'],
    ["${row['level']}", 'row.level'],
    ['${row["null"]}', 'get value(row, "null")'],
    ['${rows[0].name}', 'rows[1].name'],
    ['${(a + b)[0]}', '(a + b)[1]'],
    ['${amount >= 1000 && level == "XA"}', 'amount >= 1000 and level = "XA"'],
    ['${a ge 1 and b eq 2 or c ne 3}', 'a >= 1 and b = 2 or c != 3'],
    ['${a lt 1 || b le 2 && c gt 3}', 'a < 1 or b <= 2 and c > 3'],
    ['${(a || b) && c}', '(a or b) and c'],
    ['${a && b && c}', 'a and b and c'],
    ['${a == b == c}', '(a = b) = c'],
    ['${!approved}', 'approved != true'],
    ['${not (a > 1)}', '(a > 1) != true'],
    ['${!a == b}', '(a != true) = b'],
    ['${-a + 2 * (b - 3) / c div 4}', '-a + 2 * (b - 3) / c / 4'],
    ['${a - (b - c)}', 'a - (b - c)'],
    ['${-(a + b)}', '-(a + b)'],
    ['${1.5e3}', '1.5e3'],
    ['${true}', 'true'],
    ['${false == null}', 'false = null'],
    ["${'it\\'s'}", '"it\'s"'],
    ['${"a\\"}\\\\"}', '"a\\"}\\\\"'],
    ["${'}'}", '"}"'],
    ['${a ? b : c ? d : e}', 'if a then b else (if c then d else e)'],
    ['${(a ? b : c) + 1}', '(if a then b else c) + 1'],
    ['${loopCounter * 2}', '(loopCounter - 1) * 2'],
    ['${nrOfCompletedInstances / nrOfInstances > 0.5}', 'numberOfCompletedInstances / numberOfInstances > 0.5'],
    ['${nrOfActiveInstances}', 'numberOfActiveInstances'],
    ['plain', '"plain"'],
    ['', '""'],
    ['cost $5 {a}', '"cost $5 {a}"'],
    ['Hồ sơ ${id}', '"Hồ sơ " + (if (id) = null then "" else string(id))'],
    ['${a}${b}', '(if (a) = null then "" else string(a)) + (if (b) = null then "" else string(b))'],
  ])('says %s in FEEL', (text, expected) => {
    expect(feel(text)).toBe(expected);
  });

  it.each([
    ['${bean.check(x)}', 'method-call: check(…)'],
    ["${execution.getVariable('a')}", 'method-call: getVariable(…)'],
    ['${now()}', 'function-call: now(…)'],
    ['${fn:length(a)}', 'function-call: fn:length(…)'],
    ['${execution.businessKey}', 'engine-object: execution'],
    ['${a + task}', 'engine-object: task'],
    ['${task == a}', 'engine-object: task'],
    ['${-task}', 'engine-object: task'],
    ['${rows[i]}', 'computed-index: [i…]'],
    ['${rows[1.5]}', 'computed-index: [1.5…]'],
    ['${rows[', 'syntax: ${rows['],
    ['${rows[}', 'computed-index: [……]'],
    ['${rows[0}', 'syntax: ]'],
    ['${$a}', 'name: $a'],
    ['${if}', 'name: if'],
    ['${}', 'empty: '],
    ['${ }', 'empty:  '],
    ['${a b}', 'syntax: b'],
    ['${a +}', 'syntax: …'],
    ['${a ? b}', 'syntax: :'],
    ['${(a}', 'syntax: )'],
    ['${(a b)}', 'syntax: b'],
    ['${a.}', 'syntax: …'],
    ['${a.1}', 'syntax: 1'],
    ['${)}', 'syntax: )'],
    ['${a = b}', 'syntax: = b'],
    ['${a instanceof b}', 'syntax: instanceof'],
    ['${instanceof}', 'syntax: instanceof'],
    ['Hồ sơ ${task}', 'engine-object: task'],
    ['${a', 'syntax: ${a'],
  ])('refuses %s', (text, problem) => {
    expect(feel(text)).toBe(problem);
  });

  it('refuses what is too deep or too long to have been written by a person', () => {
    expect(feel(`\${${'('.repeat(99)}a${')'.repeat(99)}}`)).toBe('a');
    expect(feel(`\${${'('.repeat(100)}a${')'.repeat(100)}}`)).toBe('syntax: (((');
    expect(feel(`\${a${'+a'.repeat(500)}}`)).toBe('syntax: a+a+a+a+a+a+a+a+a+a+');
    expect(feel(`\${a${' ? a : a'.repeat(9)}}`)).toMatch(/^if a then a else \(if /);
  });

  it('refuses what our own compiler would not take', () => {
    expect(feel(`\${'${'x'.repeat(20_000)}'}`)).toMatch(/^syntax: /);
  });

  it('tells a plain text from an expression', () => {
    expect(feelOfJuel('chair')).toEqual({ ok: true, value: { source: '"chair"', constant: 'chair' } });
    expect(feelOfJuel('${chair}')).toEqual({ ok: true, value: { source: 'chair' } });
  });

  it.each([
    ['${empty a}', { a: null }, true],
    ['${empty a}', { a: '' }, true],
    ['${empty a}', { a: [] }, true],
    ['${empty a}', { a: {} }, true],
    ['${empty a}', { a: 'x' }, false],
    ['${empty a}', { a: [1] }, false],
    ['${empty a}', { a: 0 }, false],
    ['${not empty a}', { a: 'x' }, true],
    ['${!empty a && b}', { a: '', b: true }, false],
    ['${!a}', { a: null }, true],
    ['${!(a > 5)}', { a: null }, true],
    ['${a % b}', { a: 7, b: 3 }, 1],
    ['${a % b}', { a: -7, b: 3 }, -1],
    ['${a % b}', { a: 7, b: -3 }, 1],
    ['${a mod b}', { a: -7, b: -3 }, -1],
    ['${a - (b - 1)}', { a: 5, b: 3 }, 3],
    ['${a ? 1 : 2}', { a: null }, 2],
    ['${rows[1]}', { rows: ['x', 'y'] }, 'y'],
    ['${loopCounter}', { loopCounter: 1 }, 0],
    ['Số ${n}/${loai}.', { n: 3, loai: null }, 'Số 3/.'],
    ['${date > 3}', { date: 4 }, true],
  ])('%s of %j is %j', (text, variables, expected) => {
    expect(valueOf(text, variables)).toBe(expected);
  });
});

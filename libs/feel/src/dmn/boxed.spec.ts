import { decisionXml, evaluated, fileXml, literal, paramXml, problemsOf } from '../../test/dmn-files';

const entry = (name: string, logic: string, type = ''): string =>
  `<contextEntry id="e-${name}">${name === '' ? '' : `<variable name="${name}" ${type === '' ? '' : `typeRef="${type}"`}/>`}${logic}</contextEntry>`;
const context = (...entries: readonly string[]): string => `<context>${entries.join('')}</context>`;
const part = (name: string, text: string, attributes = ''): string => `<${name} ${attributes}>${literal(text)}</${name}>`;
const functionBox = (params: readonly string[], logic: string, attributes = ''): string =>
  `<functionDefinition ${attributes}>${params.map(paramXml).join('')}${logic}</functionDefinition>`;
const invocation = (called: string, ...bindings: readonly string[]): string =>
  `<invocation>${literal(called)}${bindings.join('')}</invocation>`;
const binding = (name: string, logic: string, type = ''): string =>
  `<binding><parameter name="${name}" ${type === '' ? '' : `typeRef="${type}"`}/>${logic}</binding>`;
const relation = (columns: readonly string[], ...rows: readonly (readonly string[])[]): string =>
  `<relation>${columns.map((column) => `<column ${column}/>`).join('')}${rows.map((cells) => `<row>${cells.map((cell) => literal(cell)).join('')}</row>`).join('')}</relation>`;

describe('boxed expressions', () => {
  it.each<[string, string, unknown]>([
    ['a literal', literal('1 + 1'), 2],
    ['an empty literal', literal(' '), null],
    ['a list', `<list>${literal('1')}${literal('"hai"')}</list>`, [1, 'hai']],
    ['a context, whose entries see those above', context(entry('a', literal('2')), entry('b', literal('a * 3'))), { a: 2, b: 6 }],
    ['a context with a result', context(entry('a', literal('2')), entry('', literal('a + 1'))), 3],
    ['an entry named with signs', context(entry('số-năm/tròn', literal('2')), entry('', literal('số-năm/tròn + 1'))), 3],
    ['an entry that reads a variable of its own name', context(entry('n', literal('n + 1'))), { n: 8 }],
    ['a coerced entry', context(entry('a', literal('[2]'), 'number')), { a: 2 }],
    [
      'a relation',
      relation(['name="tên"', 'name="mức" typeRef="number"'], ['"A"', '1'], ['"B"', '[2]']),
      [
        { tên: 'A', mức: 1 },
        { tên: 'B', mức: 2 },
      ],
    ],
    ['a relation without rows', relation(['name="a"']), []],
    ['a conditional', `<conditional>${part('if', 'n > 5')}${part('then', '"lớn"')}${part('else', '"nhỏ"')}</conditional>`, 'lớn'],
    ['the other branch', `<conditional>${part('if', 'n > 9')}${part('then', '"lớn"')}${part('else', '"nhỏ"')}</conditional>`, 'nhỏ'],
    ['the other branch for null', `<conditional>${part('if', 'null')}${part('then', '1')}${part('else', '2')}</conditional>`, 2],
    ['a filter', `<filter>${part('in', '[1, 5, 9]')}${part('match', 'item > 4')}</filter>`, [5, 9]],
    ['a filter over entries', `<filter>${part('in', '[{x: 1}, {x: 2}]')}${part('match', 'x > 1 and item.x = 2')}</filter>`, [{ x: 2 }]],
    [
      'a filter over items with an item',
      `<filter>${part('in', '[{item: 1}, {item: 2}]')}${part('match', 'item > 1')}</filter>`,
      [{ item: 2 }],
    ],
    ['a filter of one value', `<filter>${part('in', '7')}${part('match', 'item = n')}</filter>`, [7]],
    ['a filter of null', `<filter>${part('in', 'null')}${part('match', 'true')}</filter>`, null],
    ['a loop', `<for iteratorVariable="x">${part('in', '[1, 2]')}${part('return', 'x * n')}</for>`, [7, 14]],
    ['a loop over a range', `<for iteratorVariable="x">${part('in', '[1..3]')}${part('return', 'x')}</for>`, [1, 2, 3]],
    ['a loop over an open range', `<for iteratorVariable="x">${part('in', '(1..3)')}${part('return', 'x')}</for>`, [2]],
    [
      'a loop that sees what came before',
      `<for iteratorVariable="x">${part('in', '[1, 2, 3]')}${part('return', 'x + count(partial)')}</for>`,
      [1, 3, 5],
    ],
    ['a loop of null', `<for iteratorVariable="x">${part('in', 'null')}${part('return', 'x')}</for>`, null],
    ['some', `<some iteratorVariable="x">${part('in', '[1, 9]')}${part('satisfies', 'x > n')}</some>`, true],
    ['none', `<some iteratorVariable="x">${part('in', '[1, 2]')}${part('satisfies', 'x > n')}</some>`, false],
    ['every', `<every iteratorVariable="x">${part('in', '[8, 9]')}${part('satisfies', 'x > n')}</every>`, true],
    ['not every', `<every iteratorVariable="x">${part('in', '[8, 1]')}${part('satisfies', 'x > n')}</every>`, false],
    ['some of none', `<some iteratorVariable="x">${part('in', '[]')}${part('satisfies', 'true')}</some>`, false],
    ['every of none', `<every iteratorVariable="x">${part('in', '[]')}${part('satisfies', 'false')}</every>`, true],
    [
      'some, unknown',
      `<some iteratorVariable="x">${part('in', '[null, 1]')}${part('satisfies', 'if x = null then null else false')}</some>`,
      null,
    ],
    [
      'some, known after all',
      `<some iteratorVariable="x">${part('in', '[null, 1]')}${part('satisfies', 'if x = null then null else true')}</some>`,
      true,
    ],
    ['some of null', `<some iteratorVariable="x">${part('in', 'null')}${part('satisfies', 'true')}</some>`, null],
    [
      'a typed part',
      `<for iteratorVariable="x">${part('in', '[1, 2]', 'typeRef="list"')}${part('return', '[x]', 'typeRef="number"')}</for>`,
      [1, 2],
    ],
    [
      'a function',
      context(entry('double', functionBox(['x: number'], literal('x * 2'))), entry('', literal('double(n) + double(x: 1)'))),
      16,
    ],
    [
      'a function that calls itself',
      context(entry('fact', functionBox(['k'], literal('if k <= 1 then 1 else k * fact(k - 1)'))), entry('', literal('fact(5)'))),
      120,
    ],
    [
      'a FEEL function that calls itself',
      context(entry('fact', literal('function(k) if k <= 1 then 1 else k * fact(k - 1)')), entry('', literal('fact(5)'))),
      120,
    ],
    [
      'an invocation',
      context(
        entry('f', functionBox(['a', 'b'], literal('a - b'))),
        entry('', invocation('f', binding('b', literal('1')), binding('a', literal('n')))),
      ),
      6,
    ],
    ['an invocation without an argument', context(entry('f', functionBox(['a'], literal('a = null'))), entry('', invocation('f'))), true],
    [
      'an invocation with an empty binding',
      context(entry('f', functionBox(['a'], literal('a = null'))), entry('', invocation('f', binding('a', '')))),
      true,
    ],
    ['an invocation of a built-in', invocation('string length', binding('string', literal('"abc"'))), 3],
    [
      'an invocation of what is named like a built-in',
      context(entry('sum', functionBox(['list'], literal('"own"'))), entry('', invocation('sum', binding('list', literal('[1]'))))),
      'own',
    ],
    [
      'a typed binding',
      context(entry('f', functionBox(['a'], literal('a'))), entry('', invocation('f', binding('a', literal('[1]'), 'number')))),
      1,
    ],
  ])('%s', async (_, logic, value) => {
    expect((await evaluated([decisionXml('d', logic)], { n: 7 })).value).toEqual(value);
  });

  it.each<[string, string, string]>([
    [
      'a condition that is no boolean',
      `<conditional>${part('if', '"x"')}${part('then', '1')}${part('else', '2')}</conditional>`,
      'a condition is true or false, not string',
    ],
    [
      'a filter that is no boolean',
      `<filter>${part('in', '[1]')}${part('match', '"x"')}</filter>`,
      'a filter is true or false, not string',
    ],
    [
      'some that is no boolean',
      `<some iteratorVariable="x">${part('in', '[1]')}${part('satisfies', 'x')}</some>`,
      'some wants true or false, not number',
    ],
    [
      'a loop over a range of text',
      `<for iteratorVariable="x">${part('in', '["a".."c"]')}${part('return', 'x')}</for>`,
      'a loop counts between numbers',
    ],
    [
      'a wrong argument',
      context(entry('f', functionBox(['a: number'], literal('"called"'))), entry('', literal('f("x")'))),
      'the argument a is not of its type',
    ],
    [
      'too few arguments',
      context(entry('f', functionBox(['a'], literal('"called"'))), entry('', literal('f()'))),
      'the function takes 1 arguments',
    ],
    [
      'an unknown parameter',
      context(entry('f', functionBox(['a'], literal('a'))), entry('', invocation('f', binding('b', literal('1'))))),
      'the function has no parameter b',
    ],
    ['a call of no function', context(entry('f', literal('1')), entry('', invocation('f'))), 'not a function: number'],
    ['a wrong type', literal('"x"', 'typeRef="number"'), 'literalExpression: string is not number'],
  ])('warns of %s', async (_, logic, warning) => {
    expect((await evaluated([decisionXml('d', logic)])).warnings).toContain(warning);
  });

  it('ends a function that calls itself for ever', async () => {
    const logic = context(entry('f', functionBox(['a'], literal('f(a)'))), entry('', literal('f(1)')));
    expect(await evaluated([decisionXml('d', logic)])).toMatchObject({ value: null, warnings: [expect.stringContaining('deep')] });
  });

  it('ends a loop over too many numbers', async () => {
    const logic = `<for iteratorVariable="x">${part('in', '[1..1000000000]')}${part('return', 'x')}</for>`;
    expect(await evaluated([decisionXml('d', logic)])).toMatchObject({ value: null, warnings: [expect.stringContaining('steps')] });
  });

  it.each<[string, string, string, string | null]>([
    ['no logic', '', 'dmn-shape', 'd'],
    ['two expressions', literal('1') + literal('2'), 'dmn-shape', 'd'],
    ['a context whose result is not last', context(entry('', literal('1')), entry('a', literal('2'))), 'dmn-shape', 'd'],
    ['an entry without expression', context(entry('a', '')), 'dmn-shape', 'e-a'],
    ['a row that is too short', relation(['name="a"', 'name="b"'], ['1']), 'dmn-shape', 'd'],
    ['a row that is too long', relation(['name="a"'], ['1', '2']), 'dmn-shape', 'd'],
    ['a conditional without else', `<conditional>${part('if', 'true')}${part('then', '1')}</conditional>`, 'dmn-shape', 'd'],
    ['an empty part', `<conditional id="c">${part('if', 'true')}${part('then', '1')}<else/></conditional>`, 'dmn-shape', 'c'],
    ['a loop without variable', `<for id="l">${part('in', '[1]')}${part('return', '1')}</for>`, 'dmn-shape', 'l'],
    ['an invocation of nothing', '<invocation id="i"/>', 'dmn-shape', 'i'],
    ['a Java function', functionBox(['a'], literal('1'), 'kind="Java" id="java"'), 'dmn-unsupported', 'java'],
    ['a function without body', functionBox(['a'], '', 'id="empty"'), 'dmn-shape', 'empty'],
    ['an unknown type', literal('1', 'typeRef="tNowhere" id="l"'), 'dmn-reference', 'l'],
    ['another language', literal('1', 'expressionLanguage="http://www.java.com/" id="l"'), 'dmn-unsupported', 'l'],
    ['broken FEEL', literal('1 +', 'id="l"'), 'feel-syntax', 'l'],
  ])('refuses %s', async (_, logic, code, id) => {
    expect(await problemsOf(fileXml([decisionXml('d', logic)]))).toEqual([[code, id]]);
  });

  it('takes FEEL by any of its names', async () => {
    const names = ['feel', 'http://www.omg.org/spec/FEEL/20140401', 'https://www.omg.org/spec/DMN/20230324/FEEL/'];
    const decisions = names.map((name, index) => decisionXml(`d${index}`, literal('1', `expressionLanguage="${name}"`)));
    expect(await problemsOf(fileXml(decisions, { more: 'expressionLanguage="feel" typeLanguage="feel"' }))).toEqual([]);
  });
});

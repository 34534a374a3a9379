import type { JsonObject } from '@thidua/kernel';
import type { Decision, DecisionEvaluation } from '../expression';
import { readDecisions } from './read-decisions';

const ENV = { nowMs: 0 };

interface Column {
  readonly name: string;
  readonly type?: string;
  readonly values?: string;
  readonly otherwise?: string;
}
interface Table {
  readonly policy: string;
  readonly inputs: readonly Column[];
  readonly outputs: readonly Column[];
  readonly rules: readonly (readonly string[])[];
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const element = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<${name}><text>${escaped(text)}</text></${name}>`;

/** `policy` is the attributes: `hitPolicy="COLLECT" aggregation="SUM"`. */
function tableXml({ policy, inputs, outputs, rules }: Table): string {
  const columns = inputs.map(
    ({ name, type, values }, at) =>
      `<input id="i${at}"><inputExpression id="ie${at}" typeRef="${type ?? 'Any'}"><text>${name}</text></inputExpression>${element('inputValues', values)}</input>`,
  );
  const results = outputs.map(
    ({ name, type, values, otherwise }, at) =>
      `<output id="o${at}" name="${name}" ${type === undefined ? '' : `typeRef="${type}"`}>${element('outputValues', values)}${element('defaultOutputEntry', otherwise)}</output>`,
  );
  const lines = rules.map((cells, at) => {
    const entries = cells.map((cell, column) => element(column < inputs.length ? 'inputEntry' : 'outputEntry', cell));
    return `<rule id="r${at + 1}">${entries.join('')}</rule>`;
  });
  return `<decisionTable id="t" ${policy}>${[...columns, ...results, ...lines].join('')}</decisionTable>`;
}

function fileXml(...decisions: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="f" name="f" namespace="thidua">${decisions.join('')}</definitions>`;
}

const requires = (id: string): string => `<informationRequirement><requiredDecision href="#${id}"/></informationRequirement>`;

async function decisionOf(xml: string, id = 'd'): Promise<Decision> {
  const read = await readDecisions(xml);
  const decision = read.ok ? read.value.decision(id) : undefined;
  if (decision === undefined) {
    throw new Error(JSON.stringify(read));
  }
  return decision;
}

async function evaluate(table: Table, variables: JsonObject): Promise<DecisionEvaluation> {
  return (await decisionOf(fileXml(`<decision id="d" name="D">${tableXml(table)}</decision>`))).evaluate(variables, ENV);
}

async function problemsOf(xml: string): Promise<readonly (readonly [string, string | null])[]> {
  const read = await readDecisions(xml);
  return read.ok ? [] : read.error.map(({ code, elementId }) => [code, elementId] as const);
}

/** Four rules of which those above the amount match. */
const AMOUNTS: Omit<Table, 'policy'> = {
  inputs: [{ name: 'số tiền' }],
  outputs: [{ name: 'mức', values: '"cao", "vừa", "thấp"' }],
  rules: [
    ['>= 10', '"thấp"'],
    ['>= 20', '"cao"'],
    ['[15..25]', '"vừa"'],
    ['>= 30', '"cao"'],
  ],
};

describe('hit policies', () => {
  it.each([
    ['hitPolicy="FIRST"', 22, 'thấp', ['r1']],
    ['hitPolicy="PRIORITY"', 22, 'cao', ['r1', 'r2', 'r3']],
    ['hitPolicy="RULE ORDER"', 22, ['thấp', 'cao', 'vừa'], ['r1', 'r2', 'r3']],
    ['hitPolicy="OUTPUT ORDER"', 22, ['cao', 'vừa', 'thấp'], ['r1', 'r2', 'r3']],
    ['hitPolicy="COLLECT"', 40, ['thấp', 'cao', 'cao'], ['r1', 'r2', 'r4']],
    ['hitPolicy="COLLECT" aggregation="COUNT"', 40, 3, ['r1', 'r2', 'r4']],
    ['hitPolicy="COLLECT" aggregation="MIN"', 40, 'cao', ['r1', 'r2', 'r4']],
    ['hitPolicy="COLLECT" aggregation="MAX"', 40, 'thấp', ['r1', 'r2', 'r4']],
    ['hitPolicy="UNIQUE"', 12, 'thấp', ['r1']],
    ['', 12, 'thấp', ['r1']],
    ['hitPolicy="ANY"', 12, 'thấp', ['r1']],
    ['hitPolicy="UNIQUE"', 5, null, []],
    ['hitPolicy="FIRST"', 5, null, []],
    ['hitPolicy="PRIORITY"', 5, null, []],
    ['hitPolicy="OUTPUT ORDER"', 5, [], []],
    ['hitPolicy="ANY"', 5, null, []],
    ['hitPolicy="COLLECT"', 5, [], []],
    ['hitPolicy="COLLECT" aggregation="COUNT"', 5, 0, []],
    ['hitPolicy="COLLECT" aggregation="MAX"', 5, null, []],
  ])('%s on %p gives %p', async (policy, amount, value, ruleIds) => {
    const evaluation = await evaluate({ ...AMOUNTS, policy }, { 'số tiền': amount });
    expect(evaluation).toEqual({ value, warnings: [], trace: [{ decisionId: 'd', ruleIds }] });
  });

  it('warns when two rules of a unique table match', async () => {
    const evaluation = await evaluate({ ...AMOUNTS, policy: 'hitPolicy="UNIQUE"' }, { 'số tiền': 22 });
    expect(evaluation).toMatchObject({ value: null, warnings: [expect.stringContaining('r1, r2, r3')] });
  });

  it('lets ANY match several rules of one output only', async () => {
    const table: Table = {
      policy: 'hitPolicy="ANY"',
      inputs: [{ name: 'a' }],
      outputs: [{ name: 'x' }],
      rules: [
        ['> 1', '1'],
        ['> 2', '1.0'],
        ['> 3', '2'],
      ],
    };
    expect((await evaluate(table, { a: 3 })).value).toBe(1);
    expect(await evaluate(table, { a: 4 })).toMatchObject({ value: null, warnings: [expect.stringContaining('different outputs')] });
  });

  it('adds up in decimals', async () => {
    const table: Table = {
      policy: 'hitPolicy="COLLECT" aggregation="SUM"',
      inputs: [{ name: 'a' }],
      outputs: [{ name: 'x' }],
      rules: [
        ['-', '0.1'],
        ['', '0.2'],
        ['> 9', '5'],
      ],
    };
    expect((await evaluate(table, { a: 1 })).value).toBe(0.3);
  });
});

describe('decision tables', () => {
  it('gives several outputs as a context, computed from the variables', async () => {
    const evaluation = await evaluate(
      {
        policy: 'hitPolicy="FIRST"',
        inputs: [{ name: 'danh hiệu' }, { name: 'số năm' }],
        outputs: [{ name: 'mức thưởng' }, { name: 'ghi chú' }],
        rules: [
          ['"Chiến sĩ thi đua cơ sở"', '>= 3', 'lương cơ sở * 1.5', '"đủ điều kiện"'],
          ['not("Lao động tiên tiến")', '-', '0', ''],
        ],
      },
      { 'danh hiệu': 'Chiến sĩ thi đua cơ sở', 'số năm': 3, 'lương cơ sở': 2_340_000 },
    );
    expect(evaluation.value).toEqual({ 'mức thưởng': 3_510_000, 'ghi chú': 'đủ điều kiện' });
  });

  it('answers the default when no rule matches', async () => {
    const table: Table = {
      policy: 'hitPolicy="FIRST"',
      inputs: [{ name: 'a' }],
      outputs: [{ name: 'x', otherwise: '"khác"' }],
      rules: [['1', '"một"']],
    };
    expect((await evaluate(table, { a: 2 })).value).toBe('khác');
  });

  it('reads text as the date the column holds', async () => {
    const table: Table = {
      policy: '',
      inputs: [{ name: 'ngày ký', type: 'date' }],
      outputs: [{ name: 'x' }],
      rules: [
        ['< date("2026-01-01")', '"cũ"'],
        ['>= date("2026-01-01")', '"mới"'],
      ],
    };
    expect(await evaluate(table, { 'ngày ký': '2026-10-05' })).toMatchObject({ value: 'mới', warnings: [] });
  });

  it('orders by the allowed values of the type of the output', async () => {
    const types =
      '<itemDefinition name="tMức"><typeRef>tGốc</typeRef></itemDefinition><itemDefinition name="tGốc"><typeRef>string</typeRef><allowedValues><text>"cao", "thấp"</text></allowedValues></itemDefinition>';
    const table = tableXml({
      policy: 'hitPolicy="PRIORITY"',
      inputs: [],
      outputs: [{ name: 'x', type: 'tMức' }],
      rules: [['"thấp"'], ['"cao"']],
    });
    const decision = await decisionOf(fileXml(types, `<decision id="d" name="D">${table}</decision>`));
    expect(decision.evaluate({}, ENV).value).toBe('cao');
  });

  it('orders by ranges, too', async () => {
    const table: Table = {
      policy: 'hitPolicy="OUTPUT ORDER"',
      inputs: [],
      outputs: [{ name: 'x', values: '> 10, [5..10], 1' }],
      rules: [['1'], ['7'], ['20'], ['11']],
    };
    expect((await evaluate(table, {})).value).toEqual([20, 11, 7, 1]);
  });

  it('coerces inputs and outputs, and refuses an output that is none of its values', async () => {
    const table: Table = {
      policy: 'hitPolicy="FIRST"',
      inputs: [{ name: 'a', type: 'number' }],
      outputs: [{ name: 'x', type: 'string', values: '"A", "B"' }],
      rules: [
        ['1', '["A"]'],
        ['2', '"C"'],
        ['3', '5'],
        ['null', '"B"'],
        ['-', ''],
      ],
    };
    const answers = await Promise.all([[1], 2, 3, 'x', 4].map((a) => evaluate(table, { a })));
    expect(answers.map(({ value }) => value)).toEqual(['A', null, null, 'B', null]);
    expect(answers.map(({ warnings }) => warnings)).toEqual([
      [],
      ['output x is none of its values'],
      ['x: number is not string'],
      ['a: string is not number'],
      [],
    ]);
  });

  it('wants every item of a list input among the allowed values', async () => {
    const types = '<itemDefinition name="tDS" isCollection="true"><typeRef>string</typeRef></itemDefinition>';
    const table = tableXml({
      policy: '',
      inputs: [{ name: 'a', type: 'tDS', values: '"A", "B"' }],
      outputs: [{ name: 'x' }],
      rules: [['-', '1']],
    });
    const decision = await decisionOf(fileXml(types, `<decision id="d" name="D">${table}</decision>`));
    expect(decision.evaluate({ a: ['A', 'B'] }, ENV).value).toBe(1);
    expect(decision.evaluate({ a: ['A', 'C'] }, ENV).value).toBeNull();
    expect(decision.evaluate({ a: null }, ENV).value).toBe(1);
  });

  it('reads the label of a column without expression, and answers partial defaults', async () => {
    const table = `<decisionTable><input id="i" label="a"/><output name="x"><defaultOutputEntry><text>1</text></defaultOutputEntry></output><output name="y"/><rule><inputEntry><text>5</text></inputEntry><outputEntry/><outputEntry/></rule></decisionTable>`;
    const decision = await decisionOf(fileXml(`<decision id="d" name="D">${table}</decision>`));
    expect(decision.evaluate({ a: 4 }, ENV)).toEqual({ value: { x: 1, y: null }, warnings: [], trace: [{ decisionId: 'd', ruleIds: [] }] });
    expect(decision.evaluate({ a: 5 }, ENV).trace).toEqual([{ decisionId: 'd', ruleIds: ['d:1'] }]);
  });

  it('refuses an input that is none of the allowed values', async () => {
    const table: Table = { policy: '', inputs: [{ name: 'a', values: '"A", "B"' }], outputs: [{ name: 'x' }], rules: [['-', '1']] };
    expect((await evaluate(table, { a: 'B' })).value).toBe(1);
    expect(await evaluate(table, { a: 'C' })).toMatchObject({ value: null, warnings: ['input a is none of the allowed values'] });
  });

  it('warns of an unknown variable and still tells which rules matched', async () => {
    const table: Table = { policy: '', inputs: [{ name: 'a' }], outputs: [{ name: 'x' }], rules: [['1', 'thiếu + 1']] };
    expect(await evaluate(table, { a: 1 })).toEqual({
      value: null,
      warnings: ['unknown variable: thiếu', 'cannot compute null + number'],
      trace: [{ decisionId: 'd', ruleIds: ['r1'] }],
    });
  });

  it('stops a rule that never ends', async () => {
    const table: Table = {
      policy: '',
      inputs: [{ name: 'a' }],
      outputs: [{ name: 'x' }],
      rules: [['1', 'count(for i in 1..10000000 return i)']],
    };
    expect(await evaluate(table, { a: 1 })).toMatchObject({ value: null, warnings: [expect.stringContaining('steps')] });
  });
});

describe('required decisions', () => {
  const SCORE = `<decision id="score" name="Chấm điểm"><variable id="v" name="điểm"/>${tableXml({
    policy: 'hitPolicy="COLLECT" aggregation="SUM"',
    inputs: [{ name: 'sáng kiến' }],
    outputs: [{ name: 'x' }],
    rules: [
      ['> 0', '10'],
      ['> 1', '5'],
    ],
  })}</decision>`;

  it('evaluates them first, each once, and hands their results on by name', async () => {
    const bonus = `<decision id="bonus" name="thưởng">${requires('score')}<literalExpression><text>điểm * 2</text></literalExpression></decision>`;
    const top = `<decision id="d" name="D">${requires('score')}${requires('bonus')}<literalExpression><text>điểm + thưởng</text></literalExpression></decision>`;
    const decision = await decisionOf(fileXml(top, bonus, SCORE));
    expect(decision.evaluate({ 'sáng kiến': 2 }, ENV)).toEqual({
      value: 45,
      warnings: [],
      trace: [{ decisionId: 'score', ruleIds: ['r1', 'r2'] }],
    });
  });

  it('keeps dates as dates on the way', async () => {
    const due =
      '<decision id="due" name="hạn"><literalExpression><text>date("2026-01-31") + duration("P1M")</text></literalExpression></decision>';
    const top = `<decision id="d" name="D">${requires('due')}<literalExpression><text>hạn.day</text></literalExpression></decision>`;
    expect((await decisionOf(fileXml(due, top))).evaluate({}, ENV).value).toBe(28);
  });

  it('refuses a missing decision and a circle', async () => {
    const lost = `<decision id="a" name="A">${requires('nowhere')}<literalExpression><text>1</text></literalExpression></decision>`;
    const one = `<decision id="b" name="B">${requires('c')}<literalExpression><text>1</text></literalExpression></decision>`;
    const two = `<decision id="c" name="C">${requires('b')}<literalExpression><text>1</text></literalExpression></decision>`;
    expect(await problemsOf(fileXml(lost, one, two))).toEqual([
      ['dmn-reference', 'a'],
      ['dmn-cycle', 'b'],
      ['dmn-cycle', 'c'],
    ]);
  });
});

describe('files that are refused', () => {
  const literal = (text: string): string =>
    `<decision id="d" name="D"><literalExpression id="le"><text>${text}</text></literalExpression></decision>`;

  it('names every expression that is not FEEL', async () => {
    const table = tableXml({ policy: '', inputs: [{ name: 'a b) c' }], outputs: [{ name: 'x' }], rules: [['> >', '1 +']] });
    expect(await problemsOf(fileXml(`<decision id="d" name="D">${table}</decision>`))).toEqual([
      ['feel-syntax', 'i0'],
      ['feel-syntax', 'r1'],
      ['feel-syntax', 'r1'],
    ]);
  });

  it.each([
    ['not XML', 'nonsense', 'dmn-xml'],
    [
      'a column that reads nothing',
      fileXml('<decision id="d" name="D"><decisionTable><input/><output/></decisionTable></decision>'),
      'feel-syntax',
    ],
    [
      'output values that are not FEEL',
      fileXml(
        `<decision id="d" name="D">${tableXml({ policy: '', inputs: [], outputs: [{ name: 'x', values: '>' }], rules: [] })}</decision>`,
      ),
      'feel-syntax',
    ],
    ['another root', '<a/>', 'dmn-xml'],
    ['a document type', `<!DOCTYPE x [<!ENTITY a "b">]>${fileXml(literal('1'))}`, 'dmn-xml'],
    ['an unknown element', fileXml(literal('1'), '<nonsense/>'), 'dmn-xml'],
    ['a duplicate id', fileXml(literal('1'), literal('2')), 'dmn-xml'],
    ['no decision', fileXml(), 'dmn-shape'],
    ['a decision without logic', fileXml('<decision id="d" name="D"/>'), 'dmn-shape'],
    ['another DMN', fileXml(literal('1')).replace('20191111', '20151101'), 'dmn-xml'],
    ['a decision without id', fileXml('<decision name="D"><literalExpression><text>1</text></literalExpression></decision>'), 'dmn-shape'],
    [
      'an unknown hit policy',
      fileXml(
        `<decision id="d" name="D">${tableXml({ policy: 'hitPolicy="BEST"', inputs: [], outputs: [{ name: 'x' }], rules: [] })}</decision>`,
      ),
      'dmn-unsupported',
    ],
    [
      'an unknown aggregation',
      fileXml(
        `<decision id="d" name="D">${tableXml({ policy: 'hitPolicy="COLLECT" aggregation="MEAN"', inputs: [], outputs: [{ name: 'x' }], rules: [] })}</decision>`,
      ),
      'dmn-unsupported',
    ],
    [
      'a table without hit policy known and without output',
      fileXml('<decision id="d" name="D"><decisionTable hitPolicy="?"/></decision>'),
      'dmn-unsupported',
    ],
    ['a table without output', fileXml('<decision id="d" name="D"><decisionTable/></decision>'), 'dmn-shape'],
    [
      'outputs without names',
      fileXml('<decision id="d" name="D"><decisionTable><output/><output/></decisionTable></decision>'),
      'dmn-shape',
    ],
    [
      'a table of priority without order',
      fileXml(
        `<decision id="d" name="D">${tableXml({ policy: 'hitPolicy="PRIORITY"', inputs: [], outputs: [{ name: 'x' }], rules: [] })}</decision>`,
      ),
      'dmn-shape',
    ],
    [
      'a table of output order listed as tests',
      fileXml(
        `<decision id="d" name="D">${tableXml({ policy: 'hitPolicy="OUTPUT ORDER"', inputs: [], outputs: [{ name: 'x', values: 'count(?) > 1' }], rules: [] })}</decision>`,
      ),
      'dmn-shape',
    ],
    ['too many namespaces', fileXml(...Array.from({ length: 60 }, (_, at) => `<decision xmlns:n${at}="x" id="d${at}"/>`)), 'dmn-limit'],
    ['an expression that is too long', fileXml(literal(`"${'a'.repeat(5000)}"`)), 'feel-limit'],
    [
      'a rule with a missing cell',
      fileXml(
        `<decision id="d" name="D">${tableXml({ policy: '', inputs: [{ name: 'a' }], outputs: [{ name: 'x' }], rules: [['1']] })}</decision>`,
      ),
      'dmn-shape',
    ],
    [
      'outputs that cannot be added up',
      fileXml(
        `<decision id="d" name="D">${tableXml({ policy: 'hitPolicy="COLLECT" aggregation="SUM"', inputs: [{ name: 'a' }], outputs: [{ name: 'x' }, { name: 'y' }], rules: [] })}</decision>`,
      ),
      'dmn-shape',
    ],
  ])('refuses %s', async (_, xml, code) => {
    expect((await problemsOf(xml)).map(([found]) => found)).toContain(code);
  });

  it('knows its decisions and no other', async () => {
    const read = await readDecisions(fileXml(literal('1')));
    expect(read.ok && read.value.ids).toEqual(['d']);
    expect(read.ok && read.value.decision('other')).toBeUndefined();
  });
});

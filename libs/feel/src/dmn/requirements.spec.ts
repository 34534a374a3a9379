import {
  decisionOf,
  decisionXml,
  DMN_15,
  evaluated,
  fileXml,
  inputXml,
  knowledgeXml,
  literal,
  needsDecision,
  needsInput,
  needsKnowledge,
  problemsOf,
} from '../../test/dmn-files';
import { readDecisions } from './read-decisions';

const ENV = { nowMs: 0 };

interface Service {
  readonly outputs: readonly string[];
  readonly decisions?: readonly string[];
  readonly inputs?: readonly string[];
  readonly inside?: readonly string[];
  readonly type?: string;
}

function serviceXml(id: string, { outputs, decisions = [], inputs = [], inside = [], type = '' }: Service): string {
  const list = (name: string, ids: readonly string[]): string => ids.map((one) => `<${name} href="#${one}"/>`).join('');
  const variable = `<variable name="${id}" ${type === '' ? '' : `typeRef="${type}"`}/>`;
  const parts =
    list('outputDecision', outputs) + list('encapsulatedDecision', inside) + list('inputDecision', decisions) + list('inputData', inputs);
  return `<decisionService id="${id}" name="${id}">${variable}${parts}</decisionService>`;
}

const table = (input: string, ...rules: readonly (readonly [string, string, string])[]): string => {
  const lines = rules.map(
    ([id, test, output]) =>
      `<rule id="${id}"><inputEntry><text>${test.replace('<', '&lt;')}</text></inputEntry><outputEntry><text>${output}</text></outputEntry></rule>`,
  );
  return `<decisionTable hitPolicy="FIRST"><input><inputExpression><text>${input}</text></inputExpression></input><output/>${lines.join('')}</decisionTable>`;
};

describe('inputs', () => {
  it('coerces what is required to its type, and warns only when a missing one is read', async () => {
    const parts = [inputXml('n', 'number'), decisionXml('d', literal('n + 1'), { links: needsInput('n') })];
    expect((await evaluated(parts, { n: [4] })).value).toBe(5);
    expect(await evaluated(parts, { n: 'x' })).toMatchObject({ value: null, warnings: ['n: string is not number', expect.any(String)] });
    expect((await evaluated(parts)).warnings).toContain('unknown variable: n');
    expect(await evaluated([inputXml('n', 'number'), decisionXml('d', literal('1'), { links: needsInput('n') })])).toMatchObject({
      warnings: [],
    });
  });

  it('reads names with signs, and variables that are not declared', async () => {
    const parts = [inputXml('thu-chi / năm'), decisionXml('d', literal('thu-chi / năm + khác'), { links: needsInput('thu-chi / năm') })];
    expect((await evaluated(parts, { 'thu-chi / năm': 4, khác: 1 })).value).toBe(5);
  });

  it('evaluates in every version of the standard', async () => {
    for (const version of ['1.2', '1.3', '1.4', '1.5']) {
      expect((await decisionOf(fileXml([decisionXml('d', literal('1'))], { version }))).evaluate({}, ENV).value).toBe(1);
    }
  });
});

describe('business knowledge models', () => {
  it('are functions of what requires them, typed, with a trace of their own', async () => {
    const parts = [
      knowledgeXml('hệ số', ['bậc: number'], table('bậc', ['r1', '> 3', '1.5'], ['r2', '-', '1']), { type: 'number' }),
      decisionXml('d', literal('hệ số(n) + hệ số(bậc: 1)'), { links: needsKnowledge('hệ số') }),
    ];
    expect(await evaluated(parts, { n: 4 })).toEqual({
      value: 2.5,
      warnings: [],
      trace: [
        { decisionId: 'hệ số', ruleIds: ['r1'] },
        { decisionId: 'hệ số', ruleIds: ['r2'] },
      ],
    });
  });

  it('see what they require and themselves, not the variables of the caller', async () => {
    const parts = [
      knowledgeXml('double', ['x'], literal('x * 2')),
      knowledgeXml('power', ['k'], literal('if k = 0 then 1 else double(power(k - 1))'), { links: needsKnowledge('double') }),
      knowledgeXml('peek', [], literal('n')),
      decisionXml('d', literal('[power(5), peek()]'), { links: needsKnowledge('power') + needsKnowledge('peek') }),
    ];
    expect(await evaluated(parts, { n: 1 })).toMatchObject({ value: [32, null], warnings: ['unknown variable: n'] });
  });

  it('give a result of their type, whether it is written as the result or as a function', async () => {
    const type = '<itemDefinition name="tF"><functionItem outputTypeRef="number"><parameters name="x"/></functionItem></itemDefinition>';
    const parts = [
      type,
      knowledgeXml('a', ['x'], literal('x'), { type: 'number' }),
      knowledgeXml('b', ['x'], literal('x'), { type: 'tF' }),
      knowledgeXml('c', ['x'], literal('x'), { type: 'function' }),
      decisionXml('d', literal('[a(["1"]), a([1]), b(2), c(3)]'), { links: ['a', 'b', 'c'].map(needsKnowledge).join('') }),
    ];
    expect((await evaluated(parts)).value).toEqual([null, 1, 2, 3]);
  });

  it('are refused without logic, or in another language', async () => {
    const parts = [
      '<businessKnowledgeModel id="empty" name="empty"/>',
      knowledgeXml('java', [], literal('1'), { kind: 'kind="Java"' }),
      decisionXml('d', literal('empty() + java()'), { links: needsKnowledge('empty') + needsKnowledge('java') }),
    ];
    expect(await problemsOf(fileXml(parts))).toEqual([
      ['dmn-shape', 'empty'],
      ['dmn-unsupported', 'java'],
    ]);
  });
});

describe('decision services', () => {
  const PARTS = [
    inputXml('lương', 'number'),
    decisionXml('hệ số', literal('2'), { type: 'number' }),
    decisionXml('thưởng', literal('lương * hệ số'), { links: needsInput('lương') + needsDecision('hệ số') }),
    decisionXml('ghi chú', table('hệ số', ['r1', '> 5', '"cao"'], ['r2', '-', '"vừa"']), { links: needsDecision('hệ số') }),
    serviceXml('tính', { outputs: ['thưởng'], decisions: ['hệ số'], inputs: ['lương'], type: 'number' }),
    serviceXml('báo cáo', { outputs: ['thưởng', 'ghi chú'], decisions: ['hệ số'], inputs: ['lương'] }),
    serviceXml('hẹp', { outputs: ['thưởng'], inside: ['hệ số'] }),
  ];
  const calling = (source: string): ReturnType<typeof evaluated> =>
    evaluated([...PARTS, decisionXml('d', literal(source), { links: ['tính', 'báo cáo', 'hẹp'].map(needsKnowledge).join('') })], {
      lương: 1,
    });

  it.each<[string, unknown]>([
    ['tính(100, 3)', 300],
    ['tính(lương: 100, hệ số: 4)', 400],
    ['tính([100], 3)', 300],
    ['báo cáo(100, 6)', { thưởng: 600, 'ghi chú': 'cao' }],
    ['báo cáo(100, 6).ghi chú', 'cao'],
  ])('%s is %p', async (source, value) => {
    expect(await calling(source)).toMatchObject({ value, warnings: [] });
  });

  it.each<[string, string]>([
    ['tính(100)', 'the service takes 2 arguments'],
    ['tính("x", 2)', 'the argument lương is not of its type'],
    ['hẹp()', 'unknown variable: lương'],
  ])('%s is null with a warning', async (source, warning) => {
    expect(await calling(source)).toMatchObject({ value: null, warnings: expect.arrayContaining([warning]) as unknown });
  });

  it('are asked like decisions, with a trace', async () => {
    const read = await readDecisions(fileXml(PARTS));
    if (!read.ok) {
      throw new Error(JSON.stringify(read.error));
    }
    expect(read.value.serviceIds).toEqual(['tính', 'báo cáo', 'hẹp']);
    expect(read.value.service('nowhere')).toBeUndefined();
    expect(read.value.service('báo cáo')?.evaluate({ lương: 10, 'hệ số': 1 }, ENV)).toEqual({
      value: { thưởng: 10, 'ghi chú': 'vừa' },
      warnings: [],
      trace: [{ decisionId: 'ghi chú', ruleIds: ['r2'] }],
    });
    expect(read.value.service('tính')?.evaluate({ lương: 10 }, ENV).value).toBeNull();
  });

  it('are refused without output', async () => {
    expect(await problemsOf(fileXml([decisionXml('d', literal('1')), serviceXml('s', { outputs: [] })]))).toEqual([['dmn-shape', 's']]);
  });
});

describe('references', () => {
  it.each<[string, string]>([
    ['an unknown element', needsDecision('nowhere')],
    ['an element of another kind', needsDecision('n')],
    ['an unknown file', needsDecision('elsewhere#d')],
    ['no address', '<informationRequirement><requiredDecision/></informationRequirement>'],
  ])('are refused when they lead to %s', async (_, links) => {
    expect(await problemsOf(fileXml([inputXml('n'), decisionXml('d', literal('1'), { links })]))).toEqual([['dmn-reference', 'd']]);
  });

  it('may name the file they are in, and sources of knowledge, which have no value', async () => {
    const authority = '<authorityRequirement><requiredAuthority href="#law"/></authorityRequirement>';
    const parts = [
      '<knowledgeSource id="law" name="Luật"/>',
      decisionXml('a', literal('1')),
      decisionXml('d', literal('a'), { links: needsDecision('thidua#a').replace('<req', '<description>vì</description><req') + authority }),
    ];
    expect((await evaluated(parts)).value).toBe(1);
  });
});

describe('circles of decisions', () => {
  const requiring = (id: string, ...ids: readonly string[]): string =>
    decisionXml(id, literal('1'), { links: ids.map(needsDecision).join('') });

  it('are told of those in them only, not of those that rest on one or lie beneath', async () => {
    const parts = [
      requiring('top', 'a', 'low'),
      requiring('a', 'b', 'low'),
      requiring('b', 'a'),
      requiring('low'),
      requiring('self', 'self'),
    ];
    expect(await problemsOf(fileXml(parts))).toEqual(['a', 'b', 'self'].map((id) => ['dmn-cycle', id]));
  });

  it('are not seen in a file of thousands of decisions, and quickly so', async () => {
    const chain = Array.from({ length: 1000 }, (_, at) =>
      requiring(`d${at}`, ...(at === 0 ? [] : [`d${at - 1}`, `d${Math.floor(at / 2)}`])),
    );
    expect(await problemsOf(fileXml(chain))).toEqual([]);
  });
});

describe('imports', () => {
  const importXml = (name: string, namespace: string, kind = DMN_15): string =>
    `<import id="i-${name}" name="${name}" namespace="${namespace}" importType="${kind}"/>`;
  const BASE = fileXml(
    [
      '<itemDefinition name="tMức"><typeRef>number</typeRef><allowedValues><text>[0..10]</text></allowedValues></itemDefinition>',
      inputXml('mức', 'tMức'),
      knowledgeXml('gấp đôi', ['x: tMức'], literal('x * 2')),
      decisionXml('điểm', literal('mức + 1'), { links: needsInput('mức') }),
    ],
    { namespace: 'base' },
  );
  const evaluateWith = async (
    parts: readonly string[],
    variables: Parameters<Awaited<ReturnType<typeof decisionOf>>['evaluate']>[0],
    others = [BASE],
  ): Promise<unknown> => (await decisionOf(fileXml(parts), 'd', others)).evaluate(variables, ENV).value;

  it('give elements and types under the name of the import', async () => {
    const links = needsDecision('base#điểm') + needsKnowledge('base#gấp đôi') + needsInput('base#mức');
    const source = '[gốc.điểm, gốc.gấp đôi(3), gốc.mức instance of gốc.tMức]';
    const parts = [importXml('gốc', 'base'), decisionXml('d', literal(source), { links })];
    expect(await evaluateWith(parts, { gốc: { mức: 4 } })).toEqual([5, 6, true]);
    expect(await evaluateWith(parts, { mức: 7 })).toEqual([8, 6, true]);
  });

  it('give them their own names when the import has none', async () => {
    const parts = [
      importXml('', 'base'),
      inputXml('n', 'tMức'),
      decisionXml('d', literal('điểm + n'), { links: needsDecision('base#điểm') + needsInput('n') }),
    ];
    expect(await evaluateWith(parts, { mức: 4, n: 1 })).toBe(6);
  });

  it('lead through several files, each with the inputs under its name', async () => {
    const middle = fileXml(
      [importXml('gốc', 'base'), decisionXml('giữa', literal('"điểm " + string(gốc.điểm)'), { links: needsDecision('base#điểm') })],
      { namespace: 'middle' },
    );
    const parts = [
      importXml('m', 'middle'),
      importXml('gốc', 'base'),
      decisionXml('d', literal('[m.giữa, gốc.điểm]'), { links: needsDecision('middle#giữa') + needsDecision('base#điểm') }),
    ];
    const variables = { m: { gốc: { mức: 1 } }, gốc: { mức: 2 } };
    expect(await evaluateWith(parts, variables, [middle, BASE])).toEqual(['điểm 2', 3]);
  });

  it('are refused when the file is missing, of another kind, itself, or refused', async () => {
    const d = decisionXml('d', literal('1'));
    expect(await problemsOf(fileXml([importXml('x', 'nowhere'), d]))).toEqual([['dmn-reference', 'i-x']]);
    expect(await problemsOf(fileXml([importXml('x', 'base', 'http://www.dmg.org/PMML-4_2'), d]), [BASE])).toEqual([
      ['dmn-unsupported', 'i-x'],
    ]);
    expect(await problemsOf(fileXml([importXml('x', 'thidua'), d]), [fileXml([d])])).toEqual([['dmn-reference', 'i-x']]);
    expect(await problemsOf(fileXml([importXml('x', 'nowhere').replace('id="i-x"', ''), d]))).toEqual([['dmn-reference', null]]);
    expect(await problemsOf(fileXml([importXml('x', 'base'), d]), ['nonsense'])).toEqual([['dmn-reference', 'i-x']]);
    const broken = fileXml([decisionXml('b', literal('1 +'))], { namespace: 'base' });
    expect(await problemsOf(fileXml([importXml('x', 'base'), d]), [broken])).toEqual([['feel-syntax', 'b']]);
  });

  it('are refused when files import each other', async () => {
    const one = fileXml([importXml('b', 'b'), decisionXml('d', literal('1'))], { namespace: 'a' });
    const two = fileXml([importXml('a', 'a'), decisionXml('e', literal('1'))], { namespace: 'b' });
    expect(await problemsOf(one, [two, one])).toEqual([['dmn-reference', 'i-a']]);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDmnSuite, type DmnCaseResult } from './run-dmn-suite';

const MODEL = `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="f" name="f" namespace="f">
  <inputData id="n" name="n"><variable name="n"/></inputData>
  <decision id="d" name="nửa của n"><variable name="nửa của n"/><informationRequirement><requiredInput href="#n"/></informationRequirement>
    <literalExpression><text>n / 3</text></literalExpression></decision>
  <decision id="l" name="list"><variable name="list"/><literalExpression><text>[1, {a: "x", b: date("2026-01-02")}, time("10:00:00Z")]</text></literalExpression></decision>
  <decision id="s" name="sum"><variable name="sum"/><literalExpression><text>1 + "x"</text></literalExpression></decision>
  <decision id="b" name="broken"><variable name="broken"/><literalExpression><text>1 +</text></literalExpression></decision>
  <decisionService id="ds" name="service"><variable name="service"/><outputDecision href="#d"/><outputDecision href="#l"/><inputData href="#n"/></decisionService>
  <businessKnowledgeModel id="k" name="twice"><variable name="twice"/><encapsulatedLogic><formalParameter name="x"/><literalExpression><text>x * 2</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
</definitions>`;

const value = (type: string, text: string): string => `<value xsi:type="xs:${type}">${text}</value>`;
const result = (name: string, expected: string, attributes = ''): string =>
  `<resultNode name="${name}" ${attributes}><expected>${expected}</expected></resultNode>`;
const given = (number: string): string => `<inputNode name="n">${value('decimal', number)}</inputNode>`;
const LIST = `<list><item>${value('decimal', '1.0')}</item><item><component name="b">${value('date', '2026-01-02')}</component><component name="a">${value('string', 'x')}</component></item><item>${value('time', '10:00:00Z')}</item></list>`;

/** Plays test cases, each `[attributes, content]`, on the model. */
async function play(...cases: readonly (readonly [string, string])[]): Promise<readonly DmnCaseResult[]> {
  const suite = mkdtempSync(join(tmpdir(), 'tck-'));
  const lines = cases.map(([attributes, content]) => `<testCase ${attributes}>${content}</testCase>`);
  const tests = `<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${lines.join('')}</testCases>`;
  try {
    mkdirSync(join(suite, 'one'));
    writeFileSync(join(suite, 'one', 'm.dmn'), MODEL);
    writeFileSync(join(suite, 'one', 't.xml'), tests);
    writeFileSync(
      join(suite, 'index.json'),
      JSON.stringify([{ folder: 'one', level: 3, models: ['m.dmn'], tests: [{ file: 't.xml', model: 'm.dmn', cases: [{ id: '1' }] }] }]),
    );
    const { cases: played, refused } = await runDmnSuite(suite, 0);
    expect(refused).toEqual([{ model: 'one/m.dmn', problems: ['feel-syntax b: the expression is incomplete'] }]);
    return played;
  } finally {
    rmSync(suite, { recursive: true });
  }
}

describe('the DMN suite', () => {
  it.each<[string, string, string]>([
    ['numbers as decimals', 'id="1"', given('1') + result('nửa của n', value('double', '0.333333333333'))],
    ['lists, contexts and times', 'id="1"', result('list', LIST)],
    ['null or an error', 'id="1"', result('sum', '<value xsi:nil="true"/>', 'errorResult="true"')],
    ['a part that is refused as an error', 'id="1"', result('broken', '<value xsi:nil="true"/>', 'errorResult="true"')],
    [
      'a decision service',
      'id="1" type="decisionService" invocableName="service"',
      given('6') + result('nửa của n', value('decimal', '2')) + result('list', LIST),
    ],
    [
      'a business knowledge model',
      'id="1" type="bkm" invocableName="twice"',
      `<inputNode name="x">${value('decimal', '4')}</inputNode>${result('twice', value('decimal', '8'))}`,
    ],
  ])('passes %s', async (_, attributes, content) => {
    expect(await play([attributes, content])).toMatchObject([{ id: 'one/t.xml#1', level: 3, ok: true }]);
  });

  it.each<[string, string, string, string]>([
    ['another number', given('3') + result('nửa của n', value('decimal', '2')), 'nửa của n: 2', 'nửa của n: 1'],
    [
      'a number far off by its eighth place',
      given('1') + result('nửa của n', value('decimal', '0.3333333')),
      'nửa của n: 0.3333333',
      'nửa của n: 0.33',
    ],
    ['another kind', given('3') + result('nửa của n', value('string', '1')), 'nửa của n: "1"', 'nửa của n: 1'],
    ['a list that is longer', result('list', LIST.replace('<list>', '<list><item><value xsi:nil="true"/></item>')), 'list: [', 'list: ['],
    ['an entry too many', result('list', LIST.replace('name="a"', 'name="c"')), 'list: [', 'list: ['],
    ['a time without its zone', result('list', LIST.replace('10:00:00Z', '10:00:00')), 'list: [', 'list: ['],
    [
      'a value where an error is right',
      result('list', '<value xsi:nil="true"/>', 'errorResult="true"'),
      'list: null (an error)',
      'list: [',
    ],
    [
      'one result of two',
      given('3') + result('nửa của n', value('decimal', '1')) + result('sum', value('decimal', '1')),
      'sum: 1',
      'sum: null | cannot',
    ],
    ['a decision that is not there', result('nowhere', value('decimal', '1')), 'an answer', 'nowhere'],
    ['a value that cannot be read', result('sum', value('date', '2026-13-01')), 'an answer', '2026-13-01'],
    ['a case without a result', '', '1: a result', '1: the case names none'],
  ])('fails %s', async (_, content, expected, actual) => {
    const [played] = await play(['id="1"', content]);
    expect(played).toMatchObject({
      ok: false,
      expected: expect.stringContaining(expected) as unknown,
      actual: expect.stringContaining(actual) as unknown,
    });
  });
});

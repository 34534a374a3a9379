import { body, convert, foreign, lines, URIS, user } from '../../test/conversion';
import { diagram, extensions, start } from '../../test/diagram';
import { convertDiagram } from './convert-diagram';

describe('convertDiagram', () => {
  it('keeps the original, and answers a native copy that no longer speaks the old dialect', async () => {
    const xml = foreign(user('c:assignee="${chair}"'));
    const converted = await convertDiagram(xml);
    expect(converted).toMatchObject({ ok: true, value: { dialect: 'camunda', original: xml, forms: [], refusals: [] } });
    expect(converted.ok && converted.value.xml).not.toContain('camunda.org/schema/1.0');
  });

  it.each(Object.keys(URIS) as (keyof typeof URIS)[])('reads the same words in %s', async (dialect) => {
    const converted = await convert(user('c:assignee="${chair}"'), dialect);
    expect(converted.dialect).toBe(dialect);
    expect(body(converted)).toContain('<zeebe:assignmentDefinition assignee="=chair"');
  });

  it('says every line in both languages', async () => {
    const { report } = await convert(user('c:assignee="${chair}" c:asyncBefore="true" c:skipExpression="${x}" c:weird="1"'));
    expect(report.map((line) => line.kind)).toEqual(['mapped', 'changed-meaning', 'not-mappable', 'not-mappable']);
    expect(report.every((line) => line.vi !== '' && line.en !== '' && line.elementType === 'bpmn:UserTask')).toBe(true);
  });

  it('leaves a mark for what it could not say, which refuses the diagram', async () => {
    const converted = await convert(user('name="Ký" c:skipExpression="${x}"'));
    expect(body(converted)).toContain('<thidua:unmapped what="c:skipExpression" value="${x}"');
    expect(converted.refusals).toEqual([
      expect.objectContaining({
        code: 'not-convertible',
        elementId: 'U',
        elementName: 'Ký',
        elementType: 'bpmn:UserTask',
        path: 'U/c:skipExpression',
        detail: { what: 'c:skipExpression', value: '${x}' },
        severity: 'error',
      }),
    ]);
  });

  it.each([
    ['what is not XML', '<a', 'xml-invalid', { reason: 'unclosed-markup' }],
    ['what does not parse', foreign(user('c:assignee="a"')).replace('</bpmn:process>', ''), 'xml-invalid', {}],
    ['a native diagram', diagram(start()), 'not-convertible', { reason: 'native' }],
    [
      'a diagram in two vocabularies',
      diagram(user('xmlns:c="http://camunda.org/schema/1.0/bpmn" c:assignee="a"', extensions('<zeebe:userTask/>'))),
      'not-convertible',
      { reason: 'mixed' },
    ],
    [
      'a dialect nobody converts',
      diagram(start('S', '', 'xmlns:d="http://www.jboss.org/drools" d:packageName="x"')),
      'dialect-not-native',
      { dialect: 'jbpm', convertible: false },
    ],
    ['a file with duplicates', foreign(user('c:assignee="a"') + user('c:assignee="b"')), 'id-duplicate', {}],
    [
      'a flow to nothing',
      foreign(`${user('c:assignee="a"')}<bpmn:sequenceFlow id="F" sourceRef="U" targetRef="X"/>`),
      'flow-end-missing',
      {},
    ],
    [
      'a file with a child the parser would drop',
      foreign(user('c:assignee="a"', '<bpmn:ioSpecification/>'.repeat(2))),
      'element-lost',
      { what: 'ioSpecification' },
    ],
    [
      'words hidden in another tool’s extension',
      foreign(user('', extensions('<v:a xmlns:v="urn:v" xmlns:c="http://camunda.org/schema/1.0/bpmn"><c:in/></v:a>'))),
      'dialect-not-native',
      {},
    ],
  ])('refuses %s', async (_, xml, code, detail) => {
    const converted = await convertDiagram(xml);
    expect(converted).toMatchObject({ ok: false, error: [{ code, detail, severity: 'error' }] });
  });

  it('reports about a root without an id', async () => {
    const converted = await convert(user('c:assignee="${a}"'), 'flowable', (content) =>
      diagram(content).replace('id="Definitions"', 'expressionLanguage="http://www.w3.org/1999/XPath"'),
    );
    expect(converted.report[0]).toMatchObject({ elementId: '', elementType: 'bpmn:Definitions', became: 'FEEL' });
  });

  it('drops what the root says about the old platform', async () => {
    const converted = await convert(user('c:assignee="${a}"'), 'camunda', (content) =>
      diagram(content).replace(
        'targetNamespace',
        'expressionLanguage="http://www.w3.org/1999/XPath" xmlns:modeler="http://camunda.org/schema/modeler/1.0" modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.21.0" exporter="x" targetNamespace',
      ),
    );
    expect(lines(converted).slice(0, 3)).toEqual([
      'mapped Definitions expressionLanguage="http://www.w3.org/1999/XPath" → FEEL',
      'mapped Definitions modeler:executionPlatform → ',
      'mapped Definitions modeler:executionPlatformVersion → ',
    ]);
    expect(converted.xml).not.toMatch(/XPath|executionPlatform=/);
  });
});

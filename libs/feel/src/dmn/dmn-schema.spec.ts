import { decisionXml, fileXml, literal, problemsOf } from '../../test/dmn-files';

const D = decisionXml('d', literal('1'));

describe('what stands in a DMN file', () => {
  it.each<[string, readonly string[]]>([
    ['extensions, whatever they hold', [D, '<extensionElements><x:y xmlns:x="u"><decision/></x:y></extensionElements>']],
    ['attributes of other namespaces', [decisionXml('e', literal('1', 'xmlns:x="u" x:y="1"')), D]],
    ['a drawing', [D, '<x:DMNDI xmlns:x="https://www.omg.org/spec/DMN/20230324/DMNDI/"><x:y/></x:DMNDI>']],
    [
      'descriptions and organisation',
      [
        '<description>Mô tả</description><textAnnotation id="n"><text>Ghi chú</text></textAnnotation>',
        '<association id="as"><sourceRef href="#d"/><targetRef href="#n"/></association><group id="g" name="g"/>',
        '<decision id="e" name="e" label="E"><question>?</question><allowedAnswers>1</allowedAnswers><variable name="e"/><decisionOwner href="#o"/><literalExpression><text>1</text></literalExpression></decision>',
        '<organizationUnit id="o" name="o"><decisionOwned href="#e"/></organizationUnit>',
        '<performanceIndicator id="p" name="p"><impactingDecision href="#e"/></performanceIndicator>',
        '<knowledgeSource id="k" name="k" locationURI="u"><type>Luật</type><owner href="#o"/></knowledgeSource>',
        '<elementCollection id="c" name="c"><drgElement href="#e"/></elementCollection>',
      ],
    ],
    [
      'annotations of a decision table',
      [
        '<decision id="t" name="t"><decisionTable outputLabel="x" preferredOrientation="Rule-as-Row"><output/><annotation name="a"/><rule><outputEntry><text>1</text></outputEntry><annotationEntry><text>vì</text></annotationEntry></rule></decisionTable></decision>',
      ],
    ],
  ])('may be %s', async (_, parts) => {
    expect(await problemsOf(fileXml(parts))).toEqual([]);
  });

  it.each<[string, readonly string[], string, string | null]>([
    ['an unknown element', [D, '<rule id="r"/>'], 'dmn-xml', 'file'],
    ['an element of another namespace', [D, '<x:y xmlns:x="u"/>'], 'dmn-xml', 'file'],
    ['an unknown attribute', [decisionXml('d', literal('1', 'language="feel" id="l"'))], 'dmn-xml', 'l'],
    ['an id used twice', [D, decisionXml('e', literal('1', 'id="d"'))], 'dmn-xml', 'd'],
    ['a decision without name', ['<decision id="d"><literalExpression><text>1</text></literalExpression></decision>'], 'dmn-xml', 'd'],
    ['an input without name', [D, '<inputData id="i" name=" "/>'], 'dmn-xml', 'i'],
    ['imported values', [decisionXml('d', '<literalExpression id="l"><importedValues/></literalExpression>')], 'dmn-xml', 'l'],
    [
      'another language',
      [D, '<itemDefinition id="t" name="t" typeLanguage="xsd"><typeRef>number</typeRef></itemDefinition>'],
      'dmn-unsupported',
      't',
    ],
  ])('is not %s', async (_, parts, code, id) => {
    expect(await problemsOf(fileXml(parts))).toContainEqual([code, id]);
  });
});

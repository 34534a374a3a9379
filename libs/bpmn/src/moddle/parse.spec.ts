import { chain, diagram, element, end, extensions, file, flow, process, start, task, user } from '../../test/diagram';
import type { Refusal } from '../refusal';
import { parseXml } from './parse';

async function refusals(xml: string): Promise<readonly Refusal[]> {
  const parsed = await parseXml(xml);
  return parsed.ok ? parsed.value.refusals : parsed.error;
}

const around = (content: string): string => diagram(start(), task('T', content), end(), chain('S', 'T', 'E'));

describe('parseXml', () => {
  it('reads zeebe and thidua words without a warning', async () => {
    expect(await refusals(diagram(start(), user('T', '<thidua:step kind="sign"/>'), end(), chain('S', 'T', 'E')))).toEqual([]);
  });

  it.each([
    ['a duplicate id', diagram(start(), task('T'), task('T')), 'id-duplicate', 'T'],
    ['a flow listed that is not there', diagram(task('T', '<bpmn:incoming>F</bpmn:incoming>')), 'flow-end-mismatch', 'T'],
    ['a property of an annotation', diagram(element('textAnnotation', 'N', '<bpmn:property id="P1"/>')), 'property-misplaced', undefined],
    ['an unknown element', diagram(element('weird', 'W')), 'element-not-executed', undefined],
    ['a foreign element among the flow elements', diagram('<x:task xmlns:x="urn:x" id="X"/>'), 'xml-warning', undefined],
    ['an unknown zeebe element', around(extensions('<zeebe:publishMessage correlationKey="=a"/>')), 'element-not-executed', undefined],
    ['an unknown thidua element', around(extensions('<thidua:setp kind="sign"/>')), 'element-not-executed', undefined],
    ['an unknown thidua attribute', around(extensions('<thidua:step kind="sign" sort="x"/>')), 'attribute-not-executed', undefined],
    ['an unknown zeebe attribute', diagram(start('S', '', 'zeebe:bogus="1"')), 'attribute-not-executed', 'S'],
    ['an unknown BPMN attribute', diagram(start('S', '', 'bogus="1"')), 'attribute-not-executed', 'S'],
    ['a flow to nothing', diagram(start(), flow('S', 'Nowhere')), 'flow-end-missing', 'S_Nowhere'],
    [
      'a lane of nothing',
      diagram('<bpmn:laneSet id="L"><bpmn:lane id="A"><bpmn:flowNodeRef>X</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>'),
      'reference-missing',
      'A',
    ],
    ['a second root', `${diagram(start())}<other/>`, 'xml-warning', undefined],
  ])('refuses %s', async (_, xml, code, elementId) => {
    const found = await refusals(xml);
    expect(found.map((refusal) => [refusal.code, refusal.elementId])).toContainEqual([code, elementId]);
  });

  it('ignores foreign attributes and extension elements', async () => {
    const foreign = extensions('<x:meta xmlns:x="urn:x"><x:deep/></x:meta>');
    expect(await refusals(file(process(start('S', foreign, 'x:color="red" xmlns:x="urn:x"'))))).toEqual([]);
  });

  it.each([
    ['http://camunda.org/schema/1.0/bpmn', 'camunda'],
    ['http://operaton.org/schema/1.0/bpmn', 'operaton'],
    ['http://flowable.org/bpmn', 'flowable'],
    ['http://activiti.org/bpmn', 'activiti'],
  ])('refuses the dialect %s once it is used', async (uri, dialect) => {
    const declared = diagram(start()).replace('<bpmn:definitions', `<bpmn:definitions xmlns:c="${uri}"`);
    expect(await refusals(declared)).toEqual([]);
    const used = declared.replace('id="S"', 'id="S" c:asyncBefore="true"');
    expect((await refusals(used)).map((refusal) => [refusal.code, refusal.detail])).toEqual([
      ['dialect-not-native', { dialect, convertible: true }],
    ]);
  });

  it('refuses XML that is not well-formed', async () => {
    const [refusal] = await refusals(
      '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process></bpmn:definitions>',
    );
    expect([refusal?.code, refusal?.severity]).toEqual(['xml-invalid', 'error']);
    expect(refusal?.detail['reason']).not.toBe('');
  });
});

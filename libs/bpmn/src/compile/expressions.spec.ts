import { chain, diagram, element, end, extensions, start, step, straight, task } from '../../test/diagram';
import { compiled, refused } from '../../test/compiled';
import { GENEROUS } from '../../test/surroundings';
import { readDiagram } from '../read-diagram';

describe('condition languages', () => {
  const choice = (attributes: string, body: string): string =>
    diagram(start(), element('exclusiveGateway', 'G', '', 'default="G_T"'), task('T'), end(), chain('S', 'G', 'T', 'E')).replace(
      '</bpmn:process>',
      `<bpmn:sequenceFlow id="F" sourceRef="G" targetRef="E"><bpmn:conditionExpression xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="bpmn:tFormalExpression" ${attributes}>${body}</bpmn:conditionExpression></bpmn:sequenceFlow></bpmn:process>`,
    );
  const below = 'sequenceFlow[F]/conditionExpression';

  it('takes FEEL with and without the sign, and by name', async () => {
    expect(await refused(choice('', '=a = 1'))).toEqual([]);
    expect(await refused(choice('', 'a = 1'))).toEqual([]);
    expect(await refused(choice('language="https://www.omg.org/spec/DMN/20191111/FEEL/"', 'a = 1'))).toEqual([]);
  });

  it('refuses another language, on the flow or for the file', async () => {
    expect(await refused(choice('language="javascript"', 'a == 1'))).toEqual([`attribute-not-executed ${below}/@language`]);
    const whole = choice('', 'a = 1').replace('id="Definitions"', 'id="Definitions" expressionLanguage="http://www.w3.org/1999/XPath"');
    expect(await refused(whole)).toEqual([`attribute-not-executed ${below}/@language`]);
    expect(await refused(whole.replace('>a = 1<', '>=a = 1<'))).toEqual([]);
  });

  it('keeps what the step is in law apart from what it runs', async () => {
    const found = await compiled(straight(['T', task('T', extensions(step('notice')))]), 'T', 'passThroughTask');
    expect([found.type, found.legal]).toEqual(['passThroughTask', { step: 'notice' }]);
  });

  it('shows the beginning of a very long text that is no FEEL', async () => {
    const read = await readDiagram(choice('', `=${'a + '.repeat(100)}`), GENEROUS);
    const [refusal] = read.ok ? [] : read.error;
    expect(refusal?.detail['source']).toBe(`${'a + '.repeat(50)}…`);
  });
});

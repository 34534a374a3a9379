import { chain, diagram, end, extensions, start, task } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { extensionKept } from './extension-kept';

describe('extension-kept', () => {
  verify(extensionKept, {
    folder: __dirname,
    valid: 'extension-kept.valid.bpmn',
    invalid: 'extension-kept.invalid.bpmn',
    refused: ['extension-kept Definitions_1'],
  });

  it('counts attributes and elements of each namespace, and only warns', async () => {
    const words = 'xmlns:a="urn:a" xmlns:b="urn:b"';
    const xml = diagram(start(), task('T', extensions('<a:note/>', '<b:note/>'), 'a:colour="red"'), end(), chain('S', 'T', 'E'));
    const found = await refusalsOf(extensionKept, xml.replace('<bpmn:definitions', `<bpmn:definitions ${words}`));
    expect(found.map(({ severity, detail }) => [severity, detail])).toEqual([
      ['warning', { namespace: 'urn:a', times: 2 }],
      ['warning', { namespace: 'urn:b', times: 1 }],
    ]);
  });

  it('names a namespace bound further in by its prefix', async () => {
    const xml = diagram(start(), task('T', extensions('<x:note xmlns:x="urn:x"/>')), end(), chain('S', 'T', 'E'));
    expect((await refusalsOf(extensionKept, xml)).map(({ detail }) => detail['namespace'])).toHaveLength(1);
  });

  it('leaves marks of drawing tools and attributes without a namespace alone', async () => {
    const words = 'xmlns:modeler="http://camunda.org/schema/modeler/1.0" modeler:executionPlatform="Camunda Cloud"';
    const xml = diagram(start(), end(), chain('S', 'E')).replace('<bpmn:definitions', `<bpmn:definitions ${words}`);
    expect(await refusalsOf(extensionKept, xml)).toEqual([]);
  });
});

import { diagram, element, extensions, task } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { multiInstanceData } from './multi-instance-data';

describe('multi-instance-data', () => {
  verify(multiInstanceData, {
    folder: __dirname,
    valid: 'multi-instance-data.valid.bpmn',
    invalid: 'multi-instance-data.invalid.bpmn',
    refused: ['collection-missing Unknown', 'loop-data-invalid Foreign', 'loop-data-invalid Unlike', 'loop-data-invalid Unlike'],
  });

  it('lets a subprocess run over a data object around it, but not over the input of another step', async () => {
    const over = (collection: string): string =>
      element(
        'subProcess',
        'Sub',
        `<bpmn:multiInstanceLoopCharacteristics><bpmn:loopDataInputRef>${collection}</bpmn:loopDataInputRef></bpmn:multiInstanceLoopCharacteristics>`,
      );
    const object = '<bpmn:dataObject id="Rows"/>';
    const owner = task('T', '<bpmn:ioSpecification><bpmn:dataInput id="In"/><bpmn:inputSet/><bpmn:outputSet/></bpmn:ioSpecification>');
    expect(await refusalsOf(multiInstanceData, diagram(object, owner, over('Rows')))).toEqual([]);
    expect((await refusalsOf(multiInstanceData, diagram(object, owner, over('In')))).map(({ detail }) => detail['reason'])).toEqual([
      'input-elsewhere',
    ]);
  });

  it('takes an item without a declared structure as fitting', async () => {
    const xml = diagram(
      '<bpmn:dataObject id="Rows"/>',
      element(
        'subProcess',
        'Sub',
        '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopDataInputRef>Rows</bpmn:loopDataInputRef><bpmn:inputDataItem id="Row"/></bpmn:multiInstanceLoopCharacteristics>',
      ),
    );
    expect(await refusalsOf(multiInstanceData, xml)).toEqual([]);
  });

  it('takes an empty collection for none', async () => {
    const loop = `<bpmn:multiInstanceLoopCharacteristics>${extensions('<zeebe:loopCharacteristics inputCollection=" "/>')}</bpmn:multiInstanceLoopCharacteristics>`;
    expect((await refusalsOf(multiInstanceData, diagram(task('T', loop)))).map(({ code }) => code)).toEqual(['collection-missing']);
  });
});

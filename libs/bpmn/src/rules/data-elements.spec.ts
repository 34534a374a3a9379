import { file, process, task } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { dataElements } from './data-elements';

describe('data-elements', () => {
  verify(dataElements, {
    folder: __dirname,
    valid: 'data-elements.valid.bpmn',
    invalid: 'data-elements.invalid.bpmn',
    refused: [
      'collection-flag-differs Object_1',
      'collection-flag-differs Work',
      'collection-flag-differs Work',
      'data-state-name File',
      'data-association-invalid Work',
      'data-association-invalid Work',
      'data-association-invalid Work',
      'data-association-invalid Work',
      'subprocess-has-data Sub',
    ],
  });

  const items =
    '<bpmn:itemDefinition id="Text" structureRef="xsd:string"/><bpmn:itemDefinition id="Word" structureRef="xsd:string"/><bpmn:itemDefinition id="Number" structureRef="xsd:int"/>';
  const reasons = async (from: string, to: string, more = ''): Promise<readonly unknown[]> => {
    const io = `<bpmn:ioSpecification><bpmn:dataInput id="In" ${to}/><bpmn:inputSet><bpmn:dataInputRefs>In</bpmn:dataInputRefs></bpmn:inputSet><bpmn:outputSet/></bpmn:ioSpecification>`;
    const association = `<bpmn:dataInputAssociation id="A"><bpmn:sourceRef>D</bpmn:sourceRef><bpmn:targetRef>In</bpmn:targetRef>${more}</bpmn:dataInputAssociation>`;
    const xml = file(items, process(`<bpmn:dataObject id="D" ${from}/>`, task('T', io + association)));
    return (await refusalsOf(dataElements, xml)).map(({ detail }) => detail['reason']);
  };

  it('compares both ends of an association by what they hold', async () => {
    expect(await reasons('itemSubjectRef="Text"', 'itemSubjectRef="Text"')).toEqual([]);
    expect(await reasons('itemSubjectRef="Text"', 'itemSubjectRef="Word"')).toEqual([]);
    expect(await reasons('itemSubjectRef="Text"', '')).toEqual([]);
    expect(await reasons('itemSubjectRef="Text"', 'itemSubjectRef="Number"')).toEqual(['items-differ']);
  });

  it('lets a transformation turn one into the other', async () => {
    const transformation = '<bpmn:transformation>=number(D)</bpmn:transformation>';
    expect(await reasons('itemSubjectRef="Text"', 'itemSubjectRef="Number"', transformation)).toEqual([]);
  });
});

import { chain, element, end, extensions, file, process, start, task } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { callActivityData } from './call-activity-data';

describe('call-activity-data', () => {
  verify(callActivityData, {
    folder: __dirname,
    valid: 'call-activity-data.valid.bpmn',
    invalid: 'call-activity-data.invalid.bpmn',
    refused: ['called-process-start-missing Call', 'call-data-differs Call', 'io-binding-invalid Called'],
  });

  const io = (...ids: readonly string[]): string =>
    `<bpmn:ioSpecification>${ids.map((id) => `<bpmn:dataInput id="${id}"/>`).join('')}<bpmn:inputSet/><bpmn:outputSet/></bpmn:ioSpecification>`;
  const calling = (call: string, called: string): string =>
    file(process(start(), call, end(), chain('S', 'C', 'E')), element('process', 'Q', called, 'isExecutable="true"'));
  const said = async (xml: string): Promise<readonly unknown[]> =>
    (await refusalsOf(callActivityData, xml)).map(({ code, detail }) => [code, detail['reason'] ?? detail['side'] ?? detail['called']]);

  it('finds what is called by its native id first, and leaves calls into other files alone', async () => {
    const native = extensions('<zeebe:calledElement processId="Q"/>');
    expect(await said(calling(element('callActivity', 'C', native + io('In')), start('QS')))).toEqual([
      ['call-data-differs', 'dataInputs'],
    ]);
    expect(await said(calling(element('callActivity', 'C', io('In'), 'calledElement="Q"'), start('QS')))).toEqual([
      ['call-data-differs', 'dataInputs'],
    ]);
    expect(await said(calling(element('callActivity', 'C', io('In'), 'calledElement="Far"'), start('QS')))).toEqual([]);
  });

  it('asks a call that maps natively for no declared data', async () => {
    const mapped = extensions('<zeebe:ioMapping><zeebe:input source="=x" target="In"/></zeebe:ioMapping>');
    expect(await said(calling(element('callActivity', 'C', mapped, 'calledElement="Q"'), io('In')))).toEqual([]);
    expect(await said(calling(element('callActivity', 'C', mapped + io(), 'calledElement="Q"'), io('In')))).toEqual([
      ['call-data-differs', 'dataInputs'],
    ]);
    expect(await said(calling(element('callActivity', 'C', '', 'calledElement="Q"'), io('In')))).toEqual([
      ['call-data-differs', 'dataInputs'],
    ]);
  });

  it('wants a start anybody can begin, unless the process draws none', async () => {
    const call = element('callActivity', 'C', '', 'calledElement="Q"');
    const message = start('QM', '<bpmn:messageEventDefinition/>');
    expect(await said(calling(call, message))).toEqual([['called-process-start-missing', 'Q']]);
    expect(await said(calling(call, message + start('QS')))).toEqual([]);
    expect(await said(calling(call, task('QT')))).toEqual([]);
  });

  it('compares the data of both sides by their items', async () => {
    const items = '<bpmn:itemDefinition id="Text" structureRef="xsd:string"/><bpmn:itemDefinition id="Number" structureRef="xsd:int"/>';
    const one = (id: string, item: string): string => io(id).replace(`id="${id}"`, `id="${id}" itemSubjectRef="${item}"`);
    const xml = (item: string): string =>
      calling(element('callActivity', 'C', one('In', 'Text'), 'calledElement="Q"'), one('QIn', item)).replace(
        '<bpmn:process',
        `${items}<bpmn:process`,
      );
    expect(await said(xml('Text'))).toEqual([]);
    expect(await said(xml('Number'))).toEqual([['call-data-differs', 'dataInputs']]);
  });

  describe('a service', () => {
    const service = (binding: string): string =>
      file(
        '<bpmn:itemDefinition id="Text" structureRef="xsd:string"/><bpmn:itemDefinition id="Number" structureRef="xsd:int"/>',
        '<bpmn:message id="Ask" itemRef="Text"/><bpmn:message id="Answer" itemRef="Number"/>',
        '<bpmn:interface id="If" name="If"><bpmn:operation id="Op" name="Op"><bpmn:inMessageRef>Ask</bpmn:inMessageRef>',
        '<bpmn:outMessageRef>Answer</bpmn:outMessageRef></bpmn:operation></bpmn:interface>',
        '<bpmn:process id="P" isExecutable="true"><bpmn:supportedInterfaceRef>If</bpmn:supportedInterfaceRef><bpmn:ioSpecification>',
        '<bpmn:dataInput id="In" itemSubjectRef="Text"/><bpmn:dataOutput id="Out" itemSubjectRef="Number"/><bpmn:dataOutput id="Odd" itemSubjectRef="Text"/>',
        '<bpmn:inputSet id="Ins"><bpmn:dataInputRefs>In</bpmn:dataInputRefs></bpmn:inputSet><bpmn:outputSet id="Outs"/></bpmn:ioSpecification>',
        `${binding}${start()}${end()}${chain('S', 'E')}</bpmn:process>`,
      );

    it.each([
      ['inputDataRef="In" outputDataRef="Out"', []],
      ['inputDataRef="Ins" outputDataRef="Outs"', []],
      ['inputDataRef="Out" outputDataRef="Out"', [['io-binding-invalid', 'input']]],
      ['inputDataRef="In" outputDataRef="Odd"', [['io-binding-invalid', 'output']]],
      ['inputDataRef="In"', [['io-binding-invalid', 'output']]],
    ])('bound by %s', async (attributes, expected) => {
      expect(await said(service(`<bpmn:ioBinding operationRef="Op" ${attributes}/>`))).toEqual(expected);
    });

    it('binds every operation it offers', async () => {
      expect(await said(service(''))).toEqual([['io-binding-invalid', 'missing']]);
    });
  });
});

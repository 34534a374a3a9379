import {
  boundary,
  chain,
  diagram,
  element,
  end,
  extensions,
  file,
  flow,
  process,
  start,
  straight,
  task,
  timer,
  user,
} from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { notExecuted } from './not-executed';

describe('not-executed', () => {
  verify(notExecuted, {
    folder: __dirname,
    valid: 'not-executed.valid.bpmn',
    invalid: 'not-executed.invalid.bpmn',
    refused: [
      'element-not-executed Script',
      'element-not-executed JobTask',
      'attribute-not-executed Twice',
      'element-not-executed Signal',
      'attribute-not-executed Listening',
    ],
  });

  const said = async (xml: string): Promise<readonly string[]> =>
    (await refusalsOf(notExecuted, xml)).map((refusal) => `${refusal.code} ${refusal.path}`);

  it.each(['inclusiveGateway', 'complexGateway', 'eventBasedGateway', 'receiveTask', 'scriptTask', 'transaction', 'adHocSubProcess'])(
    'refuses %s by name',
    async (type) => {
      expect(await said(straight(['X', element(type, 'X')]))).toEqual([`element-not-executed process[P]/${type}[X]`]);
    },
  );

  it.each(['signal', 'escalation', 'compensate', 'cancel', 'conditional', 'link'])('refuses a %s end', async (kind) => {
    const xml = diagram(start(), end('E', `<bpmn:${kind}EventDefinition/>`), flow('S', 'E'));
    expect((await said(xml))[0]).toBe('element-not-executed process[P]/endEvent[E]');
  });

  it('refuses an event with several triggers', async () => {
    const twice = element('intermediateCatchEvent', 'C', timer('timeDuration', 'P1D') + timer('timeDuration', 'P2D'));
    expect(await said(straight(['C', twice]))).toEqual(['element-not-executed process[P]/intermediateCatchEvent[C]']);
  });

  it('refuses data objects and choreographies', async () => {
    const xml = file(process(start(), end(), chain('S', 'E'), element('dataObject', 'Data')), element('choreography', 'C'));
    expect(await said(xml)).toEqual(['element-not-executed choreography[C]', 'element-not-executed process[P]/dataObject[Data]']);
  });

  it('keeps annotations, groups and element templates', async () => {
    const notes = element('textAnnotation', 'N') + element('group', 'G') + element('association', 'A', '', 'sourceRef="T" targetRef="N"');
    expect(await said(diagram(start(), task('T', '', 'zeebe:modelerTemplate="x"'), end(), notes, chain('S', 'T', 'E')))).toEqual([]);
  });

  it('ignores foreign extensions', async () => {
    const foreign = task('T', extensions('<signavio:meta xmlns:signavio="http://www.signavio.com" value="x"/>'));
    expect(await said(straight(['T', foreign]))).toEqual([]);
  });

  it('accepts defaults written out', async () => {
    const spelled = task('T', '', 'startQuantity="1" completionQuantity="1" isForCompensation="false"');
    expect(await said(straight(['T', spelled]))).toEqual([]);
  });

  it.each([
    ['isForCompensation="true"', '', '@isForCompensation'],
    ['completionQuantity="2"', '', '@completionQuantity'],
    ['', '<bpmn:standardLoopCharacteristics/>', 'bpmn:StandardLoopCharacteristics'],
    ['', '<bpmn:ioSpecification><bpmn:inputSet/><bpmn:outputSet/></bpmn:ioSpecification>', '@ioSpecification'],
  ])('refuses the attribute %s%s', async (attributes, inner, below) => {
    expect(await said(straight(['T', task('T', inner, attributes)]))).toEqual([`attribute-not-executed process[P]/task[T]/${below}`]);
  });

  it('refuses sequential multi-instance', async () => {
    const loop = '<bpmn:multiInstanceLoopCharacteristics isSequential="true"/>';
    const [said1] = await said(straight(['T', task('T', loop)]));
    expect(said1).toBe('attribute-not-executed process[P]/task[T]/multiInstanceLoopCharacteristics/@isSequential');
  });

  it.each([
    ['<zeebe:taskSchedule followUpDate="=d"/>', 'zeebe:TaskSchedule/@followUpDate'],
    ['<zeebe:formDefinition formKey="k"/>', 'zeebe:FormDefinition/@formKey'],
    ['<zeebe:formDefinition formId="ky" bindingType="versionTag"/>', 'zeebe:FormDefinition/@bindingType'],
    ['<zeebe:taskListeners/>', 'zeebe:TaskListeners'],
    ['<zeebe:taskDefinition type="make-papers"/>', 'zeebe:TaskDefinition'],
    ['<thidua:publish correlationKey="=a"/>', 'thidua:Publish'],
    ['<zeebe:userTask/>', 'zeebe:UserTask'],
  ])('refuses %s on a user task', async (extension, below) => {
    expect(await said(straight(['T', user('T', extension)]))).toEqual([
      `attribute-not-executed process[P]/userTask[T]/extensionElements/${below}`,
    ]);
  });

  it('refuses a boundary trigger nobody waits for', async () => {
    const xml = diagram(
      start(),
      task('T'),
      boundary('B', 'T', '<bpmn:signalEventDefinition/>'),
      end(),
      chain('S', 'T', 'E'),
      flow('B', 'E'),
    );
    expect(await said(xml)).toContain('element-not-executed process[P]/boundaryEvent[B]');
  });
});

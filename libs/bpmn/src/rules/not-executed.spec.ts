import { chain, diagram, element, end, extensions, file, process, start, straight, task, user } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { notExecuted } from './not-executed';

describe('not-executed', () => {
  verify(notExecuted, {
    folder: __dirname,
    valid: 'not-executed.valid.bpmn',
    invalid: 'not-executed.invalid.bpmn',
    refused: [
      'attribute-not-executed Script',
      'attribute-not-executed Script',
      'element-not-executed JobTask',
      'attribute-not-executed Twice',
      'element-not-executed Signal',
      'attribute-not-executed Listening',
    ],
  });

  const said = async (xml: string): Promise<readonly string[]> =>
    (await refusalsOf(notExecuted, xml)).map((refusal) => `${refusal.code} ${refusal.path}`);

  it.each([
    ...[
      'inclusiveGateway',
      'complexGateway',
      'eventBasedGateway',
      'receiveTask',
      'sendTask',
      'scriptTask',
      'transaction',
      'adHocSubProcess',
    ],
    ...['exclusiveGateway', 'parallelGateway', 'serviceTask', 'businessRuleTask', 'callActivity', 'subProcess', 'manualTask', 'task'],
  ])('knows %s', async (type) => {
    expect(await said(straight(['X', element(type, 'X')]))).toEqual([]);
  });

  it.each(['subChoreography', 'choreographyTask', 'callChoreography'])('refuses %s by name', async (type) => {
    expect(await said(straight(['X', element(type, 'X')]))).toEqual([`element-not-executed process[P]/${type}[X]`]);
  });

  const TRIGGERS = ['message', 'timer', 'conditional', 'signal', 'error', 'escalation', 'compensate', 'cancel', 'link', 'terminate'];
  const definitions = (kinds: readonly string[]): string => kinds.map((kind) => `<bpmn:${kind}EventDefinition/>`).join('');
  const refusedAt = async (type: string, kinds: readonly string[], attributes = ''): Promise<boolean> => {
    const host = type === 'boundaryEvent' ? task('T') : '';
    const answers = await said(
      diagram(host, element(type, 'X', definitions(kinds), host === '' ? attributes : `attachedToRef="T" ${attributes}`)),
    );
    expect(answers.filter((answer) => answer !== `element-not-executed process[P]/${type}[X]`)).toEqual([]);
    return answers.length > 0;
  };

  it.each([
    ['startEvent', ['cancel', 'link', 'terminate']],
    ['endEvent', ['timer', 'conditional', 'link']],
    ['intermediateCatchEvent', ['error', 'escalation', 'compensate', 'cancel', 'terminate']],
    ['intermediateThrowEvent', ['timer', 'conditional', 'error', 'cancel', 'terminate']],
    ['boundaryEvent', ['link', 'terminate']],
  ])('refuses on a %s: %s', async (type, expected) => {
    const found: string[] = [];
    for (const kind of TRIGGERS) {
      found.push(...((await refusedAt(type, [kind])) ? [kind] : []));
    }
    expect(found).toEqual(expected);
  });

  it.each([
    ['intermediateCatchEvent', ['timer', 'timer'], '', false],
    ['intermediateCatchEvent', ['timer', 'link'], '', true],
    ['intermediateThrowEvent', ['signal', 'compensate'], '', false],
    ['intermediateThrowEvent', ['signal', 'link'], '', true],
    ['endEvent', ['signal', 'cancel'], '', false],
    ['endEvent', ['signal', 'timer'], '', true],
    ['boundaryEvent', ['error', 'timer'], '', false],
    ['boundaryEvent', ['compensate', 'timer'], '', true],
    ['boundaryEvent', ['cancel', 'timer'], '', true],
    ['boundaryEvent', ['signal', 'timer'], 'parallelMultiple="true"', false],
    ['boundaryEvent', ['error', 'timer'], 'parallelMultiple="true"', true],
    ['boundaryEvent', ['error'], 'parallelMultiple="true"', false],
  ])('on a %s takes several triggers only where they go together: %s %s', async (type, kinds, attributes, expected) => {
    expect(await refusedAt(type, kinds, attributes)).toBe(expected);
  });

  it('refuses choreographies, and extensions that must be understood', async () => {
    const extension = '<bpmn:extension mustUnderstand="true" definition="x:y" xmlns:x="http://x"/>';
    const xml = file(extension, extension.replace('true', 'false'), process(start(), end(), chain('S', 'E')), element('choreography', 'C'));
    expect(await said(xml)).toEqual(['element-not-executed choreography[C]', 'element-not-executed extension']);
  });

  it('keeps data, and refuses words on it that nobody reads', async () => {
    const data = '<bpmn:dataObject id="D" isCollection="true"><bpmn:dataState id="St" name="moi"/></bpmn:dataObject>';
    const reference = '<bpmn:dataObjectReference id="R" dataObjectRef="D"/><bpmn:dataStoreReference id="Store"/>';
    expect(await said(diagram(start(), end(), chain('S', 'E'), data, reference))).toEqual([]);
    const listening = element('dataObject', 'D', extensions('<zeebe:executionListeners/>'));
    expect(await said(diagram(start(), end(), chain('S', 'E'), listening))).toEqual([
      'attribute-not-executed process[P]/dataObject[D]/extensionElements/zeebe:ExecutionListeners',
    ]);
  });

  it('keeps annotations, groups and element templates', async () => {
    const notes = element('textAnnotation', 'N') + element('group', 'G') + element('association', 'A', '', 'sourceRef="T" targetRef="N"');
    expect(await said(diagram(start(), task('T', '', 'zeebe:modelerTemplate="x"'), end(), notes, chain('S', 'T', 'E')))).toEqual([]);
  });

  it('leaves several marks of the converter to the rule that counts them', async () => {
    const marks = '<thidua:unmapped what="camunda:class" value="A"/><thidua:unmapped what="camunda:field" value="b"/>';
    expect(await said(straight(['T', task('T', extensions(marks))]))).toEqual([]);
  });

  it('ignores foreign extensions', async () => {
    const foreign = task('T', extensions('<signavio:meta xmlns:signavio="http://www.signavio.com" value="x"/>'));
    expect(await said(straight(['T', foreign]))).toEqual([]);
  });

  it('accepts defaults written out', async () => {
    const spelled = task('T', '', 'startQuantity="1" completionQuantity="1" isForCompensation="false"');
    expect(await said(straight(['T', spelled]))).toEqual([]);
    const service = element('serviceTask', 'X', '', 'implementation="##WebService"');
    expect(await said(straight(['X', service]))).toEqual([]);
    expect(await said(straight(['X', service.replace('##WebService', 'java:X')]))).toEqual([
      'attribute-not-executed process[P]/serviceTask[X]/@implementation',
    ]);
  });

  it.each([
    ['isForCompensation="true"', ''],
    ['startQuantity="2" completionQuantity="2"', ''],
    ['', '<bpmn:standardLoopCharacteristics loopMaximum="2"/>'],
    ['', '<bpmn:multiInstanceLoopCharacteristics isSequential="true" behavior="None"/>'],
    ['', '<bpmn:ioSpecification><bpmn:inputSet/><bpmn:outputSet/></bpmn:ioSpecification>'],
    ['', '<bpmn:property id="Pr" name="x"/>'],
  ])('knows %s%s', async (attributes, inner) => {
    expect(await said(straight(['T', task('T', inner, attributes)]))).toEqual([]);
  });

  it.each([
    ['<bpmn:potentialOwner id="O"/>', 'task[T]/@resources'],
    [
      '<bpmn:multiInstanceLoopCharacteristics><bpmn:inputDataItem id="I"/></bpmn:multiInstanceLoopCharacteristics>',
      'task[T]/multiInstanceLoopCharacteristics/@inputDataItem',
    ],
  ])('refuses %s', async (inner, below) => {
    expect(await said(straight(['T', task('T', inner)]))).toEqual([`attribute-not-executed process[P]/${below}`]);
  });

  it.each([
    ['<zeebe:taskSchedule followUpDate="=d"/>', 'zeebe:TaskSchedule/@followUpDate'],
    ['<zeebe:formDefinition formKey="k"/>', 'zeebe:FormDefinition/@formKey'],
    ['<zeebe:formDefinition formId="ky" bindingType="versionTag"/>', 'zeebe:FormDefinition/@bindingType'],
    ['<zeebe:taskListeners/>', 'zeebe:TaskListeners'],
    ['<zeebe:executionListeners/>', 'zeebe:ExecutionListeners'],
    ['<zeebe:jobPriorityDefinition priority="1"/>', 'zeebe:JobPriorityDefinition'],
    ['<zeebe:userTaskForm/>', 'zeebe:UserTaskForm'],
    ['<zeebe:linkedResources/>', 'zeebe:LinkedResources'],
    ['<zeebe:taskDefinition type="make-papers"/>', 'zeebe:TaskDefinition'],
    ['<thidua:publish correlationKey="=a"/>', 'thidua:Publish'],
    ['<zeebe:userTask/>', 'zeebe:UserTask'],
  ])('refuses %s on a user task', async (extension, below) => {
    expect(await said(straight(['T', user('T', extension)]))).toEqual([
      `attribute-not-executed process[P]/userTask[T]/extensionElements/${below}`,
    ]);
  });
});

import { body, convert, expression, lines, user } from '../../test/conversion';
import { element, file } from '../../test/diagram';

describe('events', () => {
  const message = '<bpmn:message id="M" name="Bổ sung"/>';
  const catching = (type: string, more = ''): string => element(type, 'E', '<bpmn:messageEventDefinition messageRef="M"/>', more);
  const within =
    (...content: readonly string[]): ((xml: string) => string) =>
    (xml) =>
      file(...content, `<bpmn:process id="P" isExecutable="true">${xml}</bpmn:process>`);
  const KEYED = 'changed-meaning E messageRef → zeebe:subscription correlationKey="=businessKey"';

  it.each([
    ['an intermediate event', catching('intermediateCatchEvent')],
    ['a boundary event', catching('boundaryEvent', 'attachedToRef="U"')],
    ['a receive task', element('receiveTask', 'E', '', 'messageRef="M"')],
    ['the start of an event subprocess', `<bpmn:subProcess id="Q" triggeredByEvent="true">${catching('startEvent')}</bpmn:subProcess>`],
  ])('gives the message of %s a correlation key', async (_, waiting) => {
    const converted = await convert(user('c:category="x"') + waiting, 'camunda', within(message));
    expect(lines(converted)).toContain(KEYED);
    expect(converted.xml).toContain('<zeebe:subscription correlationKey="=businessKey" />');
  });

  it('says so once per message, and not for one that starts the process', async () => {
    const twice = await convert(
      user('c:category="x"') + catching('intermediateCatchEvent') + element('receiveTask', 'T2', '', 'messageRef="M"'),
      'camunda',
      within(message),
    );
    expect(lines(twice).filter((line) => line.includes('businessKey'))).toHaveLength(1);
    const starting = await convert(user('c:category="x"') + catching('startEvent'), 'camunda', within(message));
    expect(lines(starting)).toEqual(['changed-meaning U c:category → ']);
  });

  it('names a message without a name by its id', async () => {
    const { report } = await convert(
      user('c:category="x"') + catching('intermediateCatchEvent'),
      'camunda',
      within('<bpmn:message id="M"/>'),
    );
    expect(report.at(-1)?.en).toContain('"M"');
  });

  it('says the names of signals in FEEL; those of messages are fixed', async () => {
    const converted = await convert(
      user('c:category="x"'),
      'camunda',
      within('<bpmn:message id="M" name="bo-sung-${id}"/><bpmn:signal id="G" name="#{kind}"/><bpmn:signal id="H" name="${b.x()}"/>'),
    );
    expect(lines(converted).slice(0, 3)).toEqual(['not-mappable M name → ', 'mapped G name → =kind', 'not-mappable H name → ']);
  });

  it('makes a thrown message with a topic a job of the event', async () => {
    const converted = await convert(
      element('endEvent', 'E', '<bpmn:messageEventDefinition messageRef="M" c:type="external" c:topic="send-results"/>'),
      'camunda',
      within(message),
    );
    expect(lines(converted)).toEqual(['mapped E c:topic → zeebe:taskDefinition type="send-results"']);
    expect(body(converted)).toMatch(/<bpmn:endEvent id="E"><bpmn:extensionElements><zeebe:taskDefinition type="send-results" \/>/);
  });

  it('needs no list of variables for a condition', async () => {
    const condition = `<bpmn:conditionalEventDefinition c:variableName="late" c:variableEvents="create">${expression('condition', '${late}')}</bpmn:conditionalEventDefinition>`;
    expect(lines(await convert(element('intermediateCatchEvent', 'E', condition)))).toEqual([
      'mapped E condition → =late',
      'changed-meaning E c:variableName → ',
      'changed-meaning E c:variableEvents → ',
    ]);
  });

  it('declares errors and escalations that are named only by reference', async () => {
    const converted = await convert(
      element('endEvent', 'E1', '<bpmn:errorEventDefinition errorRef="THIEU_HO_SO" c:errorCodeVariable="k"/>') +
        element('endEvent', 'E2', '<bpmn:errorEventDefinition errorRef="THIEU_HO_SO"/>') +
        element('endEvent', 'E3', '<bpmn:escalationEventDefinition escalationRef="QUA_HAN"/>') +
        '<bpmn:dataObject id="D" itemSubjectRef="xsd:string"/>',
      'activiti',
    );
    expect(lines(converted)).toEqual([
      'mapped E1 errorRef → bpmn:error errorCode="THIEU_HO_SO"',
      'mapped E2 errorRef → bpmn:error errorCode="THIEU_HO_SO"',
      'mapped E3 escalationRef → bpmn:escalation escalationCode="QUA_HAN"',
      'changed-meaning D itemSubjectRef → ',
      'not-mappable E1 c:errorCodeVariable → ',
    ]);
    expect(converted.xml.match(/<bpmn:error id="THIEU_HO_SO" name="THIEU_HO_SO" errorCode="THIEU_HO_SO" \/>/g)).toHaveLength(1);
    expect(converted.xml.match(/errorRef="THIEU_HO_SO"/g)).toHaveLength(2);
  });

  it.each([
    ['c:terminateAll="false"', 'mapped E c:terminateAll="false" → '],
    ['c:terminateAll="true"', 'not-mappable E c:terminateAll → '],
  ])('%s', async (attributes, line) => {
    expect(lines(await convert(element('endEvent', 'E', `<bpmn:terminateEventDefinition ${attributes}/>`), 'flowable'))).toEqual([line]);
  });
});

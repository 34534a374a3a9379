import {
  boundary,
  chain,
  diagram,
  element,
  end,
  eventSubProcess,
  extensions,
  file,
  flow,
  process,
  start,
  step,
  straight,
  task,
  timer,
  user,
} from '../../test/diagram';
import { GENEROUS } from '../../test/surroundings';
import type { GraphElement } from '../graph';
import { readDiagram } from '../read-diagram';

/** `code place detail` of every error, or nothing. */
async function refused(xml: string): Promise<readonly string[]> {
  const read = await readDiagram(xml, GENEROUS);
  const errors = read.ok ? [] : read.error.filter((refusal) => refusal.severity === 'error');
  return errors.map((refusal) => `${refusal.code} ${refusal.path.replace(/^process\[P\]\//, '')}`);
}

async function compiled(xml: string, id: string): Promise<GraphElement> {
  const read = await readDiagram(xml, GENEROUS);
  const graph = read.ok ? read.value.graphs.get('P') : undefined;
  const found = graph?.elements[graph.byId.get(id) ?? -1];
  if (found === undefined) {
    throw new Error(JSON.stringify(read, null, 1));
  }
  return found;
}

const job = (inner: string): string => straight(['J', element('serviceTask', 'J', extensions(inner))]);
const call = (inner: string): string => straight(['C', element('callActivity', 'C', extensions(inner))]);
const waiting = (inner: string): string => straight(['C', element('intermediateCatchEvent', 'C', inner)]);
const repeated = (loop: string, inner = ''): string =>
  straight([
    'U',
    user('U').replace(
      '</bpmn:userTask>',
      `<bpmn:multiInstanceLoopCharacteristics>${extensions(loop)}${inner}</bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>`,
    ),
  ]);
const mapped = (inner: string): string => straight(['U', user('U', `<zeebe:ioMapping>${inner}</zeebe:ioMapping>`)]);

describe('timers', () => {
  it.each([
    ['timeDuration', 'PT1H30M'],
    ['timeDuration', 'P2W'],
    ['timeDuration', '=duration("P1D")'],
    ['timeDate', '2026-11-21'],
    ['timeDate', '2026-11-21T08:00:00+07:00'],
    ['timeDate', '=closesAt'],
  ] as const)('compiles %s %s', async (kind, value) => {
    expect(await refused(waiting(timer(kind, value)))).toEqual([]);
  });

  it.each([
    ['timeDuration', 'P', 'timer-invalid'],
    ['timeDuration', '2 days', 'timer-invalid'],
    ['timeDuration', 'P1DT', 'timer-invalid'],
    ['timeDate', '21/11/2026', 'timer-invalid'],
    ['timeDate', '', 'expression-invalid'],
    ['timeDuration', '=', 'expression-invalid'],
    ['timeDuration', '=(', 'expression-invalid'],
    ['timeCycle', 'R3/P1D', 'attribute-not-executed'],
  ] as const)('refuses %s "%s" on a catch event', async (kind, value, code) => {
    expect(await refused(waiting(timer(kind, value)))).toEqual([`${code} intermediateCatchEvent[C]/timerEventDefinition/${kind}`]);
  });

  it('refuses a timer with two values and one with none', async () => {
    const two = timer('timeDate', '2026-11-21').replace(
      '</bpmn:timerEventDefinition>',
      '<bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>',
    );
    expect(await refused(waiting(two))).toEqual(['timer-invalid intermediateCatchEvent[C]/timerEventDefinition']);
    expect(await refused(waiting('<bpmn:timerEventDefinition/>'))).toEqual([
      'timer-invalid intermediateCatchEvent[C]/timerEventDefinition',
    ]);
  });

  const reminded = (attributes: string, value: string): string =>
    diagram(
      start(),
      user('U'),
      boundary('B', 'U', timer('timeCycle', value), attributes),
      end(),
      end('E2'),
      chain('S', 'U', 'E'),
      flow('B', 'E2'),
    );

  it('lets a boundary event repeat only when it does not interrupt', async () => {
    expect(await refused(reminded('cancelActivity="false"', 'R3/PT8H'))).toEqual([]);
    expect(await refused(reminded('cancelActivity="false"', 'R/2026-11-21T08:00:00Z/P1D'))).toEqual([]);
    expect(await refused(reminded('cancelActivity="false"', '3 times'))).toEqual([
      'timer-invalid boundaryEvent[B]/timerEventDefinition/timeCycle',
    ]);
    expect(await refused(reminded('', 'R3/PT8H'))).toEqual(['attribute-not-executed boundaryEvent[B]/timerEventDefinition/timeCycle']);
  });
});

describe('messages and errors', () => {
  const message = (inner = '', name = 'rut'): string => `<bpmn:message id="M" name="${name}">${inner}</bpmn:message>`;
  const key = extensions('<zeebe:subscription correlationKey="=dossier"/>');
  const definition = '<bpmn:messageEventDefinition messageRef="M"/>';
  const caught = (root: string): string =>
    file(root, process(start(), element('intermediateCatchEvent', 'C', definition), end(), chain('S', 'C', 'E')));

  it('needs a correlation key to wait, not to start a process', async () => {
    expect(await refused(caught(message(key)))).toEqual([]);
    expect(await refused(caught(message()))).toEqual(['correlation-key-missing intermediateCatchEvent[C]']);
    expect(await refused(file(message(), process(start('S', definition), end(), flow('S', 'E'))))).toEqual([]);
    const event = eventSubProcess('Ev', start('I', definition), end('IE'), flow('I', 'IE'));
    expect(await refused(file(message(), process(start(), end(), flow('S', 'E'), event)))).toEqual([
      'correlation-key-missing subProcess[Ev]/startEvent[I]',
    ]);
  });

  it('needs a name that is no expression', async () => {
    const below = 'intermediateCatchEvent[C]/messageEventDefinition/@messageRef';
    expect(await refused(caught(message(key, '')))).toEqual([`reference-missing ${below}`]);
    expect(await refused(caught(message(key, '=name')))).toEqual([`attribute-not-executed ${below}`]);
  });

  const thrown = (publish: string): string => file(message(), process(start(), end('E', extensions(publish) + definition), flow('S', 'E')));

  it('throws to whoever waits for the key, as long as told', async () => {
    const found = await compiled(thrown('<thidua:publish correlationKey="=dossier" ttl="PT2H"/>'), 'E');
    expect(found).toMatchObject({ type: 'endEvent', trigger: { kind: 'message', message: { name: 'rut', ttl: 'PT2H' } } });
    expect(await refused(thrown('<thidua:publish correlationKey="=dossier" ttl="2h"/>'))).toEqual([
      'timer-invalid endEvent[E]/thidua:Publish/@ttl',
    ]);
    expect(await refused(thrown('<thidua:publish ttl="PT2H"/>'))).toEqual(['correlation-key-missing endEvent[E]/thidua:Publish']);
    expect(await refused(thrown(''))).toEqual(['correlation-key-missing endEvent[E]/thidua:Publish']);
  });

  it('ends in an error only with a code, and catches all without one', async () => {
    const error = '<bpmn:error id="Err" errorCode="KHONG_DAT"/>';
    const ends = (root: string, reference: string): string =>
      file(root, process(start(), end('E', `<bpmn:errorEventDefinition ${reference}/>`), flow('S', 'E')));
    expect(await compiled(ends(error, 'errorRef="Err"'), 'E')).toMatchObject({ trigger: { kind: 'error', errorCode: 'KHONG_DAT' } });
    expect(await refused(ends('', ''))).toEqual(['reference-missing endEvent[E]/errorEventDefinition/@errorRef']);
    const all = diagram(
      start(),
      user('U'),
      boundary('B', 'U', '<bpmn:errorEventDefinition/>'),
      end(),
      chain('S', 'U', 'E'),
      flow('B', 'E'),
    );
    expect(await compiled(all, 'B')).toMatchObject({ trigger: { kind: 'error' }, interrupting: true });
    expect(await refused(all.replace('attachedToRef', 'cancelActivity="false" attachedToRef'))).toEqual([
      'attribute-not-executed boundaryEvent[B]/@cancelActivity',
    ]);
  });

  it('lets an event subprocess start on an error', async () => {
    const event = eventSubProcess('Ev', start('I', '<bpmn:errorEventDefinition/>'), end('IE'), flow('I', 'IE'));
    expect(await compiled(diagram(start(), user('U'), end(), chain('S', 'U', 'E'), event), 'I')).toMatchObject({
      trigger: { kind: 'error' },
    });
  });
});

describe('jobs, decisions and calls', () => {
  it('runs send tasks as jobs, three times unless told', async () => {
    const xml = straight(['J', element('sendTask', 'J', extensions('<zeebe:taskDefinition type="send-results"/>'))]);
    expect(await compiled(xml, 'J')).toMatchObject({ type: 'serviceTask', job: { type: 'send-results', retries: 3 } });
  });

  it.each([
    ['', 'job-type-missing serviceTask[J]/zeebe:TaskDefinition'],
    ['<zeebe:taskDefinition type="unknown"/>', 'reference-missing serviceTask[J]/zeebe:TaskDefinition/@type'],
    ['<zeebe:taskDefinition type="make-papers" retries="0"/>', 'expression-invalid serviceTask[J]/zeebe:TaskDefinition/@retries'],
    ['<zeebe:taskDefinition type="make-papers" retries="=n"/>', 'expression-invalid serviceTask[J]/zeebe:TaskDefinition/@retries'],
    ['<zeebe:taskDefinition type="=("/>', 'expression-invalid serviceTask[J]/zeebe:TaskDefinition'],
  ])('refuses the job %s', async (definition, expected) => {
    expect(await refused(job(definition))).toEqual([expected]);
  });

  it.each([
    [
      '<zeebe:calledDecision decisionId="x" resultVariable="r"/>',
      ['reference-missing businessRuleTask[R]/zeebe:CalledDecision/@decisionId'],
    ],
    [
      '<zeebe:calledDecision decisionId="tham-quyen" resultVariable="a.b"/>',
      ['target-invalid businessRuleTask[R]/zeebe:CalledDecision/@resultVariable'],
    ],
    ['<zeebe:calledDecision decisionId="tham-quyen" resultVariable="kết_quả"/>', []],
  ])('the decision %s', async (definition, expected) => {
    expect(await refused(straight(['R', element('businessRuleTask', 'R', extensions(definition))]))).toEqual(expected);
  });

  it.each([
    ['processId="trinh-trung-uong" bindingType="versionTag" versionTag="1"', []],
    ['processId="P" bindingType="deployment"', []],
    ['processId="nobody"', ['reference-missing callActivity[C]/zeebe:CalledElement/@processId']],
    ['processId="=which"', ['attribute-not-executed callActivity[C]/zeebe:CalledElement/@processId']],
    ['processId="P" bindingType="newest"', ['attribute-not-executed callActivity[C]/zeebe:CalledElement/@bindingType']],
    ['processId="P" bindingType="versionTag"', ['reference-missing callActivity[C]/zeebe:CalledElement/@bindingType']],
    ['processId="P" propagateAllParentVariables="true"', []],
    [
      'processId="P" propagateAllParentVariables="false"',
      ['attribute-not-executed callActivity[C]/extensionElements/zeebe:CalledElement/@propagateAllParentVariables'],
    ],
  ])('the call %s', async (attributes, expected) => {
    expect(await refused(call(`<zeebe:calledElement ${attributes}/>`))).toEqual(expected);
  });

  it('hands all variables back unless outputs are mapped or it says otherwise', async () => {
    const output = '<zeebe:ioMapping><zeebe:output source="=a" target="b"/></zeebe:ioMapping>';
    const all = async (inner: string): Promise<unknown> => {
      const found = await compiled(call(inner), 'C');
      return found.type === 'callActivity' && found.call.propagateAll;
    };
    expect(await all('<zeebe:calledElement processId="P"/>')).toBe(true);
    expect(await all(`<zeebe:calledElement processId="P"/>${output}`)).toBe(false);
    expect(await all('<zeebe:calledElement processId="P" propagateAllChildVariables="false"/>')).toBe(false);
  });
});

describe('user tasks', () => {
  it('refuses an unknown form, groups that are no FEEL list, and a due date beside a legal deadline', async () => {
    expect(await refused(straight(['U', user('U', '<zeebe:formDefinition formId="x"/>')]))).toEqual([
      'reference-missing userTask[U]/zeebe:FormDefinition/@formId',
    ]);
    const plain = element('userTask', 'U', extensions('<zeebe:userTask/>', '<zeebe:assignmentDefinition candidateGroups="chair"/>'));
    expect(await refused(straight(['U', plain]))).toEqual(['expression-invalid userTask[U]/zeebe:AssignmentDefinition/@candidateGroups']);
    const both = user('U', '<zeebe:taskSchedule dueDate="=d"/>', '<thidua:deadline workingDays="8"/>');
    expect(await refused(straight(['U', both]))).toEqual(['due-date-and-deadline userTask[U]/zeebe:TaskSchedule/@dueDate']);
  });

  it('refuses what is no FEEL, saying where', async () => {
    const broken = element('userTask', 'U', extensions('<zeebe:userTask/>', '<zeebe:assignmentDefinition assignee="=a +"/>'));
    const read = await readDiagram(straight(['U', broken]), GENEROUS);
    const [refusal] = read.ok ? [] : read.error;
    expect([refusal?.code, refusal?.elementId, refusal?.detail['reason'], refusal?.detail['source']]).toEqual([
      'expression-invalid',
      'U',
      'feel-syntax',
      '=a +',
    ]);
    expect(typeof refusal?.detail['position']).toBe('number');
  });
});

describe('mappings and repetition', () => {
  it.each([
    ['<zeebe:input source="=a" target="b"/><zeebe:output source="hằng số" target="số_tiền"/>', []],
    ['<zeebe:input source="=a" target="b.c"/>', ['target-invalid userTask[U]/zeebe:IoMapping/inputParameters']],
    ['<zeebe:output source="=a" target=""/>', ['target-invalid userTask[U]/zeebe:IoMapping/outputParameters']],
    ['<zeebe:output target="b"/>', ['expression-invalid userTask[U]/zeebe:IoMapping/outputParameters']],
    ['<zeebe:output source="=)" target="b"/>', ['expression-invalid userTask[U]/zeebe:IoMapping/outputParameters']],
  ])('the mapping %s', async (inner, expected) => {
    expect(await refused(mapped(inner))).toEqual(expected);
  });

  it('refuses inputs where nothing takes them', async () => {
    const input = extensions('<zeebe:ioMapping><zeebe:input source="=a" target="b"/></zeebe:ioMapping>');
    expect(await refused(diagram(start('S', input), end(), flow('S', 'E')))).toEqual([
      'attribute-not-executed startEvent[S]/zeebe:IoMapping/zeebe:input',
    ]);
  });

  it.each([
    ['<zeebe:loopCharacteristics inputCollection="=voters" inputElement="voter"/>', '', []],
    ['', '', ['collection-missing userTask[U]/zeebe:LoopCharacteristics']],
    [
      '<zeebe:loopCharacteristics inputCollection="=["/>',
      '',
      ['expression-invalid userTask[U]/zeebe:LoopCharacteristics/@inputCollection'],
    ],
    [
      '<zeebe:loopCharacteristics inputCollection="=v" inputElement="a b"/>',
      '',
      ['target-invalid userTask[U]/zeebe:LoopCharacteristics/@inputElement'],
    ],
    [
      '<zeebe:loopCharacteristics inputCollection="=v"/>',
      '<bpmn:loopCardinality>3</bpmn:loopCardinality>',
      ['attribute-not-executed userTask[U]/multiInstanceLoopCharacteristics/@loopCardinality'],
    ],
    [
      '<zeebe:loopCharacteristics inputCollection="=v"/>',
      '<bpmn:completionCondition>=)</bpmn:completionCondition>',
      ['expression-invalid userTask[U]/multiInstanceLoopCharacteristics/completionCondition'],
    ],
  ])('the repetition %s%s', async (loop, inner, expected) => {
    expect(await refused(repeated(loop, inner))).toEqual(expected);
  });
});

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
    const found = await compiled(straight(['T', task('T', extensions(step('notice')))]), 'T');
    expect([found.type, found.legal]).toEqual(['passThroughTask', { step: 'notice' }]);
  });
});

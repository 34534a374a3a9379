import { body, convert, lines, service, user } from '../../test/conversion';
import { element, extensions, start } from '../../test/diagram';

describe('work', () => {
  const retry = '<c:failedJobRetryTimeCycle>R5/PT10M</c:failedJobRetryTimeCycle>';
  it.each([
    ['c:type="external" c:topic="make-papers"', '', ['mapped W c:topic → zeebe:taskDefinition type="make-papers"'], 'type="make-papers"'],
    ['c:type="external" c:topic="${kind}"', '', ['mapped W c:topic → zeebe:taskDefinition type="=kind"'], 'type="=kind"'],
    [
      'c:type="external" c:topic="x"',
      retry,
      ['changed-meaning W c:failedJobRetryTimeCycle → retries="5"', 'mapped W c:topic → zeebe:taskDefinition type="x"'],
      'type="x" retries="5"',
    ],
    [
      'c:topic="x"',
      '<c:failedJobRetryTimeCycle>PT10M,PT1H</c:failedJobRetryTimeCycle>',
      ['changed-meaning W c:failedJobRetryTimeCycle → retries="3"', 'mapped W c:topic → zeebe:taskDefinition type="x"'],
      'type="x" retries="3"',
    ],
    ['c:topic="x"', '<c:failedJobRetryTimeCycle/>', ['mapped W c:topic → zeebe:taskDefinition type="x"'], 'type="x"'],
  ])('%s %s', async (attributes, inner, expected, written) => {
    const converted = await convert(service(attributes, inner === '' ? '' : extensions(inner)));
    expect(lines(converted)).toEqual(expected);
    expect(body(converted)).toContain(`<zeebe:taskDefinition ${written} />`);
  });

  it.each([
    ['c:class="vn.thidua.Send"', '', ['c:class']],
    ['c:delegateExpression="${sender}"', '', ['c:delegateExpression']],
    ['c:expression="${sender.send(x)}"', '', ['c:expression']],
    ['c:expression="${a + b}"', '', ['c:expression']],
    ['c:expression="plain" c:resultVariable="r"', '', ['c:expression', 'c:resultVariable']],
    ['c:type="mail"', '<c:field name="to" stringValue="x"/>', ['c:type', 'c:field']],
    ['c:topic="${bean.topic()}"', '', ['c:topic']],
    ['', '<c:connector><c:connectorId>http</c:connectorId></c:connector>', ['c:connector']],
    ['c:class="x"', '<c:executionListener class="y" event="start"/>', ['c:class', 'c:executionListener']],
    ['c:triggerable="true"', '', ['c:triggerable']],
  ])('cannot run %s %s', async (attributes, inner, words) => {
    const converted = await convert(service(attributes, inner === '' ? '' : extensions(inner)));
    expect(lines(converted)).toEqual(words.map((word) => `not-mappable W ${word} → `));
    expect(body(converted)).toContain('<bpmn:serviceTask');
  });

  it('keeps what a listener said in the mark', async () => {
    const converted = await convert(
      service('', extensions('<c:executionListener event="start"><c:script scriptFormat="groovy">x = 1</c:script></c:executionListener>')),
    );
    expect(converted.refusals[0]?.detail).toEqual({
      what: 'c:executionListener',
      value: 'executionListener event="start" {script scriptFormat="groovy" x = 1}',
    });
  });

  it('draws a computing service task as a script task, and keeps what is attached to it', async () => {
    const converted = await convert(
      start() +
        service(
          'name="Tính" c:expression="${a + b}" c:resultVariable="sum" c:asyncBefore="true" implementation="##WebService" x:note="1" xmlns:x="urn:x"',
          '<bpmn:documentation>Cộng</bpmn:documentation><bpmn:multiInstanceLoopCharacteristics c:odd="1"/>',
        ) +
        '<bpmn:sequenceFlow id="F" sourceRef="S" targetRef="W"/>' +
        element('boundaryEvent', 'B', '<bpmn:errorEventDefinition/>', 'attachedToRef="W"') +
        '<bpmn:laneSet id="L"><bpmn:lane id="A"><bpmn:flowNodeRef>S</bpmn:flowNodeRef><bpmn:flowNodeRef>W</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>',
    );
    expect(lines(converted)).toEqual([
      'changed-meaning W c:expression → bpmn:scriptTask zeebe:script expression="=a + b"',
      'changed-meaning W c:asyncBefore → ',
      'not-mappable W c:odd → ',
    ]);
    expect(body(converted)).toContain('<bpmn:documentation>Cộng</bpmn:documentation>');
    expect(body(converted)).toMatch(/<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><thidua:unmapped what="c:odd"/);
    expect(body(converted)).toMatch(/<bpmn:scriptTask [^>]*id="W" name="Tính" x:note="1">/);
    expect(body(converted)).toContain('<zeebe:script expression="=a + b" resultVariable="sum" />');
    expect(body(converted)).toContain('targetRef="W"');
    expect(body(converted)).toContain('attachedToRef="W"');
    expect(body(converted)).toContain('<bpmn:flowNodeRef>W</bpmn:flowNodeRef>');
    expect(body(converted)).not.toContain('implementation');
  });

  it("draws Flowable's decision task as a business rule task", async () => {
    const fields = (inner: string): string =>
      extensions(`<c:field name="decisionTableReferenceKey" ${inner}`, '<c:field name="other" stringValue="1"/>');
    const attribute = await convert(service('c:type="dmn"', fields('stringValue="tham-quyen"/>')), 'flowable');
    const child = await convert(service('c:type="dmn"', fields('><c:string>tham-quyen</c:string></c:field>')), 'flowable');
    for (const converted of [attribute, child]) {
      expect(lines(converted)).toEqual([
        'changed-meaning W c:type → bpmn:businessRuleTask',
        'changed-meaning W c:field → zeebe:calledDecision decisionId="tham-quyen" resultVariable="decisionResult"',
      ]);
      expect(body(converted)).toContain('<bpmn:businessRuleTask id="W">');
    }
    expect(lines(await convert(service('c:type="dmn"'), 'flowable')).at(-1)).toBe('not-mappable W c:type → ');
  });

  it.each([
    [
      'c:decisionRef="tham-quyen" c:resultVariable="r" c:mapDecisionResult="singleEntry" c:decisionRefBinding="latest"',
      ['mapped R c:decisionRef → zeebe:calledDecision decisionId="tham-quyen" resultVariable="r"'],
      'resultVariable="r"',
    ],
    [
      'c:decisionRef="t" c:resultVariable="r" c:mapDecisionResult="singleResult" c:decisionRefBinding="versionTag" c:decisionRefVersionTag="v1"',
      ['mapped R c:decisionRef → zeebe:calledDecision decisionId="t" resultVariable="r"'],
      'resultVariable="r" bindingType="versionTag" versionTag="v1"',
    ],
    [
      'c:decisionRef="t" c:resultVariable="r" c:mapDecisionResult="collectEntries"',
      ['changed-meaning R c:mapDecisionResult → zeebe:calledDecision decisionId="t" resultVariable="r"'],
      'resultVariable="r"',
    ],
    [
      'c:decisionRef="t"',
      ['changed-meaning R c:decisionRef → zeebe:calledDecision decisionId="t" resultVariable="decisionResult"'],
      'resultVariable="decisionResult"',
    ],
    [
      'c:decisionRef="t" c:decisionRefBinding="version" c:decisionRefVersion="3"',
      [
        'not-mappable R c:decisionRefBinding → ',
        'changed-meaning R c:decisionRef → zeebe:calledDecision decisionId="t" resultVariable="decisionResult"',
      ],
      'resultVariable="decisionResult"',
    ],
  ])('decides by %s', async (attributes, expected, written) => {
    const converted = await convert(element('businessRuleTask', 'R', '', attributes));
    expect(lines(converted)).toEqual(expected);
    expect(body(converted)).toContain(`${written} />`);
  });

  it('cannot choose a decision while running', async () => {
    const converted = await convert(element('businessRuleTask', 'R', '', 'c:decisionRef="${which}" c:decisionRefBinding="version"'));
    expect(lines(converted)).toEqual(['not-mappable R c:decisionRefBinding → ', 'not-mappable R c:decisionRef → ']);
  });

  it.each([
    ['scriptFormat="feel" c:resultVariable="r"', '=a + 1', 'mapped X script (feel) → zeebe:script expression="=a + 1" resultVariable="r"'],
    [
      'scriptFormat="juel"',
      '${a ? 1 : 2}',
      'mapped X script (juel) → zeebe:script expression="=if a then 1 else 2" resultVariable="result"',
    ],
    ['scriptFormat="juel"', '${bean.run()}', 'not-mappable X script → '],
    ['scriptFormat="groovy"', 'x = 1', 'not-mappable X script → '],
    ['', 'x = 1', 'not-mappable X script → '],
  ])('reads the script %s %s', async (attributes, script, line) => {
    const converted = await convert(
      user('c:category="x"') + element('scriptTask', 'X', `<bpmn:script>${script}</bpmn:script>`, attributes),
    );
    expect(lines(converted).slice(1)).toEqual([line]);
    expect(body(converted).includes('<bpmn:script>')).toBe(line.startsWith('not-mappable'));
  });

  it('leaves a script task without a script, and refuses one in a file of its own', async () => {
    expect(lines(await convert(element('scriptTask', 'X', '', 'c:asyncBefore="true"')))).toEqual(['changed-meaning X c:asyncBefore → ']);
    expect(lines(await convert(element('scriptTask', 'X', '', 'c:resource="x.groovy"')))).toEqual(['not-mappable X c:resource → ']);
  });
});

import { diagram, element, extensions, file, start, task } from '../../test/diagram';
import type { Conversion } from './conversion';
import { convertDiagram } from './convert-diagram';

const URIS = {
  camunda: 'http://camunda.org/schema/1.0/bpmn',
  operaton: 'http://operaton.org/schema/1.0/bpmn',
  flowable: 'http://flowable.org/bpmn',
  activiti: 'http://activiti.org/bpmn',
};

/** A file whose prefix `c` is the given dialect, without any zeebe word. */
function foreign(content: string, dialect: keyof typeof URIS = 'camunda', at: (xml: string) => string = diagram): string {
  return at(content).replace('xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"', `xmlns:c="${URIS[dialect]}"`);
}

async function convert(content: string, dialect?: keyof typeof URIS, at?: (xml: string) => string): Promise<Conversion> {
  const converted = await convertDiagram(foreign(content, dialect, at));
  if (!converted.ok) {
    throw new Error(JSON.stringify(converted.error));
  }
  return converted.value;
}

/** `kind elementId what → became`. */
function lines({ report }: Conversion): readonly string[] {
  return report.map(({ kind, elementId, what, became }) => `${kind} ${elementId} ${what} → ${became}`);
}

/** The process of the converted file, without white space between tags. */
function body({ xml }: Conversion): string {
  return xml
    .replace(/>\s+</g, '><')
    .replace(/^.*?<bpmn:process [^>]*>/s, '')
    .replace(/<\/bpmn:process>.*$/s, '');
}

const user = (attributes: string, inner = ''): string => element('userTask', 'U', inner, attributes);
const service = (attributes: string, inner = ''): string => element('serviceTask', 'W', inner, attributes);
const expression = (name: string, text: string, more = ''): string =>
  `<bpmn:${name} xsi:type="bpmn:tFormalExpression" ${more}>${text}</bpmn:${name}>`;
const conditional = (text: string, more = ''): string =>
  `${start()}${task('T')}<bpmn:sequenceFlow id="F" sourceRef="S" targetRef="T">${expression('conditionExpression', text, more)}</bpmn:sequenceFlow>`;

describe('convertDiagram', () => {
  it('keeps the original, and answers a native copy that no longer speaks the old dialect', async () => {
    const xml = foreign(user('c:assignee="${chair}"'));
    const converted = await convertDiagram(xml);
    expect(converted).toMatchObject({ ok: true, value: { dialect: 'camunda', original: xml, forms: [], refusals: [] } });
    expect(converted.ok && converted.value.xml).not.toContain('camunda.org/schema/1.0');
  });

  it.each(Object.keys(URIS) as (keyof typeof URIS)[])('reads the same words in %s', async (dialect) => {
    const converted = await convert(user('c:assignee="${chair}"'), dialect);
    expect(converted.dialect).toBe(dialect);
    expect(body(converted)).toContain('<zeebe:assignmentDefinition assignee="=chair"');
  });

  it('says every line in both languages', async () => {
    const { report } = await convert(user('c:assignee="${chair}" c:asyncBefore="true" c:skipExpression="${x}" c:weird="1"'));
    expect(report.map((line) => line.kind)).toEqual(['mapped', 'changed-meaning', 'not-mappable', 'not-mappable']);
    expect(report.every((line) => line.vi !== '' && line.en !== '' && line.elementType === 'bpmn:UserTask')).toBe(true);
  });

  it('leaves a mark for what it could not say, which refuses the diagram', async () => {
    const converted = await convert(user('name="Ký" c:skipExpression="${x}"'));
    expect(body(converted)).toContain('<thidua:unmapped what="c:skipExpression" value="${x}"');
    expect(converted.refusals).toEqual([
      expect.objectContaining({
        code: 'not-convertible',
        elementId: 'U',
        elementName: 'Ký',
        elementType: 'bpmn:UserTask',
        path: 'U/c:skipExpression',
        detail: { what: 'c:skipExpression', value: '${x}' },
        severity: 'error',
      }),
    ]);
  });

  it.each([
    ['what is not XML', '<a', 'xml-invalid', { reason: 'unclosed-markup' }],
    ['what does not parse', foreign(user('c:assignee="a"')).replace('</bpmn:process>', ''), 'xml-invalid', {}],
    ['a native diagram', diagram(start()), 'not-convertible', { reason: 'native' }],
    [
      'a diagram in two vocabularies',
      diagram(user('xmlns:c="http://camunda.org/schema/1.0/bpmn" c:assignee="a"', extensions('<zeebe:userTask/>'))),
      'not-convertible',
      { reason: 'mixed' },
    ],
    [
      'a dialect nobody converts',
      diagram(start('S', '', 'xmlns:d="http://www.jboss.org/drools" d:packageName="x"')),
      'dialect-not-native',
      { dialect: 'jbpm', convertible: false },
    ],
    ['a file with duplicates', foreign(user('c:assignee="a"') + user('c:assignee="b"')), 'id-duplicate', {}],
    [
      'a flow to nothing',
      foreign(`${user('c:assignee="a"')}<bpmn:sequenceFlow id="F" sourceRef="U" targetRef="X"/>`),
      'flow-end-missing',
      {},
    ],
    [
      'words hidden in another tool’s extension',
      foreign(user('', extensions('<v:a xmlns:v="urn:v" xmlns:c="http://camunda.org/schema/1.0/bpmn"><c:in/></v:a>'))),
      'dialect-not-native',
      {},
    ],
  ])('refuses %s', async (_, xml, code, detail) => {
    const converted = await convertDiagram(xml);
    expect(converted).toMatchObject({ ok: false, error: [{ code, detail, severity: 'error' }] });
  });

  it('drops what the root says about the old platform', async () => {
    const converted = await convert(user('c:assignee="${a}"'), 'camunda', (content) =>
      diagram(content).replace(
        'targetNamespace',
        'expressionLanguage="http://www.w3.org/1999/XPath" xmlns:modeler="http://camunda.org/schema/modeler/1.0" modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.21.0" exporter="x" targetNamespace',
      ),
    );
    expect(lines(converted).slice(0, 3)).toEqual([
      'mapped Definitions expressionLanguage="http://www.w3.org/1999/XPath" → FEEL',
      'mapped Definitions modeler:executionPlatform → ',
      'mapped Definitions modeler:executionPlatformVersion → ',
    ]);
    expect(converted.xml).not.toMatch(/XPath|executionPlatform=/);
  });

  describe('user tasks', () => {
    it.each([
      ['c:assignee="${chair}"', 'zeebe:assignmentDefinition assignee="=chair"', 'mapped'],
      ['c:assignee="lan"', 'zeebe:assignmentDefinition assignee="lan"', 'changed-meaning'],
      ['c:candidateGroups="van-thu, lanh-dao"', 'zeebe:assignmentDefinition candidateGroups="=["van-thu", "lanh-dao"]"', 'changed-meaning'],
      [
        'c:candidateGroups="a,${pick ? \'b,c\' : d}"',
        'zeebe:assignmentDefinition candidateGroups="=["a", if pick then "b,c" else d]"',
        'changed-meaning',
      ],
      [
        'c:candidateUsers="${members}"',
        'zeebe:assignmentDefinition candidateUsers="=if (members) instance of string then split(members, ",") else members"',
        'changed-meaning',
      ],
      ['c:dueDate="2026-03-05T17:00:00+07:00"', 'zeebe:taskSchedule dueDate="2026-03-05T17:00:00+07:00"', 'mapped'],
      ['c:dueDate="P5D"', 'zeebe:taskSchedule dueDate="=now() + duration("P5D")"', 'mapped'],
      ['c:followUpDate="${remind}"', 'zeebe:taskSchedule followUpDate="=remind"', 'mapped'],
      ['c:priority="70"', 'zeebe:priorityDefinition priority="70"', 'mapped'],
      ['c:priority="${urgent ? 80 : 50}"', 'zeebe:priorityDefinition priority="=if urgent then 80 else 50"', 'mapped'],
    ])('%s', async (attributes, became, kind) => {
      const converted = await convert(user(attributes));
      const what = attributes.slice(0, attributes.indexOf('='));
      expect(lines(converted)).toEqual([`${kind} U ${what} → ${became}`]);
      expect(body(converted).replace(/&#34;|&quot;/g, '"')).toContain(`<zeebe:userTask /><${became}`);
    });

    it.each([
      ['c:assignee="${bean.pick(task)}"', 'c:assignee'],
      ['c:candidateGroups="a,${service.groups()}"', 'c:candidateGroups'],
      ['c:dueDate="${dateTime().plusDays(3)}"', 'c:dueDate'],
      ['c:dueDate="tomorrow"', 'c:dueDate'],
      ['c:priority="${execution.priority}"', 'c:priority'],
      ['c:formKey="embedded:app:forms/ky.html"', 'c:formKey'],
      ['c:formKey="${formOf}"', 'c:formKey'],
      ['c:owner="lan"', 'c:owner'],
    ])('cannot say %s', async (attributes, what) => {
      const converted = await convert(user(attributes));
      expect(lines(converted)).toEqual([`not-mappable U ${what} → `]);
      expect(converted.refusals).toHaveLength(1);
    });

    it("reads BPMN's own performers as the old engines do", async () => {
      const role = (type: string, names: string): string =>
        `<bpmn:${type}><bpmn:resourceAssignmentExpression><bpmn:formalExpression>${names}</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:${type}>`;
      const converted = await convert(
        user(
          'c:category="x"',
          role('humanPerformer', 'lan') + role('potentialOwner', 'user(an), group(van-thu), chair') + '<bpmn:performer/>',
        ),
      );
      expect(lines(converted)).toEqual([
        'changed-meaning U humanPerformer → zeebe:assignmentDefinition assignee="lan"',
        'changed-meaning U potentialOwner → zeebe:assignmentDefinition candidateGroups="=["van-thu", "chair"]"',
        'changed-meaning U potentialOwner → zeebe:assignmentDefinition candidateUsers="=["an"]"',
        'changed-meaning U c:category → ',
      ]);
      expect(body(converted)).toMatch(/<bpmn:performer \/>/);
      expect(body(converted)).not.toMatch(/potentialOwner|humanPerformer/);
    });

    it('leaves empty performers alone', async () => {
      const converted = await convert(user('c:category="x"', '<bpmn:potentialOwner/>'));
      expect(lines(converted)).toEqual(['changed-meaning U c:category → ']);
    });

    it.each([
      ['c:formRef="ky" c:formRefBinding="deployment"', 'mapped U c:formRef → zeebe:formDefinition formId="ky" bindingType="deployment"'],
      ['c:formRef="ky" c:formRefBinding="latest"', 'mapped U c:formRef → zeebe:formDefinition formId="ky" bindingType="latest"'],
      [
        'c:formRef="ky" c:formRefBinding="version" c:formRefVersion="3"',
        'changed-meaning U c:formRef → zeebe:formDefinition formId="ky" bindingType="deployment"',
      ],
      [
        'c:formKey="camunda-forms:deployment:forms/ky.form"',
        'changed-meaning U c:formKey → zeebe:formDefinition formId="ky" bindingType="deployment"',
      ],
      ['c:formKey="tham-dinh"', 'changed-meaning U c:formKey → zeebe:formDefinition formId="tham-dinh" bindingType="deployment"'],
    ])('%s', async (attributes, line) => {
      expect(lines(await convert(user(attributes)))).toEqual([line]);
    });

    it('makes a form of fields written in the diagram', async () => {
      const field = (id: string, type: string, inner = '', more = ''): string =>
        `<c:formField id="${id}" label="Nhãn ${id}" type="${type}" ${more}>${inner}</c:formField>`;
      const rules = (...names: readonly string[]): string =>
        `<c:validation>${names.map((name) => `<c:constraint ${name}/>`).join('')}</c:validation>`;
      const converted = await convert(
        user(
          '',
          extensions(
            `<c:formData>${[
              field('a', 'string', rules('name="required"', 'name="minlength" config="2"', 'name="maxlength" config="9"')),
              field(
                'b',
                'long',
                rules('name="min" config="-1.5"', 'name="max" config="ten"', 'name="required" config="false"'),
                'defaultValue="3"',
              ),
              field('c', 'boolean', '', 'defaultValue="true"'),
              field('d', 'date', rules('name="readonly"')),
              field('e', 'enum', '<c:value id="x" name="X"/><c:value id="y"/><c:value/>', 'defaultValue="x"'),
              field('f', 'money', '', 'defaultValue="${m}"'),
              field('g', 'long', '', 'defaultValue="many"'),
              field('h', 'text', '', 'defaultValue=""'),
              '<c:formField/>',
            ].join('')}</c:formData>`,
          ),
        ),
      );
      expect(converted.forms).toEqual([
        {
          id: 'U',
          schema: {
            type: 'default',
            schemaVersion: 18,
            id: 'U',
            components: [
              { type: 'textfield', id: 'Field_a', key: 'a', label: 'Nhãn a', validate: { required: true, minLength: 2, maxLength: 9 } },
              { type: 'number', id: 'Field_b', key: 'b', label: 'Nhãn b', defaultValue: 3, validate: { min: -1.5 } },
              { type: 'checkbox', id: 'Field_c', key: 'c', label: 'Nhãn c', defaultValue: true },
              { type: 'datetime', id: 'Field_d', key: 'd', label: 'Nhãn d', subtype: 'date', disabled: true },
              {
                type: 'select',
                id: 'Field_e',
                key: 'e',
                label: 'Nhãn e',
                values: [
                  { value: 'x', label: 'X' },
                  { value: 'y', label: 'y' },
                  { value: '', label: '' },
                ],
                defaultValue: 'x',
              },
              { type: 'textfield', id: 'Field_f', key: 'f', label: 'Nhãn f' },
              { type: 'number', id: 'Field_g', key: 'g', label: 'Nhãn g', defaultValue: 'many' },
              { type: 'textarea', id: 'Field_h', key: 'h', label: 'Nhãn h' },
              { type: 'textfield', id: 'Field_', key: '', label: '' },
            ],
          },
        },
      ]);
      expect(lines(converted)).toEqual([
        'changed-meaning U c:formField → textfield',
        'changed-meaning U c:formField → ',
        'mapped U c:form → zeebe:formDefinition formId="U" (forms/U.form)',
      ]);
      expect(body(converted)).toContain('<zeebe:formDefinition formId="U" bindingType="deployment" />');
    });

    it('reads the older form properties', async () => {
      const converted = await convert(
        user(
          '',
          extensions('<c:formProperty id="q" name="Q" type="string" variable="v" required="true" writable="false" default="${bad(}"/>'),
        ),
        'activiti',
      );
      expect(converted.forms[0]?.schema['components']).toEqual([
        { type: 'textfield', id: 'Field_q', key: 'v', label: 'Q', disabled: true, validate: { required: true } },
      ]);
    });

    it('asks which form is meant when there are two', async () => {
      const converted = await convert(user('c:formKey="ky"', extensions('<c:formProperty id="q"/><c:formProperty/>')));
      expect(lines(converted).at(-1)).toBe('not-mappable U c:formData → ');
      expect(converted.forms).toEqual([]);
    });
  });

  describe('expressions', () => {
    it.each([
      ['${approved}', '=approved'],
      ['  #{level == "XA"}  ', '=level = "XA"'],
      ['true', '=true'],
    ])('says the condition %s', async (text, became) => {
      const converted = await convert(conditional(text) + user('c:category="x"'));
      expect(lines(converted)[0]).toBe(`mapped F conditionExpression → ${became}`);
      expect(body(converted).replace(/&#34;|&quot;/g, '"')).toContain(`>${became}</bpmn:conditionExpression>`);
    });

    it('leaves FEEL alone', async () => {
      const converted = await convert(conditional('= a &gt; 1') + user('c:category="x"'));
      const named = await convert(conditional('a &gt; 1', 'language="FEEL"') + user('c:category="x"'));
      expect([lines(converted).length, lines(named).length]).toEqual([1, 1]);
      expect(body(named)).toContain('>a &gt; 1<');
    });

    it.each([
      ['${bean.ok()}', '', 'language="juel"'],
      ['approved', '', 'language="juel"'],
      ['return true', 'language="javascript"', 'language="javascript"'],
    ])('refuses the condition %s, and keeps its text', async (text, more, language) => {
      const converted = await convert(conditional(text, more) + user('c:category="x"'));
      expect(lines(converted)[0]).toBe('not-mappable F conditionExpression → ');
      expect(body(converted)).toContain(language);
      expect(body(converted)).toContain(`>${text}</bpmn:conditionExpression>`);
    });

    it('puts the mark of a word on an expression onto the flow', async () => {
      const converted = await convert(conditional('${a}', 'c:resource="check.groovy"'));
      expect(lines(converted)).toEqual(['mapped F conditionExpression → =a', 'not-mappable F c:resource → ']);
      expect(body(converted)).toMatch(/targetRef="T"><bpmn:extensionElements><thidua:unmapped what="c:resource"/);
    });

    it.each([
      ['timeDuration', 'PT5M', [], 'PT5M'],
      ['timeDate', '${deadline}', ['mapped B timeDate → =deadline'], '=deadline'],
      ['timeCycle', 'R3/PT10M', [], 'R3/PT10M'],
      ['timeCycle', '0 0 9 ? * MON-FRI', ['changed-meaning B timeCycle → 0 0 9 ? * MON-FRI'], '0 0 9 ? * MON-FRI'],
      ['timeCycle', '0 0 9 ? * MON *', ['changed-meaning B timeCycle → 0 0 9 ? * MON'], '0 0 9 ? * MON'],
      ['timeCycle', '0 0 9 ? * MON 2026', ['not-mappable B timeCycle → '], '0 0 9 ? * MON 2026'],
      ['timeCycle', 'daily', ['not-mappable B timeCycle → '], 'daily'],
    ])('reads the timer %s %s', async (name, text, expected, left) => {
      const timer = `<bpmn:timerEventDefinition>${expression(name, text)}</bpmn:timerEventDefinition>`;
      const converted = await convert(user('c:category="x"') + element('boundaryEvent', 'B', timer, 'attachedToRef="U"'));
      expect(lines(converted).slice(1)).toEqual(expected);
      expect(body(converted)).toContain(`>${left}</bpmn:${name}>`);
    });

    it('settles the words of a timer', async () => {
      const timer = `<bpmn:timerEventDefinition c:businessCalendarName="b">${expression('timeCycle', 'R/PT1H', 'c:endDate="2026-01-01"')}</bpmn:timerEventDefinition>`;
      const converted = await convert(element('startEvent', 'S', timer));
      expect(lines(converted)).toEqual(['not-mappable S c:businessCalendarName → ', 'not-mappable S c:endDate → ']);
      expect(converted.refusals).toHaveLength(2);
    });
  });

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
        service(
          '',
          extensions('<c:executionListener event="start"><c:script scriptFormat="groovy">x = 1</c:script></c:executionListener>'),
        ),
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
          ) +
          '<bpmn:sequenceFlow id="F" sourceRef="S" targetRef="W"/>' +
          element('boundaryEvent', 'B', '<bpmn:errorEventDefinition/>', 'attachedToRef="W"') +
          '<bpmn:laneSet id="L"><bpmn:lane id="A"><bpmn:flowNodeRef>S</bpmn:flowNodeRef><bpmn:flowNodeRef>W</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>',
      );
      expect(lines(converted)).toEqual([
        'changed-meaning W c:expression → bpmn:scriptTask zeebe:script expression="=a + b"',
        'changed-meaning W c:asyncBefore → ',
      ]);
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
      [
        'scriptFormat="feel" c:resultVariable="r"',
        '=a + 1',
        'mapped X script (feel) → zeebe:script expression="=a + 1" resultVariable="r"',
      ],
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

  describe('call activities', () => {
    const call = (attributes: string, inner = ''): string =>
      element('callActivity', 'C', inner === '' ? '' : extensions(inner), attributes);
    const SEES = 'changed-meaning C in → zeebe:ioMapping';

    it.each([
      [
        'calledElement="p" c:calledElementBinding="deployment"',
        'processId="p" propagateAllChildVariables="false" bindingType="deployment"',
      ],
      ['calledElement="p" c:sameDeployment="true"', 'processId="p" propagateAllChildVariables="false" bindingType="deployment"'],
      ['calledElement="p" c:sameDeployment="false"', 'processId="p" propagateAllChildVariables="false"'],
      ['calledElement="${which}" c:asyncAfter="true"', 'processId="=which" propagateAllChildVariables="false"'],
    ])('%s', async (attributes, written) => {
      const converted = await convert(call(attributes));
      expect(lines(converted)).toContain(SEES);
      expect(body(converted)).toContain(`<zeebe:calledElement ${written} />`);
      expect(body(converted)).not.toContain('<bpmn:callActivity id="C" calledElement');
    });

    it('passes variables, expressions and everything', async () => {
      const converted = await convert(
        call(
          'calledElement="p"',
          '<c:in source="a" target="b"/><c:in sourceExpression="${a.b}" target="d"/><c:in variables="all"/><c:in businessKey="#{execution.processBusinessKey}"/>' +
            '<c:out source="x" target="y"/><c:out variables="all"/>',
        ),
      );
      expect(lines(converted)).toEqual([
        'mapped C c:in → source="=a" target="b"',
        'mapped C c:in → source="=a.b" target="d"',
        'mapped C c:in variables="all" → zeebe:calledElement',
        'changed-meaning C c:in businessKey → ',
        'mapped C c:out → source="=x" target="y"',
        'mapped C c:out variables="all" → propagateAllChildVariables="true"',
        'mapped C calledElement → zeebe:calledElement processId="p"',
      ]);
      expect(body(converted)).toContain(
        '<zeebe:ioMapping><zeebe:input source="=a" target="b" /><zeebe:input source="=a.b" target="d" /><zeebe:output source="=x" target="y" /></zeebe:ioMapping>',
      );
    });

    it.each([
      ['calledElement="p"', '<c:in businessKey="${other}"/>', 'c:in businessKey'],
      ['calledElement="p"', '<c:in source="a"/>', 'c:in'],
      ['calledElement="p"', '<c:out target="a"/>', 'c:out'],
      ['calledElement="p"', '<c:in sourceExpression="${bean.x()}" target="a"/>', 'c:in'],
      ['calledElement="${bean.which()}"', '<c:in variables="all"/>', 'calledElement'],
      ['calledElement="p" c:calledElementBinding="version" c:calledElementVersion="2"', '', 'c:calledElementBinding'],
      ['calledElement="p" c:variableMappingClass="x"', '', 'c:variableMappingClass'],
      ['c:caseRef="k"', '', 'c:caseRef'],
    ])('cannot say %s %s', async (attributes, inner, what) => {
      const converted = await convert(call(attributes, inner));
      expect(lines(converted).filter((line) => line.startsWith('not-mappable'))).toEqual([`not-mappable C ${what} → `]);
    });

    it('hands everything down when Flowable inherits', async () => {
      const converted = await convert(
        call('calledElement="p" c:inheritVariables="true" c:inheritBusinessKey="true" c:calledElementType="key"'),
        'flowable',
      );
      expect(lines(converted)).toEqual([
        'mapped C calledElement → zeebe:calledElement processId="p"',
        'changed-meaning C c:inheritBusinessKey → ',
        'mapped C c:calledElementType="key" → ',
      ]);
    });
  });

  describe('multi-instance', () => {
    const loop = (attributes: string, inner = ''): string =>
      user('', `<bpmn:multiInstanceLoopCharacteristics ${attributes}>${inner}</bpmn:multiInstanceLoopCharacteristics>`);

    it.each([
      ['c:collection="approvers" c:elementVariable="approver"', '', 'inputCollection="=approvers" inputElement="approver"'],
      ['c:collection="${round.members}"', '', 'inputCollection="=round.members"'],
      ['c:collection="a"', '<bpmn:inputDataItem id="D" name="one"/>', 'inputCollection="=a" inputElement="one"'],
      [
        'c:asyncBefore="true"',
        '<bpmn:loopDataInputRef>list</bpmn:loopDataInputRef><bpmn:inputDataItem id="one"/>',
        'inputCollection="=list" inputElement="one"',
      ],
    ])('%s %s', async (attributes, inner, written) => {
      const converted = await convert(loop(attributes, inner));
      expect(body(converted)).toContain(`<zeebe:loopCharacteristics ${written} />`);
      expect(body(converted)).not.toMatch(/inputDataItem|loopDataInputRef/);
    });

    it('renames the counters', async () => {
      const converted = await convert(
        loop(
          'c:elementIndexVariable="i"',
          expression('loopCardinality', '3') + expression('completionCondition', '${nrOfCompletedInstances >= 2}'.replace('>', '&gt;')),
        ),
        'flowable',
      );
      expect(lines(converted)).toEqual([
        'mapped U completionCondition → =numberOfCompletedInstances >= 2',
        'mapped U loopCardinality → =3',
        'mapped U c:elementIndexVariable → zeebe:input source="=loopCounter - 1" target="i"',
      ]);
      expect(body(converted)).toContain('<zeebe:input source="=loopCounter - 1" target="i" />');
    });

    it('cannot ask a bean for the collection', async () => {
      expect(lines(await convert(loop('c:collection="${bean.list()}" c:elementVariable="x"')))).toEqual(['not-mappable U c:collection → ']);
    });
  });

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

    it('says names in FEEL, for messages and signals', async () => {
      const converted = await convert(
        user('c:category="x"'),
        'camunda',
        within('<bpmn:message id="M" name="bo-sung-${id}"/><bpmn:signal id="G" name="#{kind}"/><bpmn:signal id="H" name="${b.x()}"/>'),
      );
      expect(lines(converted).slice(0, 3)).toEqual([
        'mapped M name → ="bo-sung-" + (if (id) = null then "" else string(id))',
        'mapped G name → =kind',
        'not-mappable H name → ',
      ]);
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

    it('watches the variables a condition names', async () => {
      const condition = `<bpmn:conditionalEventDefinition c:variableName="late" c:variableEvents="create, update">${expression('condition', '${late}')}</bpmn:conditionalEventDefinition>`;
      const converted = await convert(element('intermediateCatchEvent', 'E', condition));
      expect(lines(converted)).toEqual([
        'mapped E condition → =late',
        'mapped E c:variableName → zeebe:conditionalFilter "late"',
        'mapped E c:variableEvents → zeebe:conditionalFilter "create, update"',
      ]);
      expect(body(converted)).toContain('<zeebe:conditionalFilter variableNames="late" variableEvents="create, update" />');
      const plain = await convert(
        element('intermediateCatchEvent', 'E', condition.replace(/ c:variable\w+="[^"]*"/g, ''), 'c:asyncBefore="true"'),
      );
      expect(body(plain)).not.toContain('conditionalFilter');
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

  describe('mappings and settings', () => {
    it('says inputs and outputs in FEEL', async () => {
      const converted = await convert(
        service(
          'c:topic="x"',
          extensions(
            '<c:inputOutput>' +
              '<c:inputParameter name="a">Văn bản</c:inputParameter>' +
              '<c:inputParameter name="b">${row.level}</c:inputParameter>' +
              '<c:inputParameter name="c"/>' +
              '<c:inputParameter name="d"><c:list><c:value>1</c:value><c:value>${x}</c:value><c:list><c:value>y</c:value></c:list></c:list></c:inputParameter>' +
              '<c:inputParameter name="e"><c:map><c:entry key="k">v</c:entry><c:entry key="l"><c:list/></c:entry><c:entry>z</c:entry></c:map></c:inputParameter>' +
              '<c:outputParameter name="f">${result}</c:outputParameter>' +
              '</c:inputOutput>',
          ),
        ),
      );
      expect(body(converted).replace(/&#34;|&quot;/g, '"')).toContain(
        '<zeebe:ioMapping><zeebe:input source="="Văn bản"" target="a" /><zeebe:input source="=row.level" target="b" /><zeebe:input source="=null" target="c" />' +
          '<zeebe:input source="=["1", x, ["y"]]" target="d" /><zeebe:input source="={"k": "v", "l": [], "": "z"}" target="e" /><zeebe:output source="=result" target="f" /></zeebe:ioMapping>',
      );
      expect(lines(converted).at(-1)).toBe('changed-meaning W c:inputOutput → zeebe:ioMapping');
      expect(lines(converted)[1]).toBe('mapped W c:inputParameter a → zeebe:input source="="Văn bản""');
    });

    it.each([
      ['<c:script scriptFormat="groovy">x</c:script>'],
      ['<c:list><c:script>x</c:script></c:list>'],
      ['<c:map><c:entry key="k">${bean.x()}</c:entry></c:map>'],
      ['<c:odd/>'],
      ['${bean.x()}'],
    ])('cannot compute a parameter by %s', async (content) => {
      const converted = await convert(
        user('', extensions(`<c:inputOutput><c:inputParameter name="p">${content}</c:inputParameter></c:inputOutput>`)),
      );
      expect(lines(converted)).toEqual(['not-mappable U c:inputParameter p → ']);
      expect(body(converted)).not.toContain('zeebe:input');
    });

    it('keeps properties and the version tag', async () => {
      const converted = await convert('', 'camunda', () =>
        file(
          `<bpmn:process id="P" isExecutable="true" c:versionTag="2026.1" c:historyTimeToLive="P180D" c:isStartableInTasklist="false" c:candidateStarterGroups="x">${extensions(
            '<c:properties><c:property name="linhVuc" value="thi đua"/><c:property id="n"/><c:property/></c:properties><x:kept xmlns:x="urn:x"/>',
          )}</bpmn:process>`,
        ),
      );
      expect(lines(converted)).toEqual([
        'mapped P c:versionTag → zeebe:versionTag value="2026.1"',
        'mapped P c:properties → zeebe:properties',
        'changed-meaning P c:historyTimeToLive → ',
        'changed-meaning P c:isStartableInTasklist → ',
        'not-mappable P c:candidateStarterGroups → ',
      ]);
      expect(body({ ...converted, xml: converted.xml.replace('<x:kept', '<x:kept') })).toContain('<x:kept xmlns:x="urn:x" />');
      expect(body(converted)).toContain(
        '<zeebe:properties><zeebe:property name="linhVuc" value="thi đua" /><zeebe:property name="n" value="" /><zeebe:property name="" value="" /></zeebe:properties>',
      );
    });

    it('treats a version tag on another element, and any word nobody knows, as unsaid', async () => {
      expect(lines(await convert(user('c:versionTag="1" c:constructor="2"')))).toEqual([
        'not-mappable U c:versionTag → ',
        'not-mappable U c:constructor → ',
      ]);
    });

    it('leaves a form of the start event to be drawn', async () => {
      expect(lines(await convert(element('startEvent', 'S', '', 'c:formKey="x" c:initiator="nguoiTrinh"')))).toEqual([
        'not-mappable S c:formKey → ',
        'changed-meaning S c:initiator → ',
      ]);
    });

    it('settles words in the drawing at the root', async () => {
      const converted = await convert(start(), 'camunda', (content) =>
        diagram(content).replace(
          '</bpmn:definitions>',
          '<bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" id="D"><bpmndi:BPMNPlane id="L" bpmnElement="P" c:odd="1"/></bpmndi:BPMNDiagram></bpmn:definitions>',
        ),
      );
      expect(lines(converted)).toEqual(['not-mappable L c:odd → ']);
      expect(converted.refusals.map((refusal) => refusal.elementId)).toEqual(['Definitions']);
    });
  });
});

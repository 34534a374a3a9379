import { body, convert, lines, service, user } from '../../test/conversion';
import { diagram, element, extensions, file, start } from '../../test/diagram';

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

  it('passes a parameter without a name on to the rules', async () => {
    const converted = await convert(user('', extensions('<c:inputOutput><c:inputParameter>1</c:inputParameter></c:inputOutput>')));
    expect(body(converted)).toContain('target=""');
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

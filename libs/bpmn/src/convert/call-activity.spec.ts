import { body, convert, lines } from '../../test/conversion';
import { element, extensions } from '../../test/diagram';

describe('call activities', () => {
  const call = (attributes: string, inner = ''): string => element('callActivity', 'C', inner === '' ? '' : extensions(inner), attributes);

  it.each([
    [
      'calledElement="p" c:calledElementBinding="deployment"',
      'processId="p" propagateAllChildVariables="false" propagateAllParentVariables="false" bindingType="deployment"',
    ],
    [
      'calledElement="p" c:sameDeployment="true"',
      'processId="p" propagateAllChildVariables="false" propagateAllParentVariables="false" bindingType="deployment"',
    ],
    ['calledElement="p" c:sameDeployment="false"', 'processId="p" propagateAllChildVariables="false" propagateAllParentVariables="false"'],
    [
      'calledElement="${which}" c:asyncAfter="true"',
      'processId="=which" propagateAllChildVariables="false" propagateAllParentVariables="false"',
    ],
  ])('%s', async (attributes, written) => {
    const converted = await convert(call(attributes));
    expect(lines(converted)[0]).toMatch(/^mapped C calledElement → zeebe:calledElement processId=/);
    expect(body(converted)).toContain(`<zeebe:calledElement ${written} />`);
    expect(body(converted)).not.toContain('<bpmn:callActivity id="C" calledElement');
  });

  it('passes variables and expressions in, and everything out', async () => {
    const converted = await convert(
      call(
        'calledElement="p"',
        '<c:in source="a" target="b"/><c:in sourceExpression="${a.b}" target="d"/><c:in businessKey="#{execution.processBusinessKey}"/>' +
          '<c:out source="x" target="y"/><c:out variables="all"/>',
      ),
    );
    expect(lines(converted)).toEqual([
      'mapped C c:in → source="=a" target="b"',
      'mapped C c:in → source="=a.b" target="d"',
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
    ['calledElement="${bean.which()}" c:asyncBefore="true"', '', 'calledElement'],
    ['calledElement="p" c:calledElementBinding="version" c:calledElementVersion="2"', '', 'c:calledElementBinding'],
    ['calledElement="p" c:variableMappingClass="x"', '', 'c:variableMappingClass'],
    ['c:caseRef="k"', '', 'c:caseRef'],
  ])('cannot say %s %s', async (attributes, inner, what) => {
    const converted = await convert(call(attributes, inner));
    expect(lines(converted).filter((line) => line.startsWith('not-mappable'))).toEqual([`not-mappable C ${what} → `]);
  });

  it.each([
    ['calledElement="p"', '<c:in variables="all"/>', 'c:in variables="all"'],
    ['calledElement="p" c:inheritVariables="true"', '', 'c:inheritVariables'],
  ])('hands everything in where %s %s says so', async (attributes, inner, what) => {
    const converted = await convert(call(attributes, inner));
    expect(lines(converted)[0]).toBe(`mapped C ${what} → propagateAllParentVariables="true"`);
    // True is what the word means when it is absent.
    expect(body(converted)).not.toContain('propagateAllParentVariables');
  });

  it('settles what Flowable says beside', async () => {
    const attributes = 'calledElement="p" c:inheritVariables="false" c:inheritBusinessKey="true" c:calledElementType="key"';
    expect(lines(await convert(call(attributes), 'flowable'))).toEqual([
      'mapped C calledElement → zeebe:calledElement processId="p"',
      'changed-meaning C c:inheritBusinessKey → ',
      'mapped C c:calledElementType="key" → ',
    ]);
  });
});

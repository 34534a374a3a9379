import { body, convert, expression, lines, user } from '../../test/conversion';

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

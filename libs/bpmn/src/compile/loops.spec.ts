import { element, extensions, file, process, start, end, chain, straight, user } from '../../test/diagram';
import { compiled, elementOf, graphOf, refused } from '../../test/compiled';

const multi = 'multiInstanceLoopCharacteristics';
const looping = (loop: string): string => straight(['U', user('U').replace('</bpmn:userTask>', `${loop}</bpmn:userTask>`)]);
const repeated = (zeebe: string, inner = '', attributes = ''): string =>
  looping(`<bpmn:${multi} ${attributes}>${extensions(zeebe)}${inner}</bpmn:${multi}>`);

describe('multi-instance', () => {
  it('runs once per item, at the same time unless told', async () => {
    const zeebe = '<zeebe:loopCharacteristics inputCollection="=v" inputElement="x" outputCollection="ys" outputElement="=y"/>';
    const { multiInstance } = await compiled(
      repeated(zeebe, '<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">=done</bpmn:completionCondition>'),
      'U',
      'userTask',
    );
    expect(multiInstance).toMatchObject({
      sequential: false,
      inputCollection: { source: 'v' },
      inputElement: 'x',
      outputCollection: 'ys',
      outputElement: { source: 'y' },
      completionCondition: { source: 'done' },
    });
    expect(Object.keys(multiInstance ?? {})).not.toContain('behavior');
    expect((await compiled(repeated(zeebe, '', 'isSequential="true"'), 'U', 'userTask')).multiInstance?.sequential).toBe(true);
  });

  it('runs a number of times by BPMN’s own word, and prefers the collection that says the same', async () => {
    const three = '<bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">=3</bpmn:loopCardinality>';
    const counted = await compiled(repeated('', three), 'U', 'userTask');
    expect(counted.multiInstance).toMatchObject({ cardinality: { source: '3' } });
    expect(Object.keys(counted.multiInstance ?? {})).toEqual(['sequential', 'cardinality']);
    const both = await compiled(repeated('<zeebe:loopCharacteristics inputCollection="=v"/>', three), 'U', 'userTask');
    expect(Object.keys(both.multiInstance ?? {})).toEqual(['sequential', 'inputCollection']);
  });

  it.each([
    ['', '', 'collection-missing userTask[U]/zeebe:LoopCharacteristics'],
    [
      '',
      '<bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">=)</bpmn:loopCardinality>',
      `expression-invalid userTask[U]/${multi}/loopCardinality`,
    ],
    ['<zeebe:loopCharacteristics inputCollection="=["/>', '', 'expression-invalid userTask[U]/zeebe:LoopCharacteristics/@inputCollection'],
    [
      '<zeebe:loopCharacteristics inputCollection="=v" inputElement="a b"/>',
      '',
      'target-invalid userTask[U]/zeebe:LoopCharacteristics/@inputElement',
    ],
    [
      '<zeebe:loopCharacteristics inputCollection="=v" outputCollection="a.b"/>',
      '',
      'target-invalid userTask[U]/zeebe:LoopCharacteristics/@outputCollection',
    ],
    [
      '<zeebe:loopCharacteristics inputCollection="=v" outputElement="=)"/>',
      '',
      'expression-invalid userTask[U]/zeebe:LoopCharacteristics/@outputElement',
    ],
    [
      '<zeebe:loopCharacteristics inputCollection="=v"/>',
      '<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">=)</bpmn:completionCondition>',
      `expression-invalid userTask[U]/${multi}/completionCondition`,
    ],
  ])('refuses %s%s', async (zeebe, inner, expected) => {
    expect(await refused(repeated(zeebe, inner))).toEqual([expected]);
  });
});

describe('multi-instance behaviour', () => {
  const signal = '<bpmn:signal id="Sig" name="xong"/><bpmn:signalEventDefinition id="Def" signalRef="Sig"/>';
  const behaving = (attributes: string, inner = '', roots = signal): string => {
    const loop = `<bpmn:${multi} ${attributes}>${extensions('<zeebe:loopCharacteristics inputCollection="=v"/>')}${inner}</bpmn:${multi}>`;
    const body = user('U').replace('</bpmn:userTask>', `${loop}</bpmn:userTask>`);
    return file(roots, process(start(), body, end(), chain('S', 'U', 'E')));
  };
  const behavior = async (xml: string): Promise<unknown> => elementOf(await graphOf(xml), 'U', 'userTask').multiInstance?.behavior;
  const thrown = { kind: 'signal', signal: { constant: { value: 'xong' } } };

  it('throws after every instance, or after the first alone', async () => {
    expect(await behavior(behaving('behavior="None" noneBehaviorEventRef="Def"'))).toMatchObject({ kind: 'each', throws: thrown });
    expect(await behavior(behaving('behavior="One" oneBehaviorEventRef="Def"'))).toMatchObject({ kind: 'first', throws: thrown });
    expect(await behavior(behaving('behavior="All"'))).toBeUndefined();
  });

  const complex = (content: string): string => `<bpmn:complexBehaviorDefinition>${content}</bpmn:complexBehaviorDefinition>`;
  const event = '<bpmn:event><bpmn:signalEventDefinition signalRef="Sig"/></bpmn:event>';

  it('throws where a condition holds', async () => {
    const found = await behavior(behaving('behavior="Complex"', complex(`<bpmn:condition>=nok &gt; 1</bpmn:condition>${event}`)));
    expect(found).toMatchObject({ kind: 'complex', entries: [{ condition: { source: 'nok > 1' }, throws: thrown }] });
  });

  it.each([
    ['behavior="None"', '', signal, 'reference-missing userTask[U]/@noneBehaviorEventRef'],
    [
      'behavior="One" oneBehaviorEventRef="Def"',
      '',
      '<bpmn:timerEventDefinition id="Def"/>',
      'element-not-executed userTask[U]/@oneBehaviorEventRef',
    ],
    ['behavior="Complex"', complex(event), signal, 'expression-invalid userTask[U]/complexBehaviorDefinition/condition'],
    [
      'behavior="Complex"',
      complex('<bpmn:condition>=true</bpmn:condition>'),
      signal,
      'reference-missing userTask[U]/complexBehaviorDefinition/event',
    ],
  ])('refuses %s %s', async (attributes, inner, roots, expected) => {
    expect(await refused(behaving(attributes, inner, roots))).toContain(expected);
  });
});

describe('standard loops', () => {
  const standard = (attributes: string, inner = ''): string =>
    looping(`<bpmn:standardLoopCharacteristics ${attributes}>${inner}</bpmn:standardLoopCharacteristics>`);
  const condition = '<bpmn:loopCondition xsi:type="bpmn:tFormalExpression">=again</bpmn:loopCondition>';

  it('repeat while the condition holds, up to the maximum', async () => {
    const { standardLoop, multiInstance } = await compiled(standard('loopMaximum="3" testBefore="true"', condition), 'U', 'userTask');
    expect(standardLoop).toMatchObject({ testBefore: true, maximum: 3, condition: { source: 'again' } });
    expect(multiInstance).toBeUndefined();
    expect((await compiled(standard('loopMaximum="0"'), 'U', 'userTask')).standardLoop).toEqual({ testBefore: false, maximum: 0 });
    expect(Object.keys((await compiled(standard('', condition), 'U', 'userTask')).standardLoop ?? {})).toEqual(['testBefore', 'condition']);
  });

  it.each([
    ['', '', 'loop-endless userTask[U]/standardLoopCharacteristics'],
    ['loopMaximum="-1"', '', 'attribute-not-executed userTask[U]/standardLoopCharacteristics/@loopMaximum'],
    [
      '',
      '<bpmn:loopCondition xsi:type="bpmn:tFormalExpression">=)</bpmn:loopCondition>',
      'expression-invalid userTask[U]/standardLoopCharacteristics/loopCondition',
    ],
  ])('are refused with %s%s', async (attributes, inner, expected) => {
    expect(await refused(standard(attributes, inner))).toEqual([expected]);
  });
});

describe('token quantities', () => {
  it('are kept where they are more than one', async () => {
    const chained = (giving: string, taking: string): string =>
      straight(
        ['T', element('task', 'T', '', `completionQuantity="${giving}"`)],
        ['V', element('task', 'V', '', `startQuantity="${taking}"`)],
      );
    const graph = await graphOf(chained('3', '3'));
    const [giver, taker] = [elementOf(graph, 'T', 'passThroughTask'), elementOf(graph, 'V', 'passThroughTask')];
    expect([giver.startQuantity, giver.completionQuantity, taker.startQuantity, taker.completionQuantity]).toEqual([
      undefined,
      3,
      3,
      undefined,
    ]);
    const plain = elementOf(await graphOf(chained('1', '1')), 'T', 'passThroughTask');
    expect([Object.hasOwn(plain, 'startQuantity'), Object.hasOwn(plain, 'completionQuantity')]).toEqual([false, false]);
    expect(await refused(chained('1', '0'))).toEqual(['quantity-invalid task[V]/@startQuantity']);
  });
});

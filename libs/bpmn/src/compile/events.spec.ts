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
  straight,
  task,
  timer,
  user,
} from '../../test/diagram';
import { compiled, elementOf, graphOf, refused } from '../../test/compiled';

const ROOTS = [
  '<bpmn:signal id="Sig" name="bao"/>',
  '<bpmn:signal id="Any" name="=ten"/>',
  '<bpmn:signal id="Mute"/>',
  '<bpmn:error id="Err" errorCode="KHONG_DAT"/>',
  '<bpmn:error id="ErrMute"/>',
  '<bpmn:error id="ErrFeel" errorCode="=code"/>',
  '<bpmn:escalation id="Esc" escalationCode="CHAM"/>',
  '<bpmn:escalation id="EscMute"/>',
  '<bpmn:escalation id="EscFeel" escalationCode="=code"/>',
  '<bpmn:message id="M" name="rut"><bpmn:extensionElements><zeebe:subscription correlationKey="=k"/></bpmn:extensionElements></bpmn:message>',
].join('');
const when = (body: string): string =>
  `<bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">${body}</bpmn:condition></bpmn:conditionalEventDefinition>`;
const signal = (id = 'Sig'): string => `<bpmn:signalEventDefinition signalRef="${id}"/>`;
const error = (id: string): string => `<bpmn:errorEventDefinition errorRef="${id}"/>`;
const escalation = (id: string): string => `<bpmn:escalationEventDefinition escalationRef="${id}"/>`;

const caught = (inner: string, attributes = ''): string =>
  file(ROOTS, process(start(), element('intermediateCatchEvent', 'C', inner, attributes), end(), chain('S', 'C', 'E')));
const ended = (inner: string, roots = ''): string => file(ROOTS + roots, process(start(), end('E', inner), flow('S', 'E')));
const attached = (inner: string, attributes = ''): string =>
  file(ROOTS, process(start(), user('U'), boundary('B', 'U', inner, attributes), end(), end('EB'), chain('S', 'U', 'E'), flow('B', 'EB')));

describe('catching events', () => {
  it.each([
    [signal(), { kind: 'signal', signal: { constant: { value: 'bao' } } }],
    [signal('Any'), { kind: 'signal', signal: { source: 'ten' } }],
    [when('=so &gt; 1'), { kind: 'conditional', condition: { source: 'so > 1' } }],
    [timer('timeDuration', 'P1D'), { kind: 'timer', timer: { kind: 'duration' } }],
    ['<bpmn:messageEventDefinition messageRef="M"/>', { kind: 'message', message: { name: 'rut' } }],
  ])('wait for %s', async (inner, expected) => {
    const { triggers, parallelMultiple } = await compiled(caught(inner), 'C', 'intermediateCatchEvent');
    expect([triggers.length, parallelMultiple]).toEqual([1, false]);
    expect(triggers[0]).toMatchObject(expected);
  });

  it('catch every signal without a reference', async () => {
    const { triggers } = await compiled(caught('<bpmn:signalEventDefinition/>'), 'C', 'intermediateCatchEvent');
    expect(triggers).toEqual([{ kind: 'signal' }]);
  });

  it('wait for one of several, or for all of them', async () => {
    const both = signal() + timer('timeDuration', 'P1D');
    const one = await compiled(caught(both), 'C', 'intermediateCatchEvent');
    expect([one.triggers.map(({ kind }) => kind), one.parallelMultiple]).toEqual([['signal', 'timer'], false]);
    expect((await compiled(caught(both, 'parallelMultiple="true"'), 'C', 'intermediateCatchEvent')).parallelMultiple).toBe(true);
    expect((await compiled(caught(signal(), 'parallelMultiple="true"'), 'C', 'intermediateCatchEvent')).parallelMultiple).toBe(false);
  });

  it('wait for what is defined elsewhere', async () => {
    const shared = caught('<bpmn:eventDefinitionRef>Shared</bpmn:eventDefinitionRef>').replace(
      ROOTS,
      `${ROOTS}<bpmn:signalEventDefinition id="Shared" signalRef="Sig"/>`,
    );
    expect((await compiled(shared, 'C', 'intermediateCatchEvent')).triggers).toMatchObject([{ kind: 'signal' }]);
  });

  it.each([
    [error('Err'), { kind: 'error', errorCode: 'KHONG_DAT' }],
    [error('ErrMute'), { kind: 'error' }],
    ['<bpmn:errorEventDefinition/>', { kind: 'error' }],
    [escalation('Esc'), { kind: 'escalation', escalationCode: 'CHAM' }],
    [escalation('EscMute'), { kind: 'escalation' }],
    ['<bpmn:escalationEventDefinition/>', { kind: 'escalation' }],
  ])('catch by code, or all without one: %s', async (inner, expected) => {
    expect((await compiled(attached(inner), 'B', 'boundaryEvent')).triggers).toEqual([expected]);
  });

  it('know their host and whether they interrupt it', async () => {
    const graph = await graphOf(attached(signal(), 'cancelActivity="false"'));
    expect(elementOf(graph, 'B', 'boundaryEvent')).toMatchObject({ attachedTo: graph.byId.get('U'), interrupting: false });
    expect(elementOf(graph, 'U', 'userTask').boundaries).toEqual([graph.byId.get('B')]);
    expect((await compiled(attached(signal()), 'B', 'boundaryEvent')).interrupting).toBe(true);
  });

  it.each([
    [signal('Mute'), 'expression-invalid boundaryEvent[B]/signalEventDefinition/@signalRef'],
    [error('ErrFeel'), 'attribute-not-executed boundaryEvent[B]/errorEventDefinition/@errorRef'],
    [escalation('EscFeel'), 'attribute-not-executed boundaryEvent[B]/escalationEventDefinition/@escalationRef'],
    [when('=)'), 'expression-invalid boundaryEvent[B]/conditionalEventDefinition/condition'],
    [timer('timeDuration', 'bald'), 'timer-invalid boundaryEvent[B]/timerEventDefinition/timeDuration'],
  ])('are refused with %s', async (inner, expected) => {
    expect(await refused(attached(inner))).toContain(expected);
  });

  it('have no graph for what cannot be waited for or thrown', async () => {
    expect(await refused(caught('<bpmn:terminateEventDefinition/>'))).toEqual(['catch-trigger-invalid intermediateCatchEvent[C]']);
    expect(await refused(ended(timer('timeDuration', 'P1D')))).toEqual(['end-trigger-invalid endEvent[E]']);
  });

  it('start event subprocesses on errors, escalations, signals, conditions and compensation', async () => {
    const started = async (inner: string): Promise<unknown> => {
      const event = eventSubProcess('Ev', start('I', inner), end('IE'), flow('I', 'IE'));
      return (await compiled(file(ROOTS, process(start(), user('U'), end(), chain('S', 'U', 'E'), event)), 'I', 'startEvent')).triggers;
    };
    expect(await started('<bpmn:errorEventDefinition/>')).toEqual([{ kind: 'error' }]);
    expect(await started(escalation('Esc'))).toEqual([{ kind: 'escalation', escalationCode: 'CHAM' }]);
    expect(await started(signal())).toMatchObject([{ kind: 'signal' }]);
    expect(await started(when('=a'))).toMatchObject([{ kind: 'conditional' }]);
  });
});

describe('throwing events', () => {
  it.each([
    [signal(), [{ kind: 'signal', signal: { constant: { value: 'bao' } } }]],
    [escalation('Esc'), [{ kind: 'escalation', escalationCode: 'CHAM' }]],
    [error('Err'), [{ kind: 'error', errorCode: 'KHONG_DAT' }]],
    ['<bpmn:terminateEventDefinition/>', [{ kind: 'terminate' }]],
    ['<bpmn:compensateEventDefinition/>', [{ kind: 'compensation' }]],
    ['', []],
  ])('end with %s', async (inner, expected) => {
    const { throws } = await compiled(ended(inner), 'E', 'endEvent');
    expect(throws).toHaveLength(expected.length);
    expect(throws).toMatchObject(expected);
  });

  it('throw several things, what ends the scope last', async () => {
    const several = ended(`<bpmn:terminateEventDefinition/>${signal()}${escalation('Esc')}`);
    expect((await compiled(several, 'E', 'endEvent')).throws.map(({ kind }) => kind)).toEqual(['signal', 'escalation', 'terminate']);
    expect(await refused(ended(`<bpmn:terminateEventDefinition/>${error('Err')}`))).toEqual(['element-not-executed endEvent[E]']);
  });

  it('throw what is defined elsewhere, and between steps', async () => {
    const shared = ended(
      '<bpmn:eventDefinitionRef>Shared</bpmn:eventDefinitionRef>',
      '<bpmn:errorEventDefinition id="Shared" errorRef="Err"/>',
    );
    expect((await compiled(shared, 'E', 'endEvent')).throws).toEqual([{ kind: 'error', errorCode: 'KHONG_DAT' }]);
    const between = straight(['T', element('intermediateThrowEvent', 'T', signal())]).replace('<bpmn:process', `${ROOTS}<bpmn:process`);
    expect((await compiled(between, 'T', 'intermediateThrowEvent')).throws).toMatchObject([{ kind: 'signal' }]);
    expect((await compiled(straight(['T', element('intermediateThrowEvent', 'T')]), 'T', 'intermediateThrowEvent')).throws).toEqual([]);
  });

  it.each([
    ['<bpmn:signalEventDefinition/>', 'reference-missing endEvent[E]/signalEventDefinition/@signalRef'],
    [signal('Mute'), 'expression-invalid endEvent[E]/signalEventDefinition/@signalRef'],
    ['<bpmn:errorEventDefinition/>', 'reference-missing endEvent[E]/errorEventDefinition/@errorRef'],
    [error('ErrMute'), 'reference-missing endEvent[E]/errorEventDefinition/@errorRef'],
    [error('ErrFeel'), 'attribute-not-executed endEvent[E]/errorEventDefinition/@errorRef'],
    [escalation('EscMute'), 'escalation-code-missing endEvent[E]/escalationEventDefinition/@escalationRef'],
    [
      '<bpmn:compensateEventDefinition waitForCompletion="false"/>',
      'attribute-not-executed endEvent[E]/compensateEventDefinition/@waitForCompletion',
    ],
    ['<bpmn:messageEventDefinition messageRef="M"/>', 'correlation-key-missing endEvent[E]/thidua:Publish'],
  ])('are refused with %s', async (inner, expected) => {
    expect(await refused(ended(inner))).toContain(expected);
  });
});

describe('compensation', () => {
  const comp = '<bpmn:compensateEventDefinition/>';
  const compensated = (association: string, thrown = comp): string =>
    diagram(
      start(),
      user('A'),
      boundary('B', 'A', comp),
      task('H', extensions('<thidua:step kind="notice"/>'), 'isForCompensation="true"'),
      element('intermediateThrowEvent', 'T', thrown),
      end(),
      chain('S', 'A', 'T', 'E'),
      association,
    );

  it('ties an activity to its handler by an association, in either direction', async () => {
    for (const ends of ['sourceRef="B" targetRef="H"', 'sourceRef="H" targetRef="B"']) {
      const graph = await graphOf(compensated(`<bpmn:association id="As" ${ends}/>`));
      const handler = elementOf(graph, 'H', 'passThroughTask');
      expect([handler.isForCompensation, Object.hasOwn(handler, 'compensation')]).toEqual([true, false]);
      const host = elementOf(graph, 'A', 'userTask');
      expect([host.compensation, Object.hasOwn(host, 'isForCompensation')]).toEqual([handler.index, false]);
      const event = elementOf(graph, 'B', 'boundaryEvent');
      expect([event.triggers, Object.hasOwn(event, 'compensation')]).toEqual([[{ kind: 'compensation' }], false]);
    }
  });

  it('finds the association among the artifacts of a collaboration', async () => {
    const xml = compensated('').replace(
      '<bpmn:process',
      '<bpmn:collaboration id="Col"><bpmn:participant id="Pa" processRef="P"/><bpmn:association id="As" sourceRef="B" targetRef="H"/></bpmn:collaboration><bpmn:process',
    );
    expect((await compiled(xml, 'A', 'userTask')).compensation).toBeDefined();
  });

  it('is of one activity where it is named', async () => {
    const association = '<bpmn:association id="As" sourceRef="B" targetRef="H"/>';
    const graph = await graphOf(compensated(association, '<bpmn:compensateEventDefinition activityRef="A"/>'));
    expect(elementOf(graph, 'T', 'intermediateThrowEvent').throws).toEqual([{ kind: 'compensation', activity: graph.byId.get('A') }]);
    const elsewhere = compensated(association, '<bpmn:compensateEventDefinition activityRef="X"/>').replace(
      '</bpmn:definitions>',
      '<bpmn:process id="Q"><bpmn:task id="X"/></bpmn:process></bpmn:definitions>',
    );
    expect(await refused(elsewhere)).toContain('reference-missing intermediateThrowEvent[T]/compensateEventDefinition/@activityRef');
  });

  it('without a handler is refused', async () => {
    expect(await refused(compensated(''))).toContain('compensation-handler-missing boundaryEvent[B]');
    const note = '<bpmn:textAnnotation id="N"/><bpmn:association id="As" sourceRef="B" targetRef="N"/>';
    expect(await refused(compensated(note))).toContain('compensation-handler-missing boundaryEvent[B]');
  });
});

import {
  boundary,
  chain,
  diagram,
  element,
  end,
  eventSubProcess,
  extensions,
  flow,
  start,
  subProcess,
  task,
  timer,
  user,
} from '../../test/diagram';
import { GENEROUS } from '../../test/surroundings';
import { wordOf } from '../../test/verify';
import { lintDiagram } from '../read-diagram';
import type { Surroundings } from '../surroundings';

const io = (kind: 'input' | 'output', target: string, source: string): string =>
  `<zeebe:ioMapping><zeebe:${kind} source="${source}" target="${target}"/></zeebe:ioMapping>`;
const script = (id: string, expression: string, result: string, more = ''): string =>
  element('scriptTask', id, extensions(`<zeebe:script expression="${expression}" resultVariable="${result}"/>`, more));
const job = (id: string, more = ''): string => element('serviceTask', id, extensions('<zeebe:taskDefinition type="make-papers"/>', more));
const decides = (condition: string): string => element('exclusiveGateway', 'G', '', 'default="G_E"') + end('X') + flow('G', 'X', condition);

/** `element name suggestion`, for every unknown name. */
async function unknown(xml: string, around: Partial<Surroundings> = {}): Promise<readonly string[]> {
  const found = await lintDiagram(xml, { ...GENEROUS, unassignedTasks: 'accepted', ...around });
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  return found
    .filter(({ code }) => code === 'name-unknown')
    .map((refusal) => [refusal.elementId ?? '', wordOf(refusal, 'name'), wordOf(refusal, 'suggestion')].join(' ').trim());
}

const begunWith = (...names: readonly string[]): Partial<Surroundings> => ({ startVariables: new Map([['P', names]]) });

describe('names of a process that says all its variables', () => {
  const reads = (condition: string, ...content: readonly string[]): string =>
    diagram(start(), ...content, decides(condition), end(), chain('G', 'E'));

  it('knows what the process is started with', async () => {
    expect(await unknown(reads('=total > limit', chain('S', 'G')), begunWith('total', 'limit'))).toEqual([]);
    expect(await unknown(reads('=totl > limit', chain('S', 'G')), begunWith('total', 'limit'))).toEqual(['G_X totl total']);
    expect(await unknown(reads('=somethingElse', chain('S', 'G')), begunWith('total'))).toEqual(['G_X somethingElse']);
  });

  it('shows the expression, and says it as a warning with a hint in words', async () => {
    const [found] = (await lintDiagram(reads('=totl > 1', chain('S', 'G')), { ...GENEROUS, ...begunWith('total') })).filter(
      ({ code }) => code === 'name-unknown',
    );
    expect(found).toMatchObject({
      severity: 'warning',
      elementId: 'G_X',
      path: 'process[P]/sequenceFlow[G_X]/name[totl]',
      detail: { name: 'totl', source: 'totl > 1', suggestion: 'total' },
    });
  });

  it('knows results, output mappings and data objects', async () => {
    expect(await unknown(reads('=total1', script('A', '=1', 'total1'), chain('S', 'A', 'G')), begunWith())).toEqual([]);
    expect(await unknown(reads('=total1', job('A', io('output', 'total1', '=whatever')), chain('S', 'A', 'G')), begunWith())).toEqual([]);
    const data = '<bpmn:dataObject id="D1" name="total1"/><bpmn:dataObjectReference id="D" name="total1" dataObjectRef="D1"/>';
    expect(await unknown(reads('=total1', data, chain('S', 'G')), begunWith())).toEqual([]);
  });

  it('reads output mappings of what brings nothing else along', async () => {
    expect(
      await unknown(
        reads('=total1', task('A'), script('B', '=1', 'one', io('output', 'total1', '=tow')), chain('S', 'A', 'B', 'G')),
        begunWith('two'),
      ),
    ).toEqual(['B tow']);
  });

  it('knows the fields of forms, where it is told', async () => {
    const form = user('A', '<zeebe:formDefinition formId="ky"/>');
    const xml = reads('=agreed', form, chain('S', 'A', 'G'));
    expect(await unknown(xml, { ...begunWith('commune'), formFields: new Map([['ky', ['agreed']]]) })).toEqual([]);
    expect(await unknown(xml, { ...begunWith('commune'), formFields: new Map([['ky', ['remarks']]]) })).toEqual(['G_X agreed']);
    expect(await unknown(xml, begunWith('commune'))).toEqual([]);
  });

  it('lets a call map whatever comes back, and knows no more than it maps', async () => {
    const called = '<zeebe:calledElement processId="trinh-trung-uong" bindingType="deployment" propagateAllChildVariables="false"/>';
    const call = (mapping = ''): string => element('callActivity', 'C', extensions(called, mapping));
    expect(await unknown(reads('=answer', call(io('output', 'answer', '=theirs')), chain('S', 'C', 'G')), begunWith())).toEqual([]);
    expect(await unknown(reads('=theirs', call(io('output', 'answer', '=theirs')), chain('S', 'C', 'G')), begunWith())).toEqual([
      'G_X theirs',
    ]);
    expect(await unknown(reads('=theirs', call(), chain('S', 'C', 'G')), begunWith())).toEqual(['G_X theirs']);
  });

  it('knows input mappings inside their element only', async () => {
    const inside = subProcess(
      'Sub',
      extensions(io('input', 'row', '=rows')),
      start('I'),
      script('T', '=row', 'r'),
      end('IE'),
      chain('I', 'T', 'IE'),
    );
    expect(await unknown(reads('=r', inside, chain('S', 'Sub', 'G')), begunWith('rows'))).toEqual([]);
    expect(await unknown(reads('=row', inside, chain('S', 'Sub', 'G')), begunWith('rows'))).toEqual(['G_X row']);
  });

  it('knows items and counters of repetitions, on their boundaries too', async () => {
    const loop = `<bpmn:multiInstanceLoopCharacteristics>${extensions('<zeebe:loopCharacteristics inputCollection="=rows" inputElement="row" outputCollection="done" outputElement="=row"/>')}</bpmn:multiInstanceLoopCharacteristics>`;
    const repeated = element(
      'scriptTask',
      'T',
      extensions('<zeebe:script expression="=row + loopCounter + numberOfInstances" resultVariable="r"/>') + loop,
    );
    expect(await unknown(reads('=done', repeated, chain('S', 'T', 'G')), begunWith('rows'))).toEqual([]);
    expect(await unknown(reads('=row', repeated, chain('S', 'T', 'G')), begunWith('rows'))).toEqual(['G_X row']);
    const late = boundary('B', 'T', timer('timeDuration', '=row.limit'));
    expect(await unknown(reads('=done', repeated, late, chain('S', 'T', 'G'), chain('B', 'X')), begunWith('rows'))).toEqual([]);
  });

  it('does not know what is set later for certain', async () => {
    const later = diagram(start(), script('A', '=total1', 'one'), script('B', '=1', 'total1'), end(), chain('S', 'A', 'B', 'E'));
    expect(await unknown(later, begunWith())).toEqual(['A total1']);
  });

  it('knows what may be set before: in a loop, beside it, before an interruption', async () => {
    const loop = diagram(
      start(),
      element('exclusiveGateway', 'M'),
      user('A'),
      script('B', '=total1', 'x'),
      script('C', '=1', 'total1'),
      decides('=x'),
      end(),
      chain('S', 'M', 'A', 'B', 'C', 'G', 'E'),
      flow('G', 'M', '=x'),
    );
    expect(await unknown(loop, begunWith('commune'))).toEqual([]);
    const beside = diagram(
      start(),
      element('parallelGateway', 'F'),
      script('A', '=total1', 'x'),
      script('B', '=1', 'total1'),
      element('parallelGateway', 'J'),
      end(),
      chain('S', 'F', 'A', 'J', 'E'),
      chain('F', 'B', 'J'),
    );
    expect(await unknown(beside, begunWith())).toEqual([]);
    const event = eventSubProcess(
      'Ev',
      start('I', timer('timeDuration', 'P1D')),
      script('R', '=total1', 'x'),
      end('IE'),
      chain('I', 'R', 'IE'),
    );
    expect(
      await unknown(
        diagram(start(), script('A', '=1', 'total1'), user('W'), end(), event, chain('S', 'A', 'W', 'E')),
        begunWith('commune'),
      ),
    ).toEqual([]);
  });

  it('knows after a subprocess what was set inside it, and inside what was set before it', async () => {
    const inside = subProcess('Sub', start('I'), script('T', '=before', 'within'), end('IE'), chain('I', 'T', 'IE'));
    const xml = diagram(start(), script('A', '=1', 'before'), inside, script('B', '=within', 'x'), end(), chain('S', 'A', 'Sub', 'B', 'E'));
    expect(await unknown(xml, begunWith())).toEqual([]);
    const early = diagram(start(), script('A', '=within', 'before'), inside, end(), chain('S', 'A', 'Sub', 'E'));
    expect(await unknown(early, begunWith())).toEqual(['A within']);
  });

  it('knows in what undoes a step, and in free steps, what was set before', async () => {
    const undo = boundary('Undo', 'A', '<bpmn:compensateEventDefinition/>') + '<bpmn:association id="As" sourceRef="Undo" targetRef="H"/>';
    const handler = script('H', '=total1', 'x').replace('id="H"', 'id="H" isForCompensation="true"');
    expect(
      await unknown(diagram(start(), script('B', '=1', 'total1'), task('A'), undo, handler, end(), chain('S', 'B', 'A', 'E')), begunWith()),
    ).toEqual([]);
    const free = element(
      'adHocSubProcess',
      'Free',
      extensions('<zeebe:adHoc activeElementsCollection="=[&quot;T&quot;]"/>') + script('T', '=total1', 'x'),
    );
    expect(await unknown(diagram(start(), script('B', '=1', 'total1'), free, end(), chain('S', 'B', 'Free', 'E')), begunWith())).toEqual(
      [],
    );
  });
});

describe('names of a process that does not say all its variables', () => {
  const open: Partial<Surroundings> = {};
  const reads = (condition: string, ...content: readonly string[]): string =>
    diagram(start(), script('A', '=1', 'quantity'), ...content, decides(condition), end(), chain('S', 'A', 'G', 'E'));

  it('takes a strange name for one it is started with', async () => {
    expect(await unknown(reads('=province'), open)).toEqual([]);
  });

  it('tells a slip of the pen of a known name', async () => {
    expect(await unknown(reads('=quantiyt'), open)).toEqual(['G_X quantiyt quantity']);
  });

  it('believes a name that stands in several places, or is another form of a word', async () => {
    expect(await unknown(reads('=quantiyt and quantiyt > 1'), open)).toEqual(['G_X quantiyt quantity']);
    const twice = diagram(
      start(),
      script('A', '=1', 'quantity'),
      script('B', '=quantiyt', 'x'),
      decides('=quantiyt'),
      end(),
      chain('S', 'A', 'B', 'G', 'E'),
    );
    expect(await unknown(twice, open)).toEqual([]);
    expect(await unknown(reads('=quantitys'), open)).toEqual([]);
    expect(await unknown(reads('=quantit'), open)).toEqual([]);
  });

  it.each([
    ['a job', job('J')],
    ['a call', element('callActivity', 'J', extensions('<zeebe:calledElement processId="trinh-trung-uong" bindingType="deployment"/>'))],
    ['a form nobody told of', user('J', '<zeebe:formDefinition formId="ky"/>')],
    ['a task without a form', user('J')],
    ['an error', task('J') + boundary('Er', 'J', '<bpmn:errorEventDefinition/>') + end('ErE') + chain('Er', 'ErE')],
  ])('lets %s bring anything', async (_, step) => {
    const xml = diagram(start(), step, decides('=strange'), end(), chain('S', 'J', 'G', 'E'));
    expect(await unknown(xml, begunWith('commune'))).toEqual([]);
  });

  it('lets a throw event worked by a job bring anything', async () => {
    const thrown = (type: string): string =>
      element(type, 'J', extensions('<zeebe:taskDefinition type="send-results"/>') + '<bpmn:messageEventDefinition messageRef="M"/>');
    const xml = diagram(start(), thrown('intermediateThrowEvent'), decides('=strange'), end(), chain('S', 'J', 'G', 'E'));
    expect(await unknown(xml.replace('<bpmn:process', '<bpmn:message id="M" name="m"/><bpmn:process'), begunWith())).toEqual([]);
  });

  it('does not look at the order in a very large process', async () => {
    const many = Array.from({ length: 1001 }, (_, index) => `T${String(index)}`);
    const steps = many.map((id) => (id === 'T0' ? script(id, '=later', 'x') : id === 'T9' ? script(id, '=1', 'later') : task(id)));
    expect(await unknown(diagram(start(), ...steps, end(), chain('S', ...many, 'E')), begunWith())).toEqual([]);
  });

  it('knows how many tokens a complex gateway has got', async () => {
    const condition = '<bpmn:activationCondition xsi:type="bpmn:tFormalExpression">=activationCount > limit</bpmn:activationCondition>';
    const join = element('complexGateway', 'J', condition);
    const xml = diagram(
      start(),
      element('parallelGateway', 'F'),
      task('A'),
      task('B'),
      join,
      end(),
      chain('S', 'F', 'A', 'J', 'E'),
      chain('F', 'B', 'J'),
    );
    expect(await unknown(xml, begunWith('limit'))).toEqual([]);
    expect(await unknown(xml, begunWith('other'))).toEqual(['J limit']);
  });

  it('tells the first two hundred names, each wherever it stands', async () => {
    const steps = Array.from({ length: 210 }, (_, index) => `T${String(index)}`);
    const scripts = steps.map((id) => script(id, `=strange${id} + always`, 'x'));
    const told = await unknown(diagram(start(), ...scripts, end(), chain('S', ...steps, 'E')), begunWith('commune'));
    expect(told).toHaveLength(199 + 210);
  });
});

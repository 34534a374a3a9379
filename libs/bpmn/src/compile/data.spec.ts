import { chain, diagram, element, end, extensions, process, file, start, subProcess, task, user } from '../../test/diagram';
import { elementOf, graphOf, refused } from '../../test/compiled';

const within = (...content: readonly string[]): string => diagram(start(), user('U'), end(), chain('S', 'U', 'E'), ...content);
const initial = (value: string): string => extensions(`<thidua:initial value="${value}"/>`);

describe('data objects and properties', () => {
  it('are variables of their scope, named by themselves, by their first reference, or by their id', async () => {
    const objects = [
      '<bpmn:dataObject id="D1" name="hoSo"/>',
      '<bpmn:dataObjectReference id="R1" name="khac" dataObjectRef="D1"/>',
      '<bpmn:dataObject id="D2"/>',
      '<bpmn:dataObjectReference id="R2" name="toTrinh" dataObjectRef="D2"/>',
      '<bpmn:dataObjectReference id="R3" name="ban sao" dataObjectRef="D2"/>',
      '<bpmn:dataObject id="D3"/>',
    ];
    const { elements } = await graphOf(within(...objects));
    expect(elements[0]?.data).toEqual([{ name: 'hoSo' }, { name: 'toTrinh' }, { name: 'D3' }]);
  });

  it('begin with a value when they name one', async () => {
    const object = element('dataObject', 'D', initial('=1 + 1'));
    const property = `<bpmn:property id="so" name="ngay">${initial('hom nay')}</bpmn:property><bpmn:property id="bo"/>`;
    const xml = within(object).replace('<bpmn:startEvent', `${property}<bpmn:startEvent`);
    const { elements } = await graphOf(xml);
    expect(elements[0]?.data).toMatchObject([
      { name: 'ngay', initial: { constant: { value: 'hom nay' } } },
      { name: 'bo' },
      { name: 'D', initial: { source: '1 + 1' } },
    ]);
    expect(await refused(within(element('dataObject', 'D', initial('=1 +'))))).toEqual([
      'expression-invalid dataObject[D]/thidua:Initial/@value',
    ]);
  });

  it('belong to the subprocess or the task they stand in, each name once', async () => {
    const inner = subProcess(
      'Sub',
      '<bpmn:property id="x"/>',
      start('S2'),
      task('T', '<bpmn:property id="y"/>'),
      end('E2'),
      chain('S2', 'T', 'E2'),
      '<bpmn:dataObject id="D" name="x"/>',
    );
    const graph = await graphOf(diagram(start(), inner, end(), chain('S', 'Sub', 'E')));
    expect(elementOf(graph, 'Sub', 'subProcess').data).toEqual([{ name: 'x' }]);
    expect(elementOf(graph, 'T', 'passThroughTask').data).toEqual([{ name: 'y' }]);
    expect(Object.hasOwn(graph.elements[0] ?? {}, 'data')).toBe(false);
  });
});

describe('data associations', () => {
  const io =
    '<bpmn:ioSpecification><bpmn:dataInput id="In" name="muc"/><bpmn:dataOutput id="Out"/><bpmn:inputSet><bpmn:dataInputRefs>In</bpmn:dataInputRefs></bpmn:inputSet><bpmn:outputSet><bpmn:dataOutputRefs>Out</bpmn:dataOutputRefs></bpmn:outputSet></bpmn:ioSpecification>';
  const objects = '<bpmn:dataObject id="D" name="hoSo"/><bpmn:dataObjectReference id="R" dataObjectRef="D"/>';
  const formal = (name: string, body: string): string => `<bpmn:${name} xsi:type="bpmn:tFormalExpression">${body}</bpmn:${name}>`;
  const input = (inner: string): string =>
    `<bpmn:dataInputAssociation id="A"><bpmn:sourceRef>R</bpmn:sourceRef><bpmn:targetRef>In</bpmn:targetRef>${inner}</bpmn:dataInputAssociation>`;
  const output = (inner: string): string =>
    `<bpmn:dataOutputAssociation id="B"><bpmn:sourceRef>Out</bpmn:sourceRef><bpmn:targetRef>R</bpmn:targetRef>${inner}</bpmn:dataOutputAssociation>`;
  const associated = (...associations: readonly string[]): string =>
    file(
      process(
        start(),
        user('U').replace('</bpmn:userTask>', `${io}${associations.join('')}</bpmn:userTask>`),
        end(),
        chain('S', 'U', 'E'),
        objects,
      ),
    );
  const mappings = async (xml: string): Promise<unknown> => {
    const { inputs, outputs } = elementOf(await graphOf(xml), 'U', 'userTask');
    const shown = (list: typeof inputs): readonly string[] => list.map(({ source, target }) => `${target} = ${source.source}`);
    return [shown(inputs), shown(outputs)];
  };

  it('are pictures when they only connect', async () => {
    expect(await mappings(associated(input(''), output('')))).toEqual([[], []]);
  });

  it('are mappings when they transform or assign', async () => {
    const assignment = `<bpmn:assignment>${formal('from', '=hoSo.so')}${formal('to', '=so')}</bpmn:assignment>`;
    const xml = associated(input(formal('transformation', '=hoSo.muc') + assignment), output(formal('transformation', '=ket')));
    expect(await mappings(xml)).toEqual([['muc = hoSo.muc', 'so = hoSo.so'], ['hoSo = ket']]);
    const nameless = associated(input(formal('transformation', '=hoSo'))).replace('id="In" name="muc"', 'id="In"');
    expect(await mappings(nameless)).toEqual([['In = hoSo'], []]);
  });

  it('are refused when they lead to no variable or are no FEEL', async () => {
    const nowhere = `<bpmn:assignment>${formal('from', '=a')}${formal('to', 'a b')}</bpmn:assignment>`;
    expect(await refused(associated(input(nowhere)))).toEqual(['target-invalid userTask[U]/dataInputAssociation[A]/assignment']);
    expect(await refused(associated(output(formal('transformation', '=)'))))).toEqual([
      'expression-invalid userTask[U]/dataOutputAssociation[B]/transformation',
    ]);
  });

  it('with a data store are refused, and a data store alone is a picture', async () => {
    const store = '<bpmn:dataStoreReference id="R" name="kho"/>';
    expect(await refused(within(store))).toEqual([]);
    expect(await refused(associated(input('')).replace(objects, store))).toContain('element-not-executed dataStoreReference[R]');
    expect(await refused(associated(output('')).replace(objects, store))).toContain('element-not-executed dataStoreReference[R]');
  });
});

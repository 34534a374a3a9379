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
  straight,
  subProcess,
  task,
  timer,
  user,
} from '../../test/diagram';
import { compiled, elementOf, graphOf, refused } from '../../test/compiled';
import type { ProcessGraph } from '../graph';

const idsOf = (graph: ProcessGraph, indexes: readonly number[]): readonly string[] =>
  indexes.map((index) => graph.elements[index]?.id ?? '');

describe('where a scope begins', () => {
  it('is at its start events, all of them', async () => {
    const graph = await graphOf(diagram(start('S1'), start('S2'), end(), flow('S1', 'E'), flow('S2', 'E')));
    expect(graph.elements[0]).toMatchObject({ type: 'process', starts: [1, 2] });
  });

  it('is, without any, at every node no flow leads to but boundaries, handlers, event subprocesses and link catches', async () => {
    const handled = `${user('A')}${boundary('Comp', 'A', '<bpmn:compensateEventDefinition/>')}${task('H', '', 'isForCompensation="true"')}`;
    const association = '<bpmn:association id="As" sourceRef="Comp" targetRef="H"/>';
    const link = (type: string, id: string): string => element(type, id, '<bpmn:linkEventDefinition name="sang"/>');
    const late = `${user('B')}${boundary('Late', 'B', timer('timeDuration', 'P1D'))}${user('C')}${flow('Late', 'C')}`;
    const event = eventSubProcess('Ev', start('I', timer('timeDuration', 'P9D')), end('IE'), flow('I', 'IE'));
    const jump = `${link('intermediateThrowEvent', 'Out')}${link('intermediateCatchEvent', 'In')}${task('Z')}${chain('A', 'Out')}${chain('In', 'Z')}`;
    const inner = subProcess('Sub', handled, association, late, jump);
    const graph = await graphOf(diagram(start(), inner, end(), chain('S', 'Sub', 'E'), event));
    expect(idsOf(graph, elementOf(graph, 'Sub', 'subProcess').starts)).toEqual(['A', 'B']);
    expect(graph.elements[0]).toMatchObject({ starts: [1], eventSubProcesses: [graph.byId.get('Ev')] });
    expect(idsOf(graph, elementOf(graph, 'Ev', 'eventSubProcess').starts)).toEqual(['I']);
  });
});

describe('ad-hoc subprocesses', () => {
  const adHoc = (attributes: string, ...content: readonly string[]): string =>
    straight(['Ad', element('adHocSubProcess', 'Ad', content.join(''), attributes)]);

  it('begin nothing by themselves and know what may be begun', async () => {
    const graph = await graphOf(adHoc('', user('A'), user('B'), user('C'), flow('B', 'C')));
    const found = elementOf(graph, 'Ad', 'adHocSubProcess');
    expect(found.starts).toEqual([]);
    expect(idsOf(graph, found.adHoc.activities)).toEqual(['A', 'B']);
    expect(found.adHoc).toMatchObject({ ordering: 'parallel', cancelRemaining: true });
    expect(Object.keys(found.adHoc)).toEqual(['ordering', 'cancelRemaining', 'activities']);
  });

  it('know their order, what they begin with and when they are done', async () => {
    const content = [
      extensions('<zeebe:adHoc activeElementsCollection="=chosen"/>'),
      user('A'),
      '<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">=done</bpmn:completionCondition>',
    ];
    const { adHoc: found } = await compiled(
      adHoc('ordering="Sequential" cancelRemainingInstances="false"', ...content),
      'Ad',
      'adHocSubProcess',
    );
    expect(found).toMatchObject({
      ordering: 'sequential',
      cancelRemaining: false,
      activeElements: { source: 'chosen' },
      completionCondition: { source: 'done' },
    });
  });

  it('are refused with broken FEEL, and where they collect outputs nobody collects', async () => {
    const listed = (attributes: string): string => adHoc('', extensions(`<zeebe:adHoc ${attributes}/>`), user('A'));
    expect(await refused(listed('activeElementsCollection="=["'))).toEqual([
      'expression-invalid adHocSubProcess[Ad]/zeebe:AdHoc/@activeElementsCollection',
    ]);
    expect(await refused(listed('activeElementsCollection="=[]" outputCollection="all" outputElement="=one"'))).toEqual([
      'attribute-not-executed adHocSubProcess[Ad]/extensionElements/zeebe:AdHoc/@outputCollection',
      'attribute-not-executed adHocSubProcess[Ad]/extensionElements/zeebe:AdHoc/@outputElement',
    ]);
    const condition = '<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">=)</bpmn:completionCondition>';
    expect(await refused(adHoc('', user('A'), condition))).toEqual(['expression-invalid adHocSubProcess[Ad]/completionCondition']);
  });
});

describe('transactions', () => {
  it('are scopes of their own', async () => {
    const cancel = '<bpmn:cancelEventDefinition/>';
    const inner = element(
      'transaction',
      'T',
      [start('S2'), user('U'), element('exclusiveGateway', 'G', '', 'default="G_E2"'), end('E2'), end('X', cancel)].join('') +
        chain('S2', 'U', 'G', 'E2') +
        flow('G', 'X', '=no'),
    );
    const graph = await graphOf(
      diagram(start(), inner, boundary('B', 'T', cancel), end(), end('EB'), chain('S', 'T', 'E'), flow('B', 'EB')),
    );
    expect(idsOf(graph, elementOf(graph, 'T', 'transaction').starts)).toEqual(['S2']);
    expect(elementOf(graph, 'B', 'boundaryEvent').triggers).toEqual([{ kind: 'cancel' }]);
    expect(elementOf(graph, 'X', 'endEvent').throws).toEqual([{ kind: 'cancel' }]);
  });
});

describe('links', () => {
  it('are flows nobody drew, after the drawn ones; several throws may lead to one catch', async () => {
    const link = (type: string, id: string): string => element(type, id, '<bpmn:linkEventDefinition name=" sang "/>');
    const xml = diagram(
      start(),
      element('exclusiveGateway', 'G', '', 'default="G_L1"'),
      link('intermediateThrowEvent', 'L1'),
      link('intermediateThrowEvent', 'L2'),
      link('intermediateCatchEvent', 'C'),
      end(),
      chain('S', 'G', 'L1'),
      flow('G', 'L2', '=x'),
      flow('C', 'E'),
    );
    const graph = await graphOf(xml);
    expect(graph.flows.slice(-2).map(({ index, id, isDefault }) => [index, id, isDefault])).toEqual([
      [4, 'L1->C', false],
      [5, 'L2->C', false],
    ]);
    expect(elementOf(graph, 'L1', 'intermediateThrowEvent')).toMatchObject({ outgoing: [4], throws: [] });
    expect(elementOf(graph, 'C', 'intermediateCatchEvent')).toMatchObject({ incoming: [4, 5], triggers: [], parallelMultiple: false });
  });

  it('lead nowhere without a name, from another scope, or among other triggers', async () => {
    const link = (name: string): string => `<bpmn:linkEventDefinition ${name}/>`;
    const jump = (thrown: string, caught: string): string =>
      diagram(
        start(),
        element('intermediateThrowEvent', 'L', thrown),
        element('intermediateCatchEvent', 'C', caught),
        end(),
        chain('S', 'L'),
        flow('C', 'E'),
      );
    expect(await refused(jump(link('name="a"'), link('name="a"')))).toEqual([]);
    expect(await refused(jump(link('name="a"'), link('name="b"')))).toContain(
      'link-invalid intermediateThrowEvent[L]/linkEventDefinition/@name',
    );
    const two = jump(link('name="a"') + link('name="a"'), link('name="a"'));
    expect(await refused(two)).toContain('element-not-executed intermediateThrowEvent[L]');
  });
});

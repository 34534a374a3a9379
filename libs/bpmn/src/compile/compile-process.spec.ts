import { chain, diagram, element, end, flow, start, straight, task, timer } from '../../test/diagram';
import { graphOf, refused } from '../../test/compiled';

describe('compileProcess', () => {
  it('knows the process by name and its place in law', async () => {
    const graph = await graphOf(
      straight(['T', task('T')]).replace('id="P"', 'id="P" xmlns:thidua="http://thidua.vn/schema/bpmn/1.0" thidua:level="XA"'),
    );
    expect([graph.processId, graph.name, graph.legal]).toEqual(['P', 'Quy trình', { level: 'XA' }]);
    const nameless = await graphOf(straight(['T', task('T')]).replace('name="Quy trình"', ''));
    expect([nameless.name, nameless.legal]).toEqual(['', {}]);
  });

  it('finds every element by its id and numbers flows as drawn', async () => {
    const graph = await graphOf(straight(['T', task('T')]));
    expect([...graph.byId]).toEqual([
      ['P', 0],
      ['S', 1],
      ['T', 2],
      ['E', 3],
    ]);
    expect(graph.flows).toEqual([
      { index: 0, id: 'S_T', name: '', source: 1, target: 2, isDefault: false },
      { index: 1, id: 'T_E', name: '', source: 2, target: 3, isDefault: false },
    ]);
    expect(graph.elements[2]).toEqual({
      ...{ index: 2, id: 'T', name: '', scope: 0, incoming: [0], outgoing: [1], boundaries: [] },
      ...{ inputs: [], outputs: [], headers: {}, legal: {}, type: 'passThroughTask' },
    });
  });

  it('gives no graph for what it cannot read, and lets the rules say why', async () => {
    const dangling = '<bpmn:sequenceFlow id="F" targetRef="C"/>';
    const waits = element('intermediateCatchEvent', 'C', timer('timeCycle', 'R2/P1D'));
    const xml = diagram(start(), waits, end(), chain('S', 'C', 'E'), dangling);
    expect(await refused(xml)).toContain('flow-end-missing sequenceFlow[F]');
    expect(await refused(straight(['X', element('choreographyTask', 'X')]))).toContain('choreography-in-process choreographyTask[X]');
    const empty = diagram(
      start(),
      element('exclusiveGateway', 'G', '', 'default="G_E"'),
      task('T'),
      end(),
      chain('S', 'G', 'E'),
      flow('G', 'T', ' '),
      flow('T', 'E'),
    );
    expect(await refused(empty)).toContain('condition-missing sequenceFlow[G_T]/conditionExpression');
    const linked = element('intermediateCatchEvent', 'C', '<bpmn:linkEventDefinition name="a"/>' + timer('timeDuration', 'P1D'));
    expect(await refused(straight(['C', linked]))).toContain('element-not-executed intermediateCatchEvent[C]');
    const lost = element('boundaryEvent', 'B', timer('timeDuration', 'P1D'));
    expect(await refused(diagram(start(), task('T'), lost, end(), chain('S', 'T', 'E'), flow('B', 'E')))).toContain(
      'boundary-unattached boundaryEvent[B]',
    );
  });
});

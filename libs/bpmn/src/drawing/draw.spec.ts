import { chain, diagram, element, end, extensions, start, step, user } from '../../test/diagram';
import { drawn } from '../../test/drawn';
import { flowAt, nodeAt } from './drawing';

describe('draw', () => {
  it('keeps the names of the nearest lane, and its role from further out', async () => {
    const lanes = `<bpmn:laneSet id="L"><bpmn:lane id="L1" name="Xã" thidua:role="chair"><bpmn:flowNodeRef>U</bpmn:flowNodeRef><bpmn:childLaneSet id="C"><bpmn:lane id="L2" name="Chủ tịch"><bpmn:flowNodeRef>V</bpmn:flowNodeRef></bpmn:lane></bpmn:childLaneSet></bpmn:lane><bpmn:lane id="L3"><bpmn:flowNodeRef>E</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>`;
    const { nodes } = await drawn(diagram(lanes, start(), user('U'), user('V'), end(), chain('S', 'U', 'V', 'E')));
    expect(nodes.map(({ lane }) => lane)).toEqual([
      undefined,
      undefined,
      { name: 'Xã', role: 'chair' },
      { name: 'Chủ tịch', role: 'chair' },
      { name: '' },
    ]);
  });

  it('draws what stands in a subprocess into its lane', async () => {
    const lanes = '<bpmn:laneSet id="L"><bpmn:lane id="L1" name="Xã"><bpmn:flowNodeRef>Sub</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>';
    const { nodes } = await drawn(diagram(lanes, element('subProcess', 'Sub', user('U'))));
    expect(nodes.at(-1)).toMatchObject({ id: 'U', scope: 1, lane: { name: 'Xã' } });
  });

  it('knows the step in law, and nodes without id or name', async () => {
    const { nodes } = await drawn(diagram(element('task', 'T', extensions(step('notice'))), '<bpmn:task/>'));
    expect(nodes.map(({ id, name, step: kind }) => [id, name, kind])).toEqual([
      ['P', 'Quy trình', undefined],
      ['T', '', 'notice'],
      ['', '', undefined],
    ]);
  });

  it('knows each trigger and all of them in one word', async () => {
    const event = (id: string, inner: string, attributes = ''): string => element('intermediateCatchEvent', id, inner, attributes);
    const [timer, signal] = ['<bpmn:timerEventDefinition/>', '<bpmn:signalEventDefinition/>'];
    const { nodes } = await drawn(
      diagram(event('A', ''), event('B', timer), event('C', timer + signal), event('D', timer + signal, 'parallelMultiple="true"')),
    );
    expect(nodes.slice(1).map(({ trigger, triggers }) => [trigger, triggers])).toEqual([
      ['none', []],
      ['timer', ['timer']],
      ['multiple', ['timer', 'signal']],
      ['parallelMultiple', ['timer', 'signal']],
    ]);
  });

  it('has no place for an index of nothing', async () => {
    const process = await drawn(diagram(start(), end(), chain('S', 'E')));
    expect(() => nodeAt(process, 9)).toThrow('no node 9 in process P');
    expect(() => flowAt(process, 9)).toThrow('no flow 9 in process P');
  });
});

import { chain, diagram, element, end, start } from '../../test/diagram';
import { refusalsOf, verify, wordOf } from '../../test/verify';
import { eventBasedGateway } from './event-based-gateway';

describe('event-based-gateway', () => {
  verify(eventBasedGateway, {
    folder: __dirname,
    valid: 'event-based-gateway.valid.bpmn',
    invalid: 'event-based-gateway.invalid.bpmn',
    refused: [
      'start-has-incoming Wait',
      'event-gateway-invalid Flow_Wait_Mail',
      'event-gateway-invalid Work',
      'event-gateway-invalid Wait',
      'event-gateway-invalid Receive',
      'event-gateway-invalid Mail',
      'event-gateway-invalid Single',
    ],
  });

  const waits = (id: string, kind: string): string => element('intermediateCatchEvent', id, `<bpmn:${kind}EventDefinition/>`);
  const said = async (...content: readonly string[]): Promise<readonly unknown[]> =>
    (await refusalsOf(eventBasedGateway, diagram(start(), element('eventBasedGateway', 'G'), end(), chain('S', 'G'), ...content))).map(
      (refusal) => `${refusal.elementId ?? ''} ${wordOf(refusal, 'reason')}`,
    );

  it.each(['message', 'signal', 'timer', 'conditional'])('waits for a %s', async (kind) => {
    expect(await said(waits('A', kind), waits('B', 'timer'), chain('G', 'A', 'E'), chain('G', 'B', 'E'))).toEqual([]);
  });

  it.each(['link', 'error'])('waits for no %s', async (kind) => {
    expect(await said(waits('A', kind), waits('B', 'timer'), chain('G', 'A', 'E'), chain('G', 'B', 'E'))).toEqual(['A target-kind']);
  });

  it('waits for something', async () => {
    expect(await said(element('intermediateCatchEvent', 'A'), waits('B', 'timer'), chain('G', 'A', 'E'), chain('G', 'B', 'E'))).toEqual([
      'A target-kind',
    ]);
  });

  it('waits at receive tasks nobody else comes to', async () => {
    const receive = element('receiveTask', 'R');
    expect(await said(receive, waits('B', 'timer'), chain('G', 'R', 'E'), chain('G', 'B', 'E'))).toEqual([]);
    expect(await said(receive, waits('B', 'timer'), chain('G', 'R', 'E'), chain('G', 'B', 'E'), chain('S', 'R'))).toEqual([
      'R target-has-other-incoming',
    ]);
  });

  it('leaves a flow to nowhere to the rule for that', async () => {
    const loose = element('sequenceFlow', 'F', '', 'sourceRef="G"');
    expect(await said(waits('A', 'timer'), chain('G', 'A', 'E'), loose)).toEqual([]);
  });

  it('lets nothing flow into a receive task that begins the process', async () => {
    const receive = element('receiveTask', 'R', '', 'instantiate="true"');
    expect(
      (await refusalsOf(eventBasedGateway, diagram(start(), receive, end(), chain('S', 'R', 'E')))).map(({ detail }) => detail),
    ).toEqual([{ reason: 'receive', flows: ['S_R'] }]);
    expect(await refusalsOf(eventBasedGateway, diagram(receive, end(), chain('R', 'E')))).toEqual([]);
  });
});

import { chain, diagram, element, task } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { gatewayDirection } from './gateway-direction';

describe('gateway-direction', () => {
  verify(gatewayDirection, {
    folder: __dirname,
    valid: 'gateway-direction.valid.bpmn',
    invalid: 'gateway-direction.invalid.bpmn',
    refused: ['gateway-direction-wrong Split', 'gateway-direction-wrong Join'],
  });

  it.each([
    [2, 2, []],
    [1, 2, ['mixed']],
    [2, 1, ['mixed']],
  ])('a mixed gateway with %i in and %i out', async (incoming, outgoing, expected) => {
    const ins = ['A', 'B'].slice(0, incoming).map((id) => task(id) + chain(id, 'G'));
    const outs = ['C', 'D'].slice(0, outgoing).map((id) => task(id) + chain('G', id));
    const xml = diagram(element('parallelGateway', 'G', '', 'gatewayDirection="Mixed"'), ...ins, ...outs);
    expect((await refusalsOf(gatewayDirection, xml)).map(({ detail }) => detail['reason'])).toEqual(expected);
  });
});

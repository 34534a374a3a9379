import { chain, diagram, element, end, flow, start, task, timer } from '../../test/diagram';
import { compiled, elementOf, graphOf, refused } from '../../test/compiled';

const fork = (gateway: string): string =>
  diagram(start(), gateway, task('A'), task('B'), end(), chain('S', 'G', 'A', 'E'), flow('G', 'B', '=x'), flow('B', 'E'));

describe('gateways', () => {
  it('choose by conditions at inclusive and complex ones, with a default', async () => {
    for (const type of ['inclusiveGateway', 'complexGateway'] as const) {
      const graph = await graphOf(fork(element(type, 'G', '', 'default="G_A"')));
      const flows = elementOf(graph, 'G', type).outgoing.map((index) => graph.flows[index]);
      expect(flows.map((one) => [one?.isDefault, one?.condition?.source])).toEqual([
        [true, undefined],
        [false, 'x'],
      ]);
    }
  });

  it('join at a complex one when its condition holds, or with everything', async () => {
    const join = (inner: string): string =>
      diagram(
        start(),
        element('parallelGateway', 'F'),
        task('A'),
        task('B'),
        element('complexGateway', 'G', inner),
        end(),
        chain('S', 'F', 'A', 'G', 'E'),
        chain('F', 'B', 'G'),
      );
    const activation = (body: string): string =>
      `<bpmn:activationCondition xsi:type="bpmn:tFormalExpression">${body}</bpmn:activationCondition>`;
    const found = await compiled(join(activation('=activationCount &gt;= 1')), 'G', 'complexGateway');
    expect(found.activationCondition?.source).toBe('activationCount >= 1');
    expect(Object.hasOwn(await compiled(join(''), 'G', 'complexGateway'), 'activationCondition')).toBe(false);
    expect(await refused(join(activation('=)')))).toEqual(['expression-invalid complexGateway[G]/activationCondition']);
  });

  it('wait for one of several events', async () => {
    const wait = (attributes: string): string =>
      diagram(
        start(),
        element('eventBasedGateway', 'G', '', attributes),
        element('intermediateCatchEvent', 'A', timer('timeDuration', 'P1D')),
        element('intermediateCatchEvent', 'B', timer('timeDuration', 'P2D')),
        end(),
        chain('S', 'G', 'A', 'E'),
        chain('G', 'B', 'E'),
      );
    expect((await compiled(wait(''), 'G', 'eventBasedGateway')).instantiate).toBe(false);
    expect((await compiled(wait('eventGatewayType="Exclusive"'), 'G', 'eventBasedGateway')).type).toBe('eventBasedGateway');
    expect(await refused(wait('eventGatewayType="Parallel"'))).toContain('attribute-not-executed eventBasedGateway[G]/@eventGatewayType');
  });
});

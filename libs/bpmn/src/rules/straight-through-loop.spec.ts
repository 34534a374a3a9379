import { chain, diagram, element, end, exclusive, extensions, flow, start, subProcess, task, user } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { straightThroughLoop } from './straight-through-loop';

describe('straight-through-loop', () => {
  verify(straightThroughLoop, {
    folder: __dirname,
    valid: 'straight-through-loop.valid.bpmn',
    invalid: 'straight-through-loop.invalid.bpmn',
    refused: ['straight-through-loop Work'],
  });

  const loopOf = (inner: string, id = 'Body'): string =>
    diagram(start(), inner, exclusive('G', `default="G_E"`), end(), chain('S', id, 'G', 'E'), flow('G', id, '=again'));
  const refused = async (xml: string): Promise<boolean> => (await refusalsOf(straightThroughLoop, xml)).length > 0;

  it.each([
    ['a pass-through task', task('Body'), true],
    ['a subprocess of pass-through tasks', subProcess('Body', start('I'), task('T'), end('IE'), chain('I', 'T', 'IE')), true],
    ['a subprocess somebody works in', subProcess('Body', start('I'), user('T'), end('IE'), chain('I', 'T', 'IE')), false],
    ['a user task', user('Body'), false],
    ['a decision table', element('businessRuleTask', 'Body'), false],
    ['a throw event that counts', element('intermediateThrowEvent', 'Body', extensions('<zeebe:ioMapping/>')), false],
  ])('a loop over %s', async (_, inner, expected) => {
    expect(await refused(loopOf(inner))).toBe(expected);
  });

  it('names a gateway that leads back to itself', async () => {
    const xml = diagram(start(), exclusive('G', 'default="G_E"'), end(), chain('S', 'G', 'E'), flow('G', 'G', '=again'));
    expect(await refused(xml)).toBe(true);
  });
});

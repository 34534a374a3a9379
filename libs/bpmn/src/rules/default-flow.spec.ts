import { chain, diagram, end, exclusive, start } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { defaultFlow } from './default-flow';

describe('default-flow', () => {
  verify(defaultFlow, {
    folder: __dirname,
    valid: 'default-flow.valid.bpmn',
    invalid: 'default-flow.invalid.bpmn',
    refused: ['default-flow-invalid Choice', 'default-flow-invalid Foreign'],
  });

  it('leaves a default that is no flow to the rule for references', async () => {
    expect(await refusalsOf(defaultFlow, diagram(start(), exclusive('G', 'default="E"'), end(), chain('S', 'G', 'E')))).toEqual([]);
  });
});

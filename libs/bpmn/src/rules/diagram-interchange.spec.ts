import { straight, task } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { diagramInterchange } from './diagram-interchange';

describe('diagram-interchange', () => {
  verify(diagramInterchange, {
    folder: __dirname,
    valid: 'diagram-interchange.valid.bpmn',
    invalid: 'diagram-interchange.invalid.bpmn',
    refused: ['shape-missing Work'],
  });

  it('only warns', async () => {
    const refusals = await refusalsOf(diagramInterchange, straight(['T', task('T')]));
    expect(refusals.map((refusal) => [refusal.elementId, refusal.severity])).toEqual([
      ['S', 'warning'],
      ['T', 'warning'],
      ['E', 'warning'],
      ['S_T', 'warning'],
      ['T_E', 'warning'],
    ]);
  });
});

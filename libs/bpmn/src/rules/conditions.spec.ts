import { chain, diagram, end, exclusive, flow, start } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { conditions } from './conditions';

describe('conditions', () => {
  verify(conditions, {
    folder: __dirname,
    valid: 'conditions.valid.bpmn',
    invalid: 'conditions.invalid.bpmn',
    refused: ['condition-missing Flow_Choice_Reject', 'condition-not-executed Flow_Work_End'],
  });

  it('lets a merge go on without a condition, and refuses an empty one', async () => {
    expect(await refusalsOf(conditions, diagram(start(), exclusive('G'), end(), chain('S', 'G', 'E')))).toEqual([]);
    const empty = diagram(start(), exclusive('G'), end(), chain('S', 'G'), flow('G', 'E', '= '));
    expect((await refusalsOf(conditions, empty)).map((refusal) => refusal.code)).toEqual(['condition-missing']);
  });
});

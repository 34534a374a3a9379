import { chain, diagram, element, end, exclusive, flow, start, task } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { conditions } from './conditions';

describe('conditions', () => {
  verify(conditions, {
    folder: __dirname,
    valid: 'conditions.valid.bpmn',
    invalid: 'conditions.invalid.bpmn',
    refused: ['condition-missing Flow_Choice_Reject', 'condition-on-only-flow Flow_Work_End'],
  });

  it('lets a merge go on without a condition, and refuses an empty one', async () => {
    expect(await refusalsOf(conditions, diagram(start(), exclusive('G'), end(), chain('S', 'G', 'E')))).toEqual([]);
    const empty = diagram(start(), exclusive('G'), end(), chain('S', 'G'), flow('G', 'E', '= '));
    expect((await refusalsOf(conditions, empty)).map((refusal) => refusal.code)).toEqual(['condition-missing']);
  });

  it('reads conditions where a step splits, and where one of them is the default', async () => {
    const xml = diagram(start(), task('A', '', 'default="A_E"'), end(), end('F'), chain('S', 'A', 'E'), flow('A', 'F', '=x'));
    expect(await refusalsOf(conditions, xml)).toEqual([]);
    const gateway = diagram(start(), exclusive('G', 'default="G_E"'), end(), end('F'), chain('S', 'G', 'E'), flow('G', 'F', '=x'));
    expect(await refusalsOf(conditions, gateway)).toEqual([]);
  });

  it('leaves a flow from nowhere to the rule for that', async () => {
    expect(await refusalsOf(conditions, diagram(end(), element('sequenceFlow', 'F', '', 'targetRef="E"')))).toEqual([]);
  });
});

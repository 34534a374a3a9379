import { chain, diagram, element, end, start } from '../../test/diagram';
import { GENEROUS } from '../../test/surroundings';
import { verify } from '../../test/verify';
import { draw } from '../drawing/draw';
import { parseXml } from '../moddle/parse';
import { assigneeMissing } from './assignee-missing';

describe('assignee-missing', () => {
  verify(assigneeMissing, {
    folder: __dirname,
    valid: 'assignee-missing.valid.bpmn',
    invalid: 'assignee-missing.invalid.bpmn',
    refused: ['assignee-missing Nobody', 'assignee-missing Empty'],
  });

  it('lets tasks stand open where whoever comes may take them', async () => {
    const parsed = await parseXml(diagram(start(), element('userTask', 'T'), end(), chain('S', 'T', 'E')));
    const drawing = draw((parsed as { value: { root: Parameters<typeof draw>[0] } }).value.root);
    expect(assigneeMissing(drawing, GENEROUS).map((refusal) => refusal.elementId)).toEqual(['T']);
    expect(assigneeMissing(drawing, { ...GENEROUS, unassignedTasks: 'accepted' })).toEqual([]);
  });
});

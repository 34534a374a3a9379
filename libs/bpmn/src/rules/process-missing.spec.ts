import { file } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { processMissing } from './process-missing';

describe('process-missing', () => {
  verify(processMissing, {
    folder: __dirname,
    valid: 'process-missing.valid.bpmn',
    invalid: 'process-missing.invalid.bpmn',
    refused: ['process-missing Definitions_1'],
  });

  it('refuses what runs without an id', async () => {
    const xml = file('<bpmn:process id="P" isExecutable="true"><bpmn:startEvent/></bpmn:process>');
    expect((await refusalsOf(processMissing, xml)).map((refusal) => refusal.path)).toEqual(['process[P]/startEvent']);
  });
});

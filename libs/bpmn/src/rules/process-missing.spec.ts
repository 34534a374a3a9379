import { chain, end, file, process, start } from '../../test/diagram';
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

  it('refuses a message flow without an id', async () => {
    const collaboration =
      '<bpmn:collaboration id="C"><bpmn:participant id="A"/><bpmn:participant id="B"/><bpmn:messageFlow sourceRef="A" targetRef="B"/></bpmn:collaboration>';
    const xml = file(collaboration, process(start(), end(), chain('S', 'E')));
    expect((await refusalsOf(processMissing, xml)).map((refusal) => [refusal.code, refusal.path])).toEqual([
      ['id-missing', 'collaboration[C]/messageFlow'],
    ]);
  });
});

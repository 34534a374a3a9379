import { chain, diagram, element, end, file, process, start, task } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { subProcessContent } from './sub-process-content';

describe('sub-process-content', () => {
  verify(subProcessContent, {
    folder: __dirname,
    valid: 'sub-process-content.valid.bpmn',
    invalid: 'sub-process-content.invalid.bpmn',
    refused: [
      'choreography-in-process Dance_Free',
      'choreography-in-process Dance',
      'choreography-in-process Dance_Sub',
      'ad-hoc-invalid Free',
      'ad-hoc-invalid Free_Start',
      'ad-hoc-invalid Free_End',
    ],
  });

  it('leaves choreographies that are no process alone, and counts only what runs', async () => {
    const dance = element('choreographyTask', 'D');
    expect(
      await refusalsOf(subProcessContent, file(element('choreography', 'C', dance), process(start(), end(), chain('S', 'E')))),
    ).toEqual([]);
    const free = element('adHocSubProcess', 'Free', task('H', '', 'isForCompensation="true"'));
    expect((await refusalsOf(subProcessContent, diagram(free))).map(({ detail }) => detail['reason'])).toEqual(['no-activity']);
  });
});

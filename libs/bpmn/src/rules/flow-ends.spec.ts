import { chain, diagram, element, end, start, task } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { flowEnds } from './flow-ends';

describe('flow-ends', () => {
  verify(flowEnds, {
    folder: __dirname,
    valid: 'flow-ends.valid.bpmn',
    invalid: 'flow-ends.invalid.bpmn',
    refused: ['flow-crosses-scope Flow_Start_Inner', 'flow-end-missing Flow_Nowhere'],
  });

  it('refuses an element that lists a flow which ends elsewhere', async () => {
    const xml = diagram(start(), task('A', '<bpmn:incoming>A_E</bpmn:incoming>'), end(), chain('S', 'A', 'E'));
    expect((await refusalsOf(flowEnds, xml)).map((refusal) => [refusal.code, refusal.path])).toEqual([
      ['flow-end-mismatch', 'process[P]/task[A]/incoming'],
    ]);
  });

  it('refuses a flow into an annotation', async () => {
    const note = element('textAnnotation', 'Note');
    const codes = (await refusalsOf(flowEnds, diagram(start(), end(), note, chain('S', 'E'), chain('S', 'Note')))).map(({ code }) => code);
    expect(codes).toEqual(['flow-end-missing']);
  });
});

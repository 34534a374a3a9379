import { chain, diagram, element, end, file, process, start, task } from '../../test/diagram';
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
    expect(codes).toEqual(['flow-touches-artifact']);
  });

  const reasons = async (xml: string): Promise<readonly unknown[]> =>
    (await refusalsOf(flowEnds, xml)).map(({ code, detail }) => [code, detail['reason'] ?? detail['property'] ?? detail['value']]);

  it('tells which end of a flow touches a note, is missing, or lies in another pool', async () => {
    const note = element('textAnnotation', 'Note');
    expect(await reasons(diagram(start(), end(), note, chain('S', 'E'), chain('Note', 'E')))).toEqual([
      ['flow-touches-artifact', 'source'],
    ]);
    expect(await reasons(diagram(start(), end(), chain('S', 'E'), element('sequenceFlow', 'F')))).toEqual([
      ['flow-end-missing', 'sourceRef'],
      ['flow-end-missing', 'targetRef'],
    ]);
    const wrong = diagram(start(), end(), chain('S', 'E'), chain('S', 'P'), chain('P', 'E'));
    expect(await reasons(wrong)).toEqual([
      ['flow-end-missing', 'targetRef'],
      ['flow-end-missing', 'sourceRef'],
    ]);
    const other = element('process', 'Q', end('X'), 'isExecutable="true"');
    expect(await reasons(file(process(start(), end(), chain('S', 'E'), chain('S', 'X')), other))).toEqual([['flow-leaves-pool', 'X']]);
  });

  it('refuses to hand a token on later', async () => {
    const flow = element('sequenceFlow', 'F', '', 'sourceRef="S" targetRef="E" isImmediate="false"');
    expect((await refusalsOf(flowEnds, diagram(start(), end(), flow))).map(({ code }) => code)).toEqual(['flow-not-immediate']);
    expect(await refusalsOf(flowEnds, diagram(start(), end(), flow.replace('false', 'true')))).toEqual([]);
  });
});

import { chain, end, file, process, start, user } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { messageFlow } from './message-flow';

describe('message-flow', () => {
  verify(messageFlow, {
    folder: __dirname,
    valid: 'message-flow.valid.bpmn',
    invalid: 'message-flow.invalid.bpmn',
    refused: ['message-flow-wrong Mf_2', 'message-flow-wrong Mf_2'],
  });

  const between = (source: string, target: string): string =>
    file(
      '<bpmn:collaboration id="C"><bpmn:participant id="A" processRef="P"/><bpmn:participant id="B"/>',
      `<bpmn:messageFlow id="M" sourceRef="${source}" targetRef="${target}"/><bpmn:textAnnotation id="N"/></bpmn:collaboration>`,
      process(start(), user('T'), end(), chain('S', 'T', 'E')),
    );

  it.each([
    ['T', 'B', []],
    ['B', 'T', []],
    ['T', 'E', ['same-pool', 'target-receives-nothing']],
    ['S', 'B', ['source-sends-nothing']],
    ['B', 'S', ['target-receives-nothing']],
    ['B', 'N', ['end-cannot-communicate']],
  ])('from %s to %s', async (source, target, expected) => {
    expect((await refusalsOf(messageFlow, between(source, target))).map((refusal) => refusal.detail['reason'])).toEqual(expected);
  });
});

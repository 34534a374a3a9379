import { chain, element, end, file, process, start, user } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { messageFlow } from './message-flow';

describe('message-flow', () => {
  verify(messageFlow, {
    folder: __dirname,
    valid: 'message-flow.valid.bpmn',
    invalid: 'message-flow.invalid.bpmn',
    refused: ['message-flow-wrong Mf_2', 'message-flow-wrong Mf_2'],
  });

  const thrown = element('intermediateThrowEvent', 'Throw', '<bpmn:messageEventDefinition/>');
  const caught = element('intermediateCatchEvent', 'Catch', '<bpmn:messageEventDefinition/>');
  const sent = end('Sent', '<bpmn:messageEventDefinition/>');
  const begun = start('Begun', '<bpmn:messageEventDefinition/>');
  const between = (source: string, target: string): string =>
    file(
      '<bpmn:collaboration id="C"><bpmn:participant id="A" processRef="P"/><bpmn:participant id="B"/>',
      `<bpmn:messageFlow id="M" sourceRef="${source}" targetRef="${target}"/><bpmn:textAnnotation id="N"/></bpmn:collaboration>`,
      process(start(), begun, user('T'), thrown, caught, sent, end(), chain('S', 'T', 'E')),
    );

  it.each([
    ['T', 'B', []],
    ['B', 'T', []],
    ['Throw', 'B', []],
    ['B', 'Catch', []],
    ['Sent', 'B', []],
    ['B', 'Begun', []],
    ['T', 'E', ['same-pool', 'target-end']],
    ['S', 'B', ['source-start']],
    ['E', 'B', ['source-end']],
    ['Catch', 'B', ['source-catches']],
    ['N', 'B', ['source-artifact']],
    ['B', 'S', ['target-start']],
    ['B', 'Throw', ['target-throws']],
    ['B', 'N', ['target-artifact']],
    ['B', 'B', ['same-pool']],
  ])('from %s to %s', async (source, target, expected) => {
    expect((await refusalsOf(messageFlow, between(source, target))).map((refusal) => refusal.detail['reason'])).toEqual(expected);
  });

  it('refuses a message flow that lacks an end', async () => {
    const loose = between('T', 'B').replace('targetRef="B"', '');
    expect((await refusalsOf(messageFlow, loose)).map((refusal) => refusal.detail['reason'])).toEqual(['end-missing']);
  });
});

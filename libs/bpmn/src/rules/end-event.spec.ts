import { boundary, chain, diagram, element, end, eventSubProcess, start, straight, task } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { endEvent } from './end-event';

describe('end-event', () => {
  verify(endEvent, {
    folder: __dirname,
    valid: 'end-event.valid.bpmn',
    invalid: 'end-event.invalid.bpmn',
    refused: [
      'end-trigger-invalid Waiting',
      'cancel-outside-transaction Outside',
      'cancel-boundary-missing Uncaught',
      'end-missing Endless',
    ],
  });

  it('lets an event subprocess inside a transaction cancel it', async () => {
    const cancel = end('Cancel', '<bpmn:cancelEventDefinition/>');
    const sub = eventSubProcess('Ev', start('X', '<bpmn:errorEventDefinition/>'), cancel, chain('X', 'Cancel'));
    const transaction = element('transaction', 'T', start('I') + end('IE') + chain('I', 'IE') + sub);
    const around = boundary('B', 'T', '<bpmn:cancelEventDefinition/>');
    expect(await refusalsOf(endEvent, diagram(start(), transaction, around, end(), chain('S', 'T', 'E'), chain('B', 'E')))).toEqual([]);
  });

  it('asks for no end where there is no start, and none in an ad-hoc subprocess', async () => {
    expect(await refusalsOf(endEvent, diagram(task('A')))).toEqual([]);
    expect(await refusalsOf(endEvent, straight(['Free', element('adHocSubProcess', 'Free', start('I'))]))).toEqual([]);
  });

  it.each(['message', 'signal', 'error', 'escalation', 'compensate', 'terminate'])('lets a process end with a %s', async (kind) => {
    expect(await refusalsOf(endEvent, diagram(start(), end('E', `<bpmn:${kind}EventDefinition/>`), chain('S', 'E')))).toEqual([]);
  });
});

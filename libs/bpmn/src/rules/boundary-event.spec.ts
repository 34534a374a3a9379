import { boundary, chain, diagram, element, end, eventSubProcess, start, subProcess, task, timer } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { boundaryEvent } from './boundary-event';

describe('boundary-event', () => {
  verify(boundaryEvent, {
    folder: __dirname,
    valid: 'boundary-event.valid.bpmn',
    invalid: 'boundary-event.invalid.bpmn',
    refused: [
      'boundary-trigger-invalid Idle',
      'boundary-trigger-invalid Link',
      'boundary-trigger-invalid Soft',
      'boundary-trigger-invalid Cancel',
      'boundary-unattached Loose',
    ],
  });

  const said = async (definition: string, attributes = '', host = 'A'): Promise<readonly unknown[]> => {
    const xml = diagram(start(), task('A'), boundary('B', host, definition, attributes), end(), chain('S', 'A', 'E'), chain('B', 'E'));
    return (await refusalsOf(boundaryEvent, xml)).map(({ code, detail }) => [code, detail['reason']]);
  };

  it.each(['error', 'compensate'])('lets a %s boundary event interrupt only', async (kind) => {
    expect(await said(`<bpmn:${kind}EventDefinition/>`)).toEqual([]);
    expect(await said(`<bpmn:${kind}EventDefinition/>`, 'cancelActivity="false"')).toEqual([
      ['boundary-trigger-invalid', 'must-interrupt'],
    ]);
  });

  it.each(['message', 'signal', 'escalation', 'conditional'])('lets a %s boundary event go on beside its host', async (kind) => {
    expect(await said(`<bpmn:${kind}EventDefinition/>`, 'cancelActivity="false"')).toEqual([]);
  });

  it('lets a transaction alone be cancelled', async () => {
    const cancelled = boundary('B', 'T', '<bpmn:cancelEventDefinition/>');
    const transaction = element('transaction', 'T', start('I') + end('IE') + chain('I', 'IE'));
    const xml = diagram(start(), transaction, cancelled, end(), chain('S', 'T', 'E'), chain('B', 'E'));
    expect(await refusalsOf(boundaryEvent, xml)).toEqual([]);
    expect(await said('<bpmn:cancelEventDefinition/>')).toEqual([['boundary-trigger-invalid', 'cancel']]);
  });

  it('refuses a boundary event on nothing, in another level, or on an event subprocess', async () => {
    expect(await said(timer('timeDuration', 'P1D'), '', 'Nobody')).toEqual([['boundary-unattached', undefined]]);
    const inner = subProcess('Sub', start('I'), task('T'), end('IE'), chain('I', 'T', 'IE'));
    const sub = eventSubProcess('Ev', start('X', timer('timeDuration', 'P1D')), end('XE'), chain('X', 'XE'));
    const on = (host: string): string =>
      diagram(start(), inner, sub, boundary('B', host, timer('timeDuration', 'P1D')), end(), chain('S', 'Sub', 'E'), chain('B', 'E'));
    expect(await refusalsOf(boundaryEvent, on('Sub'))).toEqual([]);
    expect((await refusalsOf(boundaryEvent, on('T'))).map(({ code }) => code)).toEqual(['boundary-unattached']);
    expect((await refusalsOf(boundaryEvent, on('Ev'))).map(({ code }) => code)).toEqual(['boundary-unattached']);
  });
});

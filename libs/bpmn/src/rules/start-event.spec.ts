import { chain, diagram, end, eventSubProcess, flow, start, straight, subProcess, task, timer } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { startEvent } from './start-event';

describe('start-event', () => {
  verify(startEvent, {
    folder: __dirname,
    valid: 'start-event.valid.bpmn',
    invalid: 'start-event.invalid.bpmn',
    refused: [
      'start-has-incoming Start',
      'start-trigger-invalid Undo',
      'start-trigger-invalid Report',
      'start-missing Sub',
      'event-subprocess-start-count Event',
      'start-trigger-invalid Event_Two',
    ],
  });

  const codes = async (xml: string): Promise<readonly string[]> => (await refusalsOf(startEvent, xml)).map((refusal) => refusal.code);

  it('accepts a process that only messages and timers start', async () => {
    const starts = start('S', timer('timeCycle', 'R/P1D')) + start('S2', timer('timeDate', '=opensAt'));
    expect(await codes(diagram(starts, end(), flow('S', 'E'), flow('S2', 'E')))).toEqual([]);
  });

  it('refuses a subprocess that a timer starts', async () => {
    const sub = subProcess('Sub', start('I', timer('timeDuration', 'P1D')), end('IE'), flow('I', 'IE'));
    expect(await codes(straight(['Sub', sub]))).toEqual(['start-trigger-invalid']);
  });

  it('refuses an event subprocess that nothing triggers', async () => {
    const sub = eventSubProcess('Ev', start('I'), end('IE'), flow('I', 'IE'));
    expect(await codes(diagram(start(), task('A'), end(), chain('S', 'A', 'E'), sub))).toEqual(['start-trigger-invalid']);
  });

  it('refuses an error start that does not interrupt', async () => {
    const sub = eventSubProcess('Ev', start('I', '<bpmn:errorEventDefinition/>', 'isInterrupting="false"'), end('IE'), flow('I', 'IE'));
    expect(await codes(diagram(start(), end(), chain('S', 'E'), sub))).toEqual(['start-trigger-invalid']);
  });
});

import { chain, diagram, element, end, eventSubProcess, flow, start, straight, subProcess, task, timer } from '../../test/diagram';
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

  const reasons = async (xml: string): Promise<readonly unknown[]> =>
    (await refusalsOf(startEvent, xml)).map(({ detail }) => detail['reason']);

  it.each(['signal', 'conditional'])('lets a %s begin a process', async (kind) => {
    expect(await codes(diagram(start('S', `<bpmn:${kind}EventDefinition/>`), end(), chain('S', 'E')))).toEqual([]);
  });

  it.each(['error', 'escalation', 'link', 'terminate', 'cancel'])('lets no %s begin a process', async (kind) => {
    expect(await reasons(diagram(start('S', `<bpmn:${kind}EventDefinition/>`), end(), chain('S', 'E')))).toEqual(['process']);
  });

  it.each(['signal', 'conditional', 'escalation', 'compensate', 'error', 'message'])(
    'lets a %s begin an event subprocess',
    async (kind) => {
      const sub = eventSubProcess('Ev', start('I', `<bpmn:${kind}EventDefinition/>`), end('IE'), flow('I', 'IE'));
      expect(await codes(diagram(start(), end(), chain('S', 'E'), sub))).toEqual([]);
    },
  );

  it('lets a compensation start interrupt only, and a link start nothing', async () => {
    const soft = eventSubProcess(
      'Ev',
      start('I', '<bpmn:compensateEventDefinition/>', 'isInterrupting="false"'),
      end('IE'),
      flow('I', 'IE'),
    );
    expect(await reasons(diagram(start(), end(), chain('S', 'E'), soft))).toEqual(['must-interrupt']);
    const link = eventSubProcess('Ev', start('I', '<bpmn:linkEventDefinition name="a"/>'), end('IE'), flow('I', 'IE'));
    expect(await reasons(diagram(start(), end(), chain('S', 'E'), link))).toEqual(['event-subprocess']);
  });

  it('asks for a start where ends are drawn, and for something to do', async () => {
    expect(await reasons(diagram(task('A'), end(), chain('A', 'E')))).toEqual(['level']);
    expect(await reasons(diagram(task('A')))).toEqual([]);
    expect(await reasons(diagram())).toEqual(['empty']);
  });

  it('lets a receive task or an event-based gateway begin a process', async () => {
    expect(await codes(diagram(element('receiveTask', 'R', '', 'instantiate="true"'), end(), chain('R', 'E')))).toEqual([]);
    const sub = subProcess('Sub', element('receiveTask', 'R', '', 'instantiate="true"'), end('IE'), chain('R', 'IE'));
    expect(await reasons(straight(['Sub', sub]))).toEqual(['level']);
  });

  it('asks for no start in an ad-hoc subprocess', async () => {
    const free = element('adHocSubProcess', 'Free', task('A') + end('IE') + chain('A', 'IE'));
    expect(await codes(straight(['Free', free]))).toEqual([]);
  });
});

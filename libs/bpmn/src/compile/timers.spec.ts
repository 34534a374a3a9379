import { boundary, chain, diagram, element, end, eventSubProcess, flow, start, straight, timer, user } from '../../test/diagram';
import { refused } from '../../test/compiled';

const waiting = (inner: string): string => straight(['C', element('intermediateCatchEvent', 'C', inner)]);

describe('timers', () => {
  it.each([
    ['timeDuration', 'PT1H30M'],
    ['timeDuration', 'P2W'],
    ['timeDuration', '=duration("P1D")'],
    ['timeDate', '2026-11-21'],
    ['timeDate', '2026-11-21T08:00:00+07:00'],
    ['timeDate', '=closesAt'],
    ['timeCycle', 'R3/PT1S'],
    ['timeCycle', '=rounds'],
  ] as const)('compiles %s %s', async (kind, value) => {
    expect(await refused(waiting(timer(kind, value)))).toEqual([]);
  });

  it.each([
    ['timeDuration', 'P', 'timer-invalid'],
    ['timeDuration', '2 days', 'timer-invalid'],
    ['timeDuration', 'P1DT', 'timer-invalid'],
    ['timeDate', '21/11/2026', 'timer-invalid'],
    ['timeDuration', '=', 'expression-invalid'],
    ['timeDuration', '=(', 'expression-invalid'],
    ['timeCycle', 'R/P1D', 'attribute-not-executed'],
    ['timeCycle', '0 8 * * *', 'attribute-not-executed'],
  ] as const)('refuses %s "%s" on a catch event', async (kind, value, code) => {
    expect(await refused(waiting(timer(kind, value)))).toEqual([`${code} intermediateCatchEvent[C]/timerEventDefinition/${kind}`]);
  });

  it('refuses a timer with two values and one with none', async () => {
    const two = timer('timeDate', '2026-11-21').replace(
      '</bpmn:timerEventDefinition>',
      '<bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>',
    );
    expect(await refused(waiting(two))).toEqual(['timer-invalid intermediateCatchEvent[C]/timerEventDefinition']);
    expect(await refused(waiting('<bpmn:timerEventDefinition/>'))).toEqual([
      'timer-invalid intermediateCatchEvent[C]/timerEventDefinition',
    ]);
  });

  const reminded = (attributes: string, value: string): string =>
    diagram(
      start(),
      user('U'),
      boundary('B', 'U', timer('timeCycle', value), attributes),
      end(),
      end('E2'),
      chain('S', 'U', 'E'),
      flow('B', 'E2'),
    );

  it('lets a boundary event repeat only when it does not interrupt', async () => {
    expect(await refused(reminded('cancelActivity="false"', 'R3/PT8H'))).toEqual([]);
    expect(await refused(reminded('cancelActivity="false"', 'R/2026-11-21T08:00:00Z/P1D'))).toEqual([]);
    expect(await refused(reminded('cancelActivity="false"', '3 times'))).toEqual([
      'timer-invalid boundaryEvent[B]/timerEventDefinition/timeCycle',
    ]);
    expect(await refused(reminded('', 'R3/PT8H'))).toEqual(['attribute-not-executed boundaryEvent[B]/timerEventDefinition/timeCycle']);
  });

  it('takes cron where an event may occur without end', async () => {
    expect(await refused(reminded('cancelActivity="false"', '0 8 * * MON-FRI'))).toEqual([]);
    expect(await refused(reminded('cancelActivity="false"', '@daily'))).toEqual([]);
    expect(await refused(diagram(start('S', timer('timeCycle', '0 0 8 1 * ?')), end(), flow('S', 'E')))).toEqual([]);
  });

  it('refuses a cycle that starts an interrupting event subprocess, and takes one beside the work', async () => {
    const within = (attributes: string): string =>
      diagram(
        start(),
        user('U'),
        end(),
        chain('S', 'U', 'E'),
        eventSubProcess('Ev', start('I', timer('timeCycle', 'R3/P1D'), attributes), end('IE'), flow('I', 'IE')),
      );
    expect(await refused(within('isInterrupting="false"'))).toEqual([]);
    expect(await refused(within(''))).toEqual(['attribute-not-executed subProcess[Ev]/startEvent[I]/timerEventDefinition/timeCycle']);
  });

  it('refuses a cycle where one of several events wins', async () => {
    const gateway = element('eventBasedGateway', 'G');
    const [one, two] = ['A', 'B'].map((id, at) => element('intermediateCatchEvent', id, timer('timeCycle', `R${at + 1}/P1D`)));
    const xml = diagram(start(), gateway, one ?? '', two ?? '', end(), chain('S', 'G', 'A', 'E'), chain('G', 'B', 'E'));
    expect(await refused(xml)).toEqual([
      'attribute-not-executed intermediateCatchEvent[A]/timerEventDefinition/timeCycle',
      'attribute-not-executed intermediateCatchEvent[B]/timerEventDefinition/timeCycle',
    ]);
    const both = waiting(timer('timeCycle', 'R2/P1D') + timer('timeDate', '=d'));
    expect(await refused(both)).toEqual(['attribute-not-executed intermediateCatchEvent[C]/timerEventDefinition/timeCycle']);
  });
});

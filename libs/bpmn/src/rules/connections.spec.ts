import { boundary, chain, diagram, element, end, eventSubProcess, flow, start, task, timer } from '../../test/diagram';
import { refusalsOf, verify, wordOf } from '../../test/verify';
import { connections } from './connections';

describe('connections', () => {
  verify(connections, {
    folder: __dirname,
    valid: 'connections.valid.bpmn',
    invalid: 'connections.invalid.bpmn',
    refused: ['incoming-missing Orphan', 'outgoing-missing DeadEnd', 'end-has-outgoing End'],
  });

  const said = async (xml: string): Promise<readonly string[]> =>
    (await refusalsOf(connections, xml)).map((refusal) => `${refusal.code} ${refusal.elementId ?? ''}`);

  it('refuses a flow into an event subprocess', async () => {
    const sub = eventSubProcess('Ev', start('I', timer('timeDuration', 'P1D')), end('IE'), flow('I', 'IE'));
    expect(await said(diagram(start(), task('A'), end(), chain('S', 'A', 'E'), sub, flow('A', 'Ev')))).toEqual([
      'event-subprocess-connected Ev',
    ]);
  });

  it('refuses a boundary event without a way on', async () => {
    const xml = diagram(start(), task('A'), boundary('B', 'A', timer('timeDuration', 'P1D')), end(), chain('S', 'A', 'E'));
    expect(await said(xml)).toEqual(['outgoing-missing B']);
  });

  const reasons = async (...content: readonly string[]): Promise<readonly string[]> =>
    (await refusalsOf(connections, diagram(...content))).map(
      (refusal) => `${refusal.code}/${wordOf(refusal, 'reason')} ${refusal.elementId ?? ''}`,
    );
  const link = (type: string, id: string): string => element(type, id, '<bpmn:linkEventDefinition name="a"/>');

  it('says what kind of thing lacks a flow', async () => {
    expect(await reasons(start(), end(), element('intermediateThrowEvent', 'Mark'), task('A'))).toEqual([
      'outgoing-missing/start S',
      'incoming-missing/end E',
      'incoming-missing/event-in-level Mark',
      'outgoing-missing/event-in-level Mark',
      'incoming-missing/node A',
      'outgoing-missing/node A',
    ]);
  });

  it('lets a level without starts and ends begin and end wherever nothing leads in or out', async () => {
    expect(await reasons(task('A'), task('B'), chain('A', 'B'))).toEqual([]);
    expect(await reasons(element('intermediateThrowEvent', 'Mark'))).toEqual([
      'incoming-missing/event Mark',
      'outgoing-missing/event Mark',
    ]);
  });

  it('lets a receive task begin a process beside its starts', async () => {
    expect(await reasons(start(), end(), element('receiveTask', 'R', '', 'instantiate="true"'), chain('S', 'E'), chain('R', 'E'))).toEqual(
      [],
    );
  });

  it('keeps flows away from where a link jumps and lands', async () => {
    const links = [link('intermediateThrowEvent', 'Jump'), link('intermediateCatchEvent', 'Land')];
    expect(await reasons(start(), end(), ...links, chain('S', 'Jump'), chain('Land', 'E'))).toEqual([]);
    expect(await reasons(start(), end(), ...links, chain('S', 'Jump', 'E'), chain('S', 'Land', 'E'))).toEqual([
      'link-connected/outgoing Jump',
      'link-connected/incoming Land',
    ]);
    expect(await reasons(start(), end(), ...links, chain('S', 'E'))).toEqual([
      'incoming-missing/event-in-level Jump',
      'outgoing-missing/event-in-level Land',
    ]);
  });

  it('keeps flows away from compensation', async () => {
    const undo = boundary('Undo', 'A', '<bpmn:compensateEventDefinition/>');
    const handler = task('H', '', 'isForCompensation="true"');
    expect(await reasons(start(), task('A'), undo, handler, end(), chain('S', 'A', 'E'))).toEqual([]);
    expect(await reasons(start(), task('A'), undo, handler, end(), chain('S', 'A', 'E'), chain('Undo', 'H', 'E'))).toEqual([
      'compensation-boundary-has-outgoing/ Undo',
      'compensation-handler-connected/incoming H',
      'compensation-handler-connected/outgoing H',
    ]);
  });

  it('refuses a flow into a boundary event', async () => {
    const late = boundary('Late', 'A', timer('timeDuration', 'P1D'));
    expect(await reasons(start(), task('A'), late, end(), chain('S', 'A', 'E'), chain('Late', 'E'), chain('A', 'Late'))).toEqual([
      'boundary-has-incoming/ Late',
    ]);
  });
});

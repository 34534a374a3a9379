import { boundary, chain, diagram, end, eventSubProcess, exclusive, flow, start, task, timer } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
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

  it('refuses a boundary event on a gateway', async () => {
    const xml = diagram(
      start(),
      exclusive('G'),
      boundary('B', 'G', timer('timeDuration', 'P1D')),
      end(),
      chain('S', 'G', 'E'),
      flow('B', 'E'),
    );
    expect(await said(xml)).toEqual(['boundary-unattached B']);
  });

  it('refuses a boundary event without a way on', async () => {
    const xml = diagram(start(), task('A'), boundary('B', 'A', timer('timeDuration', 'P1D')), end(), chain('S', 'A', 'E'));
    expect(await said(xml)).toEqual(['outgoing-missing B']);
  });
});

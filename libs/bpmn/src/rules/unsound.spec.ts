import {
  boundary,
  chain,
  diagram,
  element,
  end,
  eventSubProcess,
  exclusive,
  flow,
  parallel,
  start,
  subProcess,
  task,
  timer,
  user,
} from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { unsound } from './unsound';

describe('unsound', () => {
  verify(unsound, {
    folder: __dirname,
    valid: 'unsound.valid.bpmn',
    invalid: 'unsound.invalid.bpmn',
    refused: ['unsound Join'],
  });

  const said = async (...content: readonly string[]): Promise<readonly string[]> =>
    (await refusalsOf(unsound, diagram(...content))).map(
      (refusal) => `${JSON.stringify(refusal.detail['reason'])} ${refusal.elementId ?? ''}`,
    );

  it('finds a branch that ends instead of reaching the join', async () => {
    const branches = [chain('S', 'Split', 'A', 'Join', 'E'), chain('Split', 'G', 'Join'), flow('G', 'Out', '=rejected')];
    const nodes = [start(), parallel('Split'), task('A'), exclusive('G', 'default="G_Join"'), parallel('Join'), end(), end('Out')];
    expect(await said(...nodes, ...branches)).toEqual(['"deadlock" Join']);
  });

  it('accepts the same branch when it terminates the process', async () => {
    const branches = [chain('S', 'Split', 'A', 'Join', 'E'), chain('Split', 'G', 'Join'), flow('G', 'Out', '=rejected')];
    const out = end('Out', '<bpmn:terminateEventDefinition/>');
    const nodes = [start(), parallel('Split'), task('A'), exclusive('G', 'default="G_Join"'), parallel('Join'), end(), out];
    expect(await said(...nodes, ...branches)).toEqual([]);
  });

  it('finds a boundary event that leaves a join waiting', async () => {
    const nodes = [
      start(),
      parallel('Split'),
      user('A'),
      task('B'),
      boundary('Late', 'A', timer('timeDuration', 'P1D')),
      parallel('Join'),
      end(),
      end('Out'),
    ];
    expect(await said(...nodes, chain('S', 'Split', 'A', 'Join', 'E'), chain('Split', 'B', 'Join'), flow('Late', 'Out'))).toEqual([
      '"deadlock" Join',
    ]);
  });

  it('accepts a reminder that leads to an end of its own', async () => {
    const reminder = boundary('Late', 'A', timer('timeCycle', 'R3/P1D'), 'cancelActivity="false"');
    expect(
      await said(start(), user('A'), reminder, task('Mail'), end(), end('Sent'), chain('S', 'A', 'E'), chain('Late', 'Mail', 'Sent')),
    ).toEqual([]);
  });

  it('finds a loop with no way out', async () => {
    const nodes = [start(), user('A'), exclusive('G', 'default="G_A"'), user('B'), end()];
    const xml = [chain('S', 'A', 'G', 'A'), flow('G', 'B', '=x'), flow('B', 'A')];
    expect(await said(...nodes, ...xml)).toEqual(['"no-way-out" A']);
  });

  it('finds a loop that makes ever more tokens', async () => {
    const nodes = [start(), exclusive('M'), parallel('Split'), user('A'), parallel('Join'), user('B'), end()];
    const flows = [chain('S', 'M', 'Split', 'A', 'M'), chain('Split', 'Join', 'E'), flow('M', 'B', '=x'), chain('B', 'Join')];
    expect(await said(...nodes, ...flows)).toEqual(['"unbounded" Join']);
  });

  it('plays the inside of subprocesses and event subprocesses too', async () => {
    const bad = (prefix: string): string =>
      [
        exclusive(`${prefix}G`, `default="${prefix}G_${prefix}B"`),
        task(`${prefix}A`),
        task(`${prefix}B`),
        parallel(`${prefix}J`),
        end(`${prefix}E`),
      ].join('') +
      chain(`${prefix}S`, `${prefix}G`, `${prefix}A`, `${prefix}J`, `${prefix}E`) +
      chain(`${prefix}G`, `${prefix}B`, `${prefix}J`);
    const sub = subProcess('Sub', start('xS'), bad('x'));
    const event = eventSubProcess('Ev', start('yS', timer('timeDuration', 'P1D')), bad('y'));
    expect(await said(start(), sub, end(), chain('S', 'Sub', 'E'), event)).toEqual(['"deadlock" xJ', '"deadlock" yJ']);
  });

  it('warns instead of guessing when the state space is too large', async () => {
    const width = 16;
    const ids = Array.from({ length: width }, (_, index) => String(index));
    const branch = (id: string): string =>
      exclusive(`G${id}`, `default="G${id}_J${id}"`) +
      parallel(`J${id}`) +
      task(`T${id}`) +
      chain('Split', `G${id}`, `J${id}`, 'Join') +
      flow(`G${id}`, `T${id}`, '=x') +
      chain(`T${id}`, 'Join');
    const refusals = await refusalsOf(
      unsound,
      diagram(start(), parallel('Split'), ...ids.map(branch), parallel('Join'), end(), chain('S', 'Split'), chain('Join', 'E')),
    );
    expect(refusals.map((refusal) => [refusal.code, refusal.severity])).toEqual([['soundness-unknown', 'warning']]);
  });

  it('leaves a drawing with dangling flows to the other rules', async () => {
    expect(await said(start(), parallel('G'), end(), chain('S', 'G', 'E'), element('sequenceFlow', 'F', '', 'targetRef="G"'))).toEqual([]);
  });
});

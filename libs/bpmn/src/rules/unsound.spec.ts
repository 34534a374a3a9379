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
import { GENEROUS } from '../../test/surroundings';
import { lintDiagram } from '../read-diagram';
import type { Surroundings } from '../surroundings';
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

  it('does not take tokens heaping up before an end of all for a flood', async () => {
    const nodes = [start(), exclusive('A'), user('U'), exclusive('B', 'default="B_A"'), end()];
    const stop = [
      boundary('Late', 'U', timer('timeCycle', 'R3/P1D'), 'cancelActivity="false"'),
      end('Out', '<bpmn:terminateEventDefinition/>'),
    ];
    const flows = [chain('S', 'A', 'U', 'B', 'A'), flow('B', 'E', '=done'), flow('Late', 'Out')];
    expect(await said(...nodes, ...stop, ...flows)).toEqual([]);
  });

  it('warns alone where models may be unsound', async () => {
    const nodes = [start(), exclusive('X', 'default="X_A"'), task('A'), task('B'), parallel('Join'), end()];
    const xml = diagram(...nodes, chain('S', 'X', 'A', 'Join', 'E'), flow('X', 'B', '=other'), flow('B', 'Join'));
    const severities = async (surroundings: Partial<Surroundings>): Promise<readonly string[]> =>
      (await lintDiagram(xml, { ...GENEROUS, ...surroundings })).filter(({ code }) => code === 'unsound').map(({ severity }) => severity);
    expect([await severities({}), await severities({ unsound: 'accepted' })]).toEqual([['error'], ['warning']]);
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

  /** `severity reason element: path` of every finding. */
  const told = async (...content: readonly string[]): Promise<readonly string[]> =>
    (await refusalsOf(unsound, diagram(...content))).map(({ severity, detail, elementId }) => {
      const path = Array.isArray(detail['path']) ? detail['path'].join(' ') : '';
      return `${severity} ${typeof detail['reason'] === 'string' ? detail['reason'] : '-'} ${elementId ?? ''}: ${path}`;
    });
  const inclusive = (id: string, attributes = ''): string => element('inclusiveGateway', id, '', attributes);
  const complex = (id: string, condition = ''): string => element('complexGateway', id, condition);
  const waits = (id: string): string => element('intermediateCatchEvent', id, timer('timeDuration', 'P1D'));
  const terminate = '<bpmn:terminateEventDefinition/>';
  const error = '<bpmn:errorEventDefinition/>';
  const activation = '<bpmn:activationCondition xsi:type="bpmn:tFormalExpression">=true</bpmn:activationCondition>';
  /** Three branches between two gateways; the conditions are those of the first. */
  const between = (split: string, join: string, condition?: string): readonly string[] => [
    ...[start(), split, user('A'), user('B'), user('C'), join, end(), chain('S', 'X'), chain('J', 'E')],
    ...['A', 'B', 'C'].map((id) => flow('X', id, condition) + flow(id, 'J')),
  ];

  it('tells the shortest run that gets stuck', async () => {
    expect(await told(...between(exclusive('X'), parallel('J')))).toEqual(['error deadlock J: S X A']);
    const [refusal] = await refusalsOf(unsound, diagram(...between(exclusive('X'), parallel('J'))));
    expect(refusal?.detail['waitsFor']).toEqual(['A_J', 'B_J', 'C_J']);
  });

  it('accepts what an inclusive gateway split and joined, whatever is chosen', async () => {
    expect(await told(...between(inclusive('X'), inclusive('J'), '=x'))).toEqual([]);
    expect(await told(...between(exclusive('X'), inclusive('J'), '=x'))).toEqual([]);
    expect(await told(...between(parallel('X'), inclusive('J')))).toEqual([]);
  });

  it('warns where only luck decides: an inclusive choice, conditions of an activity, an event', async () => {
    expect(await told(...between(inclusive('X'), parallel('J'), '=x'))).toEqual(['warning deadlock J: S X A']);
    expect(await told(...between(user('X'), parallel('J'), '=x'))).toEqual(['warning deadlock J: S X A']);
    const gateway = element('eventBasedGateway', 'G');
    const race = [start(), parallel('F'), user('A'), gateway, waits('One'), waits('Two'), parallel('J'), end(), end('Out')];
    const ways = [chain('S', 'F', 'A', 'J', 'E'), chain('F', 'G', 'One', 'J'), chain('G', 'Two', 'Out')];
    expect(await told(...race, ...ways)).toEqual(['warning deadlock J: S F A G Two Out']);
  });

  it('refuses when luck cannot help', async () => {
    const gateway = element('eventBasedGateway', 'G');
    const nodes = [start(), gateway, waits('One'), waits('Two'), parallel('J'), end()];
    expect(await told(...nodes, chain('S', 'G', 'One', 'J', 'E'), chain('G', 'Two', 'J'))).toEqual(['error deadlock J: S G One']);
  });

  it('takes unconditional flows of an inclusive gateway always, and its default when nothing else is taken', async () => {
    const nodes = [start(), inclusive('X', 'default="X_B"'), user('A'), user('B'), parallel('J'), end(), chain('S', 'X'), chain('J', 'E')];
    const always = [flow('X', 'A'), flow('X', 'C', '=x'), user('C'), flow('C', 'E')];
    expect(await told(...nodes, ...always, flow('X', 'B'), chain('A', 'J'), chain('B', 'J'))).toEqual(['error deadlock J: S X A']);
    const chosen = [flow('X', 'A', '=x'), flow('X', 'B'), chain('A', 'J'), chain('B', 'J')];
    expect(await told(...nodes, ...chosen)).toEqual(['error deadlock J: S X B']);
  });

  it('finds inclusive joins that wait for each other', async () => {
    const nodes = [start(), parallel('F'), inclusive('J1'), inclusive('J2'), parallel('G1'), parallel('G2'), end('E1'), end('E2')];
    const flows = [chain('S', 'F', 'J1', 'G1', 'E1'), chain('F', 'J2', 'G2', 'E2'), chain('G1', 'J2'), chain('G2', 'J1')];
    expect(await told(...nodes, ...flows)).toEqual(['error deadlock J1: S F', 'error deadlock J2: S F']);
  });

  it('lets an inclusive join in a loop fire for what has come', async () => {
    const nodes = [start(), inclusive('J'), user('A'), exclusive('G', 'default="G_E"'), end()];
    expect(await told(...nodes, chain('S', 'J', 'A', 'G', 'E'), flow('G', 'J', '=again'))).toEqual([]);
  });

  it('follows boundary events on the way to an inclusive join', async () => {
    const late = boundary('Late', 'A', timer('timeDuration', 'P1D'));
    const nodes = [start(), parallel('F'), user('A'), late, user('B'), inclusive('J'), end(), end('Out')];
    expect(await told(...nodes, chain('S', 'F', 'A', 'Out'), chain('F', 'B', 'J', 'E'), flow('Late', 'J'))).toEqual([]);
  });

  it('takes a complex gateway as one that lets the first go on and swallows the rest', async () => {
    expect(await told(...between(parallel('X'), complex('J', activation)))).toEqual([]);
    expect(await told(...between(exclusive('X'), complex('J', activation)))).toEqual([]);
    expect(await told(...between(exclusive('X'), complex('J')))).toEqual(['error deadlock J: S X A']);
    expect(await told(...between(complex('X'), inclusive('J'), '=x'))).toEqual([]);
    const again = [
      start(),
      exclusive('M'),
      parallel('F'),
      user('A'),
      user('B'),
      complex('J', activation),
      exclusive('G', 'default="G_E"'),
      end(),
    ];
    const round = [chain('S', 'M', 'F', 'A', 'J', 'G', 'E'), chain('F', 'B', 'J'), flow('G', 'M', '=x')];
    expect((await told(...again, ...round)).filter((line) => line.startsWith('error'))).toEqual([]);
  });

  it('warns where tokens nobody joins do what follows twice, but not at an end', async () => {
    expect(await told(...between(parallel('X'), exclusive('J')))).toEqual(['warning lack-of-synchronisation J: S X A B']);
    const twice = [start(), parallel('X'), user('A'), user('B'), end(), chain('S', 'X', 'A', 'E'), chain('X', 'B', 'E')];
    expect(await told(...twice)).toEqual([]);
    const gathered = [element('task', 'A', '', 'completionQuantity="2"'), element('task', 'B', '', 'startQuantity="2"')];
    expect(await told(start(), ...gathered, end(), chain('S', 'A', 'B', 'E'))).toEqual([]);
    expect(await told(start(), gathered[0] ?? '', user('B'), end(), chain('S', 'A', 'B', 'E'))).toEqual([
      'warning lack-of-synchronisation B: S A',
    ]);
  });

  it('takes a reminder in a loop for what it is, done as often as it goes off', async () => {
    const late = boundary('B', 'A', timer('timeDuration', 'P1D'), 'cancelActivity="false"');
    const loop = [start(), user('A'), user('C'), exclusive('X'), end(), chain('S', 'A', 'C', 'X', 'E'), flow('X', 'A', '=x')];
    expect(await told(...loop, late, user('R'), end('ER'), chain('B', 'R', 'ER'))).toEqual([]);
    expect(await told(...loop, late, chain('B', 'C'))).toEqual([expect.stringMatching(/^error unbounded/)]);
  });

  it('finds an activity that never gets all the tokens it starts with', async () => {
    expect(await told(start(), element('task', 'A', '', 'startQuantity="2"'), end(), chain('S', 'A', 'E'))).toEqual([
      'error deadlock A: S',
    ]);
    const five = [element('task', 'A', '', 'completionQuantity="7"'), element('task', 'B', '', 'startQuantity="7"')];
    expect(await told(start(), ...five, end(), chain('S', 'A', 'B', 'E'))).toEqual([]);
  });

  it('begins a process at one start event, a subprocess at all, and without any at what nobody leads to', async () => {
    const two = (prefix: string): readonly string[] => [
      ...[start(`${prefix}1`), start(`${prefix}2`), parallel(`${prefix}J`), end(`${prefix}E`)],
      ...[chain(`${prefix}1`, `${prefix}J`, `${prefix}E`), chain(`${prefix}2`, `${prefix}J`)],
    ];
    expect(await told(...two('S'))).toEqual(['error deadlock SJ: S1', 'error deadlock SJ: S2']);
    expect(await told(start(), subProcess('Sub', ...two('x')), end(), chain('S', 'Sub', 'E'))).toEqual([]);
    expect(await told(user('A'), user('B'), parallel('J'), chain('A', 'J'), chain('B', 'J'))).toEqual([]);
  });

  it('plays an ad-hoc subprocess activity by activity', async () => {
    const adHoc = element('adHocSubProcess', 'Ad', [user('A'), user('B'), parallel('J'), chain('A', 'J'), chain('B', 'J')].join(''));
    expect(await told(start(), adHoc, end(), chain('S', 'Ad', 'E'))).toEqual(['error deadlock J: A', 'error deadlock J: B']);
    const sound = element('adHocSubProcess', 'Ad', [user('A'), user('B')].join(''));
    expect(await told(start(), sound, end(), chain('S', 'Ad', 'E'))).toEqual([]);
  });

  it('goes on from link to link', async () => {
    const link = (type: string, id: string): string => element(type, id, '<bpmn:linkEventDefinition name="a"/>');
    const links = [link('intermediateThrowEvent', 'T1'), link('intermediateThrowEvent', 'T2'), link('intermediateCatchEvent', 'C')];
    const xml = [start(), exclusive('X', 'default="X_A"'), user('A'), user('B'), parallel('J'), end(), ...links];
    const ways = [chain('S', 'X', 'A', 'T1'), flow('X', 'B', '=x'), chain('B', 'T2'), chain('C', 'J', 'E'), chain('A', 'J')];
    expect(await told(...xml, ...ways)).toEqual(['error deadlock J: S X B T2 C']);
  });

  it('leaves a loop alone that something from outside ends', async () => {
    const loop = (prefix: string): string =>
      [
        start(`${prefix}S`),
        exclusive(`${prefix}M`),
        user(`${prefix}A`),
        chain(`${prefix}S`, `${prefix}M`, `${prefix}A`, `${prefix}M`),
      ].join('');
    const stop = (attributes = ''): string =>
      eventSubProcess('Ev', start('I', timer('timeDuration', 'P9D'), attributes), end('IE'), flow('I', 'IE'));
    expect(await told(loop('x'), stop())).toEqual([]);
    expect(await told(loop('x'), stop('isInterrupting="false"'))).toEqual(['error no-way-out xM: xS xM xA']);
    const within = (attributes: string): Promise<readonly string[]> =>
      told(
        start(),
        subProcess('Sub', loop('x')),
        boundary('Late', 'Sub', timer('timeDuration', 'P1D'), attributes),
        end(),
        end('Out'),
        chain('S', 'Sub', 'E'),
        flow('Late', 'Out'),
      );
    expect(await within('')).toEqual([]);
    expect((await within('cancelActivity="false"'))[0]).toBe('error no-way-out xM: xS xM xA');
  });

  it('ends a scope at once by a terminating end, which races with all the rest', async () => {
    const loop = [start(), parallel('F'), exclusive('M'), user('A'), user('B'), end('T', terminate)];
    expect(await told(...loop, chain('S', 'F', 'M', 'A', 'M'), chain('F', 'B', 'T'))).toEqual([]);
    const early = [start(), parallel('F'), user('A'), end('T', terminate), user('B'), end('E')];
    expect(await told(...early, chain('S', 'F', 'A', 'T'), chain('F', 'B', 'E'))).toEqual([]);
  });

  it('does not go on behind a subprocess that is always left by an error, and only warns of what stands there', async () => {
    const inner = subProcess('Sub', start('S2'), user('A'), end('X', error), chain('S2', 'A', 'X'));
    const caught = boundary('B', 'Sub', error);
    const nodes = [start(), inner, caught, user('C'), parallel('J'), user('D'), end()];
    expect(await told(...nodes, chain('S', 'Sub', 'C', 'J'), chain('B', 'D', 'E'), chain('J', 'E'))).toEqual(['warning dead-part C: ']);
    const event = eventSubProcess('Ev', start('I', error), end('IE'), flow('I', 'IE'));
    const handled = subProcess('Sub', start('S2'), user('A'), end('X', error), chain('S2', 'A', 'X'), event);
    expect(await told(start(), handled, end(), chain('S', 'Sub', 'E'))).toEqual([]);
  });

  it('finds a part no run comes to', async () => {
    const nodes = [
      start(),
      parallel('F'),
      user('A'),
      end('T', terminate),
      exclusive('G', 'default="G_M"'),
      exclusive('M'),
      parallel('J'),
      user('D'),
      end(),
    ];
    const flows = [chain('S', 'F', 'A', 'T'), chain('F', 'G', 'M', 'G'), flow('G', 'J', '=x'), chain('J', 'D', 'E'), flow('D', 'J')];
    expect(await told(...nodes, ...flows)).toEqual(['error dead-part J: ']);
  });

  it('is quiet about a scope below a node cut off', async () => {
    expect(await told(...between(exclusive('X'), parallel('J')), user('Cut'), chain('Cut', 'J'))).toEqual([]);
  });

  it('tells the end of a very long run only', async () => {
    const ids = Array.from({ length: 300 }, (_, index) => `T${index}`);
    const refusals = await refusalsOf(
      unsound,
      diagram(
        start(),
        ...ids.map((id) => user(id)),
        exclusive('X'),
        user('A'),
        user('B'),
        parallel('J'),
        end(),
        chain('S', ...ids, 'X', 'A', 'J', 'E'),
        chain('X', 'B', 'J'),
      ),
    );
    const path = refusals[0]?.detail['path'];
    expect(Array.isArray(path) ? [path.length, path.at(-1)] : path).toEqual([200, 'A']);
  });

  it('gives up on a split into very many branches, and on very many starts together', async () => {
    const ids = Array.from({ length: 1500 }, (_, index) => `T${index}`);
    const wide = [start(), parallel('F'), ...ids.map((id) => user(id)), parallel('J'), end(), chain('S', 'F'), chain('J', 'E')];
    expect(await told(...wide, ...ids.map((id) => flow('F', id) + flow(id, 'J')))).toEqual(['warning - S: ']);
    const starts = ids.map((id) => start(`S${id}`)).join('');
    const line = ids.slice(0, 200);
    const many = [
      starts,
      exclusive('M'),
      ...line.map((id) => user(id)),
      end(),
      chain('M', ...line, 'E'),
      ...ids.map((id) => flow(`S${id}`, 'M')),
    ];
    expect((await told(...many)).some((text) => text.startsWith('warning -'))).toBe(true);
  });

  it('plays an inclusive choice among very many flows by each alone and all together', async () => {
    const ids = ['A', 'B', 'C', 'D', 'F', 'G', 'H'];
    const nodes = [start(), inclusive('X'), ...ids.map((id) => user(id)), parallel('J'), end(), chain('S', 'X'), chain('J', 'E')];
    expect(await told(...nodes, ...ids.map((id) => flow('X', id, '=x') + flow(id, 'J')))).toEqual(['warning deadlock J: S X A']);
    const joined = nodes.map((xml) => xml.replaceAll('parallelGateway', 'inclusiveGateway'));
    expect(await told(...joined, ...ids.map((id) => flow('X', id, '=x') + flow(id, 'J')))).toEqual([]);
  });

  it('names a join once however many runs get stuck there', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `T${index}`);
    const nodes = [start(), exclusive('X'), ...ids.map((id) => user(id)), parallel('J'), end(), chain('S', 'X'), chain('J', 'E')];
    expect(await told(...nodes, ...ids.map((id) => flow('X', id) + flow(id, 'J')))).toEqual(['error deadlock J: S X T0']);
  });

  it('lets what stands beside a subprocess run that is left by an error', async () => {
    const inner = subProcess('Sub', start('S2'), user('A'), end('X', error), chain('S2', 'A', 'X'));
    const beside = ['N1', 'N2'].map((id) => boundary(id, 'Sub', timer('timeDuration', 'P1D'), 'cancelActivity="false"'));
    const nodes = [start(), inner, ...beside, user('C'), parallel('J'), end('E1')];
    expect(
      await told(
        ...nodes,
        boundary('B', 'Sub', error),
        end('EB'),
        flow('B', 'EB'),
        chain('N1', 'J', 'E1'),
        chain('N2', 'J'),
        chain('S', 'Sub', 'C', 'E2'),
        end('E2'),
      ),
    ).toEqual(['error deadlock J: S Sub B EB']);
  });
});

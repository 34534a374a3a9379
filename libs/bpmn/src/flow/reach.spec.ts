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
import { drawn } from '../../test/drawn';
import { entered, type Cut } from './reach';

const COMPENSATE = '<bpmn:compensateEventDefinition/>';
const link = (type: string, id: string, name: string): string => element(type, id, `<bpmn:linkEventDefinition name="${name}"/>`);

/** Ids of the nodes that cannot be entered when the named ones cannot be completed. */
async function missed(xml: string, cut: readonly string[] = [], joins?: Cut['joins']): Promise<readonly string[]> {
  const process = await drawn(xml);
  const nodes = new Set(process.nodes.filter((node) => cut.includes(node.id)).map((node) => node.index));
  const reached = entered(process, joins === undefined ? { nodes } : { nodes, joins });
  return process.nodes.filter((node) => !reached.has(node.index)).map((node) => node.id);
}

describe('entered', () => {
  it('goes along flows, and not past what is cut', async () => {
    const xml = diagram(start(), user('A'), user('B'), end(), chain('S', 'A', 'B', 'E'));
    expect(await missed(xml)).toEqual([]);
    expect(await missed(xml, ['A'])).toEqual(['B', 'E']);
  });

  it('leaves by boundary events, which fire on a cut node too, and to compensation handlers', async () => {
    const late = boundary('Late', 'A', timer('timeDuration', 'P1D'));
    const undo = boundary('Undo', 'A', COMPENSATE) + task('H', '', 'isForCompensation="true"');
    const association = '<bpmn:association id="As" sourceRef="Undo" targetRef="H"/>';
    const xml = diagram(start(), user('A'), late, undo, association, user('L'), end(), chain('S', 'A', 'E'), flow('Late', 'L'));
    expect(await missed(xml, ['A'])).toEqual(['E']);
  });

  it('jumps from link to link', async () => {
    const links = link('intermediateThrowEvent', 'T', 'a') + link('intermediateCatchEvent', 'C', 'a');
    expect(await missed(diagram(start(), links, user('A'), end(), chain('S', 'T'), chain('C', 'A', 'E')))).toEqual([]);
  });

  it('waits at a parallel join for every flow, unless any is enough', async () => {
    const xml = diagram(
      start(),
      parallel('F'),
      user('A'),
      user('B'),
      parallel('J'),
      end(),
      chain('S', 'F', 'A', 'J', 'E'),
      chain('F', 'B', 'J'),
    );
    expect(await missed(xml, ['B'])).toEqual(['J', 'E']);
    expect(await missed(xml, ['B'], 'any')).toEqual([]);
  });

  it('completes a subprocess through any of its ends but errors and cancellations', async () => {
    const inner = (last: string): string =>
      diagram(start(), subProcess('Sub', start('S2'), user('A'), end('E2', last), chain('S2', 'A', 'E2')), end(), chain('S', 'Sub', 'E'));
    expect(await missed(inner(''))).toEqual([]);
    expect(await missed(inner(''), ['A'])).toEqual(['E2', 'E']);
    expect(await missed(inner('<bpmn:errorEventDefinition/>'))).toEqual(['E']);
    expect(await missed(inner('<bpmn:cancelEventDefinition/>'))).toEqual(['E']);
    expect(await missed(inner('<bpmn:escalationEventDefinition/>'))).toEqual([]);
  });

  it('does not take a compensation handler or boundary for an end', async () => {
    const handled = boundary('Undo', 'A', COMPENSATE) + task('H', '', 'isForCompensation="true"');
    const association = '<bpmn:association id="As" sourceRef="Undo" targetRef="H"/>';
    const xml = diagram(
      start(),
      subProcess('Sub', start('S2'), user('A'), handled, association, user('B'), end('E2'), chain('S2', 'A', 'B', 'E2')),
      end(),
      chain('S', 'Sub', 'E'),
    );
    expect(await missed(xml, ['B'])).toEqual(['E2', 'E']);
  });

  it('completes a scope through an event subprocess only when that interrupts', async () => {
    const event = (attributes: string): string =>
      eventSubProcess('Ev', start('I', timer('timeDuration', 'P1D'), attributes), end('IE'), flow('I', 'IE'));
    const within = (attributes: string): string =>
      diagram(
        start(),
        subProcess('Sub', start('S2'), user('A'), end('E2'), chain('S2', 'A', 'E2'), event(attributes)),
        end(),
        chain('S', 'Sub', 'E'),
      );
    expect(await missed(within(''), ['A'])).toEqual(['E2']);
    expect(await missed(within('isInterrupting="false"'), ['A'])).toEqual(['E2', 'E']);
  });

  it('passes what need not do anything: an empty or ad-hoc subprocess', async () => {
    expect(await missed(diagram(start(), subProcess('Sub'), end(), chain('S', 'Sub', 'E')))).toEqual([]);
    const adHoc = element('adHocSubProcess', 'Ad', user('A') + user('B') + flow('A', 'B'));
    expect(await missed(diagram(start(), adHoc, end(), chain('S', 'Ad', 'E')), ['A'])).toEqual(['B']);
  });

  it('takes a node nobody leads to as entered, and not what a dangling flow would lead to', async () => {
    const dangling = '<bpmn:sequenceFlow id="F" sourceRef="A"/>';
    expect(
      await missed(diagram(start(), user('A'), exclusive('X'), user('B'), end(), chain('S', 'A', 'E'), chain('X', 'B'), dangling)),
    ).toEqual([]);
  });

  it('does not take what is cut among the flows', async () => {
    const process = await drawn(diagram(start(), user('A'), end(), chain('S', 'A', 'E')));
    expect([...entered(process, { flows: new Set([1]) })]).toEqual([0, 1, 2]);
  });
});

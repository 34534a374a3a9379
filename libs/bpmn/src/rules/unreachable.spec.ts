import { boundary, chain, diagram, element, end, eventSubProcess, start, subProcess, task, timer } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { unreachable } from './unreachable';

describe('unreachable', () => {
  verify(unreachable, {
    folder: __dirname,
    valid: 'unreachable.valid.bpmn',
    invalid: 'unreachable.invalid.bpmn',
    refused: ['element-unreachable Island_A', 'element-unreachable Island_B'],
  });

  it('reaches what a compensation, a link or an event subprocess leads to', async () => {
    const undo = boundary('Undo', 'A', '<bpmn:compensateEventDefinition/>');
    const handler = subProcess('H', start('I'), task('T'), end('IE'), chain('I', 'T', 'IE')).replace(
      'id="H"',
      'id="H" isForCompensation="true"',
    );
    const joined = '<bpmn:association id="As" sourceRef="Undo" targetRef="H"/>';
    const link = (type: string, id: string): string => element(type, id, '<bpmn:linkEventDefinition name="a"/>');
    const links = [link('intermediateThrowEvent', 'Jump'), link('intermediateCatchEvent', 'Land')];
    const sub = eventSubProcess('Ev', start('X', timer('timeDuration', 'P1D')), end('XE'), chain('X', 'XE'));
    const xml = diagram(start(), task('A'), undo, handler, joined, ...links, end(), sub, chain('S', 'A', 'Jump'), chain('Land', 'E'));
    expect(await refusalsOf(unreachable, xml)).toEqual([]);
  });

  it('does not follow a flow to nowhere', async () => {
    const loose = element('sequenceFlow', 'F', '', 'sourceRef="S"');
    const island = [task('A'), task('B'), chain('A', 'B', 'A')];
    const said = await refusalsOf(unreachable, diagram(start(), ...island, end(), chain('S', 'E'), loose));
    expect(said.map(({ elementId }) => elementId)).toEqual(['A', 'B']);
  });

  it('leaves what stands behind a step nobody leads to, to the rule for that', async () => {
    expect(await refusalsOf(unreachable, diagram(start(), task('A'), task('B'), end(), chain('S', 'E'), chain('A', 'B', 'E')))).toEqual([]);
  });
});

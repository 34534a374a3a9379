import { diagram, element, end, start, subProcess } from '../../test/diagram';
import { refusalsOf, verify, wordOf } from '../../test/verify';
import { linkEvent } from './link-event';

describe('link-event', () => {
  verify(linkEvent, {
    folder: __dirname,
    valid: 'link-event.valid.bpmn',
    invalid: 'link-event.invalid.bpmn',
    refused: ['link-invalid Twice', 'link-invalid Nowhere', 'link-invalid Misnamed', 'link-invalid D', 'link-invalid Out'],
  });

  const said = async (...content: readonly string[]): Promise<readonly string[]> =>
    (await refusalsOf(linkEvent, diagram(start(), ...content, end()))).map(
      (refusal) => `${refusal.elementId ?? ''} ${wordOf(refusal, 'reason')}`,
    );
  const link = (type: string, id: string, name: string, refs = ''): string =>
    element(type, id, `<bpmn:linkEventDefinition id="${id}_D" name="${name}">${refs}</bpmn:linkEventDefinition>`);

  it('takes a catch that names a throw of another level for meant', async () => {
    const inside = subProcess('Sub', link('intermediateThrowEvent', 'T', 'a'));
    const outside = link('intermediateCatchEvent', 'C', 'b', '<bpmn:source>T_D</bpmn:source>');
    expect(await said(inside, outside)).toEqual(['T other-level']);
  });

  it('takes a catch that names its throw for thrown to, though the names differ', async () => {
    const source = '<bpmn:source>T_D</bpmn:source>';
    expect(await said(link('intermediateThrowEvent', 'T', 'a'), link('intermediateCatchEvent', 'C', 'b', source))).toEqual([
      'T no-such-name',
    ]);
  });

  it('lets several throws lead to one catch', async () => {
    const throws = ['T', 'U'].map((id) => link('intermediateThrowEvent', id, 'a'));
    expect(await said(...throws, link('intermediateCatchEvent', 'C', 'a'))).toEqual([]);
  });

  it('leaves links on other events to the rules for those', async () => {
    expect(await said(start('L', '<bpmn:linkEventDefinition name="a"/>'))).toEqual([]);
  });
});

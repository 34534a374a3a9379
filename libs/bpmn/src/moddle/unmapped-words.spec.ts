import { chain, diagram, end, extensions, file, start, task } from '../../test/diagram';
import { lintDiagram } from '../read-diagram';
import { GENEROUS } from '../../test/surroundings';
import { parseXml } from './parse';
import { unmappedWords } from './unmapped-words';
import type { Refusal } from '../refusal';

const mark = (attributes = 'what="camunda:class" value="vn.x"'): string => extensions(`<thidua:unmapped ${attributes}/>`);

async function marks(xml: string): Promise<readonly Refusal[]> {
  const parsed = await parseXml(xml);
  return parsed.ok ? unmappedWords(parsed.value.root) : parsed.error;
}

describe('unmappedWords', () => {
  it('finds none in a native diagram', async () => {
    expect(await marks(diagram(start(), end(), chain('S', 'E')))).toEqual([]);
  });

  it('names the element, the word and what it said', async () => {
    expect(await marks(diagram(task('T', mark(), 'name="Gửi thư"')))).toEqual([
      {
        code: 'not-convertible',
        elementId: 'T',
        elementName: 'Gửi thư',
        elementType: 'bpmn:Task',
        path: 'T/camunda:class',
        detail: { what: 'camunda:class', value: 'vn.x' },
        hint: 'Say it with native means, then delete this mark (thidua:unmapped).',
        severity: 'error',
      },
    ]);
  });

  it('finds marks on what has no id, and marks that say nothing', async () => {
    const definition = `<bpmn:terminateEventDefinition>${mark('')}</bpmn:terminateEventDefinition>`;
    expect(await marks(diagram(end('E', definition)))).toMatchObject([{ elementId: 'E', path: 'E/', detail: { what: '', value: '' } }]);
    const [rootMark] = await marks(file(mark()).replace('id="Definitions"', ''));
    expect(rootMark).toMatchObject({ elementType: 'bpmn:Definitions', path: '/camunda:class' });
    expect(rootMark).not.toHaveProperty('elementId');
  });

  it('refuses a diagram once for each mark', async () => {
    const found = await lintDiagram(diagram(start('S', mark()), end(), chain('S', 'E')), GENEROUS);
    expect(found.map((refusal) => refusal.code).filter((code) => /not/.test(code))).toEqual(['not-convertible']);
  });
});

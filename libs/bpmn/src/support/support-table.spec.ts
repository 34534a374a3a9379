import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagram, element, end, extensions, file, process as drawn, start, straight, task, timer, chain } from '../../test/diagram';
import { GENEROUS } from '../../test/surroundings';
import { lintDiagram, readDiagram } from '../read-diagram';
import { isError, REFUSAL_FAMILIES } from '../refusal';
import { printSupport } from './print-support';
import { ELEMENTS, EVENT_KINDS, MARKS, PAGES, REFUSED, type Page } from './support-table';

const DOCS = join(__dirname, '../../../../docs/bpmn');
const MODELS = join(__dirname, '../../elements');
const pages = Object.keys(PAGES) as Page[];

const model = (page: Page, kind: 'valid' | 'invalid'): string => readFileSync(join(MODELS, `${page}.${kind}.bpmn`), 'utf8');
const told = (page: Page): string => readFileSync(join(DOCS, `${page}.md`), 'utf8');
const around = (page: Page) => ({
  ...GENEROUS,
  callable: new Set(['tham-dinh']),
  // Lanes name roles, which are enough where whoever comes may take a task.
  ...(page === 'lanes' && { unassignedTasks: 'accepted' as const }),
});
const codesOf = async (xml: string, page: Page = 'process'): Promise<readonly string[]> =>
  (await lintDiagram(xml, around(page))).filter(isError).map(({ code }) => code);
const trimmed = (text: string): readonly string[] => text.split('\n').map((line) => line.trim());

describe('support table', () => {
  it('has a page for every row', () => {
    const rows = [...Object.values(ELEMENTS), ...Object.values(EVENT_KINDS), ...Object.values(MARKS)].map(({ page }) => page);
    expect([...new Set(rows)].sort()).toEqual([...pages].sort());
  });

  it('knows every page, picture and model that lies there', () => {
    const names = (folder: string, suffix: string): string[] =>
      readdirSync(folder).flatMap((name) => (name.endsWith(suffix) ? [name.slice(0, -suffix.length)] : []));
    const all = [...pages].sort();
    expect(
      names(DOCS, '.md')
        .filter((name) => name !== 'README')
        .sort(),
    ).toEqual(all);
    expect(names(join(DOCS, 'images'), '.svg').sort()).toEqual(all);
    expect(names(MODELS, '.valid.bpmn').sort()).toEqual(all);
    expect(names(MODELS, '.invalid.bpmn').sort()).toEqual(all);
  });

  // `UPDATE_SUPPORT=1 npx jest support-table` writes it anew.
  it('is printed in docs/bpmn/README.md as it stands here', () => {
    const path = join(DOCS, 'README.md');
    const [head = '', rest = ''] = readFileSync(path, 'utf8').split('<!-- table -->\n');
    const tail = rest.slice(rest.indexOf('<!-- end of table -->'));
    if (process.env['UPDATE_SUPPORT'] === '1') {
      writeFileSync(path, `${head}<!-- table -->\n\n${printSupport()}\n\n${tail}`);
    }
    const unaligned = (text: string): readonly string[] =>
      trimmed(text)
        .filter((line) => line !== '')
        .map((line) => line.replace(/ +/g, ' ').replace(/-{3,}/g, '---'));
    const written = readFileSync(path, 'utf8').split('<!-- table -->\n')[1]?.split('<!-- end of table -->')[0] ?? '';
    expect(unaligned(written)).toEqual(unaligned(printSupport()));
  });
});

describe.each(pages)('docs/bpmn/%s', (page) => {
  it('has an example that is accepted', async () => {
    const read = await readDiagram(model(page, 'valid'), around(page));
    expect(read.ok ? [] : read.error).toEqual([]);
  });

  it('has one that is refused as it says', async () => {
    const { refusedAs } = PAGES[page];
    expect(await codesOf(model(page, 'invalid'), page)).toContain(refusedAs);
    expect(told(page)).toContain(`refused as \`${refusedAs}\``);
  });

  it('shows XML of its example, its picture, and codes that exist', () => {
    const text = told(page);
    const shown = trimmed(/```xml\n([^`]*)```/.exec(text)?.[1] ?? '').filter((line) => line !== '' && line !== '<!-- … -->');
    const lines = trimmed(model(page, 'valid')).flatMap((line) => [line, line.replace(/>$/, ' />')]);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((line) => !lines.includes(line))).toEqual([]);
    expect(text).toContain(`](images/${page}.svg)`);
    const codes = [...text.matchAll(/^- `([a-z-]+)`: /gm)].map(([, code]) => code ?? '');
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => !(code in REFUSAL_FAMILIES))).toEqual([]);
    expect([...text.matchAll(/\]\(([a-z-]+\.md)\)/g)].filter(([, link]) => !existsSync(join(DOCS, link ?? '')))).toEqual([]);
  });
});

describe('refused for good', () => {
  const plain = drawn(start(), end(), chain('S', 'E'));
  const camunda = 'xmlns:camunda="http://camunda.org/schema/1.0/bpmn"';
  const store = '<bpmn:dataStoreReference id="Store"/>';
  const association = '<bpmn:dataOutputAssociation id="A"><bpmn:targetRef>Store</bpmn:targetRef></bpmn:dataOutputAssociation>';
  const SHOWN: Record<keyof typeof REFUSED, string> = {
    choreography: file(plain, element('choreography', 'C')),
    conversation: file(plain, element('globalConversation', 'C')),
    scriptLanguage: straight(['T', element('scriptTask', 'T', '<bpmn:script>x = 1</bpmn:script>', 'scriptFormat="text/javascript"')]),
    cmmn: straight(['T', element('callActivity', 'T', '', `${camunda} camunda:caseRef="ho-so"`)]),
    dialect: straight(['T', element('userTask', 'T', '', `${camunda} camunda:assignee="an"`)]),
    dataStore: diagram(start(), task('T', association), end(), store, chain('S', 'T', 'E')),
    jobBasedUserTask: straight(['T', element('userTask', 'T')]),
    listeners: straight(['T', task('T', extensions('<zeebe:executionListeners/>'))]),
    endlessCycle: straight(['T', element('intermediateCatchEvent', 'T', timer('timeCycle', 'R/P1D'))]),
    parallelInstantiation: diagram(
      element('eventBasedGateway', 'G', '', 'instantiate="true" eventGatewayType="Parallel"'),
      ...['A', 'B'].map((id) => element('intermediateCatchEvent', id, timer('timeDuration', 'P1D'))),
      end(),
      chain('G', 'A', 'E'),
      chain('G', 'B', 'E'),
    ),
  };

  it.each(Object.entries(REFUSED))('%s', async (key, { refusedAs }) => {
    expect(await codesOf(SHOWN[key as keyof typeof REFUSED])).toContain(refusedAs);
  });
});

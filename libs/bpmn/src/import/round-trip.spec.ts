import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { GENEROUS } from '../../test/surroundings';
import { convertDiagram } from '../convert/convert-diagram';
import { lintDiagram } from '../read-diagram';
import type { Refusal } from '../refusal';
import type { Surroundings } from '../surroundings';
import { importDiagram } from './import-diagram';
import { lost, outline } from './outline';

const OWN = join(__dirname, '../../../../test/fixtures/import');

const own = (name: string): string => readFileSync(join(OWN, `${name}.bpmn`), 'utf8');

/** Each file is read once for all tests. */
function once<T>(read: (xml: string) => Promise<T>): (name: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (name) => {
    const answer = answers.get(name) ?? read(own(name));
    answers.set(name, answer);
    return answer;
  };
}
const openedOnce = once(importDiagram);
const convertedOnce = once(convertDiagram);

/** Namespaces kept, dialect to convert; or the codes of a refusal. */
async function verdict(name: string): Promise<string> {
  const opened = await openedOnce(name);
  const said = ({ code, detail }: Refusal): string =>
    `${code} ${[detail['namespace'], detail['dialect'], detail['value']].filter((word) => typeof word === 'string').join()}`;
  return opened.ok ? ['opened', ...opened.value.findings.map(said)].join('; ') : ['refused', ...opened.error.map(said)].join('; ');
}

const MODELER = 'extension-kept http://camunda.org/schema/modeler/1.0';
const SEVEN = `opened; dialect-not-native camunda; ${MODELER}; extension-kept http://camunda.org/schema/1.0/bpmn`;
const EIGHT = `opened; ${MODELER}`;
const BIZAGI = 'opened; extension-kept http://www.bizagi.com/bpmn20';
const SIGNAVIO = 'opened; extension-kept http://www.signavio.com';
const FLOWABLE = 'extension-kept http://flowable.org/bpmn';

const VERDICTS: readonly (readonly [string, string])[] = [
  ['camunda7-giay-khen', SEVEN],
  ['camunda7-to-trinh-nhieu-cap', SEVEN],
  ['camunda7-hop-hoi-dong', SEVEN],
  ['camunda7-khen-dot-xuat', SEVEN],
  ['camunda8-danh-hieu', EIGHT],
  ['camunda8-lay-y-kien', EIGHT],
  ['camunda8-phat-hanh', EIGHT],
  ['camunda8-hoi-y-kien-tuy-bien', EIGHT],
  ['flowable-giay-khen', `opened; dialect-not-native flowable; ${FLOWABLE}; extension-kept http://flowable.org/modeler`],
  ['flowable-design-cum-thi-dua', `opened; dialect-not-native flowable; extension-kept http://flowable.org/design; ${FLOWABLE}`],
  ['flowable-thu-hoi-danh-hieu', `opened; dialect-not-native flowable; ${FLOWABLE}`],
  // Activiti 5 names things it never declares; the converter knows how it meant them.
  [
    'activiti-huan-chuong',
    'refused; reference-missing xsd:string; reference-missing THIEU_HO_SO; reference-missing nguoiXacNhan; reference-missing THIEU_HO_SO',
  ],
  ['bizagi-khen-thuong-chuyen-de', BIZAGI],
  ['bizagi-binh-xet-don-vi', BIZAGI],
  ['bizagi-trinh-tinh', BIZAGI],
  ['bizagi-xpdl-chuyen-sang', `opened; extension-kept http://www.wfmc.org/2009/XPDL2.2; extension-kept http://www.bizagi.com/bpmn20`],
  ['signavio-khen-thuong-qua-trinh', SIGNAVIO],
  ['signavio-phong-trao', SIGNAVIO],
  ['signavio-khieu-nai', SIGNAVIO],
  ['signavio-thieu-tham-chieu', 'refused; reference-missing sid-mat'],
];

describe('diagrams as other tools write them', () => {
  it('are all in the table', () => {
    const files = readdirSync(OWN).map((file) => file.replace(/\.bpmn$/, ''));
    expect(VERDICTS.map(([name]) => name).sort()).toEqual(files.sort());
    expect(files).toHaveLength(20);
  });

  it.each(VERDICTS)('%s is %s', async (name, expected) => {
    expect(await verdict(name)).toBe(expected);
  });

  it.each(VERDICTS.filter(([, expected]) => expected.startsWith('opened')))('%s keeps every id, flow and shape', async (name) => {
    const xml = own(name);
    const opened = await openedOnce(name);
    const written = outline(opened.ok ? opened.value.xml : '');
    expect(lost(outline(xml), written)).toEqual([]);
    expect(lost(written, outline(xml))).toEqual([]);
  });
});

/** Counts of `mapped`, `changed-meaning` and `not-mappable`, and of forms taken out of the diagram. */
const CONVERSIONS: readonly (readonly [string, readonly [number, number, number], number])[] = [
  ['camunda7-giay-khen', [9, 6, 0], 1],
  ['camunda7-to-trinh-nhieu-cap', [13, 7, 1], 0],
  ['camunda7-hop-hoi-dong', [7, 5, 0], 0],
  ['camunda7-khen-dot-xuat', [3, 5, 9], 0],
  ['flowable-giay-khen', [6, 9, 0], 1],
  ['flowable-design-cum-thi-dua', [6, 4, 6], 0],
  ['flowable-thu-hoi-danh-hieu', [4, 5, 2], 0],
  ['activiti-huan-chuong', [5, 4, 2], 0],
];

/** Ids of form fields and listeners: they live in the form and in the report now. */
const FIELDS: readonly string[] = ['dat', 'lyDo', 'mucDo', 'tot', 'xuat-sac', 'nhat-ky'];

describe('converted diagrams', () => {
  it.each(CONVERSIONS)('%s: %j', async (name, [mapped, changed, unmappable], forms) => {
    const converted = await convertedOnce(name);
    const report = converted.ok ? converted.value.report : [];
    const of = (kind: string): number => report.filter((line) => line.kind === kind).length;
    expect([of('mapped'), of('changed-meaning'), of('not-mappable')]).toEqual([mapped, changed, unmappable]);
    expect(converted.ok && converted.value.forms).toHaveLength(forms);
    expect(converted.ok && converted.value.refusals).toHaveLength(unmappable);
  });

  it.each(CONVERSIONS)('%s keeps every id, flow and shape', async (name) => {
    const xml = own(name);
    const converted = await convertedOnce(name);
    const [before, after] = [outline(xml), outline(converted.ok ? converted.value.xml : '')];
    const ids = ({ elements }: typeof before): readonly string[] => [...elements.keys()].flatMap((key) => key.split('#')[1] ?? []);
    expect(ids(before).filter((id) => !ids(after).includes(id) && !FIELDS.includes(id))).toEqual([]);
    expect(before.flows.filter((flow) => !after.flows.includes(flow))).toEqual([]);
    expect(before.drawn.filter((shape) => !after.drawn.includes(shape))).toEqual([]);
  });

  it.each([
    ['camunda7-giay-khen', ['Activity_7e1746d', 'ky-quyet-dinh']],
    ['flowable-giay-khen', ['sid-9F321BDB-94E6-7F66-10D2-1A6D3E283CD8', 'ky']],
  ])('%s can be deployed as it is, once its forms are there', async (name, forms) => {
    const converted = await convertedOnce(name);
    const surroundings: Surroundings = { ...GENEROUS, formIds: new Set(forms) };
    const found = await lintDiagram(converted.ok ? converted.value.xml : '', surroundings);
    expect(found.filter((refusal) => refusal.severity === 'error')).toEqual([]);
  });

  it('an unfinished one cannot', async () => {
    const converted = await convertedOnce('camunda7-khen-dot-xuat');
    const found = await lintDiagram(converted.ok ? converted.value.xml : '', GENEROUS);
    expect(found.filter((refusal) => refusal.code === 'not-convertible').map((refusal) => refusal.detail['what'])).toEqual([
      'camunda:candidateStarterGroups',
      'camunda:formKey',
      'script',
      'camunda:class',
      'camunda:field',
      'camunda:executionListener',
      'camunda:connector',
      'camunda:assignee',
      'camunda:taskListener',
    ]);
  });
});

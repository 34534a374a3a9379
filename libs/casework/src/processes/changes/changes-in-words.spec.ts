import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsIsolated, type DiagramFacts } from '@thidua/runtime';
import { changesInWords } from './changes-in-words';
import { resourceChanges } from './resources';

const shipped = (key: string): string => readFileSync(join(__dirname, '../../../../../workflows', key, '1', 'process.bpmn'), 'utf8');

async function factsOf(key: string, xml: string): Promise<DiagramFacts> {
  const facts = await factsIsolated({ key, xml, resources: { forms: {}, decisions: {} } });
  if (!facts.ok) {
    throw new Error(`${key} is ${facts.error}`);
  }
  return facts.value;
}

/** What the words say of a shipped diagram with one text of it changed. */
async function told(key: string, change: (xml: string) => string): Promise<readonly string[]> {
  const before = shipped(key);
  const after = change(before);
  expect(after).not.toBe(before);
  const titles: Readonly<Record<string, string>> = { 'to-trinh': 'Tờ trình' };
  const changes = changesInWords(await factsOf(key, before), await factsOf(key, after), (kind) => titles[kind] ?? kind);
  return changes.map((one) => one.text);
}

describe('what lies between two diagrams', () => {
  it('is told in days of the step', async () => {
    expect(await told('ho-so', (xml) => xml.replace('workingDays="3" remindBefore="2"', 'workingDays="2" remindBefore="1"'))).toEqual([
      'Bước «Tiếp nhận, kiểm tra thành phần hồ sơ»: 3 → 2 ngày làm việc',
      'Bước «Tiếp nhận, kiểm tra thành phần hồ sơ»: nhắc việc «trước 2 ngày làm việc» → «trước 1 ngày làm việc»',
    ]);
  });
});

describe('forms and decision tables of two versions', () => {
  it('are told by their names', () => {
    const before = { forms: { a: { fields: [] }, b: {} }, decisions: { 'x.dmn': '<x/>' } };
    const after = { forms: { a: { fields: ['more'] }, c: {} }, decisions: { 'x.dmn': '<x/>' } };
    expect(resourceChanges(before, after, 'p').map((one) => one.text)).toEqual([
      'Thêm biểu mẫu «c»',
      'Bỏ biểu mẫu «b»',
      'Sửa nội dung biểu mẫu «a»',
    ]);
  });
});

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

/** Each pair: a text of the shipped diagram, and what stands in its place. */
const EDITS: readonly (readonly [string, string])[] = [
  ['<thidua:deadline workingDays="20" row="T-16" remindBefore="2"/>', '<thidua:deadline workingDays="8" row="T-16" remindBefore="1"/>'],
  ['<thidua:document kinds="phieu-tham-dinh bang-tong-hop"/>', '<thidua:document kinds="phieu-tham-dinh to-trinh"/>'],
  ['<zeebe:formDefinition formId="tham-dinh"/>', '<zeebe:formDefinition formId="tham-dinh-2"/>\n<thidua:fourEyes tasks="Task_DongNhan"/>'],
  [
    '<zeebe:assignmentDefinition candidateGroups="=[&quot;pos:&quot; + commune + &quot;/chair&quot;]"/>\n        <zeebe:formDefinition formId="ky-quyet-dinh"/>',
    '<zeebe:assignmentDefinition candidateGroups="=[&quot;pos:&quot; + commune + &quot;/deputy-chair&quot;]"/>\n        <zeebe:formDefinition formId="ky-quyet-dinh"/>',
  ],
  ['<zeebe:output source="=hasLocal" target="hasLocal"/>', '<zeebe:output source="=true" target="hasLocal"/>'],
  ['power="decide" citation="AU-04"', 'power="submit" citation="AU-04"'],
  ['>=closesAt</bpmn:timeDate>', '>=closesAt + duration("P1D")</bpmn:timeDate>'],
  ['name="Hết hạn nhận" attachedToRef="Task_DongNhan"', 'name="Hết hạn nhận" cancelActivity="false" attachedToRef="Task_DongNhan"'],
  ['<zeebe:taskDefinition type="remind" retries="5"/>', '<zeebe:taskDefinition type="notify" retries="5"/>'],
  ['>=councilBody = &quot;none&quot;</bpmn:conditionExpression>', '>=councilBody = &quot;few&quot;</bpmn:conditionExpression>'],
  ['default="Flow_Gateway_KyQd_Task_CapSoQd"', ''],
  ['sourceRef="Gateway_HoiDong" targetRef="Task_MoPhien"', 'sourceRef="Gateway_HoiDong" targetRef="Task_KiemPhieu"'],
  ['thidua:role="records-clerk"', 'thidua:role="clerk"'],
  ['name="Hoàn thiện dự thảo quyết định"', 'name="Hoàn thiện dự thảo"'],
];

const WORDS = [
  'Bước «Thẩm định hồ sơ»: 20 → 8 ngày làm việc (dòng T-16 của gói quy định được áp dụng trước)',
  'Bước «Thẩm định hồ sơ»: nhắc việc «trước 2 ngày làm việc» → «trước 1 ngày làm việc»',
  'Bước «Thẩm định hồ sơ»: biểu mẫu «tham-dinh» → «tham-dinh-2»',
  'Bước «Thẩm định hồ sơ»: thêm văn bản «Tờ trình»',
  'Bước «Thẩm định hồ sơ»: bỏ văn bản «bang-tong-hop»',
  'Bước «Ký quyết định khen thưởng»: người thực hiện «Chủ tịch UBND, UBND xã, phường» → «Phó Chủ tịch UBND, UBND xã, phường»',
  'Bước «Ký quyết định khen thưởng»: thẩm quyền «Chủ tịch UBND cấp xã, quyết định, AU-04» → «Chủ tịch UBND cấp xã, trình, AU-04»',
  'Bước «Ghi kết quả thẩm định»: dữ liệu ra hasLocal: «hasLocal» → «true»',
  'Sự kiện ở biên «Hết hạn nhận»: ngày giờ «closesAt» → «closesAt + duration("P1D")»',
  'Sự kiện ở biên «Hết hạn nhận»: nay không ngắt việc đang làm',
  'Bước «Hoàn thiện dự thảo»: tên «Hoàn thiện dự thảo quyết định» → «Hoàn thiện dự thảo»',
  'Làn «Văn thư»: vai trò «records-clerk» → «clerk»',
];

/** What the words say of a shipped diagram with texts of it changed. */
async function told(): Promise<readonly string[]> {
  const before = shipped('dot-xet-xa');
  const after = EDITS.reduce((xml, [text, next]) => {
    expect(xml).toContain(text);
    return xml.replace(text, next);
  }, before);
  const titles: Readonly<Record<string, string>> = { 'to-trinh': 'Tờ trình' };
  const [old, next] = [await factsOf('dot-xet-xa', before), await factsOf('dot-xet-xa', after)];
  expect(changesInWords(old, old, (kind) => kind)).toEqual([]);
  return changesInWords(old, next, (kind) => titles[kind] ?? kind).map((one) => one.text);
}

describe('what lies between two diagrams, also while the later is wrong still', () => {
  it('is told of limits, papers, forms, performers, powers, data, events, jobs, ways, lanes and names', async () => {
    const words = await told();
    expect(words).toEqual(expect.arrayContaining(WORDS));
    const rest = words.filter((text) => !WORDS.includes(text));
    expect(rest.filter((text) => text.startsWith('Luồng'))).toHaveLength(3);
    expect(rest).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Bước «Thẩm định hồ sơ»: người đã làm bước «.+» không được làm bước này nữa$/),
        expect.stringMatching(/^Bước «.+»: việc tự động «remind» → «notify»$/),
        expect.stringMatching(
          /^Luồng từ cổng chọn một «Cần họp Hội đồng\?» đến bước «.+»: điều kiện «councilBody = "none"» → «councilBody = "few"»$/,
        ),
        expect.stringMatching(/không còn là luồng mặc định$/),
        expect.stringMatching(/^Luồng từ cổng chọn một «Cần họp Hội đồng\?» đến .+ nay đi từ .+ đến bước «Kiểm phiếu, lập biên bản»$/),
      ]),
    );
    expect(words).toHaveLength(WORDS.length + 5);
  });
});

describe('a limit of one’s own', () => {
  const limited = async (deadline: string): Promise<DiagramFacts> =>
    factsOf('dot-xet-xa', shipped('dot-xet-xa').replace('workingDays="20" row="T-16"', deadline));
  const between = async (before: string, after: string): Promise<readonly string[]> =>
    changesInWords(await limited(before), await limited(after), (kind) => kind).map((one) => one.text);

  it('is said to stay within its row, not to leave it', async () => {
    expect(await between('workingDays="20" row="T-16"', 'workingDays="8" within="T-16"')).toEqual([
      'Bước «Thẩm định hồ sơ»: 20 → 8 ngày làm việc',
      'Bước «Thẩm định hồ sơ»: thời hạn đặt riêng trong hạn T-16 của gói quy định',
    ]);
    expect(await between('workingDays="8" within="T-16"', 'workingDays="20" row="T-16"')).toEqual([
      'Bước «Thẩm định hồ sơ»: 8 → 20 ngày làm việc (dòng T-16 của gói quy định được áp dụng trước)',
      'Bước «Thẩm định hồ sơ»: thời hạn theo dòng T-16 của gói quy định, thôi đặt riêng',
    ]);
    expect(await between('workingDays="8"', 'workingDays="8" within="T-16"')).toEqual([
      'Bước «Thẩm định hồ sơ»: thêm hạn không được vượt «T-16»',
    ]);
  });
});

describe('forms and decision tables of two versions', () => {
  it('are told by their names, but for the forms of the house', () => {
    const before = { forms: { a: { fields: [] }, b: {} }, decisions: { 'x.dmn': '<x/>' } };
    const after = { forms: { a: { fields: ['more'] }, c: {}, 'dong-y-tra-lai': {} }, decisions: { 'x.dmn': '<x/>' } };
    expect(resourceChanges(before, after, 'p').map((one) => one.text)).toEqual([
      'Thêm biểu mẫu «c»',
      'Bỏ biểu mẫu «b»',
      'Sửa nội dung biểu mẫu «a»',
    ]);
  });
});

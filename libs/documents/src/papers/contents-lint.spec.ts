import { contentsLint, type MandatoryContent } from './contents-lint';

const citation = 'khoản 11 Điều 33 Nghị định số 152/2025/NĐ-CP';
const MANDATORY: readonly MandatoryContent[] = ['legal-basis', 'proposal', 'opinions', 'appraisal', 'pdf'].map((need) => ({
  need,
  citation,
}));

const DATA = {
  grounds: ['Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022'],
  rows: [{ name: 'Vũ Đức Thịnh', award: 'Cờ thi đua của Chính phủ', achievement: 'Dẫn đầu cụm thi đua số 3' }],
  opinions: ['Bộ Giáo dục và Đào tạo: đồng ý'],
  appraisal: 'Sở Nội vụ đã thẩm định: đúng đối tượng, đủ điều kiện, tiêu chuẩn; hồ sơ đủ thành phần, đúng quy trình, thủ tục',
};

function printed(data: typeof DATA): string {
  return [...data.grounds, ...data.opinions, data.appraisal, ...data.rows.flatMap((row) => [row.award, row.achievement])].join('\n');
}

describe('the contents of a State-level Tờ trình', () => {
  it('are all there', () => {
    expect(contentsLint(DATA, printed(DATA), MANDATORY)).toEqual([]);
  });

  it.each([
    ['grounds', [], 'Thiếu căn cứ pháp lý (Điều 33.11.a).'],
    ['rows', [], 'Thiếu nội dung, hình thức khen thưởng và thành tích đề nghị (Điều 33.11.b).'],
    ['rows', [{ ...DATA.rows[0], achievement: '' }], 'Thiếu nội dung, hình thức khen thưởng và thành tích đề nghị (Điều 33.11.b).'],
    ['opinions', [], 'Thiếu ý kiến của các cơ quan được lấy ý kiến (Điều 33.11.c).'],
    ['appraisal', null, 'Thiếu ý kiến thẩm định (Điều 33.11.d).'],
    ['appraisal', ' ', 'Thiếu ý kiến thẩm định (Điều 33.11.d).'],
  ])('name %s with its article when the data have none: %j', (field, value, sentence) => {
    const data = { ...DATA, [field]: value };
    expect(contentsLint(data, printed(DATA), MANDATORY)).toEqual(value === null || value === ' ' || Array.isArray(value) ? [sentence] : []);
  });

  it('name what the template does not print, though the data have it', () => {
    const text = printed(DATA).replace(DATA.appraisal, '');
    expect(contentsLint(DATA, text, MANDATORY)).toEqual(['Thiếu ý kiến thẩm định (Điều 33.11.d).']);
  });

  it('are found over the end of a page and its number', () => {
    const text = printed(DATA).replace('điều kiện, ', 'điều kiện,\f2\n');
    expect(contentsLint(DATA, text, MANDATORY)).toEqual([]);
  });

  it('want the appraisal to speak of subject, conditions, standards, file and procedure', () => {
    const data = { ...DATA, appraisal: 'Đã thẩm định: đúng đối tượng, đủ điều kiện' };
    expect(contentsLint(data, printed(data), MANDATORY)).toEqual([
      'Ý kiến thẩm định chưa nói về tiêu chuẩn, hồ sơ, thủ tục (Điều 33.11.d).',
    ]);
  });

  it('are not asked where no row asks for them', () => {
    expect(contentsLint({}, '', [])).toEqual([]);
  });
});

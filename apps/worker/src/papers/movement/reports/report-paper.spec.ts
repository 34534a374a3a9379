import type { AwardLine } from '@thidua/casework';
import type { Indicator } from '@thidua/awards';
import type { ReportRecord } from '@thidua/store';
import { annexesOf, reportWords } from './report-paper';
import { periodWords } from './report-words';

const indicator = (id: string, type: Indicator['type'], unit = ''): Indicator => ({
  ...{ id, name: `Chỉ tiêu ${id}`, type, unit, target: type === 'percent' ? '80%' : null, required: false, audiences: [], source: null },
});
const INDICATORS = [indicator('lop', 'number', 'lớp'), indicator('ky-nang', 'percent'), indicator('viec', 'text')];
const FIGURES = { lop: { value: 6 }, 'ky-nang': { part: 40, whole: 50 }, viec: { text: 'Mở lớp buổi tối\nDạy tại nhà văn hóa' } };
const award = (state: AwardLine['state'], more: Partial<AwardLine>): AwardLine => ({
  ...{ award: 'GK_XA', name: 'Giấy khen', state, collectives: 0, persons: 0, households: 0, women: 0, workers: 0 },
  ...more,
});
const movement = {
  name: { value: 'Bình dân học vụ số' },
  phases: [{ number: 1, start: '2025', end: '2027', review: 'interim-review', reviewYear: 2027 }],
  period: { start: '2025', end: '2030' },
};
// What the words are made of; the rest of a scene and of a report says nothing on paper.
const scene = { movement, org: { name: 'UBND xã Gia Phúc' }, today: { year: 2026, month: 11, day: 9 } } as never;
const report = (more: Partial<ReportRecord> = {}): ReportRecord =>
  ({ occasion: 'annual', year: 2026, texts: { results: 'Toàn xã mở sáu lớp' }, ...more }) as ReportRecord;
const told = (more: Partial<ReportRecord> = {}, awards: readonly AwardLine[] = []): Parameters<typeof reportWords>[0] => ({
  ...{ report: report(more), scene, indicators: INDICATORS, figures: FIGURES, awards, models: null },
});

describe('the words of a report', () => {
  it('name the movement, the time and who reports', () => {
    expect(reportWords(told())).toMatchObject({
      subject: 'Kết quả thực hiện Phong trào thi đua “Bình dân học vụ số” năm 2026',
      publisher: 'Ủy ban nhân dân xã Gia Phúc',
      period: 'năm 2026',
    });
  });

  it('put what was asked in words under heads of their own, and end sentences', () => {
    expect(reportWords(told()).results).toEqual([
      { title: 'Kết quả chung', paragraphs: ['Toàn xã mở sáu lớp.'] },
      { title: 'Chỉ tiêu viec', paragraphs: ['Mở lớp buổi tối.', 'Dạy tại nhà văn hóa.'] },
    ]);
  });

  it('tell of models where there are any', () => {
    const models = { introduced: 5, selected: 3, published: 2, publications: 4 };
    expect(reportWords({ ...told(), models }).results.at(-1)?.paragraphs).toEqual([
      'Các đơn vị giới thiệu 05 mô hình, điển hình tiên tiến; lựa chọn 03; 02 điển hình được tuyên truyền với 04 lượt đăng, phát.',
    ]);
    expect(reportWords({ ...told(), models: { ...models, introduced: 0 } }).results).toHaveLength(2);
  });

  it('say of limits, causes and lessons all three or nothing', () => {
    expect(reportWords(told())).toMatchObject({ limits: [], causes: [], lessons: [] });
    expect(reportWords(told({ texts: { results: 'x', limits: '- Thiếu máy;\n- Ít người dạy.' } }))).toMatchObject({
      limits: ['Thiếu máy', 'Ít người dạy'],
      causes: ['Không có nội dung báo cáo'],
    });
  });

  it('count awards given and proposed, women and workers among them', () => {
    const awards = [award('awarded', { collectives: 2, persons: 12, women: 7, workers: 3 }), award('proposed', { persons: 1 })];
    expect(reportWords(told({}, awards)).commendation).toEqual([
      'Đã được khen thưởng 02 tập thể, 12 cá nhân, trong đó có 07 nữ, 03 công nhân, nông dân (chi tiết tại phụ lục).',
      'Đang đề nghị khen thưởng 01 cá nhân (chi tiết tại phụ lục).',
    ]);
    expect(reportWords(told()).commendation[0]).toContain('Chưa có tập thể, cá nhân được khen thưởng');
  });
});

describe('the time of a report', () => {
  it.each([
    ['annual', 2026, 'năm 2026'],
    ['interim', 2027, 'giai đoạn 2025 - 2027'],
    ['interim', 2026, 'giai đoạn 2025 - 2026'],
    ['final', 2030, 'giai đoạn 2025 - 2030'],
  ] as const)('%s %s: %s', (occasion, year, expected) => {
    expect(periodWords(movement as never, occasion, year)).toBe(expected);
  });

  it('begins nowhere when the plan names no beginning', () => {
    expect(periodWords({ phases: [], period: { start: null, end: '2030-12' } } as never, 'final', 2030)).toBe('đến năm 2030');
  });
});

describe('the annexes of a report', () => {
  const sent = (orgName: string, sentAt: string | null, more: Partial<ReportRecord> = {}): ReportRecord =>
    report({ orgName, dueOn: '2026-11-05', sentAt: sentAt === null ? null : new Date(`${sentAt}T10:00:00+07:00`), ruling: null, ...more });

  it('have figures with their parts and wholes, and no words', () => {
    const [only] = annexesOf(told(), []);
    expect([only?.label, only?.rows.map((row) => row.cells)]).toEqual([
      'Phụ lục',
      [
        ['Chỉ tiêu lop', '', '6 lớp'],
        ['Chỉ tiêu ky-nang', '80%', '80% (40/50)'],
      ],
    ]);
  });

  it('tell who reported when, and what the standing office says of it', () => {
    const ruling = { onTime: true, reason: 'Mất điện', at: new Date() };
    const reports = [sent('A', '2026-11-05'), sent('B', '2026-11-07', { ruling }), sent('C', null)];
    const [, last] = annexesOf(told(), reports);
    expect([last?.label, last?.rows.map((row) => row.cells.slice(2))]).toEqual([
      'Phụ lục II',
      [
        ['05/11/2026', 'Đúng hạn'],
        ['07/11/2026', 'Muộn 02 ngày; ghi nhận đúng hạn: Mất điện'],
        ['', 'Chưa gửi'],
      ],
    ]);
  });
});

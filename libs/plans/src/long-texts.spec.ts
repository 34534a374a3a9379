import { performance } from 'node:perf_hooks';
import { checkCitations } from './check-citations';
import { readPlan } from './read-plan';

const HEAD = 'KẾ HOẠCH\nTriển khai Phong trào thi đua “A b c d e”\nI. TIÊU CHÍ, KHEN THƯỞNG, TRÁCH NHIỆM TỔ CHỨC THỰC HIỆN\n';

/** Texts made to keep a reader busy; each of about 150,000 letters. */
it.each([
  ['words without end', 'từ '.repeat(50_000)],
  ['lines of half a period', 'từ năm 2025 từ năm 2025 từ năm 2025\n'.repeat(4000)],
  ['half an award', 'Bằng khen của Chủ tịch '.repeat(7000)],
  ['headings that are duties', '- Đối với các cơ quan, đơn vị báo cáo về Ủy ban nhân dân xã\n'.repeat(2500)],
  ['one citation after another', 'Kế hoạch số 12/KH-UBND ngày 12/3/2025 của UBND tỉnh; '.repeat(3000)],
  ['items that share all words', `1. ${'hợp tác quốc tế trong phát triển '.repeat(60)}\n`.repeat(70)],
  ['open brackets', '('.repeat(150_000)],
  ['open quotation marks', 'phong trào thi đua “'.repeat(7000)],
  ['reports to nobody', 'báo cáo kết quả '.repeat(9000)],
  ['capitals', 'A '.repeat(70_000)],
  ['numbers', '12/'.repeat(50_000)],
  ['years', 'năm 2025, sơ kết '.repeat(9000)],
  ['plans of units', 'xây dựng kế hoạch '.repeat(8000)],
  ['district bodies', 'Phòng Văn hóa, Thể thao '.repeat(6000)],
])('a text of %s is read in bounded time', (_, text) => {
  const lines = `${HEAD}${text}`.split('\n');
  const before = performance.now();
  readPlan(lines);
  checkCitations(lines);
  expect(performance.now() - before).toBeLessThan(5000);
});

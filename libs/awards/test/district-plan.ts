import type { Movement, PlanRule, PlanSource } from '../src/movements/movement';

const at = (quote: string, from: number, to = from): PlanSource => ({ quote, line: { from, to } });
const rule = (over: Partial<PlanRule> & PlanSource): PlanRule => ({
  occasions: ['final-review'],
  awards: ['COTINH', 'BK_TINH'],
  audiences: ['agency'],
  needs: 'rated-excellent',
  atLeast: null,
  ofYears: null,
  ...over,
});

/** A plan under a movement that a thị xã launched: explicit criteria, 'Bằng khen' without a level, flags of province and Government (seed 003). */
export const DISTRICT_PLAN: Movement = {
  id: 'hp',
  plan: { seed: '', title: 'Kế hoạch phát động phong trào thi đua', issuer: 'UBND xã Hòa Phong', number: '56/KH-UBND', date: '2025-06-13' },
  name: { value: 'Phát triển khoa học, công nghệ', ...at('Phát triển khoa học, công nghệ', 20) },
  launcher: { level: 'HUYEN', body: 'UBND thị xã Mỹ Hào', ...at('Kế hoạch số 145/KH-UBND của UBND thị xã Mỹ Hào', 28) },
  carriedOutBy: { level: 'XA', body: 'UBND xã Hòa Phong', ...at('UBND xã Hòa Phong xây dựng', 34) },
  parents: [
    { symbol: '145/KH-UBND', date: '2025-06-11', issuer: 'UBND thị xã Mỹ Hào', launches: null, ...at('Kế hoạch số 145/KH-UBND', 28) },
  ],
  period: { start: '2025', end: '2030', ...at('từ năm 2025 đến năm 2030', 152) },
  phases: [],
  audiences: [],
  menus: [
    {
      occasions: ['annual'],
      items: ['GK_XA', 'GK_UNIT', 'GK_DN'].map((award) => ({
        award,
        basis: 'own-authority',
        ...at('khen thưởng theo thẩm quyền', 182, 186),
      })),
    },
    {
      occasions: ['interim-review'],
      items: [
        { award: 'BK_TTG', basis: 'level-open', ...at('Bằng khen', 190) },
        { award: 'BK_TINH', basis: 'level-open', ...at('Bằng khen', 190) },
        { award: 'GK_XA', basis: 'listed', ...at('Giấy khen', 192) },
      ],
    },
    {
      occasions: ['final-review'],
      items: [
        { award: 'HCLD3', basis: 'listed', ...at('Huân chương Lao động', 196) },
        { award: 'COCP', basis: 'listed', ...at('Cờ thi đua của Chính phủ', 198) },
        { award: 'BK_TTG', basis: 'listed', ...at('Bằng khen của Thủ tướng Chính phủ', 200) },
        { award: 'COTINH', basis: 'listed', ...at('Cờ thi đua của Ủy ban nhân dân tỉnh', 202) },
        { award: 'BK_TINH', basis: 'listed', ...at('Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh', 204) },
      ],
    },
  ],
  standards: [],
  criteria: [],
  rules: [
    rule({ occasions: ['annual'], ...at('Được đánh giá hoàn thành xuất sắc nhiệm vụ', 269, 271) }),
    rule({ needs: 'excellent-years', atLeast: 2, ofYears: 5, ...at('trong 5 năm có ít nhất 02 lần', 271, 273) }),
    rule({ occasions: ['annual', 'final-review'], needs: 'reports-on-time', ...at('báo cáo đầy đủ, đúng thời gian quy định', 275) }),
    rule({ audiences: ['front'], needs: 'continuously-good', ...at('liên tục hoàn thành tốt nhiệm vụ trở lên', 303) }),
    rule({ audiences: ['front'], needs: 'excellent-years', atLeast: 2, ...at('có ít nhất 02 lần', 305) }),
    rule({ awards: ['COTINH'], audiences: ['agency', 'front'], needs: 'cluster-vote', ...at('do Cụm, khối thi đua bình xét', 311) }),
    rule({ audiences: ['individual'], needs: 'continuously-good', ...at('liên tục hoàn thành tốt nhiệm vụ trở lên', 344) }),
    rule({ occasions: ['annual', 'final-review'], audiences: ['individual'], needs: 'recognised-result', ...at('được công nhận', 352) }),
  ],
  dossierParts: [],
  reportDates: [],
  roles: [],
  questions: [],
};

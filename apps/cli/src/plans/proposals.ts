import type { NomineeInput } from '@thidua/contract';
import type { Cast } from '../people/cast';
import { collective, household, individual } from '../people/nominees';
import { orgOf, type UnitPlan } from '../steps/unit';
import type { OccasionAwards, PlanPlace } from './plan-story';

/** Whose chair decides an award, which is also how far its hồ sơ goes. */
export type Decider = 'own' | 'commune' | 'province' | 'centre';

const DECIDERS: Readonly<Record<string, Decider>> = {
  GK_UNIT: 'own',
  GK_DN: 'own',
  GK_XA: 'commune',
  BK_TINH: 'province',
  COTINH: 'province',
};

/** What is not the unit's, the commune's or the province's is the centre's. */
export function deciderOf(award: string): Decider {
  return DECIDERS[award] ?? 'centre';
}

/** Invented people, a fresh one for every proposal of a plan: one achievement brings one award. */
const FAMILY = ['Hoàng', 'Phan', 'Đinh', 'Bùi', 'Võ', 'Đặng', 'Ngô', 'Dương'] as const;
const MIDDLE = ['Gia', 'Khánh', 'Hoài', 'Minh', 'Thanh', 'Ngọc', 'Quốc'] as const;
const GIVEN = ['Bình', 'Châu', 'Đông', 'Hà', 'Khoa', 'Lam', 'Mai', 'Nam', 'Phúc', 'Quyên', 'Thái', 'Uyên', 'Vinh'] as const;
const YEARS_FROM = 2025;

function someone(occasion: OccasionAwards, award: string): string {
  const at = (occasion.year - YEARS_FROM) * 11 + Array.from(award).reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  return [FAMILY[at % FAMILY.length], MIDDLE[at % MIDDLE.length], GIVEN[at % GIVEN.length]].join(' ');
}

/** The hồ sơ of one award form of a menu: who proposes whom, and for what. */
export async function proposalOf(cast: Cast, place: PlanPlace, occasion: OccasionAwards, award: string): Promise<UnitPlan> {
  const { agency, upward, enterprise, hamlet } = place.proposers;
  const name = someone(occasion, award);
  const person = (work: string): NomineeInput => individual(name, 'Chuyên viên', award, work);
  const led = async (work: string): Promise<NomineeInput> => ({
    ...collective('Tập thể Công ty', award, work),
    subjectOrgId: await orgOf(cast, enterprise),
  });
  const shape = { occasion: occasion.occasion, year: occasion.year, title: titleOf(occasion, award) };
  switch (award) {
    case 'GK_UNIT':
      return { ...shape, unit: agency, route: 'own', rows: [person('Số hóa toàn bộ hồ sơ công việc của đơn vị.')] };
    case 'GK_DN':
      return { ...shape, unit: enterprise, route: 'own', rows: [person('Cải tiến dây chuyền, tự động hóa khâu kiểm tra chất lượng.')] };
    case 'GK_XA':
      return {
        ...shape,
        unit: hamlet,
        legalPerson: false,
        rows: [household(`Hộ ông ${name}`, 'Hộ gia đình', award, 'Hướng dẫn hơn 100 người dân dùng dịch vụ công trực tuyến.')],
      };
    case 'COTINH':
    case 'COCP':
      return { ...shape, unit: enterprise, rows: [await led('Dẫn đầu Khối thi đua về đổi mới sáng tạo và chuyển đổi số.')] };
    default:
      return { ...shape, unit: upward, rows: [person('Chủ trì giải pháp chuyển đổi số được công nhận, áp dụng rộng rãi.')] };
  }
}

const OCCASIONS = { annual: 'hằng năm', interim: 'sơ kết', final: 'tổng kết' } as const;

function titleOf({ occasion, year }: OccasionAwards, award: string): string {
  return `Đề nghị khen thưởng ${OCCASIONS[occasion]} phong trào thi đua, năm ${year} (${award})`;
}

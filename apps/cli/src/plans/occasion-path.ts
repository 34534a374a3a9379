import type { PlanPlace } from './plan-story';
import { deciderOf } from './proposals';

/** Huân chương are the President's; flags and bằng khen of the State the Prime Minister's (AU-08, AU-09). */
const OF_PRESIDENT = /^HC/;

/** Who stands between the unit and whoever decides, in words. */
export function pathOf({ communeChair, provinceChair, upwardTo }: PlanPlace, award: string): string {
  const through = upwardTo === 'province' ? 'đơn vị → Sở Nội vụ' : `đơn vị → ${communeChair} → Sở Nội vụ`;
  switch (deciderOf(award)) {
    case 'own':
      return 'đơn vị tự quyết định';
    case 'commune':
      return `đơn vị → ${communeChair}`;
    case 'province':
      return `${through} → ${provinceChair}`;
    case 'centre':
      return `${through} → ${provinceChair} trình → Bộ Nội vụ → ${OF_PRESIDENT.test(award) ? 'Thủ tướng trình → Chủ tịch nước' : 'Thủ tướng Chính phủ'}`;
  }
}

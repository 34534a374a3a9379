import type { Pack } from '@thidua/awards';
import type { HolderFacts, OrgFacts } from '@thidua/store';
import { shippedPack } from '../harness/shipped-law';

// Made-up bodies and people that builders write papers from, so that their wording is kept and not only the template's.

const org = (id: string, kind: string, name: string, more: Partial<OrgFacts>): OrgFacts => ({
  id,
  parentId: null,
  kind,
  level: 'XA',
  name,
  headBody: '',
  place: '',
  symbol: 'UBND',
  tier: 'xa',
  legalPerson: true,
  hasSeal: true,
  orgKind: 'agency',
  ...more,
});

/** A chain of government: whose law it lives under, its bodies, who sits where. */
export interface Chain {
  readonly pack: Pack;
  readonly today: string;
  readonly province: OrgFacts;
  readonly district: OrgFacts | undefined;
  readonly commune: OrgFacts;
  readonly department: OrgFacts;
  readonly school: OrgFacts;
}

interface Names {
  readonly province: string;
  readonly provinceTier: 'tinh' | 'thanh-pho';
  readonly commune: string;
  readonly communeTier: 'xa' | 'phuong';
  readonly district?: string;
}

function chainOf(pack: string, today: string, names: Names): Chain {
  const upper = (text: string): string => text.toLocaleUpperCase('vi');
  const bare = (text: string): string => text.replace(/^(xã|phường|huyện|tỉnh|thành phố) /u, '');
  const province = org('tinh', 'province', `UBND ${names.province}`, {
    level: 'TINH',
    tier: names.provinceTier,
    headBody: `ỦY BAN NHÂN DÂN\n${upper(names.province)}`,
    place: bare(names.province),
  });
  const district =
    names.district === undefined
      ? undefined
      : org('huyen', 'district', `UBND ${names.district}`, {
          level: 'HUYEN',
          tier: 'huyen',
          parentId: 'tinh',
          headBody: `ỦY BAN NHÂN DÂN\n${upper(names.district)}`,
          place: bare(names.district),
        });
  const commune = org('xa', 'commune', `UBND ${names.commune}`, {
    tier: names.communeTier,
    parentId: district === undefined ? 'tinh' : 'huyen',
    headBody: `ỦY BAN NHÂN DÂN\n${upper(names.commune)}`,
    place: bare(names.commune),
  });
  const department = org('snv', 'department', `Sở Nội vụ ${names.province}`, {
    level: 'TINH',
    tier: 'so',
    parentId: 'tinh',
    headBody: `UBND ${upper(names.province)}\nSỞ NỘI VỤ`,
    place: bare(names.province),
    symbol: 'SNV',
  });
  const school = org('thcs', 'unit', `Trường Trung học cơ sở ${bare(names.commune)}`, {
    level: 'UNIT',
    tier: 'don-vi',
    parentId: 'xa',
    orgKind: 'school',
    symbol: 'THCS',
    headBody: `UBND ${upper(names.commune)}\nTRƯỜNG TRUNG HỌC CƠ SỞ ${upper(bare(names.commune))}`,
    place: bare(names.commune),
  });
  return { pack: shippedPack(pack), today, province, district, commune, department, school };
}

/** Two tiers, a commune of a centrally-run city. */
export const HAI_PHONG = chainOf('vn-2025-nd152', '2026-03-02', {
  province: 'thành phố Hải Phòng',
  provinceTier: 'thanh-pho',
  commune: 'xã Gia Phúc',
  communeTier: 'xa',
});
/** Two tiers, a ward of a province. */
export const THAI_NGUYEN = chainOf('vn-2025-nd152', '2026-03-02', {
  province: 'tỉnh Thái Nguyên',
  provinceTier: 'tinh',
  commune: 'phường Vạn Xuân',
  communeTier: 'phuong',
});
/** Three tiers, before 01/7/2025. */
export const HUNG_YEN = chainOf('vn-2024-nd98', '2025-03-03', {
  province: 'tỉnh Hưng Yên',
  provinceTier: 'tinh',
  district: 'huyện An Hòa',
  commune: 'xã Hòa Phong',
  communeTier: 'xa',
});

const PEOPLE: Readonly<Record<string, HolderFacts>> = {
  'tinh/chair': { name: 'Lê Quang Vinh', title: 'Chủ tịch' },
  'huyen/chair': { name: 'Đào Xuân Trường', title: 'Chủ tịch' },
  'xa/chair': { name: 'Phạm Quang Hưng', title: 'Chủ tịch' },
  'xa/appraiser': { name: 'Mai Thị Quế', title: 'Trưởng phòng Văn hóa - Xã hội' },
  'snv/director': { name: 'Hoàng Ngọc Diệp', title: 'Giám đốc Sở Nội vụ' },
  'snv/appraiser': { name: 'Trịnh Thu Hà', title: 'Trưởng phòng Thi đua - Khen thưởng' },
  'thcs/head': { name: 'Đỗ Thanh Bình', title: 'Hiệu trưởng' },
  'thcs/clerk': { name: 'Bùi Thu Trang', title: 'Văn thư' },
};

/** The people of a chain's posts. */
export function holderIn(orgId: string, role: string): HolderFacts {
  return PEOPLE[`${orgId}/${role}`] ?? { name: '', title: '' };
}

/** An instant of the chain's year, '02-27T01:00:00Z'. */
export function dayMs(chain: Chain, rest: string): number {
  return Date.parse(`${chain.today.slice(0, 4)}-${rest}`);
}

import { POST_ROLES, type BodyKind, type PostRole } from '@thidua/contract';
import type { OrgRecord } from '@thidua/store';

type Facts = Pick<OrgRecord, 'kind' | 'orgKind' | 'level' | 'tier'>;

interface BodyFacts extends Facts {
  /** As registers name it. */
  readonly word: string;
  /** Where it is not said: whether it is a legal person with a seal of its own. */
  readonly legalPerson: boolean;
}

const unit = (word: string, orgKind: OrgRecord['orgKind'], kind: OrgRecord['kind'] = 'unit'): BodyFacts => ({
  ...{ word, kind, orgKind, level: 'UNIT', tier: 'don-vi', legalPerson: true },
});
const committee = (word: string, level: 'XA' | 'TINH', tier: OrgRecord['tier']): BodyFacts => ({
  ...{ word, kind: level === 'XA' ? 'commune' : 'province', orgKind: 'agency', level, tier, legalPerson: true },
});

/** What each kind of body is in the ladder and before the law (AU-01 to AU-03 ask for the kind of a unit). */
export const BODY_FACTS: Readonly<Record<BodyKind, BodyFacts>> = {
  province: committee('UBND tỉnh', 'TINH', 'tinh'),
  city: committee('UBND thành phố trực thuộc trung ương', 'TINH', 'thanh-pho'),
  'standing-department': {
    ...{ word: 'Sở Nội vụ', kind: 'department', orgKind: 'agency', level: 'TINH', tier: 'tinh', legalPerson: true },
  },
  commune: committee('UBND xã', 'XA', 'xa'),
  ward: committee('UBND phường', 'XA', 'phuong'),
  'special-zone': committee('UBND đặc khu', 'XA', 'dac-khu'),
  agency: unit('Sở, ban, ngành, phòng', 'agency'),
  'public-service': unit('Đơn vị sự nghiệp', 'agency'),
  school: unit('Trường học', 'school'),
  village: { ...unit('Thôn, tổ dân phố', 'village'), tier: 'thon', legalPerson: false },
  party: unit('Cơ quan Đảng', 'party', 'party'),
  front: unit('Ủy ban MTTQ', 'front', 'front'),
  association: unit('Đoàn thể, hội', 'association', 'front'),
  enterprise: unit('Doanh nghiệp', 'enterprise', 'enterprise'),
  cooperative: unit('Hợp tác xã', 'cooperative', 'enterprise'),
};

/** Roles as registers name them. */
export const ROLE_WORDS: Readonly<Record<PostRole, string>> = {
  chair: 'Chủ tịch UBND',
  'deputy-chair': 'Phó Chủ tịch UBND',
  director: 'Giám đốc Sở Nội vụ',
  'deputy-director': 'Phó Giám đốc Sở Nội vụ',
  head: 'Thủ trưởng đơn vị',
  'deputy-head': 'Phó thủ trưởng đơn vị',
  'board-chair': 'Chủ tịch Hội đồng quản trị, Hội đồng thành viên',
  appraiser: 'Chuyên viên thẩm định',
  'council-secretary': 'Thư ký Hội đồng',
  'council-member': 'Thành viên Hội đồng',
  clerk: 'Người lập hồ sơ',
  'records-clerk': 'Văn thư',
  finance: 'Tài chính',
  accountant: 'Kế toán',
  admin: 'Quản trị hệ thống',
};

/** Whether a body of a kind may stand under one of that kind of row. */
export function mayStandUnder(kind: BodyKind, parentKind: string): boolean {
  switch (BODY_FACTS[kind].kind) {
    case 'province':
      return false;
    case 'commune':
    case 'department':
      return parentKind === 'province' || (parentKind === 'district' && kind !== 'standing-department');
    default:
      return true;
  }
}

/** Roles that only these kinds of bodies have. */
const ROLE_PLACES: Partial<Readonly<Record<PostRole, readonly string[]>>> = {
  chair: ['province', 'commune', 'district'],
  'deputy-chair': ['province', 'commune', 'district'],
  director: ['department'],
  'deputy-director': ['department'],
  head: ['unit', 'party', 'front', 'enterprise'],
  'deputy-head': ['unit', 'party', 'front', 'enterprise'],
  'board-chair': ['enterprise', 'unit'],
};

export function roleOf(code: string): PostRole | undefined {
  return POST_ROLES.find((role) => role === code);
}

export function hasRole(role: PostRole, bodyKind: string): boolean {
  return ROLE_PLACES[role]?.includes(bodyKind) ?? true;
}

/** Roles that one person holds at a time: tasks and signatures ask for the one. */
export const SINGLE_ROLES: readonly PostRole[] = ['chair', 'director', 'head', 'board-chair'];

/** The kind a body was made as, read back from its row. */
export function bodyKindOf(org: Facts): BodyKind | null {
  const found = (Object.entries(BODY_FACTS) as [BodyKind, BodyFacts][]).find(
    ([, facts]) =>
      facts.kind === org.kind &&
      facts.orgKind === org.orgKind &&
      facts.level === org.level &&
      (facts.tier === org.tier || org.kind === 'department'),
  );
  return found?.[0] ?? null;
}

import type { Movement } from '@thidua/awards';
import type { OrgRecord } from '@thidua/store';
import { bodiesBelow, mayNotBeOrdered, proposeRecipients } from './recipients';

const line = { from: 391, to: 391 };
const PLAN: Pick<Movement, 'audiences' | 'roles'> = {
  audiences: [
    { audience: 'agency', outsideToo: false, quote: 'Các cơ quan, đơn vị thuộc xã', line },
    { audience: 'front', outsideToo: false, quote: 'Mặt trận Tổ quốc và các tổ chức chính trị - xã hội', line },
  ],
  roles: [
    { role: 'budget', body: 'Phòng Kinh tế', quote: 'bố trí kinh phí', line },
    { role: 'front', body: 'Ủy ban Mặt trận Tổ quốc Việt Nam xã', quote: 'Đề nghị Ủy ban Mặt trận Tổ quốc', line },
  ],
};
const COMMUNE = org('UBND xã Gia Phúc', { kind: 'commune', level: 'XA', parentId: null });

describe('whom a plan goes to', () => {
  const proposed = (name: string, more: Partial<OrgRecord>) => proposeRecipients(PLAN, COMMUNE, [org(name, more)])[0];

  it('gives a body of the executive a duty, with the words that speak of it', () => {
    expect(proposed('Trường Mầm non Hoa Sen', { orgKind: 'school' })).toMatchObject({
      ...{ asked: 'duty', fixed: false, suggested: true },
      reason: 'Đối tượng thi đua: “Các cơ quan, đơn vị thuộc xã” (dòng 391)',
    });
  });

  it('knows a body that the plan names itself', () => {
    expect(proposed('Phòng Kinh tế xã Gia Phúc', {})?.reason).toBe('Được nêu trong kế hoạch: “bố trí kinh phí” (dòng 391)');
  });

  it.each([
    ['Ủy ban MTTQ Việt Nam xã Gia Phúc', 'front'],
    ['Đoàn TNCS Hồ Chí Minh xã Gia Phúc', 'front'],
    ['Hội Nông dân xã', 'association'],
    ['Ban Xây dựng Đảng', 'party'],
  ] as const)('never orders %s', (name, orgKind) => {
    expect(proposed(name, { orgKind })).toMatchObject({ asked: 'cooperation', fixed: true });
    expect(mayNotBeOrdered(org(name, { orgKind }))).toBe(true);
  });

  it('asks an enterprise to join in where nobody decides otherwise, and suggests none that the plan does not speak of', () => {
    expect(proposed('Công ty A', { orgKind: 'enterprise', kind: 'enterprise' })).toMatchObject({
      ...{ asked: 'cooperation', fixed: false, suggested: false },
    });
  });

  it('looks only at what stands below on the day, and not at Sở Nội vụ, which runs the province’s movements', () => {
    const province = org('UBND tỉnh', { kind: 'province', level: 'TINH', parentId: null });
    const below = (name: string, more: Partial<OrgRecord>) => org(name, { parentId: province.id, ...more });
    const all = [
      below('Sở Nội vụ', { kind: 'department', level: 'TINH' }),
      below('Sở Y tế', { kind: 'department', level: 'TINH' }),
      below('UBND thị xã', { kind: 'district', level: 'HUYEN', validTo: '2025-07-01' }),
      below('UBND xã A', { kind: 'commune', level: 'XA', validFrom: '2025-07-01' }),
    ];
    expect(bodiesBelow(province, all, '2025-06-30').map((one) => one.name)).toEqual(['Sở Y tế', 'UBND thị xã']);
    expect(bodiesBelow(province, all, '2025-07-01').map((one) => one.name)).toEqual(['Sở Y tế', 'UBND xã A']);
  });
});

function org(name: string, more: Partial<OrgRecord>): OrgRecord {
  return {
    ...{ provinceId: 'HP', id: name, parentId: 'UBND xã Gia Phúc', kind: 'unit', level: 'UNIT', name, headBody: name, place: 'A' },
    ...{ symbol: 'A', tier: 'don-vi', legalPerson: true, hasSeal: true, orgKind: 'agency', managingOrgId: null },
    ...{ validFrom: '2024-01-01', validTo: null },
    ...more,
  };
}

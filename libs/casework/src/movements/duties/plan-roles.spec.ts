import { bodyMeant, isAskedOnly } from './plan-roles';

const BODIES = [
  'Phòng Kinh tế xã Gia Phúc',
  'Trung tâm Văn hóa, Thể thao và Truyền thông xã Gia Phúc',
  'Ủy ban MTTQ Việt Nam xã Gia Phúc',
  'Thôn Đông Hào',
  'Thôn Tây Hào',
].map((name) => ({ name }));

describe('the body a plan means', () => {
  it.each([
    ['Phòng Kinh tế', 'Phòng Kinh tế xã Gia Phúc'],
    ['Trung tâm Văn hoá, Thể thao và Truyền thông', 'Trung tâm Văn hóa, Thể thao và Truyền thông xã Gia Phúc'],
    ['Uỷ ban Mặt trận Tổ quốc Việt Nam xã', 'Ủy ban MTTQ Việt Nam xã Gia Phúc'],
    ['thôn Đông Hào', 'Thôn Đông Hào'],
  ])('%s is %s', (words, name) => {
    expect(bodyMeant(words, BODIES)?.name).toBe(name);
  });

  it.each(['Các thôn trên địa bàn xã', 'Thôn', 'Phòng Kinh', 'Công chức Tài chính - Kế toán', ''])('%p means none of them', (words) => {
    expect(bodyMeant(words, BODIES)).toBeUndefined();
  });

  it('orders nothing from Mặt trận and associations', () => {
    expect(isAskedOnly({ kind: 'front', orgKind: 'agency' })).toBe(true);
    expect(isAskedOnly({ kind: 'unit', orgKind: 'association' })).toBe(true);
    expect(isAskedOnly({ kind: 'unit', orgKind: 'agency' })).toBe(false);
  });
});

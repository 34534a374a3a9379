import { packWithDecisions } from '../../test/eligibility-facts';
import { ceremonyOrder, type Honouree } from './ceremony-order';

interface Named extends Honouree {
  readonly name: string;
}

const pack = packWithDecisions();
const row = (name: string, award: string, kind: Honouree['kind'] = 'individual', posthumous = false): Named => ({
  name,
  award,
  kind,
  posthumous,
});
const order = (rows: readonly Named[]): readonly string[] => ceremonyOrder(pack, rows).map(({ name }) => name);

describe('the order of a ceremony (R-22)', () => {
  it('gives the higher before the lower, whoever decides it', () => {
    const rows = [
      row('xã', 'GK_XA'),
      row('đơn vị', 'GK_UNIT'),
      row('Chủ tịch nước', 'HCLD1'),
      row('tỉnh', 'BK_TINH'),
      row('Thủ tướng', 'BK_TTG'),
    ];
    expect(order(rows)).toEqual(['Chủ tịch nước', 'Thủ tướng', 'tỉnh', 'xã', 'đơn vị']);
  });

  it('gives the first class of an order before the third', () => {
    expect(order([row('ba', 'HCLD3'), row('nhất', 'HCLD1'), row('nhì', 'HCLD2')])).toEqual(['nhất', 'nhì', 'ba']);
  });

  it('gives titles before forms at one deciding level, and not across levels', () => {
    const rows = [
      row('bằng khen', 'BK_TINH'),
      row('giấy khen', 'GK_XA'),
      row('lao động tiên tiến', 'LDTT'),
      row('chiến sĩ thi đua', 'CSTDT'),
    ];
    expect(order(rows)).toEqual(['chiến sĩ thi đua', 'bằng khen', 'lao động tiên tiến', 'giấy khen']);
  });

  it('gives collectives and households before individuals within one form, the living before the dead', () => {
    const rows = [
      row('đã mất', 'GK_XA', 'individual', true),
      row('ông', 'GK_XA'),
      row('hộ', 'GK_XA', 'household'),
      row('bà', 'GK_XA'),
      row('tổ', 'GK_XA', 'collective'),
    ];
    expect(order(rows)).toEqual(['hộ', 'tổ', 'ông', 'bà', 'đã mất']);
  });

  it('keeps an award the pack does not know, last', () => {
    expect(order([row('lạ', 'KHÔNG_CÓ'), row('xã', 'GK_XA')])).toEqual(['xã', 'lạ']);
  });
});

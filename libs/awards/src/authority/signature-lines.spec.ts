import { ownRowPlan } from './own-row-plan';
import { signatureLines, type SignatureCapacity } from './signature-lines';

describe('signatureLines', () => {
  it.each<[string, SignatureCapacity, readonly string[]]>([
    ['a chair’s own decision', { office: 'chair', as: 'head' }, ['CHỦ TỊCH']],
    ['a deputy for the chair', { office: 'chair', as: 'KT' }, ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
    ['a submission of the committee', { office: 'committee', as: 'head' }, ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
    ['the same by a deputy', { office: 'committee', as: 'KT' }, ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
    [
      'a standing deputy',
      { office: 'chair', as: 'KT', substituteTitle: 'Phó Chủ tịch Thường trực' },
      ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH THƯỜNG TRỰC'],
    ],
    ['a department', { office: 'director', as: 'head' }, ['GIÁM ĐỐC']],
    ['a deputy director', { office: 'director', as: 'KT' }, ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']],
    ['a school', { office: 'unit-head', as: 'KT', headTitle: 'Hiệu trưởng' }, ['KT. HIỆU TRƯỞNG', 'PHÓ HIỆU TRƯỞNG']],
    ['a council', { office: 'council', as: 'head' }, ['TM. HỘI ĐỒNG', 'CHỦ TỊCH']],
    ['by order', { office: 'chair', as: 'TL', substituteTitle: 'Chánh Văn phòng' }, ['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG']],
    ['an acting head', { office: 'director', as: 'Q' }, ['Q. GIÁM ĐỐC']],
    ['the Prime Minister', { office: 'prime-minister', as: 'head' }, ['THỦ TƯỚNG']],
  ])('%s', (_, capacity, lines) => {
    expect(signatureLines(capacity)).toEqual(lines);
  });
});

describe('ownRowPlan', () => {
  it.each([
    [{ signerIsNominee: false, deputyFree: true }, 'head-signs', false],
    [{ signerIsNominee: false, deputyFree: false }, 'head-signs', false],
    [{ signerIsNominee: true, deputyFree: true }, 'deputy-signs', false],
    [{ signerIsNominee: true, deputyFree: false }, 'split-own-row', true],
  ] as const)('%j → %s', (facts, plan, warning) => {
    expect(ownRowPlan(facts)).toMatchObject({ plan, warning });
  });

  it('splits at once where the house policy says so', () => {
    expect(ownRowPlan({ signerIsNominee: true, deputyFree: true }, 'split').plan).toBe('split-own-row');
  });
});

import type { JsonObject } from '@thidua/kernel';
import { finalData } from '../papers/final-data';
import { isSameButOpen, openAgain } from './draft-for';

const draft: JsonObject = {
  subject: 'Về việc tặng Giấy khen',
  frame: { number: null, symbol: 'QĐ-UBND', date: null, signature: { lines: ['CHỦ TỊCH'], name: 'Đỗ Đức Chiến' } },
};
const signer = { mode: 'digital', fullName: 'Đỗ Đức Chiến', title: 'Chủ tịch', role: 'chair', signedMs: 0 } as const;
const issue = { data: draft, number: '12', symbol: 'QĐ-UBND', date: '2026-03-02', signer };

const isSigned = (over: Partial<Parameters<typeof finalData>[0]>): boolean => {
  const of = { ...issue, ...over };
  return isSameButOpen({ data: of.data }, openAgain(of.data, finalData(of)));
};

describe('the bytes that were approved', () => {
  it('are signed when number and date are all that came to them', () => {
    expect(isSigned({})).toBe(true);
  });

  it('are not when a deputy signed in the place of the head the draft names', () => {
    expect(isSigned({ signer: { ...signer, fullName: 'Phạm Quang Hưng', role: 'deputy-chair' } })).toBe(false);
  });

  it('are not when the number is of another symbol than the draft shows', () => {
    expect(isSigned({ symbol: 'QĐ-UB' })).toBe(false);
  });

  it('keep a day of their own, as minutes do, and are made again when the number brings another', () => {
    const minutes = { ...draft, frame: { ...(draft['frame'] as JsonObject), date: '2026-03-02' } };
    expect(isSigned({ data: minutes })).toBe(true);
    expect(isSigned({ data: minutes, date: '2026-03-05' })).toBe(false);
    expect(isSigned({ data: minutes, number: null, symbol: null, date: '2026-03-05' })).toBe(true);
  });
});

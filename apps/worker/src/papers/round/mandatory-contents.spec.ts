import { date, shippedPack } from '../../../../../test/harness/shipped-law';
import { mandatoryContents } from './mandatory-contents';

const today = date('2026-03-02');
const pack = shippedPack('vn-2025-nd152');

describe('what a Tờ trình must hold', () => {
  it('are the four contents of ND152 33.11 for a State award', () => {
    const rows = mandatoryContents(pack, { kind: 'to-trinh', awards: ['COCP'], today });
    expect(rows.map(({ need }) => need)).toEqual(expect.arrayContaining(['legal-basis', 'proposal', 'opinions', 'appraisal']));
    expect(rows.find(({ need }) => need === 'appraisal')?.citation).toContain('khoản 11 Điều 33');
  });

  it('is nothing of the kind for an award of the commune, or for another paper', () => {
    expect(mandatoryContents(pack, { kind: 'to-trinh', awards: ['GK_XA'], today })).toEqual([]);
    expect(mandatoryContents(pack, { kind: 'quyet-dinh', awards: ['COCP'], today })).toEqual([]);
  });
});

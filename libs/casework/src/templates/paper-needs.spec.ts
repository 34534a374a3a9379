import { date, shippedPack } from '../../../../test/harness/shipped-law';
import { paperNeeds } from './paper-needs';

const today = date('2026-03-02');
const pack = shippedPack('vn-2025-nd152');

describe('what a Tờ trình must hold', () => {
  it('are the four contents of ND152 33.11 for a State award', () => {
    const rows = paperNeeds(pack, { kind: 'to-trinh', awards: ['COCP'], day: today });
    expect(rows.map(({ need }) => need)).toEqual(expect.arrayContaining(['legal-basis', 'proposal', 'opinions', 'appraisal']));
    expect(rows.find(({ need }) => need === 'appraisal')?.citation).toContain('khoản 11 Điều 33');
  });

  it('is nothing of the kind for an award of the commune, or for another paper', () => {
    expect(paperNeeds(pack, { kind: 'to-trinh', awards: ['GK_XA'], day: today })).toEqual([]);
    expect(paperNeeds(pack, { kind: 'quyet-dinh', awards: ['COCP'], day: today })).toEqual([]);
  });

  it('is all of it where the award is not known yet: a template is for any', () => {
    const needs = paperNeeds(pack, { kind: 'to-trinh', awards: null, day: today }).map(({ need }) => need);
    expect(needs).toEqual(expect.arrayContaining(['legal-basis', 'proposal', 'opinions', 'appraisal']));
  });
});

import { describe, expect, it } from 'vitest';
import vi from '../../i18n/vi.json';
import { FACT_FIELDS, factOf, isReady, PAPER_FIELDS } from './fact-fields';

const PAPER = { 'paper.number': '12/QĐ-UBND', 'paper.date': '2025-01-15', 'paper.body': 'UBND xã' };

describe('a fact as it is typed', () => {
  it('becomes the body of the request, empty fields left out', () => {
    expect(factOf('award', { ...PAPER, award: 'CSTDCS', awardType: 'merit', year: '2024', achievementFrom: '' })).toEqual({
      kind: 'award',
      paper: { number: '12/QĐ-UBND', date: '2025-01-15', body: 'UBND xã' },
      award: 'CSTDCS',
      awardType: 'merit',
      year: 2024,
    });
  });

  it('says null for a count nobody told, and false for what was not ticked', () => {
    expect(factOf('collective', { ...PAPER, year: '2025', members: '20' })).toMatchObject({ members: 20, women: null, partyRating: null });
    expect(factOf('rating', { ...PAPER, year: '2025', maternity: 'yes' })).toMatchObject({ rating: null, maternity: true });
  });

  it('is ready with its paper, and a rating with a grade or a leave', () => {
    expect(isReady('rating', { ...PAPER, year: '2025' })).toBe(false);
    expect(isReady('rating', { ...PAPER, year: '2025', rating: 'good' })).toBe(true);
    expect(isReady('rating', { ...PAPER, year: '2025', maternity: 'yes' })).toBe(true);
    expect(isReady('rating', { year: '2025', rating: 'good' })).toBe(false);
  });

  it('has words for every field and choice', () => {
    const { field, choice } = vi.evidence;
    const fields = [...Object.values(FACT_FIELDS).flat(), ...PAPER_FIELDS];
    expect(fields.map((one) => one.name).filter((name) => !Object.hasOwn(field, name))).toEqual([]);
    expect(fields.flatMap((one) => one.choices ?? []).filter((name) => !Object.hasOwn(choice, name))).toEqual([]);
  });
});

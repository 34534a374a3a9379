import type { IntakeMenu } from '@thidua/contract';
import { describe, expect, it } from 'vitest';
import { emptyRow, launchOf, menuOf, missingIn, refusedOf, type Draft, type NomineeDraft } from './draft';

const award = (code: string, reason: string | null = null): IntakeMenu['awards'][number] => ({
  code,
  name: code,
  kinds: ['individual'],
  types: ['merit'],
  decider: { title: 'Chủ tịch', ruleId: 'AU-04', citation: '', confirmed: true },
  line: null,
  due: null,
  ofCluster: false,
  posthumous: true,
  refusal: reason === null ? null : { reason, ruleId: 'AU-01', citation: '' },
});
const MENU: IntakeMenu = {
  orgName: 'Trường',
  route: 'upper',
  receiver: 'UBND xã',
  desk: 'UBND xã',
  mayDecideItself: true,
  chain: [],
  under: null,
  types: ['merit'],
  grounds: [],
  awards: [award('GK_XA'), award('GK_UNIT', 'head-decides')],
};
const row: NomineeDraft = emptyRow(menuOf(MENU), { key: 'k', name: 'An', achievement: 'Thành tích tốt' });
const draft: Draft = {
  orgId: 'o',
  movementId: 'gp',
  underMovementId: null,
  occasion: 'annual',
  year: 2026,
  title: 'Khen thưởng',
  route: 'upper',
  simplified: null,
  rows: [row],
};

describe('wizard', () => {
  it('offers only what this body may propose, and keeps the rest for those who ask why', () => {
    expect(menuOf(MENU).map((one) => one.code)).toEqual(['GK_XA']);
    expect(refusedOf(MENU).map((one) => one.code)).toEqual(['GK_UNIT']);
    expect(menuOf(undefined)).toEqual([]);
  });

  it('chooses the only award there is', () => {
    expect(row.award).toBe('GK_XA');
  });

  it('does not go on with an award that is not on the menu, a period turned round, or half an address', () => {
    const missing = (part: Partial<NomineeDraft>): readonly string[] =>
      missingIn('nominees', { ...draft, rows: [{ ...row, ...part }] }, menuOf(MENU));
    expect(missing({ award: 'BK_TTG' })).toEqual(['wizard.missing.award']);
    expect(missing({ achievementFrom: '2026-02-01', achievementTo: '2026-01-01' })).toEqual(['wizard.missing.period']);
    expect(missing({ scope: 'outside', outsider: { managingBody: 'UBND xã An Khánh', address: '' } })).toEqual(['wizard.missing.outsider']);
    expect(missing({})).toEqual([]);
  });

  it('sends nothing that belongs to the page only, and nothing that was not told', () => {
    expect(Object.keys(launchOf(draft)).sort()).toEqual(['movementId', 'occasion', 'orgId', 'rows', 'title', 'year']);
    expect(Object.keys(launchOf(draft).rows[0] ?? {}).sort()).toEqual(['achievement', 'award', 'kind', 'name', 'scope', 'title']);
  });

  it('sends the ground of a simplified procedure, the route, and who manages a nominee from outside', () => {
    const outsider = { managingBody: 'UBND xã An Khánh', address: 'Thái Nguyên' };
    const told = {
      ...draft,
      simplified: 'sudden-act' as const,
      route: 'own' as const,
      rows: [{ ...row, scope: 'outside' as const, outsider, posthumous: true }],
    };
    expect(launchOf(told)).toMatchObject({ simplified: 'sudden-act', route: 'own', rows: [{ outsider, posthumous: true }] });
    expect(launchOf({ ...told, rows: [{ ...row, outsider }] }).rows[0]).not.toHaveProperty('outsider');
  });
});

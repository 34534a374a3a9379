import type { MovementList } from '@thidua/contract';
import { describe, expect, it } from 'vitest';
import { launchOf, menuOf, missingIn, type Draft, type NomineeDraft } from './draft';

const award = (code: string): MovementList['withoutMovement'][number]['awards'][number] => ({
  code,
  name: code,
  decider: 'Chủ tịch',
  line: null,
});
const MOVEMENTS: MovementList = {
  movements: [
    {
      id: 'gp',
      name: 'Phong trào',
      launcher: 'UBND xã',
      period: '2025–2030',
      occasions: [{ occasion: 'annual', label: 'Hằng năm', awards: [award('GK_XA')] }],
      criteria: [],
      dossierParts: [],
      source: 'KH 1',
    },
  ],
  withoutMovement: [{ occasion: 'ad-hoc', label: 'Đột xuất', awards: [award('BK_TINH')] }],
};
const row: NomineeDraft = {
  key: 'k',
  kind: 'individual',
  name: 'An',
  title: '',
  scope: 'inside',
  award: 'GK_XA',
  achievement: 'Thành tích tốt',
  history: [],
};
const draft: Draft = { orgId: 'o', movementId: 'gp', occasion: 'annual', year: 2026, title: 'Khen thưởng', rows: [row] };

describe('wizard', () => {
  it('offers only what the plan lists for the occasion', () => {
    expect(menuOf(draft, MOVEMENTS).map((one) => one.code)).toEqual(['GK_XA']);
    expect(menuOf({ ...draft, movementId: null, occasion: 'ad-hoc' }, MOVEMENTS).map((one) => one.code)).toEqual(['BK_TINH']);
  });

  it('does not go on with an award that is not on the menu', () => {
    const menu = menuOf(draft, MOVEMENTS);
    expect(missingIn('nominees', { ...draft, rows: [{ ...row, award: 'BK_TTG' }] }, menu)).toEqual(['wizard.missing.award']);
    expect(missingIn('nominees', draft, menu)).toEqual([]);
  });

  it('sends nothing that belongs to the page only', () => {
    expect(Object.keys(launchOf(draft).rows[0] ?? {}).sort()).toEqual(['achievement', 'award', 'kind', 'name', 'scope', 'title']);
  });
});

import type { Pack } from '@thidua/awards';
import type { RowAwardType } from '@thidua/store';
import { Refused } from '../refused';

export type SimplifiedGround =
  'political-task' | 'sudden-act' | 'life-or-property' | 'international-prize' | 'found-by-head' | 'service' | 'tenure' | 'external';

interface Ground {
  /** Types of award the ground fits. */
  readonly types: readonly RowAwardType[];
  /** Row of the pack whose citation is shown; without one, the statute's own list. */
  readonly ruleId: string;
}

const ANY: readonly RowAwardType[] = ['merit', 'sudden', 'service', 'tenure', 'external'];
const STATUTE = 'Điều 85 Luật Thi đua, khen thưởng năm 2022';

/** The statute's own list (law.md 13 'simple procedure', R-14): nothing else opens the simplified procedure. */
export const SIMPLIFIED_GROUNDS: Readonly<Record<SimplifiedGround, Ground>> = {
  'political-task': { types: ['merit', 'sudden'], ruleId: 'W-85' },
  'sudden-act': { types: ['sudden'], ruleId: 'W-85' },
  'life-or-property': { types: ['sudden'], ruleId: 'W-85' },
  'international-prize': { types: ['merit', 'sudden'], ruleId: 'W-85' },
  'found-by-head': { types: ANY, ruleId: 'R-14' },
  service: { types: ['service'], ruleId: 'W-85' },
  tenure: { types: ['tenure'], ruleId: 'W-85' },
  external: { types: ['external'], ruleId: 'W-85' },
};

export function groundCitation(pack: Pack, ground: SimplifiedGround): string {
  const { ruleId } = SIMPLIFIED_GROUNDS[ground];
  return pack.rules.find((row) => row.id === ruleId)?.citation ?? STATUTE;
}

/** Every row of the dossier must be of a type that the ground is about. @throws Refused simplified-ground */
export function demandGround(
  pack: Pack,
  ground: SimplifiedGround,
  rows: readonly { readonly name: string; readonly award: string; readonly awardType: RowAwardType }[],
): void {
  const { types, ruleId } = SIMPLIFIED_GROUNDS[ground];
  const citation = groundCitation(pack, ground);
  const misfit = rows.find((row) => !types.includes(row.awardType));
  if (misfit !== undefined) {
    throw new Refused('simplified-ground', { ground, ruleId, citation, name: misfit.name, awardType: misfit.awardType, types: [...types] });
  }
  const title = rows.find((row) => pack.awards.some((award) => award.award === row.award && award.kind === 'title'));
  if (title !== undefined) {
    throw new Refused('simplified-ground', { ground, ruleId, citation, name: title.name, award: title.award, types: [...types] });
  }
}

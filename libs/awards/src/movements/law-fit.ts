import type { LocalDate } from '@thidua/kernel';
import { NOTHING_KNOWN } from '../eligibility/nothing-known';
import { overallOf } from '../eligibility/verdict';
import { criterionVerdicts } from '../eligibility/verdicts-for';
import { awardOf } from '../pack/award-name';
import type { Pack } from '../pack/pack';
import type { ChainLink } from './chain';

export type LawFit =
  | { readonly fits: true }
  /** The criterion that no nominee can meet under this movement. */
  | { readonly fits: false; readonly ruleId: string; readonly citation: string; readonly text: string; readonly confirmed: boolean };

export interface LawFitQuestion {
  readonly award: string;
  /** As dossiers name it: 'annual', 'interim', 'final'. */
  readonly occasion: string;
  readonly link: ChainLink;
  readonly date: LocalDate;
}

/**
 * Whether the law leaves an award open at all under a movement of this launcher and length on this occasion, whoever the nominee is: the
 * award's criteria asked with nothing else known. An award the pack does not know fits no movement.
 */
export function lawFit(pack: Pack, { award, occasion, link, date }: LawFitQuestion): LawFit {
  const row = awardOf(pack, award);
  if (row === undefined) {
    return {
      fits: false,
      ruleId: '',
      citation: pack.citation,
      text: 'Hình thức khen thưởng không có trong gói quy định.',
      confirmed: true,
    };
  }
  if (row.types.length > 0 && !row.types.includes('movement')) {
    return { fits: false, ruleId: row.id, citation: row.citation, text: 'Không trao theo phong trào thi đua.', confirmed: row.confirmed };
  }
  const movement = { id: link.id, name: link.name, launcher: link.launcher, years: link.years, leads: null };
  const asked = { ...NOTHING_KNOWN, award, awardType: 'movement' as const, occasion, year: date.year, movement };
  const failed = row.nominees.map((kind) => overallOf(criterionVerdicts(pack, { ...asked, kind }, date)).failed[0]);
  const [first] = failed;
  if (first === undefined || failed.includes(undefined)) {
    return { fits: true };
  }
  return { fits: false, ruleId: first.criterionId, citation: first.citation, text: first.text, confirmed: first.confirmed };
}

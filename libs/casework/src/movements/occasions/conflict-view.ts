import type { MenuOccasion, Pack, PlanChoice, PlanConflict } from '@thidua/awards';
import type { PlanConflictView } from '@thidua/contract';
import { isoOf, type LocalDate } from '@thidua/kernel';
import type { ChoiceRecord } from '@thidua/store';
import { deciderTitle, decidingRow } from '../../law/deciding-row';
import { nameOfAward } from '../../law/names';

const OCCASION: Readonly<Record<MenuOccasion, string>> = {
  annual: 'Khen thưởng hàng năm',
  'interim-review': 'Khen thưởng sơ kết',
  'final-review': 'Khen thưởng tổng kết',
  unspecified: 'Không gắn với dịp nào',
};

export interface ViewOf {
  readonly pack: Pack;
  readonly day: LocalDate;
  readonly tiers: readonly string[];
  readonly titles: Readonly<Partial<Record<string, string>>>;
}

export function conflictView(conflict: PlanConflict, chosen: ChoiceRecord | undefined, around: ViewOf): PlanConflictView {
  const { path, code, occasions, awards, plan, law, pick, choices } = conflict;
  return {
    ...{ path, code, pick, occasions: occasions.map((one) => OCCASION[one]), awards: [...awards] },
    plan: { quote: plan.quote, from: plan.line.from, to: plan.line.to },
    law: { ruleId: law.ruleId, citation: law.citation, text: lawText(conflict, around), confirmed: law.confirmed },
    choices: choices.map((choice) => ({ id: choice.id, label: labelOf(choice, around), ruleId: choice.ruleId, citation: choice.citation })),
    decision:
      chosen === undefined
        ? null
        : {
            picked: [...chosen.picked],
            reason: chosen.reason,
            personName: chosen.personName,
            positionTitle: chosen.positionTitle,
            at: isoOf(chosen.at.getTime()),
          },
  };
}

/** What the law says of it: the criterion's own words, or who decides what. */
function lawText({ code, law, awards }: PlanConflict, around: ViewOf): string {
  if (code !== 'own-authority' && code !== 'level-open') {
    return law.text;
  }
  return awards.map((award) => `${nameOf(award, around)}: ${deciderOf(award, around)} quyết định`).join('; ');
}

function labelOf({ id, award, link }: PlanChoice, around: ViewOf): string {
  switch (id) {
    case 'leave-out':
      return 'Không áp dụng hình thức này';
    case 'keep':
      return 'Giữ trong danh mục; từng đề nghị vẫn được thẩm định theo tiêu chuẩn của luật';
    case 'annual':
    case 'interim-review':
    case 'final-review':
      return OCCASION[id];
    default:
      return link === null
        ? `${nameOf(award ?? id, around)} (${deciderOf(award ?? id, around)} quyết định)`
        : `Đề nghị theo phong trào “${link.name}” do ${link.launcherBody} phát động`;
  }
}

function nameOf(award: string, { pack, tiers }: ViewOf): string {
  return nameOfAward(pack, award, tiers, 'full');
}

function deciderOf(award: string, { pack, day, titles }: ViewOf): string {
  return deciderTitle(decidingRow(pack, award, day)?.level, titles);
}

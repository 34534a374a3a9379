import { planOccasion, type Movement, type Pack, type PlanSource } from '@thidua/awards';
import type { WorkOccasion } from '@thidua/store';
import { openMenu } from '../../dossiers/menu';
import { deciderTitle, decidingRow } from '../../law/deciding-row';
import { nameOfAward } from '../../law/names';
import type { ViewOf } from './conflict-view';

export interface OccasionAward {
  readonly award: string;
  /** Null where the law alone says so: đột xuất. */
  readonly source: PlanSource | null;
}

/** What a plan offers on an occasion after the decisions; for đột xuất, of which plans say nothing, what the law does. */
export function occasionAwards(read: Movement, occasion: WorkOccasion, pack: Pack): readonly OccasionAward[] {
  const wanted = planOccasion(occasion);
  if (wanted === undefined) {
    return openMenu('ad-hoc', pack).map(({ award }) => ({ award, source: null }));
  }
  const items = read.menus.filter((menu) => menu.occasions.includes(wanted)).flatMap((menu) => menu.items);
  return items
    .filter((item, index) => items.findIndex((one) => one.award === item.award) === index)
    .map(({ award, quote, line }) => ({ award, source: { quote, line } }));
}

export function awardLine(
  { award, source }: OccasionAward,
  { pack, day, tiers, titles }: ViewOf,
): { code: string; name: string; decider: string; plan: { quote: string; from: number; to: number } | null } {
  return {
    code: award,
    name: nameOfAward(pack, award, tiers, 'full'),
    decider: deciderTitle(decidingRow(pack, award, day)?.level, titles),
    plan: source === null ? null : { quote: source.quote, from: source.line.from, to: source.line.to },
  };
}

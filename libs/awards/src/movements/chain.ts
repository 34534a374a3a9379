import type { Level } from '../pack/pack';
import type { Movement, PlanSource } from './movement';
import { plannedYears, yearsBetween } from './planned-years';

/** A movement under which a nomination may be made: the plan's own, one it carries out, or one a document above launches. */
export interface ChainLink {
  /** Id of the movement; '<movement>#<symbol>' where only a plan speaks of it. */
  readonly id: string;
  readonly name: string;
  readonly launcher: Level;
  readonly launcherBody: string;
  /** Planned length in whole years; null where no end or no beginning is given. */
  readonly years: number | null;
  /** Number and title of the plan, or the symbol of the document that launches it. */
  readonly plan: string;
  /** Where the plan says so. */
  readonly source: PlanSource;
}

/**
 * The chain a movement stands in, nearest first: itself, the movements above it (`above`, its parent first), then what the documents they
 * name launch and no movement of ours stands for.
 */
export function chainOf(movement: Movement, above: readonly Movement[] = []): readonly ChainLink[] {
  const plans = [movement, ...above];
  const known = new Set(plans.flatMap(({ plan }) => plan.number ?? []));
  const links = plans.map(ownLink);
  for (const plan of plans) {
    for (const parent of plan.parents) {
      if (parent.launches !== null && !known.has(parent.symbol)) {
        known.add(parent.symbol);
        const { name, level, body, start, end } = parent.launches;
        links.push({
          id: `${plan.id}#${parent.symbol}`,
          name,
          launcher: level,
          launcherBody: body,
          years: yearsBetween(start, end),
          plan: parent.symbol,
          source: { quote: parent.quote, line: parent.line },
        });
      }
    }
  }
  return links;
}

/** 'Số 56/KH-UBND: Kế hoạch …', the title alone where the plan has no number. */
export function planTitle({ plan }: Pick<Movement, 'plan'>): string {
  return plan.number === null ? plan.title : `${plan.number}: ${plan.title}`;
}

function ownLink(movement: Movement): ChainLink {
  const { id, name, launcher } = movement;
  return {
    id,
    name: name.value,
    launcher: launcher.level,
    launcherBody: launcher.body,
    years: plannedYears(movement),
    plan: planTitle(movement),
    source: { quote: launcher.quote, line: launcher.line },
  };
}

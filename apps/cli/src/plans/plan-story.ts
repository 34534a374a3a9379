import type { Stage } from '../cases/case';
import type { CommuneCast } from '../people/cast';
import type { CaseLine } from '../report';

export const PLAN_KEYS = ['van-xuan', 'tan-lap', 'thai-nguyen', 'hoa-phong', 'gia-phuc'] as const;
export type PlanKey = (typeof PLAN_KEYS)[number];

/** Who proposes in a place, by the prefix of their user names. */
export interface Proposers {
  /** An agency that is a legal person and gives giấy khen itself. */
  readonly agency: string;
  /** Who proposes people for awards of the province and the State. */
  readonly upward: string;
  /** Leads its khối; gives giấy khen to its own people. */
  readonly enterprise: string;
  /** Thôn, tổ dân phố: no legal person. */
  readonly hamlet: string;
}

export interface PlanPlace {
  /** Prefix of the province's user names. */
  readonly province: string;
  readonly provinceChair: string;
  /** The commune whose chair decides giấy khen and puts forward what goes up. */
  readonly commune: CommuneCast;
  readonly communeChair: string;
  /** Bodies of the province propose to Sở Nội vụ; those of a commune to it. */
  readonly upwardTo: 'commune' | 'province';
  readonly proposers: Proposers;
  /** Bodies asked for plans, reports, scores, by prefix of their user names. */
  readonly bodies: readonly string[];
  /** Those who compete in khối of the province, where flags are given: five khối of three. */
  readonly voters: readonly string[];
}

export type PlanOccasion = 'annual' | 'interim' | 'final';

export interface OccasionAwards {
  readonly occasion: PlanOccasion;
  readonly year: number;
  /** Forms of the menu, and those it leaves to everyone's own power; of the three classes of a huân chương one stands for the form. */
  readonly awards: readonly string[];
  /** What the plan does not offer then. */
  readonly refused: string;
}

/** What a story has learnt so far. */
export interface Told {
  /** Movements of the plan as they were launched. */
  movementIds: readonly string[];
  /** A hồ sơ that a commune which has ended left open. */
  leftOpen?: string;
}

export interface Chapter {
  /** The demo's clock when it begins, YYYY-MM-DD. */
  readonly day: string;
  readonly title: string;
  readonly play: (stage: Stage, told: Told) => Promise<readonly CaseLine[]>;
}

/** One plan in force from launch to tổng kết. */
export interface PlanStory {
  readonly key: PlanKey;
  readonly title: string;
  /** The plan's text, beside the driver. */
  readonly seed: string;
  readonly place: PlanPlace;
  readonly occasions: readonly OccasionAwards[];
  readonly chapters: readonly Chapter[];
}

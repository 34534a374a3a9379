import type { Level } from '../pack/pack';

/** A value read from a plan: the words it rests on and their lines (1-based, inclusive) in the plan's text. */
export interface PlanSource {
  readonly quote: string;
  readonly line: { readonly from: number; readonly to: number };
}

/** hàng năm · sơ kết · tổng kết · the plan gives a list without saying for which occasion. */
export const OCCASIONS = ['annual', 'interim-review', 'final-review', 'unspecified'] as const;
export type MenuOccasion = (typeof OCCASIONS)[number];
export type Occasion = Exclude<MenuOccasion, 'unspecified'>;

export const AUDIENCES = ['agency', 'enterprise', 'individual', 'front', 'other'] as const;
export type Audience = (typeof AUDIENCES)[number];

/**
 * listed: the plan names the award · own-authority: it says only 'theo thẩm quyền' · level-open: it names a form without saying whose
 * ('Bằng khen'); each award that may be meant is an item of its own with the same words.
 */
export const MENU_BASES = ['listed', 'own-authority', 'level-open'] as const;

export interface MenuItem extends PlanSource {
  readonly award: string;
  readonly basis: (typeof MENU_BASES)[number];
}

export interface Menu {
  readonly occasions: readonly MenuOccasion[];
  readonly items: readonly MenuItem[];
}

/** Partial dates as the plan gives them: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'; null = the plan leaves it open. */
export interface Period {
  readonly start: string | null;
  readonly end: string | null;
}

export interface Phase extends PlanSource, Period {
  readonly number: number;
  readonly review: Occasion | null;
  readonly reviewYear: number | null;
}

/**
 * What a criterion of a plan asks for. rated-excellent: hoàn thành xuất sắc in the year of the award · excellent-years: in `atLeast` years of
 * `ofYears` (null = of the movement's years) · continuously-good: hoàn thành tốt or better in every year of the movement · recognised-result:
 * an initiative or solution recognised on paper · reports-on-time: every report of the unit sent by its day · cluster-vote: chosen by the
 * vote of the cụm, khối.
 */
export const PLAN_NEEDS = [
  'rated-excellent',
  'excellent-years',
  'continuously-good',
  'recognised-result',
  'reports-on-time',
  'cluster-vote',
] as const;
export type PlanNeed = (typeof PLAN_NEEDS)[number];

/** A criterion that a plan states so exactly that it can be judged; it holds for these awards on these occasions, beside the law's own. */
export interface PlanRule extends PlanSource {
  readonly occasions: readonly MenuOccasion[];
  readonly awards: readonly string[];
  readonly audiences: readonly Audience[];
  readonly needs: PlanNeed;
  readonly atLeast: number | null;
  readonly ofYears: number | null;
}

/** A movement that a document above launches and the plan carries out; `start` and `end` as in a period. */
export interface LaunchedAbove extends Period {
  readonly name: string;
  readonly level: Level;
  readonly body: string;
}

/** A movement (phong trào) as one plan sets it up. */
export interface Movement {
  readonly id: string;
  readonly plan: {
    readonly seed: string;
    readonly title: string;
    readonly issuer: string;
    /** Null where the plan leaves it blank: asked for, never invented. */
    readonly number: string | null;
    readonly date: string | null;
  };
  readonly name: PlanSource & { readonly value: string };
  readonly launcher: PlanSource & { readonly level: Level; readonly body: string };
  readonly carriedOutBy: PlanSource & { readonly level: Level; readonly body: string };
  readonly parents: readonly (PlanSource & {
    readonly symbol: string;
    readonly date: string;
    readonly issuer: string;
    /** The movement this document launches; null where it launches none or a person has not said so. */
    readonly launches: LaunchedAbove | null;
  })[];
  readonly period: PlanSource & Period;
  readonly phases: readonly Phase[];
  readonly audiences: readonly (PlanSource & { readonly audience: Audience; readonly outsideToo: boolean })[];
  readonly menus: readonly Menu[];
  readonly standards: readonly (PlanSource & { readonly occasions: readonly MenuOccasion[] })[];
  readonly criteria: readonly (PlanSource & { readonly audience: Audience })[];
  readonly rules: readonly PlanRule[];
  readonly dossierParts: readonly (PlanSource & { readonly part: string; readonly when: string | null })[];
  /** `before` is MM-DD; null where the plan gives no day. */
  readonly reportDates: readonly (PlanSource & {
    readonly occasions: readonly Occasion[];
    readonly to: string;
    readonly via: string | null;
    readonly before: string | null;
  })[];
  readonly roles: readonly (PlanSource & { readonly role: string; readonly body: string })[];
  /** What a person must still settle, in Vietnamese. */
  readonly questions: readonly string[];
}

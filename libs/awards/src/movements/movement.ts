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

/** listed: the plan names the award · own-authority: it says only 'theo thẩm quyền'. */
export const MENU_BASES = ['listed', 'own-authority'] as const;

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
  readonly parents: readonly (PlanSource & { readonly symbol: string; readonly date: string; readonly issuer: string })[];
  readonly period: PlanSource & Period;
  readonly phases: readonly Phase[];
  readonly audiences: readonly (PlanSource & { readonly audience: Audience; readonly outsideToo: boolean })[];
  readonly menus: readonly Menu[];
  readonly standards: readonly (PlanSource & { readonly occasions: readonly MenuOccasion[] })[];
  readonly criteria: readonly (PlanSource & { readonly audience: Audience })[];
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

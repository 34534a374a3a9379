import type { Audience, LaunchedAbove, Level, MenuItem, MenuOccasion, Occasion, PlanRule, PlanSource } from '@thidua/awards';

/** What each field of a plan holds when it is known. Days are 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD', as far as the plan gives them. */
export interface PlanValues {
  readonly number: string;
  readonly date: string;
  readonly issuer: string;
  readonly title: string;
  /** The lines above the name, as printed. */
  readonly signature: readonly string[];
  /** Whether a name stands below; the name itself stays in the text. */
  readonly signer: 'named';
  readonly name: string;
  readonly launcher: { readonly level: Level; readonly body: string };
  readonly carriedOutBy: { readonly level: Level; readonly body: string };
  readonly parent: {
    readonly symbol: string;
    readonly date: string;
    readonly issuer: string;
    /** Movements of this plan that it names; none: the first is meant. */
    readonly names: readonly string[];
    readonly launches: LaunchedAbove | null;
  };
  readonly cited: { readonly symbol: string; readonly date: string | null; readonly issuer: string | null };
  readonly period: { readonly start: string | null; readonly end: string | null };
  readonly phase: {
    readonly number: number;
    readonly start: string | null;
    readonly end: string | null;
    readonly review: Occasion | null;
    readonly reviewYear: number | null;
  };
  readonly audience: { readonly audience: Audience; readonly outsideToo: boolean };
  readonly menuItem: { readonly occasions: readonly MenuOccasion[]; readonly award: string; readonly basis: MenuItem['basis'] };
  readonly standard: { readonly occasions: readonly MenuOccasion[] };
  readonly criterion: { readonly audience: Audience };
  readonly rule: Omit<PlanRule, 'quote' | 'line'>;
  readonly dossierPart: { readonly part: string; readonly when: string | null };
  /** `before` is MM-DD. */
  readonly report: {
    readonly occasions: readonly Occasion[];
    readonly to: string;
    readonly via: string | null;
    readonly before: string | null;
  };
  /** By when units have their own plan. */
  readonly unitPlans: string;
  readonly role: { readonly role: string; readonly body: string };
  readonly recipient: string;
}

export type FieldKind = keyof PlanValues;

/** What a person must still settle; `null` where nothing is in doubt. */
export type Question =
  | 'number'
  | 'date'
  | 'issuer'
  | 'title'
  | 'signer'
  | 'name'
  | 'launcher'
  | 'period'
  | 'reviews'
  | 'menu'
  | 'report-day'
  | 'order-class'
  | 'own-authority'
  | 'award-level'
  | 'occasion'
  | 'parent-movement';

/** A value beside the words it rests on. No source: the plan does not say it. No value: it is asked for, or the plan has none. */
export interface PlanField<Kind extends FieldKind = FieldKind> {
  readonly kind: Kind;
  readonly value: PlanValues[Kind] | null;
  readonly source: PlanSource | null;
  readonly asked: Question | null;
}

export type AnyField = { [Kind in FieldKind]: PlanField<Kind> }[FieldKind];

export interface PlanProposal {
  readonly fields: readonly AnyField[];
  /** Everything asked, each once, with the line it is about. */
  readonly asked: readonly { readonly question: Question; readonly line: PlanSource['line'] | null }[];
}

/** The fields of one kind, in the order of the text. */
export function fieldsOf<Kind extends FieldKind>(fields: readonly AnyField[], kind: Kind): readonly PlanField<Kind>[] {
  return fields.filter((field) => field.kind === kind) as unknown as readonly PlanField<Kind>[]; // kind tells the value
}

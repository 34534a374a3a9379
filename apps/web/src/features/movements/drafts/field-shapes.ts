import type { PlanFieldView } from '@thidua/contract';

export type FieldKind = PlanFieldView['kind'];

/** What a person fills in for a part of a field; `''` is the value itself. */
export interface Control {
  readonly name: string;
  readonly as: 'text' | 'long' | 'day' | 'month-day' | 'number' | 'check' | 'one-of' | 'some-of';
  /** Of one-of and some-of: words stand under `movements.drafts.option.<list>`; 'award' are those of the law. */
  readonly list?: 'level' | 'audience' | 'occasion' | 'tiedOccasion' | 'basis' | 'need' | 'review' | 'role' | 'part' | 'award';
  readonly optional?: true;
}

export const OPTIONS: Readonly<Record<Exclude<NonNullable<Control['list']>, 'award'>, readonly string[]>> = {
  level: ['UNIT', 'XA', 'HUYEN', 'TINH', 'TTG', 'CTN'],
  audience: ['agency', 'front', 'enterprise', 'individual', 'other'],
  occasion: ['annual', 'interim-review', 'final-review', 'unspecified'],
  tiedOccasion: ['annual', 'interim-review', 'final-review'],
  basis: ['listed', 'own-authority', 'level-open'],
  need: ['rated-excellent', 'excellent-years', 'continuously-good', 'recognised-result', 'reports-on-time', 'cluster-vote'],
  review: ['interim-review', 'final-review', 'annual'],
  role: [
    'standing-office',
    'nominator',
    'inspection',
    'scoring',
    'budget',
    'communication',
    'front',
    'units',
    'enterprises',
    'villages',
    'indicators',
    'contest',
    'guidance',
  ],
  part: ['D-01', 'D-02', 'D-03', 'D-04', 'D-05', 'D-06', 'D-07', 'D-08', 'D-09'],
};

const one = (as: Control['as']): readonly Control[] => [{ name: '', as }];
const body: readonly Control[] = [
  { name: 'level', as: 'one-of', list: 'level' },
  { name: 'body', as: 'text' },
];
const span: readonly Control[] = [
  { name: 'start', as: 'day', optional: true },
  { name: 'end', as: 'day', optional: true },
];

/** How each kind of field is filled in by hand. */
export const CONTROLS: Readonly<Record<FieldKind, readonly Control[]>> = {
  number: one('text'),
  date: one('day'),
  issuer: one('text'),
  title: one('long'),
  signature: [],
  signer: [],
  name: one('long'),
  launcher: body,
  carriedOutBy: body,
  parent: [
    { name: 'symbol', as: 'text' },
    { name: 'date', as: 'day' },
    { name: 'issuer', as: 'text' },
  ],
  cited: [],
  period: span,
  phase: [
    { name: 'number', as: 'number' },
    ...span,
    { name: 'review', as: 'one-of', list: 'review', optional: true },
    { name: 'reviewYear', as: 'number', optional: true },
  ],
  audience: [
    { name: 'audience', as: 'one-of', list: 'audience' },
    { name: 'outsideToo', as: 'check' },
  ],
  menuItem: [
    { name: 'occasions', as: 'some-of', list: 'occasion' },
    { name: 'award', as: 'one-of', list: 'award' },
    { name: 'basis', as: 'one-of', list: 'basis' },
  ],
  standard: [{ name: 'occasions', as: 'some-of', list: 'occasion' }],
  criterion: [{ name: 'audience', as: 'one-of', list: 'audience' }],
  rule: [
    { name: 'needs', as: 'one-of', list: 'need' },
    { name: 'occasions', as: 'some-of', list: 'occasion' },
    { name: 'audiences', as: 'some-of', list: 'audience' },
    { name: 'awards', as: 'some-of', list: 'award' },
    { name: 'atLeast', as: 'number', optional: true },
    { name: 'ofYears', as: 'number', optional: true },
  ],
  dossierPart: [
    { name: 'part', as: 'one-of', list: 'part' },
    { name: 'when', as: 'text', optional: true },
  ],
  report: [
    { name: 'occasions', as: 'some-of', list: 'tiedOccasion' },
    { name: 'to', as: 'text' },
    { name: 'via', as: 'text', optional: true },
    { name: 'before', as: 'month-day', optional: true },
  ],
  unitPlans: one('day'),
  role: [
    { name: 'role', as: 'one-of', list: 'role' },
    { name: 'body', as: 'text' },
  ],
  recipient: one('text'),
};

/** Kinds in the order in which a person goes through a plan; those in `more` may be added by hand. */
export const GROUPS: readonly { readonly key: string; readonly kinds: readonly FieldKind[]; readonly more: readonly FieldKind[] }[] = [
  { key: 'head', kinds: ['number', 'date', 'issuer', 'title', 'carriedOutBy', 'signature', 'signer'], more: [] },
  { key: 'movement', kinds: ['name', 'launcher', 'parent', 'cited'], more: ['name', 'parent'] },
  { key: 'time', kinds: ['period', 'phase', 'unitPlans'], more: ['phase'] },
  { key: 'audiences', kinds: ['audience'], more: ['audience'] },
  { key: 'awards', kinds: ['menuItem', 'standard'], more: ['menuItem', 'standard'] },
  { key: 'criteria', kinds: ['criterion', 'rule'], more: ['criterion', 'rule'] },
  { key: 'dossier', kinds: ['dossierPart'], more: ['dossierPart'] },
  { key: 'reports', kinds: ['report'], more: ['report'] },
  { key: 'roles', kinds: ['role'], more: ['role'] },
  { key: 'recipients', kinds: ['recipient'], more: ['recipient'] },
];

/** What an empty editor of a kind starts from. */
export function emptyValue(kind: FieldKind): Record<string, unknown> {
  const start: Record<string, unknown> = {};
  for (const { name, as, list, optional } of CONTROLS[kind]) {
    const first = list === undefined || list === 'award' ? '' : (OPTIONS[list][0] ?? '');
    start[name] =
      as === 'check' ? false : as === 'some-of' ? [] : optional === true ? null : as === 'number' ? 1 : as === 'one-of' ? first : '';
  }
  return kind === 'parent' ? { ...start, names: [], launches: null } : start;
}

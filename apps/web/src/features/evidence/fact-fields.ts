import type { NewFact } from '@thidua/contract';

/** What a person may tell; values of indicators come with their set. */
type Kind = NewFact['kind'];

export interface FactField {
  readonly name: string;
  readonly type: 'text' | 'day' | 'year' | 'count' | 'choice' | 'yes-no' | 'award';
  readonly required: boolean;
  /** Codes of a choice; their words are `evidence.choice.<name>.<code>`. */
  readonly choices?: readonly string[];
}

const RATINGS = ['excellent', 'good', 'done', 'not-done'];
const field = (name: string, type: FactField['type'], required = true, choices?: readonly string[]): FactField => ({
  name,
  type,
  required,
  ...(choices === undefined ? {} : { choices }),
});

/** What each kind of fact is told by, beside its paper; as in the contract. */
export const FACT_FIELDS: Readonly<Record<Kind, readonly FactField[]>> = {
  rating: [
    field('year', 'year'),
    field('rating', 'choice', false, RATINGS),
    field('maternity', 'yes-no', false),
    field('labour', 'choice', false, ['leader', 'official', 'worker', 'farmer']),
  ],
  award: [
    field('award', 'award'),
    field('awardType', 'choice', true, ['merit', 'sudden', 'movement', 'service', 'tenure', 'external']),
    field('year', 'year'),
    field('achievementFrom', 'day', false),
    field('achievementTo', 'day', false),
  ],
  initiative: [
    field('name', 'text'),
    field('result', 'choice', true, ['initiative', 'topic', 'invention', 'prize', 'combat-merit', 'contribution', 'achievement', 'model']),
    field('year', 'year'),
    field('recognisedBy', 'choice', false, ['unit', 'commune', 'district', 'province', 'ministry', 'nation']),
    field('scope', 'choice', false, ['unit', 'commune', 'district', 'province', 'nation', 'region', 'continent', 'world']),
    field('grade', 'choice', false, ['gold', 'silver', 'bronze']),
    field('usedAward', 'award', false),
  ],
  collective: [
    field('year', 'year'),
    ...['members', 'women', 'completed', 'ldtt', 'cstdcs', 'disciplined', 'directLabour'].map((name) => field(name, 'count', false)),
    field('partyRating', 'choice', false, RATINGS),
    field('massRating', 'choice', false, RATINGS),
  ],
  discipline: [field('form', 'text'), field('serious', 'yes-no', false), field('startsOn', 'day'), field('endsOn', 'day', false)],
  service: [
    field('post', 'choice', true, [
      ...['minister', 'vice-minister', 'general-director', 'deputy-general-director', 'director', 'deputy-director'],
    ]),
    field('fromDate', 'day'),
    field('toDate', 'day', false),
  ],
  statement: [field('covers', 'choice', true, ['awards', 'initiatives', 'discipline']), field('fromYear', 'year'), field('toYear', 'year')],
};

export const PAPER_FIELDS: readonly FactField[] = [field('number', 'text'), field('date', 'day'), field('body', 'text')];

export type Told = Readonly<Record<string, string>>;

/** True when everything that must be told is. */
export function isReady(kind: Kind, told: Told): boolean {
  const wanted = [
    ...FACT_FIELDS[kind].filter((one) => one.required).map((one) => one.name),
    ...PAPER_FIELDS.map((one) => `paper.${one.name}`),
  ];
  const rated = kind !== 'rating' || (told['rating'] ?? '') !== '' || told['maternity'] === 'yes';
  return rated && wanted.every((name) => (told[name] ?? '').trim() !== '');
}

/** What was typed as the body of the request: what was left empty is left out, or null where the contract asks for it. */
export function factOf(kind: Kind, told: Told): NewFact {
  const entries = FACT_FIELDS[kind].flatMap(({ name, type }): (readonly [string, unknown])[] => {
    const value = (told[name] ?? '').trim();
    if (type === 'yes-no') {
      return [[name, value === 'yes']];
    }
    if (value === '') {
      return type === 'count' || name.endsWith('ating') ? [[name, null]] : [];
    }
    return [[name, type === 'year' || type === 'count' ? Number(value) : value]];
  });
  const paper = Object.fromEntries(PAPER_FIELDS.map(({ name }) => [name, (told[`paper.${name}`] ?? '').trim()]));
  // The table above is the contract's, kind by kind; the server checks it once more.
  return { kind, paper, ...Object.fromEntries(entries) } as unknown as NewFact;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localDate } from '@thidua/kernel';
import type { CollectiveFact, EligibilityFacts, PastAward, RatingGrade, RecognisedResult, YearRating } from '../src/eligibility/facts';
import type { CriterionRow, Pack } from '../src/pack/pack';
import { readPack } from '../src/pack/read-pack';

const PACKS = join(__dirname, '../../../workflows/packs');

/** A pack as it is shipped, with its decisions. */
export function packWithDecisions(id = 'vn-2025-nd152'): Pack {
  const read = readPack(readFileSync(join(PACKS, id, 'pack.yaml'), 'utf8'), {
    eligibilityDmn: readFileSync(join(PACKS, id, 'eligibility.dmn'), 'utf8'),
  });
  if (!read.ok) {
    throw new Error(JSON.stringify(read.error));
  }
  return read.value;
}

/** The pack with these criteria and no others. */
export function withCriteria(pack: Pack, rows: readonly Partial<CriterionRow>[]): Pack {
  const common: CriterionRow = {
    id: 'E-00',
    award: 'CSTDCS',
    kinds: ['individual', 'collective', 'household'],
    types: [],
    group: 'all',
    hard: true,
    text: 'Tiêu chuẩn',
    decision: 'E-00',
    effectiveFrom: localDate(2024, 1, 1),
    effectiveTo: null,
    province: null,
    citation: 'Điều 1',
    confirmed: true,
    source: 'test',
    note: null,
  };
  return { ...pack, criteria: rows.map((row) => ({ ...common, ...row, decision: row.decision ?? row.id ?? 'E-00' })) };
}

/** Nothing known of anybody: every criterion is 'thiếu dữ liệu' unless a test says more. */
export const NOTHING: EligibilityFacts = {
  award: 'CSTDCS',
  awardType: 'merit',
  kind: 'individual',
  year: 2025,
  occasion: 'annual',
  movement: null,
  plan: null,
  cluster: null,
  tier: null,
  female: null,
  femaleLeader: false,
  labour: null,
  history: [],
  ratings: [],
  results: [],
  disciplines: [],
  collectives: [],
  service: [],
  complete: [],
  review: null,
  hold: { state: 'none' },
  achievement: { text: 'Thành tích', hash: 'aa', from: localDate(2025, 1, 1), to: localDate(2025, 12, 31), evidence: [] },
  basis: [],
  others: [],
  submittedOn: null,
};

export const COMPLETE: EligibilityFacts['complete'] = (['awards', 'initiatives', 'discipline'] as const).map((covers) => ({
  covers,
  from: 2000,
  to: 2025,
}));

export function given(award: string, year: number, over: Partial<PastAward> = {}): PastAward {
  return {
    kind: 'award',
    id: `${award}-${year}`,
    text: `${award} năm ${year}`,
    award,
    name: award,
    type: 'merit',
    year,
    decidedOn: localDate(year + 1, 1, 15),
    achievementTo: localDate(year, 12, 31),
    ...over,
  };
}

export function rated(year: number, rating: RatingGrade | null, over: Partial<YearRating> = {}): YearRating {
  return { kind: 'rating', id: `r-${year}`, text: `Xếp loại năm ${year}`, year, rating, maternity: rating === null, ...over };
}

export function ratedAll(from: number, to: number, rating: RatingGrade): readonly YearRating[] {
  return Array.from({ length: to - from + 1 }, (_, index) => rated(from + index, rating));
}

export function result(kind: string, recognisedBy: string | null, over: Partial<RecognisedResult> = {}): RecognisedResult {
  return {
    kind: 'initiative',
    id: `i-${kind}-${recognisedBy ?? over.scope ?? ''}`,
    text: `Kết quả ${kind}`,
    year: 2025,
    result: kind,
    scope: null,
    grade: null,
    recognisedBy,
    used: null,
    ...over,
  };
}

export function people(over: Partial<CollectiveFact> = {}): CollectiveFact {
  return {
    kind: 'collective',
    id: 'c-2025',
    text: 'Số liệu tập thể năm 2025',
    year: 2025,
    members: 20,
    women: 15,
    completed: 20,
    ldtt: 14,
    cstdcs: 1,
    disciplined: 0,
    directLabour: 18,
    partyRating: 'excellent',
    massRating: 'excellent',
    ...over,
  };
}

export const AGREED = { kind: 'minutes', id: 'bb', text: 'Biên bản họp bình xét', agreed: true } as const;
export const REFUSED = { ...AGREED, agreed: false };

export function movement(over: Partial<NonNullable<EligibilityFacts['movement']>> = {}): EligibilityFacts['movement'] {
  return { id: 'm', name: 'Phong trào', launcher: 'TINH', years: 5, leads: true, ...over };
}

export function cluster(over: Partial<NonNullable<EligibilityFacts['cluster']>> = {}): EligibilityFacts['cluster'] {
  return { kind: 'cluster', id: 'k', text: 'Khối thi đua số 1', runBy: 'TINH', leads: true, ...over };
}

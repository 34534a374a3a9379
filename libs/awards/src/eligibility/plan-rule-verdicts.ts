import { planOccasion } from '../movements/occasion-of';
import type { PlanNeed, PlanRule } from '../movements/movement';
import type { EligibilityFacts, PlanFacts, Proof, YearRating } from './facts';
import type { CriterionVerdict, Verdict } from './verdict';

interface Answer {
  readonly verdict: Verdict;
  readonly because: readonly Proof[];
  readonly missing: readonly string[];
}

interface Asked {
  readonly facts: EligibilityFacts;
  readonly plan: PlanFacts;
  readonly rule: PlanRule;
}

/**
 * What the movement's plan asks of this nominee for this award on this occasion, in its own words and lines. A plan may ask more than the
 * law and then binds (law.md 10); a year nobody rated and a report nobody asked for are missing, never failed.
 */
export function planRuleVerdicts(facts: EligibilityFacts): readonly CriterionVerdict[] {
  const { plan } = facts;
  if (plan === null) {
    return [];
  }
  return plan.rules.flatMap((rule, index) => {
    const asked = { facts, plan, rule };
    return holdsFor(asked) ? [lineOf(asked, index)] : [];
  });
}

/** A rule for another audience says nothing; where nobody has said which audience the nominee is of, every rule of its kind is asked. */
function holdsFor({ facts, plan, rule }: Asked): boolean {
  const occasion = planOccasion(facts.occasion) ?? 'unspecified';
  const ofKind = rule.audiences.filter((audience) => (audience === 'individual') === (facts.kind === 'individual') || audience === 'other');
  const addressed = plan.audience === null ? ofKind.length > 0 : rule.audiences.includes(plan.audience);
  return addressed && rule.awards.includes(facts.award) && rule.occasions.includes(occasion);
}

function lineOf(asked: Asked, index: number): CriterionVerdict {
  const { facts, plan, rule } = asked;
  const id = `KH-${String(index + 1).padStart(2, '0')}`;
  const { from, to } = rule.line;
  const lines = from === to ? `dòng ${from}` : `dòng ${from}–${to}`;
  const answer = plan.audience === null ? unlessMet(ANSWERS[rule.needs](asked)) : ANSWERS[rule.needs](asked);
  return {
    criterionId: id,
    ruleId: id,
    ...answer,
    text: planRuleText(rule, facts.year),
    citation: `Kế hoạch ${plan.plan}, ${lines}: “${rule.quote}”`,
    confirmed: true,
    hard: true,
    group: 'all',
  };
}

/** Whom the plan counts the nominee among is not known: a criterion not met may not be asked of it at all. */
function unlessMet(answer: Answer): Answer {
  return answer.verdict === 'met'
    ? answer
    : { ...answer, verdict: 'missing-data', missing: [...answer.missing, 'Nhóm đối tượng của kế hoạch'] };
}

/** What a rule asks for, in a sentence; without a year it speaks of the year of the award. */
export function planRuleText(rule: PlanRule, year?: number): string {
  return TEXTS[rule.needs](rule, year);
}

const TEXTS: Readonly<Record<PlanNeed, (rule: PlanRule, year: number | undefined) => string>> = {
  'rated-excellent': (_, year) => `Được đánh giá hoàn thành xuất sắc nhiệm vụ ${year === undefined ? 'trong năm xét' : `năm ${year}`}.`,
  'excellent-years': ({ atLeast, ofYears }) =>
    `Có ít nhất ${String(atLeast ?? 1).padStart(2, '0')} lần được đánh giá hoàn thành xuất sắc nhiệm vụ trong ${
      ofYears === null ? 'thời gian thực hiện phong trào thi đua' : `${ofYears} năm`
    }.`,
  'continuously-good': () => 'Liên tục hoàn thành tốt nhiệm vụ trở lên trong thời gian thực hiện phong trào thi đua.',
  'recognised-result': () => 'Có giải pháp, sáng kiến, cách làm mới hiệu quả được cấp có thẩm quyền công nhận.',
  'reports-on-time': () => 'Thực hiện chế độ thông tin báo cáo đầy đủ, đúng thời gian quy định.',
  'cluster-vote': () => 'Được cụm, khối thi đua bình xét.',
};

const ANSWERS: Readonly<Record<PlanNeed, (asked: Asked) => Answer>> = {
  'rated-excellent': ({ facts }) => rated(facts, [facts.year], 'excellent', 1),
  'excellent-years': ({ facts, plan, rule }) => {
    const years = rule.ofYears === null ? yearsOf(plan, facts.year) : range(facts.year - rule.ofYears + 1, facts.year);
    return years === null ? unknownPeriod() : rated(facts, years, 'excellent', rule.atLeast ?? 1);
  },
  'continuously-good': ({ facts, plan }) => {
    const years = yearsOf(plan, facts.year);
    return years === null ? unknownPeriod() : rated(facts, years, 'good', years.length);
  },
  'recognised-result': recognised,
  'reports-on-time': reported,
  'cluster-vote': ({ facts: { cluster } }) =>
    cluster === null || cluster.leads === null
      ? { verdict: 'missing-data', because: cluster === null ? [] : [cluster], missing: ['Kết quả bình xét của cụm, khối thi đua'] }
      : { verdict: cluster.leads ? 'met' : 'not-met', because: [cluster], missing: [] },
};

/** Whether at least `atLeast` of these years were rated so; a year of maternity leave counts as time where years must be good (R-06). */
function rated({ ratings }: EligibilityFacts, years: readonly number[], grade: 'excellent' | 'good', atLeast: number): Answer {
  const known = years.flatMap((year) => ratings.findLast((one) => one.year === year) ?? []);
  const fulfils = (one: YearRating): boolean =>
    one.rating === 'excellent' || (grade === 'good' && (one.rating === 'good' || (one.rating === null && one.maternity)));
  const met = known.filter(fulfils);
  const open = years.filter((year) => !known.some((one) => one.year === year && (one.rating !== null || fulfils(one))));
  if (met.length >= atLeast) {
    return { verdict: 'met', because: met, missing: [] };
  }
  return met.length + open.length >= atLeast
    ? { verdict: 'missing-data', because: met, missing: open.map((year) => `Kết quả xếp loại năm ${year}`) }
    : { verdict: 'not-met', because: known.filter((one) => !fulfils(one)), missing: [] };
}

/** Recognised on paper since the movement began; the register's word that it is complete makes 'none' an answer. */
function recognised({ facts, plan }: Asked): Answer {
  const from = plan.from ?? 0;
  const found = facts.results.filter((one) => one.recognisedBy !== null && one.year >= from && one.year <= facts.year);
  if (found.length > 0) {
    return { verdict: 'met', because: found, missing: [] };
  }
  const complete = facts.complete.some((one) => one.covers === 'initiatives' && one.from <= Math.max(from, 1) && one.to >= facts.year);
  return complete
    ? { verdict: 'not-met', because: [], missing: [] }
    : { verdict: 'missing-data', because: [], missing: ['Văn bản công nhận giải pháp, sáng kiến'] };
}

/** Of the year for a yearly award, of the whole movement at a review. */
function reported({ facts, plan }: Asked): Answer {
  const yearly = facts.occasion === 'annual';
  const owed = (plan.reports ?? []).filter((one) => (yearly ? one.year === facts.year : one.year <= facts.year));
  const late = owed.filter((one) => one.onTime === false);
  if (late.length > 0) {
    return { verdict: 'not-met', because: late, missing: [] };
  }
  const open = owed.filter((one) => one.onTime === null);
  return owed.length === 0 || open.length > 0
    ? {
        verdict: 'missing-data',
        because: owed,
        missing: open.length > 0 ? open.map((one) => one.text) : ['Báo cáo kết quả thực hiện phong trào thi đua'],
      }
    : { verdict: 'met', because: owed, missing: [] };
}

/** Years of the movement up to the year of the award; null where the plan leaves its beginning open. */
function yearsOf({ from, to }: PlanFacts, year: number): readonly number[] | null {
  return from === null ? null : range(from, Math.min(to ?? year, year));
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

function unknownPeriod(): Answer {
  return { verdict: 'missing-data', because: [], missing: ['Thời gian bắt đầu của phong trào thi đua'] };
}

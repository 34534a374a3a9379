import { compareDates, type LocalDate } from '@thidua/kernel';
import { addMonths } from '../deadlines/add-months';
import { limitFor } from '../deadlines/limit-for';
import { awardOf } from '../pack/award-name';
import type { Pack, RuleRow } from '../pack/pack';
import { vietnameseDate } from '../pack/pack-in-force';
import { rowsOn } from '../pack/rows';
import { usableFor, wholeYears } from './eligibility-context';
import type { EligibilityFacts, PastAward, Proof } from './facts';
import { figureOf } from './figure-of';
import { isJsonObject } from './json-object';
import { clockOf } from './next-award-clock';
import { sameAchievement } from './same-achievement';
import type { CriterionVerdict, Verdict } from './verdict';

/** hard: nobody sets it aside · override: set aside with a reason · warn: only told. */
export type Severity = 'hard' | 'override' | 'warn';

interface Answer {
  readonly verdict: Verdict;
  readonly because: readonly Proof[];
  readonly missing?: readonly string[];
  /** Instead of the rule's own sentence. */
  readonly text?: string;
}

interface Asked {
  readonly pack: Pack;
  readonly facts: EligibilityFacts;
  readonly date: LocalDate;
}

const MET: Answer = { verdict: 'met', because: [] };

/** One line per rule of law.md section 6 that a single proposal can break; null = it does not apply. */
const RULES: Readonly<Record<string, (asked: Asked) => Answer | null>> = {
  'R-02': ({ pack, facts, date }) => sameAchievement(facts, figureOf(pack, 'likeness', date)),
  'R-03': noThemedBasis,
  'R-04': notOnHold,
  'R-05': afterDiscipline,
  'R-06': maternityCounts,
  'R-08': ({ facts }) => (facts.femaleLeader && facts.awardType === 'service' ? { ...MET, because: facts.service } : null),
  'R-09': clockOfNextAward,
  'R-10': freshEnough,
  'R-11': initiativesUnspent,
  'R-12': onceAYear,
  'R-15': oneStateAwardAYear,
};

/** Cross-cutting checks of one proposal. Rules that do not apply give nothing; missing facts never fail. */
export function ruleVerdicts(pack: Pack, facts: EligibilityFacts, date: LocalDate): readonly CriterionVerdict[] {
  const rows = rowsOn(pack.rules, date);
  return Object.entries(RULES).flatMap(([ruleId, rule]) => {
    const row = rows.find((candidate) => candidate.id === ruleId);
    const answer = row === undefined ? null : rule({ pack, facts, date });
    return row === undefined || answer === null ? [] : [lineOf(row, answer, severityOf(pack, row, date))];
  });
}

/** How hard a rule binds: what the pack says, or else its confirmed rows may be set aside with a reason and the others only warn. */
export function severityOf(pack: Pack, row: Pick<RuleRow, 'id' | 'confirmed'>, date: LocalDate): Severity {
  const table = figureOf(pack, 'severity', date);
  const said = isJsonObject(table) ? table[row.id] : undefined;
  return said === 'hard' || said === 'override' || said === 'warn' ? said : row.confirmed ? 'override' : 'warn';
}

function lineOf({ id, text, citation, confirmed }: RuleRow, answer: Answer, severity: Severity): CriterionVerdict {
  const { verdict, because, missing = [] } = answer;
  const hard = severity !== 'warn';
  return { criterionId: id, ruleId: id, verdict, text: answer.text ?? text, citation, confirmed, because, missing, hard, group: 'all' };
}

/** only what the proposal names as its ground can break it; what it does not name simply does not count. */
function noThemedBasis({ facts }: Asked): Answer | null {
  if (facts.awardType !== 'merit') {
    return null;
  }
  if (facts.basis === null) {
    return { verdict: 'missing-data', because: [], missing: ['Hình thức khen thưởng dùng làm căn cứ'] };
  }
  const named = facts.history.filter((past) => facts.basis?.includes(past.id) === true);
  const barred = named.filter((past) => usableFor(facts, past) === false);
  if (barred.length > 0) {
    return { verdict: 'not-met', because: barred, text: `${listed(barred)}: không dùng làm căn cứ (Đ4.3)` };
  }
  const unsure = named.filter((past) => usableFor(facts, past) === null);
  return unsure.length > 0
    ? { verdict: 'missing-data', because: unsure, missing: unsure.map((past) => `Loại hình khen thưởng của ${past.text}`) }
    : { ...MET, because: named };
}

function notOnHold({ facts: { hold } }: Asked): Answer {
  if (hold === null) {
    return { verdict: 'missing-data', because: [], missing: ['Xác nhận không bị xem xét kỷ luật, khiếu nại, tố cáo'] };
  }
  const because: readonly Proof[] = hold.ground === undefined ? [] : [{ kind: 'hold', id: hold.state, text: hold.ground }];
  return { verdict: hold.state === 'open' ? 'not-met' : 'met', because };
}

/** what was achieved before the discipline ended does not count. */
function afterDiscipline({ facts, date }: Asked): Answer | null {
  const { from, to } = facts.achievement;
  const running = facts.disciplines.filter((one) => one.to === null || compareDates(date, one.to) <= 0);
  if (running.length > 0) {
    return { verdict: 'not-met', because: running };
  }
  const first = from ?? { year: facts.year, month: 1, day: 1 };
  const inside = facts.disciplines.filter(
    (one) => one.to !== null && compareDates(first, one.to) <= 0 && compareDates(one.from, to ?? date) <= 0,
  );
  return facts.disciplines.length === 0
    ? null
    : inside.length > 0
      ? { verdict: 'not-met', because: inside }
      : { ...MET, because: facts.disciplines };
}

/** R-06 never stops anybody: it tells that the years of leave were counted. */
function maternityCounts({ facts }: Asked): Answer | null {
  const years = facts.ratings.filter((one) => one.maternity);
  return years.length === 0 ? null : { ...MET, because: years };
}

/** from when time counts for the next time of this very award; warns when it has been given for a later period already. */
function clockOfNextAward({ facts, date }: Asked): Answer | null {
  const last = latest(facts.history.filter((past) => past.award === facts.award));
  if (last === undefined) {
    return null;
  }
  const { from, by } = clockOf(last);
  const start = facts.achievement.from ?? { year: facts.year, month: 1, day: 1 };
  const ground = by === 'achievement-period' ? 'thời gian thành tích ghi trong quyết định' : 'ngày ban hành quyết định';
  const text = `Thời gian cho lần khen tiếp theo tính từ ${vietnameseDate(from)} (${ground}), đến nay ${wholeYears(from, date)} năm.`;
  return { verdict: compareDates(start, from) > 0 ? 'met' : 'not-met', because: [last], text };
}

function freshEnough({ pack, facts }: Asked): Answer | null {
  const limit = limitFor(pack, 'T-15');
  if (awardOf(pack, facts.award)?.stateLevel !== true || limit?.amount.unit !== 'month') {
    return null;
  }
  const { to } = facts.achievement;
  const { submittedOn } = facts;
  if (to === null || submittedOn === null) {
    const what = to === null ? 'Thời điểm cuối của nội dung thành tích' : 'Ngày tỉnh trình';
    return { verdict: 'missing-data', because: [], missing: [what] };
  }
  return { verdict: compareDates(addMonths(to, limit.amount.value), submittedOn) >= 0 ? 'met' : 'not-met', because: [] };
}

/** an initiative spent on a title is gone for forms, and the other way round. */
function initiativesUnspent({ pack, facts }: Asked): Answer | null {
  const kind = awardOf(pack, facts.award)?.kind;
  const named = facts.results.filter((one) => facts.achievement.evidence.includes(one.id));
  const spent = named.filter((one) => one.used !== null && one.used.kind !== kind);
  if (named.length === 0) {
    return null;
  }
  const because = spent.map((one) => ({ ...one, text: `${one.text} (${one.used?.text ?? ''})` }));
  return spent.length > 0 ? { verdict: 'not-met', because } : { ...MET, because: named };
}

/** a title considered yearly is given once for a year. */
function onceAYear({ pack, facts }: Asked): Answer | null {
  if (awardOf(pack, facts.award)?.yearly !== true || facts.awardType === 'movement') {
    return null;
  }
  const same = facts.history.filter((past) => past.award === facts.award && past.year === facts.year);
  return same.length > 0 ? { verdict: 'not-met', because: same } : MET;
}

function oneStateAwardAYear({ pack, facts, date }: Asked): Answer | null {
  if (awardOf(pack, facts.award)?.stateLevel !== true) {
    return null;
  }
  const same = facts.history.filter((past) => past.decidedOn.year === date.year && awardOf(pack, past.award)?.stateLevel === true);
  return same.length > 0 ? { verdict: 'not-met', because: same } : MET;
}

function latest(awards: readonly PastAward[]): PastAward | undefined {
  return awards.toSorted((a, b) => compareDates(clockOf(a).from, clockOf(b).from)).at(-1);
}

function listed(proofs: readonly Proof[]): string {
  return proofs.map((one) => one.text).join('; ');
}

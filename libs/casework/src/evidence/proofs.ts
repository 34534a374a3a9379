import type { CollectiveFact, DisciplineFact, PastAward, Proof, RecognisedResult, ServiceFact, YearRating } from '@thidua/awards';
import { parseLocalDate, type LocalDate } from '@thidua/kernel';
import type { EvidenceKind, EvidenceRecords, Standing } from '@thidua/store';
import { RATINGS, RESULTS, SERVICE_POSTS } from './words';

/** A fact of the register in one line, with the paper it rests on. */
export function factText<K extends EvidenceKind>(kind: K, fact: EvidenceRecords[K]): string {
  return `${WORDS[kind](fact)}${paperOf(fact)}`;
}

const WORDS: { readonly [K in EvidenceKind]: (fact: EvidenceRecords[K]) => string } = {
  award: ({ awardName, year }) => `${awardName} năm ${year}`,
  rating: ({ year, rating, maternity }) => {
    const grade = rating === null ? '' : `: ${RATINGS[rating]}`;
    return `Xếp loại năm ${year}${grade}${maternity ? ' (nghỉ thai sản)' : ''}`;
  },
  initiative: ({ kind, name, year }) => `${RESULTS[kind]} “${name}” năm ${year}`,
  discipline: ({ form, startsOn, endsOn }) =>
    `Kỷ luật ${form} từ ${vietnamese(startsOn)}${endsOn === null ? '' : ` đến ${vietnamese(endsOn)}`}`,
  collective: ({ year, members }) => `Số liệu tập thể năm ${year}${members === null ? '' : ` (${members} người)`}`,
  service: ({ post, fromDate, toDate }) =>
    `${SERVICE_POSTS[post]} từ ${vietnamese(fromDate)}${toDate === null ? ' đến nay' : ` đến ${vietnamese(toDate)}`}`,
  statement: ({ covers, fromYear, toYear }) => `Bản kê đầy đủ ${COVERS[covers]} từ năm ${fromYear} đến năm ${toYear}`,
  indicator: ({ code, name, unit, year, value, target, met }) => {
    const held = target === null ? '' : `, chỉ tiêu ${NUMBERS.format(target)}${met === true ? ' (đạt)' : ' (chưa đạt)'}`;
    return `Chỉ số ${code} “${name}” năm ${year}: ${NUMBERS.format(value)} ${unit}${held}`;
  },
};

const NUMBERS = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 4 });

const COVERS = { awards: 'khen thưởng', initiatives: 'sáng kiến, thành tích được công nhận', discipline: 'kỷ luật' } as const;

export function pastAward(fact: EvidenceRecords['award']): PastAward {
  const { award, awardName: name, year } = fact;
  return {
    ...proof('award', fact),
    award,
    name,
    // Titles are for a whole year's work: merit, unless their paper says otherwise.
    type: fact.awardType ?? (fact.awardKind === 'title' ? 'merit' : null),
    year,
    decidedOn: dayOrThrow(fact.decidedOn),
    achievementTo: dayOrNull(fact.achievementTo),
  };
}

export function yearRating(fact: EvidenceRecords['rating']): YearRating {
  const { year, rating, maternity } = fact;
  return { ...proof('rating', fact), year, rating, maternity };
}

export function recognisedResult(fact: EvidenceRecords['initiative'], used: RecognisedResult['used']): RecognisedResult {
  const { year, kind: result, scope, grade, recognisedBy } = fact;
  return { ...proof('initiative', fact), year, result, scope, grade, recognisedBy, used };
}

export function disciplineFact(fact: EvidenceRecords['discipline']): DisciplineFact {
  return { ...proof('discipline', fact), serious: fact.serious, from: dayOrThrow(fact.startsOn), to: dayOrNull(fact.endsOn) };
}

export function collectiveFact(fact: EvidenceRecords['collective']): CollectiveFact {
  const { year, members, women, completed, ldtt, cstdcs, disciplined, directLabour, partyRating, massRating } = fact;
  return {
    ...proof('collective', fact),
    year,
    members,
    women,
    completed,
    ldtt,
    cstdcs,
    disciplined,
    directLabour,
    partyRating,
    massRating,
  };
}

export function serviceFact(fact: EvidenceRecords['service']): ServiceFact {
  return { ...proof('service', fact), post: fact.post, from: dayOrThrow(fact.fromDate), to: dayOrNull(fact.toDate) };
}

function proof<K extends EvidenceKind>(kind: K, fact: EvidenceRecords[K]): Proof & { readonly kind: K } {
  return { kind, id: fact.id, text: factText(kind, fact) };
}

function paperOf({ paperNumber, paperDate, paperBody }: Standing): string {
  const date = paperDate === null ? '' : ` ngày ${vietnamese(paperDate)}`;
  const number = paperNumber === null ? '' : `số ${paperNumber}`;
  const body = paperBody === null ? '' : ` của ${paperBody}`;
  const paper = `${number}${date}${body}`.trim();
  return paper === '' ? '' : ` (${paper})`;
}

function vietnamese(day: string): string {
  return day.split('-').toReversed().join('/');
}

export function dayOrNull(day: string | null): LocalDate | null {
  return day === null ? null : (parseLocalDate(day) ?? null);
}

function dayOrThrow(day: string): LocalDate {
  const read = parseLocalDate(day);
  if (read === undefined) {
    throw new Error(`the register holds a day that is none: ${day}`);
  }
  return read;
}

import { mayAddEvidence, mayConfirmEvidence } from '@thidua/access';
import { prospects, rowsOn, type EligibilityFacts, type Pack, type Prospect } from '@thidua/awards';
import type { FactView, ProspectView, SubjectEvidence } from '@thidua/contract';
import { dayOf, type LocalDate } from '@thidua/kernel';
import type { EvidenceBook, EvidenceKind, EvidenceRecords } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { deciderTitle, decidingRow } from '../law/deciding-row';
import { nameOfAward } from '../law/names';
import { packIfAny } from '../law/pack-of';
import { tiersOf } from '../law/tiers-of';
import { searchable } from '../plain-text';
import { subjectFor, type SubjectAtHand } from './evidence-sight';
import { factsFor, type Proposal } from './facts-for';
import { factText } from './proofs';

const LOOK_BACK = 5;

/** 'Thành tích đã có' of a person or a body, and what could be given now or next year by the same rules. */
export const subjectEvidence: Handler<'subjectEvidence'> = async (deps, { actor, params }): Promise<SubjectEvidence> => {
  const { provinceId } = actor;
  const subject = await subjectFor(deps, actor, params['id'] ?? '');
  const today = dayOf(deps.clock.nowMs());
  const pack = packIfAny(deps.law, today, provinceId)?.pack;
  const ids = subject.kind === 'individual' ? { personIds: [subject.id], orgIds: [] } : { personIds: [], orgIds: [subject.id] };
  const book = await deps.stores.evidence.book(provinceId, ids);
  const reviewer = mayConfirmEvidence(actor, subject).allowed;
  const { id, kind, name, orgName } = subject;
  return {
    subject: { id, kind, name, title: '', orgName },
    facts: await factViews(deps, provinceId, book, reviewer),
    yearsWithoutRating: yearsWithoutRating(book, today),
    prospects: pack === undefined ? [] : await prospectsOf(deps, provinceId, { subject, pack, today }),
    awards: (pack?.awards ?? []).filter((row) => row.nominees.some((one) => one === kind)).map(awardChoice),
    may: { add: mayAddEvidence(actor, subject).allowed, confirm: reviewer },
  };
};

/** Of the last five full years, those nobody has told a rating of: 'thiếu dữ liệu', not 'chưa đạt'. */
export function yearsWithoutRating(book: Pick<EvidenceBook, 'rating'>, today: LocalDate): number[] {
  const years = Array.from({ length: LOOK_BACK }, (_, index) => today.year - LOOK_BACK + index);
  return years.filter((year) => !book.rating.some((fact) => fact.year === year));
}

export async function prospectsOf(
  deps: CaseworkDeps,
  provinceId: string,
  { subject, pack, today }: { readonly subject: SubjectAtHand; readonly pack: Pack; readonly today: LocalDate },
): Promise<ProspectView[]> {
  const around = { movementId: null, occasion: 'annual' as const, year: lastFullYear(today), receiverOrgId: null };
  const facts = await factsFor(deps, provinceId, { asked: [{ key: 'subject', proposal: blank(subject), around }], pack });
  const known = facts.get('subject');
  const tiers = subject.home === undefined ? [] : await tiersOf(deps, provinceId, subject.home.id);
  const views = known === undefined ? [] : prospectViews(pack, known, { today, tiers });
  return views.filter((one) => isGivenIn(pack, one.award, subject, today));
}

/** An award that only heads of other kinds of bodies give (enterprises, cooperatives) is no prospect here. */
function isGivenIn(pack: Pack, award: string, { home }: SubjectAtHand, today: LocalDate): boolean {
  const kind = home?.orgKind === 'enterprise' || home?.orgKind === 'cooperative' ? home.orgKind : 'agency';
  const deciders = rowsOn(pack.authorities, today).filter((row) => row.awards.includes(award));
  return deciders.length === 0 || deciders.some((row) => row.orgKinds.length === 0 || row.orgKinds.includes(kind));
}

/** Titles of a year are proposed from its end on; until summer the year that ended is the one in question. */
function lastFullYear(today: LocalDate): number {
  return today.month <= 6 ? today.year - 1 : today.year;
}

function prospectViews(
  pack: Pack,
  facts: EligibilityFacts,
  { today, tiers }: { readonly today: LocalDate; readonly tiers: readonly string[] },
): ProspectView[] {
  return prospects(pack, facts, [facts.year, facts.year + 1], today).map((one: Prospect) => ({
    award: one.award,
    awardName: nameOfAward(pack, one.award, tiers),
    year: one.year,
    verdict: one.verdict,
    decider: deciderTitle(decidingRow(pack, one.award, today)?.level),
    met: one.met.map(({ ruleId, text, citation }) => ({ ruleId, text, citation })),
    failed: one.failed.map(({ ruleId, text, citation }) => ({ ruleId, text, citation })),
    missing: [...one.missing],
  }));
}

/** Nobody proposes anything yet. */
function blank({ id, kind, name }: SubjectAtHand): Proposal {
  return {
    id: null,
    kind,
    personId: kind === 'individual' ? id : null,
    subjectOrgId: kind === 'collective' ? id : null,
    searchName: searchable(name),
    award: '',
    awardType: 'merit',
    achievement: '',
    achievementHash: '',
    achievementFrom: null,
    achievementTo: null,
    evidence: [],
    femaleLeader: false,
    details: {},
    state: null,
    reason: null,
  };
}

async function factViews(deps: CaseworkDeps, provinceId: string, book: EvidenceBook, reviewer: boolean): Promise<FactView[]> {
  const lines = (Object.keys(book) as EvidenceKind[]).flatMap((kind) => book[kind].map((fact) => ({ kind, fact }))); // a book's keys are its kinds
  const by = lines.flatMap(({ fact }) => fact.confirmedBy ?? []);
  const names = new Map((await deps.stores.people.persons(provinceId, by)).map((person) => [person.id, person.fullName]));
  return lines
    .map(({ kind, fact }) => factView(kind, fact, { reviewer, confirmedBy: names.get(fact.confirmedBy ?? '') ?? null }))
    .toSorted((a, b) => b.year - a.year);
}

function factView<K extends EvidenceKind>(
  kind: K,
  fact: EvidenceRecords[K],
  { reviewer, confirmedBy }: { readonly reviewer: boolean; readonly confirmedBy: string | null },
): FactView {
  const { id, note, source } = fact;
  const year = 'year' in fact ? fact.year : Number((fact.paperDate ?? '0').slice(0, 4));
  const mayCancel = reviewer && source !== 'system';
  return {
    id,
    kind,
    year,
    text: factText(kind, fact),
    note,
    source,
    confirmed: fact.confirmedAt !== null,
    confirmedBy,
    mayCancel,
    hasScan: fact.fileSha256 !== null,
  };
}

function awardChoice({ award, names }: Pack['awards'][number]): { code: string; name: string } {
  return { code: award, name: names[0]?.short ?? award };
}

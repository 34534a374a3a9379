import type { EligibilityFacts, OtherRow, OwedReport, Pack, RecognisedResult } from '@thidua/awards';
import { awardOf } from '@thidua/awards';
import { dayOf, localDate, type JsonValue, type LocalDate } from '@thidua/kernel';
import type {
  ClusterResult,
  DossierRecord,
  EvidenceBook,
  InitiativeUse,
  LikeRow,
  NomineeRow,
  OrgRecord,
  PersonRecord,
  Tx,
} from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { owedReports } from './owed-reports';
import { audienceOf, movementFacts, planFacts, type AddressedOne } from './movement-facts';
import { collectiveFact, dayOrNull, disciplineFact, pastAward, recognisedResult, serviceFact, yearRating } from './proofs';

/** A proposal to judge: a row of a dossier, or one that is only being chosen (`id` null). */
export type Proposal = Pick<
  NomineeRow,
  | 'kind'
  | 'personId'
  | 'subjectOrgId'
  | 'searchName'
  | 'award'
  | 'awardType'
  | 'achievement'
  | 'achievementHash'
  | 'achievementFrom'
  | 'achievementTo'
  | 'evidence'
  | 'femaleLeader'
  | 'details'
> & {
  readonly id: string | null;
  readonly state: NomineeRow['state'] | null;
  readonly reason: string | null;
  readonly outsider?: NomineeRow['outsider'];
};

export type Around = Pick<DossierRecord, 'movementId' | 'occasion' | 'year'> & {
  readonly receiverOrgId: string | null;
  /** The movement of the chain; absent: the plan's own. */
  readonly underMovementId?: string | null;
  /** The body that proposes. */
  readonly orgId?: string;
};

export interface Asked {
  readonly key: string;
  readonly proposal: Proposal;
  readonly around: Around;
}

/** What the register, other rows, clusters and movements say of proposals; only what is confirmed counts. Keyed as asked. */
export async function factsFor(
  deps: CaseworkDeps,
  provinceId: string,
  { asked, pack }: { readonly asked: readonly Asked[]; readonly pack: Pack },
  tx?: Tx,
): Promise<ReadonlyMap<string, EligibilityFacts>> {
  const { evidence, rowFacts, people, clusters } = deps.stores;
  const personIds = asked.flatMap(({ proposal }) => proposal.personId ?? []);
  const orgIds = asked.flatMap(({ proposal }) => proposal.subjectOrgId ?? []);
  const book = confirmed(await evidence.book(provinceId, { personIds, orgIds }, tx));
  const like = await rowFacts.like(provinceId, asked.map(compared), tx);
  const uses = await rowFacts.uses(
    provinceId,
    book.initiative.map((one) => one.id),
    tx,
  );
  const named = [...asked.flatMap(({ proposal }) => proposal.evidence), ...like.flatMap((row) => row.evidence)];
  const papers = await rowFacts.papersOf(provinceId, [...new Set(named.map((one) => one.id))], tx);
  const persons = await people.persons(provinceId, personIds, tx);
  const inMovement = asked.some(({ around }) => around.movementId !== null);
  const bodies = orgIds.length === 0 && !inMovement ? [] : await people.orgs(provinceId, tx);
  const facts = new Map<string, EligibilityFacts>();
  for (const one of asked) {
    const orgId = one.proposal.subjectOrgId;
    const results = orgId === null ? [] : await clusters.resultsOf(provinceId, orgId, one.around.year, tx);
    const owing = { orgId: orgId ?? one.around.orgId, movementId: one.around.movementId };
    const reports = await owedReports(deps, provinceId, owing, tx);
    facts.set(one.key, factsOf(deps, { provinceId, one, pack, book, like, uses, papers, persons, results, bodies, reports }));
  }
  return facts;
}

interface Known {
  readonly provinceId: string;
  readonly one: Asked;
  readonly pack: Pack;
  readonly book: EvidenceBook;
  readonly like: readonly LikeRow[];
  readonly uses: readonly InitiativeUse[];
  readonly papers: ReadonlyMap<string, string>;
  readonly persons: readonly PersonRecord[];
  readonly results: readonly ClusterResult[];
  readonly bodies: readonly OrgRecord[];
  readonly reports: readonly OwedReport[] | null;
}

function factsOf(deps: CaseworkDeps, known: Known): EligibilityFacts {
  const { provinceId, one, book, like, papers, persons } = known;
  const { proposal, around, key } = one;
  const today = dayOf(deps.clock.nowMs());
  const own = <T extends { readonly personId: string | null; readonly orgId: string | null }>(list: readonly T[]): readonly T[] =>
    list.filter(
      (fact) =>
        (proposal.personId !== null && fact.personId === proposal.personId) ||
        (proposal.subjectOrgId !== null && fact.orgId === proposal.subjectOrgId),
    );
  const ratings = own(book.rating);
  const cluster = clusterOf(known.results);
  const movement = around.movementId === null ? undefined : deps.law.standing(provinceId, around.movementId);
  const labour = ratings.findLast((fact) => fact.labour !== null && fact.year <= around.year)?.labour ?? null;
  const gender = persons.find((person) => person.id === proposal.personId)?.gender ?? null;
  return {
    award: proposal.award,
    awardType: proposal.awardType,
    kind: proposal.kind,
    year: around.year,
    occasion: around.occasion,
    movement: movement === undefined ? null : movementFacts(movement, around.underMovementId ?? null, cluster?.leads ?? null),
    plan: movement === undefined ? null : planFacts(movement, { audience: audienceOf(addressed(known, labour)), reports: known.reports }),
    cluster,
    tier: known.bodies.find((org) => org.id === proposal.subjectOrgId)?.tier ?? null,
    female: gender === null ? null : gender === 'nu',
    femaleLeader: proposal.femaleLeader,
    labour,
    history: own(book.award)
      .filter((fact) => fact.rowId === null || fact.rowId !== proposal.id)
      .map(pastAward),
    ratings: ratings.map(yearRating),
    results: own(book.initiative).map((fact) => recognisedResult(fact, usedBy(known, fact.id, fact.usedAward))),
    disciplines: own(book.discipline).map(disciplineFact),
    collectives: own(book.collective).map(collectiveFact),
    service: own(book.service).map(serviceFact),
    complete: own(book.statement).map(({ covers, fromYear: from, toYear: to }) => ({ covers, from, to })),
    review: reviewOf(proposal),
    hold:
      proposal.state === 'held' ? { state: 'open', ...(proposal.reason === null ? {} : { ground: proposal.reason }) } : { state: 'none' },
    achievement: achievementOf(proposal, around, papers),
    basis: proposal.evidence.filter((entry) => entry.kind === 'award').map((entry) => entry.id),
    others: like.filter((row) => row.key === key).map((row) => otherRow(row, papers)),
    submittedOn: today,
  };
}

function addressed({ one: { proposal, around }, bodies }: Known, labour: EligibilityFacts['labour']): AddressedOne {
  const body = bodies.find((org) => org.id === (proposal.subjectOrgId ?? around.orgId));
  return { kind: proposal.kind, body, labour, outside: (proposal.outsider ?? null) !== null };
}

function compared({ key, proposal }: Asked): Parameters<CaseworkDeps['stores']['rowFacts']['like']>[1][number] {
  const { id, kind, personId, subjectOrgId: orgId, searchName, achievementHash, evidence } = proposal;
  return { key, id, kind, personId, orgId, searchName, achievementHash, evidence };
}

/** What nobody has confirmed yet does not count, for nor against. */
function confirmed(book: EvidenceBook): EvidenceBook {
  const only = <T extends { readonly confirmedAt: Date | null }>(list: readonly T[]): readonly T[] =>
    list.filter((fact) => fact.confirmedAt !== null);
  return {
    award: only(book.award),
    rating: only(book.rating),
    initiative: only(book.initiative),
    discipline: only(book.discipline),
    collective: only(book.collective),
    service: only(book.service),
    statement: only(book.statement),
    indicator: only(book.indicator),
  };
}

function usedBy({ one, uses, pack }: Known, initiativeId: string, usedAward: string | null): RecognisedResult['used'] {
  const use = uses.find((row) => row.initiativeId === initiativeId && row.rowId !== one.proposal.id);
  const award = use?.award ?? usedAward;
  if (award === null) {
    return null;
  }
  const row = awardOf(pack, award);
  const name = row?.names[0]?.short ?? award;
  return { kind: row?.kind ?? 'form', text: `đã dùng cho ${name}${use === undefined ? '' : `, hồ sơ ${use.dossierCode}`}` };
}

/** The unit's meeting, as its form was filled in: agreed by more than half of those present. */
function reviewOf({ id, details }: Proposal): EligibilityFacts['review'] {
  const review = details['review'];
  const { yes, present } = isRecord(review) ? review : {};
  if (typeof yes !== 'number' || typeof present !== 'number' || present === 0) {
    return null;
  }
  return { kind: 'minutes', id: id ?? 'review', text: `Biên bản họp bình xét: ${yes}/${present} đồng ý`, agreed: yes * 2 > present };
}

function achievementOf(
  proposal: Proposal,
  { occasion, year }: Around,
  papers: ReadonlyMap<string, string>,
): EligibilityFacts['achievement'] {
  const yearly = occasion === 'annual';
  const first: LocalDate | null = yearly ? localDate(year, 1, 1) : null;
  const last: LocalDate | null = yearly ? localDate(year, 12, 31) : null;
  const { achievement: text, achievementHash } = proposal;
  return {
    text,
    hash: text === '' ? null : achievementHash,
    from: dayOrNull(proposal.achievementFrom) ?? first,
    to: dayOrNull(proposal.achievementTo) ?? last,
    evidence: marksOf(proposal.evidence, papers),
  };
}

function otherRow(row: LikeRow, papers: ReadonlyMap<string, string>): OtherRow {
  const { dossierId, dossierCode, orgName, placeName, sameSubject, achievement, achievementHash } = row;
  return {
    kind: 'dossier',
    id: dossierId,
    text: `Hồ sơ ${dossierCode} (${orgName}${placeName === orgName ? '' : `, ${placeName}`})`,
    dossierCode,
    orgName,
    sameSubject,
    achievement,
    achievementHash,
    from: dayOrNull(row.achievementFrom),
    to: dayOrNull(row.achievementTo),
    evidence: marksOf(row.evidence, papers),
    outcome: OUTCOMES[row.state],
  };
}

/** Entries by id, and the papers behind them by hash. Ratings and clusters speak for many proposals; only what is proved once is compared. */
function marksOf(evidence: NomineeRow['evidence'], papers: ReadonlyMap<string, string>): readonly string[] {
  return evidence.filter((one) => one.kind === 'initiative').flatMap(({ id }) => [id, ...(papers.has(id) ? [papers.get(id) ?? ''] : [])]);
}

function clusterOf(results: readonly ClusterResult[]): EligibilityFacts['cluster'] {
  const [best] = results;
  if (best === undefined) {
    return null;
  }
  const { clusterId: id, clusterName, year, rank, yes, total, level, leader } = best;
  const runBy = level;
  return { kind: 'cluster', id, text: `${clusterName} năm ${year}: hạng ${rank}, ${yes}/${total} phiếu`, runBy, leads: leader };
}

const OUTCOMES: Readonly<Record<NomineeRow['state'], OtherRow['outcome']>> = {
  open: 'open',
  held: 'open',
  awarded: 'awarded',
  withdrawn: 'withdrawn',
  rejected: 'refused',
  refused: 'refused',
  'not-recommended': 'refused',
  revoked: 'refused',
};

function isRecord(value: JsonValue | undefined): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

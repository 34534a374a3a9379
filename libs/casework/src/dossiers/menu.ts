import {
  allowedByMovement,
  awardOf,
  competence,
  planOccasion,
  rowsOn,
  type AwardRow,
  type Movement,
  type OrgKind,
  type Pack,
} from '@thidua/awards';
import type { LocalDate } from '@thidua/kernel';
import type { DossierOccasion, DossierRoute, RowAwardType } from '@thidua/store';
import { Refused } from '../refused';
import type { ChainAsk } from './chain-ask';
import { citedPlan, settledVerdict } from './plan-verdict';

export interface MenuLine {
  readonly award: string;
  /** First line of the plan that offers it; null outside of movements. */
  readonly line: number | null;
}

/** Who proposes, as far as the menu depends on it. */
export interface Proposer {
  readonly route: DossierRoute;
  /** Kind of body for the powers of its head; null when it is no legal person and so decides nothing itself. */
  readonly headOf: OrgKind | null;
  /** A government that proposes for itself and its residents. */
  readonly government: boolean;
  /** Levels from the receiver up. */
  readonly levels: ReadonlySet<string>;
  /** Bodies that lead their cụm, khối this year. */
  readonly leaders: ReadonlySet<string>;
}

export interface MenuAsk {
  readonly pack: Pack;
  readonly movement: Movement | undefined;
  /** Under which movement of the chain, and what was settled about the plan. */
  readonly chain?: ChainAsk | undefined;
  readonly occasion: DossierOccasion;
  readonly day: LocalDate;
  readonly proposer: Proposer;
}

export interface Proposal {
  readonly award: string;
  readonly kind: string;
  readonly name: string;
  readonly awardType: RowAwardType;
  readonly posthumous: boolean;
  readonly subjectOrgId: string | null;
}

export type MenuReason =
  | 'unknown-award'
  | 'not-on-menu'
  | 'needs-choice'
  | 'no-menu-for-occasion'
  | 'choice-open'
  | 'movement-launcher'
  | 'yearly'
  | 'head-decides'
  | 'not-own-decision'
  | 'no-legal-person'
  | 'no-decider'
  | 'other-ladder'
  | 'nominee-kind'
  | 'type-of-occasion'
  | 'type-of-award'
  | 'posthumous'
  | 'commune-only'
  | 'cluster-only';

export type MenuVerdict =
  | { readonly allowed: true; readonly line: number | null }
  | { readonly allowed: false; readonly reason: MenuReason; readonly ruleId: string; readonly citation: string };

const TYPES_OF_LAW = 'Điều 8 Luật Thi đua, khen thưởng năm 2022';

/** What a plan offers for an occasion; 'unspecified' is the list that the plan ties to none, which a person chooses knowingly. */
export function movementMenu(movement: Movement, occasion: DossierOccasion, pack: Pack): readonly MenuLine[] {
  const wanted = occasion === 'unspecified' ? occasion : planOccasion(occasion);
  const items = movement.menus.filter((menu) => wanted !== undefined && menu.occasions.includes(wanted)).flatMap((menu) => menu.items);
  return items.filter((item) => isSubmitted(pack, item.award)).map((item) => ({ award: item.award, line: item.line.from }));
}

/** Without a movement: the yearly titles and forms, or for a sudden merit the forms alone. */
export function openMenu(occasion: DossierOccasion, pack: Pack): readonly MenuLine[] {
  const rows = pack.awards.filter(
    (row) =>
      isSubmitted(pack, row.award) && (occasion === 'annual' || !row.yearly) && fitting(row, typesOf(undefined, occasion)).length > 0,
  );
  return occasion === 'annual' || occasion === 'ad-hoc'
    ? [...new Set(rows.map((row) => row.award))].map((award) => ({ award, line: null }))
    : [];
}

/** Types of award (L2022 art. 8) an occasion is about: whatever is given inside a movement is of its type (law.md 2). */
export function typesOf(movement: Movement | undefined, occasion: DossierOccasion): readonly RowAwardType[] {
  if (movement !== undefined) {
    return ['movement'];
  }
  return [occasion === 'ad-hoc' ? 'sudden' : 'merit', 'service', 'tenure', 'external'];
}

/** Whether this body may propose the award on the occasion, whoever the nominee is; if not, the row that says so. */
export function awardVerdict(ask: MenuAsk, award: string): MenuVerdict {
  const { pack, movement, occasion } = ask;
  const known = awardOf(pack, award);
  if (known === undefined) {
    return no('unknown-award', { id: '', citation: pack.citation });
  }
  const power = powerVerdict(ask, award);
  if (power !== undefined) {
    return power;
  }
  if (known.submittedBy.length > 0 && known.submittedBy.every((from) => from === 'commune') && !ask.proposer.government) {
    return no('commune-only', known);
  }
  const line = movement === undefined ? undefined : linesOf(ask, movement).find((one) => one.award === award);
  if (movement !== undefined && line === undefined) {
    return no(planReason(movement, occasion, award), { id: '', citation: citedPlan(movement, occasion) });
  }
  const settled = ask.chain === undefined ? undefined : settledVerdict(ask.chain, occasion, award);
  if (settled !== undefined) {
    return no(settled.reason, settled);
  }
  if (movement === undefined && occasion !== 'annual' && occasion !== 'ad-hoc') {
    return no('no-menu-for-occasion', known);
  }
  if (occasion === 'ad-hoc' && known.yearly) {
    return no('yearly', ruleOf(pack, 'R-12') ?? known);
  }
  return fitting(known, typesOf(movement, occasion)).length === 0
    ? no('type-of-award', known)
    : { allowed: true, line: line?.line ?? null };
}

/** The same for one nominee: kind, type, truy tặng, and the vote of the cluster where the award comes from there alone. */
export function proposalVerdict(ask: MenuAsk, proposal: Proposal): MenuVerdict {
  const verdict = awardVerdict(ask, proposal.award);
  const known = awardOf(ask.pack, proposal.award);
  if (!verdict.allowed || known === undefined) {
    return verdict;
  }
  if (!known.nominees.some((kind) => kind === proposal.kind)) {
    return no('nominee-kind', known);
  }
  if (!typesOf(ask.movement, ask.occasion).includes(proposal.awardType)) {
    return no('type-of-occasion', { id: '', citation: TYPES_OF_LAW });
  }
  if (fitting(known, [proposal.awardType]).length === 0) {
    return no('type-of-award', known);
  }
  if (proposal.posthumous && (proposal.kind !== 'individual' || known.kind !== 'form')) {
    return no('posthumous', ruleOf(ask.pack, 'R-24') ?? known);
  }
  if (isOfCluster(ask.pack, proposal.award, proposal.awardType) && !ask.proposer.leaders.has(proposal.subjectOrgId ?? '')) {
    return no('cluster-only', known);
  }
  return verdict;
}

/** @throws Refused award-not-on-menu with the reason, the row that says so, and what is offered instead */
export function demandOnMenu(ask: MenuAsk, proposal: Proposal): void {
  const verdict = proposalVerdict(ask, proposal);
  if (verdict.allowed) {
    return;
  }
  const { award, name, kind } = proposal;
  const { reason, ruleId, citation } = verdict;
  throw new Refused('award-not-on-menu', { award, name, kind, occasion: ask.occasion, reason, ruleId, citation, listed: listed(ask) });
}

/** Awards the body may propose on the occasion. */
export function listed(ask: MenuAsk): string[] {
  const awards = [...new Set(ask.pack.awards.map((row) => row.award))];
  return awards.filter((award) => awardVerdict(ask, award).allowed);
}

/**
 * Candidates come from the vote of a cụm, khối, whoever hands them up (COTINH, COCP in law.md 2 and 13). What is not bound to the year
 * may also be given by theme, to who led a movement (E-11).
 */
export function isOfCluster(pack: Pack, award: string, awardType: RowAwardType): boolean {
  const row = awardOf(pack, award);
  return row !== undefined && row.submittedBy.includes('cluster') && (row.yearly || awardType !== 'movement');
}

/** Undefined: someone on the body's own road decides it today. */
function powerVerdict({ pack, day, proposer }: MenuAsk, award: string): MenuVerdict | undefined {
  const { route, headOf, levels } = proposer;
  const deciding = rowsOn(pack.authorities, day).filter((row) => row.awards.includes(award));
  const above = deciding.find((row) => levels.has(row.level));
  if (route === 'own') {
    if (headOf === null) {
      return no('no-legal-person', deciding.find((row) => row.level === 'UNIT') ?? deciding[0] ?? { id: 'AU-00', citation: pack.citation });
    }
    const own = competence(pack, { award, level: 'UNIT', role: 'head', orgKind: headOf, date: day });
    return own.competent ? undefined : no('not-own-decision', { id: own.ruleId, citation: own.citation });
  }
  if (above !== undefined) {
    return undefined;
  }
  const [other] = deciding;
  if (other === undefined) {
    const ended = pack.authorities.find((row) => row.awards.includes(award));
    return no('no-decider', ended ?? { id: 'AU-00', citation: pack.citation });
  }
  return deciding.every((row) => row.level === 'UNIT') ? no('head-decides', other) : no('other-ladder', other);
}

function linesOf({ pack, occasion, proposer }: MenuAsk, movement: Movement): readonly MenuLine[] {
  if (proposer.route === 'upper') {
    return movementMenu(movement, occasion, pack);
  }
  // A head's own giấy khen is what plans call 'theo thẩm quyền'; the movement's list is of what goes up.
  const wanted = occasion === 'unspecified' ? occasion : planOccasion(occasion);
  const items = movement.menus.filter((menu) => wanted !== undefined && menu.occasions.includes(wanted)).flatMap((menu) => menu.items);
  return items.map((item) => ({ award: item.award, line: item.line.from }));
}

function planReason(movement: Movement, occasion: DossierOccasion, award: string): MenuReason {
  const tied = planOccasion(occasion);
  if (tied === undefined) {
    return 'not-on-menu';
  }
  const verdict = allowedByMovement(movement, tied, award);
  return verdict.allowed ? 'needs-choice' : verdict.reason;
}

function ruleOf(pack: Pack, id: string): Pack['rules'][number] | undefined {
  return pack.rules.find((row) => row.id === id);
}

/** Of these types, those the award is given for; a row that names none is given for every type. */
export function fitting({ types }: AwardRow, wanted: readonly RowAwardType[]): readonly RowAwardType[] {
  return wanted.filter((type) => types.length === 0 || types.includes(type));
}

/** What a unit's head decides alone is not submitted to anyone. */
function isSubmitted(pack: Pack, award: string): boolean {
  const level = awardOf(pack, award)?.level;
  return level !== undefined && level !== 'UNIT';
}

function no(reason: MenuReason, { id, citation }: { readonly id: string; readonly citation: string }): MenuVerdict {
  return { allowed: false, reason, ruleId: id, citation };
}

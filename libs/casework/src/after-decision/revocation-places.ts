import { isCentral, rowsOn, type AuthorityRow, type Pack } from '@thidua/awards';
import { formatLocalDate, type LocalDate } from '@thidua/kernel';
import type { DecisionRecord, DossierRecord, OrgRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { decidingRow } from '../law/deciding-row';
import { packOn } from '../law/pack-of';
import { Refused } from '../refused';

/** A post that does a step: `pos:<orgId>/<role>`. */
export interface Post {
  readonly orgId: string;
  readonly role: string;
}

/** Who proposes, prepares and decides that an award is taken back: by the law of today, not of the day it was given. */
export interface RevocationPlaces {
  readonly path: 'here' | 'central';
  readonly rule: AuthorityRow;
  readonly pack: Pack;
  readonly packHash: string;
  readonly proposer: Post & { /** Has a register of its own: its submission takes a number. */ readonly numbered: boolean };
  /** The office that drafts, collects what comes back and publishes. */
  readonly desk: Post;
  /** Null at the central level: its papers are recorded. */
  readonly decider: Post | null;
}

export interface PlacesQuestion {
  readonly provinceId: string;
  readonly decision: DecisionRecord;
  readonly dossier: DossierRecord;
  readonly today: LocalDate;
}

/**
 * The submitting level proposes, the decider of that award today decides (L2022 93; ND152 56.3). A body that has ended is stood for by its
 * successor. @throws Refused revocation-not-possible, no-pack-in-force
 */
export async function revocationPlaces(deps: CaseworkDeps, question: PlacesQuestion, tx?: Tx): Promise<RevocationPlaces> {
  const { provinceId, decision, dossier, today } = question;
  const { pack, hash: packHash } = packOn(deps.law, today, provinceId);
  const rule = ruleOf(pack, decision, today);
  if (rule === undefined) {
    throw new Refused('revocation-not-possible', { reason: 'nobody-decides-today', award: decision.award });
  }
  const law = { rule, pack, packHash };
  const { province, department } = await deps.stores.people.seats(provinceId, tx);
  const office = { orgId: department?.id ?? '', role: 'appraiser' };
  if (isCentral(rule.level)) {
    const proposer = { orgId: province?.id ?? '', role: 'chair', numbered: true };
    return { ...law, path: 'central', proposer, desk: office, decider: null };
  }
  const decider = await deciderOf(deps, { ...question, rule, province }, tx);
  const desk = rule.level === 'TINH' ? office : { orgId: decider.orgId, role: rule.level === 'UNIT' ? 'clerk' : 'appraiser' };
  return { ...law, path: 'here', decider, desk, proposer: await proposerOf(deps, { provinceId, rule, dossier, decider, desk, today }, tx) };
}

function ruleOf(pack: Pack, { award, level }: DecisionRecord, today: LocalDate): AuthorityRow | undefined {
  const rows = rowsOn(pack.authorities, today).filter((row) => row.awards.includes(award));
  return rows.find((row) => row.level === level) ?? decidingRow(pack, award, today);
}

interface DeciderQuestion extends PlacesQuestion {
  readonly rule: AuthorityRow;
  readonly province: OrgRecord | undefined;
}

async function deciderOf(
  deps: CaseworkDeps,
  { provinceId, decision, dossier, rule, province, today }: DeciderQuestion,
  tx?: Tx,
): Promise<Post> {
  if (rule.level === 'TINH') {
    return { orgId: province?.id ?? '', role: 'chair' };
  }
  // A district chair's award is the commune chair's to take back: the commune of the unit that asked for it.
  const first = rule.level === decision.level ? decision.orgId : (dossier.communeId ?? decision.orgId);
  const org = await inForce(deps, provinceId, first, today, tx);
  if (rule.level !== 'UNIT') {
    return { orgId: org.id, role: 'chair' };
  }
  return { orgId: org.id, role: org.kind === 'department' ? 'director' : decision.role };
}

interface ProposerQuestion {
  readonly provinceId: string;
  readonly rule: AuthorityRow;
  readonly dossier: DossierRecord;
  readonly decider: Post;
  readonly desk: Post;
  readonly today: LocalDate;
}

async function proposerOf(deps: CaseworkDeps, question: ProposerQuestion, tx?: Tx): Promise<RevocationPlaces['proposer']> {
  const { provinceId, rule, dossier, decider, desk, today } = question;
  if (rule.level === 'UNIT') {
    return { orgId: decider.orgId, role: 'clerk', numbered: false };
  }
  if (rule.level === 'TINH') {
    const commune = dossier.communeId === null ? undefined : await inForce(deps, provinceId, dossier.communeId, today, tx);
    return commune?.kind === 'commune'
      ? { orgId: commune.id, role: 'chair', numbered: true }
      : { orgId: desk.orgId, role: 'director', numbered: true };
  }
  const unit = await inForce(deps, provinceId, dossier.orgId, today, tx);
  // A thôn has neither number nor seal: the commune's own office proposes.
  return unit.legalPerson ? { orgId: unit.id, role: 'head', numbered: true } : { orgId: decider.orgId, role: 'appraiser', numbered: true };
}

/** The body as it stands today, or whoever took over from it. */
async function inForce(deps: CaseworkDeps, provinceId: string, orgId: string, today: LocalDate, tx?: Tx): Promise<OrgRecord> {
  const day = formatLocalDate(today);
  const org = await deps.stores.people.orgAsOf(provinceId, orgId, day, tx);
  if (org === undefined) {
    throw new Refused('revocation-not-possible', { reason: 'no-body', orgId });
  }
  if (org.validTo === null || org.validTo >= day) {
    return org;
  }
  const successor = await deps.stores.revocations.successorOf(provinceId, orgId, tx);
  if (successor === undefined) {
    throw new Refused('revocation-not-possible', { reason: 'body-ended', orgId, orgName: org.name, endedOn: org.validTo });
  }
  return inForce(deps, provinceId, successor, today, tx);
}

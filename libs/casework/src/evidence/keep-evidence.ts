import { mayAddEvidence, mayConfirmEvidence, type Actor, type HeldPosition } from '@thidua/access';
import { awardOf, type Pack } from '@thidua/awards';
import type { NewFact } from '@thidua/contract';
import { dayOf, type JsonObject } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { EvidenceKind, NewEvidence, Standing, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { nameOfAward } from '../law/names';
import { packIfAny } from '../law/pack-of';
import { tiersOf } from '../law/tiers-of';
import { once } from '../once';
import { Refused } from '../refused';
import { subjectFor, type SubjectAtHand } from './evidence-sight';
import { note } from '../note';

/** A fact with its paper: the reviewing body's own word is confirmed with that, a unit's waits for it. */
export const addEvidence: Handler<'addEvidence'> = (deps, { actor, body, params, key }) =>
  once(deps, key, async (tx) => {
    const subject = await subjectFor(deps, actor, params['id'] ?? '', tx);
    const may = mayAddEvidence(actor, subject);
    if (!may.allowed) {
      throw new Refused('forbidden', { subjectId: subject.id });
    }
    demandSound(subject, body);
    const { position, confirms } = may;
    const atMs = deps.clock.nowMs();
    const id = newId(deps.clock);
    const standing = standingOf(subject, body, { id, personId: actor.personId, atMs, confirms });
    const pack = packIfAny(deps.law, dayOf(atMs), actor.provinceId)?.pack;
    const tiers = subject.home === undefined ? [] : await tiersOf(deps, actor.provinceId, subject.home.id);
    if (!(await addFact(deps, tx, actor.provinceId, { body, standing, subject, pack, tiers }))) {
      throw new Refused('evidence-twice', { kind: body.kind });
    }
    await note(deps, tx, actor, {
      on: 'evidence',
      id: subject.id,
      position,
      action: 'evidence-added',
      facts: { id, kind: body.kind, confirmed: confirms },
    });
    return { id, confirmed: confirms };
  });

/** Once, by somebody else than who told it; from then on every dossier finds it. */
export const confirmEvidence: Handler<'confirmEvidence'> = (deps, { actor, body, params, key }) =>
  once(deps, key, async (tx) => {
    const { id, position, subject, createdBy } = await factAtHand(deps, tx, actor, { kind: body.kind, id: params['id'] ?? '' });
    if (createdBy === actor.personId) {
      throw new Refused('four-eyes', { id });
    }
    await deps.stores.evidence.confirm(tx, actor.provinceId, body.kind, { id, by: actor.personId, atMs: deps.clock.nowMs() });
    await note(deps, tx, actor, { on: 'evidence', id: subject.id, position, action: 'evidence-confirmed', facts: { id, kind: body.kind } });
    return { done: true as const };
  });

/** A wrong line is taken out with a reason; what this system decided itself ends only with its decision. */
export const cancelEvidence: Handler<'cancelEvidence'> = (deps, { actor, body, params, key }) =>
  once(deps, key, async (tx) => {
    const { id, position, subject, source } = await factAtHand(deps, tx, actor, { kind: body.kind, id: params['id'] ?? '' });
    if (source === 'system') {
      throw new Refused('state-conflict', { reason: 'decided-here' });
    }
    await deps.stores.evidence.cancel(tx, actor.provinceId, body.kind, id, {
      by: actor.personId,
      atMs: deps.clock.nowMs(),
      reason: body.reason,
    });
    await note(deps, tx, actor, { on: 'evidence', id: subject.id, position, action: 'evidence-canceled', facts: { id, kind: body.kind } });
    return { done: true as const };
  });

type NewStanding = Omit<Standing, 'createdAt' | 'confirmedAt'> & { readonly createdMs: number; readonly confirmedMs: number | null };

function standingOf(
  subject: SubjectAtHand,
  { paper }: NewFact,
  { id, personId, atMs, confirms }: { readonly id: string; readonly personId: string; readonly atMs: number; readonly confirms: boolean },
): NewStanding {
  return {
    id,
    personId: subject.kind === 'individual' ? subject.id : null,
    orgId: subject.kind === 'collective' ? subject.id : null,
    paperNumber: paper.number,
    paperDate: paper.date,
    paperBody: paper.body,
    fileSha256: null,
    note: null,
    source: 'manual',
    batchId: null,
    createdBy: personId,
    createdMs: atMs,
    confirmedBy: confirms ? personId : null,
    confirmedMs: confirms ? atMs : null,
  };
}

interface Adding {
  readonly body: NewFact;
  readonly standing: NewStanding;
  readonly subject: SubjectAtHand;
  readonly pack: Pack | undefined;
  readonly tiers: readonly string[];
}

function addFact({ stores }: CaseworkDeps, tx: Tx, provinceId: string, { body, standing, subject, pack, tiers }: Adding): Promise<boolean> {
  const { evidence } = stores;
  switch (body.kind) {
    case 'award':
      return evidence.add(tx, provinceId, 'award', {
        ...standing,
        ...awardFact(body, subject, nameOfAward(pack, body.award, tiers, 'full'), pack),
      });
    case 'rating':
      return evidence.add(tx, provinceId, 'rating', { ...standing, ...body, labour: body.labour ?? null });
    case 'initiative': {
      const { name, year, result: kind, scope = null, grade = null, recognisedBy = null, usedAward = null } = body;
      return evidence.add(tx, provinceId, 'initiative', { ...standing, name, year, kind, scope, grade, recognisedBy, usedAward });
    }
    case 'discipline':
      return evidence.add(tx, provinceId, 'discipline', { ...standing, ...body, endsOn: body.endsOn ?? null });
    case 'collective':
      return evidence.add(tx, provinceId, 'collective', { ...standing, ...body });
    case 'service':
      return evidence.add(tx, provinceId, 'service', { ...standing, ...body, toDate: body.toDate ?? null });
    case 'statement':
      return evidence.add(tx, provinceId, 'statement', { ...standing, ...body });
  }
}

function awardFact(
  body: Extract<NewFact, { kind: 'award' }>,
  subject: SubjectAtHand,
  awardName: string,
  pack: Pack | undefined,
): Omit<NewEvidence<'award'>, keyof NewStanding> {
  const { award, awardType, year, achievementFrom = null, achievementTo = null, paper } = body;
  const row = pack === undefined ? undefined : awardOf(pack, award);
  return {
    subjectName: subject.name,
    award,
    awardName,
    awardKind: row?.kind ?? null,
    awardType,
    level: row?.level ?? null,
    year,
    decidedOn: paper.date,
    achievementFrom,
    achievementTo,
    achievement: null,
    achievementHash: null,
    movementId: null,
    rowId: null,
    decisionId: null,
  };
}

/** What no table could hold: a kind of fact that this subject cannot have, or periods that end before they begin. */
function demandSound(subject: SubjectAtHand, body: NewFact): void {
  const fields: JsonObject[] = [];
  const wrong = (path: string, problem: string): void => {
    fields.push({ path, problem, kind: 'custom' });
  };
  if ((body.kind === 'collective' && subject.kind !== 'collective') || (body.kind === 'service' && subject.kind !== 'individual')) {
    wrong('kind', 'not-for-this-subject');
  }
  if (body.kind === 'rating' && body.rating === null && !body.maternity) {
    wrong('rating', 'required');
  }
  if (body.kind === 'collective') {
    const most = body.members ?? 0;
    for (const name of ['women', 'completed', 'ldtt', 'cstdcs', 'directLabour'] as const) {
      if ((body[name] ?? 0) > most) {
        wrong(name, 'more-than-members');
      }
    }
  }
  const [from, to] = spanOf(body);
  if (from !== undefined && to !== undefined && String(to) < String(from)) {
    wrong('to', 'before-start');
  }
  if (fields.length > 0) {
    throw new Refused('request-invalid', { fields });
  }
}

function spanOf(body: NewFact): readonly [string | number | undefined, string | number | undefined] {
  switch (body.kind) {
    case 'award':
      return [body.achievementFrom, body.achievementTo];
    case 'discipline':
      return [body.startsOn, body.endsOn];
    case 'service':
      return [body.fromDate, body.toDate];
    case 'statement':
      return [body.fromYear, body.toYear];
    default:
      return [undefined, undefined];
  }
}

interface FactAtHand extends Pick<Standing, 'id' | 'source' | 'createdBy'> {
  readonly position: HeldPosition;
  readonly subject: SubjectAtHand;
}

/** @throws Refused not-found, forbidden */
async function factAtHand(
  deps: CaseworkDeps,
  tx: Tx,
  actor: Actor,
  { kind, id }: { readonly kind: EvidenceKind; readonly id: string },
): Promise<FactAtHand> {
  const fact = await deps.stores.evidence.byId(kind, actor.provinceId, id, tx);
  const subjectId = fact?.personId ?? fact?.orgId;
  if (fact === undefined || subjectId === null || subjectId === undefined) {
    throw new Refused('not-found', { what: 'evidence' });
  }
  const subject = await subjectFor(deps, actor, subjectId, tx);
  const may = mayConfirmEvidence(actor, subject);
  if (!may.allowed) {
    throw new Refused('forbidden', { id });
  }
  const { source, createdBy } = fact;
  return { id, source, createdBy, position: may.position, subject };
}

import { awardOf } from '@thidua/awards';
import type { RegistrationRow, RegistrationView } from '@thidua/contract';
import type { Actor } from '@thidua/access';
import { mayWorkFor } from '@thidua/access';
import { textOf } from '../../acts/form-data';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { note } from '../../note';
import { once } from '../../once';
import { Refused } from '../../refused';
import { demandWorker, workFor, type WorkAtHand } from '../movement-at-hand';
import { awardLine, occasionAwards } from './occasion-awards';
import { planSide } from './plan-side';
import { answerOf, askedOf, dossiersOfUnit } from './registration-facts';
import { viewAround } from './view-around';
import { nameOfAward } from '../../law/names';

export const registration: Handler<'registration'> = async (deps, { actor, params }) =>
  registrationView(deps, actor, await registrationFor(deps, actor, params['id'] ?? ''));

/** The whole list at once, until it lies before its head or the list was closed: what is signed is what the paper says. */
export const saveRegistration: Handler<'saveRegistration'> = async (deps, { actor, params, body, key }) => {
  const found = await registrationFor(deps, actor, params['id'] ?? '');
  const position = demandWorker(actor, found.work);
  const { provinceId } = actor;
  await demandOffered(deps, found, body.rows);
  await demandKnown(deps, provinceId, body.rows);
  await once(deps, key, async (tx) => {
    const locked = await deps.stores.works.lock(tx, provinceId, found.work.id);
    if (locked === undefined || !isOpen(locked)) {
      throw new Refused('state-conflict', { workId: found.work.id, reason: 'registration-closed' });
    }
    await deps.stores.registrations.replace(tx, provinceId, locked.id, body.rows);
    const facts = { workId: locked.id, rows: body.rows.length, awards: [...new Set(body.rows.map((row) => row.award))] };
    await note(deps, tx, actor, { on: 'movement-work', id: locked.id, position, action: 'registration-saved', facts });
    return {};
  });
  return registrationView(deps, actor, await registrationFor(deps, actor, found.work.id));
};

async function registrationFor(deps: CaseworkDeps, actor: Actor, id: string): Promise<WorkAtHand> {
  const found = await workFor(deps, actor, id);
  if (found.work.kind !== 'registration') {
    throw new Refused('not-found', { what: 'registration' });
  }
  return found;
}

function isOpen(work: WorkAtHand['work']): boolean {
  const { putForward } = work.facts;
  return work.status === 'open' && putForward !== true && answerOf(work) === null && textOf(work.facts, 'registerBy') !== undefined;
}

/** Units register to win what the plan offers on the occasion. @throws Refused award-not-on-menu with the plan's list */
async function demandOffered(deps: CaseworkDeps, { work, movement }: WorkAtHand, rows: readonly RegistrationRow[]): Promise<void> {
  const { standing, pack } = await planSide(deps, movement.record.provinceId, work.movementId);
  const offered = occasionAwards(standing.read, work.occasion ?? 'annual', pack);
  const strange = rows.find((row) => !offered.some((one) => one.award === row.award));
  if (strange !== undefined) {
    const citation = offered
      .flatMap(({ source }) => (source === null ? [] : [`dòng ${String(source.line.from)}: “${source.quote}”`]))
      .join('; ');
    const details = { award: strange.award, name: strange.name, reason: 'not-on-menu', ruleId: '', citation };
    throw new Refused('award-not-on-menu', { ...details, listed: offered.map((one) => one.award) });
  }
  const wrong = rows.find((row) => !(awardOf(pack, row.award)?.nominees ?? []).includes(row.kind));
  if (wrong !== undefined) {
    const row = awardOf(pack, wrong.award);
    const details = { award: wrong.award, name: wrong.name, reason: 'nominee-kind', ruleId: row?.id ?? '', citation: row?.citation ?? '' };
    throw new Refused('award-not-on-menu', { ...details, listed: offered.map((one) => one.award) });
  }
}

/** @throws Refused request-invalid with every id nobody knows */
async function demandKnown({ stores }: CaseworkDeps, provinceId: string, rows: readonly RegistrationRow[]): Promise<void> {
  const people = new Set(
    (
      await stores.people.persons(
        provinceId,
        rows.flatMap((row) => row.personId ?? []),
      )
    ).map((one) => one.id),
  );
  const orgs = rows.some((row) => row.subjectOrgId !== null)
    ? new Set((await stores.people.orgs(provinceId)).map((one) => one.id))
    : new Set<string>();
  const fields = rows.flatMap(({ personId, subjectOrgId }, index) => [
    ...(personId === null || people.has(personId) ? [] : [{ path: `rows.${String(index)}.personId`, problem: 'unknown', kind: 'custom' }]),
    ...(subjectOrgId === null || orgs.has(subjectOrgId)
      ? []
      : [{ path: `rows.${String(index)}.subjectOrgId`, problem: 'unknown', kind: 'custom' }]),
  ]);
  if (fields.length > 0) {
    throw new Refused('request-invalid', { fields });
  }
}

async function registrationView(deps: CaseworkDeps, actor: Actor, { work, movement }: WorkAtHand): Promise<RegistrationView> {
  const { provinceId } = actor;
  const side = await planSide(deps, provinceId, work.movementId);
  const around = await viewAround(deps, side, movement.org);
  const rows = await deps.stores.registrations.ofWork(provinceId, work.id);
  const dossiers = await dossiersOfUnit(deps, provinceId, work);
  const occasion = work.occasion ?? 'annual';
  return {
    ...{ workId: work.id, movementId: work.movementId, occasion, year: work.year ?? 0, orgId: work.orgId, orgName: work.orgName },
    registerBy: textOf(work.facts, 'registerBy') ?? null,
    closesOn: textOf(work.facts, 'closesOn') ?? null,
    asked: askedOf(work),
    answer: answerOf(work),
    rows: rows.map(({ kind, personId, subjectOrgId, name, title, award, goals }) => ({
      ...{ kind, personId, subjectOrgId, name, title, award, goals },
      awardName: nameOfAward(side.pack, award, around.tiers, 'full'),
    })),
    awards: occasionAwards(side.standing.read, occasion, side.pack).map((one) => awardLine(one, around)),
    roundId: textOf(work.facts, 'round') ?? null,
    dossiers: dossiers.map(({ id, code, title, status }) => ({ id, code, title, status })),
    may: { edit: isOpen(work) && mayWorkFor(actor, work.orgId).allowed },
  };
}

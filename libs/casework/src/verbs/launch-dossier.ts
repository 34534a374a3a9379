import { mayActForUnit, type Actor } from '@thidua/access';
import type { Movement } from '@thidua/awards';
import type { DossierLaunch, DossierLaunched, NomineeInput } from '@thidua/contract';
import { dayOf } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { NewRow, OrgRecord, Outsider, RowAwardType, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { achievementHash } from '../dossiers/achievement-hash';
import { usualAwardType } from '../dossiers/award-type';
import { demandOnMenu } from '../dossiers/menu';
import type { Handler } from '../handler';
import { packOn } from '../law/pack-of';
import { once } from '../once';
import { initials, searchable } from '../plain-text';
import { Refused } from '../refused';
import { stampOf } from '../stamp';

/** A unit begins a hồ sơ: rows checked against the menu of the day, a code taken, the process started. */
export const launchDossier: Handler<'launchDossier'> = (deps, { actor, body, key }) =>
  once(deps, key, async (tx): Promise<DossierLaunched> => {
    const verdict = mayActForUnit(actor, body.orgId);
    if (!verdict.allowed) {
      throw new Refused('forbidden', { orgId: body.orgId });
    }
    const { unit, commune } = await unitAndCommune(deps, tx, actor.provinceId, body.orgId);
    const { pack } = packOn(deps.law, dayOf(deps.clock.nowMs()), actor.provinceId);
    const movement = movementOf(deps, actor.provinceId, body.movementId, commune.id);
    for (const row of body.rows) {
      demandOnMenu(pack, movement, body.occasion, row);
    }
    await demandSubjects(deps, tx, actor.provinceId, body.rows);
    const { dossierId, code } = await insertDossier(deps, tx, { actor, body, unit, commune });
    const firstTaskId = await startProcess(deps, tx, { actor, unit, commune, dossierId, code, stamp: stampOf(actor, verdict) });
    return { dossierId, code, firstTaskId };
  });

async function unitAndCommune(
  { stores }: CaseworkDeps,
  tx: Tx,
  provinceId: string,
  orgId: string,
): Promise<{ unit: OrgRecord; commune: OrgRecord }> {
  const unit = await stores.people.org(provinceId, orgId, tx);
  const parentId = unit?.parentId ?? null;
  const commune = parentId === null ? undefined : await stores.people.org(provinceId, parentId, tx);
  if (unit === undefined || commune?.level !== 'XA') {
    throw new Refused('forbidden', { orgId, reason: 'no-commune' });
  }
  return { unit, commune };
}

function movementOf({ law }: CaseworkDeps, provinceId: string, id: string | undefined, communeId: string): Movement | undefined {
  if (id === undefined) {
    return undefined;
  }
  const movement = law.movements(provinceId).find((one) => one.id === id);
  if (movement === undefined || law.ownerOf(provinceId, id) !== communeId) {
    throw new Refused('award-not-on-menu', { movementId: id, reason: 'movement-unknown', listed: [] });
  }
  return movement;
}

/** Ids of nominees must be people and bodies of the province. */
async function demandSubjects({ stores }: CaseworkDeps, tx: Tx, provinceId: string, rows: readonly NomineeInput[]): Promise<void> {
  const ids = rows.flatMap((row) => (row.personId === undefined ? [] : [row.personId]));
  const known = new Set((await stores.people.persons(provinceId, ids, tx)).map((person) => person.id));
  const orgs = new Set(
    rows.some((row) => row.subjectOrgId !== undefined) ? (await stores.people.orgs(provinceId, tx)).map((org) => org.id) : [],
  );
  const fields = rows.flatMap((row, index) => [
    ...(row.personId === undefined || known.has(row.personId)
      ? []
      : [{ path: `rows.${index}.personId`, problem: 'unknown', kind: 'custom' }]),
    ...(row.subjectOrgId === undefined || orgs.has(row.subjectOrgId)
      ? []
      : [{ path: `rows.${index}.subjectOrgId`, problem: 'unknown', kind: 'custom' }]),
  ]);
  if (fields.length > 0) {
    throw new Refused('request-invalid', { fields });
  }
}

interface Launching {
  readonly actor: Actor;
  readonly body: DossierLaunch;
  readonly unit: OrgRecord;
  readonly commune: OrgRecord;
}

async function insertDossier(
  deps: CaseworkDeps,
  tx: Tx,
  { actor, body, unit, commune }: Launching,
): Promise<{ dossierId: string; code: string }> {
  const { stores, clock } = deps;
  const { provinceId, personId } = actor;
  const nowMs = clock.nowMs();
  const dossierId = newId(clock);
  const series = `${provinceId}-${initials(commune.place)}`;
  const period = String(dayOf(nowMs).year);
  const n = await stores.dossiers.nextNumber(tx, provinceId, series, period);
  const code = `${series}-${period}-${String(n).padStart(4, '0')}`;
  await stores.dossiers.insert(tx, provinceId, {
    id: dossierId,
    code,
    orgId: unit.id,
    communeId: commune.id,
    receiverOrgId: commune.id,
    deskOrgId: commune.id,
    movementId: body.movementId ?? null,
    occasion: body.occasion,
    year: body.year,
    title: body.title,
    createdBy: personId,
    createdMs: nowMs,
  });
  const usual = usualAwardType({ movementId: body.movementId ?? null, occasion: body.occasion });
  await stores.rows.insert(
    tx,
    provinceId,
    body.rows.map((row, index) => rowOf(deps, { dossierId, row, seq: index + 1, usual })),
  );
  await stores.dossiers.addParty(tx, provinceId, { dossierId, orgId: unit.id, role: 'submitting-body', fromMs: nowMs });
  return { dossierId, code };
}

interface RowAtLaunch {
  readonly dossierId: string;
  readonly row: NomineeInput;
  readonly seq: number;
  readonly usual: RowAwardType;
}

function rowOf({ clock }: CaseworkDeps, { dossierId, row, seq, usual }: RowAtLaunch): NewRow {
  const { kind, name, title, scope, award, achievement } = row;
  return {
    id: newId(clock),
    dossierId,
    seq,
    kind,
    name,
    title,
    scope,
    award,
    achievement,
    searchName: searchable(name),
    achievementHash: achievementHash(achievement),
    personId: row.personId ?? null,
    subjectOrgId: row.subjectOrgId ?? null,
    awardType: row.awardType ?? usual,
    posthumous: row.posthumous ?? false,
    achievementFrom: row.achievementFrom ?? null,
    achievementTo: row.achievementTo ?? null,
    evidence: row.evidence ?? [],
    underPartyManagement: row.underPartyManagement ?? false,
    femaleLeader: row.femaleLeader ?? false,
    outsider: outsiderOf(row),
  };
}

function outsiderOf({ outsider }: NomineeInput): Outsider | null {
  if (outsider === undefined) {
    return null;
  }
  const { managingBody, address, taxCode } = outsider;
  return { managingBody, address, ...(taxCode === undefined ? {} : { taxCode }) };
}

interface Starting extends Omit<Launching, 'body'> {
  readonly dossierId: string;
  readonly code: string;
  readonly stamp: ReturnType<typeof stampOf>;
}

async function startProcess(
  deps: CaseworkDeps,
  tx: Tx,
  { actor, unit, commune, dossierId, code, stamp }: Starting,
): Promise<string | null> {
  const { provinceId } = actor;
  const { province, department } = await deps.stores.people.seats(provinceId, tx);
  const answer = await deps.runtime.start(
    {
      provinceId,
      processKey: 'ho-so',
      businessKey: code,
      variables: {
        dossier: dossierId,
        unit: unit.id,
        receiver: commune.id,
        desk: commune.id,
        commune: commune.id,
        route: 'upper',
        procedure: 'ordinary',
        department: department?.id ?? null,
        province: province?.id ?? null,
        code,
        legalPerson: unit.legalPerson,
      },
      subject: { orgId: unit.id, dossierId },
      actor: stamp,
      audit: { action: 'dossier-launched', facts: { dossierId, code } },
    },
    tx,
  );
  if (!answer.ok) {
    throw new Refused('state-conflict', { reason: answer.reason });
  }
  await deps.stores.dossiers.setInstance(tx, provinceId, dossierId, answer.instanceId);
  return answer.openTasks[0]?.taskId ?? null;
}

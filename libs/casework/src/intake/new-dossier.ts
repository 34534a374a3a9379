import { planTitle, type Pack } from '@thidua/awards';
import type { DossierLaunch } from '@thidua/contract';
import { dayOf } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { DossierRoute, Tx } from '@thidua/store';
import type { CaseworkDeps, MovementStanding } from '../deps';
import { packOn } from '../law/pack-of';
import { initials } from '../plain-text';
import { Refused } from '../refused';
import { checkedRows, newRow } from './checked-rows';
import { intakePlace, type IntakePlace } from './intake-place';
import { demandGround } from './simplified';

export interface NewDossierAsked {
  readonly provinceId: string;
  readonly personId: string;
  readonly body: DossierLaunch;
  /** Nhập thay: the body that enters it for the unit. */
  readonly enteredByOrg: string | null;
}

export interface DossierMade {
  readonly dossierId: string;
  readonly code: string;
  readonly place: IntakePlace;
  readonly route: DossierRoute;
}

/**
 * A hồ sơ with its rows, checked against the law and menu of the day; its process is not started.
 * @throws Refused secret-paper-only, no-receiver, award-not-on-menu, simplified-ground, request-invalid, no-pack-in-force
 */
export async function makeDossier(
  deps: CaseworkDeps,
  tx: Tx,
  { provinceId, personId, body, enteredByOrg }: NewDossierAsked,
): Promise<DossierMade> {
  if (body.secrecy !== undefined && body.secrecy !== 'none') {
    throw new Refused('secret-paper-only', { secrecy: body.secrecy });
  }
  const { stores, clock } = deps;
  const nowMs = clock.nowMs();
  const day = dayOf(nowMs);
  const place = await intakePlace(deps, { provinceId, orgId: body.orgId, day }, tx);
  const { pack } = packOn(deps.law, day, provinceId);
  const route = body.route ?? 'upper';
  const movement = movementOf(deps, provinceId, body.movementId, place);
  const { occasion, year, underMovementId: underId } = body;
  const rows = await checkedRows(deps, tx, { provinceId, place, pack, movement, underId, occasion, year, route, day, rows: body.rows });
  demandProcedure(pack, body, rows);
  const dossierId = newId(clock);
  const code = await nextCode(deps, tx, provinceId, place);
  await stores.dossiers.insert(tx, provinceId, {
    id: dossierId,
    code,
    orgId: place.submitter.id,
    communeId: communeOf(place),
    receiverOrgId: route === 'own' ? null : place.receiver.id,
    deskOrgId: route === 'own' ? null : place.desk.id,
    route,
    procedure: body.simplified === undefined ? 'ordinary' : 'simplified',
    procedureGround: body.simplified ?? null,
    enteredByOrg,
    movementId: body.movementId ?? null,
    underMovementId: movement === undefined ? null : (underId ?? movement.read.id),
    occasion,
    year,
    title: body.title,
    createdBy: personId,
    createdMs: nowMs,
  });
  const made = rows.map((row, index) => newRow(deps, dossierId, row, index + 1));
  await stores.rows.insert(tx, provinceId, made);
  await stores.dossiers.addParty(tx, provinceId, { dossierId, orgId: place.submitter.id, role: 'submitting-body', fromMs: nowMs });
  return { dossierId, code, place, route };
}

function demandProcedure(pack: Pack, { simplified }: DossierLaunch, rows: Awaited<ReturnType<typeof checkedRows>>): void {
  if (simplified !== undefined) {
    const proposals = rows.map(({ input, awardType }) => ({ name: input.name, award: input.award, awardType }));
    demandGround(pack, simplified, proposals);
  }
}

/** The commune whose people they are, for screens and papers; null where the province or a district receives. */
export function communeOf({ receiver }: IntakePlace): string | null {
  return receiver.level === 'XA' ? receiver.id : null;
}

/** 'HP-GP-2026-0007': province, receiving place, year, number in that year. */
export async function nextCode({ stores, clock }: CaseworkDeps, tx: Tx, provinceId: string, { receiver }: IntakePlace): Promise<string> {
  const series = receiver.level === 'TINH' ? provinceId : `${provinceId}-${initials(receiver.place)}`;
  const period = String(dayOf(clock.nowMs()).year);
  const n = await stores.dossiers.nextNumber(tx, provinceId, series, period);
  return `${series}-${period}-${String(n).padStart(4, '0')}`;
}

/** A movement reaches the bodies under the one that carries it out. @throws Refused award-not-on-menu */
export function movementOf(
  { law }: Pick<CaseworkDeps, 'law'>,
  provinceId: string,
  id: string | undefined,
  place: IntakePlace,
): MovementStanding | undefined {
  if (id === undefined) {
    return undefined;
  }
  const movement = law.standing(provinceId, id);
  const owner = law.ownerOf(provinceId, id);
  const above = [place.receiver.id, place.province?.id, place.submitter.id];
  if (movement === undefined || !above.includes(owner)) {
    throw new Refused('award-not-on-menu', { movementId: id, reason: 'movement-unknown', ruleId: '', citation: '', listed: [] });
  }
  if (movement.state === 'closed') {
    const citation = planTitle(movement.read);
    throw new Refused('award-not-on-menu', { movementId: id, reason: 'movement-closed', ruleId: '', citation, listed: [] });
  }
  return movement;
}
